"""What a preview is told of a matter after each change, and what the browser gets of it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from indictment.machine.crew import crew
from indictment.machine.shipped import shipped
from indictment.pipeline.drafting import Draft
from indictment.pipeline.serving import Serving, State, Working
from indictment.preview.brief import Brief, Sheet, Teller
from indictment.preview.desk import Desk
from indictment.preview.door import Keys
from indictment.preview.drawing import BEHIND
from indictment.preview.editor import Editor
from indictment.preview.rooms import application
from indictment.render.page.lookup import shipped_file
from indictment.render.pdf.setting.setter import Setting
from tests.built import GOLDEN, copied
from tests.unit.preview.asking import Answer, ask

pytestmark = pytest.mark.slow

COUNT = "counts/01-pillage.md"
TITLE = "templates/international/title.html"


class Watched:
    """A matter that is looked at again when a test says so."""

    def __init__(self, root: Path, serving: Serving, told: list[object]) -> None:
        self.root, self._serving, self.told = root, serving, told

    def look(self) -> State:
        self.told.clear()
        self._serving.look()
        return self.states[-1]

    @property
    def states(self) -> list[State]:
        return [one for one in self.told if isinstance(one, State)]

    @contextmanager
    def changed(self, old: str, new: str, file: str = COUNT) -> Iterator[State]:
        path = self.root / file
        before = path.read_text("utf-8")
        assert old in before
        path.write_text(before.replace(old, new), "utf-8")
        try:
            yield self.look()
        finally:
            path.write_text(before, "utf-8")
            self.look()


@pytest.fixture(scope="module")
def matter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    root = copied(GOLDEN / "small", tmp_path_factory.mktemp("preview") / "matter")
    told: list[object] = []
    with crew(Setting, 1) as setters:
        watched = Watched(root, Serving(root, setters, told.append), told)
        watched.look()
        yield watched


def piece(state: State, anchor: str) -> Any:
    assert state.pages is not None
    return next(one for one in state.pages.pieces if one.anchor == anchor)


def test_a_good_matter_has_its_pages_and_where_each_paragraph_stands(matter: Watched) -> None:
    state = matter.look()
    assert state.is_current
    assert not state.is_blocked
    assert state.said.startswith("Nothing to report:")
    assert state.pages is not None
    assert all(one.content.startswith(b"%PDF-") for one in state.pages.sheets)
    assert sum(one.page_count for one in state.pages.sheets) == len(state.pages.leaves.pages)
    purpose = piece(state, "x-purpose")
    assert (purpose.file, purpose.line, purpose.printed) == (COUNT, 29, "5")
    assert 1 <= purpose.page <= len(state.pages.leaves.pages)
    assert state.pages.citations[1] == ("order-14", 2)
    assert any(isinstance(one, Working) and one.words for one in matter.told)


def test_a_page_with_another_word_is_told_before_the_rules_have_been_asked(matter: Watched) -> None:
    before = matter.look()
    with matter.changed("They sold it at Osterey", "They sold the the wheat in Osterey") as state:
        first, last = matter.states
        assert (first.is_new, first.is_current, first.is_blocked) == (True, False, False)
        assert first.problems == before.problems
        assert (last.is_new, last.is_current) == (False, True)
        assert [p.code for p in last.problems] == ["TYP001"]
        assert last.pages is not None
        assert first.pages is not None
        assert last.pages.sheets == first.pages.sheets
        assert last is state


def test_nothing_is_told_twice(matter: Watched) -> None:
    matter.look()
    assert len(matter.states) == 1
    assert matter.look().is_current
    assert len(matter.states) == 1
    assert not matter.states[0].is_new


def test_where_much_is_set_what_is_to_be_said_is_told_before(matter: Watched) -> None:
    style = matter.root / "templates" / "international" / "style.css"
    style.parent.mkdir(parents=True, exist_ok=True)
    sheet = (shipped("templates") / "international" / "style.css").read_text("utf-8")
    style.write_text(f"{sheet}\np {{ letter-spacing: 0.01em }}\n", "utf-8")
    try:
        with matter.changed("They sold it at Osterey", "They sold the the wheat in Osterey"):
            first, second, last = matter.states
            assert (first.is_new, first.is_current) == (False, False)
            assert [p.code for p in first.problems] == ["TYP001"]
            assert (second.is_new, second.is_current) == (True, False)
            assert (last.is_new, last.is_current) == (False, True)
    finally:
        style.unlink()
        matter.look()


def test_with_another_number_of_errors_the_page_is_told_twice(matter: Watched) -> None:
    with matter.changed("[@order-14, p. 2]", "[@order-14, p. 9]") as state:
        # The first pages are told only where they were set before the rules had been asked.
        *first, second, last = matter.states
        assert [(x.is_new, x.is_current, x.problems) for x in first] in ([], [(True, False, ())])
        assert (second.is_new, second.is_current) == (False, False)
        assert [p.code for p in second.problems] == ["CIT003"]
        assert (last.is_new, last.is_current) == (True, True)
        assert last is state
        assert state.is_current
        (problem,) = state.problems
        assert (problem.severity, problem.code) == ("error", "CIT003")
        assert (problem.file, problem.line) == (COUNT, 21)
        assert problem.text[problem.begin : problem.end] == "p. 9"


def test_a_fault_stands_at_its_paragraph(matter: Watched) -> None:
    with matter.changed("[@ledger, l. 3-6]", "[@ledger, l. 3-6; @nothing]") as state:
        assert [p.anchor for p in state.problems if p.code == "CIT001"] == ["x-unlocking"]
    with matter.changed("By the conduct", "By the conduct of @nobody") as state:
        assert [p.anchor for p in state.problems] == ["x-purpose"]


def test_while_a_matter_cannot_be_bound_the_last_good_pages_stay(matter: Watched) -> None:
    good = matter.look()
    with matter.changed("@removal, and", "@removall, and") as state:
        assert state.is_blocked
        assert not state.is_new
        assert state.pages is not None
        assert good.pages is not None
        assert state.pages.sheets == good.pages.sheets
        assert [p.code for p in state.problems] == ["XRF001"]
    assert matter.look().is_current


def test_lines_are_counted_back_to_where_they_stood_when_the_pages_were_made(
    matter: Watched,
) -> None:
    more = "## Purpose\n\n" + "A line.\n" * 9 + "\nIt was @nobody and nothing.\n"
    path = matter.root / COUNT
    before = path.read_text("utf-8")
    matter.look()
    try:
        # All after it stands lower; the fault in the last paragraph is laid on that paragraph.
        longer = before.replace("## Purpose\n", more).replace("They sold", "They, with @none, sold")
        path.write_text(longer, "utf-8")
        problems = {p.line: p.anchor for p in matter.look().problems if p.code == "XRF001"}
        assert list(problems.values())[-1] == "x-purpose"
        assert len(problems) == 2
    finally:
        path.write_text(before, "utf-8")
        matter.look()


def test_a_form_that_cannot_be_used_leaves_the_last_good_pages(matter: Watched) -> None:
    matter.look()
    style = matter.root / "templates" / "international" / "style.css"
    style.parent.mkdir(parents=True, exist_ok=True)
    style.write_text('p::before { content: "words" }', "utf-8")
    try:
        state = matter.look()
        assert state.is_blocked
        assert state.pages is not None
        assert [p.file for p in state.problems] == ["templates/international/style.css"]
        assert state.problems[0].anchor == ""
    finally:
        style.unlink()
    assert matter.look().is_current


def test_a_page_that_may_not_be_printed_is_taken_back(
    matter: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page is told before it is checked: what a form of the matter's own gets wrong is found a moment later."""
    monkeypatch.setattr(Draft, "can_be_settled", lambda draft: False)
    good = matter.look()
    shipped = shipped_file(TITLE)
    assert shipped is not None
    template = matter.root / TITLE
    template.parent.mkdir(parents=True, exist_ok=True)
    begin = b'id="title-page">'
    assert begin in shipped
    template.write_bytes(shipped.replace(begin, begin + b"<blink>MODEL</blink>", 1))
    try:
        state = matter.look()
        assert state.is_blocked
        assert [p.file for p in state.problems] == [TITLE]
        assert state.pages is not None
        assert good.pages is not None
        assert state.pages.sheets == good.pages.sheets
        shown = [one.pages.sheets for one in matter.states if one.is_new and one.pages]
        assert len(shown) == 2
        assert shown[0] != shown[1] == good.pages.sheets
    finally:
        template.unlink()
    assert matter.look().is_current


