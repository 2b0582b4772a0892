"""The tools of this folder can fail: redlines that are known to be wrong are found to be so."""

import re
from pathlib import Path

import pytest

from tests.redlines import pair_pages, reading, resolving
from tests.redlines.printing import printed, versions

AUTHOR = 'data-author="A. Weir" data-date="2022-05-09T10:00:00Z"'


def page(body: str) -> str:
    return f"<!DOCTYPE html>\n<html><head></head><body>{body}</body></html>"


def both(body: str) -> tuple[list[str], list[str]]:
    """Normal forms: accepted, rejected."""
    accepted, rejected = resolving.accepted(page(body)), resolving.rejected(page(body))
    return (
        resolving.normal(resolving.tree(accepted), resolving.NO_NUMBERS)[1:-1],
        resolving.normal(resolving.tree(rejected), resolving.NO_NUMBERS)[1:-1],
    )


def said(body: str) -> list[str]:
    return [line.written for line in reading.lines(page(body))]


def test_words_in_and_out() -> None:
    body = f"<p class='quoted'>Of <del {AUTHOR}>two</del><ins {AUTHOR}>three <em>men</em></ins> and</p>"
    assert both(body) == (["p.quoted: Of three ⟨men ‖ em⟩ and"], ["p.quoted: Of two and"])
    assert said(body) == ["changed quoted: Of [-two-]{+three men+} and"]


def test_a_space_too_many_is_seen() -> None:
    accepted, rejected = both(f"<p class='quoted'>One <del {AUTHOR}>two</del> three</p>")
    assert accepted == ["p.quoted: One  three"]
    assert rejected == ["p.quoted: One two three"]


def test_another_emphasis() -> None:
    body = (
        "<p class='quoted'>The <span class='formatted' data-was='strong'><em>barge</em></span></p>"
    )
    assert both(body) == (["p.quoted: The ⟨barge ‖ em⟩"], ["p.quoted: The ⟨barge ‖ strong⟩"])
    assert said(body) == ["formatting quoted: The {~strong: barge~}"]


def test_blocks_in_out_and_moved() -> None:
    body = (
        '<p class="numbered inserted moved" data-move="m1" data-from="2" id="x-b">'
        '<span class="number">1.</span> See <a class="ref" href="#x-b">'
        '<span class="ref-number" data-kind="paragraph" data-target="x-b">1</span></a></p>'
        '<p class="numbered" id="x-a"><span class="number">2.</span>'
        '<span class="old-number">[1.]</span> First; <a class="ref" href="#x-b">paragraph '
        '<span class="ref-number" data-kind="paragraph" data-target="x-b">1</span></a></p>'
        '<p class="numbered deleted moved" data-move="m1" data-to="1" id="was-x-b">'
        '<span class="number">2.</span> See <a class="ref" href="#x-b">'
        '<span class="ref-number" data-kind="paragraph" data-target="x-b">1</span></a></p>'
    )
    accepted, rejected = both(body)
    assert accepted[0] == "p.numbered: See ⟨#(paragraph→p-0) ‖ ref at p-0⟩"
    assert "ref at p-0" in accepted[1]
    assert rejected[0].startswith("p.numbered: First")
    assert "ref at p-1" in rejected[0]
    assert "ref at p-1" in rejected[1]
    left = resolving.tree(resolving.rejected(page(body)))
    assert resolving.printed_numbers(left) == ["1.", "2."]


def test_a_paragraph_divided_and_one_joined() -> None:
    divided = (
        '<p class="numbered" data-mark="inserted"><span class="number">1.</span> One.<del> </del></p>'
        '<p class="numbered"><span class="number">2.</span> Two.</p>'
    )
    assert both(divided) == (["p.numbered: One.", "p.numbered: Two."], ["p.numbered: One. Two."])
    assert said(divided) == ["split 1, 2: One.{+¶+}Two."]
    joined = divided.replace("inserted", "deleted").replace("del>", "ins>")
    assert both(joined) == (["p.numbered: One. Two."], ["p.numbered: One.", "p.numbered: Two."])
    assert said(joined) == ["joined 1, 2: One.[-¶-]Two."]


@pytest.mark.parametrize(
    "body",
    [
        '<p class="inserted moved" data-move="m1">A move without its other end</p>',
        '<p class="unnumbered" data-mark="moved">A mark that is none</p>',
        '<p class="unnumbered" data-mark="deleted">Joined to nothing</p>',
        '<p class="unnumbered"><span class="formatted">Had what?</span></p>',
        '<p class="unnumbered">8.<span class="old-number">[9.]</span></p>',
    ],
)
def test_what_breaks_the_table_is_refused(body: str) -> None:
    with pytest.raises(resolving.NotResolved):
        both(body)


def test_words_are_counted() -> None:
    body = (
        "<p><del>one two</del><ins>7(1)(c) <a class='cite' href='#e'>A long title, p. 1</a></ins></p>"
        "<p class='deleted'>three<span class='footnote'>four <em>five</em></span></p>"
        "<p class='inserted moved'>six</p><p><ins data-kind='computed'>seven</ins></p>"
    )
    counted = reading.counted(resolving.tree(page(body)))
    assert (counted.inserted, counted.deleted, counted.moved, counted.computed) == (2, 5, 1, 1)


