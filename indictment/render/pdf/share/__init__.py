"""Parts -> who sets which of them, and what is kept of those that were set before."""
