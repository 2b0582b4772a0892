"""The accused and their offices, and the persons who are named: who is new, gone, or described otherwise.

A protected person is named by the pseudonym or by the label alone, whichever version protects.
"""

from collections.abc import Iterator, Sequence

from indictment.compare.facts.versions import Versions
from indictment.model.indictment import Accused, Indictment
from indictment.model.matter import Defendant
from indictment.model.people import Office, Person
from indictment.model.redline import Amendment

_PARTICULARS = (
    ("name", "full name"),
    ("short", "short name"),
    ("native", "name in the accused’s own script"),
    ("native_language", "language of that name"),
    ("aliases", "list of other names"),
    ("birthplace", "place of birth"),
    ("nationality", "nationality"),
    ("gender", "gender"),
)


def amendments(versions: Versions) -> Iterator[Amendment]:
    """The amendments of the accused, in their order, then those of the persons."""
    old = {one.label: one for one in versions.before.matter.defendants}
    new = {one.label: one for one in versions.after.matter.defendants}
    for was, now in versions.accused:
        if was is None and now is not None:
            yield Amendment(
                "added",
                "accused",
                f"{now.heading} is a new accused",
                new=now.name,
                accused=(now.label,),
                reason="with what the accused is charged is said at the counts",
            )
        elif now is None and was is not None:
            words = f"{was.heading} is no longer accused"
            yield Amendment("withdrawn", "accused", words, old=was.name, accused=(was.label,))
        elif was is not None and now is not None and was.label in old and now.label in new:
            yield from _particulars(old[was.label], new[now.label], was, now)
            yield from _offices(old[was.label], new[now.label], was, now)
    yield from _persons(versions.before, versions.after)


def _particulars(old: Defendant, new: Defendant, was: Accused, now: Accused) -> Iterator[Amendment]:
    for key, called in _PARTICULARS:
        before, after = getattr(old.head, key), getattr(new.head, key)
        if before != after:
            words = f"The {called} of {now.heading} is {_changed(before, after)}"
            yield Amendment(
                "reworded", "particulars", words, _plain(before), _plain(after), (), (now.label,)
            )
    if old.head.born != new.head.born:
        words = f"The date of birth of {now.heading} is {_changed(old.head.born, new.head.born)}"
        yield Amendment("re-dated", "particulars", words, was.born, now.born, (), (now.label,))


def _changed(before: object, after: object) -> str:
    if not before:
        return "given now"
    return "another" if after else "left out"


def _plain(value: object) -> str:
    return ", ".join(str(one) for one in value) if isinstance(value, tuple) else str(value)


# --- offices ---------------------------------------------------------------------------------------


def _offices(old: Defendant, new: Defendant, was: Accused, now: Accused) -> Iterator[Amendment]:
    free = list(range(len(old.head.offices)))
    accused = (now.label,)
    for at, office in enumerate(new.head.offices):
        found = _same(office, old.head.offices, free)
        after = _held(now, at, office)
        if found is None:
            words = f"The office of {_title(office)} is added to those of {now.heading}"
            yield Amendment("added", "office", words, "", after, (), accused)
            continue
        free.remove(found)
        former = old.head.offices[found]
        before = _held(was, found, former)
        if (former.title, former.body) != (office.title, office.body):
            words = f"The office of {_title(office)} of {now.heading} is described otherwise"
            yield Amendment("reworded", "office", words, before, after, (), accused)
        if (former.from_, former.to) != (office.from_, office.to):
            how = "is dated otherwise"
            if former.from_ == office.from_ and not former.to:
                how = "is now said to have ended"
            elif former.from_ == office.from_ and not office.to:
                how = "is no longer said to have ended"
            words = f"The office of {_title(office)} of {now.heading} {how}"
            yield Amendment("re-dated", "office", words, before, after, (), accused)
    for at in free:
        office = old.head.offices[at]
        words = f"The office of {_title(office)} of {now.heading} is withdrawn"
        yield Amendment("withdrawn", "office", words, _held(was, at, office), "", (), accused)


def _same(office: Office, old: Sequence[Office], free: Sequence[int]) -> int | None:
    """The office of the old version that it is: of the same title, rather with the same dates."""
    dates = (office.from_, office.to)
    alike = [at for at in free if old[at].title == office.title]
    alike += [at for at in free if dates != (None, None) and (old[at].from_, old[at].to) == dates]

    def unlike(at: int) -> tuple[bool, bool]:
        return old[at].body != office.body, (old[at].from_, old[at].to) != dates

    return min(alike, key=unlike, default=None)


def _title(office: Office) -> str:
    return f"{office.title} ({office.body})" if office.body else office.title


def _held(accused: Accused, at: int, office: Office) -> str:
    """The office with its dates: as printed, or in figures where the form prints no offices."""
    if at < len(accused.offices):
        dates = accused.offices[at].dates
    else:
        dates = " to ".join(str(one) for one in (office.from_, office.to) if one)
    return f"{_title(office)}, {dates}" if dates else _title(office)


# --- persons ---------------------------------------------------------------------------------------


def _persons(before: Indictment, after: Indictment) -> Iterator[Amendment]:
    old, new = _by_label(before), _by_label(after)
    for label, person in new.items():
        if label not in old:
            yield Amendment("added", "person", f"{_called(label, person)} is named now")
            continue
        was = old[label]
        if was.protected != person.protected:
            how = "is now protected" if person.protected else "is no longer protected"
            called = _called(label, person if person.protected else was)
            yield Amendment("replaced", "person", f"{called} {how}")
        elif person.protected:
            if was != person:
                yield Amendment(
                    "reworded",
                    "person",
                    f"The protected person “{label}” is described or named otherwise",
                )
        elif was.printed != person.printed:
            words = f"{was.printed} is now named {person.printed}"
            yield Amendment("reworded", "person", words, was.printed, person.printed)
        elif was != person:
            yield Amendment("reworded", "person", f"{person.printed} is described otherwise")
    for label, person in old.items():
        if label not in new:
            yield Amendment("withdrawn", "person", f"{_called(label, person)} is no longer named")


def _by_label(indictment: Indictment) -> dict[str, Person]:
    persons = indictment.matter.persons
    return dict(persons.persons) if persons else {}


def _called(label: str, person: Person) -> str:
    """The name as printed: of a protected person that is the pseudonym."""
    return f"The protected person {person.printed}" if person.protected else person.printed
