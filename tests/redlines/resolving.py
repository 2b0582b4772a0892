"""A page with marks -> the pages that accepting and rejecting all of them leave; a page -> its normal form.

Written from the table in docs/analysis/redline.md with lxml alone. It knows nothing of the comparison, so that
both must read the table alike. A page that is not well-formed, or a mark that says nothing, is refused.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from indictment.model.indictment import Indictment

Element = etree._Element

_VOID = re.compile(r"<(br|img|col|meta)\b([^<>]*?)\s*/?>")
_MARKS = frozenset({"inserted", "deleted", "moved"})
_ABOUT = ("data-author", "data-date", "data-move", "data-from", "data-to", "data-kind", "data-mark")
_EMPHASIS = {"em": "em", "strong": "strong"}
LINES = frozenset({"p", "h1", "h2", "h3", "h4", "td", "th", "dt", "dd", "caption", "figcaption"})
"""Elements that hold a line of text. A cell that holds paragraphs is none."""


class NotResolved(Exception):
    """The page breaks the table."""


def tree(page: str) -> Element:
    """The page as a tree; pages are written so that only br, img, col and meta are not closed."""
    return etree.fromstring(_VOID.sub(r"<\1\2/>", page).encode())


def accepted(page: str) -> str:
    """What is left when all is accepted: the new version."""
    return etree.tostring(resolved(tree(page), "inserted"), encoding="unicode")


def rejected(page: str) -> str:
    """What is left when all is rejected: the old version."""
    return etree.tostring(resolved(tree(page), "deleted"), encoding="unicode")


def resolved(root: Element, kept: str) -> Element:
    """The tree itself, without marks; `kept` is inserted (accept) or deleted (reject)."""
    moved = _moved_anchors(root)
    drop, keep = ("del", "ins") if kept == "inserted" else ("ins", "del")
    gone = "deleted" if kept == "inserted" else "inserted"
    for node in list(root.iter(drop)):
        _remove(node)
    for node in [n for n in root.iter(etree.Element) if gone in classes(n)]:
        _remove(node)
    for node in list(root.iter(keep)):
        _unwrap(node)
    for node in list(root.iter("span")):
        if node.get("class") == "formatted":
            _formatted(node, kept)
        elif node.get("class") == "old-number":
            _old_number(node, kept)
        elif node.get("class") in ("renumbered", "ref-number"):
            _renumbered(node, kept)
    for node in reversed([n for n in root.iter("p") if n.get("data-mark")]):
        if node.get("data-mark") not in ("inserted", "deleted"):
            raise NotResolved(f"data-mark is “{node.get('data-mark')}”")
        if node.get("data-mark") == gone:
            _join(root, node)
    for node in root.iter(etree.Element):
        left = [word for word in classes(node) if word not in _MARKS]
        if len(left) != len(classes(node)):
            _ = node.attrib.pop("class") if not left else node.set("class", " ".join(left))
        if node.get("class") not in ("ref-number",) and node.tag != "span":
            for name in _ABOUT:
                node.attrib.pop(name, None)
    _relinked(root, moved)
    return root


def classes(node: Element) -> list[str]:
    """The classes of an element."""
    return (node.get("class") or "").split()


def _moved_anchors(root: Element) -> dict[str, str]:
    """Anchors at the new place of what moved -> those at the old one, and the other way round."""
    places: dict[str, dict[str, Element]] = {}
    for node in root.iter(etree.Element):
        if move := node.get("data-move"):
            marks = set(classes(node)) & {"inserted", "deleted"}
            if len(marks) != 1 or "moved" not in classes(node):
                raise NotResolved(f"the move {move} is marked {node.get('class')}")
            if marks & places.setdefault(move, {}).keys():
                raise NotResolved(f"the move {move} has two places of one kind")
            places[move][marks.pop()] = node
    found: dict[str, str] = {}
    for move, ends in places.items():
        if len(ends) != 2:
            raise NotResolved(f"the move {move} has one place only")
        new, old = (
            [
                n.get("id", "")
                for n in ends[kind].iter(etree.Element)
                if n is ends[kind] or n.get("id")
            ]
            for kind in ("inserted", "deleted")
        )
        pairs = (
            zip(new, old, strict=True)
            if len(new) == len(old)
            else zip(new[:1], old[:1], strict=True)
        )
        for one, other in pairs:
            found |= {one: other, other: one}
    return found


def _remove(node: Element) -> None:
    parent = node.getparent()
    if parent is None:
        return
    _keep_text(node, node.tail or "")
    parent.remove(node)


def _keep_text(node: Element, text: str) -> None:
    """`text` is put before `node`."""
    before, parent = node.getprevious(), node.getparent()
    if before is not None:
        before.tail = (before.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


def _unwrap(node: Element) -> None:
    parent = node.getparent()
    assert parent is not None
    _keep_text(node, node.text or "")
    for child in list(node):
        node.addprevious(child)
    _keep_text(node, node.tail or "")
    parent.remove(node)


def _formatted(node: Element, kept: str) -> None:
    was = node.get("data-was")
    if was is None:
        raise NotResolved("a formatted passage does not say what it had")
    if kept == "deleted":
        for inner in list(node.iter("em", "strong", "span")):
            if inner is not node and (inner.tag in _EMPHASIS or inner.get("class") == "term"):
                _unwrap(inner)
        for name in was.split():
            if name not in ("em", "strong", "term"):
                raise NotResolved(f"a formatted passage had “{name}”")
            around = etree.Element("span" if name == "term" else name)
            if name == "term":
                around.set("class", "term")
            around.text, node.text = node.text, None
            for child in list(node):
                around.append(child)
            node.append(around)
    _unwrap(node)


def _old_number(node: Element, kept: str) -> None:
    number = node.getprevious()
    if number is None or number.get("class") != "number" or (number.tail or "").strip():
        raise NotResolved("an old number does not stand right behind a number")
    old = node.text or ""
    if not (old.startswith("[") and old.endswith("]")):
        raise NotResolved(f"an old number reads “{old}”")
    if kept == "deleted":
        number.text = old[1:-1]
    _remove(node)


def _renumbered(node: Element, kept: str) -> None:
    """A number in words, or in a reference to such a one."""
    was = node.attrib.pop("data-was", "")
    for name in ("data-author", "data-date"):
        node.attrib.pop(name, None)
    if kept == "deleted" and was:
        node.text = was
    if node.get("class") == "renumbered":
        if not was or len(node):
            raise NotResolved("it is not said what a number was")
        _unwrap(node)


def _join(root: Element, node: Element) -> None:
    """The paragraph goes on with the words of the next one, which is gone."""
    following: Iterator[Element] = iter(list(root.iter("p")))
    for each in following:
        if each is node:
            break
    rest = next(following, None)
    if rest is None:
        raise NotResolved("nothing follows a paragraph that is joined to the next")
    for number in [n for n in rest if n.get("class") == "number"]:
        number.tail = (number.tail or "").lstrip()
        _remove(number)
    text = rest.text or ""
    if len(node):
        node[-1].tail = (node[-1].tail or "") + text
    else:
        node.text = (node.text or "") + text
    for child in list(rest):
        node.append(child)
    item, mine = rest.getparent(), node.getparent()
    assert item is not None
    assert mine is not None
    if item.tag == "li" and mine.tag == "li" and item is not mine:
        for left in list(rest.itersiblings()):
            mine.append(left)
    _remove(rest)


def _relinked(root: Element, moved: dict[str, str]) -> None:
    """Links to a place that is gone lead to the other place of the same thing."""
    there = {node.get("id") for node in root.iter(etree.Element)} - {None}
    for node in root.iter("a", "span"):
        for name in ("href", "data-target"):
            address = node.get(name)
            if address is None or (name == "href" and not address.startswith("#")):
                continue
            sign, target = ("#", address[1:]) if name == "href" else ("", address)
            for other in (target, moved.get(target, ""), f"was-{target}"):
                if other in there:
                    node.set(name, sign + other)
                    break


# --- what a page says ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is a number in the words of two versions: marks of exhibits, numbers in headings by anchor."""

    marks: dict[str, re.Pattern[str]]
    headings: dict[str, re.Pattern[str]]