def test_what_has_no_paragraph_stands_in_the_list_alone(matter: Watched) -> None:
    with matter.changed("status: draft", "statuss: draft", "matter.yaml") as state:
        assert [(p.code, p.anchor) for p in state.problems] == [("FRM003", "")]


def test_a_paragraph_without_a_label_is_known_again_by_its_words(matter: Watched) -> None:
    with matter.changed("## Purpose\n", "## Purpose\n\nThe quay was lit at night.\n") as first:
        assert first.pages is not None
        lit = next(p for p in first.pages.pieces if (p.kind, p.printed) == ("paragraph", "5"))
        path = matter.root / COUNT
        text = path.read_text("utf-8")
        path.write_text(
            text.replace("## Purpose\n", "## Purpose\n\nOne more before it.\n"), "utf-8"
        )
        second = matter.look()
        assert second.pages is not None
        again = next(p for p in second.pages.pieces if p.key == lit.key)
        assert again.printed == "6"
        assert again.anchor != lit.anchor


def test_pages_that_show_the_same_have_the_same_name(matter: Watched) -> None:
    first = matter.look()
    with matter.changed("They sold it at Osterey", "They sold it in Osterey") as second:
        assert first.pages is not None
        assert second.pages is not None
        before = [leaf.name for leaf in first.pages.leaves.pages]
        after = [leaf.name for leaf in second.pages.leaves.pages]
        assert len(before) == len(after)
        changed = [at for at, (a, b) in enumerate(zip(before, after, strict=True), 1) if a != b]
        assert changed == [piece(first, "x-purpose").page]


