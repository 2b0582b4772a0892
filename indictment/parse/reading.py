"""Reads the files of one matter, keeping their lines, faults and allowances."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from indictment.diagnostics import Diagnostic, Outcome, Span
from indictment.folder import Folder
from indictment.model.annexes import FactsFile
from indictment.model.prose import Allowance, Prose
from indictment.model.source import Document
from indictment.parse import characters, front_matter, matter_rules, prose, validate
from indictment.parse.attributes import LABEL, LABEL_FORM
from indictment.parse.salvage import salvaged

D = TypeVar("D", bound=Document)
_ORDER = re.compile(r"^\d+[-_. ]")


def label_of(path: str) -> str:
    """`counts/01-aggression.md` -> `aggression`."""
    return _ORDER.sub("", path.rsplit("/", 1)[-1].rsplit(".", 1)[0])


@dataclass(slots=True)
class Known:
    """What was read before, by file, text and first line: two versions of a matter share it.

    No value changes once it is read, so a file that is the same in both need not be read twice.
    """

    proses: dict[tuple[str, str, int], Outcome[Prose]] = field(default_factory=dict)
    documents: dict[tuple[type[Document], str, str, int], Outcome[Any]] = field(
        default_factory=dict
    )

    def prose(self, text: str, path: str, first_line: int) -> Outcome[Prose]:
        """The Markdown `text`, which begins at `first_line` of the file `path`."""
        key = (path, text, first_line)
        if key not in self.proses:
            self.proses[key] = prose.read(text, path, first_line)
        return self.proses[key]

    def document(self, model: type[D], text: str, path: str, first_line: int) -> Outcome[D]:
        """The YAML `text`, which begins at `first_line` of the file `path`."""
        key = (model, path, text, first_line)
        if key not in self.documents:
            self.documents[key] = validate.read(model, text, path, first_line)
        return self.documents[key]


@dataclass(slots=True)
class Reader:
    """`unread` holds the labels of files that could not be read, so that later stages do not
    report what only follows from that.
    """

    folder: Folder
    known: Known = field(default_factory=Known)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    allowances: list[Allowance] = field(default_factory=list)
    texts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def text(self, path: str) -> str | None:
        """The file's text with line feeds for line ends; None where it is not text."""
        data = self.folder.read(path)
        if data is None and (what := self.folder.hindrance(path)):
            self.diagnostics.append(
                matter_rules.NOT_OPENED.at(
                    Span(path),
                    f"this is {what}, so nothing of it is read",
                    help="put the file itself in its place, and let it be read",
                )
            )
            return None
        decoded = characters.decode(data or b"", path)
        self.diagnostics.extend(decoded.diagnostics)
        if decoded.value is not None:
            self.texts[path] = tuple(decoded.value.split("\n"))
            self.diagnostics.extend(characters.scan(decoded.value, path))
        return decoded.value

    def yaml(self, model: type[D], path: str) -> D | None:
        """A whole YAML file."""
        text = self.text(path)
        return None if text is None else self._read(model, text, path, 1)

    def yaml_or_rest(
        self, model: type[D], path: str, depth: int, stand_ins: Mapping[str, Any]
    ) -> D | None:
        """A whole YAML file; without its faulty entries (see `salvage`) where it has any."""
        text = self.text(path)
        if text is None:
            return None
        read = self._read(model, text, path, 1)
        if read is not None:
            return read
        rest, dropped = salvaged(model, text, path, depth, stand_ins)
        self.unread |= dropped
        return rest

    def _read(self, model: type[D], text: str, path: str, first_line: int) -> D | None:
        outcome = self.known.document(model, text, path, first_line)
        self.diagnostics.extend(outcome.diagnostics)
        if outcome.value is not None:
            self.allowances.extend((*outcome.value.allowances, *_of_document(outcome.value)))
        return outcome.value

    def with_prose(self, model: type[D], paths: Iterable[str]) -> Iterator[tuple[str, D, Prose]]:
        """Each file's label, front matter and prose. A file whose front matter cannot be read is
        left out, but the faults of its prose are reported.
        """
        for path in paths:
            text = self.text(path)
            label = label_of(path)
            if not LABEL.fullmatch(label) or len(label) > 35:
                self.diagnostics.append(
                    matter_rules.FILE_NAME.at(
                        Span(path),
                        f"“{label}” cannot be a label, and the file's name gives the label",
                        help=f"rename the file; {LABEL_FORM}",
                    )
                )
            if text is None:
                self.unread.add(label)
                continue
            split = front_matter.split(text, path, required=model is not FactsFile)
            self.diagnostics.extend(split.diagnostics)
            if (divided := split.value) is None:
                continue
            body = self.known.prose(divided.body, path, divided.body_line)
            self.diagnostics.extend(body.diagnostics)
            readable = divided.has_head or model is FactsFile
            head = self._read(model, divided.head, path, divided.head_line) if readable else None
            if head is None or body.value is None:
                self.unread.update((label, *_labels(body.value)))
                continue
            self.allowances.extend(body.value.allowances)
            yield label, head, body.value

    def passage(self, text: str, span: Span, shift: int = 0) -> Prose:
        """Markdown that stands as a value in a YAML file at `span`; `shift` corrects the column
        for signs that were put before the text.
        """
        line, column = span.line, span.column + shift
        source = self.texts.get(span.file, ())
        sign = source[line - 1][span.column - 1 : span.column] if line <= len(source) else ""
        if sign in ('"', "'") and sign:
            column += 1
        elif sign in ("|", ">") and sign and line < len(source):
            line += 1
            column = len(source[line - 1]) - len(source[line - 1].lstrip()) + 1
        read = prose.passage(text, span.file, line, column)
        self.diagnostics.extend(read.diagnostics)
        return read.value or Prose(span.file)


def _labels(text: Prose | None) -> Iterator[str]:
    for block in text.blocks if text else ():
        if block.attributes and block.attributes.label:
            yield block.attributes.label


def _of_document(document: Document) -> Iterator[Allowance]:
    """The `allow:` of a front matter covers its whole file; that of matter.yaml covers all."""
    allow = getattr(document, "allow", None) or {}
    for code, reason in allow.items():
        span = document.key_at("allow", code)
        whole = Span(document.file, 1, 1, 1_000_000, 1)
        yield Allowance(code, reason, span, Span("") if document.file == "matter.yaml" else whole)
