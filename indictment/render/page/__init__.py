"""Indictment -> page.html: the legal text, written once, in the words of docs/vocabulary.md."""
