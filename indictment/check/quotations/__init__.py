"""Quotations of an indictment, held against the text of the exhibits that are cited for them.

Located by likeness, decided by words: a quotation that is nearly there is not there.
"""
