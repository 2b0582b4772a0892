"""Two pages and what is the same on them -> the new page with marks (docs/analysis/redline.md)."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from itertools import chain, count

from lxml import etree

from indictment.compare import words
from indictment.compare.anchors import WAS
from indictment.compare.authors import Authors
from indictment.compare.items import Item, fingerprint, leaves
from indictment.compare.lines import Attributes, Line, Signed, attributes
from indictment.compare.matching import Level, Matching
from indictment.compare.page import whole
from indictment.compare.tokens import Token, line, numbers

Element = etree._Element


@dataclass(frozen=True, slots=True)
class Place:
    """The anchors of what a block belongs to, on the old page and on the new one."""

    old: str = ""
    new: str = ""
    is_computed: bool = False
    """True in what the tool makes of the rest: the table of elements, where exhibits are cited."""

    def at(self, old: Element | None, new: Element | None) -> "Place":
        """The place of a block in it."""
        kinds = (new.get("class") or "").split() if new is not None else []
        return Place(
            (old.get("id") if old is not None else "") or self.old,
            (new.get("id") if new is not None else "") or self.new,
            self.is_computed or "elements-table" in kinds,
        )


@dataclass(eq=False)
class Drawing:
    """The new page while marks are put on it. `places` has the anchors of each line."""

    matching: Matching
    authors: Authors
    tidy: bool = True
    places: dict[Element, Place] = field(default_factory=dict)
    deleted: list[Element] = field(default_factory=list)
    """What was put back from the old page."""
    _moves: "count[int]" = field(default_factory=lambda: count(1))
    _left_from: dict[Item, list[tuple[str, str]]] = field(default_factory=dict)
    _waiting: list[tuple[Element, Item]] = field(default_factory=list)

    def run(self) -> Element:
        """Mark the whole page; its root."""
        root = self.matching.after.root
        moved = {old: new for new, old in self.matching.moves.items()}
        self._moved_away = {old.node: (old, new) for old, new in moved.items()}
        self._moved_here = {new.node: (old, new) for new, old in self.matching.moves.items()}
        self._names: dict[Item, list[str]] = {}
        self._container(self.matching.before.body, self.matching.after.body, Place())
        return root

    # --- containers ----------------------------------------------------------------------------

    def _container(self, old: Element, new: Element, place: Place) -> None:
        level = self.matching.levels[new]
        second_new = {b for _, parts in level.divided for b in parts[1:]}
        # Between joined paragraphs stood what was moved away: it is put back with them.
        second_old = {a for parts, _ in level.joined for a in range(parts[0] + 1, parts[-1] + 1)}
        behind: Element | None = None
        near = place
        next_old, next_new = 0, 0
        kept = [*level.kept, (len(level.old), len(level.new))]
        for a, b in kept:
            for n in range(next_old, a):
                if n not in second_old:
                    behind = self._put_back(level.old[n], new, behind, near)
            for n in range(next_new, b):
                if n not in second_new:
                    self._put_in(level.new[n], near)
                behind = level.new[n].nodes[-1]
            if a < len(level.old):
                behind = self._same(level, a, b, near)
                near = near.at(level.old[a].node, level.new[b].node)
            next_old, next_new = a + 1, b + 1

    def _same(self, level: Level, a: int, b: int, place: Place) -> Element:
        """Draw what is kept; the last element of it."""
        parts = next((parts for one, parts in level.divided if one == a), ())
        wholes = next((parts for parts, one in level.joined if one == b), ())
        if parts:
            self._divide(level.old[a], [level.new[n] for n in parts], place)
            return _last(level.new[parts[-1]])
        if wholes:
            return self._join(level, wholes, level.new[b], place)
        self._item(level.old[a], level.new[b], place)
        return _last(level.new[b])

    def _item(self, old: Item, new: Item, place: Place) -> None:
        """An item that is kept: its line compared, and what is in it or attached to it."""
        place = place.at(old.node, new.node)
        if old.is_container:
            self._inside(old.node, new.node, place)
        else:
            self._line(old.node, new.node, place)
        self._attached(old, new, place)

    def _attached(self, old: Item, new: Item, place: Place) -> None:
        """What belongs to an item that is kept."""
        for ours, theirs in zip(old.nodes[1:], new.nodes[1:], strict=False):
            if theirs.tag == "dd":
                self._line(ours, theirs, place)
            else:
                self._container(ours, theirs, place)
        last = new.nodes[min(len(old.nodes), len(new.nodes)) - 1]
        for theirs in new.nodes[len(old.nodes) :]:
            self._put_in(Item([theirs], new.side), place)
        for ours in old.nodes[len(new.nodes) :]:
            last = self._put_back(Item([ours], old.side), new.node.getparent(), last, place)

    def _inside(self, old: Element, new: Element, place: Place) -> None:
        if new.tag == "nav":
            return
        if new.tag != "tr":
            self._container(old, new, place)
            return
        for ours, theirs in zip(old, new, strict=False):
            if theirs in self.matching.levels:
                self._container(ours, theirs, place)
            else:
                self._line(ours, theirs, place)

    # --- lines ---------------------------------------------------------------------------------

    def _line(self, old: Element, new: Element, place: Place) -> None:
        self.places[new] = place
        if self._is_unchanged(old, new):
            if was := self._old_number(old, new):
                _note_number(new, was)
            return
        before, after = _tokens(old, self), _tokens(new, self)
        if new.tag == "td" and _only_refers(before) and _only_refers(after):
            place = replace(place, is_computed=True)
        self._write(new, before, after, self._old_number(old, new), place)

    def _is_unchanged(self, old: Element, new: Element) -> bool:
        """True where nothing but numbers differs, and each number stands for the same."""
        if fingerprint(old) != fingerprint(new):
            return False
        before, after = self.matching.before, self.matching.after
        ours = [before.identity(one.get("data-target") or "") for one in numbers(old)]
        return ours == [after.identity(one.get("data-target") or "") for one in numbers(new)]

    def _write(
        self,
        new: Element,
        old: tuple[Token, ...],
        tokens: tuple[Token, ...],
        was: str,
        place: Place,
    ) -> None:
        keys = [(one.key, one.emphasis, bool(one.gap)) for one in old]
        if keys == [(one.key, one.emphasis, bool(one.gap)) for one in tokens]:
            if was:
                _note_number(new, was)
            return
        written = Line(new, self._signed(place), tidy=self.tidy, computed=place.is_computed)
        written.begin(_number(new), was)
        written.write(words.compare(old, tokens, tidy=self.tidy))

    def _divide(self, old: Item, parts: Sequence[Item], place: Place) -> None:
        """A paragraph that became several: their new ends are marked, its words compared through all."""
        place = place.at(old.node, parts[0].node)
        lines = [_tokens(part.node, self) for part in parts]
        before = _tokens(old.node, self)
        whole = words.compare(before, tuple(chain.from_iterable(lines)), tidy=self.tidy)
        signed = self._signed(place)
        for n, (part, some) in enumerate(zip(parts, _cut(whole, lines, old=False), strict=True)):
            self.places[part.node] = place if not n else place.at(None, part.node)
            written = Line(part.node, signed, tidy=self.tidy)
            written.begin(_number(part.node), "" if n else self._old_number(old.node, part.node))
            written.write(some)
            if part is not parts[-1]:
                written.space("del")
                part.node.set("data-mark", "inserted")
                _sign(part.node, signed.inserted)
        self._attached(old, parts[-1], place)

    def _join(self, level: Level, at: Sequence[int], new: Item, place: Place) -> Element:
        """Paragraphs that became one: the ends that are gone are marked, and all are shown.

        What stood between them is put back there. The last element of all that is returned.
        """
        parts = [level.old[n] for n in at]
        place = place.at(parts[0].node, new.node)
        lines = [_tokens(part.node, self) for part in parts]
        after = _tokens(new.node, self)
        whole = words.compare(tuple(chain.from_iterable(lines)), after, tidy=self.tidy)
        signed = self._signed(place)
        node = new.node
        for n, (part, some) in enumerate(zip(parts, _cut(whole, lines, old=True), strict=True)):
            if n:
                for between in level.old[at[n - 1] + 1 : at[n]]:
                    node = self._put_back(between, node.getparent(), node, place)
                rest = etree.Element(str(node.tag), {"class": new.node.get("class") or ""})
                node.addnext(rest)
                node, rest.tail = rest, "\n"
                _set(node, "id", f"{WAS}{part.node.get('id')}" if part.node.get("id") else "")
            number = _number(part.node if n else new.node)
            written = Line(node, signed, tidy=self.tidy)
            written.begin(
                deepcopy(number) if number is not None and n else number,
                "" if n else self._old_number(part.node, new.node),
            )
            written.write(some)
            self.places[node] = place.at(part.node, None) if n else place
            if part is not parts[-1]:
                written.space("ins")
                node.set("data-mark", "deleted")
                _sign(node, signed.deleted)
        ending = Item([node, *new.nodes[1:]], new.side)
        self._attached(parts[-1], ending, place)
        return _last(ending)

    # --- what is only on one side --------------------------------------------------------------

    def _put_in(self, item: Item, place: Place) -> None:
        """Mark what is only on the new page."""
        place = place.at(None, item.node)
        signed = self._signed(place)
        self._note_places(item, place, is_new=True)
        move = self._moved_here.get(item.node)
        for n, node in enumerate(item.nodes):
            if move and n < len(move[0].nodes):
                old, new = move
                _mark(node, "inserted moved", signed.inserted)
                node.set("data-move", self._name(new, n))
                self.places[node] = place.at(old.node, node)
                _set(node, "data-from", self._printed(old.node, before=True))
            else:
                _mark(node, "inserted", signed.inserted)
                self._moves_in(node, place)

    def _moves_in(self, container: Element, place: Place) -> None:
        """Mark what was moved into a container that is new."""
        for node in container.iter(etree.Element):
            if node is not container and node in self._moved_here:
                self._put_in(self._moved_here[node][1], place)

    def _put_back(
        self, item: Item, parent: Element | None, behind: Element | None, place: Place
    ) -> Element:
        """Put what is only on the old page back in its place; the last element put."""
        assert parent is not None, "a block stands in something"
        place = place.at(item.node, None)
        signed = self._signed(place)
        last = behind
        for n, node in enumerate(item.nodes):
            copy = deepcopy(node)
            copy.tail = "\n"
            self._note_places(Item([copy], item.side), place, is_new=False)
            move = self._moved_away.get(item.node)
            if move and n < len(move[1].nodes):
                _mark(copy, "deleted moved", signed.deleted)
                copy.set("data-move", self._name(move[1], n))
                _set(copy, "data-to", self._printed(move[1].node, before=False))
            else:
                _mark(copy, "deleted", signed.deleted)
                self._moves_out(node, copy, signed)
            if last is None:
                parent.insert(0, copy)
            else:
                last.addnext(copy)
            self.deleted.append(copy)
            last = copy
        assert last is not None, "an item has an element"
        return last

    def _moves_out(self, container: Element, copy: Element, signed: Signed) -> None:
        pairs = zip(container.iter(etree.Element), copy.iter(etree.Element), strict=True)
        for node, twin in list(pairs):
            if node is not container and node in self._moved_away:
                old, new = self._moved_away[node]
                for n, (mine, theirs) in enumerate(_with_next(old, twin)):
                    if n < len(new.nodes):
                        _mark(theirs, "deleted moved", signed.deleted)
                        theirs.set("data-move", self._name(new, n))
                        _set(theirs, "data-to", self._printed(new.node, before=False))
                    assert mine.tag == theirs.tag, "a copy has the elements of its original"

    def _note_places(self, item: Item, place: Place, *, is_new: bool) -> None:
        """Remember where each line of what is only on one side belongs."""
        for node in item.nodes:
            for leaf in leaves(node):
                around = [one for one in (leaf, *leaf.iterancestors()) if one.get("id")]
                here = next((one for one in around if one in _within(node, item)), None)
                self.places[leaf] = place.at(None if is_new else here, here if is_new else None)

    # --- names, numbers, authors ---------------------------------------------------------------

    def _name(self, item: Item, at: int) -> str:
        names = self._names.setdefault(item, [])
        while len(names) <= at:
            names.append(f"m{next(self._moves)}")
        return names[at]

    def _printed(self, node: Element, *, before: bool) -> str:
        """The number of a paragraph, or of the sub-paragraph that the element is."""
        side = self.matching.before if before else self.matching.after
        return side.numbers.get(node.get("id") or "", "")

    def _old_number(self, old: Element, new: Element) -> str:
        """The number of the old line where it is another; "" where it is the same."""
        was, now = _number(old), _number(new)
        if was is None or now is None or (was.text or "") == (now.text or ""):
            return ""
        return was.text or ""

    def _signed(self, place: Place) -> Signed:
        before, after = self.matching.before, self.matching.after
        here = whole("matter.yaml")
        by = self.authors.inserted(after.spans.get(place.new, here))
        gone = self.authors.deleted(before.spans.get(place.old, here))
        return Signed(attributes(by.author, by.date), attributes(gone.author, gone.date))


def _within(node: Element, item: Item) -> set[Element]:
    return {node, item.node, *node.iterdescendants(etree.Element)}


def _only_refers(tokens: tuple[Token, ...]) -> bool:
    """True for a cell that lists numbers of paragraphs and notes, or a dash for none."""
    return all((isinstance(one.key, tuple) and one.key[0] == "ref") or not one.words or one.text == "note"
               for one in tokens)  # fmt: skip


def _tokens(node: Element, drawing: Drawing) -> tuple[Token, ...]:
    matching = drawing.matching
    is_old = node.getroottree().getroot() is matching.before.root
    return line(node, matching.before if is_old else matching.after)


def _number(node: Element) -> Element | None:
    first = node[0] if len(node) else None
    return first if first is not None and first.get("class") == "number" else None


def _note_number(node: Element, was: str) -> None:
    number = _number(node)
    assert number is not None, "what is renumbered has a number"
    made = etree.Element("span", {"class": "old-number"})
    made.text, made.tail = f"[{was}]", number.tail
    number.tail = None
    number.addnext(made)


def _mark(node: Element, kind: str, signed: Attributes) -> None:
    node.set("class", f"{node.get('class') or ''} {kind}".strip())
    _sign(node, signed)


def _sign(node: Element, signed: Attributes) -> None:
    for name, value in signed:
        _set(node, name, value)


def _set(node: Element, name: str, value: str) -> None:
    if value:
        node.set(name, value)


def _last(item: Item) -> Element:
    """The last element of an item, with what was put behind it."""
    last = item.nodes[-1]
    following = last.getnext()
    while following is not None and following.get("data-mark") is None and _is_put_back(following):
        last = following
        following = last.getnext()
    return last


def _is_put_back(node: Element) -> bool:
    return "deleted" in (node.get("class") or "").split()


def _with_next(item: Item, twin: Element) -> list[tuple[Element, Element]]:
    found = [(item.node, twin)]
    for node in item.nodes[1:]:
        following = found[-1][1].getnext()
        if following is not None:
            found.append((node, following))
    return found


def _cut(
    stretches: Sequence[words.Stretch], lines: Sequence[Sequence[Token]], *, old: bool
) -> list[list[words.Stretch]]:
    """The stretches of each of `lines`, which together are their new (their old) side."""
    found: list[list[words.Stretch]] = [[] for _ in lines]
    at, room = 0, len(lines[0])
    for one in stretches:
        rest = one
        while True:
            side = rest.old if old else rest.new
            if len(side) <= room or at == len(lines) - 1:
                found[at].append(rest)
                room -= len(side)
                break
            # What is only on the other side stays with the part before the cut.
            if rest.is_kept:
                head = words.Stretch(True, rest.old[:room], rest.new[:room])
                rest = words.Stretch(True, rest.old[room:], rest.new[room:])
            elif old:
                head = words.Stretch(False, rest.old[:room], rest.new)
                rest = words.Stretch(False, rest.old[room:], ())
            else:
                head = words.Stretch(False, rest.old, rest.new[:room])
                rest = words.Stretch(False, (), rest.new[room:])
            if head.old or head.new:
                found[at].append(head)
            at += 1
            room = len(lines[at])
    return found
