"""Three states of a source file -> one: its paragraphs are merged by label."""
