"""What could not be written, in sentences: where it stands, and what the drafter is to do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from indictment.absorb.line import MARK
from indictment.absorb.source_map import plain
from indictment.absorb.target import Lost
from indictment.model.indictment import Indictment

_LONGEST = 100
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


def conflict(lost: Lost, indictment: Indictment, pages: Mapping[str, str]) -> Conflict:
    """An edit that could not be written, as it is told."""
    where = _where(lost, pages)
    place = " at ".join(part for part in (lost.place, where) if part)
    key = where or _key(lost, indictment)
    return Conflict(place or key, _what(lost), _help(lost, where, key), f"{lost.old} {lost.new}")


def _where(lost: Lost, pages: Mapping[str, str]) -> str:
    if not lost.page:
        return ""
    file, _, row = lost.page.partition(".csv:")
    if row:
        return f"{file}.csv:{row.split(':')[0]}"
    if lost.at < 0 or lost.page not in pages:
        return lost.page
    return f"{lost.page}:{pages[lost.page].count(chr(10), 0, lost.at) + 1}"


def _quoted(text: str) -> str:
    words = " ".join(text.replace(MARK, "").split())
    return f"“{words[: _LONGEST - 1]}…”" if len(words) > _LONGEST else f"“{words}”"


def _differing(old: str, new: str) -> tuple[str, str]:
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
    old, new = (_quoted(text) for text in _differing(lost.old, lost.new))
    match lost.why:
        case "field":
            return f"the number {lost.where} was changed by hand in {old}"
        case "style":
            return f"{old} was given another style: {lost.new}"
        case "comment":
            return f"a comment on {old}: {lost.new}"
        case "attributes":
            return f"the paragraph of “{lost.old}” was joined to the one before it, and this went with it"
        case "structure" if lost.where == "moved":
            return f"{old} was moved"
        case "form" | "gate" | "sources" if lost.how == "joined":
            last = _quoted(lost.old.split("\n")[-1])
            return f"{last} was joined to the paragraph before it"
        case "form" | "gate" | "sources" if lost.how == "moved":
            return f"{old} was moved" + (
                "" if plain(lost.old) == plain(lost.new) else f" and became {new}"
            )
        case "structure" if lost.where == "joined":
            return f"{old} was joined to the paragraph before it"
        case _ if plain(lost.old) == plain(lost.new):
            return f"{old} looks otherwise"
        case _ if not lost.new.strip():
            return f"{old} was taken out"
        case _ if not lost.old.strip():
            return f"{new} was put in"
        case _:
            return f"{old} became {new}"


def _help(lost: Lost, where: str, key: str) -> str:
    match lost.why:
        case "comment":
            return f"it is about words that are not typed in a file of text; answer it in {key or 'the file it concerns'}"
        case "field":
            return "the number follows from the sources; change what it refers to, in the text at that place"
        case "style":
            return f"change what kind of paragraph it is in {where or key}"
        case "attributes":
            return f"write what still holds of it above the joined paragraph in {where}"
        case "sources":
            now = f"it reads there now {_quoted(lost.where)}; " if lost.where.strip() else ""
            return f"the sources were changed there as well since the document was made; {now}settle it by hand in {where or key}"
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
