"""A redline made by hand: the small matter, filed and amended, with the page a comparison draws of it.

The two matters are read and printed as any other; only the marks, and the list of what changed,
are written here. So what is made of a redline is tested apart from the comparison.
"""

from functools import cache
from pathlib import Path

from indictment import resolve
from indictment.folder import MemoryFolder
from indictment.model.indictment import Indictment
from indictment.model.redline import (
    Amendment,
    Authorship,
    Change,
    LostSupport,
    Marked,
    Passage,
    Redline,
    Renumbered,
    Revision,
)
from indictment.pipeline.reading import read_folder
from indictment.render.page import html

SMALL = Path(__file__).parents[2] / "golden" / "small"

WEIR = Authorship("A. Weir", "2021-06-01T09:30:00Z")
OSEI = Authorship("B. Osei", "2021-06-03T14:00:00Z")

_GUILD = "\n{#guild}\nThe bakers' guild kept guards of its own.\n"
_FACTS, _COUNT = "facts/01-granary.md", "counts/01-pillage.md"
_ACCUSED, _LIST = "defendants/02-casavant.md", "exhibits/exhibits.yaml"
_WEATHER = """\
  weather:
    kind: report
    title: Weather at Calderhaven
    author: Harbour Office
    date: 2019-03-02
    url: https://example.org/weather
"""

_NEW = (
    (_FACTS, "---\n\n<!-- indict", f"---\n{_GUILD}\n<!-- indict"),
    (_FACTS, "some 4,000", "some 4,200"),
    (_FACTS, "see also @order-14].", "see @order-14].\n\n{#quay}\nThe quay was lit at night."),
    (_ACCUSED, "2017. She", "2017.\n\n{#keys}\nShe"),
    (_COUNT, "    alternative-modes: [aiding-and-abetting]\n", ""),
    (_COUNT, "to: 2019-03-03", "to: 2019-03-05"),
    (_COUNT, "counted the sacks and entered them", "*entered* them"),
    (_COUNT, " and divided the price [@ledger, l. 8].", "."),
)

_INS = '<ins data-author="A. Weir" data-date="2021-06-01T09:30:00Z">{}</ins>'
_DEL = '<del data-author="A. Weir" data-date="2021-06-01T09:30:00Z">{}</del>'
_OSEI = ' data-author="B. Osei" data-date="2021-06-03T14:00:00Z"'


def ins(words: str) -> str:
    return _INS.format(words)


def gone(words: str) -> str:
    return _DEL.format(words)


def _number(new: str, old: str) -> tuple[str, str]:
    number = f'<span class="number">{new}.</span>'
    return number, f'{number} <span class="old-number">[{old}.]</span>'


_PRICE_NOTE = (
    '<span class="footnote" id="was-fn-8" data-number="8"><a class="cite" href="#exhibit-ledger" '
    'data-exhibit="ledger" data-cite="9" data-page="1">Ledger, P003, l. 8</a>.</span>'
)
_ALTERNATIVE = (
    '<p class="charge-detail deleted" data-author="A. Weir" data-date="2021-06-01T09:30:00Z">'
    "<em>In the alternative:</em> aiding and abetting (article\u00a08(c))</p>"
)
_COMMISSION = (
    '<p class="charge-detail"><em>Mode of liability:</em> commission (article\u00a08(a))</p>'
)
_ROW = "</p>\n</td></tr>\n</tbody>\n</table>\n</section>"
_FIRST = '</p>\n<p class="cell">MIRNE CASAVANT: <a class="ref" href="#x-purpose">'
_CITED = ' (<a class="mark" href="#exhibit-ledger">P003</a>, l.\u00a08)'


def _reference(label: str, number: str) -> str:
    inside = f'<span class="ref-number" data-kind="paragraph" data-target="{label}">{number}</span>'
    return f'<a class="ref" href="#{label}">{inside}</a>'


