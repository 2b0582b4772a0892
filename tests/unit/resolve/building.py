"""Small matters: a count, an accused, an offence and three exhibits, and what a test adds."""

from collections.abc import Mapping

from indictment import parse, resolve
from indictment.folder import MemoryFolder
from indictment.model.blocks import Block, Heading, Paragraph, SubParagraph, SubParagraphs
from indictment.model.facts import ExhibitFacts
from indictment.model.indictment import Indictment
from indictment.model.matter import Matter
from tests.unit.resolve.dump import words

COURT = """\
name: test
numbering: continuous
accused-style: capitals
headings: {accused: THE ACCUSED, facts: STATEMENT OF FACTS, exhibit-list: List of exhibits}
units:
  page: {write: [p., pp., page], one: p., many: pp., counts: pages}
  paragraph: {write: [para., paras], one: para., many: paras, counts: paras}
  article: {write: [art., arts], one: art., many: arts}
citations:
  full: ["{author}", "*{title}*", "{symbol}", "{date}", "{mark}", "{pinpoint}"]
  short: ["{short}", "{mark}", "{pinpoint}"]
"""
OFFENCE = """\
title: Pillage
instrument: the Charter
provision: article 5(c)
citation: Charter, article 5(c)
source: invented
conduct:
  - {id: taking, printed: took}
  - {id: keeping, printed: kept}
  - {id: selling, printed: sold}
modes:
  - {id: commission, printed: commission, provision: article 8(a)}
  - {id: ordering, printed: ordering}
elements:
  - {id: appropriation, text: Property was taken., kind: conduct}
  - {id: private-use, text: For private use., kind: mental, per: accused}
"""
EXHIBITS = """\
exhibits:
  order:
    title: Order No. 7
    author: Harbour Guard
    symbol: HG/7
    date: 2019-03-02
    short: Order 7
    pages: 12
    first-page: 11
    paras: {"2": 1, "10": 4}
  ledger:
    title: Ledger
    pages: 3
  charter:
    title: Charter of the Tribunal
    short: Charter
    role: authority
"""
FILES = {
    "matter.yaml": "title: The Case\ncourt: test\ndate: 2021-05-04\n",
    "templates/test/court.yaml": COURT,
    "offences/pillage.yaml": OFFENCE,
    "exhibits/exhibits.yaml": EXHIBITS,
    "defendants/01-tollan.md": "---\nname: Edric Lowe Tollan\nshort: Edric Tollan\n---\n",
    "counts/01-pillage.md": (
        "---\ntitle: Pillage\noffence: pillage\ndefendants: [tollan]\n---\n\nThe grain was taken.\n"
    ),
}
ANNEXED = {
    "facts/01-granary.md": "---\ntitle: The Granary\n---\n\n{#stores}\nStores.\n",
    "counts/01-pillage.md": (
        "---\ntitle: Pillage\noffence: pillage\ndefendants: [tollan]\n---\n\n{#taken}\n"
        "He took [@order]:\n\n"
        "1. grain^[A note.].\n\nAnd left.\n"
    ),
    "annexes/01-map.md": "---\ntitle: Map\nnumbered: true\n---\n\nHere.\n",
    "schedules/dead.yaml": "title: The dead\nrow: victim\nlabel: id\ncolumns:\n"
    "  - {key: who, heading: Who}\n",
    "schedules/dead.csv": "id,who\nv-one,One\nv-two,Two\n",
}
"""A matter with one of everything that has a number."""
EMPTY = MemoryFolder({})
Files = Mapping[str, str]


def count(text: str, head: str = "") -> dict[str, str]:
    """The only count, with this prose and more front matter."""
    front = f"---\ntitle: Pillage\noffence: pillage\ndefendants: [tollan]\n{head}---\n\n"
    return {"counts/01-pillage.md": front + text}


def facts(text: str, title: str = "The Granary") -> dict[str, str]:
    """A part of the statement of facts."""
    return {"facts/01-granary.md": f"---\ntitle: {title}\n---\n\n{text}"}


def court(**changes: str) -> dict[str, str]:
    """The court's form with lines replaced: `numbering="none"`, `order="[counts]"`."""
    changed = {key.replace("_", "-"): value for key, value in changes.items()}
    kept, inside = [], False
    for line in COURT.splitlines():
        if not line.startswith(" "):
            inside = line.split(":")[0] in changed
        if not inside:
            kept.append(line)
    kept += [f"{key}: {value}" for key, value in changed.items()]
    return {"templates/test/court.yaml": "\n".join(kept) + "\n"}


def parsed(*added: Files) -> Matter:
    """The matter; its files must be readable."""
    files = dict(FILES)
    for more in added:
        files |= more
    outcome = parse.matter(MemoryFolder(files), EMPTY)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def resolved(*added: Files, facts: Mapping[str, ExhibitFacts] | None = None) -> Indictment:
    """The indictment; there must be nothing to say about it."""
    outcome = resolve.indictment(parsed(*added), facts or {})
    assert [d.message for d in outcome.diagnostics] == []
    assert outcome.value is not None
    return outcome.value


def said(*added: Files) -> list[str]:
    """What resolve says, as "CODE file:line:column message"."""
    outcome = resolve.indictment(parsed(*added), {})
    return [f"{d.rule.code} {d.span.start} {d.message}" for d in outcome.diagnostics]


def codes(*added: Files) -> list[str]:
    """The codes of what resolve says."""
    return [line.split(" ")[0] for line in said(*added)]


def helps(*added: Files) -> list[str]:
    """The remedies that resolve names."""
    return [d.help for d in resolve.indictment(parsed(*added), {}).diagnostics]


def paragraphs(blocks: tuple[Block, ...]) -> list[Paragraph]:
    """The paragraphs at the top of `blocks`."""
    return [b for b in blocks if isinstance(b, Paragraph)]


def headings(blocks: tuple[Block, ...]) -> list[Heading]:
    """The headings among `blocks`."""
    return [b for b in blocks if isinstance(b, Heading)]


def items(block: Block) -> tuple[SubParagraph, ...]:
    """The items of the list that `block` is."""
    assert isinstance(block, SubParagraphs)
    return block.items


def text_of(text: str, *added: Files) -> str:
    """The printed words of a count with one paragraph: "…[1]." marks notes, ~ a fixed space."""
    found = resolved(count(text), *added)
    return words(paragraphs(found.counts[0].blocks)[-1].content)


def notes_of(text: str, *added: Files) -> list[str]:
    """The printed notes of a count's prose."""
    return [words(note.content) for note in resolved(count(text), *added).notes]