# --- what the browser gets --------------------------------------------------------------------------


class Preview:
    def __init__(self, root: Path, state: State | None) -> None:
        self.keys = Keys(8421)
        self.desk = Desk(root)
        self.teller = Teller(self.desk.hear)
        if state is not None:
            self.teller.tell(state)
        self.editor = Editor(root, "true {file} {line}")
        self.app = application(self.desk, self.keys, self.editor)

    def ask(self, path: str, **more: Any) -> Answer:
        cookie = f"{self.keys.name}={self.keys.cookie}"
        return ask(self.app, f"{self.keys.room}/{path}", host=self.keys.host, cookie=cookie, **more)

    def state(self, since: int = -1) -> dict[str, Any]:
        """The state as a browser puts it together that has nothing yet."""
        told = self.ask(f"state?since={since}").json
        lists = told["state"]["lists"]
        return told["state"] | {
            what: [one for name in names for one in told["texts"].get(name, [])]
            for what, names in lists.items()
        }

    def post(self, path: str, body: object) -> Answer:
        headers = {"origin": f"http://{self.keys.host}", "x_indict_pen": self.keys.pen}
        return self.ask(path, method="POST", body=json.dumps(body).encode(), **headers)


@pytest.fixture
def preview(matter: Watched) -> Preview:
    return Preview(matter.root, matter.look())


def test_the_page_and_all_that_it_loads_are_there(preview: Preview) -> None:
    page = preview.ask("").text
    loaded = {word.split('"')[0] for sign in ('href="', 'src="') for word in page.split(sign)[1:]}
    for name in loaded - {"#view"}:
        answer = preview.ask(name)
        assert answer.status == 200, name
    assert "<style" not in page
    assert "style=" not in page
    assert page.count("<script") == page.count('<script type="module" src="main.js"></script>') == 1


