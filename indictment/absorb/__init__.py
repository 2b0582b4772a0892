"""Word document, and the Indictment that it was made from -> changes to the source files."""

from indictment.absorb.absorbing import change
from indictment.absorb.changing import Change, Refusal, Unit
from indictment.absorb.comments import place, unplaced
from indictment.absorb.compared import Compared
from indictment.absorb.fields import edited as edited_fields
from indictment.absorb.gate import Missed, missed
from indictment.absorb.pairing import likeness
from indictment.absorb.printed import Printed, printed
from indictment.absorb.saying import Conflict, conflict, differing
from indictment.absorb.sources import Base, base
from indictment.absorb.steps import UNTRACKED, Step, steps
from indictment.absorb.target import Lost
from indictment.absorb.word import NotRead, read

__all__ = ["UNTRACKED", "Base", "Change", "Compared", "Conflict", "Lost", "Missed", "NotRead", "Printed", "Refusal", "Step", "Unit", "base", "change",
           "conflict", "differing", "edited_fields", "likeness", "missed", "place", "printed", "read", "steps", "unplaced"]  # fmt: skip
