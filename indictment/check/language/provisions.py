"""The formulas of common provisions that sound as if they left something open: "or any other means of compulsion".

A count repeats the words of its provision, often without marks. They are the legislator's, and the
drafter may not close them. The list goes by instrument, since whoever adds to it has one at hand.
A line is a formula, without commas; of the words "a|b" either may stand there.
"""

from collections.abc import Iterator

from indictment.check.language import AnyCase

_FORMULAS = {
    "Health and Safety at Work Act; Merchant Shipping Act": """
        of other persons who may be affected by
        other persons who may be affected by
        other persons not in his|her|its|their employment
        other persons on board
        other members of the public who may|might
    """,
    "Theft Act; Fraud Act; Bribery Act; Companies Act; Forgery Act": """
        for himself|herself|themselves or others|another
        account record or other document
        to his|her own or any other person's prejudice
        of creditors or of creditors of any other person
        or for any other fraudulent purpose
        financial or other advantage
        money or other valuable consideration
    """,
    "Terrorism Act; Explosive Substances Act; Official Secrets Act": """
        money or other property was|is|were|would|will|to|may|might|should|for|which|that|as
        provide|provided|providing|receive|received|receiving|invited|use|used|possess|possessed money or other property
        document or other article
        document or other information
        information document or other article
        useful to a person committing or preparing
    """,
    "Offences against the Person Act; Public Order Act; Misuse of Drugs; firearms": """
        poison or other destructive or noxious thing
        writing sign or other visible representation
        by any means whatsoever
        firearm or other weapon from|with|capable
        road or other public place
        explosive or other dangerous
    """,
    "Proceeds of Crime Act; money laundering": """
        facilitates|facilitated|facilitating by whatever means
        by whatever means the|
        or on behalf of another person
    """,
    "United States Code: forfeiture": """
        commingled with other property
        other property of the defendant
        other property of that|said defendant
        other property up to the value
    """,
    "United States Code: fraud, bribery, obstruction, explosives, trafficking": """
        credits assets securities and|or other property
        securities and|or other property owned by
        money or other property by means of
        money or other thing of value
        or other thing of value
        record document or other object
        altered destroyed mutilated|concealed or otherwise
        corruptly give|gave|given|giving offer|offered|offering and|or promise|promised|promising anything of value
        corruptly give|gave|offer|offered|solicit|solicited|demand|demanded|accept|accepted|agree anything of value
        anything of value to|from any|a person
        any combination of such|these|those means
        building vehicle and|or other real or personal property
        vehicle and|or other real or personal property
        for ransom or reward or otherwise
        ransom reward or otherwise
        currency or other monetary instruments
        access device|devices or other means
        other weapon of mass destruction
        kidnap abduct or otherwise
        or other good and valuable consideration
        other means of identification
    """,
    "Rome Statute and Elements of Crimes": """
        other grounds that|which are universally
        other severe deprivation of
        other forms|form of sexual violence
        any other form of sexual violence
        expulsion or other coercive acts
        other inhumane acts
        poisonous or other gases
        and all analogous liquids
        detention or any other cause
        experiments of any kind
        based on discrimination of any kind
        such purposes as
        in any other way contribut
        in any other way contributed|contributes|contributing
        or in any other way to the commission
        or otherwise assist|assists|assisted|assisting
        in any other manner inconsistent
        such as by purchasing selling lending or bartering
        such as that caused by fear of violence
        such person or persons or by imposing
        the multiple commission of acts
        other protected persons or objects
        or other armed groups as
    """,
    "Geneva Conventions and Protocols; genocide; torture; enforced disappearance": """
        or any other similar criteria
        political or other opinion
        birth or other status
        in any place whatsoever
        any other form of deprivation of liberty
        other person acting in an official capacity
        other persons acting in an official capacity
        any other person not taking an|a active|direct part
        other acts of violence the primary purpose
        any or all of the powers attaching
        any and all of the powers attaching
    """,
    "Statutes of the tribunals for the former Yugoslavia, Rwanda and Sierra Leone": """
        other institutions dedicated to
        shall include but not be limited to
        in particular murder as well as
        cruel treatment such as torture
        in particular humiliating and degrading
        any other form of indecent assault
        any form of indecent|corporal
        and any other form of sexual
        poisonous weapons or other weapons
        other serious violations of
    """,
    "Trafficking: the Palermo Protocol": """
        other forms of coercion
        other forms of sexual exploitation
        other forms of exploitation
        slavery or similar practices
        slavery or practices similar
    """,
    "Financing of terrorism": """
        by any means directly
        by any means directly
        any other act intended to cause death
    """,
    "Criminal Code of Ukraine": """
        or other violations of the laws
        other violent acts|actions
        other acts|actions of a violent
        material or other dependence|dependency
        or any other dependence
        other grave|serious|dangerous consequences
        other acts|actions that|which created|create|endanger|endangered|posed|pose
        arson or other acts|actions
        for himself|herself or a third person
        firearms ammunition explosive substances or other
        or other property obtained by criminal
        or other property knowingly obtained
        other unlawful benefit
        or other state authority|authorities
        movement|location of the armed forces of ukraine or other military formations
        other military formations formed
    """,
    "Criminal Code of Kosovo": """
        any other means of compulsion
        any other form of benefit
        or any other benefit to
        any other unlawful means
        serious threat or any other
    """,
}


def _worded(formula: str) -> str:
    """A formula as a pattern."""
    return r",?\s".join(f"(?:{word})" for word in formula.split()) + r"\b"


_OF_PROVISION = AnyCase(
    "|".join(
        rf"\b{_worded(formula)}"
        for each in _FORMULAS.values()
        for formula in each.splitlines()
        if formula.strip()
    )
)
_ALSO = AnyCase(r"\b(?:other|others|otherwise|any|similar|like)\b")
_MEANT_BY = AnyCase(
    r"""[^.;:,]{0,40}?\b(?:within\sthe\smeaning\sof|as\sthat\sterm\sis\sused|as\smeant\sin|in\sthe\ssense\sof)\s
        (?:that\s|the\s|this\s)?(?:article|section|rule|part|paragraph|act|code|statute|subsection|convention)\b"""
)
"""A reference to the law behind the words says whose they are."""


def of_provision(text: str, found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those of the places `found` that are the words of a provision."""
    formulas = [each.span() for each in _OF_PROVISION.finditer(text)] if found else []
    for begin, end in found:
        is_formula = any(b < end and begin < e for b, e in formulas)
        if is_formula or (_ALSO.search(text, begin, end) and _MEANT_BY.match(text, end)):
            yield begin, end