NO_NUMBERS = Numbers({}, {})
"""Nothing is masked."""


def numbers_of(*versions: Indictment) -> Numbers:
    """The numbers that the versions print in words."""
    marks: dict[str, set[str]] = {}
    headings: dict[str, set[str]] = {}
    for version in versions:
        for row in version.exhibits:
            if row.mark:
                marks.setdefault(row.label, set()).add(row.mark)
        for group in version.counts:
            for count in group.counts:
                for anchor in (count.anchor, f"elements-{count.label}"):
                    headings.setdefault(anchor, set()).add(count.printed)
                for first in group.counts:
                    anchor = f"particulars-{first.label}"
                    headings.setdefault(anchor, set()).add(count.printed)
        for section in (*version.annexes, *version.schedules):
            headings.setdefault(section.anchor, set()).add(section.number)
        for part in ("exhibit-list", "elements-table"):
            if found := re.search(r"\S+\s(\w+):", version.headings.get(part, "")):
                headings.setdefault(f"part-{part}", set()).add(found[1])
    return Numbers(_patterns(marks), _patterns(headings))


def _patterns(words: dict[str, set[str]]) -> dict[str, re.Pattern[str]]:
    return {
        key: re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(found))) + r")(?!\w)")
        for key, found in words.items()
        if found - {""}
    }


