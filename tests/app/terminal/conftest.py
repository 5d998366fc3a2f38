"""What the tests of real windows share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.app.terminal.terminal import Terminal


@pytest.fixture(autouse=True)
def _windows_are_not_measured(processes_unmeasured: None) -> None:
    """What they reach, `test_application.py` and the tests of the screens have counted."""


@pytest.fixture
def opened() -> Iterator[list[Terminal]]:
    """Terminals that are gone after the test, whatever happened in it."""
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.kill()
