"""The exhibits: added, dropped, dated and described otherwise, their files replaced, cited elsewhere."""

from indictment.compare import facts
from indictment.model.facts import ExhibitFacts
from tests.unit.compare.versions import amended, both, count, said
from tests.unit.resolve.building import EXHIBITS

LISTED = "exhibits/exhibits.yaml"


def exhibits(text: str = EXHIBITS) -> dict[str, str]:
    return {LISTED: text}


def test_an_exhibit_added_is_named_with_its_mark_and_where_it_is_cited() -> None:
    new = exhibits(
        f"{EXHIBITS}  film:\n    title: Film of the store\n    date: 2019-03-05\n    pages: 1\n"
    )
    new |= count(text="{#taken}\nThe grain was taken [@film].\n")
    added = next(a for a in amended({}, new) if a.subject == "exhibit")
    assert added.words == "P003 (Film of the store) is added"
    assert (added.old, added.new) == ("", "Film of the store, 5\u00a0March 2019")
    assert (added.counts, added.paragraphs) == (("pillage",), ("1",))
    dropped = next(a for a in amended(new, {}) if a.subject == "exhibit")
    assert dropped.words == "P003 (Film of the store) is dropped"
    assert (dropped.kind, dropped.paragraphs) == ("withdrawn", ("1 (old)",))


def test_an_exhibit_is_dated_and_described_otherwise() -> None:
    new = EXHIBITS.replace("2019-03-02", "2019-03-20").replace("Harbour Guard", "Port Guard")
    new = new.replace("title: Ledger", "title: Ledger\n    classification: confidential")
    assert said({}, exhibits(new)) == [
        "re-dated exhibit: P001 (Order 7) is dated otherwise",
        "reworded exhibit: The author of P001 (Order 7) is another",
        "replaced exhibit: P002 (Ledger) is classified otherwise",
    ]
    first = amended({}, exhibits(new))[0]
    assert (first.old, first.new) == ("2\u00a0March 2019", "20\u00a0March 2019")


def test_a_date_that_is_taken_out_is_undated() -> None:
    (one,) = amended({}, exhibits(EXHIBITS.replace("    date: 2019-03-02\n", "")))
    assert (one.kind, one.new) == ("re-dated", "undated")


def test_a_file_that_is_another_is_told_by_its_hash() -> None:
    text = exhibits(EXHIBITS.replace("title: Ledger", "title: Ledger\n    file: ledger.pdf"))
    text["exhibits/ledger.pdf"] = "x"
    old = {"ledger": ExhibitFacts("pdf", "a" * 64, 1, 3)}
    new = {"ledger": ExhibitFacts("pdf", "b" * 64, 1, 3)}
    (one,) = facts.amendments(*both(text, text, (old, new)))
    assert one.words == "The file of P002 (Ledger) is replaced"
    assert one.kind == "replaced"
    assert one.old == f"SHA-256 {'a' * 16}…"
    assert facts.amendments(*both(text, text, (old, old))) == ()


def test_a_file_added_and_taken_out() -> None:
    text = exhibits(EXHIBITS.replace("title: Ledger", "title: Ledger\n    file: ledger.pdf"))
    text["exhibits/ledger.pdf"] = "x"
    assert said({}, text) == ["added exhibit: There is now a file of P002 (Ledger)"]
    assert said(text, {}) == ["withdrawn exhibit: There is no longer a file of P002 (Ledger)"]


def test_another_mark_is_a_renumbering_and_no_amendment() -> None:
    new = exhibits(EXHIBITS.replace("title: Ledger", "title: Ledger\n    mark: P017"))
    assert said({}, new) == []
    assert [(r.kind, r.old, r.new) for r in facts.renumbered(*both({}, new))] == [
        ("exhibit", "P002", "P017")
    ]


def test_an_exhibit_with_another_label_is_the_same_exhibit() -> None:
    assert said({}, exhibits(EXHIBITS.replace("  ledger:", "  book:"))) == []


def test_an_exhibit_that_another_count_cites_now() -> None:
    text = "{#taken}\nThe grain was taken [@order, p. 11].\n"
    lines = [line for line in said({}, count(text=text)) if "exhibit" in line]
    assert lines == ["added exhibit: P001 (Order 7) is now cited for Count 1 (Pillage)"]
    lines = [line for line in said(count(text=text), {}) if "exhibit" in line]
    assert lines == ["withdrawn exhibit: P001 (Order 7) is no longer cited for Count 1 (Pillage)"]
