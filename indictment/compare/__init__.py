"""Two Indictments, each with its page -> Redline: what changed, drawn as one page with marks."""

from indictment.compare.authors import Authors, OneAuthor
from indictment.compare.page import Printed
from indictment.compare.redlining import redline

__all__ = ["Authors", "OneAuthor", "Printed", "redline"]
