"""Files of keys are merged by entry and by key; comments stay with what they stand above."""

from indictment.merge import Merged
from indictment.merge import merged as three_way

EXHIBITS = """\
# yaml-language-server: $schema=../schemas/exhibits.schema.json
# The list as served.
exhibits:
  # from the safe
  minutes:
    kind: minutes
    title: Minutes of the first meeting
    date: 2017-09-14
    facts:
      - the common purpose was formed
      - who was present and what each said
    custody:
      - {date: 2019-03-11, action: collected, by: Commission}
  plan:
    title: Operational Plan "Plumb Line", pages 41 to 46
    mark: P002  # frozen
    witness: roe
"""


def merged(ours: str, theirs: str, base: str = EXHIBITS) -> Merged:
    return three_way(base, ours, theirs, names=("ours", "theirs"), path="exhibits/list.yaml")


def test_entries_of_both_sides() -> None:
    ours = EXHIBITS + "  letter:\n    title: A letter\n"
    theirs = EXHIBITS + "  # by post\n  log:\n    title: A log\n"
    found = merged(ours, theirs)
    assert found.conflicts == ()
    assert found.text == ours + "  # by post\n  log:\n    title: A log\n"


def test_keys_of_one_entry() -> None:
    ours = EXHIBITS.replace("2017-09-14", "2017-09-15")
    theirs = EXHIBITS.replace("    kind: minutes\n", "    kind: minutes\n    mark: P001\n")
    found = merged(ours, theirs)
    assert found.conflicts == ()
    assert found.text == theirs.replace("2017-09-14", "2017-09-15")


def test_one_key_with_two_values() -> None:
    ours = EXHIBITS.replace("2017-09-14", "2017-09-15")
    theirs = EXHIBITS.replace("2017-09-14", "2017-09-16").replace("P002", "P003")
    found = merged(ours, theirs)
    assert found.text == EXHIBITS.replace("P002", "P003").replace(
        "    date: 2017-09-14\n",
        "<<<<<<< ours\n    date: 2017-09-15\n=======\n    date: 2017-09-16\n>>>>>>> theirs\n",
    )
    (conflict,) = found.conflicts
    assert (conflict.label, conflict.line) == ("date", 8)


def test_items_below_a_key() -> None:
    ours = EXHIBITS.replace("what each said\n", "what each said\n      - that it was secret\n")
    theirs = EXHIBITS.replace("the common purpose was", "the common plan was").replace(
        "by: Commission}\n",
        "by: Joint Commission}\n      - {date: 2020-07-02, action: transferred, by: Registry}\n",
    )
    found = merged(ours, theirs)
    assert found.conflicts == ()
    assert found.text == theirs.replace("each said\n", "each said\n      - that it was secret\n")


def test_keys_in_brackets() -> None:
    ours = EXHIBITS.replace("action: collected", "action: seized")
    theirs = EXHIBITS.replace("by: Commission}", "by: Commission, note: in Sorvane}")
    found = merged(ours, theirs)
    assert found.conflicts == ()
    assert "{date: 2019-03-11, action: seized, by: Commission, note: in Sorvane}" in found.text


def test_an_entry_deleted_here_and_edited_there() -> None:
    ours = EXHIBITS[: EXHIBITS.index("  plan:")]
    theirs = EXHIBITS.replace("witness: roe", "witness: doe")
    (conflict,) = merged(ours, theirs).conflicts
    assert (conflict.kind, conflict.label, conflict.ours) == ("deleted", "plan", "")
    assert merged(ours, EXHIBITS).text == ours


def test_comments_stay_with_what_is_below_them() -> None:
    ours = EXHIBITS.replace("  # from the safe\n  minutes", "  # from the old safe\n  minutes")
    first = EXHIBITS.index("  # from"), EXHIBITS.index("  plan:")
    theirs = EXHIBITS[: first[0]] + EXHIBITS[first[1] :] + EXHIBITS[first[0] : first[1]]
    found = merged(ours, theirs)
    assert found.conflicts == ()
    assert found.text == theirs.replace("the safe", "the old safe")
    assert "roe\n  # from the old safe\n  minutes:\n" in found.text


def test_lists_in_brackets_are_sets_in_order() -> None:
    base = "modes: [planning, ordering, aiding]  # in order\nplaces: []\n"
    ours = base.replace("planning, ", "").replace("[]", "[Sorvane]")
    theirs = base.replace("aiding]", "aiding, 'com, mission']").replace("[]", "[Odremol]")
    found = merged(ours, theirs, base)
    assert found.conflicts == ()
    assert found.text == (
        "modes: [ordering, aiding, 'com, mission']  # in order\nplaces: [Sorvane, Odremol]\n"
    )


def test_both_add_one_key_with_lists() -> None:
    found = merged("a: 1\nb: [x]\n", "a: 1\nb: [y]\n", "a: 1\n")
    assert found.text == "a: 1\nb: [x, y]\n"


def test_a_list_of_keys() -> None:
    base = "charges:\n  - defendants: [doe]\n    modes: [commission]\n  - defendants: [moe]\n    modes: [ordering]\n"
    ours = base.replace("[commission]", "[commission, planning]")
    theirs = base.replace("[moe]", "[moe, roe]").replace("[ordering]", "[ordering, aiding]")
    found = merged(ours, theirs, base)
    assert found.conflicts == ()
    assert found.text == theirs.replace("[commission]", "[commission, planning]")


def test_long_text_below_a_key_is_merged_by_words() -> None:
    base = "notice: |\n  This matter is invented. No person in it exists.\ndate: 2021-05-04\n"
    found = merged(base.replace("invented", "made up"), base.replace("person", "person or place"), base)  # fmt: skip
    assert found.conflicts == ()
    assert "  This matter is made up. No person or place in it exists.\n" in found.text


def test_what_is_no_list_of_keys_is_merged_as_text() -> None:
    base = "just words\nand more words here\n"
    found = merged(base.replace("just", "only"), base.replace("here", "there"), base)
    assert found.text == "only words\nand more words there\n"


def test_an_exhibit_put_in_the_place_of_a_like_one_is_another() -> None:
    ours = EXHIBITS.replace("  minutes:", "  second-minutes:").replace("first meeting", "second meeting").replace("2017-09-14", "2017-11-02")  # fmt: skip
    theirs = EXHIBITS.replace("2017-09-14", "2017-09-15")
    (conflict,) = merged(ours, theirs).conflicts
    assert (conflict.kind, conflict.label) == ("deleted", "minutes")


def test_an_exhibit_with_another_label_takes_the_edit() -> None:
    ours = EXHIBITS.replace("  minutes:", "  first-minutes:")
    theirs = EXHIBITS.replace("2017-09-14", "2017-09-15")
    found = merged(ours, theirs)
    assert found.conflicts == ()
    assert found.text == ours.replace("2017-09-14", "2017-09-15")
