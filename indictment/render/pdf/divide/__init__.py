"""page.html -> the parts of it that can be set apart from one another, their numbers left open."""
