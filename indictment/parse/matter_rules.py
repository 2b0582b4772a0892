"""Form rules of the folder: what must be there, and how files are named."""

from indictment.diagnostics import Rule, Severity

NO_MATTER = Rule(
    "FRM201", "missing-caption", Severity.ERROR,
    "A matter has a matter.yaml with its title, court, parties and date.",
    """matter.yaml marks the root of a matter and holds what stands on the title page.
`indict new DIR` makes a small matter to begin from.""",
    form=True,
)  # fmt: skip
FILE_NAME = Rule(
    "FRM202", "unusable-file-name", Severity.ERROR,
    "The name of a file gives its label.",
    """counts/01-aggression.md has the label aggression: an ordering number with a hyphen is left out.
The rest is lower-case letters a to z, digits and single hyphens, begins with a letter and has at
most 35 characters.""",
    form=True,
)  # fmt: skip
NOT_READ = Rule(
    "FRM203", "unread-file", Severity.WARNING,
    "Every file in the folders of a matter is read.",
    """counts/, defendants/, facts/ and annexes/ hold .md files; schedules/ holds pairs of .csv and .yaml;
offences/ and exhibits/ hold .yaml lists. A file of another kind, or in a folder below, would be left
out of the indictment without a word, so it is named. README.md may stand anywhere.""",
)  # fmt: skip
NO_COURT = Rule(
    "FRM204", "unknown-court", Severity.ERROR,
    "The court in matter.yaml is a folder in templates/ with a court.yaml.",
    """`court: international` uses the form shipped with the tool. A matter's own templates/<court>/
shadow the shipped ones, file by file.""",
    form=True,
)  # fmt: skip
SCHEDULE = Rule(
    "FRM205", "unreadable-schedule", Severity.ERROR,
    "A schedule is a .csv file and a .yaml file of the same name.",
    """schedules/incidents.yaml says which columns of schedules/incidents.csv are printed, under which
headings. Each row of the CSV file has as many cells as its first line.""",
    form=True,
)  # fmt: skip
NOT_OPENED = Rule(
    "FRM206", "unopened-file", Severity.ERROR,
    "What is named like a file of the matter is a file that can be opened.",
    """A folder that is named like a file, a file that is named like a folder of the matter, a link that
leads out of the matter or nowhere, and a file or folder that may not be opened would be left out of the
indictment. Nothing is built until each can be read.""",
    form=True,
)  # fmt: skip
BAD_LAW = Rule(
    "FRM207", "unusable-offence", Severity.ERROR,
    "An offence has elements of its own or of one that it extends, each with another label.",
    """`extends:` names another offence, and not itself by a detour; `liability:` names a file in
offences/liability/, and `permitted:` modes that stand in it. A paragraph says by its label which
element it pleads, so no two elements, parts or elements of modes have the same one; only what several
modes of one file have in common, in the same words, is one element.

For example, `extends: rome-statue-7`; or an offence with an element `intent` whose mode of liability
has an element `intent` too.

Write the name that the message gives, or give one of the elements another label: those of a mode carry
its name, as in `superior-knowledge`.""",
    form=True,
)  # fmt: skip

RULES = (NO_MATTER, FILE_NAME, NOT_READ, NO_COURT, SCHEDULE, NOT_OPENED, BAD_LAW)
