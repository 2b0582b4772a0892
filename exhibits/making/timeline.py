"""events.csv -> timeline.png: the events that carry a word for the timeline, in order."""

import calendar
import csv

from drawing import EXHIBITS, GREY, INK, MAKING, font, sheet, wrapped

TOP, STEP, COLUMN, RADIUS = 172, 148, 800, 9


def make() -> None:
    """Write timeline.png: two columns, read downwards."""
    with (MAKING / "events.csv").open(encoding="utf-8", newline="") as lines:
        chosen = [event for event in csv.DictReader(lines) if event["timeline"]]
    chosen.sort(key=lambda event: _day(event["date"]))
    image, draw = sheet("Timeline, April 2021 to April 2022")
    half = (len(chosen) + 1) // 2
    for place, event in enumerate(chosen):
        left = 120 + COLUMN * (place // half)
        top = TOP + STEP * (place % half)
        if place % half < half - 1 and place < len(chosen) - 1:
            draw.line((left, top + 16, left, top + STEP + 16), fill=GREY, width=3)
        draw.ellipse((left - RADIUS, top + 16 - RADIUS, left + RADIUS, top + 16 + RADIUS), fill=INK)
        draw.text((left + 36, top), event["date"], fill=INK, font=font(27, "Sans-Bold"))
        for line, words in enumerate(wrapped(event["timeline"], 27, COLUMN - 90)):
            draw.text((left + 36, top + 40 + 34 * line), words, fill=INK, font=font(27))
    image.save(EXHIBITS / "timeline.png", optimize=True, dpi=(150, 150))


MONTHS = list(calendar.month_name)


def _day(date: str) -> tuple[int, int, int]:
    """“24 February 2022, about 05:00” -> (2022, 2, 24)."""
    day, month, year = date.split(",")[0].split()
    return int(year), MONTHS.index(month), int(day)


if __name__ == "__main__":
    make()
