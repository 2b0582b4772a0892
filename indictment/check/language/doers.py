"""Nouns for those who act: "guards", "bookkeeper", "notary", but not "letter"."""

from indictment.check.language import Exact, listed
from indictment.check.language.states import is_person

_AGENT = Exact(
    r"(?:[a-z]{2}(?:er|or|ist|man|ant|ian|eer|ess)|women|men|clerk|cook|guard|colonel|general|sergeant|corporal|captain|cadet|nephew|uncle|aunt|cousin|niece|notary|secretary|deputy|bailiff|patrol|police|crew|gang|company|platoon|brigade|battalion|squad|unit|chief|mayor|judge|spy|thief|sentry|squadron|regiment|troops|militia|priest|pilot|chemist|nurse|aide|porters|mob|staff|team|party)$"
)
_NO_AGENT = listed(
    "letter order paper number river tower door water winter summer fever however whether matter quarter chapter register folder computer trailer container counter corner"
    " border shutter cellar boiler center power shower dinner supper mortar charter manner office instrument warrant restaurant chamber ladder hammer either neither other over under"
    " after before never ever per rather further later former latter floor mirror motor sector factor error terror tractor generator visitor september october november december proper"
    " upper lower inner outer leather weather wonder murder transfer answer cover plant grant infant important distant silver copper timber rubber"
)


def is_doer(noun: str) -> bool:
    """True of a noun for persons: "guards", "bookkeeper", "notary"."""
    return is_person(noun) or (_AGENT.search(noun) is not None and noun not in _NO_AGENT)
