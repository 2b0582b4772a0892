"""What can be wrong with a page's HTML once it has passed the vocabulary's own check.

Each of these is a mistake of ours (or of a template that counts or links by itself), never of the
drafter: the numbers and links of a page come finished from resolve.
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
    """The court's reference.docx lacks a style or a numbering that the writer relies on."""


class PictureUnreadable(PageMistake):
    """An image of the page is none that a Word document can hold."""
