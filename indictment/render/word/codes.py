r"""The code of a field in two versions of a redline.

Words are never marked because a number differs. Where the two versions need another code, the code is
tracked and the result is not: Word keeps codes out of sight, and once all is rejected the field works
out the old number (ISO/IEC 29500-1, 17.16.13, `w:delInstrText`). The code of the new version stands
first, whole, because LibreOffice reads the first one and passes over the rest.
"""

from copy import deepcopy

from indictment.render.word.marks import Mark, tracked
from indictment.render.word.xml import XML_SPACE, Element, W, element
from indictment.value import dataclass

NOTHING = 'QUOTE ""'
"""The code of a field that one version alone has something to say in."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One field of a number: its code and what it yields."""

    code: str
    result: str


def quoted(words: str) -> str:
    """The code that yields words as they are (17.16.5.46)."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'QUOTE "{escaped}"'


def recode(run: Element, code: str) -> None:
    """Give a run with a code another one."""
    run[-1].text = f" {code} "


def track(run: Element, new: str, old: str, mark: Mark) -> None:
    """Give a run with a code that of each version; `mark` says by whom and when."""
    recode(run, new)
    deleted = deepcopy(run)
    deleted[-1].tag = W + "delInstrText"
    deleted[-1].set(XML_SPACE, "preserve")
    recode(deleted, old)
    around = element("p")
    inserted, taken = tracked(around, mark, "ins"), tracked(around, mark, "del")
    run.addprevious(inserted)
    inserted.addnext(taken)
    inserted.append(run)
    taken.append(deleted)
