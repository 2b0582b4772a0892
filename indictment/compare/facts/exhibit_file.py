"""An exhibit in both versions -> what became of its file: told by its content, else by the list's SHA-256."""

from indictment.compare.facts.versions import Versions, file_hash
from indictment.model.facts import ExhibitFacts
from indictment.model.matter import ListedExhibit
from indictment.model.redline import Amendment

_CONVERTED = "EXH002"
"""The rule that is allowed where a file is not the one that was collected, and is not meant to be."""


def amendment(
    versions: Versions, old: ListedExhibit, new: ListedExhibit, name: str
) -> Amendment | None:
    """The amendment, without its place; None where the file is the same, or nothing tells that it is not."""
    before = versions.before.exhibit_facts.get(old.label)
    after = versions.after.exhibit_facts.get(new.label)
    was, now = file_hash(versions.before, old), file_hash(versions.after, new)
    if not old.entry.file and new.entry.file:
        return Amendment("added", "exhibit", f"There is now a file of {name}", "", _sum(now))
    if old.entry.file and not new.entry.file:
        words = f"There is no longer a file of {name}"
        return Amendment("withdrawn", "exhibit", words, _sum(was))
    same = _same(before, after)
    if same is None:
        return _by_list(old, new, name, before, after)
    if not same:
        return _replaced(name, was, now, _stale(now, was, new.entry.sha256))
    listed = old.entry.sha256, new.entry.sha256
    if listed[0] == listed[1]:
        return None
    words = f"The SHA-256 that the list of exhibits gives for {name} is another"
    shown = _sum(listed[0]), _sum(listed[1])
    return Amendment("reworded", "exhibit", words, *shown, reason="the file is the same")


def _by_list(
    old: ListedExhibit,
    new: ListedExhibit,
    name: str,
    before: ExhibitFacts | None,
    after: ExhibitFacts | None,
) -> Amendment | None:
    """The content of one of the two files is not known: a version need not hold them."""
    was, now = old.entry.sha256, new.entry.sha256
    if was and now and was != now:
        reason = "told by the list of exhibits: the two files could not be compared"
        return _replaced(name, was, now, reason)
    if before is not None and before.kind != "missing" and after is not None:
        if after.kind != "missing":
            return None
        words, reason = f"The file of {name} is missing", f"{new.path} is not there"
        return Amendment("withdrawn", "exhibit", words, _sum(before.sha256), reason=reason)
    here = after.sha256 if after is not None else ""
    if was and here and here != was and _CONVERTED not in new.entry.allow:
        reason = "the old version holds no file; the file has no longer the SHA-256 in the list"
        return _replaced(name, was, here, reason)
    return None


def _same(was: ExhibitFacts | None, now: ExhibitFacts | None) -> bool | None:
    """Whether two files have the same content; None where that of one of them is not known."""
    if was is None or now is None:
        return None
    if was.blob and was.blob == now.blob:
        return True
    return was.sha256 == now.sha256 if was.sha256 and now.sha256 else None


def _replaced(name: str, was: str, now: str, reason: str) -> Amendment:
    words = f"The file of {name} is replaced"
    return Amendment("replaced", "exhibit", words, _sum(was), _sum(now), reason=reason)


def _stale(now: str, was: str, listed: str) -> str:
    """What is to be said of the SHA-256 in the list, where a file was replaced."""
    if not listed or listed == now:
        return ""
    whose = "still that of the old file" if listed == was else "not that of the new file"
    return f"the SHA-256 in the list of exhibits is {whose}"


def _sum(sha256: str) -> str:
    return f"SHA-256 {sha256[:16]}…" if sha256 else ""
