"""Redline -> what a reader sees of it: text on a terminal, one page of HTML, the schedule of amendments."""
