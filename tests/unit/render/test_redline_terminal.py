"""A redline on the terminal, as a commit message and as JSON."""

import json
import re
from dataclasses import asdict, replace

from indictment.model.redline import Authorship, Change, Passage, Renumbered
from indictment.render.redline import as_json, commit_message, terminal, views, wording
from tests.unit.render.redline_made import new_folder, old_folder, printed, redline

PLAIN = """\
filed-2021-05-04 (3f2a9c1d07) -> working tree
12 changes: 2 inserted, 1 deleted, 4 reworded, 1 moved, 1 divided, 3 following from others; words:
17 inserted, 23 deleted, 8 moved
[-taken out-] {+put in+} {>moved here<} {~in another emphasis~}

  1  The accused › Mirne Casavant › paragraph 2  defendants/02-casavant.md:17
     divided here: the rest of it is now a paragraph of its own
     MIRNE CASAVANT has been Comptroller of Customs since 9 January 2017.

  2  Statement of facts › The Granary › paragraph 4  facts/01-granary.md:7
     moved here from paragraph 4
     {>The bakers’ guild kept guards of its own.<}

  3  Statement of facts › The Granary › paragraph 5 (was 3)  facts/01-granary.md:13
     … bakers’ guild and served some [-4,000-]{+4,200+} inhabitants. (fn 5: … quay, 27 February
     2019, P002; [-see also-]{+see+} Order No. 14, P001.)
"""

FACTS = """\
Renumbered
  paragraph 3 is now 5
  paragraphs 5 to 6 are now 7 to 8

Amendments
  Count 1 (Pillage)
    widened: The period of Count 1 ends later: “between 2 March 2019 and 3 March 2019” is now
    “between 2 March 2019 and 5 March 2019”
      possible new charge: conduct on two more days is charged
    withdrawn: Mirne Casavant is no longer charged in the alternative with aiding and abetting
    reworded: Two paragraphs are reworded (paragraphs 7(b), 8)
  Exhibits
    added: Exhibit P004 (Weather at Calderhaven) is added

Paragraphs that lost their last support
  paragraph 8 (was 6) cited P003 and cites nothing now

Changed and not drawn: templates
  templates/international/style.css

Not compared
  Annex A was printed across the page and is now upright
"""

MESSAGE = """\
9 changes: The accused, Statement of facts, Count 1, Exhibits and 2 more

- The accused: 1 paragraph divided (2)
- Statement of facts: 1 paragraph moved (4); 1 paragraph reworded (5); 1
  paragraph inserted (6)
- Count 1: 1 sub-paragraph reworded (7(b)); 1 paragraph reworded (8);
  period widened (between 2 March 2019 and 5 March 2019); Mirne Casavant
  is no longer charged in the alternative with aiding and abetting
- Exhibits: Exhibit P004 (Weather at Calderhaven) is added
- Templates: templates/international/style.css
- Not compared: Annex A was printed across the page and is now upright
"""

SGR = re.compile(r"\x1b\[[\d;]*m")


def test_plain_text_begins_with_the_changes_and_ends_with_the_facts() -> None:
    text = terminal.text(redline(), colour=False, width=100)
    assert text.startswith(PLAIN)
    assert text.endswith("\n" + FACTS)


def test_what_is_marked_is_never_told_by_colour_alone() -> None:
    text = terminal.text(redline(), colour=True, width=None)
    assert "some \x1b[31;9m4,000\x1b[0m\x1b[32;4m4,200\x1b[0m inhabitants" in text
    assert "\x1b[36;4mThe bakers’ guild kept guards of its own.\x1b[0m" in text
    assert "{+" not in text
    assert {"4", "9", "3"} >= {
        code.split(";")[1] for code in re.findall(r"\x1b\[(3[1256];\d)m", text)
    }


