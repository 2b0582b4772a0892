"""The order of the stages. The only package that knows it; it only calls.

Folder --parse--> Matter --+
exhibit files --examine--> ExhibitFacts --+--resolve--> Indictment --check--> diagnostics
                                          |--render--> page --> PDF, DOCX
                                          |--bundle--> plan --> bundle.pdf
"""

from indictment.pipeline.building import Built, Made, build
from indictment.pipeline.reading import Checked, Found, Read, check, described, read, rules, where

__all__ = [
    "Built",
    "Checked",
    "Found",
    "Made",
    "Read",
    "build",
    "check",
    "described",
    "read",
    "rules",
    "where",
]
