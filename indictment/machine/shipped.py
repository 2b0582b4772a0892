"""Where the templates and offences lie that come with the tool."""

from functools import cache
from pathlib import Path
from typing import Literal

Kind = Literal["templates", "offences"]


@cache
def shipped(kind: Kind) -> Path:
    """The folder of the shipped templates or offences.

    In a wheel they lie inside the package, in _shipped/; in a checkout that is installed editable
    they stand at its root, so that an edit counts at once. In both they lie side by side.
    """
    package = Path(__file__).resolve().parents[1]
    packed = package / "_shipped" / kind
    return packed if packed.is_dir() else package.parent / kind
