"""What was worked out once is given back whole, or not at all."""

from pathlib import Path

from indictment.machine.cache import Cache


def test_what_was_put_is_given_back(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "a" / "b")
    assert cache.get("one") is None
    cache.put("one", b"data")
    assert cache.get("one") == b"data"
    assert cache.names("o") == ["one"]
    assert cache.names("x") == []


def test_a_damaged_entry_is_made_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("one", b"data")
    kept = (tmp_path / "one").read_bytes()
    for damaged in (b"", kept[:-1], kept + b"x", kept[:-1] + b"X"):
        (tmp_path / "one").write_bytes(damaged)
        assert cache.get("one") is None
        assert cache.made("one", lambda: b"new") == b"new"
        assert cache.get("one") == b"new"


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put("one", b"data")
    assert cache.get("one") is None
    assert cache.names("") == []
    assert cache.made("one", lambda: b"made") == b"made"


def test_no_folder_keeps_nothing() -> None:
    cache = Cache(None)
    cache.put("one", b"data")
    assert cache.get("one") is None
    assert cache.names("") == []


def test_nothing_is_left_beside_the_entries(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("one", b"1")
    cache.put("one", b"2")
    assert [entry.name for entry in tmp_path.iterdir()] == ["one"]
