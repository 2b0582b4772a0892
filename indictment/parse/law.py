"""offences/ -> the offences that the counts charge, whole: with what they extend and their modes.

The library holds many offences; only those are read that the matter names, and its own files.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from indictment.diagnostics import Diagnostic
from indictment.model.offence import Liability, Mode, Offence
from indictment.parse import matter_rules
from indictment.parse.reading import Reader

_LIABILITY = "offences/liability/"


@dataclass(slots=True)
class Law:
    """The law of a matter: its own files, and below them those that come with the tool."""

    own: Reader
    own_files: frozenset[str]
    shipped: Reader
    shipped_files: frozenset[str]
    faults: list[Diagnostic] = field(default_factory=list)
    _offences: dict[str, Offence | None] = field(default_factory=dict)
    _liabilities: dict[str, Liability | None] = field(default_factory=dict)

    def available(self) -> frozenset[str]:
        """The labels of all offences that a count may name."""
        return frozenset(
            path.removeprefix("offences/").removesuffix(".yaml")
            for path in self.own_files | self.shipped_files
            if _is_offence(path)
        )

    def read(self, wanted: Iterable[str]) -> dict[str, Offence]:
        """The offences `wanted`, and those of the matter's own that the tool has not, by label."""
        labels = dict.fromkeys([*self._of_the_matter(), *wanted])
        found = {label: whole for label in labels if (whole := self._whole(label, ())) is not None}
        self.own.diagnostics.extend(self.shipped.diagnostics)
        self.own.texts.update(self.shipped.texts)
        return {label: found[label] for label in sorted(found)}

    def _of_the_matter(self) -> Iterator[str]:
        for path in sorted(filter(_is_offence, self.own_files)):
            same = self.shipped.folder.read(path) if path in self.shipped_files else None
            if same is None or same != self.own.folder.read(path):
                yield path.removeprefix("offences/").removesuffix(".yaml")

    def _offence(self, label: str) -> Offence | None:
        if label not in self._offences:
            path = f"offences/{label}.yaml"
            reader = self._reader(path)
            self._offences[label] = reader.yaml(Offence, path) if reader else None
            if reader and self._offences[label] is None:
                self.own.unread.add(label)
        return self._offences[label]

    def _liability(self, label: str) -> Liability | None:
        if label not in self._liabilities:
            path = f"{_LIABILITY}{label}.yaml"
            reader = self._reader(path)
            self._liabilities[label] = reader.yaml(Liability, path) if reader else None
        return self._liabilities[label]

    def _reader(self, path: str) -> Reader | None:
        if path in self.own_files:
            return self.own
        return self.shipped if path in self.shipped_files else None

    # --- what an offence takes from others -----------------------------------------------------

    def _whole(self, label: str, above: tuple[str, ...]) -> Offence | None:
        """The offence with what it extends and its modes; None where it cannot be read or made."""
        own = self._offence(label)
        if own is None:
            return None
        base = self._base(own, (*above, label))
        if own.extends and base is None:
            self.own.unread.add(label)
            return None
        liability = own.liability or (base.liability if base else None)
        made = own.model_copy(
            update={
                "elements": (*(base.elements if base else ()), *own.elements),
                "instrument": own.instrument or (base.instrument if base else ""),
                "in_force": own.in_force or (base.in_force if base else None),
                "repealed": own.repealed or (base.repealed if base else None),
                "conduct": own.conduct or (base.conduct if base else ()),
                "permitted": own.permitted or (base.permitted if base else ()),
                "liability": liability,
                "verify": "; ".join(filter(None, (own.verify, base.verify if base else ""))),
                "status": "provisional" if base and base.status == "provisional" else own.status,
            }
        )
        modes = own.modes
        if own.liability or (base and base.liability and not own.modes):
            named = {mode.id for mode in own.modes}
            modes = (*own.modes, *(m for m in self._modes(made) if m.id not in named))
        elif base and not own.modes:
            modes = base.modes
        made = made.model_copy(update={"modes": modes})
        if liability and (known := self._liabilities.get(liability)) and known.verify:
            both = "; ".join(dict.fromkeys(filter(None, (made.verify, known.verify))))
            made = made.model_copy(update={"verify": both})
        if not self._is_sound(made, own):
            self.own.unread.add(label)
            return None
        return made

    def _base(self, own: Offence, above: tuple[str, ...]) -> Offence | None:
        if own.extends is None:
            return None
        if own.extends in above:
            chain = " › ".join((*above[above.index(own.extends) :], own.extends))
            self._say(own, "extends", f"this offence extends itself: {chain}", "extend another")
            return None
        if self._offence(own.extends) is None:
            if own.extends not in self.own.unread:
                near = get_close_matches(own.extends, self.available(), 1, 0.5)
                help = f"write {near[0]}" if near else f"add offences/{own.extends}.yaml"
                self._say(own, "extends", f"“{own.extends}” names no offence", help)
            return None
        return self._whole(own.extends, above)

    def _modes(self, offence: Offence) -> tuple[Mode, ...]:
        assert offence.liability is not None
        file = self._liability(offence.liability)
        if file is None:
            if self._reader(f"{_LIABILITY}{offence.liability}.yaml") is None:
                names = sorted(_liabilities(self.own_files | self.shipped_files))
                near = get_close_matches(offence.liability, names, 1, 0.5)
                help = f"write {near[0]}" if near else f"add {_LIABILITY}{offence.liability}.yaml"
                message = f"there is no file of modes of liability “{offence.liability}”"
                self._say(offence, "liability", message, help)
            return ()
        known = {mode.id: mode for mode in file.modes}
        for number, label in enumerate(offence.permitted):
            if label not in known and offence.has("permitted", number):
                near = get_close_matches(label, known, 1, 0.5)
                self.faults.append(
                    matter_rules.BAD_LAW.at(
                        offence.at("permitted", number),
                        f"“{label}” is not a mode of liability of {file.title}",
                        notes=[f"the modes are: {', '.join(known)}"],
                        help=f"write {near[0]}" if near else "write one of them",
                    )
                )
        permitted = offence.permitted or tuple(known)
        return tuple(mode for label, mode in known.items() if label in permitted)

    def _is_sound(self, whole: Offence, own: Offence) -> bool:
        if not whole.instrument:
            self._say(own, "title", "the offence names no instrument", "add `instrument:`")
            return False
        if not whole.elements:
            self._say(own, "title", "the offence has no elements", "add `elements:`")
            return False
        seen: dict[str, str] = {}
        for label, text in _named(whole):
            # What several modes have in common is one element: it has the same words in each.
            if seen.setdefault(label, text) != text:
                message = (
                    f"“{label}” stands twice among the elements, their parts and those of the modes"
                )
                self._say(own, "elements", message, "give one of them another `id:`")
                return False
        return True

    def _say(self, offence: Offence, key: str, message: str, help: str) -> None:
        found = matter_rules.BAD_LAW.at(offence.at(key), message, help=help)
        if found not in self.faults:
            self.faults.append(found)


def _named(offence: Offence) -> Iterator[tuple[str, str]]:
    """Each label that a paragraph may name, with what it stands for."""
    for where, elements in (("", offence.elements), *((m.id, m.elements) for m in offence.modes)):
        for number, element in enumerate(elements):
            # an element of the offence is another than any of a mode, whatever its words
            yield element.id, element.text if where else f"{number}"
            yield from (
                (p.id, p.text if where else f"{number}{p.letter}{p.text}") for p in element.parts
            )


def is_law(path: str) -> bool:
    """True for a file of modes of liability."""
    return path.startswith(_LIABILITY) and path.endswith(".yaml") and path.count("/") == 2


def _is_offence(path: str) -> bool:
    return path.startswith("offences/") and path.endswith(".yaml") and path.count("/") == 1


def _liabilities(files: Iterable[str]) -> set[str]:
    return {path.removeprefix(_LIABILITY).removesuffix(".yaml") for path in files if is_law(path)}
