"""A label in the text -> what it names, or the fault in its words."""

import re

from indictment.diagnostics import Diagnostic, Related, Span
from indictment.model.matter import Matter
from indictment.model.prose import Mention
from indictment.resolve.exhibits import Exhibit
from indictment.resolve.filed import is_frozen
from indictment.resolve.labels import IN_WORDS, Kind, Labels, Named
from indictment.resolve.rules import UNKNOWN_LABEL, UNLISTED_EXHIBIT, WRONG_KIND
from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Lookup:
    """Finds labels, and says what is wrong where one does not fit its place."""

    matter: Matter
    labels: Labels
    exhibits: dict[str, Exhibit]
    faults: list[Diagnostic]

    def mentioned(self, mention: Mention) -> Named | None:
        """What `@label` in the text names, where its reference can be printed."""
        label = mention.label
        named = self.labels.find(label)
        if named is None:
            self._unknown_in_text(label, mention.span)
            return None
        if named.kind in ("accused", "person", "exhibit"):
            if mention.form == "number" and (
                named.kind != "exhibit" or not self.exhibits[label].mark
            ):
                self._wrong(
                    mention.span,
                    f"“{label}” names {IN_WORDS[named.kind]}, which has no number",
                    f"write @{label}",
                )
                return None
            return named
        if not named.printed:
            self._wrong(
                mention.span,
                f"“{label}” names {IN_WORDS[named.kind]} in a part that the form"
                f" “{self.matter.court.name}” does not print",
                "take the reference out, or add the part to `order:` in court.yaml",
            )
            return None
        if not named.targets:
            self._wrong(
                mention.span,
                f"“{label}” names {IN_WORDS[named.kind]} that has no number: {named.why_none}",
                "refer to a paragraph that has a number",
            )
            return None
        return named

    def exhibit(self, label: str, span: Span) -> str | None:
        """The exhibit that a citation names; None where there is none, which is reported."""
        named = self.labels.find(label)
        if named is None:
            self.unlisted(label, span)
            return None
        if named.kind != "exhibit":
            self._wrong(
                span,
                f"“{label}” names {IN_WORDS[named.kind]}, not an exhibit",
                f"write @{label} without brackets, or cite an exhibit",
            )
            return None
        return label

    def unlisted(self, label: str, span: Span) -> None:
        """Say that an exhibit is not in the list."""
        if "exhibits" in self.labels.unread or label in self.labels.unread:
            return
        near = self.labels.nearest(label, "exhibit")
        help = f"add {label} to a list in exhibits/"
        if near:
            exhibit = self.exhibits[near]
            title = f"{exhibit.mark} {exhibit.listed.entry.title}".strip()
            help += f", or cite @{near} ({title})"
        self.faults.append(
            UNLISTED_EXHIBIT.at(
                span, f"exhibit “{label}” is not in the exhibit list", label="not listed", help=help
            )
        )

    def _withdrawn_count(self, label: str, span: Span) -> bool:
        """Say that a count was withdrawn since it was filed; False where `label` was none."""
        numbers = self.matter.numbers
        filed = (
            next((n for n, one in enumerate(numbers.counts) if one.label == label), None)
            if numbers
            else None
        )
        if numbers is None or filed is None or not is_frozen(self.matter):
            return False
        word = self.matter.court.words.count
        self.faults.append(
            UNKNOWN_LABEL.at(
                span,
                f"“{label}” names nothing in this matter any more: it was filed as {word} {numbers.counts[filed].number}",
                label="withdrawn",
                related=[Related(numbers.at("counts", filed, "label"), "the count that was filed")],
                help=f"take the reference out; or write `id: {label}` in the count's file, if it only has another label now",
            )
        )
        return True

    def _unknown_in_text(self, label: str, span: Span) -> None:
        near = self.labels.nearest(label)
        help = (
            f"write @{near}"
            if near
            else f"give what is meant this label, with {{#{label}}} above it"
        )
        self._unknown(label, span, f"{help}; for a plain @ write \\@")

    def _unknown(self, label: str, span: Span, help: str) -> None:
        if label not in self.labels.unread and not self._withdrawn_count(label, span):
            self.faults.append(
                UNKNOWN_LABEL.at(
                    span,
                    f"“{label}” names nothing in this matter",
                    label="no such label",
                    help=help,
                )
            )

    def wanted(self, label: str, span: Span, what: str, *kinds: Kind) -> Named | None:
        """What a label of a front matter names, where it is one of `kinds` (in words: `what`)."""
        named = self.labels.find(label)
        if named is None:
            near = self.labels.nearest(label, *kinds)
            self._unknown(label, span, f"write {near or 'the label of ' + what}")
            return None
        if named.kind not in kinds:
            near = self.labels.nearest(label, *kinds)
            self._wrong(
                span,
                f"“{label}” names {IN_WORDS[named.kind]}, not {what}",
                f"write {near}" if near and near != label else f"write the label of {what}",
            )
            return None
        return named

    def _wrong(self, span: Span, message: str, help: str) -> None:
        self.faults.append(WRONG_KIND.at(span, message, help=help))


class _Everything(frozenset[str]):
    """Where a whole file is lost, any label may have stood in it."""

    def __contains__(self, label: object) -> bool:
        return True


def unread(matter: Matter) -> frozenset[str]:
    """Labels in files that could not be read: nobody is told that what they name is not there."""
    read = {chapter.prose.file for chapter in matter.chapters}
    for schedule in matter.schedules:
        read |= {schedule.head.file, f"{schedule.head.file.rsplit('.', 1)[0]}.csv"}
    read |= {x.listed_in.file for x in matter.exhibits}
    if matter.persons:
        read.add(matter.persons.file)
    found = set(matter.unread)
    chapters = {f for f in matter.files if f.startswith(_FOLDERS) and f.endswith(".md")}
    if any(not any(matter.texts.get(f, ())) for f in chapters - read):
        return _Everything()
    for file, lines in matter.texts.items():
        if file not in read and file.startswith(_FOLDERS):
            for line in lines:
                found.update(_LABELS.findall(line))
    return frozenset(found)


_FOLDERS = (
    "defendants/",
    "facts/",
    "counts/",
    "annexes/",
    "schedules/",
    "exhibits/",
    "persons.yaml",
)
_LABELS = re.compile(r"(?:(?<=\{#)|^\s*(?:- )?(?:id: )?)([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?=[\s}:])")
