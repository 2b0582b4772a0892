"""Where something stands in a source file."""

from indictment.value import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one source file.

    `file` is the path relative to the matter's root, with forward slashes. Lines and columns
    count from 1; columns are code points; the end is exclusive, so an empty span has
    `end_column == column`.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    @staticmethod
    def on_line(file: str, line: int, column: int, length: int) -> "Span":
        """A span of `length` code points on one line."""
        return Span(file, line, column, line, column + length)

    @property
    def start(self) -> str:
        """`file:line:column`, the form that editors jump to."""
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def order(self) -> tuple[str, int, int, int, int]:
        """What sorts spans as they sort themselves; many are compared sooner so."""
        return self.file, self.line, self.column, self.end_line, self.end_column

    def to(self, other: "Span") -> "Span":
        """The span from the start of this one to the end of `other` (same file)."""
        return Span(self.file, self.line, self.column, other.end_line, other.end_column)

    def covers(self, other: "Span") -> bool:
        """True if `other` begins inside this span, in the same file."""
        if self.file != other.file:
            return False
        begin = (self.line, self.column)
        end = (self.end_line, self.end_column)
        return begin <= (other.line, other.column) < end
