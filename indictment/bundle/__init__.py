"""Indictment, its PDF and its exhibits' files -> BundlePlan -> bundle.pdf.

`plan` says what stands on which page, `prepare` turns one exhibit's file into clean pages with room
for a stamp, `assemble` puts the file together and stamps it.
"""

from indictment.bundle.rules import RULES

__all__ = ["RULES"]
