"""Matter -> changes to its source files, only for a command that says so.

Nothing here writes: an edit is a value that the command shows or carries out.
"""
