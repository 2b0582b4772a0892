"""Parts of an indictment made up from numbers, and changes to them: what a drafter does to a text of some pages."""

import random
from collections.abc import Callable
from dataclasses import dataclass

WORDS = """
    harbour store granary sack ledger convoy guard order night quay wall bridge church mill tower letter
    signed carried counted burned watched ordered between before after under beside the of and to for with
    Calderhaven office-holder re-entered £40 “sealed” naïve Kraków—twice 12 305
""".split()  # noqa: SIM905 - they are read as words


@dataclass(slots=True)
class Maker:
    """Blocks of a part, as they are before anything is numbered: `{p}` is the number of the paragraph, `{n}` that of
    a note, `{r}` one of some paragraph.
    """

    chance: random.Random

    def words(self, least: int, most: int) -> str:
        return " ".join(self.chance.choice(WORDS) for _ in range(self.chance.randint(least, most)))

    def note(self) -> str:
        words = self.words(3, self.chance.choice((8, 60)))
        cite = '<a class="cite" href="#exhibit-{e}" data-exhibit="e" data-cite="{c}" data-page="3">Ledger, P001, p. 3</a>'
        return f'<span class="footnote" id="fn-{{n}}" data-number="{{n}}">{cite if self.chance.random() < 0.7 else ""} {words}.</span>'

    def sentence(self) -> str:
        words = self.words(5, 40)
        more = self.chance.random()
        if more < 0.2:
            words += ' as <a class="ref" href="#p-{r}">paragraph <span class="ref-number" data-kind="paragraph" data-target="p-{r}">{r}</span></a> says'
        elif more < 0.3:
            words += f" <em>{self.words(1, 12)}</em>"
        return f"{words}.{self.note() if self.chance.random() < 0.35 else ''} "

    def text(self) -> str:
        return "".join(self.sentence() for _ in range(self.chance.randint(1, 6)))

    def block(self) -> str:
        kind = self.chance.random()
        if kind < 0.6:
            return f'<p class="numbered" id="p-{{p}}"><span class="number">{{p}}.</span> {self.text()}</p>'
        if kind < 0.7:
            level = self.chance.choice((2, 3, 3, 4))
            return f'<h{level} id="x-{self.chance.randrange(10**9)}">{self.words(2, 16)}</h{level}>'
        if kind < 0.8:
            items = "".join(
                f'<li class="bullet"><p>{self.sentence()}</p></li>'
                for _ in range(self.chance.randint(1, 4))
            )
            return f'<div class="attached"><ul class="bullets">{items}</ul></div>'
        if kind < 0.88:
            return f'<blockquote><p class="quoted">{self.text()}</p></blockquote>'
        if kind < 0.94:
            return f'<p class="unnumbered">{self.text()}</p>'
        return self.table(self.chance.randint(1, 9))

    def row(self) -> str:
        cited = ", ".join(
            '<a class="ref" href="#p-{r}"><span class="ref-number" data-kind="paragraph" data-target="p-{r}">{r}</span></a>'
            for _ in range(self.chance.randint(0, 60))
        )
        return (
            f'<tr id="exhibit-{self.chance.randrange(10**9)}"><th scope="row">P{self.chance.randrange(10**3):03}</th>'
            f'<td><p class="cell">{self.words(1, 30)}</p></td><td>{cited}</td></tr>'
        )

    def table(
        self, rows: int, kinds: tuple[str, ...] = ("exhibits", "exhibits", "elements", "")
    ) -> str:
        held = "\n".join(self.row() for _ in range(rows))
        kind = self.chance.choice(kinds)
        named = f' class="{kind}"' if kind else ""
        return (
            f'<table{named}><colgroup><col style="width:10%"/><col style="width:40%"/><col style="width:50%"/></colgroup>'
            f'<thead><tr><th scope="col">No.</th><th scope="col">Document</th><th scope="col">Cited in</th></tr></thead>'
            f"<tbody>\n{held}\n</tbody></table>"
        )

    def blocks(self, number: int) -> list[str]:
        found = [self.block() for _ in range(number)]
        if self.chance.random() < 0.3:
            found.insert(self.chance.randint(0, number), self.table(self.chance.randint(15, 40)))
        return found

    def changed(self, blocks: list[str]) -> list[str]:
        """The blocks after something was done in some places."""
        for _ in range(self.chance.choice((1, 1, 2, 4))):
            blocks = self._changed(blocks)
        return blocks

    def _changed(self, blocks: list[str]) -> list[str]:
        now = list(blocks)
        at = self.chance.randrange(len(now))
        kind = self.chance.random()
        if kind < 0.45:
            now[at] = self._reworded(now[at])
        elif kind < 0.7:
            now.insert(at, self.block())
        elif kind < 0.85 and len(now) > 2:
            del now[at]
        elif kind < 0.95:
            now[at] = self.block()
        else:
            now[at : at + 1] = [self.block(), now[at], self.block()]
        return now

    def _reworded(self, block: str) -> str:
        spaces = [n for n, sign in enumerate(block) if sign == " " and self._is_text(block, n)]
        if "<tr" in block and self.chance.random() < 0.5:
            rows = block.split("\n")
            at = self.chance.randrange(1, max(2, len(rows) - 1))
            change: Callable[[], list[str]] = self.chance.choice(
                (
                    lambda: [*rows[:at], self.row(), *rows[at:]],
                    lambda: [*rows[:at], self.row(), *rows[at + 1 :]],
                )
            )
            return "\n".join(change())
        if not spaces:
            return block
        at = self.chance.choice(spaces)
        return f"{block[:at]} {self.words(1, self.chance.choice((2, 25)))} {block[at + 1 :]}"

    @staticmethod
    def _is_text(block: str, at: int) -> bool:
        return block.rfind("<", 0, at) <= block.rfind(">", 0, at) and block.rfind(
            "{", 0, at
        ) <= block.rfind("}", 0, at)


def page(blocks: list[str], *, first: int, chance: random.Random) -> str:
    """The page of an indictment whose one part has these blocks; its paragraphs count from `first` on."""
    body = "\n".join(blocks)
    of = max(1, body.count("{p}") // 2)
    for name in ("p", "n", "c"):
        # each number stands twice: in its anchor and as it is printed
        times = 1 if name == "c" else 2
        pieces = body.split(f"{{{name}}}")
        body = pieces[0] + "".join(f"{first + n // times}{one}" for n, one in enumerate(pieces[1:]))
    pieces = body.split("{r}")
    far = [
        first + chance.randrange(of) if chance.random() < 0.7 else 5
        for _ in range(len(pieces) // 3 + 1)
    ]
    body = pieces[0] + "".join(f"{far[n // 3]}{one}" for n, one in enumerate(pieces[1:]))
    body = body.replace("{e}", "ledger")
    running = (
        '<header class="running"><p class="running-left">A matter</p></header><footer class="running"><p class="running-right">'
        'page <span class="page-number"></span> of <span class="page-count"></span></p></footer>'
    )
    return (
        '<!DOCTYPE html><html lang="en"><head><title>T</title><meta name="date" content="2024-03-11"></head>'
        f'<body>{running}<section class="part counts" data-page="new"><h1 id="part-counts">The counts</h1>\n{body}\n</section></body></html>'
    )
