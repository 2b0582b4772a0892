"""ci/reference_docx/ -> templates/international/reference.docx: the styles of the Word document.

The folder holds the parts of the package as plain XML. Run `python ci/make_reference_docx.py`
after a change there and commit both. Nothing in the package is compressed, so that its bytes are
the same on every machine.
"""

import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PARTS = HERE / "reference_docx"
TARGET = HERE.parent / "templates" / "international" / "reference.docx"


def write(target: Path) -> None:
    """Write the package: parts in the order of their names, with the earliest date ZIP knows."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for part in sorted(PARTS.rglob("*")):
            if part.is_file():
                name = part.relative_to(PARTS).as_posix()
                package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part.read_bytes())


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
