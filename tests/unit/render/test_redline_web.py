"""redline.html as a file: what is in it before any browser reads it."""

import base64
import hashlib
import re
from dataclasses import replace

from lxml import html as reader

from indictment.render.redline import views
from indictment.render.redline.web import html
from indictment.render.redline.web.text import text
from tests.unit.render.redline_made import ins, new_folder, redline


def made() -> str:
    return html(redline(), new_folder().read)


def tree() -> reader.HtmlElement:
    return reader.document_fromstring(made())


def test_the_same_redline_gives_the_same_bytes() -> None:
    assert made() == made()


def test_nothing_in_it_asks_a_server() -> None:
    page = tree()
    for element, attribute, link, _ in page.iterlinks():
        if element.tag == "a":
            assert link.startswith(("#", "https://example.org/")), link
        else:
            assert link.startswith("data:"), (element.tag, attribute, link)
    assert not page.xpath("//link | //iframe | //script[@src] | //form")
    assert "url(" not in page.findtext(".//style")
    assert "@import" not in page.findtext(".//style")


def test_only_its_own_style_and_script_may_run() -> None:
    page = tree()
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (content,) = page.xpath(f"//{tag}/text()")
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not page.xpath("//*[@style] | //*[@onclick] | //*[@onload]")


def test_no_two_elements_have_the_same_id_and_no_link_leads_nowhere() -> None:
    ids = tree().xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {link[1:] for link in tree().xpath("//a/@href") if link.startswith("#")}
    assert targets <= set(ids)


def test_each_change_is_listed_once_and_leads_to_its_block() -> None:
    page = tree()
    listed = page.xpath("//nav[@aria-label='Changes']//li")
    assert [item.get("data-for") for item in listed] == [str(c.number) for c in redline().changes]
    for item, change in zip(listed, redline().changes, strict=True):
        (target,) = page.xpath(f"//*[@id='{item.find('a').get('href')[1:]}']")
        assert target.get("data-c") == str(change.number)
        assert target.get("data-k") == change.kind
        words = " ".join(target.text_content().split())
        for passage in change.passages:
            if not passage.note and passage.kind != "kept" and change.what != "row":
                assert " ".join(passage.text.split()) in words
    assert page.xpath("//*[@data-c='2']/@id") == ["x-guild", "was-x-guild"]


def test_notes_stand_below_their_block_with_a_way_back() -> None:
    page = tree()
    block = page.get_element_by_id("x-conflict")
    (call,) = block.xpath(".//a[@role='doc-noteref']")
    note = page.get_element_by_id(call.get("href")[1:])
    assert block.getnext() is note.getparent()
    assert note.find("a").get("href") == f"#{call.get('id')}"
    assert [one.text for one in note.xpath("./del | ./ins")] == ["see also", "see"]
    lost = page.get_element_by_id("was-fn-8")
    assert lost.get("class") == "note taken-out"
    assert " ".join(lost.find("del").text_content().split()) == "Ledger, P003, l. 8."
    assert not page.find_class("footnote")


def test_what_has_moved_says_from_where_and_to_where() -> None:
    page = tree()
    (here,) = page.get_element_by_id("x-guild").find_class("move")
    (away,) = page.get_element_by_id("was-x-guild").find_class("move")
    assert (here.text, here.get("href")) == ("[moved from 4]", "#was-x-guild")
    assert (away.text, away.get("href")) == ("[moved to 4]", "#x-guild")


def test_the_words_of_the_text_are_those_of_the_page_on_either_side() -> None:
    body, _ = text(redline().page, redline().changes, new_folder().read)
    whole = reader.fromstring(f"<html><body>{body}</body></html>")
    for ours in whole.xpath("//*[contains(@class,'spoken') or contains(@class,'move') and name()='a'"
                            " or contains(@class,'pilcrow') or name()='sup' or contains(@class,'back')]"):  # fmt: skip
        ours.drop_tree()
    shown = reader.tostring(whole, encoding="unicode")
    # The lines at the head and foot of each page are left out, since nothing differs in them.
    page = re.sub(r"<(header|footer) class=.*?</\1>", "", redline().page, flags=re.DOTALL)
    for side in ("old", "new"):
        wanted = views.words(page, side)  # type: ignore[arg-type]
        assert sorted(views.words(shown, side).split()) == sorted(wanted.split())  # type: ignore[arg-type]


