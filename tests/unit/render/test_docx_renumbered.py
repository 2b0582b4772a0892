"""Numbers that differ between two versions: never marked, and the old ones once all is rejected."""

from tests.unit.render import docx_pages
from tests.unit.render.docx_pages import BY, numbered, texts
from tests.unit.render.word_changes import accepted, rejected
from tests.unit.render.word_reader import W, Word

RENUMBERED = f'<span class="renumbered" data-was="{{}}" {BY}>{{}}</span>'


def exhibits(*rows: str) -> str:
    head = '<thead><tr><th scope="col">No.</th><th scope="col">Document</th></tr></thead>'
    return f'<table class="exhibits">{head}<tbody>{"".join(rows)}</tbody></table>'


def exhibit(label: str, mark: str, about: str = "") -> str:
    return f'<tr id="exhibit-{label}"{about}><th scope="row">{mark}</th><td>{label}</td></tr>'


def cite(label: str, mark: str) -> str:
    return (
        f'<a class="cite" href="#exhibit-{label}" data-exhibit="{label}" data-cite="1" data-page="1">'
        f"Ledger, {mark}, p. 2</a>"
    )


def fields(data: bytes) -> list[tuple[str, str]]:
    """The codes of a file with changes, of the new and of the old version."""
    return [
        ("".join(around.itertext(f"{W}instrText")), "".join(around.itertext(f"{W}delInstrText")))
        for around in Word(data).body.iter(f"{W}p")
        if list(around.iter(f"{W}instrText", f"{W}delInstrText"))
    ]


def test_a_mark_that_changed_is_no_marked_word_and_the_old_one_once_all_is_rejected() -> None:
    mark = RENUMBERED.format("P001", "P002")
    body = f'<p class="unnumbered">See {cite("ledger", mark)}.</p>' + exhibits(
        exhibit("map", "P001", f' class="inserted" {BY}'), exhibit("ledger", mark)
    )
    data = docx_pages.write(body)
    assert texts(body, accepted) == [
        "See Ledger, P002, p. 2.",
        "No.",
        "Document",
        "P001",
        "map",
        "P002",
        "ledger",
    ]
    assert texts(body, rejected) == ["See Ledger, P001, p. 2.", "No.", "Document", "P001", "ledger"]
    words = [one for kind in ("ins", "del") for one in Word(data).body.iter(f"{W}{kind}")]
    marked = {text for one in words for text in one.itertext(f"{W}t", f"{W}delText")}
    assert marked == {"P001", "map"}  # the new row alone
    assert fields(data) == [
        (" REF _at_number_exhibit_ledger \\h ", ""),
        (' QUOTE "P002" ', ' QUOTE "P001" '),
    ]


def test_a_mark_whose_list_is_not_printed_has_both_versions_in_its_own_field() -> None:
    body = f'<p class="unnumbered">See Ledger, {RENUMBERED.format("P001", "P002")}.</p>'
    assert texts(body, accepted) == ["See Ledger, P002."]
    assert texts(body, rejected) == ["See Ledger, P001."]


def test_a_citation_of_an_exhibit_whose_row_moved_finds_it_in_both_versions() -> None:
    body = (
        f'<p class="unnumbered">See {cite("ledger", RENUMBERED.format("P002", "P001"))}.</p>'
        + exhibits(
            exhibit("ledger", "P001", f' class="inserted" {BY}'),
            exhibit("map", RENUMBERED.format("P001", "P002")),
            exhibit("ledger", "P002", f' class="deleted" {BY}').replace('id="', 'id="was-'),
        )
    )
    assert texts(body, accepted)[0] == "See Ledger, P001, p. 2."
    assert texts(body, rejected)[0] == "See Ledger, P002, p. 2."


def test_signs_in_a_number_that_mean_something_in_a_field_are_printed_as_they_are() -> None:
    mark = RENUMBERED.format("“7”\\1", "&quot;8&quot;\\2")
    body = f'<p class="unnumbered">See {mark}.</p>'
    assert texts(body, accepted) == ['See "8"\\2.']
    assert texts(body, rejected) == ["See “7”\\1."]


def refer(target: str, number: str, more: str = "", kind: str = "paragraph") -> str:
    return (
        f'<a class="ref" href="#{target}">see <span class="ref-number" data-kind="{kind}" '
        f'data-target="{target}" {more}>{number}</span></a>'
    )


def moved(name: str, inner: str, *, to: bool) -> str:
    kind, before = ("inserted", "") if to else ("deleted", "was-")
    return inner.format(
        about=f'class="numbered {kind} moved" id="{before}x-{name}" data-move="{name}" {BY}'
    )


