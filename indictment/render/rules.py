"""The rules of the templates, of the style sheet and of what the PDF can show."""

from indictment.diagnostics import Diagnostic, Rule, Severity, Span


def _form(code: str, name: str, summary: str, explanation: str) -> Rule:
    return Rule(code, name, Severity.ERROR, summary, explanation, form=True)


TEMPLATE_SYNTAX = _form(
    "TPL001",
    "unreadable-template",
    "A template must be well-formed Jinja.",
    "The file in templates/ cannot be read as a Jinja template: a brace, a block or a quotation "
    "mark is missing or stands in the wrong place. Nothing is built until it can be read.",
)
UNDEFINED_NAME = _form(
    "TPL002",
    "undefined-name",
    "A template may only print what the indictment gives it.",
    "A name in {{ … }} or {% … %} does not exist. An unknown name would print nothing and go "
    "unnoticed, so it is an error. The names are listed in docs/templates.md.",
)
REFUSED = _form(
    "TPL003",
    "refused-expression",
    "A template may only read and print; it may not reach into the program.",
    "Templates come with a matter and are run without trust: what begins with an underscore, "
    "changes data or calls into Python is refused.",
)
FAILED = _form(
    "TPL004",
    "failing-template",
    "A template must run to its end.",
    "An expression in the template cannot be worked out: a number where text stands, a missing "
    "argument, a template that includes itself.",
)
MISSING_TEMPLATE = _form(
    "TPL005",
    "missing-template",
    "A template that is named must exist.",
    "Templates are looked for in the matter's templates/COURT/, then in the shipped "
    "templates/COURT/, then in the shipped templates/international/.",
)
UNKNOWN_ELEMENT = _form(
    "TPL006",
    "unknown-element",
    "Templates write only the elements, classes and attributes of docs/vocabulary.md.",
    "The PDF and the Word document are two readings of one page. Both understand the elements of "
    "docs/vocabulary.md and nothing else; another element would be lost in one of them.",
)
MISPLACED = _form(
    "TPL007",
    "misplaced-element",
    "Elements stand where docs/vocabulary.md puts them, and each one that is opened is closed.",
    "An element is not closed, is closed in the wrong order, or stands where Word has no place for "
    "it: text outside a paragraph, a table inside a line of text.",
)
DUPLICATE_ANCHOR = _form(
    "TPL008",
    "duplicate-anchor",
    "An anchor (`id`) stands once on the page.",
    "Two elements carry the same `id`: a cross-reference could lead to either.",
)
NOTES_IN_DISORDER = _form(
    "TPL009",
    "notes-in-disorder",
    "The templates print each note once, in the order of its number.",
    "Notes are numbered through the whole indictment in the order of the parts in court.yaml. A "
    "template that prints a passage twice, leaves one out or prints a later one first would put "
    "the numbers out of order.",
)
STYLE_WORDS = _form(
    "TPL010",
    "words-in-style",
    "A style sheet makes no words outside the margins of the page.",
    "`content` with letters or counters, and `text-transform`, print what the Word document never "
    "sees: the two would say different things. Words belong in the templates, capitals in "
    "court.yaml.",
)
STYLE_NOT_READ = Rule(
    "TPL011",
    "unreadable-style",
    Severity.ERROR,
    "A style sheet holds only what the PDF can carry out.",
    "A rule or a property in style.css is not known or has a value that is not allowed there. It "
    "would be passed over in silence.",
)
LEFT_OUT = _form(
    "TPL012",
    "left-out-passage",
    "The templates print every passage of the parts that they write.",
    "A template of the court leaves out paragraphs that the drafter wrote: they would be missing "
    "from the indictment, and nobody would see it. A passage counts as printed where the page has "
    "its anchor (`id`), which cross-references lead to as well.",
)
LINK_TO_NOWHERE = _form(
    "TPL013",
    "link-to-nowhere",
    "A link that a template writes leads to an anchor of the page.",
    "Nothing on the page has the anchor (`id`) that a link or the number of a reference names, or it "
    "stands where the Word document keeps none: on emphasised words, on a list as a whole. "
    "References of the drafter to what a form does not print become words; a link in a template "
    "would be broken in each indictment.",
)
TYPED_NUMBER = _form(
    "TPL014",
    "misprinted-number",
    "The templates print the numbers that the indictment has, and no others.",
    "A number in `span.number` is not that of its paragraph or heading, or a numbered paragraph is "
    "printed without one or out of order. Word counts by itself: it would print another number than "
    "the PDF.",
)
UNUSABLE_REFERENCE = _form(
    "TPL015",
    "unusable-reference",
    "reference.docx is a Word document with the styles of the shipped one.",
    "The Word document takes its styles, its numbering and the size of its page from reference.docx. "
    "The file cannot be opened, or lacks a style that the page needs. Styles are known by their "
    "names; what they look like is free.",
)
IMAGE_MISSING = Rule(
    "OUT010",
    "missing-image",
    Severity.ERROR,
    "An image that is shown must be in the matter.",
    "The file named in `![description](path)` does not exist in the matter. Paths are relative to "
    "the matter's root.",
)
IMAGE_UNREADABLE = Rule(
    "OUT011",
    "unreadable-image",
    Severity.ERROR,
    "An image must be a PNG or JPEG file of reasonable size.",
    "The file cannot be shown: it is damaged, of another kind, or larger than 40 megapixels or "
    "30 megabytes.",
)
IMAGE_COLOURS = Rule(
    "OUT012",
    "print-colours",
    Severity.ERROR,
    "Images are in screen colours (RGB) or grey.",
    "A JPEG file in the colours of a printing press (CMYK) cannot stand in a PDF/A file beside "
    "screen colours.",
)
GLYPH_MISSING = Rule(
    "OUT013",
    "missing-glyph",
    Severity.ERROR,
    "Each character must be in the fonts that come with the tool.",
    "A character that the fonts do not have would be printed as an empty box. The fonts cover "
    "Latin, Greek and Cyrillic script with the usual signs.",
)
NOT_CARRIED_OUT = Rule(
    "OUT014",
    "unprinted-content",
    Severity.ERROR,
    "Nothing is left out of the PDF in silence.",
    "The program that makes the PDF (WeasyPrint) reported that it could not carry something out. "
    "What it leaves out is missing from the file, so it counts as an error.",
)
OVER_THE_EDGE = Rule(
    "OUT015",
    "words-over-the-edge",
    Severity.ERROR,
    "Words stay inside the margins of their page.",
    "A table is wider than the page, mostly because a column holds a long word or address that "
    "cannot be broken, or a note is longer than a page. What leaves the page cannot be read.",
)
UNSET_PART = Rule(
    "OUT016",
    "unset-part",
    Severity.ERROR,
    "Each part of the indictment can be set.",
    "The program that sets the pages ended while it was at this part, or did not come to an end with it. "
    "Mostly a table, a list or an image in it is far larger than a reader would want, or the machine has "
    "too little memory. The files of the last build stay as they are.",
)

