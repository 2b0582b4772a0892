"""A part that was set before, and its new text -> the part, of which only the pages are set that have changed."""