def test_scripts_name_no_host_and_write_no_html(preview: Preview) -> None:
    folder = Path(__file__).parents[3] / "indictment" / "preview" / "page"
    for file in folder.iterdir():
        text = file.read_text("utf-8")
        assert "//" not in text.replace("http://www.w3.org/2000/svg", "").replace("// ", ""), file
        assert "innerHTML" not in text, file
        assert "eval(" not in text, file


@pytest.mark.parametrize(
    "path",
    [
        "nothing.js", "../door.py", "..%2fdoor.py", "%2e%2e/door.py", "page/index.html", "/etc/passwd",
        "exhibit/../../matter.yaml", "exhibit/nobody", "exhibit/nobody/1", "exhibit/order-14/0",
        "exhibit/order-14/3", "exhibit/order-14/3/picture", "words/1", "words/none", "picture/none",
    ],
)  # fmt: skip
def test_no_path_leads_out(preview: Preview, path: str) -> None:
    assert preview.ask(path).status == 404


def test_a_page_is_a_picture_with_words_and_links_over_it(
    preview: Preview, matter: Watched
) -> None:
    told = preview.state()
    leaf = told["leaves"][piece(matter.look(), "x-removal").page - 1]
    picture = preview.ask(f"picture/{leaf['name']}?scale=1")
    assert picture.body.startswith(b"\x89PNG")
    assert preview.ask(f"picture/{leaf['name']}?scale=x").body == picture.body
    words = preview.ask(f"words/{leaf['words']}").json
    text = " ".join(line["text"] for line in words["lines"])
    assert "members of the Harbour Guard removed 312 sacks of wheat" in " ".join(text.split())
    cited = [words["links"][line["link"]] for line in words["lines"] if line["link"] >= 0]
    numbers = {link["citation"] for link in cited if link["citation"]}
    exhibits = {number: label for number, label, _ in told["citations"]}
    assert {exhibits[n] for n in numbers} >= {"order-14", "ledger"}
    running = [line["text"] for line in words["lines"] if line["running"]]
    assert any("page" in line for line in running)


def test_before_anything_is_read_there_is_no_page(matter: Watched) -> None:
    early = Preview(matter.root, None)
    told = early.ask("state").json
    assert told["state"] is None
    assert told["working"] == "Reading the matter"
    assert early.ask("words/1").status == 404
    assert early.ask("chart").text == ""


def test_an_exhibit_is_told_and_drawn(preview: Preview) -> None:
    about = preview.ask("exhibit/order-14").json
    assert (about["mark"], about["pages"], about["why"]) == ("P001", 2, "")
    assert ["Symbol", "HG/14/2019"] in about["known"]
    page = preview.ask("exhibit/order-14/2?scale=1").json
    assert page["hasPicture"]
    assert page["lines"]
    picture = preview.ask("exhibit/order-14/2/picture?scale=1")
    assert picture.body.startswith(b"\x89PNG")
    assert picture.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_photograph_is_drawn_anew(preview: Preview) -> None:
    assert preview.ask("exhibit/photo-granary/1").json["hasPicture"]
    assert preview.ask("exhibit/photo-granary/1/picture").headers["content-type"] == "image/png"


def test_an_exhibit_without_a_file_says_so(preview: Preview) -> None:
    about = preview.ask("exhibit/ledger").json
    assert about["pages"] == 0
    assert about["why"] == "The list names no file for it, so there is no page to show."
    assert ["Original held", "Registry of the Harbour Tribunal, shelf 3"] in about["known"]


def test_a_file_that_became_harmful_does_no_harm(preview: Preview, matter: Watched) -> None:
    path = matter.root / "exhibits" / "order-14.pdf"
    whole = path.read_bytes()
    path.write_bytes(whole[:200])
    try:
        assert "cannot be opened" in preview.ask("exhibit/order-14/1?scale=3").json["why"]
    finally:
        path.write_bytes(whole)


def test_the_chart_is_a_table_that_leads_to_paragraphs_and_exhibits(preview: Preview) -> None:
    chart = preview.ask("chart").text
    assert '<a href="#x-removal">' in chart
    assert 'data-exhibit="order-14" data-page="2"' in chart
    assert chart.count("<table>") == 1


