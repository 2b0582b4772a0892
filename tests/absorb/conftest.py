"""What all tests of absorb share."""

from tests.uncollected import no_collection_meanwhile

__all__ = ["no_collection_meanwhile"]
