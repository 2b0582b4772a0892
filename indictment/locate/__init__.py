"""Indictment -> where a printed number was written: reviewers speak in the numbers they read."""

from indictment.locate.asked import Asked, read
from indictment.locate.finding import find, hint

__all__ = ["Asked", "find", "hint", "read"]
