from indictment.resolve.series import by_name, letters, printed, roman


def test_letters_double_after_z_as_word_counts():
    assert [letters(n) for n in (1, 26, 27, 28, 53)] == ["a", "z", "aa", "bb", "aaa"]


def test_roman_numerals():
    assert [roman(n) for n in (1, 4, 9, 14, 40)] == ["i", "iv", "ix", "xiv", "xl"]


def test_forms():
    assert [printed(f, 4) for f in ("({a})", "({i})", "{A}.", "{I}", "{1})")] == [
        "(d)",
        "(iv)",
        "D.",
        "IV",
        "4)",
    ]


def test_number_words():
    assert [printed("{one}", n) for n in (1, 13, 20, 34, 99, 100)] == [
        "one", "thirteen", "twenty", "thirty-four", "ninety-nine", "100",
    ]  # fmt: skip
    assert (printed("{One}", 24), printed("{ONE}", 24)) == ("Twenty-four", "TWENTY-FOUR")


def test_files_are_sorted_by_number_then_name():
    assert sorted(["10-a.md", "2-b.md", "a.md", "02-a.md"], key=by_name) == [
        "02-a.md",
        "2-b.md",
        "10-a.md",
        "a.md",
    ]
