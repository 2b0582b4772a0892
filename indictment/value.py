"""Values: dataclasses of which nothing sets a field once they are made.

`frozen=True` is written there as everywhere, and mypy holds to it. At run time such a class is made
without it: a frozen dataclass sets each of its fields through `object.__setattr__`, and takes five times
as long to make. Of the methods that a dataclass has, only `__init__` is written and compiled for the
class itself; to compile all six, for the classes that a command loads, took it a tenth of a second.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses
    from operator import attrgetter
    from reprlib import recursive_repr

    def dataclass(*, frozen, eq=True, order=False, repr=True, **options):
        """`dataclasses.dataclass` for values: with a hash, and without what refuses to set fields."""
        assert frozen, "what is no value is made by dataclasses.dataclass"

        def made(cls):
            by_value = eq and "__hash__" not in vars(cls)
            if order:  # its comparisons want to be written with the others
                return dataclasses.dataclass(
                    eq=eq, order=order, repr=repr, unsafe_hash=by_value, **options
                )(cls)
            cls = dataclasses.dataclass(eq=False, repr=False, **options)(cls)
            fields = dataclasses.fields(cls)
            if repr:
                _give(cls, _repr([field.name for field in fields if field.repr]))
            if eq:
                _give(cls, _eq([field.name for field in fields if field.compare]))
            if by_value:
                hashed = [f.name for f in fields if (f.compare if f.hash is None else f.hash)]
                cls.__hash__ = _hash(hashed)
            return cls

        return made

    def _give(cls, method):
        if method.__name__ not in vars(cls):
            setattr(cls, method.__name__, method)

    def _values(names):
        """What gives the values of these fields, as a tuple."""
        if len(names) > 1:
            return attrgetter(*names)
        return lambda value: tuple(getattr(value, name) for name in names)

    def _eq(names):
        values = _values(names)

        def __eq__(self, other):
            if other.__class__ is self.__class__:
                return values(self) == values(other)
            return NotImplemented

        return __eq__

    def _hash(names):
        values = _values(names)

        def __hash__(self):
            return hash(values(self))

        return __hash__

    def _repr(names):
        @recursive_repr()
        def __repr__(self):
            held = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
            return f"{self.__class__.__qualname__}({held})"

        return __repr__
