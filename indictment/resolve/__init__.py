"""Matter -> Indictment: numbers given, references bound, citations written out.

Numbers are given in one walk through the parts in the order of the court's form; text is bound in
a second walk in the same order, because a paragraph may refer to one that comes later.
"""

from indictment.resolve import places
from indictment.resolve.assemble import indictment
from indictment.resolve.before import Before
from indictment.resolve.rules import RULES

__all__ = ["RULES", "Before", "indictment", "places"]
