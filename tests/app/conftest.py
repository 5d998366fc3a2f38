"""What the tests of screens share."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def quick_pilot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Textual's Pilot look for idleness every 4 ms instead of every 20.

    It waits after each key until a whole interval has passed in which the process did next to
    nothing; some thousand keys of that were most of the suite's time. What is asked stays the same
    share of idleness. (Private names of Textual: without them the tests are only slower.)
    """
    import textual._wait

    monkeypatch.setattr(textual._wait, "SLEEP_GRANULARITY", 0.004, raising=False)
    monkeypatch.setattr(textual._wait, "SLEEP_IDLE", 0.0002, raising=False)
