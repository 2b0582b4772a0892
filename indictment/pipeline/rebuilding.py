"""A matter's folder -> its files in build/, made again after each change."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from indictment import parse
from indictment.check import all_rules
from indictment.folder.watching import changes
from indictment.machine.cache import cache_of
from indictment.machine.stopped import Stopped
from indictment.machine.uncollected import collect
from indictment.pipeline.building import Built, build
from indictment.pipeline.hiring import setters_for
from indictment.pipeline.reading import Progress
from indictment.pipeline.unchanged import ALL

_KEPT = 50
"""Builds after which what was read of earlier versions is let go."""


def builds(
    root: Path,
    outputs: Sequence[str] = (),
    *,
    final: bool = False,
    progress: Progress,
    failed: Callable[[Exception], None],
) -> Iterator[Built]:
    """The matter in `root` built at once, and anew each time that its files have changed.

    What sets pages is loaded once. A build that cannot be done is told to `failed`, and the next
    change is waited for. Ends when it is interrupted; raises OSError where the folder cannot be
    watched.
    """
    from indictment.folder.output import Busy, Unwritable

    all_rules()  # a copy of this process asks them each time, and need not load them
    known = parse.Known()
    wanted = tuple(outputs) or ALL
    with ExitStack() as stack:
        setters = stack.enter_context(setters_for(wanted, cache_of(root)))
        for number, _ in enumerate(changes(root), start=1):
            if number % _KEPT == 0:
                known = parse.Known()
            try:
                yield build(
                    root, wanted, final=final, progress=progress, known=known, setters=setters
                )
                collect()
            except (Busy, Unwritable) as reason:
                failed(reason)
            except Stopped as reason:
                failed(reason)
                stack.close()
                setters = stack.enter_context(setters_for(wanted, cache_of(root)))
