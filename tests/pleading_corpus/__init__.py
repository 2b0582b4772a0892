"""Paragraphs of pleading with marked defects: what the text rules are measured on."""
