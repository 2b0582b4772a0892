"""The marks of a redline are elements of the page, and are checked as such."""

from pathlib import Path

import pytest
from lxml import html

from indictment.render.page.checking import check
from indictment.render.page.vocabulary import CHANGED, ELEMENTS

REDLINE = Path(__file__).parents[2] / "golden" / "vocabulary" / "redline.html"
BY = 'data-author="A" data-date="2024-03-12T09:00:00Z"'
MARKED = (
    "p", "h1", "h2", "h3", "h4", "li", "tr", "table", "figure", "blockquote", "div", "dl", "dt",
    "dd", "ol", "ul", "section",
)  # fmt: skip


def said(body: str) -> list[str]:
    page = (
        '<!DOCTYPE html><html lang="en"><head><title>A</title></head><body>'
        f'<section class="part facts">{body}</section></body></html>'
    )
    return [one.message for one in check(page, [])]


def test_the_sample_has_no_fault_and_every_mark() -> None:
    page = REDLINE.read_text(encoding="utf-8")
    assert check(page, []) == ()
    root = html.document_fromstring(page)
    assert {str(one.tag) for one in root.xpath("//*[contains(@class, 'inserted')]")} >= {
        "p", "h1", "li", "tr", "table", "figure", "dl", "dt", "dd", "ul", "section", "div",
    }  # fmt: skip
    for mark in (
        "//ins", "//del", "//ins[@data-kind='computed']", "//*[@class='formatted']",
        "//*[contains(@class, 'inserted moved') and @data-move and @data-from]",
        "//*[contains(@class, 'deleted moved') and @data-move and @data-to]",
        "//p[@data-mark='inserted']", "//p[@data-mark='deleted']", "//*[@class='old-number']",
        "//*[starts-with(@id, 'was-')]",
    ):  # fmt: skip
        assert root.xpath(mark), mark


def test_every_block_of_the_contract_may_be_marked_and_no_other() -> None:
    marked = {name for name, element in ELEMENTS.items() if element.classes & CHANGED}
    assert marked == set(MARKED)
    for name in MARKED:
        assert ELEMENTS[name].attributes >= {"data-author", "data-date", "data-move", "data-to"}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            f'<p class="unnumbered inserted moved" {BY}>a</p>',
            "<p> is moved, but has no name",
        ),
        (
            f'<p class="unnumbered moved" {BY}>a</p>',
            "<p> is moved, but neither inserted nor deleted",
        ),
        (
            f'<p class="unnumbered inserted deleted" {BY}>a</p>',
            "<p> is inserted and deleted",
        ),
        (
            f'<p class="unnumbered" data-mark="cut" {BY}>a</p>',
            "the end of <p> cannot be “cut”",
        ),
        (
            f'<p class="unnumbered"><ins data-kind="odd" {BY}>a</ins></p>',
            "<ins> has no kind “odd”",
        ),
        (
            f'<p class="unnumbered"><ins {BY}>a <del {BY}>b</del></ins></p>',
            "<del> stands in another mark",
        ),
        (
            f'<p class="unnumbered"><span class="formatted" data-was="big" {BY}>a</span></p>',
            "it is not said which emphasis the words had before",
        ),
        (
            '<p class="unnumbered">a <span class="old-number">[1.]</span></p>',
            "an old number stands elsewhere than behind the new one",
        ),
    ],
)
def test_a_mark_that_says_nothing_is_reported(body: str, message: str) -> None:
    assert said(body) == [message]


def test_what_is_deleted_has_the_numbers_of_the_old_version() -> None:
    note = '<span class="footnote" id="{}" data-number="{}">n</span>'
    body = (
        f'<p class="unnumbered">a<del {BY}>{note.format("was-fn-1", 1)}</del>'
        f"{note.format('fn-1', 1)}</p>"
        f'<p class="unnumbered deleted" {BY}>b{note.format("was-fn-3", 3)}</p>'
        f'<p class="unnumbered">c{note.format("fn-2", 2)}</p>'
    )
    assert said(body) == []
