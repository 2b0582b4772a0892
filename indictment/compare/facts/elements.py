"""What the paragraphs plead: elements that a paragraph pleads now, and those that none pleads any more."""

import re
from collections.abc import Iterator, Mapping, Sequence

from indictment.compare.facts.new_charges import may_be
from indictment.compare.facts.paragraphs import Placed, Plea
from indictment.compare.facts.pleaded import Pleaded
from indictment.compare.facts.versions import Versions, listed, numbers
from indictment.model.redline import Amendment

_SENTENCE = re.compile(r".{20,}?[a-z]{2}[.;](?= [A-Z])")
"""The first of several sentences: not "Art." at the beginning."""
Whom = tuple[str, ...]
"""The accused whom a plea names; () for all of the count."""


def amendments(versions: Versions) -> Iterator[Amendment]:
    """The amendments of elements, count by count."""
    for was, now in versions.counts:
        if was is not None and now is not None:
            yield from _law(was, now)
            yield from _Elements(versions, was, now).amendments()


def in_short(text: str) -> str:
    """An element's words inside a sentence: its first sentence without the full stop, "…" for more."""
    plain = " ".join(text.split())
    first = _SENTENCE.match(plain)
    if first is None:
        return plain.removesuffix(".")
    return f"{first[0].removesuffix('.')} …"


def pleads_here(versions: Versions, placed: Placed, *, old: bool = False) -> bool:
    """True where a paragraph pleads an element of a count that both versions have."""
    known = versions.count_now if old else versions.count_now.values()
    return any(plea.count in known for plea in placed.pleas)


def _law(was: Pleaded, now: Pleaded) -> Iterator[Amendment]:
    """What the library says of the elements of one offence."""
    if was.offence is None or now.offence is None or was.count.offence != now.count.offence:
        return
    before = {one.id: one.text for one in was.offence.elements}
    after = {one.id: one.text for one in now.offence.elements}
    counts, accused = (now.label,), tuple(now.against)
    for one, text in after.items():
        if one not in before:
            words = f"The offence of {now.name} has the further element “{in_short(text)}”"
            yield Amendment("added", "element", words, "", text, counts, accused, elements=(one,))
        elif before[one] != text:
            words = f"The element “{in_short(text)}” of {now.name} is put in other words"
            yield Amendment(
                "reworded", "element", words, before[one], text, counts, accused, elements=(one,)
            )
    for one, text in before.items():
        if one not in after:
            words = f"The offence of {now.name} no longer has the element “{in_short(text)}”"
            yield Amendment(
                "withdrawn", "element", words, text, "", counts, accused, elements=(one,)
            )