def test_a_line_of_a_pair_is_compared_with_its_marks() -> None:
    assert pair_pages.matches("changed 5: … [-a-]{+b+} …", "changed 5: One two [-a-]{+b+} three")
    assert not pair_pages.matches("changed 5: … [-a-]{+b+} …", "changed 5: One [-x-] [-a-]{+b+} y")
    assert not pair_pages.matches("changed 5: … [-a-]{+b+}", "changed 5: One [-a-]{+b+} three")


def everything(old: str, new: str) -> str:
    """The redline of someone who reads nothing: all of the old version out, all of the new one in."""
    was = re.sub(r'\sid="', ' id="was-', old)
    parts = {"deleted": was, "inserted": new}
    out = ""
    for mark, version in parts.items():
        body = re.sub(r"(?s).*?<body>(.*)</body>.*", r"\1", version)
        body = re.sub(r"(?s)<nav.*?</nav>", "", body)
        body = re.sub(r'<(header|footer) class="', rf'<\1 class="{mark} ', body)
        out += re.sub(r'<section class="part', f'<section class="{mark} part', body)
    return page(out)


@pytest.fixture
def pair() -> tuple[str, str, resolving.Numbers]:
    matter = pair_pages.matter()
    before, after = versions(
        matter,
        {"facts/02-night.md": "The barge left [@ledger, l. 2].\n"},
        {"facts/02-night.md": "It was dark.\n\nThe *barge* left [@ledger, l. 2].\n"},
    )
    (old, old_page), (new, new_page) = printed(before), printed(after)
    return old_page, new_page, resolving.numbers_of(old, new)


def test_a_redline_of_everything_is_right_and_marks_far_too_much(
    pair: tuple[str, str, resolving.Numbers],
) -> None:
    old, new, numbers = pair
    redline = everything(old, new)
    for resolved, version in ((resolving.accepted, new), (resolving.rejected, old)):
        left = resolving.normal(resolving.tree(resolved(redline)), numbers)
        assert left == resolving.normal(resolving.tree(version), numbers)
    assert reading.counted(resolving.tree(redline)).marked > 150


def test_a_redline_without_marks_is_seen_to_be_wrong(
    pair: tuple[str, str, resolving.Numbers],
) -> None:
    old, new, numbers = pair
    right = resolving.normal(resolving.tree(old), numbers)
    assert resolving.normal(resolving.tree(resolving.rejected(new)), numbers) != right
    assert reading.lines(new) == []


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("The *barge* left", "The barge left"),
        ("[@ledger, l. 2].", "[@ledger, l. 3]."),
        ("[@ledger, l. 2].", "[@order-14, l. 2]."),
        ("It was dark.", "It was dark"),
    ],
)
def test_the_normal_form_sees_emphasis_citations_and_signs(words: str, other: str) -> None:
    text = "It was dark.\n\nThe *barge* left [@ledger, l. 2].\n"
    assert words in text
    matter = pair_pages.matter()
    one, page_one = printed(matter | {"facts/02-night.md": text})
    two, page_two = printed(matter | {"facts/02-night.md": text.replace(words, other)})
    numbers = resolving.numbers_of(one, two)
    assert resolving.normal(resolving.tree(page_one), numbers) != resolving.normal(
        resolving.tree(page_two), numbers
    )


def test_the_normal_form_does_not_see_numbers() -> None:
    matter = pair_pages.matter()
    first = "exhibits:\n  map: {title: Map, pages: 1, role: evidence}\n"
    exhibits = matter["exhibits/exhibits.yaml"]
    one, page_one = printed(matter)
    two, page_two = printed(
        matter | {"exhibits/exhibits.yaml": exhibits.replace("exhibits:\n", first)}
    )
    numbers = resolving.numbers_of(one, two)
    here, there = (resolving.normal(resolving.tree(each), numbers) for each in (page_one, page_two))
    assert [line for line in there if line not in here] != []
    body = there.index("<section.exhibit-list.part>")
    at = here.index("<section.exhibit-list.part>")
    assert [re.sub(r"\d+", "", x) for x in there[:body]] == [
        re.sub(r"\d+", "", x) for x in here[:at]
    ]


@pytest.mark.parametrize("path", pair_pages.pages(), ids=lambda path: path.stem)
def test_each_pair_is_two_whole_matters(path: Path) -> None:
    for each in pair_pages.read(path):
        assert each.said is not None, each.title
        before, after = versions(pair_pages.matter(), each.old, each.new)
        old, new = printed(before), printed(after)
        numbers = resolving.numbers_of(old[0], new[0])
        for _, version in (old, new):
            tree = resolving.tree(version)
            form = resolving.normal(tree, numbers)
            assert not any("nowhere" in line for line in form), each.title
            for resolved in (resolving.accepted, resolving.rejected):
                assert resolving.normal(resolving.tree(resolved(version)), numbers) == form
