"""The pieces of all parts -> one PDF, or one of each, with all numbers put in."""
