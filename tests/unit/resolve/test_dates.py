import pytest

from indictment.model.court import Court
from indictment.model.dates import Period, WrittenDate
from indictment.resolve import dates

COURT = Court(name="test")
AMERICAN = Court.model_validate({"name": "test", "date-form": "February 24, 2022"})


@pytest.mark.parametrize(
    ("written", "printed"),
    [("2022-02-24", "24~February 2022"), ("2022-02", "February 2022"), ("2022", "2022")],
)
def test_a_date(written, printed):
    assert dates.date(WrittenDate.read(written), COURT) == printed.replace("~", "\u00a0")


def test_a_date_in_the_american_form():
    assert dates.date(WrittenDate.read("2022-02-24"), AMERICAN) == "February\u00a024, 2022"


UKRAINIAN = {
    "months": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "months-alone": "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
}  # fmt: skip


def test_months_of_the_forms_own_language():
    names = {key: words.split() for key, words in UKRAINIAN.items()}
    court = Court.model_validate({"name": "test", **names})
    assert dates.date(WrittenDate.read("2022-02-24"), court) == "24\u00a0лютого 2022"
    assert dates.date(WrittenDate.read("2022-02"), court) == "лютий 2022"
    del names["months-alone"]
    court = Court.model_validate({"name": "test", **names})
    assert dates.date(WrittenDate.read("2022-12"), court) == "грудня 2022"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("2022-02-24", "24 February 2022"),
        ({"on-or-about": "2022-02-24"}, "on or about 24 February 2022"),
        ({"from": "2021-04-07", "to": "2022-04-05"}, "between 7 April 2021 and 5 April 2022"),
        (
            {"from": "2022-02", "to": "2022-04-05", "at-least": "true"},
            "from at least February 2022 to 5 April 2022",
        ),
        ({"from": "2022-02"}, "from February 2022"),
        ({"from": "2022", "at-least": "true"}, "from at least 2022"),
    ],
)
def test_a_period(written, printed):
    assert dates.period(Period.model_validate(written), COURT).replace("\u00a0", " ") == printed


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [("2012-05-07", "2018", "7 May 2012 to 2018"), ("2012", None, "from 2012"),
     (None, "2018", "to 2018"),
     (None, None, ""), ("2012", "2012", "2012")],
)  # fmt: skip
def test_when_an_office_was_held(first, last, printed):
    begin, end = (WrittenDate.read(d) if d else None for d in (first, last))
    assert dates.tenure(begin, end, COURT).replace("\u00a0", " ") == printed