def normal(root: Element, numbers: Numbers) -> list[str]:
    """What the page says, a line for each line of text and for the beginning and end of what holds them.

    Emphasis, language, redaction and links stand behind the words that have them; notes stand in the line;
    `numbers` are masked, for redlines that do not say what they were; a link is named by the place of its target.
    Left out: the contents, spaces that may not break (they follow from the words beside), what holds nothing.
    """
    body = root.find("body")
    assert body is not None
    return list(_Reader(numbers, _places(body)).block(body))


def printed_numbers(root: Element) -> list[str]:
    """The numbers of paragraphs, sub-paragraphs and headings in their order."""
    return [n.text or "" for n in root.iter("span") if n.get("class") == "number"]


def _places(body: Element) -> dict[str, str]:
    """Anchor -> which line of text it stands at, or which note it is."""
    found: dict[str, str] = {}
    line = note = 0
    for node in _outside_contents(body):
        if node.get("class") == "footnote":
            note += 1
            found[node.get("id", "")] = f"note-{note}"
            continue
        if anchor := node.get("id"):
            found[anchor] = f"{node.tag}-{line}"
        if is_line(node):
            line += 1
    return found


def _outside_contents(node: Element) -> Iterator[Element]:
    if node.tag != "nav" and isinstance(node.tag, str):
        yield node
        for child in node:
            yield from _outside_contents(child)


def is_line(node: Element) -> bool:
    """Whether the element holds text itself."""
    return node.tag in LINES and not any(child.tag == "p" for child in node)