_REMOVED = _reference("x-removal", "7")
_MARKS = (
    ('<p class="numbered" id="x-office-casavant">', f'<p class="numbered" id="x-office-casavant" data-mark="inserted"{_OSEI}>'),
    ('<p class="numbered" id="x-guild"><span class="number">4.</span>',
     f'<p class="numbered inserted moved" id="x-guild" data-move="m1" data-from="4"{_OSEI}><span class="number">4.</span>'),
    _number("5", "3"),
    ("some 4,200", f"some {gone('4,000')}{ins('4,200')}"),
    ("; see <a", f"; {gone('see also')}{ins('see')} <a"),
    ('<p class="numbered" id="x-quay">', f'<p class="numbered inserted" id="x-quay"{_OSEI}>'),
    ("The quay was lit at night.</p>",
     f'The quay was lit at night.</p>\n<p class="numbered deleted moved" id="was-x-guild" data-move="m1" data-to="4"{_OSEI}>'
     '<span class="number">4.</span> The bakers’ guild kept guards of its own.</p>'),
    ("and 5\u00a0March 2019", f"and {gone('3')}{ins('5')}\u00a0March 2019"),
    (_COMMISSION, _COMMISSION + _ALTERNATIVE),
    _number("7", "5"),
    ("Granary, <em>entered</em> them",
     f"Granary, {gone('counted the sacks and')} "
     '<span class="formatted" data-was="" data-author="A. Weir" data-date="2021-06-01T09:30:00Z"><em>entered</em></span> them'),
    _number("8", "6"),
    ("9\u00a0March 2019.", f"9\u00a0March 2019{gone(' and divided the price')}.{gone(_PRICE_NOTE)}"),
    (_reference("x-keys", "3"), gone(_reference("x-office-casavant", "2")) + ins(_reference("x-keys", "3"))),
    (f"–</td><td>{_REMOVED}</td>", f"–</td><td>{_REMOVED}{gone(', ' + _reference('x-purpose', '6'))}</td>"),
    ('<tr id="exhibit-weather">', f'<tr class="inserted" id="exhibit-weather"{_OSEI}>'),
    (_FIRST, gone(_CITED) + _FIRST),
    (_ROW, gone(_CITED) + _ROW),
)  # fmt: skip


def _files() -> dict[str, bytes | str]:
    return {
        path.relative_to(SMALL).as_posix(): path.read_bytes()
        for path in sorted(SMALL.rglob("*"))
        if path.is_file()
    }


def _edited(files: dict[str, bytes | str], file: str, old: str, new: str) -> None:
    text = files[file]
    text = text.decode() if isinstance(text, bytes) else text
    assert old in text, f"{file} does not hold “{old}”"
    files[file] = text.replace(old, new)


@cache
def old_folder() -> MemoryFolder:
    """The matter as it was filed."""
    files = _files()
    facts = files[_FACTS]
    assert isinstance(facts, bytes)
    files[_FACTS] = facts.decode() + _GUILD
    return MemoryFolder(files)


@cache
def new_folder() -> MemoryFolder:
    """The matter as it was amended."""
    files = _files()
    for edit in _NEW:
        _edited(files, *edit)
    listed = files[_LIST]
    assert isinstance(listed, bytes)
    files[_LIST] = listed.decode() + _WEATHER
    return MemoryFolder(files)


@cache
def printed(folder: MemoryFolder) -> tuple[Indictment, str]:
    """The indictment in `folder`, and its page."""
    matter = read_folder(folder).matter
    assert matter is not None
    indictment = resolve.indictment(matter, {}).value
    assert indictment is not None
    page = html.page(indictment, folder.read).value
    assert page is not None
    return indictment, page


@cache
def marked_page() -> str:
    """The amended page with the marks of a redline."""
    page = printed(new_folder())[1]
    for words, marked in _MARKS:
        assert page.count(words) == 1, f"“{words}” stands {page.count(words)} times on the page"
        page = page.replace(words, marked)
    return page


def _kept(text: str, note: str = "") -> Passage:
    return Passage("kept", text, None, note)


def _in(text: str, by: Authorship = WEIR, note: str = "") -> Passage:
    return Passage("inserted", text, by, note)


def _out(text: str, by: Authorship = WEIR, note: str = "") -> Passage:
    return Passage("deleted", text, by, note)


_GRANARY = ("Statement of facts", "The Granary")
_COUNT_1 = ("Count 1 (Pillage)",)
_EXHIBITS = ("Annex A: List of exhibits", "Exhibits")

