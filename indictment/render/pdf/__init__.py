"""page.html -> indictment.pdf: tagged, PDF/A-2a and PDF/UA-1 in one file."""

from indictment.render.pdf.apart import Apart, PartAlone
from indictment.render.pdf.document import PrintedIndictment, ready, setters, write

__all__ = ["Apart", "PartAlone", "PrintedIndictment", "ready", "setters", "write"]
