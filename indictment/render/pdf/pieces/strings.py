"""Words -> a string of PDF, in which tokens may stand for digits."""

import re

from indictment.render.pdf.divide.open_numbers import BEGIN, END

_TOKEN = re.compile(f"({BEGIN}[^{END}]*{END})")
_SPECIAL, _ESCAPED = re.compile(r"([\\()])"), r"\\\1"


def string(text: str) -> str:
    """A string of PDF: in ASCII where that is enough, in UTF-16 otherwise (ISO 32000-1, 7.9.2.2)."""
    if text.isascii():
        return f"({_SPECIAL.sub(_ESCAPED, text)})"
    made = "feff"
    for piece in _TOKEN.split(text):
        if not piece.startswith(BEGIN):
            made += piece.encode("utf-16-be").hex()
        elif piece[1] == "d":
            made += f"{BEGIN}u{piece[2:]}"
        else:
            raise AssertionError(f"{piece!r} in a string that is not ASCII")
    return f"<{made}>"
