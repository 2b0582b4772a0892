"""What the benchmarks make of their figures: ratios, verdicts, the page, the plot. Nothing is measured here."""

import re
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from benchmarks.figures import BREAKS, RUNS_ON, Figures, Measured, from_json, ratio, to_json
from benchmarks.goals import GOALS, verdict
from benchmarks.peers import Peer
from benchmarks.report import PROGRAMS, report
from benchmarks.running import ROOT, Run
from benchmarks.sized import FORM, each_count_begins_a_page, written
from benchmarks.text_for_typst import document

DOCS = ROOT / "docs"


def runs(*seconds: float, memory: float = 100) -> list[Run]:
    return [Run(one, one, memory) for one in seconds]


def figures() -> Figures:
    hundred = Measured(
        100,
        BREAKS,
        {"indict": 104, "typst": 101},
        {"cold": runs(4, 5), "weasyprint": runs(16, 10), "typst": runs(0.5, 0.5)},
    )
    large = Measured(
        500,
        BREAKS,
        {"indict": 520, "typst": 505},
        {
            "cold": runs(20, 22, memory=200),
            "weasyprint": runs(80, 100, memory=800),
            "typst": runs(4, 4),
            "edited": runs(1, 1.2),
            "unchanged": runs(0.4, 0.4),
        },
    )
    beside = Measured(500, RUNS_ON, {"indict": 498}, {"edited": runs(8, 8), "typst": runs(4, 4)})
    return Figures(
        date="2026-11-27",
        runs=2,
        machine={
            "cores": "2",
            "memory": "8 GB",
            "processor": "Abacus",
            "system": "Debian",
            "load": "0.1",
        },
        programs={"indict": "0.1.0", "Typst": "0.15.2"},
        missing={"XeLaTeX": "texlive-xetex of Debian"},
        measured=[hundred, large, beside],
    )


def row(page: str, begins: str) -> list[str]:
    found = next(line for line in page.split("\n") if line.startswith(begins))
    return [cell.strip() for cell in found.strip("|").split("|")]


def test_a_ratio_is_the_median_of_those_of_pairs() -> None:
    assert ratio(runs(1, 2, 30), runs(2, 2, 10)) == 1
    with pytest.raises(ValueError, match="shorter"):
        ratio(runs(1, 2), runs(1))


def test_what_is_read_back_is_what_was_written() -> None:
    text = to_json(figures())
    assert from_json(text) == figures()
    assert "[4, 4, 100]," in text, "a run stands on one line"


def test_each_goal_is_answered() -> None:
    page = report(figures())
    assert row(page, "| 100 | cold, over the `weasyprint`")[2:5] == ["0.33", "0.38", "**not met**"]
    assert row(page, "| 500 | words of one count")[2:] == ["0.5", "0.28", "met", "0.28", "2.00"]
    assert row(page, "| 500 | memory")[2:5] == ["0.3", "0.25", "met"]
    assert row(page, "| 500 | cold, over cold")[2:5] == ["5.2", "4.70", "met"]
    assert row(page, "| 500 | Word file")[2:5] == ["0.2", "–", "a peer was missing"]


def test_a_run_without_large_matters_says_so() -> None:
    little = replace(figures(), measured=figures().measured[:1])
    assert verdict(GOALS[0], little) == "**not met**"
    assert {verdict(goal, little) for goal in GOALS[1:]} == {"no matter of that size in this run"}
    assert "| 500 pages |" not in report(little)


def test_the_page_names_the_machine_the_rounds_and_who_was_missing() -> None:
    page = report(figures())
    assert "2026-11-27, 2 rounds. 2 cores of Abacus, 8 GB of memory, Debian." in page
    assert "Load of the machine in the minute before: 0.1; 0 is a machine at rest." in page
    assert "indict 0.1.0, Typst 0.15.2." in page
    assert (
        "Missing, so that nothing was compared with it: XeLaTeX (texlive-xetex of Debian)." in page
    )
    assert row(page, "| *pages of the PDF*")[1:3] == ["104 (typst 101)", "520 (typst 505)"]
    assert "No peer was missing." in report(replace(figures(), missing={}))


def test_every_program_of_a_goal_has_its_seconds_on_the_page() -> None:
    shown = {*PROGRAMS, "typst beside preview"}
    assert {name for goal in GOALS for name in (goal.ours, goal.peer)} <= shown


def test_a_program_that_is_not_here_has_no_version() -> None:
    assert Peer("none", "None", ("no-such-program", "--version"), "nowhere").version() == ""


def test_the_page_in_docs_is_made_from_its_figures() -> None:
    kept = from_json((DOCS / "benchmarks.json").read_text("utf-8"))
    again = ".venv/bin/python -m benchmarks.all --again"
    assert (DOCS / "benchmarks.md").read_text("utf-8") == report(kept), again
    assert to_json(kept) == (DOCS / "benchmarks.json").read_text("utf-8")


def test_the_plot_has_each_line_and_is_the_same_again(tmp_path: Path) -> None:
    if find_spec("matplotlib") is None:
        pytest.skip("matplotlib comes with ./start bench")
    from benchmarks import plot

    plot.draw(figures(), tmp_path / "one.svg")
    plot.draw(figures(), tmp_path / "two.svg")
    drawn = (tmp_path / "one.svg").read_text("utf-8")
    assert drawn == (tmp_path / "two.svg").read_text("utf-8")
    labels = set(re.findall(r"<!-- (.+?) -->", drawn))
    assert {"WeasyPrint", "Typst", "indict, cold", "104", "520"} <= labels
    assert "pandoc + XeLaTeX" not in labels, "it was not measured"
    plot.draw(replace(figures(), measured=figures().measured[:1]), tmp_path / "three.svg")


def test_counts_begin_pages_by_the_form_as_it_is_shipped() -> None:
    made = yaml.safe_load(each_count_begins_a_page((ROOT / FORM).read_text("utf-8")))
    assert {"counts", "count"} <= set(made["new-page"])
    assert "count" not in made["order"]


def test_a_matter_is_changed_and_put_back(tmp_path: Path) -> None:
    matter = written(tmp_path, 20, runs_on=False)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    matter.reword()
    matter.insert()
    changed = [path for path, old in before.items() if path.read_bytes() != old]
    assert sorted(changed) == sorted([matter.reworded, matter.facts])
    assert "\n{#put-in}\nThe guards came back [@ex-" in matter.facts.read_text("utf-8")
    matter.miscite()
    assert matter.reworded.read_text("utf-8").count(", p. 9999]") == 1
    matter.restore()
    assert all(path.read_bytes() == old for path, old in before.items())


def test_a_paragraph_is_no_list_to_typst() -> None:
    page = (
        "<html><body><header>running head</header><section data-page='new'><h1 id='part-a'>A</h1>"
        "<p class='numbered' id='p-1'><span class='number'>1.</span> See <a href='#part-a'>A</a>"
        "<span class='footnote'>Note *1*.</span></p></section></body></html>"
    )
    text = document(page)
    assert text.endswith(
        "#pagebreak(weak: true)\n\n= A <part-a>\n\n"
        "1\\. See #link(<part-a>)[A]#footnote[Note \\*1\\*.] <p-1>\n"
    )
    assert "running head" not in text
