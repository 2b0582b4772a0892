"""An image of the text must be there.

`![what it shows](exhibits/map.png)` prints an image of the matter. Its path begins at the folder of
matter.yaml, and the image is a PNG or JPEG file in figures/ or another folder of the matter.

For example, `![Map](exhibits/maps.png)` where exhibits/ holds map.png.

Correct the path (capitals count), or put the image into its place.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment
from indictment.model.prose import ProseBlock, ProseFigure, ProseList, ProseQuotation

RULE = rule(__name__, __doc__, Severity.ERROR)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each image that is not in the matter."""
    files = indictment.matter.files
    for chapter in indictment.matter.chapters:
        for figure in _figures(chapter.prose.blocks):
            if figure.path in files:
                continue
            images = [f for f in sorted(files) if f.lower().endswith((".png", ".jpg", ".jpeg"))]
            near = get_close_matches(figure.path, images, 1, 0.6)
            yield RULE.at(
                figure.path_span,
                f"there is no image {figure.path} in this matter",
                help=f"write {near[0]}"
                if near
                else "put the image into figures/, or correct the path",
            )


def _figures(blocks: tuple[ProseBlock, ...]) -> Iterator[ProseFigure]:
    for block in blocks:
        if isinstance(block, ProseFigure):
            yield block
        elif isinstance(block, ProseQuotation):
            yield from _figures(block.blocks)
        elif isinstance(block, ProseList):
            for item in block.items:
                yield from _figures(item.blocks)
