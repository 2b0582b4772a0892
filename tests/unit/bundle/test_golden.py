"""The plan of the small matter's bundle, as text: each page, what it is, its stamp.

After a change that is meant, write it anew with
`python -m tests.unit.bundle.test_golden > tests/golden/small/expected/bundle.txt`
and read the difference.
"""

import sys

from indictment.bundle import plan
from indictment.bundle.listing import as_text
from indictment.folder import DiskFolder
from indictment.model.bundle import Counted
from indictment.pipeline.reading import check_folder
from tests.unit.bundle.whole import GOLDEN

EXPECTED = GOLDEN / "small" / "expected" / "bundle.txt"


def found() -> str:
    """The listing, with counts of pages that no change of a template moves."""
    indictment = check_folder(DiskFolder(GOLDEN / "small")).indictment
    assert indictment is not None
    exhibits = {
        label: facts.pages
        for label, facts in indictment.exhibit_facts.items()
        if facts.pages is not None
    }
    return as_text(plan.make(indictment, {}, Counted(8, exhibits=exhibits)))


def test_the_plan_of_the_small_matter() -> None:
    assert found() == EXPECTED.read_text("utf-8")


if __name__ == "__main__":
    sys.stdout.write(found())
