"""A Word file -> its faults, as the validator of Microsoft's Open XML SDK finds them."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from tests.readers.running import run

VALIDATOR = Path(__file__).parents[2] / ".readers" / "ooxml" / "ooxml-validator"


@dataclass(frozen=True)
class Fault:
    """A part of the file, the place in it (both may be unknown) and what is wrong there."""

    part: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.part} {self.where}: {self.message}"


def installed() -> bool:
    return os.access(VALIDATOR, os.X_OK)


def validate(path: Path, version: str = "Microsoft365") -> tuple[Fault, ...]:
    """The faults by the schema of that version, Office2007 to Office2021 or Microsoft365.

    A sound file has none; a file that cannot be opened has one fault, with an empty part.

    Raises:
        ReaderError: the validator itself did not run.
    """
    # The validator carries .NET, which asks for the ICU libraries unless it is told to do without.
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    verdict = json.loads(run([VALIDATOR, path, version], environment=environment))
    return tuple(
        Fault(fault["path"] or "", fault["xPath"] or "", fault["description"])
        for fault in verdict["errors"]
    )
