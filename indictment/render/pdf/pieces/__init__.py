"""WeasyPrint's PDF of a part -> a piece of the whole, in which tokens stand for what depends on the others."""
