"""Values: dataclasses of which nothing sets a field once they are made.

Used where a matter has very many of them. `frozen=True` is written there as everywhere, and mypy holds
to it. At run time such a class is made without it: a frozen dataclass sets each of its fields through
`object.__setattr__`, and takes five times as long to make.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses

    def dataclass(*, frozen, **options):
        """`dataclasses.dataclass` for values: with a hash, and without what refuses to set fields."""
        assert frozen, "what is no value is made by dataclasses.dataclass"

        def made(cls):
            by_value = options.get("eq", True) and "__hash__" not in vars(cls)
            return dataclasses.dataclass(unsafe_hash=by_value, **options)(cls)

        return made
