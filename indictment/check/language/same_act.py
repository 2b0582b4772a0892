"""Whether words before a passive say who did this very act, to this very thing.

"HALE struck W.E. W.E. was struck with a wrench", "Kerrem set fire to the clinic. The building was burned":
the reader knows by whom. He does not where the act was another, or was done to another, or at another time.
"""

import re

from indictment.check.language import AnyCase, Exact, listed
from indictment.check.language.kinds import is_same_kind, names
from indictment.check.language.passives import Passive
from indictment.check.language.states import is_person
from indictment.check.language.told import Told, told

_OTHERS = AnyCase(
    r"\b(?:others?|another|further|additional|rest|remaining|remainder|survivors|no|nobody|nothing|none|second|third|fourth|next)\b"
)
_REST = AnyCase(r"the\s(?:others?|rest|remaining|remainder)\b")
_PART = AnyCase(r"(?:the\sfirst|one|two|some|half|part|most)\b(?:\s\w+)?\sof\b")
_GOES_BACK = AnyCase(
    r"(?:it|they|both|all|each|he|she|these|those|this|all\s(?:two|three|four|five|of\sthem)|(?:some|many|most|one|two|three)\sof\s(?:them))$"
)
_KIN = AnyCase(
    r"\b(?:his|her|their|\w+['’]s?)\s(?:\w+\s){0,2}(?:sons?|daughters?|wi[fv]e\w*|husbands?|brothers?|sisters?|mothers?|fathers?|cousins?|uncles?|aunts?|nephews?|nieces?|child|children|famil\w+|parents|neighbours?|friends?|colleagues?|companions?|drivers?|deputy|assistant)$"
)
_BODY = r"(?:hands?|heads?|hair|arms?|legs?|feet|foot|faces?|teeth|fingers?|eyes?|backs?|ears?|throats?|necks?|wrists?|ankles?|mouths?|clothes|beards?)"
_LIMB = AnyCase(rf"(?:his|her|their|both)\s(?:\w+\s)?{_BODY}$")
_LIMBS = AnyCase(rf"\b{_BODY}\b")
_ONE_OF_TWO = AnyCase(
    r"the\s(?:elder|younger|eldest|youngest|former|latter|taller|older|first|last|two|three|four|five|six|seven)$"
)
_NEW = AnyCase(r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|\d+)\s")
_NEW_ONE = AnyCase(r"(?:an?|one)\s")
_TOO = AnyCase(r"\b(?:also|too|likewise|as\swell|in\sturn|again|once\smore)\b")
_HEAD_END = Exact(
    r",|\s(?:of|in|on|at|from|with|for|to|by|under|near|behind|outside|who|which|that|whom|whose|where|inside|\()"
)
_TOKEN = Exact(r"\ufffc|[A-Za-z0-9](?:[\w'’-]|\.(?=\w)|(?<=[A-Z])\.)*")
_PRONOUN = AnyCase(r"(?:him|her|it|them|himself|herself|one|all|each|both)\b")
_PLURAL = Exact(
    r"\b(?:them|these|those|two|three|four|five|six|seven|eight|nine|ten|all|both|\d+|several|and)\b|[a-z]{2,}(?<!s)s\b|\bmen\b|\bwomen\b|\bpeople\b|\bchildren\b|\bcattle\b"
)
_GENERAL = (
    ("building house place premises structure property home site block", "church clinic school mill barn hut hall shop store depot farm hospital mosque house building station office town chapel library bakery granary archive barracks flat apartment cottage"),
    ("vehicle car", "car jeep lorry truck van bus minibus ambulance pickup tractor motorcycle taxi vehicle saloon"),
    ("ship vessel boat craft", "ship boat ferry trawler barge freighter tanker vessel yacht launch"),
    ("village settlement place town hamlet quarter", "village hamlet town settlement quarter district"),
    ("money sum amount cash funds payment proceeds", "money sum amount cash funds payment dollars euros pounds francs rubles hryvnias savings fee bribe takings"),
    ("document paper papers documents file record records text", "letter report order list ledger register contract certificate invoice invoices statement decree memorandum minutes log form forms file files diary book books accounts passports protocol"),
    ("weapon weapons arms", "rifle rifles pistol pistols gun guns mortar mortars revolver"),
    ("goods property items things objects belongings loot possessions valuables", "goods cattle grain rice tools bicycles jewellery watches rings furniture televisions tractors cars clothes food phones telephones paintings icons"),
    ("animal animals livestock herd", "cattle cow cows goats sheep horses horse dog pigs"),
    ("body bodies corpse corpses remains dead", "body bodies corpse corpses men women dead villagers prisoners victims"),
)  # fmt: skip
_SUMS = listed("money sum amount cash funds payment proceeds")
_THINGS = tuple((listed(general), listed(every)) for general, every in _GENERAL)


