"""The small matter, resolved, as text. After a change that is meant, write it anew with
`python -m tests.unit.resolve.dump tests/golden/small > tests/golden/small/expected/indictment.txt`
and read the difference."""

from pathlib import Path

from indictment.folder import DiskFolder
from indictment.pipeline.reading import check_folder
from tests.unit.resolve.dump import dump

SMALL = Path(__file__).parents[2] / "golden" / "small"


def test_the_small_matter_reads_as_expected():
    found = check_folder(DiskFolder(SMALL)).indictment
    assert found is not None
    assert dump(found) == (SMALL / "expected" / "indictment.txt").read_text("utf-8")
