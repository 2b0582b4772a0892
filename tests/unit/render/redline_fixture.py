"""A redline put together by hand: two versions of a small matter, and what changed between their pages."""

from dataclasses import replace
from functools import cache

from indictment import parse, resolve
from indictment.compare import facts
from indictment.folder import DiskFolder, MemoryFolder
from indictment.machine.shipped import shipped
from indictment.model.indictment import Indictment
from indictment.model.redline import Authorship, Change, Marked, Passage, Redline, Revision
from indictment.render.page import html
from tests.unit.resolve.building import EXHIBITS, OFFENCE

OLD_COMMIT = "1f3c5a7e9b" * 4
NEW_COMMIT = "0a2b4c6d8e" * 4
WEIR = Authorship("A. Weir", "2021-05-03T09:30:00Z")
OSEI = Authorship("Bea Osei", "2021-05-04T23:10:00Z")

_TOLLAN = "---\nname: Edric Lowe Tollan\nshort: Edric Tollan\nborn: 1961-05-04\n---\n\n{#command}\n@tollan commanded the Harbour Guard [@order, p. 11].\n"
_CASAVANT = "---\nname: Mirel Casavant\n---\n\nShe kept the ledger [@ledger, p. 2].\n"
_COUNT = """\
---
title: Pillage
offence: pillage
defendants: [{accused}]
conduct: [{conduct}]
modes: [{modes}]
period: {{from: 2019-03-02, to: {last}}}
places: [{places}]
---

{text}"""
_FACTS = """\
---
title: The Granary
---

{#stores elements="pillage:appropriation"}
The granary at Hallen had two stores, of which the northern one held the grain of the whole valley and the
southern one the seed for the next year, both under the seal of the town [@ledger, p. 2].

{#night}
Nobody guarded them at night [@order, p. 12].

{#broken}
The doors were broken.
"""
_MATTER = "title: Prosecutor v. Tollan & Casavant\nshort-title: Tollan\ndate: {date}\nparties: {{prosecution: Office of the Prosecutor}}\n"
_OLD = {
    "matter.yaml": _MATTER.format(date="2021-03-01"),
    "offences/pillage.yaml": OFFENCE.replace("took}", "taking}").replace("kept}", "keeping}"),
    "exhibits/exhibits.yaml": EXHIBITS,
    "defendants/01-tollan.md": _TOLLAN,
    "defendants/02-casavant.md": _CASAVANT,
    "facts/01-granary.md": _FACTS,
    "counts/01-pillage.md": _COUNT.format(
        accused="tollan", conduct="taking", modes="commission", last="2019-03-16", places="Hallen",
        text="{#taken}\nThe grain was taken.\n",
    ),
}  # fmt: skip
_NEW = _OLD | {
    "matter.yaml": _MATTER.format(date="2021-05-04") + "version: {ordinal: 2, leave: Order of 1 April 2021}\n",
    "exhibits/exhibits.yaml": EXHIBITS.replace("2019-03-02", "2019-03-20")
    + "  film:\n    title: Film of the store\n    date: 2019-03-05\n    pages: 1\n",
    "facts/01-granary.md": _FACTS.replace("two stores", "three stores")
    .replace("[@order, p. 12]", "")
    .replace("{#night}", "{#seal}\nThe seal was that of the mayor [@film].\n\n{#night}"),
    "counts/01-pillage.md": _COUNT.format(
        accused="tollan, casavant", conduct="taking, keeping", modes="commission, ordering",
        last="2019-03-30", places="Hallen, Orsa",
        text='{#taken}\nThe grain was taken.\n\n{#use elements="private-use" defendants="tollan"}\n'
        "@tollan ate the bread | and sold the rest to =SUM(A1).\n",
    ),
}  # fmt: skip


def indictment(files: dict[str, str]) -> Indictment:
    """The matter of these files, in the international form."""
    matter = parse.matter(MemoryFolder(files), DiskFolder(shipped("templates").parent))
    assert matter.diagnostics == ()
    assert matter.value is not None
    outcome = resolve.indictment(matter.value, {})
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def kept(text: str) -> Passage:
    return Passage("kept", text)


