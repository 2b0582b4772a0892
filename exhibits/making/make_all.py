"""Makes the six exhibit files of the example matter, the same bytes each time, and their hashes.

Run it from anywhere: python exhibits/making/make_all.py
"""

import hashlib
import re

import casualties
import chain_of_command
import chronology
import recorded_votes
import scanned_notice
import timeline
from drawing import EXHIBITS

MAKERS = (chronology, recorded_votes, chain_of_command, timeline, scanned_notice, casualties)
_ENTRY = re.compile(r"(    file: (?P<file>\S+)\n    sha256: )\S+")


def main() -> None:
    """Make each file, then put its hash beside its name in the exhibit list."""
    for maker in MAKERS:
        maker.make()
    exhibits = EXHIBITS / "exhibits.yaml"

    def hashed(entry: re.Match[str]) -> str:
        digest = hashlib.sha256((EXHIBITS / entry["file"]).read_bytes()).hexdigest()
        return f"{entry[1]}{digest}"

    exhibits.write_text(_ENTRY.sub(hashed, exhibits.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
