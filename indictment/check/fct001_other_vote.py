"""A vote in the text should be the one that the exhibit list records.

The list gives the vote by `vote: 141-5-35`: in favour, against, abstaining. A vote belongs to the
exhibit whose symbol the sentence names, else to the one that is cited in it.

For example, "by 141 votes to 4" [@unga-es-11-1] where the list has `vote: 141-5-35`.

Correct the one that is wrong.
"""

from collections.abc import Iterator

from indictment.check import counted
from indictment.check.declare import rule
from indictment.check.sentences import Sentence, sentences
from indictment.check.symbols import names_symbol
from indictment.diagnostics import Diagnostic, Related, Severity
from indictment.model.indictment import Indictment
from indictment.model.matter import ListedExhibit

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(indictment: Indictment) -> Iterator[Diagnostic]:
    """Each vote that is another than the list's."""
    voted = {e.label: e for e in indictment.matter.exhibits if e.entry.vote}
    if not voted:
        return
    for sentence in sentences(indictment):
        found = list(counted.votes(sentence.text))
        exhibit = _of(sentence, voted) if found else None
        if exhibit is None:
            continue
        listed = next(counted.votes(exhibit.entry.vote), None)
        if listed is None or any(_agree(vote, listed) for vote in found):
            continue
        vote = found[0]
        yield RULE.at(
            sentence.at(vote.begin, vote.end),
            f"the text has the vote {vote}, the exhibit list {listed}",
            related=[Related(exhibit.at("vote"), "the vote in the list")],
            help="correct the one that is wrong",
        )


def _of(sentence: Sentence, voted: dict[str, ListedExhibit]) -> ListedExhibit | None:
    """The exhibit on which the sentence says how the vote was; None where it may be several."""
    named = [e for e in voted.values() if names_symbol(sentence.text, e.entry.symbol)]
    cited = {c.label: voted[c.label] for c in sentence.citations if c.label in voted}
    found = named or list(cited.values())
    return found[0] if len(found) == 1 else None


def _agree(one: counted.Vote, other: counted.Vote) -> bool:
    if (one.in_favour, one.against) != (other.in_favour, other.against):
        return False
    return None in (one.abstaining, other.abstaining) or one.abstaining == other.abstaining