_STORES = (
    kept("The granary at Hallen had "),
    Passage("deleted", "two", WEIR),
    Passage("inserted", "three", WEIR),
    kept(
        " stores, of which the northern one held the grain of the whole valley and the southern one the seed "
        "for the next year, both under the seal of the town."
    ),
)
CHANGES = (
    Change(1, "changed", "paragraph", _STORES, "x-stores", "x-stores", "3", "3", "stores",
           ("STATEMENT OF FACTS", "The Granary"), "facts/01-granary.md", 6, WEIR),
    Change(2, "inserted", "paragraph",
           (Passage("inserted", "The seal was that of the mayor.", OSEI),
            Passage("inserted", "Film of the store, 5 March 2019, P003.", OSEI, "4")),
           "x-seal", "", "", "4", "seal", ("STATEMENT OF FACTS", "The Granary"), "facts/01-granary.md", 10, OSEI),
    Change(3, "deleted", "note", (Passage("deleted", "Order 7, P001, p. 12.", WEIR, "4"),), "was-x-night",
           "x-night", "4", "", "night", ("STATEMENT OF FACTS",), "facts/01-granary.md", 11, WEIR),
    Change(4, "moved", "paragraph", (kept("The doors were broken."),), "x-broken", "x-broken", "5", "6", "broken",
           ("STATEMENT OF FACTS",), "facts/01-granary.md", 16, OSEI),
    Change(5, "inserted", "paragraph",
           (Passage("inserted", "EDRIC TOLLAN ate the bread | and sold <the rest> to =SUM(A1).", OSEI),),
           "x-use", "", "", "8", "use", ("CHARGES", "Count 1: Pillage"), "counts/01-pillage.md", 15, OSEI),
)  # fmt: skip


@cache
def redline() -> Redline:
    """Two versions of a small matter, with one of nearly everything that a schedule says."""
    before, after = indictment(_OLD), indictment(_NEW)
    page = html.page(after, lambda path: None)
    assert page.diagnostics == ()
    assert page.value is not None
    found = facts.facts(before, after, CHANGES)
    return Redline(
        old=Revision("filed-2021-03-01", OLD_COMMIT, "2021-03-01"),
        new=Revision("main", NEW_COMMIT, "2021-05-04"),
        before=before,
        after=after,
        page=page.value,
        changes=CHANGES,
        renumbered=found.renumbered,
        marked=Marked(27, 6, 4),
        amendments=found.amendments,
        unsupported=found.unsupported,
        templates=("templates/international/style.css",),
        uncompared=("The annexes are turned, and were not",),
    )


def empty() -> Redline:
    """A version compared with itself."""
    given = redline()
    return Redline(given.new, given.new, given.after, given.after, given.page)


def changed(**fields: object) -> Redline:
    """The redline with other values."""
    return replace(redline(), **fields)  # type: ignore[arg-type]


def protected() -> Redline:
    """A person who was named is now protected, and the text says so."""
    said = "{{#sight}}\n{} saw it, and told the guard of the harbour.\n"
    old = _OLD | {
        "persons.yaml": "persons:\n  seer: {printed: Olha Danko, native: Ольга Данько, native-language: uk}\n",
        "facts/02-seen.md": "---\ntitle: Seen\n---\n\n" + said.format("@seer"),
    }  # fmt: skip
    new = old | {"persons.yaml": "persons:\n  seer: {printed: Witness K-7, protected: true}\n"}
    before, after = indictment(old), indictment(new)
    passages = (
        Passage("deleted", "Olha\u00a0Danko", WEIR),
        Passage("inserted", "Witness K-7", WEIR),
        kept(" saw it, and told the guard of the harbour, whom Danko knew."),
    )
    change = Change(1, "changed", "paragraph", passages, "x-sight", "", "6", "6", "sight")
    page = html.page(after, lambda path: None).value or ""
    found = facts.facts(before, after, (change,))
    return Redline(
        redline().old, redline().new, before, after, page, (change,), amendments=found.amendments
    )
