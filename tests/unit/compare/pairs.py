"""Two small matters, printed and compared."""

from collections.abc import Mapping

from indictment import compare, parse, resolve
from indictment.folder import DiskFolder, MemoryFolder
from indictment.machine.shipped import shipped
from indictment.model.redline import Change, Redline, Revision
from indictment.render.page import html

MATTER = {
    "matter.yaml": (
        "title: The Prosecutor against Aron Celan\nshort-title: Celan\nparties: {prosecution: The Prosecutor}\n"
        "date: 2020-01-01\nstatus: draft\nlanguage: en\n"
    ),
    "defendants/01-celan.md": "---\nname: Aron Bekir Celan\nshort: Aron Celan\n---\n\n{#born}\n@celan was born in Sorvane.\n",
    "exhibits/exhibits.yaml": (
        "exhibits:\n"
        "  order: {title: Order of the Harbour Guard, date: 2019-01-01, pages: 20, short: Order}\n"
        "  ledger: {title: Ledger of the port, date: 2019-01-02, pages: 20, short: Ledger}\n"
    ),
}
TOOL = DiskFolder(shipped("templates").parent)
KNOWN = parse.Known()
"""The matters differ by a file or two: the others are read once."""


def printed(name: str, files: Mapping[str, str]) -> compare.Printed:
    folder = MemoryFolder({**MATTER, **files})
    read = parse.matter(folder, TOOL, KNOWN)
    assert read.value is not None
    bound = resolve.indictment(read.value, {})
    assert bound.value is not None
    page = html.page(bound.value, folder.read)
    faults = [d for d in (*read.diagnostics, *bound.diagnostics) if d.rule.form and d.is_error]
    assert not faults, faults
    assert page.value is not None, page.diagnostics
    return compare.Printed(Revision(name, date="2020-01-01"), bound.value, page.value)


def redline(old: Mapping[str, str] | str, new: Mapping[str, str] | str, **more: bool) -> Redline:
    """The redline of two matters that differ in some files; a text is that of facts/01-events.md."""
    sides = []
    for name, files in (("old", old), ("new", new)):
        if isinstance(files, str):
            files = {"facts/01-events.md": f"---\ntitle: Events\n---\n\n{files.strip()}\n"}
        sides.append(printed(name, files))
    return compare.redline(*sides, **more)


def shown(change: Change) -> str:
    """The passages of a change, with their marks."""
    signs = {
        "kept": "{}",
        "inserted": "{{+{}+}}",
        "deleted": "[-{}-]",
        "formatted": "{{~{}~}}",
        "computed": "{{={}=}}",
    }
    return "".join(
        signs[one.kind].format(f"⟦{one.text}⟧" if one.note else one.text) for one in change.passages
    ).replace("\u00a0", " ")


def listed(found: Redline) -> list[str]:
    """A line for each change that the tool did not make itself."""
    return [
        f"{one.kind} {one.what} {one.old_number or '–'}>{one.new_number or '–'}: {shown(one)}"
        for one in found.changes
        if one.what != "row"
    ]
