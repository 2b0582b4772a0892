"""What can be wrong with a page's HTML once it has passed the vocabulary's own check.

The mistakes of a template that can be known from the page are diagnostics before anything is
written; the others are raised where they show, and told as diagnostics by those who asked for the
file. `NumbersDiffer` is a mistake of ours: the numbers of a page come finished from resolve.
"""


class PageMistake(Exception):
    """The page cannot be written as it stands."""


class OutsideVocabulary(PageMistake):
    """An element, a class or a place for it that docs/vocabulary.md does not have."""


class NumbersDiffer(PageMistake):
    """The reader of the written file would see another number than the one resolve gave."""


class LinkToNowhere(PageMistake):
    """A link or a reference whose target is not on the page."""


class StyleMissing(PageMistake):
    """The court's reference.docx cannot be opened, or lacks a style or a numbering."""


class PictureUnreadable(PageMistake):
    """An image of the page is none that a Word document can hold."""
