"""English number words, to ninety-nine."""

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def cardinal(position: int) -> str:
    """An English number word to ninety-nine; figures beyond."""
    if position < len(_ONES):
        return _ONES[position]
    if position > 99:
        return str(position)
    tens, ones = divmod(position, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
