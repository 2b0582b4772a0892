"""A sentence -> the words in it that say in the law's terms what a tribunal is to find."""

from indictment.check.language import AnyCase

_CRIME = (
    r"(?:(?:the\s|an?\s|acts?\sof\s|crimes?\sof\s|offences?\sof\s)*"
    r"(?:aggression|genocide|extermination|persecution|torture|murder|fraud|treason|conspiracy|perjury"
    r"|crimes?\sagainst\s(?:humanity|peace)|war\scrimes?|enslavement|terrorism|(?:the\s|this\s|an?\s)?(?:crimes?|offences?)(?:\scharged|\salleged)?)\b)"
)
_CONCLUSION = AnyCase(
    rf"""\b(?:committed|perpetrated|carried\sout|engaged\sin|executed)\s{_CRIME}
      | \b(?:is|are|was|were|bears?|incurs?|incurred)\s(?:individually\s|criminally\s|personally\s|jointly\s)*(?:guilty\sof|(?:criminally\s)?responsible\sfor|(?:individual\s)?criminal(?:ly)?\s(?:responsib\w+|liab\w+))
      | \b(?:aided\sand\sabetted|(?:planned|instigated|ordered),?\s(?:instigated|ordered|committed)[^.;]{{0,60}}?\babetted)\b
      | \b(?:violated|breached)\s(?:international\slaw|the\slaws?\s(?:and|or)\scustoms\sof\swar|the\slaw|the\scharter)\b
      | \bacted\s(?:unlawfully|illegally|with\scriminal\sintent|with\sthe\s(?:required|requisite)\sintent)\b"""
)


def conclusion(text: str) -> tuple[int, int] | None:
    """Where the conclusion stands, if there is one."""
    found = _CONCLUSION.search(text)
    return found.span() if found else None
