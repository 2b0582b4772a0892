"""The words of an address in the law's terms, and the headings that a form writes itself."""

from collections.abc import Mapping, Sequence

from indictment.model.court import Court
from indictment.resolve.names import listed
from indictment.resolve.typography import NBSP

HEADINGS: Mapping[str, str] = {
    "recipients": "To be notified to",
    "contents": "Contents",
    "opening": "",
    "accused": "The accused",
    "facts": "Statement of facts",
    "counts": "The counts",
    "closing": "",
    "particulars": "Particulars",
    "annexes": "Annexes",
    "schedules": "Schedules",
    "exhibit-list": "List of exhibits",
    "elements-table": "Table of elements",
    "signature": "Signature",
}
"""What the form's own headings say where court.yaml does not."""


def running(heading: str) -> str:
    """A heading in running words: "THE ACCUSED" is "The accused" in an address."""
    return heading.capitalize() if heading.isupper() else heading


def place(heading: str, *more: str) -> tuple[str, ...]:
    """An address that begins with a heading of the form; what is not printed is left out."""
    return tuple(filter(None, (running(heading), *more)))


def rank(heading: str) -> int:
    """The level of the headings below one that the form writes: 1 where it writes none."""
    return 2 if heading else 1


def plain(heading: str) -> str:
    """A heading with plain spaces."""
    return heading.replace(NBSP, " ")


def of_counts(counts: Sequence[tuple[str, str]], court: Court) -> str:
    """Numbers and titles as one address: "Count 1 (Murder)", "Counts 2 and 3 (Murder; Torture)"."""
    titles = "; ".join(title for _, title in counts)
    numbers = listed(tuple(number for number, _ in counts), court.words.and_)
    word = court.words.count if len(counts) == 1 else court.words.counts
    return f"{word} {numbers} ({titles})"
