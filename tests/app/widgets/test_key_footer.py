"""The footer: fits, keeps help, can be clicked, leaves nothing behind."""

from __future__ import annotations

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.widgets.key_footer import FooterKey, KeyFooter, place_keys
from tests.app.widgets.gallery import HELP, KEYS
from tests.app.widgets.harness import Harness, frame, golden


def build() -> tuple[KeyFooter]:
    return (KeyFooter(KEYS, HELP),)


@pytest.mark.parametrize("width", [120, 80, 40, 12])
async def test_the_footer_looks_as_it_should(width: int) -> None:
    app = Harness(build)
    async with app.run_test(size=(width, 3)):
        assert frame(app.query_one(KeyFooter)) + "\n" == golden(f"footer-{width}")


@given(st.integers(1, 150))
def test_help_is_kept_at_every_width(width: int) -> None:
    placed = place_keys(KEYS, HELP, width)
    assert placed[-1].key is HELP
    assert placed[-1].end <= width
    kept = [place.key for place in placed if place.key not in (None, HELP)]
    assert kept == list(KEYS[: len(kept)])


async def test_a_click_on_a_key_posts_its_action() -> None:
    app = Harness(build, listen=(KeyFooter.Pressed,))
    async with app.run_test(size=(80, 3), message_hook=app.hear) as pilot:
        line = frame(app.query_one(KeyFooter))
        for words in ("pause", "? hjelp", "(u", "…"):
            await pilot.click(KeyFooter, offset=(line.index(words), 0))
        await pilot.pause()
        pressed = [event for event in app.heard if isinstance(event, KeyFooter.Pressed)]
        assert [event.action for event in pressed] == ["pause", "help"]
        assert pressed[0].control is app.query_one(KeyFooter)


async def test_without_help_a_narrow_footer_just_says_there_is_more() -> None:
    app = Harness(lambda: (KeyFooter(KEYS),))
    async with app.run_test(size=(20, 3)) as pilot:
        footer = app.query_one(KeyFooter)
        assert frame(footer) == " n neste   …"
        footer.keys = ()
        await pilot.pause()
        assert frame(footer) == ""


async def test_three_hundred_updates_leave_nothing_behind() -> None:
    app = Harness(build)
    async with app.run_test(size=(80, 3)) as pilot:
        footer = app.query_one(KeyFooter)

        async def update(times: int) -> None:
            for at in range(times):
                footer.keys = (FooterKey("n", f"neste {at}", at % 2 == 0, "next"), *KEYS[1:])
            await pilot.pause()

        def footprint() -> tuple[int, int, int]:
            gc.collect()
            watchers = [getattr(node, "__watchers", {}) for node in app.screen.walk_children()]
            count = sum(len(each) for found in watchers for each in found.values())
            return len(list(app.screen.walk_children())), count, len(gc.get_objects())

        await update(5)
        before = footprint()
        await update(300)
        after = footprint()
        assert after[:2] == before[:2]
        assert after[2] - before[2] < 300


async def test_the_words_of_a_key_are_never_markup() -> None:
    app = Harness(lambda: (KeyFooter((FooterKey("[/]", "[@click=app.quit]x", True, "a"),)),))
    async with app.run_test(size=(40, 3)):
        assert frame(app.query_one(KeyFooter)) == " [/] [@click=app.quit]x"
