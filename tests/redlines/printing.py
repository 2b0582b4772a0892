"""The files of a matter -> its indictment and its page, as the comparison takes them."""

from collections.abc import Mapping

from indictment import parse, resolve
from indictment.folder import DiskFolder, MemoryFolder
from indictment.machine.shipped import shipped
from indictment.model.indictment import Indictment
from indictment.render.page import html

_TOOL = DiskFolder(shipped("templates").parent)
_KNOWN = parse.Known()
"""Pairs differ by a file or two: the others are read once."""


def printed(files: Mapping[str, str]) -> tuple[Indictment, str]:
    """Read, bound and printed; exhibits have no files. A mistake in it is a mistake of the test."""
    folder = MemoryFolder(dict(files))
    read = parse.matter(folder, _TOOL, _KNOWN)
    assert read.value is not None, read.diagnostics
    bound = resolve.indictment(read.value, {})
    faults = [d for d in (*read.diagnostics, *bound.diagnostics) if d.rule.form and d.is_error]
    assert bound.value is not None, faults
    assert not faults, "\n".join(f"{d.span.file}:{d.span.line} {d.message}" for d in faults)
    page = html.page(bound.value, folder.read)
    assert page.value is not None, page.diagnostics
    return bound.value, page.value


def versions(
    matter: Mapping[str, str], old: Mapping[str, str | None], new: Mapping[str, str | None]
) -> tuple[dict[str, str], dict[str, str]]:
    """The files of both versions; the old one has the forms of the new one (docs/analysis/redline.md)."""
    before = {path: text for path, text in (matter | old).items() if text is not None}
    after = {path: text for path, text in (matter | new).items() if text is not None}
    forms = {path: text for path, text in after.items() if path.startswith("templates/")}
    before = {path: text for path, text in before.items() if not path.startswith("templates/")}
    return before | forms, after
