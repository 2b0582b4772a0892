"""What every test shares: how a missing outside reader is dealt with, and no test is timed.

A test marked `reader_NAME` is skipped where the reader is missing, and the run ends by naming it.
With CI=true it fails.
"""

import os
from collections import Counter
from functools import cache

import pytest
from hypothesis import settings

from tests import readers

MISSING = "missing reader"

if os.environ.get("CI") != "true":  # there, Hypothesis has a profile of its own with the same rule
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")


def pytest_runtest_setup(item: pytest.Item) -> None:
    missing = [
        name
        for name in readers.NAMES
        if item.get_closest_marker(f"reader_{name}") and not _there(name)
    ]
    if not missing:
        return
    item.user_properties.extend((MISSING, name) for name in missing)
    reason = f"not installed: {', '.join(missing)} (ci/readers {' '.join(missing)})"
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@cache
def _there(name: str) -> bool:
    return readers.is_installed(name)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    missing = Counter(
        name
        for kind in ("skipped", "error")
        for report in terminalreporter.getreports(kind)
        if isinstance(report, pytest.TestReport)
        for key, name in report.user_properties
        if key == MISSING
    )
    if not missing:
        return
    terminalreporter.section("outside readers whose tests were not run")
    for name, tests in sorted(missing.items()):
        terminalreporter.line(
            f"{name}: {tests} test{'s' * (tests > 1)}; `ci/readers {name}` installs it"
        )
