"""The order of the stages. The only package that knows it; it only calls.

Folder --parse--> Matter --+
exhibit files --examine--> ExhibitFacts --+--resolve--> Indictment --check--> diagnostics
                                          |--render--> page --> PDF, DOCX
                                          |--bundle--> plan --> bundle.pdf

What reads a matter is here; what makes files of it (`building`) and what looks in it for a printed
number (`finding`) are asked for by name, so that a check does not wait for them. Nor is what reads a
matter loaded before it is asked for: whether a build still holds (`unchanged`) is known without it.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from indictment.pipeline.reading import Checked, Read, check, described, prefix, read, rules

__all__ = ["Checked", "Read", "check", "described", "prefix", "read", "rules"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from indictment.pipeline import reading

    return getattr(reading, name)
