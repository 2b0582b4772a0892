"""Each incident and each victim of a schedule should have a date, a place and a name, or a reason why not.

A schedule gives the particulars that the text leaves out. A row without a date or a place does not tell the
accused what to answer. "unknown" is a reason; an empty cell is none.

For example, a row with nothing in the column "Date".

Fill the cell, or write why it cannot be filled: "date not known; between 3 and 9 May 2018".
"""

import re
from collections.abc import Iterator

from indictment.check.declare import rule
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING)

_WANTED = re.compile(
    r"\b(?:date|day|when|place|location|where|village|town|victim|name|identity|person)s?\b",
    re.IGNORECASE,
)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each empty cell of a column that says when, where or who."""
    for schedule in indictment.matter.schedules:
        wanted = [
            (at, column.heading)
            for at, column in enumerate(schedule.head.columns)
            if _WANTED.search(column.heading) or _WANTED.search(column.key)
        ]
        for row in schedule.rows:
            for at, heading in wanted:
                if at < len(row.cells) and not row.cells[at].content:
                    yield RULE.at(
                        row.cells[at].span if row.cells[at].span.column else row.span,
                        f"this row has nothing in the column “{heading}”",
                        help="fill the cell, or write why it cannot be filled",
                    )
