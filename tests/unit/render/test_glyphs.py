"""Characters that the shipped fonts have, and those they do not."""

from indictment.render.glyphs import missing


def test_the_scripts_and_signs_of_an_indictment_are_there() -> None:
    letters = "Größe, naïve, Śląsk; Київ ґ є і ї, Ёлка; Ελλάς"
    signs = "§ ¶ † ‡ № ½ – — … “ ” ‘ ’ „ « »\u00a0•\n"
    assert missing(letters + signs) == set()


def test_the_non_breaking_hyphen_is_drawn_as_a_hyphen() -> None:
    assert missing("ES\u201111/1") == set()


def test_what_would_be_an_empty_box_is_named() -> None:
    assert missing("ok ☒ 漢 ع ok") == {"☒", "漢", "ع"}
