"""Form rules of the Markdown: what stands in the text but cannot be read.

Each is an error while it stands, because every character of a source file is printed, belongs
to a recognised mark, or is reported.
"""

from indictment.diagnostics import Rule, Severity


def _form(code: str, name: str, summary: str, explanation: str) -> Rule:
    return Rule(code, name, Severity.ERROR, summary, explanation, form=True)


UNSUPPORTED = _form(
    "FRM101",
    "unsupported-markup",
    "The text uses only the marks that an indictment needs.",
    """Count files know headings, numbered and bulleted lists, block quotations, tables, emphasis,
notes, citations and labels. Code, HTML, links, entities, underlined headings and rules have no
place on the page of an indictment, so they are refused instead of being printed as they stand.

To print one of the signs itself, put a backslash before it: \\` or \\<.""",
)
ATTRIBUTES = _form(
    "FRM102",
    "unreadable-attribute-line",
    "A line in braces stands alone above the block it marks and uses known keys.",
    """An attribute line such as {#invasion elements="act-of-aggression" defendants="putin"} names the
paragraph, heading, list, table or quotation below it. It stands on a line of its own, directly
above. Its keys are: #label, elements, defendants, kind, lang, .unnumbered, .continues.""",
)
SPAN = _form(
    "FRM103",
    "unreadable-span",
    "A passage in square brackets followed by braces says what it is.",
    """[«Україна»]{lang="uk"} marks another language, ["Russia"]{.term} a defined term,
[John Doe]{.redact code="B.2"} words that a public edition will not show. Anything else between the
braces is an error, because it would otherwise be printed.""",
)
CITATION = _form(
    "FRM104",
    "unreadable-citation",
    "A citation in square brackets names one exhibit in each part, and closes.",
    """[see also @label, pp. 2, 5-7 (emphasis added); cf. @other, para. 3] cites two exhibits. Parts are
separated by semicolons; each part has words (or none), one label, its pinpoints, and words (or
none). For square brackets that are not a citation, write \\[ and \\@.""",
)
NOTE = _form(
    "FRM105",
    "unbound-note",
    "Each note that is called is written once, and each note that is written is called.",
    """A note is written where it is called, ^[like this], or called by [^name] and written elsewhere in
the same file on a line that begins with [^name]: and the text of the note. No note is called inside
another; a citation in a note stands in its text.""",
)
COMMENT = _form(
    "FRM106",
    "unreadable-comment",
    "A comment closes, and a comment for the tool says what it allows and why.",
    """<!-- note (Name, date): … --> is for colleagues and is printed nowhere.
<!-- indict: allow CIT004: the original has no pages --> allows one rule in the block below; a reason
is required. Any other comment that begins with "indict:" is an error.""",
)

RULES = (UNSUPPORTED, ATTRIBUTES, SPAN, CITATION, NOTE, COMMENT)

REFUSALS = {
    "code": ("code is not part of an indictment", "write the text without backquotes, or put a backslash before each"),
    "html": ("HTML is not read", "remove the tag; to print the sign itself write \\<"),
    "entity": ("HTML entities are not read", "type the character itself; to print the sign write \\&"),
    "link": ("links are not read", "list the document in the exhibit list and cite it by its label: [@label, p. 2]"),
    "image": ("an image stands alone in its paragraph", "put the image on a line of its own with a blank line above and below"),
    "strikethrough": ("struck-out text is not read", "delete the words; `indict diff` shows what was removed"),
    "rule": ("a line of dashes or asterisks prints nothing", "remove the line"),
    "underlined-heading": ("headings are not underlined", "remove the line and write ## before the heading's words"),
    "link-definition": ("link definitions are not read", "list the document in the exhibit list and cite it by its label"),
    "tight-heading": (
        "the words of a heading stand behind a space",
        "write a space after the #; to print the sign write \\#",
    ),
    "broken-table": (
        "these lines look like a table but cannot be read as one",
        "give the line of hyphens as many columns as the head; to print the sign write \\|",
    ),
    "deep": ("notes or marked passages are nested too deeply", "write the inner one on its own"),
    "indented-text": ("the text is indented by four spaces or more", "remove the spaces; a quotation begins with >"),
}  # fmt: skip
"""What is refused: the message, and the remedy."""
