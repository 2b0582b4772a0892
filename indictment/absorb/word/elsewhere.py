"""What stands outside the body: edits in running heads, macros. Said, not read."""

from indictment.absorb.word.authorship import authorship
from indictment.absorb.word.ooxml import W
from indictment.absorb.word.package import Package
from indictment.absorb.word.unread import Unread

STORIES = {"header": "the running head", "footer": "the running foot"}
CHANGES = ("ins", "del", "moveFrom", "moveTo")


def say(package: Package, unread: Unread) -> None:
    """Say which changes stand outside the body, and by whom."""
    for kind, name in STORIES.items():
        for part in package.related(package.main, kind):
            root = package.xml(part)
            if root is None:
                continue
            marks = root.iter(*(W + change for change in CHANGES))
            for author in dict.fromkeys(authorship(mark).author for mark in marks):
                unread.say(f"changes in {name}", author=author)
            if next(root.iter(f"{W}txbxContent"), None) is not None:
                unread.say(f"a text box in {name}")
    if package.has_macros:
        unread.say("macros, which were not run")