@dataclass(slots=True)
class _Reader:
    numbers: Numbers
    places: dict[str, str]

    def block(self, node: Element) -> Iterator[str]:
        if node.tag in ("nav", "colgroup") or not isinstance(node.tag, str):
            return
        name = ".".join([node.tag, *sorted(classes(node)), _lang(node)]).strip(".")
        if node.tag == "img":
            yield f"img: {node.get('src')} “{node.get('alt')}”"
        elif is_line(node):
            yield f"{name}: {self.line(node)}"
        else:
            inside = [line for child in node for line in self.block(child)]
            if inside:
                yield f"<{name}>"
                yield from inside
                yield f"</{name}>"

    def line(self, node: Element) -> str:
        pieces: list[tuple[str, frozenset[str]]] = []
        self.inside(node, frozenset(), None, pieces)
        anchor = node.get("id", "").removeprefix("was-")
        masked = self.numbers.headings.get(anchor)
        row = node.getparent()
        if row is not None and row.tag == "tr" and row[0] is node:
            label = row.get("id", "").removeprefix("was-").removeprefix("exhibit-")
            table = next(row.iterancestors("table"))
            # The tool counts the rows of a schedule and of a table of elements.
            counted = table.get("class") == "elements" or table.get("class") == "schedule"
            masked = re.compile(r"^\d+$") if counted else self.numbers.marks.get(label)
        words = _written(pieces).strip()
        if masked is not None:
            many = anchor.startswith("particulars-")
            words = masked.sub("#", words, count=0 if many else 1)
        return words

    def inside(
        self,
        node: Element,
        look: frozenset[str],
        mark: re.Pattern[str] | None,
        out: list[tuple[str, frozenset[str]]],
    ) -> None:
        self.text(node.text, look, mark, out)
        for child in node:
            self.child(child, look, mark, out)
            self.text(child.tail, look, mark, out)

    def text(
        self,
        text: str | None,
        look: frozenset[str],
        mark: re.Pattern[str] | None,
        out: list[tuple[str, frozenset[str]]],
    ) -> None:
        if text:
            out.append((mark.sub("#", text) if mark else text, look))

    def child(
        self,
        node: Element,
        look: frozenset[str],
        mark: re.Pattern[str] | None,
        out: list[tuple[str, frozenset[str]]],
    ) -> None:
        kind = classes(node)
        if node.tag == "br":
            out.append(("⏎", look))
        elif "number" in kind and node.tag == "span":
            return
        elif "ref-number" in kind:
            kind = node.get("data-kind")
            number = node.text if kind in ("count", "annex", "row") else "#"
            out.append((f"{number}({kind}→{self.place(node.get('data-target', ''))})", look))
        elif "footnote" in kind:
            out.append(("[^", look))
            self.inside(node, frozenset(), None, out)
            out.append(("]", look))
        elif "page-number" in kind or "page-count" in kind:
            out.append((f"({kind[0]})", look))
        elif node.tag == "a":
            self.link(node, kind[0], look, mark, out)
        else:
            self.inside(node, look | _looks(node, kind), mark, out)

    def link(
        self,
        node: Element,
        kind: str,
        look: frozenset[str],
        mark: re.Pattern[str] | None,
        out: list[tuple[str, frozenset[str]]],
    ) -> None:
        address = node.get("href", "")
        if kind == "cite":
            mark = self.numbers.marks.get(node.get("data-exhibit", ""))
            label = node.get("data-exhibit", "")
            where = self.places.get(f"exhibit-{label}") or self.places.get(f"was-exhibit-{label}")
            look = look | {f"cites {where or label}"}
        elif kind == "mark":
            mark = self.numbers.marks.get(
                address.removeprefix("#was-").removeprefix("#").removeprefix("exhibit-")
            )
            look = look | {f"mark at {self.place(address[1:])}"}
        else:
            where = self.place(address[1:]) if address.startswith("#") else address
            look = look | {f"{kind} at {where}"}
        self.inside(node, look, mark, out)

    def place(self, anchor: str) -> str:
        return self.places.get(anchor, "nowhere")


def _looks(node: Element, kind: Iterable[str]) -> frozenset[str]:
    looks = {_EMPHASIS[node.tag]} if node.tag in _EMPHASIS else set()
    if "term" in kind:
        looks.add("term")
    if "redaction" in kind:
        looks.add(f"redacted {node.get('data-code', '')}")
    if node.get("lang"):
        looks.add(_lang(node))
    return frozenset(looks)


def _lang(node: Element) -> str:
    return f"in {node.get('lang')}" if node.get("lang") and node.tag != "html" else ""


_SPACE = re.compile(r"([ \u00a0\u2009\u202f]+)")
_BREAK = re.compile(r"\s*\n\s*")


def _written(pieces: list[tuple[str, frozenset[str]]]) -> str:
    """Words with their looks; a space has none."""
    plain: frozenset[str] = frozenset()
    merged: list[tuple[str, frozenset[str]]] = []
    for text, look in pieces:
        text = _BREAK.sub(" ", text)
        for part in _SPACE.split(text) if look else [text]:
            if not part:
                continue
            if not look or _SPACE.fullmatch(part):
                part, now = _SPACE.sub(lambda found: " " * len(found[0]), part), plain
            else:
                now = look
            if merged and merged[-1][1] == now:
                merged[-1] = (merged[-1][0] + part, now)
            else:
                merged.append((part, now))
    return "".join(
        f"⟨{text} ‖ {', '.join(sorted(look))}⟩" if look else text for text, look in merged
    )
