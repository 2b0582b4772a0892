"""casualties.csv: civilian casualties recorded by OHCHR, for the days on which a text was read."""

import csv

from drawing import EXHIBITS, NOTICE

ROWS = (
    ("2022-03-04", 351, 707, "OHCHR, reliefweb.int, 5 March 2022"),
    ("2022-03-24", 1081, 1707, "OHCHR, reliefweb.int, 25 March 2022"),
    ("2022-04-01", 1325, 2017, "OHCHR as quoted by Interfax-Ukraine, 2 April 2022"),
    ("2022-04-03", 1430, 2097, "OHCHR, reliefweb.int, 4 April 2022"),
    ("2022-04-04", 1480, 2195, "OHCHR, reliefweb.int, 5 April 2022"),
    ("2022-04-05", 1563, 2213, "OHCHR as quoted by Interfax-Ukraine, 6 April 2022"),
)
"""To midnight of the day: killed, injured, source."""


def make() -> None:
    """Write casualties.csv; the head of the last column carries the notice."""
    with (EXHIBITS / "casualties.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("To midnight of", "Killed", "Injured", "Together", f"Source ({NOTICE})"))
        for day, killed, injured, source in ROWS:
            table.writerow((day, killed, injured, killed + injured, source))


if __name__ == "__main__":
    make()
