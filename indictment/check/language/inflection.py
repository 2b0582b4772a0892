"""One base for all forms of a verb: "took", "taken" and "taking" are "take", "stopped" is "stop"."""

from functools import lru_cache

from indictment.check.language import Exact

_TABLE = """
    beat beat beaten; become became become; begin began begun; bend bent; bid bade bidden; bind bound; bite bit bitten; bleed bled; blow blew blown;
    break broke broken; bring brought; build built; burn burnt; buy bought; cast cast; catch caught; choose chose chosen; cut cut; deal dealt;
    dig dug; do did done; draw drew drawn; drive drove driven; eat ate eaten; feed fed; fell felled; find found; fling flung; fly flew flown;
    forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got; give gave given; grind ground;
    hang hung; hear heard; hew hewed hewn; hide hid hidden; hit hit; hold held; hurt hurt; keep kept; know knew known; lay laid; lead led; leave left;
    lend lent; let let; light lit; lose lost; make made; mean meant; meet met; mislead misled; mow mowed mown; overrun overran overrun;
    oversee oversaw overseen; overthrow overthrew overthrown; overturn overturned; pay paid; put put; quit quit; read read; rebuild rebuilt;
    redraw redrew redrawn; relight relit; repay repaid; resell resold; retake retook retaken; rewrite rewrote rewritten; rid rid; ride rode ridden;
    ring rang rung; run ran run; saw sawed sawn; say said; see saw seen; seek sought; sell sold; send sent; set set; sew sewed sewn; shake shook shaken;
    shave shaved shaven; shear shore shorn; shoot shot; show showed shown; shut shut; sing sang sung; sink sank sunk; slay slew slain; slide slid;
    sling slung; slit slit; smite smote smitten; sow sowed sown; speak spoke spoken; spend spent; spill spilt; spin span spun; split split; spread spread;
    steal stole stolen; stick stuck; sting stung; strew strewed strewn; strike struck stricken; string strung; strip stript; swear swore sworn;
    sweep swept; swing swung; take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown; thrust thrust;
    tread trod trodden; undertake undertook undertaken; undo undid undone; waylay waylaid; wear wore worn; weave wove woven; weld welded;
    wind wound; withdraw withdrew withdrawn; withhold withheld; wring wrung; write wrote written; forsake forsook forsaken; foresee foresaw foreseen;
    handcuff handcuffed; overpay overpaid; underpay underpaid; overhear overheard; overtake overtook overtaken; override overrode overridden;
    outbid outbid; broadcast broadcast; typeset typeset; upset upset; unwind unwound; proofread proofread; misuse misused; tie tied; die died; lie lied
    """


def _forms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in _TABLE.split(";"):
        base, *forms = row.split()
        for form in (base, *forms):
            found.setdefault(form, set()).add(base)
    return {form: frozenset(bases) for form, bases in found.items()}


_IRREGULAR = _forms()
_DOUBLED = Exact(r"([bdfglmnprtvz])\1$")
_DOUBLES = Exact(r"^[^aeiouy]*(?:qu)?[aeiou][bdgklmnprtvz]$")
"""A short base that would double its letter: "planed" is of "plane", not of "plan"."""


@lru_cache(maxsize=4096)
def bases(word: str) -> frozenset[str]:
    """What the word may be a form of: its base, or several, if the spelling leaves it open."""
    lower = word.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if lower.endswith(("ied", "ies")) and len(lower) > 4:
        return frozenset({lower[:-3] + "y"})
    if lower.endswith("ying") and lower[:-4] in ("t", "d", "l", "unt"):
        return frozenset({lower[:-4] + "ie"})
    for ending in ("ed", "ing"):
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            return _of_stem(lower[: -len(ending)])
    return frozenset({lower})


def _of_stem(stem: str) -> frozenset[str]:
    if _DOUBLED.search(stem):
        return frozenset({stem, stem[:-1]})
    if stem.endswith("ck") and stem[:-1].endswith("ic"):
        return frozenset({stem, stem[:-1]})
    if stem in _IRREGULAR:
        return _IRREGULAR[stem] | {stem}
    if _DOUBLES.match(stem):
        return frozenset({stem + "e"})
    return frozenset({stem, stem + "e"})
