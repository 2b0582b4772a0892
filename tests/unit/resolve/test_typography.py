import pytest

from indictment.resolve.typography import set_spaces


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("on 24 February 2022 and", "on 24~February 2022 and"),
        ("on February 24, 2022", "on February~24, 2022"),
        ("in February 2022", "in February 2022"),
        ("art. 8, para. 2", "art.~8, para.~2"),
        ("(arts 8 and 9)", "(arts~8 and 9)"),
        ("article 8 bis of", "article~8~bis of"),
        ("No. 5, p. 3", "No.~5, p.~3"),
        ("by Mr Smith and Mrs Ånd", "by Mr~Smith and Mrs~Ånd"),
        ("under § 4 or №  5", "under §~4 or №  5"),
        ("some 40 km north, 5 % of 3 million", "some 40~km north, 5~% of 3~million"),
        ("10 000 men", "10~000 men"),
        ("Annex A and Chapter VII", "Annex~A and Chapter~VII"),
        ("24 лютого 2022 року, ст. 8", "24~лютого 2022 року, ст.~8"),
        ("at 14 May Street", "at 14~May Street"),
        ("they may 5 times", "they may 5 times"),
        ("a plain sentence of 12 words.", "a plain sentence of 12 words."),
        ("in 2022 it", "in 2022 it"),
        ("", ""),
        ("ends with Mr ", "ends with Mr~"),
    ],
)
def test_spaces_that_do_not_break(typed, printed):
    assert set_spaces(typed) == printed.replace("~", "\u00a0")


def test_only_spaces_change():
    text = "On 24 February 2022, Mr X (art. 8 bis, p. 3) gave 40 km of § 4 to Annex A; 10 000 men."
    assert set_spaces(text).replace("\u00a0", " ") == text
