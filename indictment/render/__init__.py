"""Indictment -> files a reader opens: one page of HTML, and from it the PDF and the Word document.

`page` writes it through the court's templates, `pdf` and `word` read it. The elements they
share are listed in docs/vocabulary.md and held in `page.vocabulary`.
"""

from indictment.render.rules import RULES

__all__ = ["RULES"]
