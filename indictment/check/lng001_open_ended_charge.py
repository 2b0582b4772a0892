"""What is charged should not be left open.

"Including but not limited to", "and other documents", "various", "etc.", "at least" without a list,
"and elsewhere": whoever reads them does not know what else is charged, and the accused cannot
answer it. Courts have refused such words in charges. The rule reads the counts, the paragraphs on
the accused and what a paragraph with `elements=` or `defendants=` pleads; background, notes and
quotations are free. In a count it is what must not be filed.

For example, "killed at least 41 civilians" where no annex names them, or "took furniture, tractors
and other property". "At least 41 civilians, each of whom Annex B names" is closed, and so is
"persons other than combatants".

Say all of it, or point to the annex or schedule that does.
"""

from collections.abc import Iterator
from dataclasses import replace

from indictment.check.declare import rule
from indictment.check.said import said
from indictment.diagnostics import Diagnostic, Severity
from indictment.model.indictment import Indictment

RULE = rule(__name__, __doc__, Severity.WARNING, final=True)
_ELSEWHERE = replace(RULE, final=False)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each place where what is charged is left open."""
    for sentence, it in said(indictment):
        for begin, end in it.open_ended:
            if any(begin < group.end and group.begin < end for group in it.groups):
                continue  # it is said of the group: "together with other officers"
            words = sentence.text[begin:end].strip(" ,")
            begin += sentence.text[begin:end].index(words)
            in_count = sentence.part == "count"
            yield (RULE if in_count else _ELSEWHERE).at(
                sentence.at(begin, begin + len(words)),
                f"“{words}” leaves open what is charged",
                help="name the rest, refer to an annex or schedule that lists it, or leave the words out",
            )
