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
        (299.01, 1.0, 0.1),
        (299.6, 60.0, 0.1),
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
    assert 0.1 <= until_next_second(remaining_s, speed) <= 1.0


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
