"""A page that is written -> its Word file, in a process that does nothing else: what pandoc does with its Markdown.

    .venv/bin/python -m benchmarks.word_alone PAGE.html TARGET.docx

As it is filed: without labels, and without page numbers in its contents, which pandoc's has not either.
"""

import gc
import os
import sys
from pathlib import Path

from indictment.render import word

REFERENCE = Path(__file__).parents[1] / "templates" / "international" / "reference.docx"


def no_image(path: str) -> bytes:
    """The texts that are measured have none."""
    raise AssertionError(path)


def main() -> None:
    gc.disable()  # as the command does while it builds
    page, target = map(Path, sys.argv[1:])
    content = word.write(
        page.read_text("utf-8"), reference=REFERENCE.read_bytes(), images=no_image, labels=False
    )
    target.write_bytes(content)
    os._exit(0)  # as the command does


if __name__ == "__main__":
    main()