def test_a_reference_to_a_paragraph_that_moved_leads_to_its_place_in_each_version() -> None:
    text = '<p {{about}}><span class="number">{}.</span> Moves.</p>'
    body = (
        f'<p class="unnumbered">Please {refer("x-a", "3")}.</p>'
        + moved("a", text.format(1), to=False)
        + numbered(1).replace(".</span>", '.</span><span class="old-number">[2.]</span>')
        + numbered(2).replace(".</span>", '.</span><span class="old-number">[3.]</span>')
        + moved("a", text.format(3), to=True)
    )
    assert texts(body, accepted)[0] == "Please see 3."
    assert texts(body, rejected)[0] == "Please see 1."
    ((new, old),) = fields(docx_pages.write(body))
    assert (new, old) == (" REF _ind_a \\n \\h ", " REF _was_a \\n \\h ")
    change = next(Word(docx_pages.write(body)).body.iter(f"{W}del"))
    assert change.get(f"{W}author") == "A. Weir"


def test_a_reference_to_what_moved_to_another_depth_has_as_many_numbers_as_each_version() -> None:
    sub = (
        '<div class="attached"><ol class="sub" data-depth="1"><li {}>'
        '<p class="sub"><span class="number">(a)</span> It.</p></li></ol></div>'
    )
    gone = sub.format(f'id="was-x-a" class="deleted" {BY}')
    body = (
        f'<p class="unnumbered">Please {refer("x-a", "2")}.</p>{numbered(1)}{gone}'
        f'<p class="numbered inserted" id="x-a" {BY}><span class="number">2.</span> It.</p>'
    )
    assert texts(body, accepted)[0] == "Please see 2."
    assert texts(body, rejected)[0] == "Please see 1(a)."
    back = (
        f'<p class="unnumbered">Please {refer("x-a", "1(a)", kind="subparagraph")}.</p>{numbered(1)}'
        f'{sub.format(f"""id="x-a" class="inserted" {BY}""")}'
        f'<p class="numbered deleted" id="was-x-a" {BY}><span class="number">2.</span> It.</p>'
    )
    assert texts(back, accepted)[0] == "Please see 1(a)."
    assert texts(back, rejected)[0] == "Please see 2."


def test_a_reference_to_a_count_that_moved_has_the_number_of_each_version() -> None:
    was = 'data-was="1"'
    count = '<h2 id="{}" class="{} moved" data-move="m" {}>Count {}: Pillage</h2>'
    body = (
        f'<p class="unnumbered">Please {refer("x-p", "2", was, "count")}.</p>'
        f"{count.format('was-x-p', 'deleted', BY, 1)}"
        f'<h2 id="x-q">Count {RENUMBERED.format(2, 1)}: Extortion</h2>'
        f"{count.format('x-p', 'inserted', BY, 2)}"
    )
    assert texts(body, accepted) == ["Please see 2.", "Count 1: Extortion", "Count 2: Pillage"]
    assert texts(body, rejected) == ["Please see 1.", "Count 1: Pillage", "Count 2: Extortion"]


def test_a_deleted_reference_to_a_note_leads_to_it_and_not_to_one_that_had_its_number() -> None:
    def note(anchor: str, number: int, text: str) -> str:
        return f'<span class="footnote" id="{anchor}" data-number="{number}">{text}</span>'

    body = (
        f'<p class="unnumbered">A<del {BY}>{note("was-fn-1", 1, "Gone.")}</del>'
        f" B{note('fn-1', 1, 'Stays.')}"
        f"<del {BY}>, {refer('fn-1', '2', kind='note')}</del>.</p>"
    )
    assert texts(body, accepted) == ["A B{Stays.}."]
    assert texts(body, rejected) == ["A{Gone.} B{Stays.}, see 2."]


def test_a_reference_to_a_note_that_moved_leads_to_its_place_in_each_version() -> None:
    text = '<p {{about}}><span class="number">{}.</span> Moves.<span class="footnote" id="{}" data-number="{}">N.</span></p>'
    other = '<span class="footnote" id="{}" data-number="1">M.</span>'
    more = f'data-was-target="was-fn-1" {BY}'
    body = (
        f'<p class="unnumbered">Please {refer("fn-2", "2", more, "note")}.</p>'
        + moved("a", text.format(1, "was-fn-1", 1), to=False)
        + numbered(1, f"B{other.format('fn-1')}").replace(
            "1.</span>", '1.</span><span class="old-number">[2.]</span>'
        )
        + moved("a", text.format(2, "fn-2", 2), to=True)
    )
    assert texts(body, accepted)[0] == "Please see 2."
    assert texts(body, rejected)[0] == "Please see 1."
