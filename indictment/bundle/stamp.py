"""The stamp at the foot of a page: whose page it is, and its number in the bundle."""

from collections.abc import Iterable

import pikepdf

from indictment.bundle.clean import streams
from indictment.bundle.font import Font
from indictment.bundle.geometry import BASELINE, MARGIN, Shown
from indictment.bundle.pages import numbers
from indictment.model.bundle import BundlePage
from indictment.value import dataclass

SIZE = 9.0
"""Of the letters on A4, in points."""
LEAST_SIZE = 5.0
_GAP = 12.0


@dataclass(frozen=True, slots=True)
class FontFiles:
    """The two font files of a stamp: for what stands left and in the middle, and for the number."""

    regular: bytes
    bold: bytes


class Stamps:
    """Stamps for the pages of one PDF."""

    def __init__(self, pdf: pikepdf.Pdf, files: FontFiles, pages: Iterable[BundlePage]) -> None:
        listed = list(pages)
        self._pdf = pdf
        self._regular = Font(files.regular, [text for p in listed for text in (p.left, p.middle)])
        self._bold = Font(files.bold, [p.right for p in listed])
        self._fonts = {
            "/IndictRegular": self._regular.embedded(pdf),
            "/IndictBold": self._bold.embedded(pdf),
        }
        # Opaque black, whatever the page's own content left set.
        self._state = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.ExtGState,
                ca=1,
                CA=1,
                BM=pikepdf.Name.Normal,
                SMask=pikepdf.Name("/None"),
            )
        )

    def put(self, page: pikepdf.Object, shown: Shown, said: BundlePage) -> None:
        """Stamp a page that is shown as `shown`. Its content must stand between `q` and `Q`."""
        resources = _own(page, "/Resources")
        fonts = _own(resources, "/Font")
        for name, font in self._fonts.items():
            fonts[name] = font
        _own(resources, "/ExtGState")["/IndictStamp"] = self._state
        content = self._drawn(shown, said)
        page.Contents = pikepdf.Array([*streams(page), self._pdf.make_stream(content)])

    def _drawn(self, shown: Shown, said: BundlePage) -> bytes:
        a, b, c, d, e, f = shown.upright
        scale = shown.scale
        turned = numbers((a * scale, b * scale, c * scale, d * scale)) + b" " + numbers((e, f))
        width = shown.width / scale
        texts = [
            (self._regular, b"/IndictRegular", said.left),
            (self._regular, b"/IndictRegular", said.middle),
            (self._bold, b"/IndictBold", said.right),
        ]
        wide = [font.width(text, SIZE) for font, _, text in texts]
        room = width - 2 * MARGIN - _GAP * (sum(bool(text) for *_, text in texts) - 1)
        size = SIZE * max(min(1.0, room / max(sum(wide), 1.0)), LEAST_SIZE / SIZE)
        left, middle, right = (w * size / SIZE for w in wide)
        # The middle gives way where the left is long.
        centre = min(
            max((width - middle) / 2, MARGIN + left + _GAP), width - MARGIN - right - _GAP - middle
        )
        starts = (MARGIN, centre, width - MARGIN - right)
        lines = [
            b"1 0 0 1 %s Tm %s %s Tf %s Tj"
            % (numbers((start, BASELINE)), name, numbers((size,)), font.encoded(text))
            for (font, name, text), start in zip(texts, starts, strict=True)
            if text
        ]
        return (
            b"/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC\nq "
            + turned
            + b" cm /IndictStamp gs 0 g BT 0 Tc 0 Tw 100 Tz 0 Tr 0 Ts\n"
            + b"\n".join(lines)
            + b"\nET Q\nEMC"
        )


def _own(holder: pikepdf.Object, key: str) -> pikepdf.Object:
    """The dictionary under `key`, made the holder's own: pages share theirs with other pages."""
    held = holder.get(key)
    holder[key] = pikepdf.Dictionary(
        dict(held.items()) if isinstance(held, pikepdf.Dictionary) else {}
    )
    return holder[key]
