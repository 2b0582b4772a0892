"""What sentences say, as it was read before: kept in the matter's cache, by their words.

To read a sentence takes some hundred patterns, and an edit changes few sentences. What is kept says
by which of our lists and patterns it was read, and holds no more than the sentences of the last check.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache as once
from hashlib import blake2b, sha256
from importlib.resources import files
from typing import Any, get_args

from indictment.check.language.collectives import Group, Sort
from indictment.check.language.saying import Said, Sentence, Spans, said
from indictment.machine.cache import Cache

_NAME = "sentences.json"
_SORTS: tuple[str, ...] = get_args(Sort)
_NOTHING = Said()


@dataclass(slots=True)
class _Known:
    """`answers` are those of the last check, by question, as they are kept; `cache` is where from."""

    cache: Cache | None = None
    answers: dict[str, Any] = field(default_factory=dict)
    has_new: bool = False


_known = _Known()


@contextmanager
def sentences_kept(cache: Cache) -> Iterator[None]:
    """While this lasts, sentences are known that `cache` has from before; at its end it has those of now."""
    if _known.cache != cache:
        _known.cache, _known.answers, _known.has_new = cache, _kept(cache), False
    yield
    if _known.has_new:
        cache.put(_NAME, json.dumps({"by": _by(), "said": _known.answers}).encode())
        _known.has_new = False


def answers(asked: Iterable[Sentence]) -> list[Said]:
    """What each sentence says: as it is known, or as it is read now."""
    before = _known.answers
    now: dict[str, Any] = {}
    found: list[Said] = []
    for sentence in asked:
        question = repr(tuple(sentence)).encode("utf-8", "surrogatepass")
        key = blake2b(question, digest_size=16).hexdigest()
        answer = _made(before.get(key), len(sentence.text))
        if answer is None:
            answer = said(sentence)
            _known.has_new = True
        now[key] = answer if any(answer) else 0  # most sentences say nothing of this
        found.append(answer)
    _known.has_new |= len(now) != len(before)
    _known.answers = now
    return found


def _kept(cache: Cache) -> dict[str, Any]:
    with suppress(ValueError, TypeError, KeyError, RecursionError):
        held = json.loads(cache.get(_NAME) or b"")
        if held["by"] == _by() and isinstance(held["said"], dict):
            return dict(held["said"])
    return {}


def _made(kept: Any, length: int) -> Said | None:
    """The answer that was kept of a sentence of this length; None where it is none.

    The folder may come from a stranger: what is no answer to a sentence of this length is read anew.
    """
    if kept == 0:
        return _NOTHING
    with suppress(ValueError, TypeError):
        groups, *spans = kept
        acting = tuple(Group(begin, end, sort) for begin, end, sort in groups)
        if all(group.sort in _SORTS for group in acting) and len(spans) == 3:
            _spans([group[:2] for group in acting], length)
            return Said(acting, *(_spans(each, length) for each in spans))
    return None


def _spans(kept: Any, length: int) -> Spans:
    """Places in a sentence. Raises ValueError or TypeError where they are none."""
    places = tuple((begin, end) for begin, end in kept)
    if not all(
        type(begin) is type(end) is int and 0 <= begin <= end <= length for begin, end in places
    ):
        raise ValueError
    return places


@once
def _by() -> str:
    """A digest of all by which sentences are read: our lists and patterns, and Python's."""
    own = sha256(sys.version.encode())
    for file in sorted(files("indictment.check.language").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".py"):
            own.update(file.read_bytes())
    return own.hexdigest()
