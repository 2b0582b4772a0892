"""Counts, offences, accused in counts: what is charged now, and was not; and the reverse."""

from collections.abc import Iterator

from indictment.compare.facts import bases
from indictment.compare.facts.new_charges import may_be
from indictment.compare.facts.pleaded import Pleaded
from indictment.compare.facts.versions import Versions, listed
from indictment.model.redline import Amendment


def amendments(versions: Versions) -> Iterator[Amendment]:
    """The amendments of what is charged, count by count."""
    for was, now in versions.counts:
        if was is None and now is not None:
            yield _new(versions, now)
        elif now is None and was is not None:
            yield _gone(versions, was)
        elif was is not None and now is not None:
            yield from _offence(versions, was, now)
            yield from _choices(was, now)
            yield from _accused(versions, was, now)
            yield from bases.amendments(versions, was, now)


def _new(versions: Versions, now: Pleaded) -> Amendment:
    against = tuple(now.against)
    whom = f" against {versions.names(against)}" if against else ""
    return Amendment(
        "added",
        "count",
        f"{now.name} is new{whom}",
        new=now.count.citation,
        counts=(now.label,),
        accused=against,
        possible_new_charge=True,
        reason=may_be("the indictment did not have this count before"),
    )


def _gone(versions: Versions, was: Pleaded) -> Amendment:
    against = tuple(was.against)
    whom = f" against {versions.names(against)}" if against else ""
    return Amendment(
        "withdrawn",
        "count",
        f"{was.name}{whom} is withdrawn",
        old=was.count.citation,
        counts=(was.label,),
        accused=against,
    )


# --- the offence and the title ---------------------------------------------------------------------


def _offence(versions: Versions, was: Pleaded, now: Pleaded) -> Iterator[Amendment]:
    counts, accused = (now.label,), tuple(now.against)
    if was.count.title != now.count.title:
        yield Amendment(
            "reworded",
            "count",
            f"{now.name} had another title",
            was.count.title,
            now.count.title,
            counts,
        )
    old, new = _law(was), _law(now)
    if was.count.offence != now.count.offence:
        yield Amendment(
            "replaced",
            "offence",
            f"{now.name} charges another offence",
            old,
            new,
            counts,
            accused,
            possible_new_charge=True,
            reason=may_be(f"the offence {new or 'charged'} was not charged in this count before"),
        )
    elif was.count.citation != now.count.citation:
        yield Amendment(
            "replaced",
            "offence",
            f"{now.name} cites another provision",
            old,
            new,
            counts,
            accused,
            possible_new_charge=True,
            reason=may_be("this provision was not cited for the count before"),
        )


def _choices(was: Pleaded, now: Pleaded) -> Iterator[Amendment]:
    """Modes and forms of conduct that are charged as before, and that the law now puts otherwise."""
    for label in _modes(now):
        old, new = was.mode_printed(label), now.mode_printed(label)
        if label not in _modes(was) or old == new:
            continue
        provisions = was.mode_provision(label), now.mode_provision(label)
        if provisions[0] == provisions[1]:
            words = f"A mode of liability of {now.name} is put in other words"
            yield Amendment("reworded", "mode", words, old, new, (now.label,), _by(now, label))
        else:
            yield Amendment(
                "replaced", "mode", f"A mode of liability of {now.name} rests on another provision",
                old, new, (now.label,), _by(now, label), possible_new_charge=True,
                reason=may_be(f"{provisions[1] or 'this form of it'} was not cited for the mode before"),
            )  # fmt: skip
    for label in dict.fromkeys(one for accused in now.against for one in now.conduct(accused)):
        old, new = was.conduct_printed(label), now.conduct_printed(label)
        if old != new and any(label in was.conduct(accused) for accused in was.against):
            by = tuple(one for one in now.against if label in now.conduct(one))
            words = f"A form of conduct of {now.name} is put in other words"
            yield Amendment("reworded", "conduct", words, old, new, (now.label,), by)


def _modes(pleaded: Pleaded) -> tuple[str, ...]:
    return tuple(dict.fromkeys(b.mode for some in pleaded.against.values() for b in some if b.mode))


def _by(pleaded: Pleaded, mode: str) -> tuple[str, ...]:
    """The accused against whom a mode is charged."""
    return tuple(
        label for label, some in pleaded.against.items() if any(b.mode == mode for b in some)
    )


def _law(pleaded: Pleaded) -> str:
    return pleaded.count.citation or pleaded.count.offence


# --- who is charged --------------------------------------------------------------------------------


def _accused(versions: Versions, was: Pleaded, now: Pleaded) -> Iterator[Amendment]:
    before = {versions.now.get(label, label) for label in was.against}
    for label in now.against:
        if label not in before:
            name = versions.name(label)
            yield Amendment(
                "added",
                "accused",
                f"{name} is charged in {now.name}",
                new=_charged_with(now, label),
                counts=(now.label,),
                accused=(label,),
                possible_new_charge=True,
                reason=may_be(f"{name} was not charged in this count before"),
            )
    for label in was.against:
        if versions.now.get(label, label) not in now.against:
            yield Amendment(
                "withdrawn",
                "accused",
                f"{versions.name(label)} is no longer charged in {now.name}",
                old=_charged_with(was, label),
                counts=(now.label,),
                accused=(label,),
            )


def _charged_with(pleaded: Pleaded, accused: str) -> str:
    """All that is charged against one accused, in one line."""
    parts = [
        listed([pleaded.conduct_printed(one) for one in pleaded.conduct(accused)]),
        listed([pleaded.mode_printed(one) for one in pleaded.modes(accused, alternative=False)]),
    ]
    other = pleaded.modes(accused, alternative=True)
    if other:
        parts.append(f"in the alternative {listed([pleaded.mode_printed(one) for one in other])}")
    alleged = pleaded.against.get(accused, {}).values()
    parts.append("; ".join(dict.fromkeys(a.printed for some in alleged for a in some if a.printed)))
    return "; ".join(part for part in parts if part)
