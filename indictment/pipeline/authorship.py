"""Two versions -> who changed what, as the comparison asks: by places of source files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from indictment.diagnostics import Span
from indictment.folder import authors
from indictment.model.matter import Matter
from indictment.model.redline import Authorship
from indictment.pipeline.versions import Version

_MOST = 400
"""Lines of one span that are asked about; a longer one is a whole file."""


@dataclass
class Changed:
    """Of the lines in a span those that differ tell who changed it; the last change counts."""

    asked: authors.Authors
    before: Mapping[str, Sequence[str]]
    after: Mapping[str, Sequence[str]]
    _known: dict[tuple[Span, bool], Authorship] = field(default_factory=dict)

    def inserted(self, span: Span) -> Authorship:
        """The last to change something in `span`, a place in the new version."""
        return self._last(span, old=False)

    def deleted(self, span: Span) -> Authorship:
        """The last to take something out of `span`, a place in the old version."""
        return self._last(span, old=True)

    def _last(self, span: Span, *, old: bool) -> Authorship:
        if (span, old) not in self._known:
            found = list(self._found(span, old=old))
            last = max(found, key=lambda one: one.date) if found else self.asked.last
            self._known[span, old] = last
        return self._known[span, old]

    def _found(self, span: Span, *, old: bool) -> Iterator[Authorship]:
        lines = (self.before if old else self.after).get(span.file, ())
        elsewhere = self._lines_after if old else self._lines_before
        ends = min(max(span.end_line, span.line), len(lines))
        differ = [n for n in range(span.line, ends + 1) if lines[n - 1].strip() not in elsewhere]
        for number in differ[:_MOST]:
            if old:
                yield self.asked.deleted(span.file, number, lines[number - 1])
            else:
                yield self.asked.inserted(span.file, number)

    @cached_property
    def _lines_before(self) -> frozenset[str]:
        return frozenset(line.strip() for lines in self.before.values() for line in lines)

    @cached_property
    def _lines_after(self) -> frozenset[str]:
        return frozenset(line.strip() for lines in self.after.values() for line in lines)


def between(old: Version, new: Version, before: Matter, after: Matter) -> Changed | None:
    """Who changed what between two versions of one repository; None where they are not of one."""
    if old.held is None or new.held is None or not old.revision.commit:
        return None
    date = str(after.caption.date)
    asked = authors.authors(new.held, old.revision.commit, new.revision.commit, date)
    return Changed(asked, before.texts, after.texts)
