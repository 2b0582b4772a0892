"""A matter that is bound -> what is to be said of it, and its page: each is made while the other is.

The page has to know one thing of the rules, how many errors they find: a draft is headed with it. That
is mostly the number of the last time. Where it is not, the page is written once more.
"""

from dataclasses import replace
from functools import partial

from indictment.diagnostics import Outcome
from indictment.folder import Folder
from indictment.machine.aside import aside
from indictment.machine.cache import Cache
from indictment.model.indictment import Indictment
from indictment.pipeline.reading import Bound, Checked, Progress, ruled


def drafted(
    bound: Bound,
    folder: Folder,
    cache: Cache,
    progress: Progress,
    *,
    errors: int,
    final: bool = False,
) -> tuple[Checked, Outcome[str]]:
    """What is to be said, and the page; it has no value where the indictment cannot be built.

    `errors` is how many there were the last time.
    """
    if not _is_whole(bound) or bound.indictment is None:
        said = ruled(bound, cache, final=final)
        return Checked(bound.indictment, said, bound.texts), Outcome(None)

    from indictment.render.page import html

    def page(indictment: Indictment, errors: int) -> Outcome[str]:
        progress("page", "")
        return html.page(replace(indictment, draft_errors=errors), folder.read)

    with aside(partial(ruled, bound, cache, final=final)) as rules:
        drawn = page(bound.indictment, errors)
        checked = Checked(bound.indictment, rules(), bound.texts)
    if (found := checked.errors) != errors:
        drawn = page(bound.indictment, found)
    return checked, drawn


def _is_whole(bound: Bound) -> bool:
    return not any(d.rule.form and d.is_error for d in bound.said)