def test_no_line_is_wider_than_the_terminal_but_an_address() -> None:
    for width in (40, 72):
        for colour in (False, True):
            text = terminal.text(redline(), colour=colour, width=width)
            lines = [SGR.sub("", line) for line in text.splitlines()]
            long = [line for line in lines if len(line) > width]
            assert all(" › " in line for line in long), long


def test_the_words_are_the_same_in_colour_and_without_a_width() -> None:
    def words(colour: bool, width: int | None) -> list[str]:
        text = SGR.sub("", terminal.text(redline(), colour=colour, width=width))
        return re.sub(r"\[-taken out.*|[\[{][-+>~=]|[-+<~=][\]}]", "", text).split()

    assert words(False, None) == words(True, 60) == words(False, 90)


def test_signs_that_steer_a_terminal_are_not_let_through() -> None:
    made = redline()
    change = replace(made.changes[3], passages=(Passage("inserted", "a\x1b[2Jb\u202ec"),))
    evil = replace(made, new=replace(made.new, name="x\x1b]0;y\x07"), changes=(change,))
    text = terminal.text(evil, colour=False, width=80)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\u202e" not in text


def test_a_block_without_a_mark_inside_is_shown_whole() -> None:
    words = " ".join(f"word{n}" for n in range(40))
    change = replace(redline().changes[0], passages=(Passage("kept", words),))
    text = terminal.text(replace(redline(), changes=(change,)), colour=False, width=None)
    assert words in text


def test_a_long_kept_stretch_between_two_changes_is_cut() -> None:
    words = " ".join(f"w{n}" for n in range(40))
    passages = (Passage("deleted", "a"), Passage("kept", f" {words} "), Passage("inserted", "b"))
    change = replace(redline().changes[7], passages=passages)
    text = terminal.text(replace(redline(), changes=(change,)), colour=False, width=None)
    assert "[-a-] w0 w1 w2 w3 w4 … w35 w36 w37 w38 w39 {+b+}" in text


def test_nothing_changed_is_one_sentence() -> None:
    made = replace(
        redline(),
        changes=(),
        renumbered=(),
        amendments=(),
        templates=(),
        uncompared=(),
        unsupported=(),
    )
    assert terminal.text(made, colour=False, width=80).endswith("\nNothing has changed.\n")
    assert commit_message.short(made) == "Nothing has changed\n"


def test_a_commit_message_has_a_short_first_line_and_a_bullet_for_each_part() -> None:
    assert commit_message.short(redline()) == MESSAGE


def test_one_part_is_the_subject_itself() -> None:
    one = redline().changes[7]
    made = replace(redline(), changes=(one,), amendments=(), templates=(), uncompared=())
    first, empty, *bullets = commit_message.short(made).splitlines()
    assert first == "Count 1: 1 paragraph reworded (8)"
    assert empty == ""
    assert bullets == ["- Count 1: 1 paragraph reworded (8)"]


def test_particulars_have_no_other_plural() -> None:
    changes = tuple(replace(redline().changes[7], number=n, what="particulars") for n in (1, 2))
    made = replace(redline(), changes=changes, amendments=(), templates=(), uncompared=())
    assert "2 particulars reworded" in commit_message.short(made)


def test_a_subject_never_has_more_than_72_letters() -> None:
    changes = tuple(
        replace(redline().changes[7], number=n, place=(f"Part {n} " + "of many letters " * 4,))
        for n in range(1, 9)
    )
    message = commit_message.short(replace(redline(), changes=changes, amendments=()))
    assert all(len(line) <= 72 for line in message.splitlines())
    assert message.splitlines()[0].startswith("8 changes in ")


def test_renumbering_alone_is_a_message_of_its_own() -> None:
    made = replace(redline(), changes=(), amendments=(), templates=(), uncompared=())
    assert "Renumbered: paragraph 3 is now 5, paragraphs 5 to 6 are now 7 to 8" in " ".join(
        commit_message.short(made).split()
    )


def _numbers(kind: str, *pairs: tuple[str, str]) -> tuple[Renumbered, ...]:
    return tuple(Renumbered(kind, old, new) for old, new in pairs)  # type: ignore[arg-type]


