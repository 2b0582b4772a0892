"""How a page is shown, where its stamp goes, and how room is made for it. Pure arithmetic.

Lengths are in the page's own units (1/72 inch unless the page says otherwise). A point "as shown"
is measured from the bottom left corner of the page as the reader sees it, upright. See
docs/analysis/stamping.md.
"""

from collections.abc import Iterable, Sequence
from math import isfinite

from indictment.value import dataclass

Matrix = tuple[float, float, float, float, float, float]
"""(a, b, c, d, e, f): x' = a x + c y + e, y' = b x + d y + f."""

LETTER = (0.0, 0.0, 612.0, 792.0)
"""The paper of a page that does not say (ISO 32000-1, 7.7.3.3 demands one; readers assume this)."""

MARGIN = 28.0
"""From the edge of the paper to the stamp, left and right: 10 mm."""
BASELINE = 14.0
"""From the foot of the paper to the stamp's base line: 5 mm, which printers reach."""
STRIP = (9.0, 25.0)
"""The strip at the foot, from and to, that must be free."""
BAND = 28.0
"""The height of the band that is made where the strip is not free."""
LARGE = 680.0
"""Pages whose shorter side is longer have larger stamps: as large as on A4 once printed on A4."""
A4_WIDTH = 595.28
LEAST = (300.0, 200.0)
"""A page narrower or lower than this is set on a larger sheet: no stamp fits on it."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, x0 < x1 and y0 < y1."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """From x0 to x1."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From y0 to y1."""
        return self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it is shown: its visible box, its turn (0, 90, 180, 270 clockwise), its unit."""

    box: Box
    rotate: int = 0
    user_unit: float = 1.0

    @property
    def width(self) -> float:
        """The width as shown."""
        return self.box.height if self.rotate in (90, 270) else self.box.width

    @property
    def height(self) -> float:
        """The height as shown."""
        return self.box.width if self.rotate in (90, 270) else self.box.height

    @property
    def scale(self) -> float:
        """The size of the stamp, 1 on A4."""
        shorter = min(self.width, self.height) * self.user_unit
        return (shorter / A4_WIDTH if shorter > LARGE else 1.0) / self.user_unit

    @property
    def upright(self) -> Matrix:
        """From points as shown to points of the page."""
        box = self.box
        return {
            0: (1.0, 0.0, 0.0, 1.0, box.x0, box.y0),
            90: (0.0, 1.0, -1.0, 0.0, box.x1, box.y0),
            180: (-1.0, 0.0, 0.0, -1.0, box.x1, box.y1),
            270: (0.0, -1.0, 1.0, 0.0, box.x0, box.y1),
        }[self.rotate]

    @property
    def strip(self) -> Box:
        """The strip as shown that the stamp needs."""
        low, high = (edge * self.scale for edge in STRIP)
        side = MARGIN * self.scale
        return Box(side, low, max(self.width - side, side + 1), high)

    @property
    def top_left(self) -> tuple[float, float]:
        """The point of the page where reading begins."""
        return apply(self.upright, 0, self.height)


@dataclass(frozen=True, slots=True)
class Placed:
    """A page with room for its stamp: the sheet it stands on, and where its content went.

    `move` (a scale and a shift, never a turn) takes points of the old page to the new one. None
    where nothing had to move.
    """

    shown: Shown
    move: Matrix | None = None


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """The point to which `matrix` takes (x, y)."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def box(numbers: Sequence[float] | None) -> Box | None:
    """The box with these corners, in any order; None where they make none."""
    if (
        numbers is None
        or len(numbers) != 4
        or not all(isfinite(n) and abs(n) < 1e7 for n in numbers)
    ):
        return None
    xs, ys = (numbers[0], numbers[2]), (numbers[1], numbers[3])
    made = Box(min(xs), min(ys), max(xs), max(ys))
    return made if made.width >= 1 and made.height >= 1 else None


def shown(
    media: Sequence[float] | None, crop: Sequence[float] | None, rotate: float, user_unit: float
) -> Shown:
    """How a page with these entries is shown (ISO 32000-1, 7.7.3.3 and 14.11.2).

    What makes no sense is read as readers read it: no MediaBox as Letter, a CropBox outside it
    as none, a turn to the nearest quarter, a unit that is not positive as 1.
    """
    paper = box(media) or Box(*LETTER)
    cut = box(crop)
    if cut is not None:
        inner = (
            max(cut.x0, paper.x0),
            max(cut.y0, paper.y0),
            min(cut.x1, paper.x1),
            min(cut.y1, paper.y1),
        )
        if inner[0] + 1 <= inner[2] and inner[1] + 1 <= inner[3]:
            paper = Box(*inner)
    quarter = round(rotate / 90) * 90 % 360 if isfinite(rotate) else 0
    unit = user_unit if isfinite(user_unit) and 0.01 <= user_unit <= 100_000 else 1.0
    return Shown(paper, quarter, unit)


def placed(page: Shown, *, free: bool) -> Placed:
    """The page with room for its stamp. `free` says that its strip is blank.

    A page that is too small for a stamp is set, at its own size, on a larger sheet. On any other
    whose strip is not free the content is made smaller, by about four parts in a hundred, to leave
    a band at the foot of the same sheet.
    """
    least_width, least_height = (side / page.user_unit for side in LEAST)
    band = BAND * page.scale
    if page.width < least_width or page.height < least_height:
        width, height = max(page.width, least_width), max(page.height, least_height) + band
        return _moved(page, 1.0, width, height)
    if free:
        return Placed(page)
    return _moved(page, (page.height - band) / page.height, page.width, page.height)


def _moved(page: Shown, scale: float, width: float, height: float) -> Placed:
    """The page's content, made `scale` as large, in the middle of the top of a sheet as shown."""
    turned = page.rotate in (90, 270)
    corner = (
        (0.0, 0.0) if (width, height) != (page.width, page.height) else (page.box.x0, page.box.y0)
    )
    across, up = (height, width) if turned else (width, height)
    sheet = Shown(Box(*corner, corner[0] + across, corner[1] + up), page.rotate, page.user_unit)
    # Where the old page's lower left corner, as shown, comes to stand on the sheet as shown.
    x, y = (width - page.width * scale) / 2, height - page.height * scale
    old, new = apply(page.upright, 0, 0), apply(sheet.upright, x, y)
    return Placed(sheet, (scale, 0.0, 0.0, scale, new[0] - scale * old[0], new[1] - scale * old[1]))


def on_page(page: Shown, area: Box) -> Box:
    """The box of the page that is shown as `area`."""
    corners = [apply(page.upright, x, y) for x in (area.x0, area.x1) for y in (area.y0, area.y1)]
    return around(corners)


def around(points: Iterable[tuple[float, float]]) -> Box:
    """The smallest box that holds the points."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def moved_box(move: Matrix, area: Box) -> Box:
    """The box to which `move` takes `area`."""
    return around([apply(move, area.x0, area.y0), apply(move, area.x1, area.y1)])


def overlap(one: Box, other: Box) -> bool:
    """True if the two boxes share more than an edge."""
    return one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1