def is_same_act(before: str, passive: Passive, words: str, *, is_later: bool) -> bool:
    """True where the verb of the passive, or another word for it, stands in `before` with who did it.

    `words` are those of the passive: "was set alight". What was done later is the same act only as
    one that was ordered before.
    """
    particle = words.lower().partition(passive.participle)[2].strip()
    wanted = names(passive.participle, particle)
    if particle == "back":
        wanted = frozenset(name for name in wanted if name.endswith("_back"))
    return any(
        (each.is_ordered or not is_later)
        and (not each.names.isdisjoint(wanted) or is_same_kind(each.names, wanted))
        and is_same_thing(each, before, passive.subject, is_many=" were " in f" {words} ")
        for each in told(before)
    )


def is_of_kin(subject: str) -> bool:
    """True of a relative or companion: what is done to the porter is not done to "his son"."""
    return _KIN.search(subject) is not None


def is_same_thing(act: Told, before: str, subject: str, *, is_many: bool) -> bool:
    """True where the subject of a passive is what the act before was done to."""
    head = _HEAD_END.split(subject.strip(), maxsplit=1)[0].strip()
    if _REST.match(subject) and _PART.match(act.onto):
        return True
    if _OTHERS.search(subject) or _NEW_ONE.match(subject):
        return False
    if _KIN.search(subject):
        return act.onto.lower().startswith(head.lower())
    if not head or _GOES_BACK.match(head):
        return True
    if _LIMB.match(head) or _ONE_OF_TWO.match(head):
        return _is_on_person(act.onto) or _LIMBS.search(act.onto) is not None
    onto = before if _PRONOUN.match(act.onto) else act.onto
    tokens = [token.strip("'’") for token in _TOKEN.findall(head)]
    if tokens and _is_in(tokens, onto):
        return True
    if _NEW.match(subject) or not _is_definite(head):
        return False
    if _is_general_for(tokens[-1].lower(), onto):
        return True
    is_one_of_them = bool(_PLURAL.search(act.onto)) == is_many and not _TOO.search(subject)
    return is_one_of_them and is_person(head) and _is_on_person(act.onto)


def _is_in(head: list[str], onto: str) -> bool:
    """True where the last word of a name or noun stands among the words: a number must be the same."""
    last = head[-1]
    if last.isdigit() and len(head) > 1:
        return (
            re.search(rf"\b{re.escape(head[-2])}s?\s(?:\d+(?:,\s|\sand\s|,\sand\s))*{last}\b", onto)
            is not None
        )
    if last.isdigit() or len(last) < 2:
        return re.search(rf"\b{re.escape(' '.join(head[-2:]))}\b", onto, re.IGNORECASE) is not None
    stem = re.escape(re.sub(r"(?:ies|y|s)$", "", last.lower()) if len(last) > 3 else last.lower())
    return re.search(rf"(?<!\w){stem}(?:ies|y|es|s)?(?!\w)", onto.lower()) is not None


def _is_definite(head: str) -> bool:
    return head.partition(" ")[0].lower() in ("the", "this", "that", "these", "those", "both")


def _is_on_person(onto: str) -> bool:
    """True where the words are a name, or a noun for persons."""
    if re.match(r"(?:him|her|them)\b", onto) or onto[:1] in ("\ufffc", "_") or onto[:1].isupper():
        return True
    return any(is_person(word) for word in _HEAD_END.split(onto)[0].split()[:4])


def _is_general_for(noun: str, onto: str) -> bool:
    """True where "the building" may be the clinic."""
    if noun in _SUMS and re.match(r"(?:[$€£_]|\w+\s)?\s?\d", onto):
        return True
    there = set(re.findall(r"[a-z]+", onto.lower()))
    return any(noun in general and not there.isdisjoint(every) for general, every in _THINGS)
