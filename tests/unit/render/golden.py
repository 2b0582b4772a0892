"""Writes the page of the invented indictment, to be compared with tests/golden/page."""

import sys

from tests.unit.render.test_html import page

if __name__ == "__main__":
    sys.stdout.write(page())
