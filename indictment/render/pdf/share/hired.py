"""Those who set the parts of one page, as many as there is work for."""

from collections.abc import Callable, Iterable, Sequence

from indictment.diagnostics import Diagnostic
from indictment.machine.crew import Call, Crew, Done
from indictment.render.pdf.share.kept import Kept


class Setters:
    """Those who set parts: no more of them than there is work for. Each reads the style sheet first."""

    def __init__(self, crew: Crew, given: tuple[object, ...]) -> None:
        """`given` is what `Setting.begin` takes."""
        self._crew, self._given = crew, given
        self._begun = 0

    def of_style(self, kept: Kept) -> tuple[Diagnostic, ...]:
        """What there is to say about the style sheet; nothing where `kept` knows that."""
        if kept.style_is_good():
            return ()
        (done,) = self._crew.do([Call("begin", self._given, 0)], among=1)
        said: tuple[Diagnostic, ...] = done.value
        if not said:
            kept.keep_style()
        return said

    def _begin(self, number: int) -> None:
        """Let `number` of them read the style sheet; nobody waits until they have."""
        for by in range(self._begun, min(number, self._crew.size)):
            self._crew.ahead(Call("begin", self._given, by))
            self._begun += 1

    def do(
        self,
        calls: Sequence[Call],
        heard: Callable[[int], None],
        meanwhile: Callable[[], Iterable[object]],
    ) -> list[Done]:
        """As a crew does."""
        if not calls:
            return []
        self._begin(len(calls))
        return self._crew.do(calls, heard, self._begun, meanwhile)
