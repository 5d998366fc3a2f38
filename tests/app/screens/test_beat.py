"""When a window looks up."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.screens.beat import keep_beat, until_next_second


@pytest.mark.parametrize(
    ("remaining_s", "speed", "wait_s"),
    [
        (300.0, 1.0, 1.0),
        (299.25, 1.0, 0.25),
        (299.999, 1.0, 0.999),
        (-3.5, 1.0, 0.5),
        (299.001, 1.0, 0.02),
        (299.01, 1.0, 0.02),
        (294.0, 60.0, 0.1),
        (297.0, 60.0, 0.05),
        (None, 1.0, 1.0),
    ],
)
def test_the_next_look_is_when_the_shown_second_is_over(
    remaining_s: float | None, speed: float, wait_s: float
) -> None:
    assert until_next_second(remaining_s, speed) == pytest.approx(wait_s)


@given(st.floats(-90000, 90000), st.floats(1, 120))
def test_a_look_is_never_later_than_a_second_nor_without_end_sooner(
    remaining_s: float, speed: float
) -> None:
    assert 0.02 <= until_next_second(remaining_s, speed) <= 1.0


@given(st.floats(-9000, 9000), st.floats(0, 20), st.integers(1, 120))
def test_windows_that_looked_at_different_moments_look_up_together(
    left_s: float, later_s: float, speed: int
) -> None:
    """A rehearsal's window that is repainted by chance is back in step with the others."""
    ends = []
    for looked_s in (0.0, min(later_s, until_next_second(left_s, speed) * 0.9)):
        wait_s = until_next_second(left_s - looked_s * speed, speed)
        if wait_s > 0.02:
            ends.append(looked_s + wait_s)
    assert max(ends, default=0.0) - min(ends, default=0.0) == pytest.approx(0.0, abs=1e-6)


async def _beats(news: list[bool], wait_s: float, turns: int) -> int:
    """How many ticks come in so many turns of the loop's sleep."""
    ticks = 0
    asked = asyncio.Event()

    def ask() -> bool:
        if len(news) <= turns:
            asked.set()
        return news.pop() if news else False

    def tick() -> None:
        nonlocal ticks
        ticks += 1
        if not news:
            asked.set()

    task = asyncio.create_task(keep_beat(ask, tick, lambda: wait_s, lambda: False))
    async with asyncio.timeout(5):
        await asked.wait()
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    return ticks


async def test_news_is_drawn_before_the_second_is_over() -> None:
    assert await _beats([True], 1000.0, 0) == 1


async def test_without_news_nothing_is_drawn_before_the_second_is_over() -> None:
    assert await _beats([False, False], 1000.0, 0) == 0


async def test_a_second_is_drawn_without_news() -> None:
    assert await _beats([], 0.0, 0) >= 1
