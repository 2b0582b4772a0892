"""Assemble charging documents from plain text: PDF, DOCX and an exhibit bundle."""

__version__ = "0.1.0"
