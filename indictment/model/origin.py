"""What a Word document was made from, by its own words."""

from indictment.value import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """What indictment.docx says of itself: a custom XML part that Word and LibreOffice keep."""

    title: str
    """The matter's title, to tell a document of another matter."""
    digest: str
    """SHA-256 of the matter's sources (folder.digest), 64 hexadecimal digits."""
    revision: str = ""
    """The commit that holds these sources, "" where they were not committed."""
    labels: tuple[tuple[str, str, str], ...] = ()
    """Bookmark, anchor, and the SHA-256 of the paragraph's text."""
