"""Waiting until a window has nothing to do: by asking the event loop, which knows.

Textual's pilot guesses instead. It sends a message to every widget and waits for all of them, three
quarters of all messages in these tests; and it takes a process for idle that used less than a
millisecond in a span of 20, two such spans for every key. A busy machine can mislead that.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

SOON_S = 0.02
"""What is to happen within this time belongs to what is under way: Textual paints 60 times a
second, and its pilot has always waited for that."""
MOST_S = 5.0
"""How long something may go on: on a busy machine a window may need more than a second."""


async def idle(_least_s: float = 0.0, most_s: float = MOST_S) -> None:
    """Wait until nothing is under way and nothing will be within `SOON_S`; at most `most_s`."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + most_s
    while loop.time() < deadline:
        await asyncio.sleep(0)
        # asyncio has no public way to ask; the test of `idle` fails if these are ever renamed.
        if getattr(loop, "_ready"):  # noqa: B009
            continue
        due = _next_due(getattr(loop, "_scheduled"))  # noqa: B009
        if due is None or due > loop.time() + SOON_S:
            return
        await asyncio.sleep(max(0.0, due - loop.time()))


def _next_due(scheduled: Iterable[asyncio.TimerHandle]) -> float | None:
    """When the next timer of the loop goes off."""
    return min((handle.when() for handle in scheduled if not handle.cancelled()), default=None)


async def _idle(_pilot: Any, _timeout: float = 30.0) -> bool:
    """In place of a message to every widget: the loop is idle when they have all been read."""
    await idle()
    return True


@contextmanager
def pilots_ask_the_loop() -> Iterator[None]:
    """Every pilot waits by `idle` meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.app.wait_for_idle", idle)
        patch.setattr("textual.pilot.wait_for_idle", idle)
        patch.setattr("textual.pilot.Pilot._wait_for_screen", _idle)
        yield
