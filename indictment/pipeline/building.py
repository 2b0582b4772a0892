"""A matter's folder -> the files in build/: whole, or not there."""

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from indictment import check as rule_book
from indictment import parse
from indictment.diagnostics import Diagnostic, Severity
from indictment.folder import DiskFolder
from indictment.folder.output import Output
from indictment.machine.cache import Cache
from indictment.machine.scratch import scratch
from indictment.machine.uncollected import uncollected
from indictment.model.indictment import Indictment
from indictment.pipeline import built_text
from indictment.pipeline.built_text import BuiltText
from indictment.pipeline.documents import Documents, Printed
from indictment.pipeline.drafting import drafting
from indictment.pipeline.files import NAMES, Made, called, made_before
from indictment.pipeline.hiring import setters_for
from indictment.pipeline.printing import Printing
from indictment.pipeline.reading import Checked, Progress, bind_folder, placed
from indictment.pipeline.unchanged import Held, LastBuild
from indictment.pipeline.word_file import origin_of
from indictment.value import dataclass

if TYPE_CHECKING:
    from indictment.machine.crew import Crew

_MOST_PARTS, _MOST_DIVIDED, _MOST_LAYOUTS = 256 << 20, 32 << 20, 16 << 20
"""Bytes of parts of PDFs, of what they were set from, and of how they were laid out, that a matter keeps: a
few thousand pages each time.
"""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made (nothing where it could not), and all that is to be said.

    `older` are files in the same folder that earlier builds made; `means` are the programs on
    which the bytes depend, with their versions. `took` are the seconds of the whole build, `seconds`
    those of what was done; `set_parts` says how
    many of the PDF's parts were set, and of how many. `keeps` is false where nothing can be kept for
    the next build.
    """

    indictment: Indictment | None
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, Sequence[str]]
    made: tuple[Made, ...] = ()
    older: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    folder: Path = Path()
    took: float = 0.0
    seconds: Mapping[str, float] = field(default_factory=dict)
    set_parts: tuple[int, int] | None = None
    keeps: bool = True


def build(
    root: Path,
    outputs: Sequence[str] = (),
    *,
    final: bool = False,
    progress: Progress,
    known: parse.Known | None = None,
    setters: "Crew | None" = None,
    last: LastBuild | None = None,
) -> Built:
    """Check the matter in `root` and write `outputs` into its build/.

    A matter with errors of form is not built. One with other errors is built as a draft that
    says so, unless `final`. `known` is what was read before, `setters` are those who set the pages,
    where there are any; `last` is what is known of the last build of the same, where somebody has looked.
    Raises Busy or Unwritable (folder.output) and MissingLibrary; the
    files of the last build are then as they were.
    """
    last = last or LastBuild.of(root, outputs, final=final)
    wanted = last.outputs
    with (
        Output(root / "build") as output,
        scratch(),
        nullcontext(setters) if setters else setters_for(wanted, last.cache) as all_setters,
    ):
        began = step = time.monotonic()
        state = last.before()
        progress("read", "")
        folder = DiskFolder(root)
        with uncollected():
            printing = Printing(folder, last.cache, all_setters, progress)
            printing.make_ready(parse.glance.court(folder))
            bound = bind_folder(folder, last.cache, progress, known)
            seconds = {"reading": time.monotonic() - step}
            printing.make_ready(bound.court)
            errors = last.errors()
            documents = None
            if bound.indictment is not None:
                title = bound.indictment.title_page.title
                origin = None if final else partial(origin_of, root, title, last.commit)
                documents = Documents(
                    folder, last.cache, bound.indictment, printing, progress, origin, seconds
                )
            with drafting(bound, folder, last.cache, progress, errors=errors, final=final) as draft:
                if documents is not None:
                    documents.begin(draft, wanted)
                checked, page = draft.settled()
            seconds["checking, writing the page"] = draft.seconds
        indictment = checked.indictment
        if not checked.can_be_built or indictment is None or (final and checked.errors):
            return Built(indictment, checked.diagnostics, checked.texts, folder=output.target)
        assert documents is not None, "an indictment that is checked was there"
        indictment = documents.indictment = replace(indictment, draft_errors=checked.errors)
        printed = documents.make(page, wanted)
        said = together(checked, indictment, documents.said, final=final)
        if printed is None or (final and any(d.is_error for d in said)):
            return Built(indictment, said, checked.texts, folder=output.target)
        secret = indictment.confidential
        named = {called(NAMES[kind], is_secret=secret): file for kind, file in printed.items()}
        progress("write", "")
        step = time.monotonic()
        output.put({name: file.content for name, file in named.items()})
        trim(last.cache)
        seconds["moving into place"] = time.monotonic() - step
        built = _report(output.target, checked, documents, named, said)
        held = _held(built)
        keeps = last.keep(state, held)
        if "bundle" not in wanted and (text := documents.word_text) is not None:
            said_of = (held.errors, held.warnings, held.notes)
            kept = BuiltText(text, indictment.title_page.title, secret, said_of, documents.means)
            keeps &= built_text.keep(last, kept)
        return replace(built, keeps=keeps, took=time.monotonic() - began)


def _held(built: Built) -> Held:
    found = Counter(d.severity for d in built.diagnostics)
    made = tuple((made.name, made.size, made.pages) for made in built.made)
    return Held(made, *(found[severity] for severity in Severity))


def trim(cache: Cache) -> None:
    """Let go of parts of PDFs that were not used for long."""
    cache.trim("part-", _MOST_PARTS)
    cache.trim("layout-", _MOST_LAYOUTS)
    cache.trim("divided-", _MOST_DIVIDED)


def together(
    checked: Checked, indictment: Indictment, later: Sequence[Diagnostic], *, final: bool
) -> tuple[Diagnostic, ...]:
    """What was said before, and what the making of documents has to say, unless it is allowed or
    follows from an error that was found before.
    """
    errors = [d.span for d in checked.diagnostics if d.is_error]
    new = [d for d in later if not any(d.span.covers(span) for span in errors)]
    more = placed(indictment, rule_book.remaining(indictment, new, final=final))
    return tuple(dict.fromkeys((*checked.diagnostics, *more)))


def _report(
    folder: Path,
    checked: Checked,
    documents: Documents,
    named: Mapping[str, Printed],
    said: tuple[Diagnostic, ...],
) -> Built:
    made = tuple(Made(n, len(f.content), f.pages, f.seconds) for n, f in named.items())
    older = tuple(sorted(made_before(folder, NAMES.values(), named)))
    return Built(
        checked.indictment, said, checked.texts, made, older, documents.means, folder,
        seconds=documents.seconds, set_parts=documents.set_parts,
    )  # fmt: skip