def test_renumbering_is_said_in_runs() -> None:
    made = replace(
        redline(),
        renumbered=(
            *_numbers("paragraph", *((str(n), str(n + 1)) for n in range(42, 161)), ("161", "170")),
            *_numbers("exhibit", ("P009", "P010"), ("P010", "P011"), ("", "P009")),
            *_numbers("heading", ("II.A", "II.B")),
        ),
    )
    assert list(wording.renumbering(made)) == [
        "heading II.A is now II.B",
        "paragraphs 42 to 160 are now 43 to 161",
        "paragraph 161 is now 170",
        "exhibits P009 to P010 are now P010 to P011",
    ]


def test_json_has_every_value_field_for_field() -> None:
    made = redline()
    value = json.loads(as_json.write(made))
    assert list(value) == [
        "format", "old", "new", "marked", "changes", "renumbered", "amendments", "unsupported",
        "templates", "uncompared",
    ]  # fmt: skip
    assert value["format"] == 1
    for side, revision in (("old", made.old), ("new", made.new)):
        counted = views.counted(made.page, side)  # type: ignore[arg-type]
        assert value[side] == {
            "name": revision.name, "commit": revision.commit, "date": revision.date,
            "words": counted.number, "sha256": counted.sha256,
        }  # fmt: skip
    assert value["marked"] == {"inserted": 17, "deleted": 23, "moved": 8, "following": 0}
    for key in ("changes", "renumbered", "amendments", "unsupported"):
        assert value[key] == [json.loads(json.dumps(asdict(one))) for one in getattr(made, key)]
    assert value["templates"] == ["templates/international/style.css"]
    assert value["uncompared"] == ["Annex A was printed across the page and is now upright"]
    change = value["changes"][2]
    assert change["authorship"] == {"author": "A. Weir", "date": "2021-06-01T09:30:00Z"}
    assert change["passages"][1] == {
        "kind": "deleted", "text": "4,000", "note": "", "follows": False,
        "authorship": {"author": "A. Weir", "date": "2021-06-01T09:30:00Z"},
    }  # fmt: skip


def test_the_keys_of_the_json_are_those_that_are_documented() -> None:
    documented = set(re.findall(r"`([a-z_0-9]+)`", as_json.__doc__ or ""))
    value = json.loads(as_json.write(redline()))

    def keys(one: object) -> set[str]:
        if isinstance(one, dict):
            return set(one).union(*map(keys, one.values()))
        return set().union(*map(keys, one)) if isinstance(one, list) else set()

    assert keys(value) == documented


def test_the_same_redline_gives_the_same_text() -> None:
    assert as_json.write(redline()) == as_json.write(redline())


def test_all_rejected_is_the_old_text_and_all_accepted_the_new_one() -> None:
    page = redline().page
    assert views.words(page, "new") == views.words(printed(new_folder())[1], "new")
    assert views.words(page, "old") == views.words(printed(old_folder())[1], "old")
    assert views.words(page, "old") != views.words(page, "new")


def test_a_change_without_a_place_is_of_the_document() -> None:
    change = Change(
        1, "inserted", "heading", (Passage("inserted", "X"),), "", authorship=Authorship("A", "")
    )
    message = commit_message.short(
        replace(redline(), changes=(change,), amendments=(), templates=(), uncompared=())
    )
    assert message.startswith("the document: 1 heading inserted\n")


def test_the_message_names_each_paragraph_once() -> None:
    def change(number: int, what: str, paragraph: str) -> Change:
        return Change(number, "inserted", what, (), f"x-{number}", new_number=paragraph)

    changes = (change(1, "row", "73"), change(2, "row", "73"), change(3, "particulars", ""))
    changes += (change(4, "particulars", ""),)
    said = commit_message.short(replace(redline(), changes=changes, amendments=()))
    assert "2 rows inserted (73)" in said
    assert "2 particulars inserted" in said
