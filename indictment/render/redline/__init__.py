"""Redline -> what a reader sees of it: the schedule of amendments, as annex, workbook and Markdown."""