def test_words_of_the_drafter_are_words_in_the_chart(matter: Watched) -> None:
    with matter.changed("title: Pillage", "title: 'Pillage <img src=x onerror=alert(1)>'") as state:
        assert state.pages is not None
        assert "<img" not in state.pages.chart
        assert "Pillage &lt;img" in state.pages.chart


def test_only_files_of_the_matter_are_opened(preview: Preview) -> None:
    assert preview.post("open", {"file": COUNT, "line": 3}).status == 200
    preview.editor.wait()
    assert preview.post("open", {"file": "../secret", "line": 3}).status == 409
    assert preview.post("open", {"file": COUNT}).status == 400
    assert preview.post("open", []).status == 400


def test_without_a_repository_there_is_no_revision(preview: Preview) -> None:
    told = preview.ask("revisions").json
    assert told["choices"] == []
    assert "no git repository" in told["why"]
    assert preview.ask("redline?from=HEAD").status == 404


def test_what_is_told_of_a_state_is_what_is_in_it(matter: Watched) -> None:
    with matter.changed("[@order-14, p. 2]", "[@order-14, p. 9]") as state:
        preview = Preview(matter.root, state)
        told = preview.state()
        assert state.pages is not None
        assert [one["anchor"] for one in told["pieces"]] == [p.anchor for p in state.pages.pieces]
        assert [one["message"] for one in told["problems"]] == [p.message for p in state.problems]
        assert [one["name"] for one in told["leaves"]] == [x.name for x in state.pages.leaves.pages]
        anchors = {piece.anchor for piece in state.pages.pieces}
        assert {name for name, *_ in told["anchors"]} == set(state.pages.leaves.anchors) - anchors
        assert (told["number"], told["isCurrent"]) == (state.number, True)
        assert told["pages"]["title"] == state.pages.title


def test_a_browser_is_told_only_what_it_does_not_have(matter: Watched) -> None:
    first = matter.look()
    preview = Preview(matter.root, first)
    whole = preview.ask("state").json
    used = {name for names in whole["state"]["lists"].values() for name in names}
    assert set(whole["texts"]) == used
    with matter.changed("They sold it at Osterey", "They sold it in Osterey"):
        for state in matter.states:
            preview.teller.tell(state)
        more = preview.ask(f"state?since={first.number}").json
        now = {name for names in more["state"]["lists"].values() for name in names}
        assert set(more["texts"]) == now - used
        assert 0 < len(more["texts"]) < len(now)
        assert set(preview.ask("state?since=x").json["texts"]) == now
        again = preview.ask(f"state?since={more['state']['number']}").json
        assert again["texts"] == {}
    told: list[object] = []
    teller = Teller(told.append)
    for _ in range(2):
        teller.tell(matter.look())
    brief = told[-1]
    assert isinstance(brief, Brief)
    assert brief.texts == {}
    assert sum(isinstance(one, Sheet) for one in told) == len(
        first.pages.sheets if first.pages else ()
    )


def test_pages_that_are_gone_are_let_go(matter: Watched) -> None:
    first = matter.look()
    preview = Preview(matter.root, first)
    names = [leaf["name"] for leaf in preview.state()["leaves"]]
    assert preview.ask(f"picture/{names[-1]}?scale=1").status == 200
    with matter.changed("They sold it at Osterey", "They sold it in Osterey") as state:
        preview.teller.tell(state)
        after = [leaf["name"] for leaf in preview.state()["leaves"]]
        gone = set(names) - set(after)
        assert gone
        assert {preview.ask(f"picture/{name}?scale=2").status for name in gone} == {200}, "behind"
        for _ in range(BEHIND):
            preview.desk.pencil.show(
                [] if preview.desk.shown is None else preview.desk.shown.sheets
            )
        assert {preview.ask(f"picture/{name}?scale=1.5").status for name in gone} == {404}
        assert {preview.ask(f"picture/{name}?scale=1").status for name in after} == {200}
