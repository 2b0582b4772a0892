"""Straight quotation marks -> curled ones, one for one."""

_OPEN_AFTER = set(" \t\n\u00a0([{“‘«„—–-/")


def curl(text: str, before: str) -> str:
    """`text` with each " and ' curled; `before` is the character printed before it ("" at the
    start). The length never changes, so offsets keep their meaning.
    """
    if '"' not in text and "'" not in text:
        return text
    out: list[str] = []
    for at, sign in enumerate(text):
        previous = out[-1] if out else before
        opens = previous == "" or previous in _OPEN_AFTER
        if sign == '"':
            out.append("“" if opens else "”")
        elif sign == "'":
            out.append("‘" if opens and not text[at + 1 : at + 2].isdigit() else "’")
        else:
            out.append(sign)
    return "".join(out)
