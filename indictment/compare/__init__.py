"""Two Indictments, each with its page -> Redline: what changed, drawn as one page with marks."""