_CHANGES = (
    Change(1, "split", "paragraph",
           (_kept("MIRNE CASAVANT has been Comptroller of Customs since 9 January 2017."),),
           "x-office-casavant", "", "2", "2", "office-casavant", ("The accused", "Mirne Casavant"),
           _ACCUSED, 17, OSEI),
    Change(2, "moved", "paragraph", (_kept("The bakers’ guild kept guards of its own."),),
           "x-guild", "was-x-guild", "4", "4", "guild", _GRANARY, _FACTS, 7, OSEI),
    Change(3, "changed", "paragraph",
           (_kept("From 20 February to 19 March 2019 an armed conflict existed between the Harbour Guard and the "
                  "militia of the Upper Town. The stores on the quay (“the Granary”) belonged to the bakers’ guild "
                  "and served some "),
            _out("4,000"), _in("4,200"), _kept(" inhabitants."),
            _kept("Harbour Museum, The Granary seen from the quay, 27 February 2019, P002; ", "5"),
            _out("see also", note="5"), _in("see", note="5"), _kept(" Order No. 14, P001.", "5")),
           "x-conflict", "", "3", "5", "conflict", _GRANARY, _FACTS, 13, WEIR),
    Change(4, "inserted", "paragraph", (_in("The quay was lit at night.", OSEI),), "x-quay", "", "", "6",
           "quay", _GRANARY, _FACTS, 17, OSEI),
    Change(5, "changed", "caption line",
           (_kept("Period: between 2 March 2019 and "), _out("3"), _in("5"), _kept(" March 2019")),
           "x-pillage", "", "", "", "", _COUNT_1, _COUNT, 9, WEIR),
    Change(6, "deleted", "caption line", (_out("In the alternative: aiding and abetting (article 8(c))"),),
           "x-pillage", "", "", "", "", _COUNT_1, _COUNT, 9, WEIR),
    Change(7, "changed", "sub-paragraph",
           (_kept("MIRNE CASAVANT unlocked the Granary, "), _out("counted the sacks and"), _kept(" "),
            Passage("formatted", "entered", WEIR), _kept(" them in the ledger as “spoiled”.")),
           "x-unlocking", "", "5(b)", "7(b)", "unlocking", (*_COUNT_1, "The removal of the grain"), _COUNT, 21, WEIR),
    Change(8, "changed", "paragraph",
           (_kept("By the conduct described in paragraph 7, and in particular in paragraph 7(b), both intended to "
                  "appropriate the grain for private use. They sold it at Osterey on 9 March 2019"),
            _out(" and divided the price"), _kept("."), _out("Ledger, P003, l. 8.", note="8")),
           "x-purpose", "", "6", "8", "purpose", (*_COUNT_1, "Purpose"), _COUNT, 27, WEIR),
    Change(9, "computed", "row",
           (_kept("P001 Harbour Guard, Order No. 14 of the Captain of the Harbour Guard, note 1, 1, note 3, "),
            _out("2"), _in("3"), _kept(", 5, 7")),
           "exhibit-order-14", "", "", "", "order-14", _EXHIBITS, _LIST, 3, WEIR),
    Change(10, "computed", "row", (_kept("P003 Ledger of the Granary, extract, 7"), _out(", 6")),
           "exhibit-ledger", "", "", "", "ledger", _EXHIBITS, _LIST, 24, WEIR),
    Change(11, "inserted", "row", (_in("P004 Harbour Office, Weather at Calderhaven", OSEI),),
           "exhibit-weather", "", "", "", "weather", _EXHIBITS, _LIST, 32, OSEI),
    Change(12, "computed", "row",
           (_kept("4 The perpetrator intended to use the property for private or personal ends. "), _out("(P003, l. 8)")),
           "elements-pillage", "", "", "", "", ("Annex B: Elements of the offences, paragraphs and exhibits",), "", 0, WEIR),
)  # fmt: skip

_RENUMBERED = (
    Renumbered("paragraph", "", "3", "keys"),
    Renumbered("paragraph", "4", "4", "guild", moved=True),
    Renumbered("paragraph", "3", "5", "conflict"),
    Renumbered("paragraph", "", "6", "quay"),
    Renumbered("paragraph", "5", "7", "removal"),
    Renumbered("paragraph", "6", "8", "purpose"),
    Renumbered("exhibit", "", "P004", "weather"),
)

_AMENDMENTS = (
    Amendment("widened", "period", "The period of Count 1 ends later", "between 2 March 2019 and 3 March 2019",
              "between 2 March 2019 and 5 March 2019", ("pillage",), possible_new_charge=True,
              reason="conduct on two more days is charged", changes=(5,)),
    Amendment("withdrawn", "alternative", "Mirne Casavant is no longer charged in the alternative with aiding and abetting",
              "aiding and abetting", "", ("pillage",), ("casavant",), changes=(6,)),
    Amendment("reworded", "paragraph", "Two paragraphs are reworded", counts=("pillage",), paragraphs=("7(b)", "8"),
              changes=(7, 8)),
    Amendment("added", "exhibit", "Exhibit P004 (Weather at Calderhaven) is added", "", "P004", changes=(11,)),
)  # fmt: skip


@cache
def redline() -> Redline:
    """The whole redline."""
    return Redline(
        old=Revision("filed-2021-05-04", "3f2a9c1d07be4c55a1e2d3f4a5b6c7d8e9f00112", "2021-05-04"),
        new=Revision("working tree", "", "2021-05-04"),
        before=printed(old_folder())[0],
        after=printed(new_folder())[0],
        page=marked_page(),
        changes=_CHANGES,
        renumbered=_RENUMBERED,
        marked=Marked(inserted=17, deleted=23, moved=8),
        amendments=_AMENDMENTS,
        unsupported=(LostSupport("6", "8", "purpose", ("P003",)),),
        templates=("templates/international/style.css",),
        uncompared=("Annex A was printed across the page and is now upright",),
    )
