"""Files of the law -> an offence whole, with what it extends and its modes of liability."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

from indictment.diagnostics import Diagnostic, Related, Span
from indictment.model.offence import Choice, Element, Liability, Mode, Offence
from indictment.model.source import Path
from indictment.parse.law_files import LIABILITY, OFFENCES, Files
from indictment.parse.matter_rules import BAD_LAW

Places = tuple[tuple[str, Span, str], ...]
"""Labels, each with its place, and of an element of a mode with its text."""


@dataclass(frozen=True, slots=True)
class _Bound:
    """An offence with what those that extend it take over.

    `places` are the labels of its elements and of those it takes over, each with its place, and
    `of_modes` those of the elements of its own modes; they may stand twice.
    """

    offence: Offence
    permitted: tuple[str, ...]
    own_modes: tuple[Mode, ...]
    places: Places
    of_modes: Places


@dataclass(slots=True)
class Binding:
    """Puts offences together; `done` holds None for one that cannot be."""

    files: Files
    faults: list[Diagnostic] = field(default_factory=list)
    done: dict[str, _Bound | None] = field(default_factory=dict)

    def whole(self, name: str) -> Offence | None:
        """The offence with what it extends; None where something of that is missing."""
        chain: list[str] = []
        following: str | None = name
        while following and following not in self.done:
            if following in chain:
                self._say_circle(chain, following)
                self.done |= dict.fromkeys(chain)
                break
            chain.append(following)
            file = self.files.offence(following)
            following = (
                file.extends if file and file.extends in self.files.names(OFFENCES) else None
            )
        for each in reversed(chain):
            if each not in self.done:
                self.done[each] = self._bound(each)
        bound = self.done[name]
        return bound.offence if bound else None

    def _bound(self, name: str) -> _Bound | None:
        file = self.files.offence(name)
        if file is None:
            return None
        base: _Bound | None = None
        if file.extends:
            if file.extends not in self.files.names(OFFENCES):
                self._say_unknown(file, "extends", "offence", self.files.names(OFFENCES), OFFENCES)
            base = self.done.get(file.extends)
            if base is None:
                return None
        over = base.offence if base else None
        elements = (*(over.elements if over else ()), *file.elements)
        instrument = file.instrument or (over.instrument if over else "")
        if not instrument:
            self._say_bare(file, "the offence names no instrument", "add `instrument:`")
        elif not elements and not file.abstract:
            self._say_bare(file, "the offence has no elements", "add `elements:`")
            return None
        liability = file.liability or (over.liability if over else "")
        law = self._law(file, liability) if liability else None
        if not instrument or (liability and law is None):
            return None
        inherits = base if base and not file.liability else None
        permitted = file.permitted or (inherits.permitted if inherits else ())
        own_modes = file.modes or (base.own_modes if base else ())
        modes = _modes(law.modes if law else (), permitted, own_modes)
        # the dates of another instrument are not those of this one
        dated = over if over and over.instrument == instrument else None
        offence = file.model_copy(
            update={
                "instrument": instrument,
                "elements": elements,
                "conduct": file.conduct or (over.conduct if over else ()),
                "liability": liability or None,
                "permitted": permitted,
                "modes": modes,
                "in_force": file.in_force or (dated.in_force if dated else None),
                "repealed": file.repealed or (dated.repealed if dated else None),
                "verify": _each(
                    file.verify, over.verify if over else "", law.verify if law else ""
                ),
                "status": _status(file, over),
            }
        )
        places = (*(base.places if base else ()), *_of_elements(file))
        of_modes = _of_modes(file, file.modes) if file.modes or not base else base.of_modes
        own = {mode.id for mode in own_modes}
        of_law = _of_modes(law, [m for m in modes if m.id not in own]) if law else ()
        self._check_permitted(file, law, own_modes)
        self._check_choices(file)
        self._check_once((*of_law, *places, *of_modes))
        return _Bound(offence, permitted, own_modes, places, of_modes)

    def _law(self, file: Offence, name: str) -> Liability | None:
        known = self.files.names(LIABILITY)
        if name not in known:
            self._say_unknown(file, "liability", "file of modes of liability", known, LIABILITY)
            return None
        return self.files.liability(name)

    # --- what is wrong -------------------------------------------------------------------------

    def _check_permitted(self, file: Offence, law: Liability | None, own: tuple[Mode, ...]) -> None:
        known = dict.fromkeys(mode.id for mode in (*(law.modes if law else ()), *own))
        for i, name in enumerate(file.permitted):
            if name not in known:
                near = _nearest(name, known)
                self.faults.append(
                    BAD_LAW.at(
                        file.at("permitted", i),
                        f"“{name}” is not a mode of liability of {law.title}"
                        if law
                        else f"“{name}” names no mode of liability: this offence has no `liability:`",
                        notes=[f"the modes are: {', '.join(known)}"] if known else (),
                        help=f"write {near}" if near else "write one of them, or take it out",
                    )
                )

    def _check_choices(self, file: Offence) -> None:
        lists: tuple[tuple[str, str, tuple[Choice, ...]], ...] = (
            ("conduct", "form of conduct", file.conduct),
            ("modes", "mode of liability", file.modes),
        )
        for key, what, choices in lists:
            first: dict[str, Span] = {}
            for i, choice in enumerate(choices):
                span = file.at(key, i, "id")
                if first.setdefault(choice.id, span) != span:
                    self._say_twice(choice.id, what, span, first[choice.id])

    def _check_once(self, places: Places) -> None:
        first: dict[str, tuple[Span, str]] = {}
        for label, span, text in places:
            before, words = first.setdefault(label, (span, text))
            # what several modes have in common is one element: it has the same words in each
            if before != span and not (text and text == words):
                self._say_twice(label, "element", span, before)

    def _say_twice(self, label: str, what: str, span: Span, first: Span) -> None:
        self.faults.append(
            BAD_LAW.at(
                span,
                f"the label “{label}” is given to a second {what} of one offence",
                label="given again",
                related=[Related(first, "given first")],
                help="give one of them another label",
            )
        )

    def _say_circle(self, chain: list[str], name: str) -> None:
        circle = [*chain[chain.index(name) :], name]
        last = self.files.offence(chain[-1])
        assert last is not None
        self.faults.append(
            BAD_LAW.at(
                last.at("extends"),
                f"“{name}” extends itself"
                if len(circle) == 2
                else f"“{chain[-1]}” extends “{name}”, which extends it",
                notes=[" extends ".join(circle)] if len(circle) > 3 else (),
                help="take `extends:` out of one of them"
                if len(circle) > 2
                else "take `extends:` out, or write the name of another offence",
            )
        )

    def _say_unknown(
        self, file: Offence, key: str, what: str, known: Iterable[str], folder: str
    ) -> None:
        name = str(getattr(file, key))
        near = _nearest(name, known)
        self.faults.append(
            BAD_LAW.at(
                file.at(key),
                f"“{name}” names no {what}",
                help=f"write {near}" if near else f"add {folder}{name}.yaml",
            )
        )

    def _say_bare(self, file: Offence, message: str, help: str) -> None:
        self.faults.append(BAD_LAW.at(file.at("title"), message, help=help))


def _modes(
    law: tuple[Mode, ...], permitted: tuple[str, ...], own: tuple[Mode, ...]
) -> tuple[Mode, ...]:
    """The permitted modes of the instrument, with the offence's own in their places and after them."""
    instead = {mode.id: mode for mode in own}
    allowed = [mode for mode in law if not permitted or mode.id in permitted]
    return (
        *(instead.get(mode.id, mode) for mode in allowed),
        *(mode for mode in instead.values() if mode.id not in {other.id for other in allowed}),
    )


