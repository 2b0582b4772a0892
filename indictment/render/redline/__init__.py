"""Redline -> what a reader sees of it: text on a terminal, a commit message, JSON, one page of HTML."""
