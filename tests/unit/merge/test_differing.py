"""What a lawyer is shown of two states of a file."""

from indictment.merge.differing import Differing, differing
from tests.unit.merge.test_keys import EXHIBITS
from tests.unit.merge.test_merged import BASE, TABLE, edited


def words(one: Differing) -> str:
    signs = {"kept": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    return "".join(signs[kind].format(text) for kind, text in one.stretches)


def shown(old: str, new: str, path: str = "counts/01.md") -> list[tuple[str, int, int, str]]:
    found = differing(old, new, path)
    for one in found:
        kept_and_old = "".join(t for kind, t in one.stretches if kind != "inserted")
        assert one.old_line == 0 or kept_and_old.split()
    return [(" › ".join(one.place) or one.label, one.old_line, one.line, words(one)) for one in found]  # fmt: skip


def test_the_same_differs_in_nothing() -> None:
    assert differing(BASE, BASE, "counts/01.md") == ()
    assert differing(BASE, BASE.replace("\n", "\r\n"), "counts/01.md") == ()
    assert differing(BASE, edited(("wheat\nfrom", "wheat from")), "counts/01.md") == ()


def test_words_of_a_paragraph() -> None:
    new = edited(("312 sacks", "314 bags"), ("title: Pillage", "title: Plunder"))
    title, paragraph = shown(BASE, new)
    assert title == ("title", 2, 2, "title: [-Pillage-]{+Plunder+}")
    assert paragraph[:3] == ("removal", 8, 8)
    assert "removed [-312 sacks-]{+314 bags+} of wheat\nfrom" in paragraph[3]


def test_new_and_deleted_and_moved_paragraphs() -> None:
    sold = "The sacks were sold at Osterey on 9 March, and the price was divided among five men."
    (gone,) = shown(BASE, edited((f"{sold}\n\n", "")))
    assert gone == ("", 16, 0, f"[-{sold}-]")
    (come,) = shown(edited((f"{sold}\n\n", "")), BASE)
    assert come == ("", 0, 16, f"{{+{sold}+}}")
    moved = edited((f"{sold}\n\n", "")).replace("## The removal", f"{sold}\n\n## The removal")
    (one,) = differing(BASE, moved, "counts/01.md")
    assert (one.moved, one.old_line, one.line) == (True, 16, 6)
    assert {kind for kind, _ in one.stretches} == {"kept"}


def test_a_paragraph_written_anew_is_shown_whole() -> None:
    old = "{#a}\nThe sacks were sold at Osterey on 9 March.\n"
    new = "{#a}\nNobody knows what became of them later.\n"
    (one,) = differing(old, new, "counts/01.md")
    assert [kind for kind, _ in one.stretches] == ["deleted", "kept", "inserted"]


def test_keys_have_the_way_to_them() -> None:
    new = EXHIBITS.replace("2017-09-14", "2017-09-15").replace("common purpose", "common plan")
    assert shown(EXHIBITS, new, "exhibits/list.yaml") == [
        ("exhibits › minutes › date", 8, 8, "    date: [-2017-09-14-]{+2017-09-15+}"),
        (
            "exhibits › minutes › facts", 10, 10,
            "      - the common [-purpose-]{+plan+} was formed",
        ),
    ]  # fmt: skip


def test_rows() -> None:
    assert shown(TABLE, TABLE.replace("190", "191")) == [("", 5, 5, "| 5 May | [-190-]{+191+} |")]
    assert shown("id,what\na,Fire\n", "id,what\na,Flood\nb,Rain\n", "schedules/a.csv") == [
        ("a", 2, 2, "a,[-Fire-]{+Flood+}"),
        ("b", 0, 3, "{+b,Rain+}"),
    ]


def test_a_new_file_and_one_that_is_gone() -> None:
    for old, new in (("", BASE), (BASE, "")):
        kinds = {kind for one in differing(old, new, "counts/01.md") for kind, _ in one.stretches}
        assert kinds == ({"inserted"} if new else {"deleted"})
