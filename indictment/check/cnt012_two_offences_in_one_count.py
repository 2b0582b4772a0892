"""A count must charge one offence.

A count that charges two (duplicity) leaves open of which of them the accused is convicted, and what was found. Several
forms of conduct or means of one offence may stand in one count. Looked at are the title, phrases like "the crime of
torture" in the particulars, and paragraphs that plead the conduct of another count only.

For example, a count with `title: Murder and torture` and `offence: murder`.

Charge the other offence in a count of its own: one file may hold several counts on the same particulars.
"""

import re
from collections.abc import Iterator

from indictment.check import written
from indictment.check.declare import rule
from indictment.check.passages import passages
from indictment.check.written import WrittenCount
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(
    __name__,
    __doc__,
    Severity.WARNING,
    "Criminal Resource Manual (US Department of Justice), 230",
    final=True,
)

_HEAD = re.compile(
    r"\s*(?:\(|:|,|\b(?:as|of|in|on|against|under|by|committed)\b).*$", re.IGNORECASE
)
_NO_OFFENCE = frozenset(
    [
        "crime",
        "crimes",
        "offence",
        "war",
        "attack",
        "act",
        "acts",
        "count",
        "other",
        "violation",
        "violations",
        "breach",
        "taking",
        "use",
    ]
)
_CHARGED = r"\b(?:(?:crimes?|offences?)\s+of\s+(?:\w+\s+)?|(?:guilty\s+of|committed)\s+(?:the\s+\w+\s+of\s+)?)"


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each count that names, or pleads, an offence that it does not charge."""
    counts = list(written.counts(indictment))
    heads = {
        label: head
        for label, offence in indictment.matter.offences.items()
        if not offence.abstract and (head := _head(offence.title))
    }
    by_file: dict[str, list[WrittenCount]] = {}
    own = {count.label: _own(count, indictment) for count in counts}
    for count in counts:
        by_file.setdefault(count.file.file, []).append(count)
        yield from _in_title(count, heads, own[count.label], indictment)
    yield from _in_particulars(by_file, heads, own, indictment)
    yield from _pleaded_elsewhere(counts, by_file, indictment)


def _head(title: str) -> str:
    """What an offence is called without what qualifies it: "torture" of "Torture as a crime against humanity"."""
    head = _HEAD.sub("", title).strip().casefold()
    return "" if head in _NO_OFFENCE or len(head) < 4 else head


def _own(count: WrittenCount, indictment: Indictment) -> str:
    offence = indictment.matter.offences.get(count.offence)
    conduct = " ".join(choice.printed for choice in offence.conduct) if offence else ""
    elements = " ".join(element.text for element in offence.elements) if offence else ""
    return f"{offence.title} {offence.citation} {conduct} {elements}".casefold() if offence else ""


def _in_title(
    count: WrittenCount, heads: dict[str, str], own: str, indictment: Indictment
) -> Iterator[Diagnostic]:
    if not own:
        return
    known = indictment.pleadings.count(count.label)
    title = known.title.casefold() if known else ""
    for head in dict.fromkeys(heads.values()):
        if head not in own and re.search(
            rf"(?:,|\band\b|\bor\b|/|&)\s*{re.escape(head)}\b|\b{re.escape(head)}\s*(?:,|\band\b|\bor\b|/|&)",
            title,
        ):
            yield RULE.at(
                count.span,
                f"the title of {count.name} names “{head}”, another offence than the one that is charged",
                help="charge the other offence in a count of its own",
            )
            return


def _in_particulars(
    by_file: dict[str, list[WrittenCount]],
    heads: dict[str, str],
    own: dict[str, str],
    indictment: Indictment,
) -> Iterator[Diagnostic]:
    charged = {count.offence for counts in by_file.values() for count in counts}
    named = sorted({heads[label] for label in charged if label in heads})
    if len(named) < 2:
        return
    words = "|".join(map(re.escape, named))
    pattern = re.compile(rf"{_CHARGED}(?P<head>{words})\b", re.IGNORECASE)
    for passage in passages(indictment):
        counts = by_file.get(passage.span.file) if passage.part == "counts" else None
        if not counts or passage.kind in ("heading", "note", "quotation"):
            continue
        theirs = " ".join(own[count.label] for count in counts)
        for found in pattern.finditer(passage.text):
            head = found["head"].casefold()
            if head not in theirs:
                yield RULE.at(
                    passage.at(found.start(), found.end()),
                    f"{counts[0].name} says “{found[0]}”, and does not charge it",
                    help="charge it in a count of its own, or take the words out",
                )


def _pleaded_elsewhere(
    counts: list[WrittenCount], by_file: dict[str, list[WrittenCount]], indictment: Indictment
) -> Iterator[Diagnostic]:
    files = {count.label: count for count in counts}
    for paragraph in indictment.pleadings.paragraphs:
        served = {serves.count for serves in paragraph.serves}
        here = by_file.get(paragraph.span.file, [])
        others = [files[label] for label in served if label in files]
        if paragraph.part != "counts" or not here or not others or served & set(paragraph.counts):
            continue
        for other in others:
            pleaded = indictment.pleadings.count(other.label)
            conduct = {
                label
                for each in (pleaded.elements if pleaded else ())
                if each.element.kind == "conduct" and not each.mode
                for label in each.element.labels
            }
            if any(s.count == other.label and s.element in conduct for s in paragraph.serves):
                yield RULE.at(
                    paragraph.span,
                    f"this paragraph of {here[0].name} pleads the conduct of {other.name} and of no count here",
                    help=f"move it to {other.file.file}",
                )
                break
