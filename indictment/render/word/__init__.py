"""page.html -> indictment.docx: named styles, Word's own numbers, notes and fields."""

from indictment.render.word.document import write

__all__ = ["write"]
