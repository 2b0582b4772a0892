"""A part -> its pages, laid out and drawn by WeasyPrint, as a piece: what one process does of the work."""
