"""What the tests of windows share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.app.idle import pilots_ask_the_loop


@pytest.fixture(autouse=True, scope="session")
def _pilots_ask_the_loop() -> Iterator[None]:
    with pilots_ask_the_loop():
        yield
