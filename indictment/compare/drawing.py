"""Two pages and what is the same on them -> the new page with marks (docs/analysis/redline.md)."""

from dataclasses import replace

from lxml import etree

from indictment.compare import halves, words
from indictment.compare.ground import Ground, Place
from indictment.compare.items import Item, fingerprint
from indictment.compare.lines import Line
from indictment.compare.marks import note_number, number
from indictment.compare.matching import Level
from indictment.compare.one_sided import OneSided
from indictment.compare.tokens import Token, numbers

Element = etree._Element


class Drawing:
    """Marks the new page."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._one_sided = OneSided(ground)

    def run(self) -> Element:
        """Mark the whole page; its root."""
        matching = self.ground.matching
        self._container(matching.before.body, matching.after.body, Place())
        return matching.after.root

    def _container(self, old: Element, new: Element, place: Place) -> None:
        level = self.ground.matching.levels[new]
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
                    behind = self._one_sided.put_back(level.old[n], new, behind, near)
                    near = near.at(level.old[n].node, None)
            for n in range(next_new, b):
                if n not in second_new:
                    self._one_sided.put_in(level.new[n], near)
                    near = near.at(None, level.new[n].node)
                behind = level.new[n].nodes[-1]
            if a < len(level.old):
                behind = self._same(level, a, b, near)
                near = near.at(level.old[a].node, level.new[b].node)
            next_old, next_new = a + 1, b + 1

    def _same(self, level: Level, a: int, b: int, place: Place) -> Element:
        """Draw what is kept; the last element of it."""
        old, new = level.old[a], level.new[b]
        parts = next((parts for one, parts in level.divided if one == a), ())
        wholes = next((parts for parts, one in level.joined if one == b), ())
        if parts:
            became = [level.new[n] for n in parts]
            halves.divide(self.ground, old, became, place)
            new = became[-1]
            self._attached(old, new, place.at(old.node, became[0].node))
        elif wholes:

            def put_back(part: int, behind: Element) -> Element:
                for each in level.old[wholes[part - 1] + 1 : wholes[part]]:
                    behind = self._one_sided.put_back(each, behind.getparent(), behind, place)
                return behind

            were = [level.old[n] for n in wholes]
            end = halves.join(self.ground, were, new, place, put_back)
            around = place.at(were[0].node, new.node)
            new = Item([end, *new.nodes[1:]], new.side)
            self._attached(were[-1], new, around)
        else:
            self._item(old, new, place)
        return _last(new)

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
            self._one_sided.put_in(Item([theirs], new.side), place)
        for ours in old.nodes[len(new.nodes) :]:
            last = self._one_sided.put_back(
                Item([ours], old.side), new.node.getparent(), last, place
            )

    def _inside(self, old: Element, new: Element, place: Place) -> None:
        if new.tag == "nav":
            return
        if new.tag != "tr":
            self._container(old, new, place)
            return
        for ours, theirs in zip(old, new, strict=False):
            if theirs in self.ground.matching.levels:
                self._container(ours, theirs, place)
            else:
                self._line(ours, theirs, place)

    def _line(self, old: Element, new: Element, place: Place) -> None:
        self.ground.places[new] = place
        if self._is_unchanged(old, new):
            if was := self.ground.old_number(old, new):
                note_number(new, was)
            return
        before, after = self.ground.tokens(old), self.ground.tokens(new)
        if new.tag == "td" and _only_refers(before) and _only_refers(after):
            place = replace(place, is_computed=True)
        self._write(new, before, after, self.ground.old_number(old, new), place)

    def _is_unchanged(self, old: Element, new: Element) -> bool:
        """True where nothing but numbers differs, and each number stands for the same."""
        before, after = self.ground.matching.before, self.ground.matching.after
        if fingerprint(old, before) != fingerprint(new, after):
            return False
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
                note_number(new, was)
            return
        written = Line(
            new, self.ground.signed(place), tidy=self.ground.tidy, computed=place.is_computed
        )
        written.begin(number(new), was)
        written.write(words.compare(old, tokens, tidy=self.ground.tidy))


def _only_refers(tokens: tuple[Token, ...]) -> bool:
    """True for a cell that lists numbers of paragraphs and notes, or a dash for none."""
    return all((isinstance(one.key, tuple) and one.key[0] == "ref") or not one.words or one.text == "note"
               for one in tokens)  # fmt: skip


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
