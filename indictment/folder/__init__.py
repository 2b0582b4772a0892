"""Where a matter's files come from, and where what is built goes.

The only input and output of the way from a matter to its documents: stages receive a `Folder`
(on disk or in memory) and give back values.
"""

from indictment.folder.disk import DiskFolder, find_matter
from indictment.folder.memory import MemoryFolder
from indictment.folder.reading import PARTS, Folder, is_safe

__all__ = ["PARTS", "DiskFolder", "Folder", "MemoryFolder", "find_matter", "is_safe"]
