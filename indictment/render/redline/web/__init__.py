"""Redline -> redline.html: one file that asks nothing of any server.

Full text, changes only, old and new side by side; without scripts it is the full text with marks,
and the schedule below it.
"""

from indictment.render.redline.web.page import html

__all__ = ["html"]