RULES = (
    TEMPLATE_SYNTAX,
    UNDEFINED_NAME,
    REFUSED,
    FAILED,
    MISSING_TEMPLATE,
    UNKNOWN_ELEMENT,
    MISPLACED,
    DUPLICATE_ANCHOR,
    NOTES_IN_DISORDER,
    STYLE_WORDS,
    STYLE_NOT_READ,
    LEFT_OUT,
    LINK_TO_NOWHERE,
    TYPED_NUMBER,
    UNUSABLE_REFERENCE,
    IMAGE_MISSING,
    IMAGE_UNREADABLE,
    IMAGE_COLOURS,
    GLYPH_MISSING,
    NOT_CARRIED_OUT,
    OVER_THE_EDGE,
    UNSET_PART,
)
"""All rules of this stage, for `indict explain`."""


def unusable_reference(path: str, why: str) -> Diagnostic:
    """The report on the reference.docx at `path`."""
    return UNUSABLE_REFERENCE.at(
        Span(path),
        f"the Word document cannot be made from this file: {why}",
        help="copy the shipped reference.docx, and change in Word how its styles look",
    )


def not_for_word(path: str, why: str) -> Diagnostic:
    """The report on a page, made by the template at `path`, that Word has no place for."""
    return MISPLACED.at(
        Span(path),
        f"the Word document cannot be made of this page: {why}",
        help="write the element as docs/vocabulary.md shows it",
    )


def notes_lost(path: str, why: str) -> Diagnostic:
    """The report on a style sheet of the matter's own with which notes are not printed in order."""
    return STYLE_NOT_READ.at(
        Span(path),
        f"with this style sheet the notes are not printed as they are numbered: {why}",
        help="leave the notes and their marks as the shipped style.css has them",
    )