class _Elements:
    """The elements of one count in both versions."""

    def __init__(self, versions: Versions, was: Pleaded, now: Pleaded) -> None:
        self.versions, self.was, self.now = versions, was, now
        offences = [offence for offence in (was.offence, now.offence) if offence]
        self.texts = {label: text for law in offences for label, text, _ in law.named()}
        self.of_each = {
            label for law in offences for label, _, per in law.named() if per == "accused"
        }
        paired = versions.paragraphs
        self.before = self._by_element(paired.old, was, versions.now)
        self.after = self._by_element(paired.new, now, {})

    def amendments(self) -> Iterator[Amendment]:
        paired = self.versions.paragraphs
        theirs, ours = self._accused((), self.was), self._accused((), self.now)
        for one in paired.added:
            for whom, elements in self._of(one, self.now.label).items():
                yield self._new(one, whom, elements)
        for old, new in paired.both:
            before = self._of(old, self.was.label, self.versions.now)
            after = self._of(new, self.now.label)
            for whom, elements in _beyond(after, ours, before, theirs).items():
                yield self._pleads_more(new, whom, elements)
            for was, rest in paired.divided:
                if was is old:
                    for whom, elements in self._of(rest, self.now.label).items():
                        after[whom] = [*after.get(whom, ()), *elements]
            for whom, elements in _beyond(before, theirs, after, ours).items():
                yield self._pleads_less(new, whom, elements)
        for old, rest in paired.divided:
            before = self._of(old, self.was.label, self.versions.now)
            after = self._of(rest, self.now.label)
            for whom, elements in _beyond(after, ours, before, theirs).items():
                yield self._pleads_more(rest, whom, elements)
        for one in paired.withdrawn:
            for whom, elements in self._of(one, self.was.label, self.versions.now).items():
                yield self._gone(one, whom, elements)
        yield from self._without_paragraph()

    # --- paragraphs ------------------------------------------------------------------------------

    def _new(self, placed: Placed, whom: Whom, elements: Sequence[str]) -> Amendment:
        words = (
            f"{_paragraph(placed)} is new and pleads {self._quoted(elements)}{self._against(whom)}"
        )
        reason = f"{_paragraph(placed, capital=False)}, which pleads {_them(elements)}, is new"
        return Amendment(
            "added", "element", words, "", self._texts(elements), (self.now.label,),
            self._accused(whom, self.now), numbers((placed,)),
            possible_new_charge=True, reason=may_be(reason), elements=tuple(elements),
        )  # fmt: skip

    def _pleads_more(self, placed: Placed, whom: Whom, elements: Sequence[str]) -> Amendment:
        accused = self._accused(whom, self.now)
        first = [one for one in elements if self._is_first(one, accused)]
        reason = (
            f"{_them(first) if first == elements else self._quoted(first)} {'were' if len(first) > 1 else 'was'} "
            f"not pleaded{self._against(whom)} before"
        )
        return Amendment(
            "added", "element",
            f"{_paragraph(placed)} now pleads {self._quoted(elements)}{self._against(whom)}",
            "", self._texts(elements), (self.now.label,), accused, numbers((placed,)),
            possible_new_charge=bool(first), reason=may_be(reason) if first else "",
            elements=tuple(elements),
        )  # fmt: skip

    def _pleads_less(self, placed: Placed, whom: Whom, elements: Sequence[str]) -> Amendment:
        quoted = self._quoted(elements)
        words = f"{_paragraph(placed)} no longer pleads {quoted}{self._against(whom)}"
        return Amendment(
            "withdrawn", "element", words, self._texts(elements), "", (self.now.label,),
            self._accused(whom, self.now), numbers((placed,)), elements=tuple(elements),
        )  # fmt: skip

    def _gone(self, placed: Placed, whom: Whom, elements: Sequence[str]) -> Amendment:
        words = (
            f"{_paragraph(placed)} of the old version, which pleaded "
            f"{self._quoted(elements)}{self._against(whom)}, is withdrawn"
        )
        return Amendment(
            "withdrawn", "element", words, self._texts(elements), "", (self.now.label,),
            self._accused(whom, self.was), numbers((placed,), old=True), elements=tuple(elements),
        )  # fmt: skip

    # --- elements that nothing pleads any more -----------------------------------------------------

    def _without_paragraph(self) -> Iterator[Amendment]:
        for element, pleaded in self.before.items():
            if element not in self.texts:
                continue
            left = [
                who
                for who in pleaded
                if who not in self.after.get(element, {}) and (not who or who in self.now.against)
            ]
            if not left:
                continue
            accused = tuple(who for who in left if who)
            against = f" against {self.versions.names(accused)}" if accused else ""
            last = tuple(dict.fromkeys(number for who in left for number in pleaded[who]))
            yield Amendment(
                "withdrawn", "element",
                f"No paragraph pleads {self._quoted([element])} of {self.now.name}{against} any more",
                self.texts[element], "", (self.now.label,), accused or tuple(self.now.against),
                tuple(f"{number} (old)" for number in last),
                reason="the element is left without a paragraph", elements=(element,),
            )  # fmt: skip

    def _by_element(
        self, placed: Sequence[Placed], count: Pleaded, now: Mapping[str, str]
    ) -> dict[str, dict[str, list[str]]]:
        """The numbers of the paragraphs that plead each element, by accused ("" for all)."""
        found: dict[str, dict[str, list[str]]] = {}
        everyone = tuple(now.get(label, label) for label in count.against)
        for one in placed:
            for plea in one.pleas:
                if plea.count != count.label:
                    continue
                named = tuple(now.get(label, label) for label in plea.accused)
                whom = (named or everyone) if plea.element in self.of_each else ("",)
                for label in whom:
                    found.setdefault(plea.element, {}).setdefault(label, []).append(one.number)
        return found

    def _is_first(self, element: str, accused: Sequence[str]) -> bool:
        """True where no paragraph of the old version pleads it against one of them."""
        before = self.before.get(element, {})
        if element not in self.of_each:
            return not before
        return any(label not in before for label in accused)

    def _of(
        self, placed: Placed, count: str, now: Mapping[str, str] | None = None
    ) -> dict[Whom, list[str]]:
        """The elements of a count that a paragraph pleads, by those whom it names."""
        found: dict[Whom, list[str]] = {}
        pleas: Sequence[Plea] = placed.pleas
        for plea in pleas:
            if plea.count == count:
                whom = tuple((now or {}).get(label, label) for label in plea.accused)
                found.setdefault(whom, []).append(plea.element)
        return found

    def _accused(self, whom: Whom, count: Pleaded) -> tuple[str, ...]:
        now = self.versions.now
        everyone = tuple(now.get(label, label) for label in count.against)
        return whom or everyone

    def _against(self, whom: Whom) -> str:
        return f" against {self.versions.names(whom)}" if whom else ""

    def _quoted(self, elements: Sequence[str]) -> str:
        """The elements in their own words; one by its label where the offence file has no words for it."""
        quoted = listed([f"“{in_short(self.texts.get(one, one))}”" for one in elements])
        return f"the element{'s' * (len(elements) > 1)} {quoted}"

    def _texts(self, elements: Sequence[str]) -> str:
        return " ".join(self.texts.get(one, one) for one in elements)


def _beyond(
    pleaded: Mapping[Whom, list[str]],
    everyone: Whom,
    other: Mapping[Whom, list[str]],
    others: Whom,
) -> dict[Whom, list[str]]:
    """What a paragraph pleads against accused against whom its other version does not plead it.

    `everyone` and `others` are the accused of the count in the two versions.
    """
    found: dict[Whom, list[str]] = {}
    for whom, elements in pleaded.items():
        for element in elements:
            held = [one for one, there in other.items() if element in there]
            known = {label for one in held for label in one or others}
            rest = tuple(label for label in whom or everyone if label not in known)
            if not held or (whom not in held and rest):
                found.setdefault(rest if held else whom, []).append(element)
    return found


def _them(elements: Sequence[str]) -> str:
    return "these elements" if len(elements) > 1 else "this element"


def _paragraph(placed: Placed, *, capital: bool = True) -> str:
    word = "Paragraph" if capital else "paragraph"
    if placed.number:
        return f"{word} {placed.number}"
    return f"{'A' if capital else 'a'} paragraph without a number"
