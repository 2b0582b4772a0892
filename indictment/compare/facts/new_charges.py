"""What puts an accused at risk of conviction on a basis that was not there: said, never decided.

A court asks whether a new basis for conviction, factually or legally distinct, is added (ICTY,
rule 50(B) and (C); Karemera, 19 December 2003; Muvunyi, 12 May 2005). A new charge needs a new
appearance and gives time for preliminary motions. What is narrowed or withdrawn is not flagged.
"""

AUTHORITY = "ICTY Rules of Procedure and Evidence, rule 50(B) and (C)"
"""The provision after which it is asked."""


def may_be(because: str) -> str:
    """The reason of a flag: what was not pleaded before, in words; never an opinion."""
    return f"may be argued to be a new charge: {because}"
