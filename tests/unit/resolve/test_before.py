"""A matter of which most is known from before is bound as if nothing were."""

from dataclasses import fields

import pytest

from indictment import parse, resolve
from indictment.folder import DiskFolder, MemoryFolder
from indictment.machine.shipped import shipped
from indictment.model.indictment import Indictment
from indictment.resolve import blocks
from tests.rule_pages import FOLDER, read

MATTER = {p: d for p, d in read(FOLDER / "README.md").sections[0].files.items() if d is not None}
COUNT = "counts/01-pillage.md"
TOOL = DiskFolder(shipped("templates").parent)


class Staying:
    """A process that stays: it binds the matter after each change, and counts the paragraphs that it has to bind."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.known, self.before = parse.Known(), resolve.Before()
        self.bound = 0
        bind = blocks.Blocks._paragraph

        def counted(writer: blocks.Blocks, piece: object) -> object:
            self.bound += 1
            return bind(writer, piece)  # type: ignore[arg-type]

        monkeypatch.setattr(blocks.Blocks, "_paragraph", counted)

    def binds(self, files: dict[str, bytes]) -> int:
        """How many paragraphs are bound anew; what comes of it is what comes of binding all."""
        given = parse.matter(MemoryFolder(files), TOOL, self.known).value
        assert given is not None
        self.bound = 0
        found = resolve.indictment(given, {}, self.before)
        count = self.bound
        whole = resolve.indictment(given, {})
        for each in fields(Indictment):
            assert getattr(found.value, each.name) == getattr(whole.value, each.name), each.name
        assert found.diagnostics == whole.diagnostics
        return count


@pytest.fixture
def staying(monkeypatch: pytest.MonkeyPatch) -> Staying:
    return Staying(monkeypatch)


def changed(text: str, path: str = COUNT) -> dict[str, bytes]:
    """The matter with more text at the end of a file."""
    return {**MATTER, path: MATTER[path] + text.encode()}


def test_what_has_not_changed_is_not_bound_again(staying: Staying) -> None:
    assert staying.binds(MATTER) > 0
    assert staying.binds(dict(MATTER)) == 0


@pytest.mark.parametrize(
    "text",
    [
        "\nThey took the sacks.\n",
        "\nThey took the sacks [@order-14, p. 1].\n",
        "\nThey took the sacks. ^[So it was said.]\n",
        "\n{#put-in}\nThey took the sacks, as paragraph @put-in says, and @nobody saw it.\n",
        "\nThey took [the sacks]{.redact}.\n",
        "\n{#nonsense\n\nThey took the sacks, see paragraph 3.\n",
    ],
)
def test_a_change_and_its_taking_back(staying: Staying, text: str) -> None:
    whole = staying.binds(MATTER)
    assert staying.binds(changed(text)) > 0
    assert staying.binds(MATTER) > 0
    assert staying.binds(MATTER) == 0
    assert whole > 0


def test_a_word_of_one_file_leaves_the_others(staying: Staying) -> None:
    whole = staying.binds(MATTER)
    reworded = {**MATTER, COUNT: MATTER[COUNT].replace(b" the ", b" these ", 1)}
    assert reworded != MATTER
    assert 0 < staying.binds(reworded) < whole


def test_what_a_label_names_counts(staying: Staying) -> None:
    staying.binds(MATTER)
    form = {**MATTER, "matter.yaml": MATTER["matter.yaml"] + b"short-title: Another\n"}
    assert staying.binds(form) > 0


def test_front_matter_of_a_file_counts_for_that_file(staying: Staying) -> None:
    whole = staying.binds(MATTER)
    dated = {**MATTER, COUNT: MATTER[COUNT].replace(b"---\n", b"---\n# a remark\n", 1)}
    assert 0 < staying.binds(dated) < whole
