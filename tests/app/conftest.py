"""What the tests of windows and of the command line share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

import app.words
from tests.app.idle import pilots_ask_the_loop
from tests.app.styles import styles_are_parsed_once


@pytest.fixture(autouse=True, scope="session")
def _windows_are_quick() -> Iterator[None]:
    with (
        pilots_ask_the_loop(),
        styles_are_parsed_once(),
        pytest.MonkeyPatch.context() as patch,
    ):
        # A window's process reads its catalogue once; so does this one.
        patch.setattr(app.words, "_load", cache(app.words._load))
        # What has to be on the disk, and when, the tests of the store and of the faults prove.
        patch.setattr("os.fsync", lambda _: None)
        yield
