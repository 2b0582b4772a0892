"""A matter's folder -> the chart of its elements, as files in build/ or as a list of what is missing."""

import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from indictment.diagnostics import Diagnostic
from indictment.folder.output import Output
from indictment.model.indictment import Indictment
from indictment.pipeline.files import Made, called
from indictment.pipeline.reading import check
from indictment.value import dataclass

FILES: Mapping[str, str] = {"xlsx": "matrix.xlsx", "csv": "matrix.csv"}
"""What can be written, and how it is called."""


@dataclass(frozen=True, slots=True)
class Charted:
    """The chart's files (none where the matter cannot be read or bound), what is missing in it, and what is to be said."""

    indictment: Indictment | None
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, Sequence[str]]
    made: tuple[Made, ...] = ()
    to_do: str = ""
    missing: int = 0
    folder: Path = Path()


def missing(root: Path) -> Charted:
    """What is missing in the chart of the matter in `root`; nothing is written."""
    from indictment.render.chart import gaps, to_do

    checked = check(root)
    errors = tuple(d for d in checked.diagnostics if d.is_error)
    if checked.indictment is None or not checked.can_be_built:
        return Charted(None, errors, checked.texts)
    found = tuple(gaps(checked.indictment))
    return Charted(checked.indictment, (), checked.texts, to_do=to_do(found), missing=len(found))


def write(root: Path, outputs: Sequence[str]) -> Charted:
    """Write `outputs` (keys of FILES) into build/ of the matter in `root`: all, or none.

    Raises Busy and Unwritable (folder.output).
    """
    from indictment.render import chart

    makers = {"xlsx": chart.workbook, "csv": chart.as_csv}
    with Output(root / "build") as output:
        checked = check(root)
        indictment = checked.indictment
        if indictment is None or not checked.can_be_built:
            errors = tuple(d for d in checked.diagnostics if d.is_error)
            return Charted(None, errors, checked.texts, folder=output.target)
        files: dict[str, bytes] = {}
        made: list[Made] = []
        for kind in dict.fromkeys(outputs):
            began = time.monotonic()
            name = called(FILES[kind], is_secret=indictment.confidential)
            files[name] = makers[kind](indictment)
            made.append(Made(name, len(files[name]), None, time.monotonic() - began))
        output.put(files)
        found = sum(1 for _ in chart.gaps(indictment))
        return Charted(
            indictment, (), checked.texts, tuple(made), missing=found, folder=output.target
        )
