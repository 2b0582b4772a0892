"""chain-of-command.png: who answered to whom on 24 February 2022, with the source of each line."""

from drawing import EXHIBITS, GREY, INK, PAPER, font, sheet, wrapped
from PIL import ImageDraw

WIDTH, HEIGHT = 330, 160
HEAD, STAFF = "President; Supreme Commander-in-Chief", "Chief of the General Staff"
BOXES = {
    "president": (712, 170, "Vladimir Putin", f"{HEAD}; Chair of the Security Council"),
    "secretary": (90, 480, "Nikolai Patrushev", "Secretary of the Security Council"),
    "defence": (504, 480, "Sergei Shoigu", "Minister of Defence"),
    "staff": (919, 480, "Valery Gerasimov", f"{STAFF}; First Deputy Minister of Defence"),
    "intelligence": (1334, 480, "Sergei Naryshkin", "Director, Foreign Intelligence Service"),
    "foreign": (90, 760, "Sergei Lavrov", "Minister of Foreign Affairs"),
    "council": (712, 760, "Valentina Matviyenko", "Chair of the Federation Council"),
    "service": (1334, 760, "Sergei Beseda", "Head of the Fifth Service, Federal Security Service"),
}
"""Left and top edge, name and office."""
LINES = {"secretary": "A", "defence": "B", "staff": "B", "intelligence": "C"}
"""Below the President: box and the letter of the source."""
SOURCES = (
    "A  kremlin.ru, About Security Council: the Secretary answers directly to the President.",
    "B  state.kremlin.ru, Supreme Commander-in-Chief: both are directly subordinate to him.",
    "C  TASS, 5 October 2016: presented to his Service by the President as its newly appointed head.",
    "No line to Mr Lavrov, Ms Matviyenko and Mr Beseda: the sources read do not state one.",
)


def _box(draw: ImageDraw.ImageDraw, left: int, top: int, name: str, office: str) -> None:
    draw.rectangle((left, top, left + WIDTH, top + HEIGHT), outline=INK, width=3, fill=PAPER)
    draw.text((left + 18, top + 14), name, fill=INK, font=font(27, "Sans-Bold"))
    for line, words in enumerate(wrapped(office, 23, WIDTH - 36)):
        draw.text((left + 18, top + 54 + 30 * line), words, fill=INK, font=font(23))


def make() -> None:
    """Write chain-of-command.png."""
    image, draw = sheet("Chain of command on 24 February 2022")
    left, top, _, _ = BOXES["president"]
    trunk, bar = left + WIDTH // 2, top + HEIGHT + 70
    draw.line((trunk, top + HEIGHT, trunk, bar), fill=INK, width=3)
    for label, source in LINES.items():
        middle = BOXES[label][0] + WIDTH // 2
        draw.line((trunk, bar, middle, bar), fill=INK, width=3)
        draw.line((middle, bar, middle, BOXES[label][1]), fill=INK, width=3)
        draw.text((middle + 14, bar + 18), source, fill=GREY, font=font(25, "Sans-Bold"))
    for box in BOXES.values():
        _box(draw, *box)
    for line, words in enumerate(SOURCES):
        draw.text((90, 966 + 38 * line), words, fill=GREY, font=font(22))
    image.save(EXHIBITS / "chain-of-command.png", optimize=True, dpi=(150, 150))


if __name__ == "__main__":
    make()
