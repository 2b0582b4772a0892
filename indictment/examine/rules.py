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

RULES = (UNREADABLE,)
"""All rules of this stage, for `indict explain`."""
