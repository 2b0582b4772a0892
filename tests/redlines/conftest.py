"""What all tests of redlines share."""

from tests.uncollected import no_collection_meanwhile

__all__ = ["no_collection_meanwhile"]
