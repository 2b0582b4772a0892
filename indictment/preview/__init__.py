"""The live preview: a page of this machine alone that shows a matter as it will print.

The matter is read and set by a process of its own (pipeline.serving), which tells what it finds.
This process has one thread: it keeps the last state, draws pages from it, and answers the browser.
Exhibits' files are opened by children with limits.
"""
