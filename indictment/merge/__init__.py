"""Three states of a source file -> one: its paragraphs are merged by label."""

from indictment.merge.series import Conflict
from indictment.merge.whole import Merged, merged

__all__ = ["Conflict", "Merged", "merged"]
