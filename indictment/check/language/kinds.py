"""Sets of words for one act: who "set fire to" a house has burned it, who "took" a man has arrested him.

In each set the words before the bar are general, those behind it say more closely how. A general word
may be the same act as any other of its set; two close ones are two acts: who was kicked was not whipped.
"""

from indictment.check.language.inflection import bases

_SETS = """
    kill murder execute slay massacre slaughter finish_off put_to_death | shoot shoot_dead shoot_down gun_down fire_at fire_on stab strangle behead hang drown bayonet poison suffocate machine-gun lynch
    wound injure hurt maim | shoot fire_at fire_on stab cut slash strike hit beat kick punch club bayonet burn whip flog
    beat strike hit assault attack ill-treat mistreat torture abuse batter | kick punch whip flog club cane slap lash thrash pistol-whip bludgeon knock kick_down
    rape violate abuse assault molest | penetrate
    torture ill-treat mistreat abuse | burn electrocute suffocate submerge cut whip flog
    take seize remove confiscate requisition carry_off carry_away take_away haul_away make_off steal loot plunder pillage rob appropriate impound strip | load load_up pocket collect pick_up gather lift
    take bring transport transfer move remove carry convey deliver escort relocate evacuate return send dispatch bundle_off | drive fly ship ferry march lead walk haul drag herd force load load_up drive_out drive_off push pull truck bus
    arrest seize detain take capture apprehend round_up pick_up stop | abduct kidnap catch take_away drag_away take_out
    hold detain confine imprison keep intern lock_up shut_up jail incarcerate put_in | lock shut chain tie cage throw_into put_into bolt
    burn burn_down set_fire set_alight set_ablaze set_on_fire torch fire destroy ignite | incinerate cremate light
    destroy demolish wreck raze level flatten tear_down pull_down ruin | smash blow_up bulldoze dynamite shell bomb shred crush break shatter sink
    damage | smash break shell bomb hit strike shatter scratch burn ram
    shell bombard bomb attack fire_on fire_at hit strike open_fire target | mortar strafe rocket
    search enter raid storm go_through comb | ransack examine inspect turn_over rummage frisk
    pay transfer send remit credit disburse forward move pay_out pay_over hand_over | wire deposit advance hand
    sign approve issue endorse authorise authorize adopt | countersign initial stamp seal enact promulgate
    bury put throw dump place dispose inter cover cover_over | tip drop lay heap push roll
    throw cast fling hurl toss dump drop tip push |
    tie bind fasten secure restrain tie_up | handcuff chain shackle rope truss cuff manacle strap lash
    write draft draw_up prepare compose make_up draw produce | type pen dictate word print
    delete erase wipe remove destroy | overwrite strike_out scrub reformat clear
    alter change amend falsify forge doctor manipulate tamper | backdate rewrite inflate overwrite cross_out correct
    make manufacture build assemble construct produce put_together |
    invent fabricate forge fake |
    question interrogate examine interview |
    open break_open force force_open break_into break_down break_in | unlock prise_open kick_in smash kick_open
    close shut block seal seal_off close_off cut_off | lock padlock bolt bar barricade nail board_up
    give hand deliver distribute hand_out hand_over supply pass issue provide pass_on give_out | share_out share
    divide distribute share share_out split apportion divide_up |
    hide conceal stash | bury cover wall_up
    expel evict drive_out turn_out throw_out force_out clear remove deport drive_from | empty
    empty clear clean_out | pour pour_out drain
    dismiss remove sack fire discharge relieve suspend |
    appoint name install nominate | promote
    buy purchase acquire procure obtain get |
    sell trade dispose | auction barter pawn resell
    cut shave crop shear | cut_off shave_off hack
    force make compel oblige coerce |
    strip undress | search
    record register enter log note book write_down list | number tally count
    record film photograph tape video |
    publish print release broadcast circulate post air | upload
    recruit enlist hire engage employ conscript sign_up | press
    send dispatch forward transmit deliver pass | e-mail email copy circulate fax post mail
    tell inform notify warn advise instruct |
    mine lay plant place set | bury
    blow_up detonate explode set_off |
    fire fire_off launch discharge shoot |
    stop halt intercept pull_over hold_up | flag_down
    lower let_down |
    raise hoist lift put_up |
    copy duplicate photocopy download | scan photograph
    convene call summon |
    destroy kill | slaughter
    starve deprive |
    guard watch keep |
    dig excavate |
    """


def _read() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The sets, each as its general words and all its words."""
    rows = [row.split("|") for row in _SETS.strip().split("\n")]
    pairs = [(general.split(), close.split()) for general, close in rows]
    return tuple((frozenset(general), frozenset([*general, *close])) for general, close in pairs)


_KINDS = _read()


def names(verb: str, particle: str) -> frozenset[str]:
    """How the sets may write a verb with what belongs to it: "carry", "carry_off"."""
    own = bases(verb)
    return own | {f"{base}_{particle.replace(' ', '_')}" for base in own if particle}


def is_same_kind(one: frozenset[str], other: frozenset[str]) -> bool:
    """True where a set has both, and one of them is general in it."""
    return any(
        (not one.isdisjoint(general) and not other.isdisjoint(every))
        or (not other.isdisjoint(general) and not one.isdisjoint(every))
        for general, every in _KINDS
    )
