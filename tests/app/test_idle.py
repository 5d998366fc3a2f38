"""How the tests of windows wait."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from textual.app import App

from tests.app.idle import SOON_S, idle


def steps(left: int, done: Callable[[], None]) -> None:
    """So many turns of the loop, one after the other."""
    if left == 0:
        done()
    else:
        asyncio.get_running_loop().call_soon(steps, left - 1, done)


async def test_what_leads_to_more_is_waited_for_to_its_end() -> None:
    happened = asyncio.Event()
    steps(1000, happened.set)
    await idle()
    assert happened.is_set()


async def test_what_is_due_soon_is_waited_for_with_all_that_follows_from_it() -> None:
    happened = asyncio.Event()
    loop = asyncio.get_running_loop()

    def once_more() -> None:
        loop.call_later(SOON_S / 2, happened.set)

    loop.call_later(SOON_S / 2, steps, 100, once_more)
    await idle()
    assert happened.is_set()


async def test_what_is_due_later_is_not_waited_for() -> None:
    loop = asyncio.get_running_loop()
    later = loop.call_later(3600, lambda: None)
    began = loop.time()
    await idle()
    assert loop.time() - began < 1800
    later.cancel()


async def test_a_timer_that_sets_itself_again_is_not_waited_for_without_end() -> None:
    loop = asyncio.get_running_loop()
    beats: list[asyncio.TimerHandle] = []

    def beat() -> None:
        beats.append(loop.call_later(SOON_S / 2, beat))

    beat()
    await idle()
    assert 1 < len(beats) < 60
    beats[-1].cancel()


async def test_what_never_ends_is_left_after_a_while() -> None:
    turning = asyncio.create_task(_turn())
    loop = asyncio.get_running_loop()
    began = loop.time()
    await idle(0.05)
    assert not turning.done()
    assert loop.time() - began >= 0.05
    turning.cancel()


async def test_what_a_thread_makes_for_a_window_is_waited_for() -> None:
    made: list[str] = []

    async def make() -> None:
        made.append(await asyncio.to_thread(_slowly))

    app: App[None] = App()
    async with app.run_test() as pilot:
        app.run_worker(make())
        await pilot.pause()
        assert made == ["paper"]


async def test_a_pilot_that_pauses_has_had_every_message_read() -> None:
    heard: list[int] = []

    def hear(left: int) -> None:
        heard.append(left)
        if left:
            app.call_later(hear, left - 1)

    app: App[None] = App()
    async with app.run_test() as pilot:
        app.call_later(hear, 100)
        await pilot.pause()
        assert heard[-1] == 0


async def _turn() -> None:
    while True:
        await asyncio.sleep(0)


def _slowly() -> str:
    time.sleep(0.1)
    return "paper"
