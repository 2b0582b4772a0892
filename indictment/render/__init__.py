"""Indictment -> files a reader opens: one page of HTML, and from it the PDF and the Word document.

`html` writes the page through the court's templates, `pdf` and `docx` read it. The elements they
share are listed in docs/vocabulary.md and held in `vocabulary`.
"""

from indictment.render.rules import RULES

__all__ = ["RULES"]
