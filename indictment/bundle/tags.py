"""The tags of the index and the dividers, put under those of the indictment.

Pages of exhibits have no tags in the bundle: those of a stranger's file may be wrong, and are not
needed to read it.
"""

from collections.abc import Sequence
from typing import Any

import pikepdf

from indictment.bundle.clean import dictionaries


def adopt_tags(pdf: pikepdf.Pdf, source: pikepdf.Pdf, pages: Sequence[pikepdf.Object]) -> None:
    """Put the structure tree of `source`, whose pages were copied to `pages`, into that of `pdf`.

    Its document becomes a part of ours, and its keys in the parent tree go on behind ours (ISO
    32000-1, 14.7). Where one of the two files has no tags, the pages get none.
    """
    ours, theirs = pdf.Root.get("/StructTreeRoot"), source.Root.get("/StructTreeRoot")
    top = _document(ours)
    their_top = _document(theirs)
    if ours is None or theirs is None or top is None or their_top is None:
        _shift_keys(pages, None)
        return
    keys = pikepdf.NumberTree(ours.ParentTree)
    first = max(keys.keys(), default=-1) + 1
    part = pdf.copy_foreign(source.make_indirect(their_top))
    part.S, part.P = pikepdf.Name.Part, top
    if "/NS" in part:
        del part["/NS"]
    top.K = pikepdf.Array([*_listed(top.get("/K")), part])
    their_keys = pikepdf.NumberTree(pdf.copy_foreign(source.make_indirect(theirs.ParentTree)))
    last = -1
    for key, held in their_keys.items():
        keys[first + key] = held
        last = max(last, key)
    ours.ParentTreeNextKey = first + last + 1
    _shift_keys(pages, first)


def _document(root: Any) -> Any:
    """The element at the top of a structure tree; None where there is none, or no parent tree."""
    if not isinstance(root, pikepdf.Dictionary) or "/ParentTree" not in root:
        return None
    top = _listed(root.get("/K"))
    return top[0] if len(top) == 1 and isinstance(top[0], pikepdf.Dictionary) else None


def _listed(held: Any) -> list[Any]:
    if held is None:
        return []
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def _shift_keys(pages: Sequence[pikepdf.Object], by: int | None) -> None:
    """Move the pages' keys into the parent tree; None takes them away."""
    for page in pages:
        for holder in (page, *dictionaries(page.get("/Annots"))):
            for key in ("/StructParents", "/StructParent"):
                if key not in holder:
                    continue
                if by is None:
                    del holder[key]
                else:
                    holder[key] = int(holder[key]) + by
