"""What the tests of windows share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.app.idle import pilots_ask_the_loop
from tests.app.styles import styles_are_parsed_once


@pytest.fixture(autouse=True, scope="session")
def _windows_are_quick() -> Iterator[None]:
    with pilots_ask_the_loop(), styles_are_parsed_once():
        yield
