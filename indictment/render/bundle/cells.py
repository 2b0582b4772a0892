"""IDs of the cells of tables in pages of the bundle: they stand in one file with those of the indictment."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pydyf


def named_apart(pdf: "pydyf.PDF", by: str) -> None:
    """Put `by` before the IDs of all elements of the tags, and before those that cells name as their
    headers (ISO 32000-1, 14.7.2 and 14.8.5.7). WeasyPrint gives both numbers that begin anew in each file.
    """
    import pydyf

    def apart(known: "pydyf.String") -> "pydyf.String":
        return pydyf.String(f"{by}{known.string}")

    for held in pdf.objects:
        if not isinstance(held, pydyf.Dictionary):
            continue
        if "ID" in held:
            held["ID"] = apart(held["ID"])
        about = held.get("A")
        if isinstance(about, dict) and "Headers" in about:
            about["Headers"] = pydyf.Array(map(apart, about["Headers"]))
