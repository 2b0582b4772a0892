"""A number of pages -> an invented matter of about so many, and the changes that are timed in it.

Two forms: counts that each begin a page, which can be set apart from one another, and facts that run on.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from benchmarks.matters import Size, matter
from benchmarks.running import ROOT

FORM = "templates/international/court.yaml"
_COUNTS = " counts, "


def size(wanted: int, *, runs_on: bool) -> Size:
    """A matter of about so many pages: counts that each begin one, or facts that run on."""
    paragraphs = round(wanted * 3.36)
    files = max(2, paragraphs // 24)
    return Size(
        paragraphs, paragraphs * 95, paragraphs * 2, exhibits=max(20, wanted // 5),
        references=paragraphs // 3, files=files if runs_on else 1, counts=1 if runs_on else files,
    )  # fmt: skip


def each_count_begins_a_page(shipped: str) -> str:
    """The shipped form, in which each count begins a page."""
    before, line, after = shipped.partition("\nnew-page:")
    assert _COUNTS in after.partition("\n")[0], (
        "court.yaml is not the one that this was written for"
    )
    return f"{before}{line}{after.replace(_COUNTS, f'{_COUNTS}count, ', 1)}"


@dataclass(frozen=True, slots=True)
class Sized:
    """A matter on disk, which can be changed and put back as it was."""

    root: Path
    facts: Path
    """The last file before the counts."""
    reworded: Path
    """The last count; in the middle of the facts, where they run on."""
    texts: dict[Path, str]
    """Both as they were written."""

    def restore(self) -> None:
        """Put the files back."""
        for path, text in self.texts.items():
            path.write_text(text, "utf-8")

    def reword(self) -> None:
        """Write another word into one paragraph."""
        text = self.texts[self.reworded]
        self.reworded.write_text(text.replace(" harbour", " harbour-side", 1), "utf-8")

    def insert(self) -> None:
        """Write one more paragraph, with a citation, before the first count: all later numbers move on by one.

        It cites what the paragraph before it cites, so that no later citation becomes a first one.
        """
        text = self.texts[self.facts]
        cited = text[text.rindex("[@") :].partition("]")[0]
        self.facts.write_text(f"{text}\n{{#put-in}}\nThe guards came back {cited}].\n", "utf-8")

    def miscite(self) -> None:
        """Cite a page that the exhibit has not: the draft has one error, which stands at the head of each page."""
        text = self.texts[self.reworded]
        self.reworded.write_text(re.sub(r", p\. \d+", ", p. 9999", text, count=1), "utf-8")


def written(root: Path, wanted: int, *, runs_on: bool) -> Sized:
    """Write the matter into `root`."""
    matter(size(wanted, runs_on=runs_on)).write(root)
    if not runs_on:
        form = root / FORM
        form.parent.mkdir(parents=True)
        form.write_text(each_count_begins_a_page((ROOT / FORM).read_text("utf-8")), "utf-8")
    facts, counts = (sorted((root / name).glob("*.md")) for name in ("facts", "counts"))
    reworded = facts[len(facts) // 2] if runs_on else counts[-1]
    texts = {path: path.read_text("utf-8") for path in (facts[-1], reworded)}
    return Sized(root, facts[-1], reworded, texts)
