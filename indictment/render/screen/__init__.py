"""A PDF -> what a screen shows of it: its pages as pictures, the words on them, where links lead."""

from indictment.render.screen.pages import Leaf, Leaves, Link, joined, leaves
from indictment.render.screen.picture import png
from indictment.render.screen.words import Line, lines

__all__ = ["Leaf", "Leaves", "Line", "Link", "joined", "leaves", "lines", "png"]
