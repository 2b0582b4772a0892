"""What could not be written, in sentences: where it stands, and what the drafter is to do."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from indictment.absorb.line import MARK
from indictment.absorb.source_map import plain
from indictment.absorb.target import Lost
from indictment.model.indictment import Indictment
from indictment.value import dataclass

_LONGEST = 100
_WHOLE = 400
_AROUND = 3


@dataclass(frozen=True, slots=True)
class Conflict:
    """`place` as a lawyer names it, with file and line where they are known; `what` was done in Word; `help`
    what is to be done.
    """

    place: str
    what: str
    help: str
    whole: str = ""
    """All words before and after, of which `what` shows the first."""


def conflict(
    lost: Lost, indictment: Indictment, pages: Mapping[str, str],
    stands: Callable[[str, int], int] = lambda file, line: line,
) -> Conflict:  # fmt: skip
    """An edit that could not be written, as it is told. `stands` says where a line of a file stands on disk."""
    where = lost.now or _where(lost, pages, stands)
    is_there = lost.why != "attributes" or not lost.where
    place = " at ".join(part for part in (lost.place, where if is_there else "") if part)
    key = where or _key(lost, indictment)
    return Conflict(place or key, _what(lost), _help(lost, where, key), f"{lost.old} {lost.new}")


def _where(lost: Lost, pages: Mapping[str, str], stands: Callable[[str, int], int]) -> str:
    if not lost.page:
        return ""
    file, _, row = lost.page.partition(".csv:")
    if row:
        return f"{file}.csv:{row.split(':')[0]}"
    if lost.at < 0 or lost.page not in pages:
        return lost.page
    line = pages[lost.page].count("\n", 0, lost.at) + 1
    return f"{lost.page}:{stands(lost.page, line)}"


def _quoted(text: str, longest: int = _LONGEST) -> str:
    words = " ".join(text.replace(MARK, "").split())
    return f"“{words[: longest - 1]}…”" if len(words) > longest else f"“{words}”"


def differing(old: str, new: str) -> tuple[str, str]:
    """What differs of two, with a few words around it."""
    first, second = old.split(" "), new.split(" ")
    if not old.strip() or not new.strip() or first == second:
        return old, new
    begin = _same(first, second)
    end = _same(first[begin:][::-1], second[begin:][::-1])
    begin, end = max(begin - _AROUND, 0), max(end - _AROUND, 0)

    def part(words: Sequence[str]) -> str:
        middle = " ".join(words[begin : len(words) - end])
        return f"{'… ' * (begin > 0)}{middle}{' …' * (end > 0)}"

    return part(first), part(second)


def _same(first: Sequence[str], second: Sequence[str]) -> int:
    """With how many equal words both begin."""
    pairs = zip(first, second, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))


def _what(lost: Lost) -> str:
    longest = _WHOLE if lost.why == "meanwhile" else _LONGEST
    old, new = (_quoted(text, longest) for text in differing(lost.old, lost.new))
    match lost.why:
        case "attributes":
            return f"{old} is part of another paragraph now; what stood above it in the source went: {lost.went}"
        case "field":
            return f"the number {lost.where} was changed by hand in {old}"
        case "style":
            return f"{old} was given another style: {lost.new}"
        case "comment":
            return f"a comment on {old}: {lost.new}"
        case _ if lost.how == "joined":
            return _joined(lost, longest)
        case _ if lost.how == "moved":
            reworded = plain(lost.old) != plain(lost.new)
            return f"{old} was moved" + (f" and became {new}" if reworded else "")
        case _ if plain(lost.old) == plain(lost.new):
            return f"{old} looks otherwise"
        case _ if not lost.new.strip():
            return f"{old} was taken out"
        case _ if not lost.old.strip():
            return f"{new} was put in"
        case _:
            return f"{old} became {new}"


def _joined(lost: Lost, longest: int) -> str:
    what = f"{_quoted(lost.old.split(chr(10))[-1], longest)} was joined to the paragraph before it"
    first, second = (" ".join(plain(text).split()) for text in (lost.old, lost.new))
    if first.replace(" ", "") == second.replace(" ", ""):
        return what
    old, new = (_quoted(text, longest) for text in differing(first, second))
    return f"{what}, and of the two {old} became {new}"


def _help(lost: Lost, where: str, key: str) -> str:
    match lost.why:
        case "attributes":
            there = f"{lost.where} ({where})" if lost.where else "the paragraph"
            return f"the words have landed; put what still holds of it in the braces above {there}, in which they are now"
        case "meanwhile" if lost.where:
            return f"it was changed in the sources too, since the document was made: {where} has now {_quoted(lost.where, _WHOLE)}; decide which words stand, and write them there"
        case "meanwhile":
            return f"{lost.now} no longer has the paragraph since the document was made; write it where it is to stand now, or leave it out"
        case "later":
            return f"another author changed the same paragraph after that, which cannot be written (see there); write both in {where or key}"
        case "form" if lost.went:
            return f"{lost.went} would go with it, and then: {lost.where}; change that first, then join the two by hand"
        case "comment" if lost.now:
            return f"the paragraph was written anew in {lost.now} since the document was made; put the comment there by hand"
        case "comment":
            return f"it is about words that are not typed in a file of text; answer it in {key or 'the file it concerns'}"
        case "field":
            return "the number follows from the sources; change what it refers to, in the text at that place"
        case "style":
            return f"change what kind of paragraph it is in {where or key}"
        case "form":
            return f"it would make an error: {lost.where}; do it by hand, and change what the error is about"
        case "gate":
            there = f"written there, it would print {_quoted(lost.where)}; " if lost.where else ""
            return f"{there}do it by hand in {where or key or 'the file it belongs to'}"
        case "structure":
            return f"do it by hand in {where or key or 'the file it belongs to'}"
        case _ if lost.where.startswith("@") and lost.place.startswith("footnote"):
            return (
                f"change the citation “{lost.where}” in {where}, or the entry in the exhibit list"
            )
        case _ if lost.where:
            return f"the tool prints these words for “{lost.where}”; change it in {where}, or what it names"
        case _ if where:
            return f"the tool writes these signs; change what stands around them in {where}"
        case _ if key:
            return f"change {key}"
        case _:
            return "the tool writes these words from what is typed elsewhere; change it there"


def _key(lost: Lost, indictment: Indictment) -> str:
    """The file and the key of a value that is printed in `lost.old`; "" where none is found."""
    old = plain(lost.old.split(" [note: ")[0]).casefold().strip()
    best, found = 0, ""
    for value, key in _values(indictment):
        bare = plain(value).casefold().strip()
        if bare and bare in old and len(bare) > best:
            best, found = len(bare), key
    return found


def _values(indictment: Indictment) -> Iterator[tuple[str, str]]:
    page = indictment.title_page
    for name in ("title", "instrument", "tribunal", "case-number", "date", "place", "status", "classification"):  # fmt: skip
        yield getattr(page, name.replace("-", "_")), f"matter.yaml: {name}"
    for value, key in (
        (page.prosecution, "prosecution"),
        (page.on_behalf_of, "on-behalf-of"),
        (page.authority, "authority"),
    ):
        yield value, f"matter.yaml: parties: {key}"
    for entry in (*page.caption, *page.recipients):
        for line in entry.lines:
            yield line, "matter.yaml: caption"
    for piece in page.notice:
        yield getattr(piece, "text", ""), "matter.yaml: notice"
    for name, title, _ in indictment.signatories:
        yield name, "matter.yaml: signatories"
        yield title, "matter.yaml: signatories"
    for one in indictment.accused:
        file = one.span.file
        for value, key in (
            (one.name, "name"), (one.short, "short"), (one.aliases, "aliases"), (one.native, "native"),
            (one.born, "born"), (one.birthplace, "birthplace"), (one.nationality, "nationality"),
        ):  # fmt: skip
            yield value, f"{file}: {key}"
        for office in one.offices:
            for value in (office.title, office.body, office.dates):
                yield value, f"{file}: offices"
    for section in indictment.statement:
        yield section.title, f"{section.file}: title"
    for section in (*indictment.annexes, *indictment.schedules):
        yield section.title, f"{section.file}: title"
    for group in indictment.counts:
        for count in group.charged:
            yield count.title, f"{group.file}: title"
            yield count.places, f"{group.file}: places"
            yield count.period, f"{group.file}: period"
    for row in indictment.exhibits:
        for value in (row.title, row.author, row.symbol):
            yield value, f"{row.span.file}:{row.span.line}"