def test_the_schedule_and_the_hashes_are_below_the_text() -> None:
    words = " ".join(tree().find_class("schedule")[0].text_content().split())
    for said in (
        "The period of Count 1 ends later", "possible new charge", "paragraphs 5 to 6 are now 7 to 8",
        "Paragraph 8 (was 6) cited P003 and cites nothing now.", "templates/international/style.css",
        "Annex A was printed across the page and is now upright",
    ):  # fmt: skip
        assert said in words
    for does, side in (("accepted", "new"), ("rejected", "old")):
        found = views.counted(redline().page, side)  # type: ignore[arg-type]
        assert re.search(
            f"All changes {does}, .*?{found.number:,} words, SHA-256 {found.sha256}", words
        )


def test_pictures_are_inside_and_one_that_is_missing_is_said() -> None:
    png = b"\x89PNG\r\n\x1a\nrest"
    page = '<html><body><figure><img src="figures/a.png" alt="A map"></figure></body></html>'
    shown, _ = text(page, (), {"figures/a.png": png}.get)
    assert f'src="data:image/png;base64,{base64.b64encode(png).decode()}"' in shown
    missing, _ = text(page, (), lambda path: None)
    assert "<img" not in missing
    assert "[A map]" in missing


def test_words_of_the_matter_are_never_markup() -> None:
    change = replace(redline().changes[0], place=("<script>alert(1)</script>",), what='"><b>')
    evil = replace(redline(), changes=(change,), templates=("<img src=x>",),
                   new=replace(redline().new, name="<b>x</b>"))  # fmt: skip
    page = reader.document_fromstring(html(evil, new_folder().read))
    assert len(page.xpath("//script")) == 1
    assert not page.xpath("//b | //img")


def test_a_confidential_side_is_said() -> None:
    assert "CONFIDENTIAL" not in made()
    secret = replace(redline(), before=replace(redline().before, confidential=True))
    assert "CONFIDENTIAL" in html(secret, new_folder().read)


def test_running_lines_are_shown_where_they_differ() -> None:
    page = redline().page
    assert 'class="running-lines"' not in made()
    changed = page.replace("Tollan and Casavant</p>", f"Tollan{ins(' and Casavant')}</p>", 1)
    assert 'class="running-lines"' in html(replace(redline(), page=changed), new_folder().read)


def test_a_mark_that_no_change_names_is_still_shown_and_filtered_by_its_look() -> None:
    _, units = text(redline().page, (), new_folder().read)
    assert all(unit.change is None for unit in units)
    assert {unit.kind for unit in units} == {
        "inserted",
        "deleted",
        "moved",
        "changed",
        "split",
    }


def test_a_count_is_the_part_of_its_blocks() -> None:
    _, units = text(redline().page, redline().changes, new_folder().read)
    parts = {unit.change.number: unit.part for unit in units if unit.change}
    assert parts[5] == parts[8] == "Count 1: Pillage"
    assert parts[3] == "STATEMENT OF FACTS"


def legend(how: str) -> str:
    given = redline()
    court = given.after.court.model_copy(update={"amendment_colours": how})
    caption = given.after.matter.caption
    version = caption.version.model_copy(update={"ordinal": 2})
    matter = replace(given.after.matter, caption=caption.model_copy(update={"version": version}))
    page = replace(given.after.title_page, instrument="Second Amended Indictment")
    after = replace(given.after, court=court, matter=matter, title_page=page)
    text = reader.document_fromstring(html(replace(given, after=after), new_folder().read))
    (found,) = text.xpath("//p[@class='legend']")
    return reader.tostring(found, encoding="unicode")


def test_the_legend_explains_colours_and_numbers_of_amendments() -> None:
    assert '<ins data-amendment="2">put in</ins>' in legend("colours")
    assert "in green: by the Second Amended Indictment" in legend("colours")
    assert "[2 … 2] by the Second Amended Indictment" in legend("code")
    assert "Second Amended" not in legend("none")
    assert "data-amendment" not in legend("none")
