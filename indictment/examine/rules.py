"""The rules of this stage."""

from indictment.diagnostics import Rule, Severity

UNREADABLE = Rule(
    "EXH020",
    "unreadable-exhibit",
    Severity.ERROR,
    "The file of an exhibit must be readable.",
    "The file is locked with a password, damaged or cut off, or cannot be opened within the limits "
    "of memory and time that every exhibit has. What it proves could not be looked at, and the "
    "bundle would show a page that says so in its place.\n\n"
    "Put a readable copy in its place: remove the password, save it again, or print it to PDF. "
    "Where there is no other copy, say so at the entry:\n\n"
    "    allow:\n"
    "      EXH020: the original is damaged; see the custodian's statement\n",
)

MENDED = Rule(
    "EXH021",
    "damaged-exhibit",
    Severity.WARNING,
    "The file of an exhibit should be whole.",
    "The PDF is damaged or cut off. Its pages were searched for and found, but words or images may "
    "be missing from them, and nobody would see that they are.\n\n"
    "Put a sound copy in its place. Where there is none, compare the pages in the bundle with the "
    "original and say so at the entry:\n\n"
    "    allow:\n"
    "      EXH021: compared with the original on 3 May 2026, nothing is missing\n",
)

RULES = (UNREADABLE, MENDED)
"""All rules of this stage, for `indict explain`."""