def _of_elements(file: Offence) -> Places:
    """The labels of the elements of an offence and of their parts."""
    return tuple(_labels(file, file.elements, (), of_mode=False))


def _of_modes(file: Offence | Liability, wanted: Sequence[Mode]) -> Places:
    """The labels of the elements of some of a file's modes and of their parts."""
    return tuple(
        place
        for i, mode in enumerate(file.modes)
        if mode in wanted
        for place in _labels(file, mode.elements, ("modes", i), of_mode=True)
    )


def _labels(
    file: Offence | Liability, elements: Sequence[Element], path: Path, *, of_mode: bool
) -> Iterator[tuple[str, Span, str]]:
    for i, element in enumerate(elements):
        at = (*path, "elements", i)
        yield element.id, file.at(*at, "id"), element.text if of_mode else ""
        for j, part in enumerate(element.parts):
            yield part.id, file.at(*at, "parts", j, "id"), part.text if of_mode else ""


def _status(file: Offence, over: Offence | None) -> Literal["settled", "provisional"]:
    """Law that rests on provisional law is provisional."""
    return "provisional" if over and over.status == "provisional" else file.status


def _each(*texts: str) -> str:
    """What was not verified, each once: what an offence extends may rest on the same file."""
    sentences = [sentence for text in texts for sentence in text.split("; ") if sentence]
    return "; ".join(dict.fromkeys(sentences))


def _nearest(name: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(name, sorted(known), 1, 0.7)), "")
