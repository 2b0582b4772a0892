"""The layers (optional content) of the exhibits: what a file hid stays hidden in the bundle."""

from collections.abc import Sequence

import pikepdf

from indictment.bundle.exhibit import Copied


def write(pdf: pikepdf.Pdf, exhibits: Sequence[Copied]) -> None:
    """List the exhibits' layers in the catalog (ISO 32000-1, 8.11.4), hidden if they were."""
    groups = [group for exhibit in exhibits for group in exhibit.layers]
    if not groups:
        return
    hidden = [group for exhibit in exhibits for group in exhibit.hidden]
    pdf.Root.OCProperties = pikepdf.Dictionary(
        OCGs=pikepdf.Array(groups),
        D=pikepdf.Dictionary(
            BaseState=pikepdf.Name.ON, OFF=pikepdf.Array(hidden), Order=pikepdf.Array(groups)
        ),
    )
