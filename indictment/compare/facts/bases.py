"""Conduct, modes and periods of one count in both versions: what each accused is charged with now, and was not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indictment.compare.facts import periods
from indictment.compare.facts.new_charges import may_be
from indictment.compare.facts.pleaded import Alleged, Basis, Pleaded
from indictment.compare.facts.versions import Versions, listed
from indictment.model.redline import Amendment
from indictment.value import dataclass


def amendments(versions: Versions, was: Pleaded, now: Pleaded) -> Iterator[Amendment]:
    """The amendments against those who are charged in both versions of a count."""
    return _together(versions, _Count(versions, was, now).facts())


@dataclass(frozen=True, slots=True)
class _Fact:
    """An amendment against one accused. "{who}", "{is}" and "{was}" wait for all whom it concerns."""

    accused: str
    amendment: Amendment


def _together(versions: Versions, facts: Sequence[_Fact]) -> Iterator[Amendment]:
    """One amendment for all accused of whom the same is true."""
    whom: dict[Amendment, list[str]] = {}
    for fact in facts:
        whom.setdefault(fact.amendment, []).append(fact.accused)
    for amendment, accused in whom.items():
        several = len(accused) > 1
        given = {
            "{who}": versions.names(accused),
            "{is}": "are" if several else "is",
            "{was}": "were" if several else "was",
        }
        words, reason = amendment.words, amendment.reason
        for sign, said in given.items():
            words, reason = words.replace(sign, said), reason.replace(sign, said)
        yield replace(amendment, words=words, reason=reason, accused=tuple(accused))


@dataclass(frozen=True, slots=True)
class _Count:
    """One count in both versions."""

    versions: Versions
    was: Pleaded
    now: Pleaded

    def facts(self) -> list[_Fact]:
        """What changed for each accused who is charged in both."""
        before = {self.versions.now.get(label, label): label for label in self.was.against}
        found: list[_Fact] = []
        for label in self.now.against:
            if label in before:
                for amendment in self._against(before[label], label):
                    found.append(_Fact(label, replace(amendment, counts=(self.now.label,))))
        return found

    def _against(self, old: str, new: str) -> Iterator[Amendment]:
        yield from self._conduct(old, new)
        yield from self._modes(old, new)
        yield from self._combined(old, new)
        yield from self._periods(old, new)

    def _conduct(self, old: str, new: str) -> Iterator[Amendment]:
        before, after = self.was.conduct(old), self.now.conduct(new)
        for one in after:
            if one not in before:
                printed = self.now.conduct_printed(one)
                reason = f"the conduct “{printed}” was not pleaded against {{who}} before"
                yield _flagged(
                    "conduct", f"{{who}} {{is}} now charged with “{printed}”", printed, reason
                )
        for one in before:
            if one not in after:
                printed = self.was.conduct_printed(one)
                words = f"{{who}} {{is}} no longer charged with “{printed}”"
                yield Amendment("withdrawn", "conduct", words, old=printed)

    def _modes(self, old: str, new: str) -> Iterator[Amendment]:
        plain = self.was.modes(old, alternative=False), self.now.modes(new, alternative=False)
        other = self.was.modes(old, alternative=True), self.now.modes(new, alternative=True)
        before, after = dict.fromkeys((*plain[0], *other[0])), dict.fromkeys((*plain[1], *other[1]))
        for one in after:
            printed = self.now.mode_printed(one)
            if one not in before:
                how = "" if one in plain[1] else ", in the alternative"
                reason = f"the mode “{printed}” was not pleaded against {{who}} before"
                words = f"{{who}} {{is}} now charged by the mode of liability “{printed}”{how}"
                yield _flagged("mode", words, printed, reason)
            elif one in plain[1] and one not in plain[0]:
                words = (
                    f"The mode of liability “{printed}” is no longer charged against {{who}} "
                    "in the alternative only"
                )
                yield Amendment("widened", "mode", words, f"in the alternative: {printed}", printed)
            elif one in plain[0] and one not in plain[1]:
                words = (
                    f"The mode of liability “{printed}” is now charged against {{who}} "
                    "in the alternative only"
                )
                yield Amendment(
                    "narrowed", "mode", words, printed, f"in the alternative: {printed}"
                )
        for one in before:
            if one not in after:
                printed = self.was.mode_printed(one)
                words = f"{{who}} {{is}} no longer charged by the mode of liability “{printed}”"
                yield Amendment("withdrawn", "mode", words, old=printed)

    def _combined(self, old: str, new: str) -> Iterator[Amendment]:
        """Conduct and mode that were both charged, but not of one another."""
        before, after = _pairs(self.was, old), _pairs(self.now, new)
        known = {conduct for conduct, _ in before}, {mode for _, mode in before}
        still = {conduct for conduct, _ in after}, {mode for _, mode in after}
        for conduct, mode in after:
            if conduct in known[0] and mode in known[1] and (conduct, mode) not in before:
                both = self.now.conduct_printed(conduct), self.now.mode_printed(mode)
                reason = (
                    f"“{both[0]}” by the mode “{both[1]}” was not pleaded against {{who}} before"
                )
                words = (
                    f"{{who}} {{is}} now charged with “{both[0]}” by the mode of liability "
                    f"“{both[1]}”; each was charged, but not with the other"
                )
                yield _flagged("mode", words, ": ".join(both), reason)
        for conduct, mode in before:
            if conduct in still[0] and mode in still[1] and (conduct, mode) not in after:
                both = self.was.conduct_printed(conduct), self.was.mode_printed(mode)
                words = (
                    f"{{who}} {{is}} no longer charged with “{both[0]}” by the mode of liability "
                    f"“{both[1]}”; each is still charged, but not with the other"
                )
                yield Amendment("withdrawn", "mode", words, old=": ".join(both))

    def _periods(self, old: str, new: str) -> Iterator[Amendment]:
        before = _by_conduct_and_mode(self.was, old)
        after = _by_conduct_and_mode(self.now, new)
        shifted: dict[tuple[tuple[Alleged, ...], tuple[Alleged, ...]], list[Basis]] = {}
        both = [basis for basis in after if basis in before]
        for basis in both:
            shifted.setdefault((before[basis], after[basis]), []).append(basis)
        for (was, now), bases in shifted.items():
            shift = periods.shift(was, now)
            if shift is None:
                continue
            about = "" if len(bases) == len(both) else f" for {self._bases(bases)}"
            subject = f"The period charged against {{who}}{about}"
            yield Amendment(
                shift.kind,
                "period",
                f"{subject} {shift.words}",
                "; ".join(one.printed for one in was),
                "; ".join(one.printed for one in now),
                possible_new_charge=shift.covers_more,
                reason=may_be("days are charged against {who} that were not charged before")
                if shift.covers_more
                else "",
            )

    def _bases(self, bases: Sequence[Basis]) -> str:
        """Each basis in a row: “keeping” by “ordering”."""
        said = []
        for one in bases:
            conduct = f"“{self.now.conduct_printed(one.conduct)}”" if one.conduct else ""
            mode = f"by “{self.now.mode_printed(one.mode)}”" if one.mode else ""
            said.append(" ".join(part for part in (conduct, mode) if part))
        return listed([one for one in dict.fromkeys(said) if one]) or "one of the charges"


def _flagged(subject: str, words: str, new: str, reason: str) -> Amendment:
    assert subject in ("conduct", "mode")
    return Amendment(
        "added",
        "conduct" if subject == "conduct" else "mode",
        words,
        new=new,
        possible_new_charge=True,
        reason=may_be(reason),
    )


def _pairs(pleaded: Pleaded, accused: str) -> dict[tuple[str, str], None]:
    bases = pleaded.against.get(accused, ())
    return {(b.conduct, b.mode): None for b in bases if b.conduct and b.mode}


def _by_conduct_and_mode(pleaded: Pleaded, accused: str) -> dict[Basis, tuple[Alleged, ...]]:
    """The periods by basis, a mode in the alternative not told from a plain one."""
    found: dict[Basis, tuple[Alleged, ...]] = {}
    for basis, alleged in pleaded.against.get(accused, {}).items():
        plain = Basis(basis.conduct, basis.mode)
        found[plain] = tuple(dict.fromkeys((*found.get(plain, ()), *alleged)))
    return found
