"""What was worked out once is given back whole, or not at all."""

import os
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


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for number, name in enumerate(("part-a", "part-b", "part-c", "text")):
        cache.put(name, b"x" * 100)
        os.utime(tmp_path / name, ns=(number, number))
    assert cache.used("part-a") is not None
    cache.trim("part-", 300)
    assert cache.names("") == ["part-a", "part-c", "text"]
    cache.trim("part-", 0)
    assert cache.names("") == ["text"]


def test_reading_leaves_the_time_of_what_is_kept(tmp_path: Path) -> None:
    # what was worked out of files on a disk is held against the time at which it was kept
    cache = Cache(tmp_path)
    cache.put("one", b"1")
    os.utime(tmp_path / "one", ns=(5, 5))
    assert cache.get("one") == b"1"
    assert cache.kept_at("one") == 5


def test_it_is_known_whether_anything_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert Cache(tmp_path / "new").put("one", b"1")
    assert Cache(None).put("one", b"1")
    assert not Cache(tmp_path / "file" / "cache").put("one", b"1")
    assert [entry.name for entry in (tmp_path / "new").iterdir()] == ["one"]
