"""Form rules of the files, their characters and their YAML: FRM001 to FRM019.

Nothing can be built while one of them stands, so none can be allowed.
"""

from indictment.diagnostics import Rule, Severity


def _form(code: str, name: str, summary: str, explanation: str) -> Rule:
    return Rule(code, name, Severity.ERROR, summary, explanation, form=True)


UNREADABLE_YAML = _form(
    "FRM001",
    "unreadable-yaml",
    "matter.yaml, the exhibit list and the lines between --- are keys and values that can be read.",
    """A key stands at the beginning of its line and is followed by a colon, a space and its
value. What belongs to a key stands below it, indented by two spaces. Most faults come from a
value that holds a sign with a meaning of its own: a colon followed by a space, or one of @ ` % &
* ! | > [ { # " ' at its beginning. Quotation marks round the value make it plain text:

    title: "Prosecutor v. Doe: Indictment"
    source: "@decree-5, p. 2"

Inside double quotation marks, write \\" for a double quotation mark; or put the value in single
ones.""",
)
DUPLICATE_KEY = _form(
    "FRM002",
    "duplicate-key",
    "A key stands once.",
    """When a key is written twice, or two exhibits bear the same label, the tool cannot know
which of the two is meant, and does not choose. Remove one of them, or give one exhibit another
label.""",
)
UNKNOWN_KEY = _form(
    "FRM003",
    "unknown-key",
    "Each key is one that this file knows.",
    """A key that is not known would be passed over in silence, and what it was meant to say would
be missing from the indictment. The message names the nearest known key, and all keys that may
stand there.""",
)
MISSING_KEY = _form(
    "FRM004",
    "missing-key",
    "What the indictment cannot be written without is there.",
    """An exhibit has a title, a matter has a title and a date, a count has a title. The message
says what the missing key is for. A key with nothing after its colon counts as missing.""",
)
WRONG_FORM = _form(
    "FRM005",
    "wrong-form",
    "A list stands where a list is wanted, one value where one is wanted.",
    """Several values are a list, in square brackets or one a line behind a hyphen; a list may
have one value:

    defendants: [tollan]

    places:
      - Calderhaven
      - Osterey

Keys that belong to a key stand below it, indented by two spaces.""",
)
BAD_DATE = _form(
    "FRM006",
    "bad-date",
    "Dates are written as year, month and day.",
    """Dates are written 2022-02-24; where only the month is known 2022-02, where only the year is
known 2022. The court's form decides how they are printed. Days that no calendar
has are refused.""",
)
UNKNOWN_CHOICE = _form(
    "FRM007",
    "unknown-choice",
    "Where a key has a closed set of values, the value is one of them.",
    """Some keys know only certain values: `classification` is public, confidential, under-seal or
ex-parte. The message names the nearest and lists all.""",
)
BAD_LABEL = _form(
    "FRM008",
    "bad-label",
    "A label is lower-case letters, digits and single hyphens.",
    """Labels name exhibits, persons, paragraphs and counts in the text (@order-14). They consist
of the letters a to z, digits and single hyphens between them, begin with a letter, and have at
most 35 characters, because Word allows no more in a bookmark. They are never printed.""",
)
BAD_NUMBER = _form(
    "FRM009",
    "bad-number",
    "A number is a whole number within its bounds.",
    """Numbers of pages and the like are written in digits alone (48), without words or units.""",
)
EMPTY_VALUE = _form(
    "FRM010",
    "empty-value",
    "A value that must have words has some.",
    """An empty pair of quotation marks, an empty list or an empty line in a list says nothing.
Where a key is not needed, leave it out.""",
)
REFUSED_YAML = _form(
    "FRM011",
    "refused-yaml",
    "The files use only keys, lists and values.",
    """YAML knows abbreviations that a reader of the file cannot follow: anchors (&name), aliases
(*name), tags (!name), merged entries (<<), several documents in one file, and keys that are
lists. They are refused. A value that begins with one of these signs is put in quotation marks.""",
)
FRONT_MATTER = _form(
    "FRM012",
    "unreadable-front-matter",
    "A file's front matter stands at its top between two lines of three hyphens.",
    """A count, an accused and an annex begin with their particulars:

    ---
    title: Pillage
    offence: pillage
    ---

The text follows below the second line of hyphens. Nothing stands above the first.""",
)
NOT_UTF8 = _form(
    "FRM013",
    "unreadable-characters",
    "Files are saved as UTF-8.",
    """A file saved in an older encoding (Windows-1252, Windows-1251, KOI8-U) or by a word
processor in its own format shows wrong letters or none. In the editor choose "Save with encoding:
UTF-8".""",
)
UNSEEN_CHARACTER = _form(
    "FRM014",
    "unseen-character",
    "The text has no character that a reader cannot see.",
    """Zero-width spaces, soft hyphens, marks that change the direction of writing, control
characters and signs of private fonts come along when text is copied from web pages, PDF files and
Word. They change what a search finds and can make the page say something else than the file.
Joiners that Persian, Arabic and Indian scripts need between letters are left alone.""",
)
NOT_NFC = _form(
    "FRM015",
    "split-character",
    "A letter with its accent is one character.",
    """Text copied from PDF files and from some systems has й, ї or é as two characters, the
letter and its accent. They look alike on the screen, but a search for the name does not find
them. Type the letter again. (The demanded form is Unicode's normalization form C.)""",
)
BAD_VALUE = _form(
    "FRM016",
    "bad-value",
    "A value has the form that its key demands, and the keys of an entry go together.",
    """A SHA-256 has 64 hexadecimal digits. A period is one day (`on`), one approximate day
(`on-or-about`), or `from` and `to`, never a mixture. A language is named by its tag (BCP 47): en,
uk, fr, or und-Cyrl where only the script is known. The message says what is wanted.""",
)
YAML_COMMENT = _form(
    "FRM017",
    "unreadable-allowance",
    "A comment for the tool says which rule is allowed, and why.",
    """# indict: allow CIT004: the original has no pages

allows one rule in the entry that the comment stands above or in. The rule's code and a reason are
required. Any other comment that begins with "indict:" is an error.""",
)
CONFLICT = _form(
    "FRM018",
    "unsettled-conflict",
    "Where two versions of a passage met, one was chosen.",
    """When two people changed the same lines, git puts both versions into the file, between lines
that begin with <<<<<<<, ======= and >>>>>>>. Somebody must choose. Until then both would be
printed.""",
)

RULES = (
    UNREADABLE_YAML,
    DUPLICATE_KEY,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_FORM,
    BAD_DATE,
    UNKNOWN_CHOICE,
    BAD_LABEL,
    BAD_NUMBER,
    EMPTY_VALUE,
    REFUSED_YAML,
    FRONT_MATTER,
    NOT_UTF8,
    UNSEEN_CHARACTER,
    NOT_NFC,
    BAD_VALUE,
    YAML_COMMENT,
    CONFLICT,
)
