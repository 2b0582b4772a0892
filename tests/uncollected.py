"""Tests that run as the command does, without the collector of rubbish."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def no_collection_meanwhile() -> Iterator[None]:
    """As the command does (indictment/__main__.py): the collector would take a third of the time."""
    gc.disable()
    yield
    gc.enable()
