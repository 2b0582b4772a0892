"""Exhibit files -> ExhibitFacts: what each file is, how many pages it has, its text, its hash.

A file is what its content says, not what its name says. Nothing here raises for a file: one that
is locked, damaged or made to do harm is `unreadable`, with a reason.
"""

from indictment.examine.files import facts
from indictment.examine.rules import RULES
from indictment.examine.texts import quoted, texts

__all__ = ["RULES", "facts", "quoted", "texts"]
