"""The code of our own templates is kept beside our modules; that of a matter's templates is not."""

from pathlib import Path

import pytest

from indictment.render.page import compiled
from indictment.render.page.compiled import Compiled
from indictment.render.page.environment import Origins, environment
from indictment.render.page.lookup import Load, TemplateFolder

_OWN = b'<p class="formula">{{ 1 + 1 }}</p>'


@pytest.fixture(autouse=True)
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr(compiled, "cache_from_source", lambda file: str(tmp_path / "code" / "x"))
    return tmp_path / "code"


def _compile(load: Load = lambda path: None) -> tuple[str, bool]:
    """The page template's module, and whether it was compiled for it."""
    asked = []
    env = environment(TemplateFolder("international", load), {}, Origins(), Compiled())
    generate = env._generate

    def counted(*given: object, **named: object) -> str:
        asked.append(given)
        return generate(*given, **named)  # type: ignore[arg-type]

    env._generate = counted  # type: ignore[method-assign]
    made = env.get_template("signature.html")
    return repr(made.root_render_func.__code__.co_consts), bool(asked)


def test_our_own_templates_are_compiled_once(beside: Path) -> None:
    first, was_compiled = _compile()
    assert was_compiled
    assert len(list(beside.iterdir())) == 1
    assert _compile() == (first, False)


def test_those_of_a_matter_are_compiled_by_each_command(beside: Path) -> None:
    load = {"templates/international/signature.html": _OWN}.get
    _compile()
    kept = {file: file.read_bytes() for file in beside.iterdir()}
    for _ in range(2):
        constants, was_compiled = _compile(load)
        assert was_compiled
        assert 'class="formula"' in constants
    assert {file: file.read_bytes() for file in beside.iterdir()} == kept


def test_what_a_matter_has_under_the_same_words_is_compiled_too() -> None:
    """Its text is that of ours, and yet nothing that was kept is run for it."""
    shipped = TemplateFolder("international", lambda path: None).data("signature.html")
    assert shipped is not None
    _compile()
    assert _compile({"templates/international/signature.html": shipped[1]}.get)[1]


@pytest.mark.parametrize("damage", [b"", b"nothing that was kept", None])
def test_what_is_damaged_is_made_again(beside: Path, damage: bytes | None) -> None:
    first, _ = _compile()
    (kept,) = beside.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-40] + whole[-39:] if damage is None else damage)
    assert _compile() == (first, True)
    assert kept.read_bytes() == whole


def test_another_version_of_ours_compiles_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = _compile()
    monkeypatch.setattr(compiled, "_made_with", lambda: b"another")
    assert _compile() == (first, True)


def test_a_folder_that_cannot_be_written_keeps_nothing(beside: Path) -> None:
    beside.write_text("a file where the folder should be")
    first, was_compiled = _compile()
    assert was_compiled
    assert _compile() == (first, True)
    assert beside.read_text() == "a file where the folder should be"
