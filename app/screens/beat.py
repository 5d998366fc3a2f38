"""When a window looks up: at the journal often, at its clock when the shown second is over."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable

LOOK_S = 0.05
"""How often a window asks whether another one saved something: one `stat`, two microseconds."""

ALONE_S = 0.5
"""How often while no other window is here. Waking up costs a hundred times the look itself, and
most meetings have one window for an hour; a command line that saves can wait that long."""

_LEAST_S = 0.1
"""A rehearsal's seconds are shorter than anybody reads; it is drawn ten times a second at most."""

_EARLY_S = 0.02
"""A beat that came a little early is tried again after this long, not without end."""


def until_next_second(remaining_s: float | None, speed: float = 1.0) -> float:
    """Real seconds until the shown seconds of a running countdown change.

    One second where nothing counts down (None): a banner or a message may have to go. At speed 60
    every sixth second is drawn, and by all windows the same ones, or they would disagree by five.
    """
    if remaining_s is None:
        return 1.0
    step_s = max(1, math.ceil(_LEAST_S * speed))
    part_s = remaining_s % step_s or step_s
    return min(1.0, max(_EARLY_S, part_s / speed))


async def keep_beat(
    news: Callable[[], bool],
    tick: Callable[[], object],
    until_next: Callable[[], float],
    alone: Callable[[], bool],
) -> None:
    """Call `tick` when a shown second is over and when there is news; never returns.

    One task that sleeps, and not a Textual interval of the same length: an interval's turn goes
    through the message queue, which costs ten times the look itself.
    """
    now_s = asyncio.get_running_loop().time
    due_s = now_s() + until_next()
    while True:
        look_s = ALONE_S if alone() else LOOK_S
        await asyncio.sleep(max(0.0, min(look_s, due_s - now_s())))
        if now_s() >= due_s or news():
            tick()
            due_s = now_s() + until_next()
