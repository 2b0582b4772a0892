"""What was read of a sentence before is what is read of it now, and only the same sentence is known."""

import ast
import json
import sys
from pathlib import Path

import pytest

import indictment.check.language
from indictment.check import known
from indictment.check.language.saying import Said, Sentence, said
from indictment.folder import MemoryFolder
from indictment.machine.cache import Cache
from indictment.pipeline.reading import check_folder
from tests.rule_pages import FOLDER, read

MATTER = read(FOLDER / "README.md").sections[0].files
COUNT = "counts/01-pillage.md"
OPEN = "Reportedly they took sacks and other property, a monstrous betrayal.\n"
LANGUAGE = ("DEF010", "LNG001", "LNG002", "LNG004")


@pytest.fixture(autouse=True)
def next_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins as a new process does."""
    new_process(monkeypatch)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences that are read."""
    read_now: list[str] = []

    def reading(sentence: Sentence) -> Said:
        read_now.append(sentence.text)
        return said(sentence)

    monkeypatch.setattr(known, "said", reading)
    return read_now


def check(cache: Cache, *paragraphs: str, head: str = "") -> list[tuple[str, str, str]]:
    """What the rules of language say of the small matter with these paragraphs in its count."""
    files = {path: data for path, data in MATTER.items() if data is not None}
    files[COUNT] += "\n".join(("", *paragraphs)).encode()
    files["matter.yaml"] = b"title: T\ndate: 2021-05-04\n" + head.encode()
    found = check_folder(MemoryFolder(files), cache).diagnostics
    return [
        (d.rule.code, str(d.severity), f"{d.span} {d.message}")
        for d in found
        if d.rule.code in LANGUAGE
    ]


def new_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "_known", known._Known())


def test_what_was_read_is_known_in_the_next_process(
    tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = check(Cache(tmp_path), OPEN)
    assert {code for code, _, _ in first} == {"LNG001", "LNG002", "LNG004"}
    assert asked
    asked.clear()
    new_process(monkeypatch)
    assert check(Cache(tmp_path), OPEN) == first
    assert not asked


def test_other_words_are_read_and_the_rest_is_known(tmp_path: Path, asked: list[str]) -> None:
    check(Cache(tmp_path), OPEN)
    asked.clear()
    found = check(Cache(tmp_path), OPEN, "Grain and other property was taken.\n")
    assert asked == ["Grain and other property was taken."]
    assert len([code for code, _, _ in found if code == "LNG001"]) == 2


def test_another_number_of_accused_is_another_question(tmp_path: Path) -> None:
    one = Sentence("The accused knew of it.", (), 1, is_of_one=False, is_divided=False)
    two = one._replace(accused=2)
    assert [len(each.groups) for each in known.answers([one, two])] == [0, 1]
    assert known.answers([two]) == [said(two)]
    assert known.answers([one]) == [said(one)]


def test_what_other_lists_have_found_is_read_again(
    tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = check(Cache(tmp_path), OPEN)
    asked.clear()
    new_process(monkeypatch)
    monkeypatch.setattr(known, "_by", lambda: "lists of another version")
    assert check(Cache(tmp_path), OPEN) == first
    assert asked


def test_severities_are_not_kept(tmp_path: Path) -> None:
    before = check(Cache(tmp_path), OPEN)
    after = check(Cache(tmp_path), OPEN, head="severities: {LNG004: error}\n")
    assert [severity for code, severity, _ in before if code == "LNG004"] == ["note"]
    assert [severity for code, severity, _ in after if code == "LNG004"] == ["error"]


@pytest.mark.parametrize(
    "answer",
    [
        None, 1, [], {}, "text", [[], [], []], [[], [], [], [], []], [[], [], [], 0],
        [[[0, 2, "army"]], [], [], []], [[[0, 2]], [], [], []], [[], [[0, 99999]], [], []],
        [[], [[-1, 2]], [], []], [[], [[3, 2]], [], []], [[], [["a", "b"]], [], []],
        [[], [[0, 1.5]], [], []], [[], [[0, 1, 2]], [], []], [[[[], [], "body"]], [], [], []],
    ],
)  # fmt: skip
def test_what_is_no_answer_is_read_again(
    tmp_path: Path, answer: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path)
    first = check(cache, OPEN)
    kept = json.loads(cache.get("sentences.json") or b"")
    kept["said"] = dict.fromkeys(kept["said"], answer)
    cache.put("sentences.json", json.dumps(kept).encode())
    new_process(monkeypatch)
    assert check(cache, OPEN) == first


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"7", b'{"by": 1}', b"[" * 100_000, b"\xff"])
def test_a_file_that_holds_no_answers_is_made_again(
    tmp_path: Path, data: bytes, asked: list[str]
) -> None:
    cache = Cache(tmp_path)
    cache.put("sentences.json", data)
    assert check(cache, OPEN)
    assert asked
    assert json.loads(cache.get("sentences.json") or b"")["said"]


def test_no_more_is_kept_than_the_sentences_of_the_last_check(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    check(cache, OPEN)
    before = cache.get("sentences.json")
    check(cache, OPEN, *(f"Sack {n} was taken.\n" for n in range(50)))
    assert cache.get("sentences.json") != before
    check(cache, OPEN)
    assert len(cache.get("sentences.json") or b"") == len(before or b"")


def test_a_cache_that_cannot_be_written_does_not_hurt(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert check(Cache(tmp_path / "file" / "cache"), OPEN) == check(Cache(tmp_path), OPEN)


def test_a_sentence_is_read_by_nothing_but_what_its_digest_knows() -> None:
    """`_by` digests the modules of this folder: what they import from elsewhere would not be noticed."""
    folder = Path(indictment.check.language.__file__).parent
    for module in folder.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            else:
                continue
            for name in names:
                own = name.startswith("indictment.check.language")
                assert own or name.split(".")[0] in sys.stdlib_module_names, (module.name, name)
