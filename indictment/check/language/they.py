"""A sentence and the one before it -> where "they" act, and are the accused or another group.

"They" are the last persons spoken of. If the accused are the subject of the sentence before, "they"
are the accused, unless what is said of them is said of victims, or others were sent to do it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from indictment.check.language import AnyCase, Exact
from indictment.check.language.accused_bodies import ACCUSED
from indictment.check.language.subjects import VERB, acts, is_divided, is_verb

_THEY = Exact(r"\b[Tt]hey\b(?=\s|,\sand\s)")
_STATIVE = Exact(
    r"\s(?:(?:\w+ly|still|also|then|all|both|had|have|did|never|not)\s)*(?:are|were|was|been|lived|lay|died|fled|belonged|suffered|needed|remained|owned|bore|begged|pleaded|cried|screamed|wept|waited|stood|slept|prayed|escaped|survived|contained|cost|amounted|reached|return|returned|came|arrived)\b(?!\s(?:\w+ly\s)*(?:aware|responsible|determined|present|behind|agreed|in\sagreement|armed|acting|informed|involved|party|able|in\sa\sposition|obliged|paid))"
)
PERSONS = AnyCase(
    r"\b(?:men|women|prisoners|soldiers|guards|victims|families|brigades?|units|brothers|sisters|children|villagers|residents|civilians|detainees|officers|troops|police|trustees|clients|investors|witnesses|workers|members|drivers|commanders|patients|companies|recruiters|inhabitants|people|persons|hostages|refugees|passengers|nurses|students|boys|girls|fighters|company|platoon|squad|engineers|servicemen|teachers|employees|customers|owners|gunners|pilots|captives|farmers|monks|pupils|journalists|citizens|deputies|subordinates|agents|couriers)\b"
)
_SENT = AnyCase(
    r"\b(?:sent|order(?:ed|s)|told|instruct(?:ed|ions)|direct(?:ed|s)|deployed|recruited|paid|hired|armed|trained|dispatched|command(?:ed|s)|led|let|gave|asked|allowed|authori[sz]ed|met|urged|praised|supplied|released|freed)\b"
)
_FUTURE = Exact(r"\s(?:would|could|might|should)\s(?!and\sdid)")
_BODILY = Exact(
    r"\s(?:(?:\w+ly|then|also|had|did|not)\s)*(?:refused|showed|handed|surrendered|had\sto|asked|answered|told|signed|left|walked|ran|obeyed|complied|carried|went|dug|worked|knelt)\b"
)
"""What victims and underlings do as well as the accused."""
_TOGETHER = Exact(
    r"\s(?:did\sso|acted|took\sturns|shared|agreed|decided|divided|planned|conspired|intended|knew|(?:then\s|also\s)?(?:shot|killed|beat|burned|destroyed|stole|forged|falsified|seized|looted|raped|tortured|executed|murdered|concealed|ordered|deported|hid))\b"
)
_MENTAL = Exact(
    r"\s(?:\w+ly\s|both\s|all\s|well\s)*(?:knew|intended|planned|conspired|took\sturns|shared)\b"
)
_TWO = Exact(r"\b(?:[Tt]wo|[Bb]oth|[Bb]rothers|[Ss]isters|twins|parents)\b")
_COMMANDING = Exact(
    r"\s(?:(?:\w+ly|then|also|had|both|all)\s)*(?:demanded|ordered|threatened|knew|agreed|decided|planned|intended|conspired|divided|shared|concealed|beat|shot|killed|burned|forced|instructed|discussed|resolved|plotted|tortured|interrogated|took\sturns)\b"
)
"""What things do not do."""
_JOINED = Exact(
    r"\ufffc(?:,\s\ufffc)*,?\sand\s\ufffc(?:,[^,.;]{1,60},)?\s(?:both\s|each\s|then\s|also\s|all\s|\w+ly\s)*(?P<verb>[\w-]+)"
)
_CLAUSE = Exact(r"(?:^|[,;:]\s|\b\d{4}\s|\band\s|\bthat\s|\bpersons?\b.*|\d\sp\.m\.\s|\bthere\s)$")
_COORDINATE = Exact(r"(?:,\sand|;)\s(?:then\s)?$")
_ITEM = Exact(r"[;:,]\s(?:and\s)?\((?:[a-z]{1,4}|\d{1,2})\)\s$")


@dataclass(frozen=True)
class They:
    """A sentence in which "they" act, and what stands before it."""

    text: str
    named: Collection[int]
    before: str
    before_named: Collection[int]
    accused: int

    @cached_property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Where "they" are said to do or to know something, undivided."""
        return tuple(
            found.span()
            for found in (_THEY.finditer(self.text) if "hey" in self.text else ())
            if not _FUTURE.match(self.text, found.end())
            and VERB.match(self.text, found.end())
            and not _STATIVE.match(self.text, found.end())
            and not is_divided(self.text, found.end(), self.named)
        )

    @property
    def is_asked(self) -> bool:
        """True where the sentence before must be read."""
        return bool(self.before) and any(_is_first(self.text, begin) for begin, _ in self.places)


def they(
    those: They, found: Sequence[tuple[int, int]], follows_group: bool
) -> Iterator[tuple[int, int]]:
    """Where "they" are a group. `found` are the groups of the sentence that are known."""
    for begin, end in those.places:
        ahead = [last for _, last in found if last <= begin]
        named = [at for at in those.named if at < begin]
        if ahead:
            is_group = not PERSONS.search(those.text[max(ahead) : begin]) or bool(
                (_TOGETHER.match(those.text, end) or _COORDINATE.search(those.text[:begin]))
                and not _SENT.search(those.text[:begin])
            )
        elif named:
            is_group = len(set(named)) > 1 and bool(_ITEM.search(those.text[:begin]))
        else:
            is_group = _is_first(those.text, begin) and _goes_back(those, end, follows_group)
        if is_group:
            yield begin, end


def _is_first(text: str, at: int) -> bool:
    """True where nothing but a date or a link stands ahead."""
    return not re.search(
        r"^(?:What|Who|Where|Had|If|That|Nothing)\b|[;:]|(?<!^[OA][nt]\s)(?<!^From\s)(?<!^After\s)\bthat\b|\b(?:who|which|whom)\b",
        text[:at],
    )


def _goes_back(those: They, end: int, follows_group: bool) -> bool:
    """True where the last persons of the sentence before are the accused or another group."""
    before, text = those.before, those.text
    is_led = those.accused > 1 and _leads(before, those.before_named)
    if PERSONS.search(before):
        if _SENT.search(before):
            is_of_them = is_led or len(those.before_named) > 1
            return is_of_them and _MENTAL.match(text, end) is not None
        return (is_led or follows_group) and (
            _TOGETHER.match(text, end) is not None or not _BODILY.match(text, end)
        )
    if is_led or follows_group:
        return True
    if PERSONS.search(text[:end]):
        return False
    if those.accused < 2 or _TWO.search(before):
        return False
    return (
        len(those.before_named) > 1
        or (bool(those.before_named) and _MENTAL.match(text, end) is not None)
        or text.startswith((" both", ", and "), end)
        or _COMMANDING.match(text, end) is not None
    )


def _leads(before: str, named: Collection[int]) -> bool:
    """True where two or more accused, or the accused as a body, are the subject of `before`."""
    for joined in _JOINED.finditer(before):
        if joined.start() in named and _CLAUSE.search(before[: joined.start()]):
            return is_verb(joined["verb"])
    found = ACCUSED.search(before)
    return bool(found and acts(before, found.start(), found.end()))
