"""What holds for every matter: numbers without gaps, nothing unbound, no order but by name."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from indictment import parse, resolve
from indictment.folder import MemoryFolder
from indictment.model.blocks import CrossReference, ExhibitCitation, Name, NoteCall, Paragraph
from tests.unit.resolve.building import ANNEXED, EMPTY, FILES, count, court, facts, parsed

LABELS = ("one", "two", "three", "four")
PIECES = st.one_of(
    st.sampled_from(["the grain", "was taken,", "Art. 5 of it", "on 3 May 2019", "and sold."]),
    st.sampled_from(LABELS).map(lambda label: f"@{label}"),
    st.sampled_from(["@tollan", "@pillage", "@order", "@a-note"]),
    st.sampled_from(["word [@order, p. 12]", "word [see @ledger; @charter]", "word [@absent]"]),
    st.sampled_from(
        ["word^[A note.]", "word^[See [@order, para. 2] and @one.]", "*word [@ledger]*"]
    ),
)
LINES = st.lists(PIECES, min_size=1, max_size=4).map(lambda pieces: "So " + " ".join(pieces))


@st.composite
def proses(draw: st.DrawFn) -> str:
    """A file of prose: paragraphs (some with labels), headings, lists, quotations, tables."""
    labels = list(draw(st.permutations(LABELS)))
    out = []
    for line in draw(st.lists(LINES, min_size=1, max_size=6)):
        kind = draw(
            st.sampled_from(["plain", "label", "heading", "list", "quotation", "table", "aside"])
        )
        if kind == "label" and labels:
            out.append(f"{{#{labels.pop()}}}\n{line}")
        elif kind == "heading":
            out.append(f"## {line}\n\n{line}")
        elif kind == "list":
            label = f"{{#{labels.pop()}}}\n   " if labels else ""
            out.append(f"Thus:\n\n1. {line}\n   1. {line}\n2. {label}{line}")
        elif kind == "quotation":
            out.append(f"He said:\n\n> {line}")
        elif kind == "table":
            out.append(f"Thus:\n\n| {line} | b |\n|---|---|\n| c | {line} |")
        elif kind == "aside":
            out.append(f"{{.unnumbered}}\n{line}")
        else:
            out.append(line)
    return "\n\n".join(out) + "\n"


def walk(value: Any) -> Iterator[Any]:
    """Every piece inside `value`, in reading order: the content of a note where its mark stands."""
    if isinstance(value, (tuple, list)):
        for each in value:
            yield from walk(each)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from walk(getattr(value, field.name))


@settings(max_examples=60, deadline=None)
@given(proses(), proses())
def test_numbers_have_no_gaps_and_nothing_is_unbound_in_silence(first, second):
    second = second.replace("{#", "{#x-")
    matter = parsed(facts(first), count(second + "\nA note^[Last.]{#a-note}.\n"))
    outcome = resolve.indictment(matter, {})
    found = outcome.value
    assert found is not None

    body = [piece for part in (*found.statement, *found.counts) for piece in walk(part.blocks)]
    numbers = [p.number for p in body if isinstance(p, Paragraph) and p.number]
    assert numbers == [str(n + 1) for n in range(len(numbers))]

    calls = [p.note for p in body if isinstance(p, NoteCall)]
    assert [n.number for n in calls] == list(range(1, len(calls) + 1))
    assert tuple(calls) == found.notes
    citations = [p for p in body if isinstance(p, ExhibitCitation)]
    assert tuple(citations) == found.citations
    assert [c.number for c in citations] == list(range(1, len(citations) + 1))

    labelled = {n.label: n.number for n in found.notes if n.label}
    to_notes = [
        t.text
        for p in body
        if isinstance(p, CrossReference)
        for t in p.pieces
        if getattr(t, "kind", "") == "note"
    ]
    assert all(text == str(labelled["a-note"]) for text in to_notes)

    printed = sum(isinstance(p, (CrossReference, Name)) for p in body)
    written = sum(text.count("@") for text in (first, second))
    assert printed + len(citations) + len(outcome.diagnostics) == written

    anchors = [n.anchor for n in found.numbered if n.anchor]
    assert len(anchors) == len(set(anchors))
    targets = {
        t.anchor
        for p in body
        if isinstance(p, CrossReference)
        for t in p.pieces
        if hasattr(t, "anchor")
    }
    assert targets <= set(anchors)


MARKUP = st.sampled_from(
    ["## h\n\n", "#### x\n\n", "1. a\n", "   1. b\n", "      1. c\n", "         1. d\n", "- x\n",
     "> q\n", "> 3. z\n", "> - y\n", "| a |\n|---|\n| b [@order] |\n", "\n\n",
     "{#one}\n", "{#two}\n", "{.continues}\n", "{.unnumbered}\n", '{elements="appropriation"}\n',
     '{elements="x:y"}\n',
     "text ", "@one ", "[-@two] ", "@tollan ", "[@order, p. 3-2, x; @nope] ", "^[ibid. [@order]]",
     "   more\n",
     "   > deep\n", "![alt](figure.png)\n\n", "[x]{.redact code=\"B\"}"]
)  # fmt: skip
FORMS = st.sampled_from(
    [{}, court(numbering="none"), court(numbering="by-section"),
     court(order="[counts]"),
     court(sub_numbering="[]"), court(order="[exhibit-list, annexes, counts, facts, accused]")]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(MARKUP, max_size=25), st.lists(MARKUP, max_size=10), FORMS)
def test_whatever_can_be_read_is_resolved_and_has_places(first, second, form):
    files = FILES | ANNEXED | facts("".join(first)) | count("".join(second)) | form
    matter = parse.matter(MemoryFolder(files), EMPTY).value
    assert matter is not None
    outcome = resolve.indictment(matter, {})
    assert outcome.value is not None
    places = resolve.places.Places(outcome.value)
    for diagnostic in outcome.diagnostics:
        assert diagnostic.span.file in files
        assert diagnostic.message
        assert diagnostic.help
        assert all(places.of(diagnostic.span)) or diagnostic.span.file.endswith(".yaml")


MATTER = parsed(
    ANNEXED,
    {
        "defendants/02-casavant.md": "---\nname: Mirne Casavant\n---\n\nShe kept [@ledger].\n",
        "facts/02-more.md": "---\ntitle: More\n---\n\nMore [@order].\n",
        "counts/02-second.md": "---\ntitle: Second\noffence: pillage\ndefendants: [tollan]\n"
        "---\n\nBy @stores.\n",
        "annexes/02-other.md": "---\ntitle: Other\n---\n\nOther [@ledger].\n",
        "exhibits/more.yaml": "exhibits:\n  extra: {title: Extra}\n  spare: {title: Spare}\n",
    },
)
EXPECTED = resolve.indictment(MATTER, {})


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_only_the_names_of_files_decide_the_order(data):
    shuffled = replace(
        MATTER,
        **{
            key: tuple(data.draw(st.permutations(getattr(MATTER, key))))
            for key in ("defendants", "facts", "counts", "annexes", "schedules", "exhibits")
        },
    )
    found = resolve.indictment(shuffled, {})
    assert found.value is not None
    assert EXPECTED.value is not None
    assert found.diagnostics == EXPECTED.diagnostics == ()
    for each in fields(EXPECTED.value):
        if each.name != "matter":
            assert getattr(found.value, each.name) == getattr(EXPECTED.value, each.name)
