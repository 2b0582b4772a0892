"""Word document, and the Indictment that it was made from -> changes to the source files."""
