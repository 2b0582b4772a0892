"""Bytes of a Word document that came back -> WordDocument, and its views without marks.

Nothing in the file is trusted: it is unpacked within limits, its XML has no entities, and nothing
is fetched or run. What it holds that has no place in a WordDocument is named in `unread`.
"""

from indictment.absorb.word.archive import NotRead
from indictment.absorb.word.origin import digest
from indictment.absorb.word.reading import read
from indictment.absorb.word.views import accepted, rejected

__all__ = ["NotRead", "accepted", "digest", "read", "rejected"]
