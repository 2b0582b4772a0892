"""What holds for the whole bundle: its page tree, its names, how it opens, its metadata."""

from collections.abc import Mapping, Sequence

import pikepdf

from indictment.bundle.boxes import shown
from indictment.model.bundle import BundlePlan

_FOLD = 64
"""The most entries of one node of a tree."""

_CLAIMS = (
    "{http://www.aiim.org/pdfa/ns/id/}",
    "{http://www.aiim.org/pdfua/ns/id/}",
    "{http://www.aiim.org/pdfa/ns/extension/}",
)
"""What the indictment's file claims of its form (PDF/A, PDF/UA) does not hold for exhibits."""


def page_tree(pdf: pikepdf.Pdf, parts: Sequence[Sequence[pikepdf.Object]]) -> None:
    """Make the page tree of these pages: a node for each part, and nodes over many parts."""
    nodes = [_node(pdf, list(part), len(part)) for part in parts]
    counts = [len(part) for part in parts]
    while len(nodes) > _FOLD:
        groups = [
            (nodes[i : i + _FOLD], counts[i : i + _FOLD]) for i in range(0, len(nodes), _FOLD)
        ]
        nodes = [_node(pdf, group, sum(numbers)) for group, numbers in groups]
        counts = [sum(numbers) for _, numbers in groups]
    pdf.Root.Pages = _node(pdf, nodes, sum(counts))


def _node(pdf: pikepdf.Pdf, kids: list[pikepdf.Object], count: int) -> pikepdf.Object:
    node = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Pages, Kids=pikepdf.Array(kids), Count=count)
    )
    for kid in kids:
        kid.Parent = node
    return node


def names(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """The named destinations of the indictment."""
    held = pdf.Root.get("/Names")
    tree = held.get("/Dests") if isinstance(held, pikepdf.Dictionary) else None
    return dict(pikepdf.NameTree(tree).items()) if tree is not None else {}


def write_names(pdf: pikepdf.Pdf, named: Mapping[str, pikepdf.Object]) -> None:
    """Write the name tree of these destinations (ISO 32000-1, 7.9.6)."""
    entries = sorted((bytes(pikepdf.String(name)), name) for name in named)
    leaves = []
    for start in range(0, len(entries), _FOLD):
        chunk = entries[start : start + _FOLD]
        flat: list[pikepdf.Object] = []
        for raw, name in chunk:
            flat += [pikepdf.String(raw), named[name]]
        limits = pikepdf.Array([pikepdf.String(chunk[0][0]), pikepdf.String(chunk[-1][0])])
        leaves.append(pikepdf.Dictionary(Limits=limits, Names=pikepdf.Array(flat)))
    while len(leaves) > _FOLD:
        leaves = [_over(pdf, leaves[i : i + _FOLD]) for i in range(0, len(leaves), _FOLD)]
    kids = pikepdf.Array([pdf.make_indirect(leaf) for leaf in leaves])
    held = pdf.Root.get("/Names")
    if not isinstance(held, pikepdf.Dictionary):
        pdf.Root.Names = pikepdf.Dictionary()
    pdf.Root.Names.Dests = pdf.make_indirect(pikepdf.Dictionary(Kids=kids))


def _over(pdf: pikepdf.Pdf, leaves: list[pikepdf.Dictionary]) -> pikepdf.Dictionary:
    limits = pikepdf.Array([leaves[0].Limits[0], leaves[-1].Limits[1]])
    return pikepdf.Dictionary(
        Limits=limits, Kids=pikepdf.Array([pdf.make_indirect(n) for n in leaves])
    )


def settings(pdf: pikepdf.Pdf, plan: BundlePlan, first: pikepdf.Object) -> None:
    """How the bundle opens and what it says of itself.

    The printed number of a page is its number in the file; the bookmarks are open, the first
    page at its true size, as court bundle guidance asks.
    """
    root = pdf.Root
    labels = pikepdf.Dictionary(S=pikepdf.Name.D, St=1)
    root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, labels]))
    root.PageMode = pikepdf.Name.UseOutlines
    x, y = shown(first).top_left
    root.OpenAction = pikepdf.Array([first, pikepdf.Name.XYZ, round(x, 2), round(y, 2), 1])
    root.Lang = pikepdf.String(plan.language)
    root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    for key in ("/OutputIntents", "/AF"):
        if key in root:
            del root[key]
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
        for key in [key for key in said if key.startswith(_CLAIMS)]:
            del said[key]
        said["dc:title"] = plan.title
    pdf.docinfo[pikepdf.Name.Title] = pikepdf.String(plan.title)
