"""Something the machine lacks, in words that say what to do."""


class MissingLibrary(Exception):
    """A library outside Python is not installed: the command says so and ends with exit code 3.

    `library` is its name for people, `needed_for` what cannot be made without it, `reason` what
    the loader said.
    """

    def __init__(self, library: str, needed_for: str, reason: str = "") -> None:
        super().__init__(f"{library} is not installed; it is needed for {needed_for}")
        self.library = library
        self.needed_for = needed_for
        self.reason = reason

    def __reduce__(self) -> tuple[type["MissingLibrary"], tuple[str, str, str]]:
        """How it comes from one process to another."""
        return MissingLibrary, (self.library, self.needed_for, self.reason)
