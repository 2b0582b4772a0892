"""BundlePlan -> text that a person can review: each page, what it is, its stamp."""

from indictment.model.bundle import BundlePlan


def as_text(plan: BundlePlan) -> str:
    """A line for each page and each bookmark; ends with a line feed."""
    bookmarks = {
        1: f"{plan.indictment_title} (p. 1)",
        plan.index: f"{plan.index_title} (p. {plan.index})",
        **{exhibit.divider: plan.outline_title(exhibit) for exhibit in plan.exhibits},
    }
    lines = [plan.title, ""]
    for page in plan.pages:
        if page.number in bookmarks:
            lines.append(f"# {bookmarks[page.number]}")
        whose = f" {page.label}" if page.label else ""
        stamp = " | ".join(text for text in (page.left, page.middle, page.right) if text)
        lines.append(f"{page.number:>5}  {page.source}{whose} {page.source_page}  [{stamp}]")
    lines.append("")
    lines += [
        f"citation {number} -> page {page}" for number, page in sorted(plan.citations.items())
    ]
    return "\n".join(lines) + "\n"
