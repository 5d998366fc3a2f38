"""Waiting until a window has nothing to do: by asking the event loop, which knows.

Textual's pilot guesses instead. It sends a message to every widget and waits for all of them, three
quarters of all messages in these tests; and it takes a process for idle that used less than a
millisecond in a span of 20, two such spans for every key. A busy machine can mislead that.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from textual.pilot import Pilot

_to_thread, _pause = asyncio.to_thread, Pilot.pause

SOON_S = 0.02
"""What is to happen within this time belongs to what is under way: Textual paints 60 times a
second, and its pilot has always waited for that. Not longer: beats of two windows, 50 ms each,
would take turns at being waited for without end."""
MOST_S = 30.0
"""How long something may go on: on a busy machine a window may need many seconds to open."""
TURNS_S = 0.3
"""How long timers are waited for, one after the other, however long what they set off takes. A
window whose clock stands still a hair before the second beats every 20 ms without end."""
LOOK_S = 0.002
"""How often a thread that works for a window is asked whether it has come to its end."""


async def idle(most_s: float = MOST_S, busy: Callable[[], object] = bool) -> None:
    """Wait until nothing is under way and nothing will be within `SOON_S`; at most `most_s`.

    `busy` tells of what the loop knows nothing of.
    """
    loop = asyncio.get_running_loop()
    deadline, waited_s = loop.time() + most_s, 0.0
    while loop.time() < deadline:
        await asyncio.sleep(0)
        # asyncio has no public way to ask; the test of `idle` fails if these are ever renamed.
        if getattr(loop, "_ready"):  # noqa: B009
            continue
        if busy():
            await asyncio.sleep(LOOK_S)
            continue
        due = _next_due(getattr(loop, "_scheduled"))  # noqa: B009
        wait_s = SOON_S if due is None else max(0.0, due - loop.time())
        if wait_s >= SOON_S or waited_s > TURNS_S:
            return
        waited_s += wait_s
        await asyncio.sleep(wait_s)


def _next_due(scheduled: Iterable[asyncio.TimerHandle]) -> float | None:
    """When the next timer of the loop goes off."""
    return min((handle.when() for handle in scheduled if not handle.cancelled()), default=None)


class _Threads:
    """What windows have made beside them, like a paper: the loop only hears when it is done."""

    def __init__(self) -> None:
        self.at_work = 0

    async def run(self, function: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        """In place of `asyncio.to_thread`, and counted."""
        self.at_work += 1
        try:
            return await _to_thread(function, *args, **named)
        finally:
            self.at_work -= 1


@contextmanager
def pilots_ask_the_loop() -> Iterator[None]:
    """Every pilot waits by `idle` meanwhile."""
    threads = _Threads()

    async def rest(_least_s: float = 0.0) -> None:
        await idle(busy=lambda: threads.at_work)

    async def rested(_pilot: Any, _timeout: float = 30.0) -> bool:
        """In place of a message to every widget: the loop is idle when they have all been read."""
        await rest()
        return True

    async def pause(pilot: Any, delay: float | None = None) -> None:
        """A pause ends with what the screen has put off; what follows from that is waited for too.

        Textual's timer for it may let a turn go by, and is further away then than `SOON_S`.
        """
        await _pause(pilot, delay)
        await rest()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("asyncio.to_thread", threads.run)
        patch.setattr("textual.app.wait_for_idle", rest)
        patch.setattr("textual.pilot.wait_for_idle", rest)
        patch.setattr("textual.pilot.Pilot._wait_for_screen", rested)
        patch.setattr("textual.pilot.Pilot.pause", pause)
        yield
