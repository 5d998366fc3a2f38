"""The bar says how much is used, and the state in a word, a symbol and its own glyphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.theme import DARK, LIGHT, LIGHT_NAME
from app.widgets.time_bar import SYMBOLS, TimeBar, TimeState, render_bar
from tests.app.widgets.harness import Harness, frame


@given(st.floats(-1, 2), st.integers(0, 200), st.sampled_from(sorted(SYMBOLS)), st.booleans())
def test_a_bar_is_always_as_wide_as_asked(
    share: float, width: int, state: str, thick: bool
) -> None:
    assert len(render_bar(share, width, state, thick=thick)) == width


@pytest.mark.parametrize(
    ("share", "drawn"),
    [(0, "────"), (0.125, "╸───"), (0.25, "━───"), (0.6, "━━╸─"), (1, "━━━━"), (7, "━━━━")],
)
def test_the_bar_grows_by_half_cells(share: float, drawn: str) -> None:
    assert render_bar(share, 4) == drawn


def test_each_state_has_its_own_symbol_and_its_own_bar() -> None:
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)
    for thick in (False, True):
        bars = {render_bar(0.6, 10, state, thick=thick) for state in SYMBOLS}
        assert len(bars) == len(SYMBOLS)


@pytest.mark.parametrize("state", ["soon", "last", "over"])
async def test_a_state_is_readable_without_colour(state: TimeState) -> None:
    app = Harness(lambda: (TimeBar(),))
    async with app.run_test(size=(40, 3)) as pilot:
        bar = app.query_one(TimeBar)
        bar.show(0.9, state, "snart slutt")
        await pilot.pause()
        assert frame(bar).endswith(f"{SYMBOLS[state]} snart slutt")
        assert bar.has_class(f"-{state}")
        await pilot.resize_terminal(15, 3)
        await pilot.pause()
        assert "snart slutt" in frame(bar)


async def test_a_calm_bar_shows_no_state_at_all() -> None:
    app = Harness(lambda: (TimeBar(),))
    async with app.run_test(size=(40, 3)) as pilot:
        bar = app.query_one(TimeBar)
        bar.show(1.0, "over", "om lag 1 min att", calm=True)
        await pilot.pause()
        assert frame(bar) == "━" * 22 + "  om lag 1 min att"
        assert bar.has_class("-normal")
        assert not bar.has_class("-over")
        bar.show(1.0, "over", "over tida")
        await pilot.pause()
        assert bar.has_class("-over")
        assert SYMBOLS["over"] in frame(bar)


async def test_on_more_rows_the_caption_stands_beneath_a_thick_bar() -> None:
    app = Harness(lambda: (TimeBar(),), css="TimeBar { height: 3; }")
    async with app.run_test(size=(20, 5)) as pilot:
        bar = app.query_one(TimeBar)
        bar.show(0.5, "soon", "snart")
        await pilot.pause()
        rows = frame(bar).splitlines()
        assert rows[0] == rows[1] == "█" * 10 + "╌" * 10
        assert rows[2].strip() == "○ snart"


async def test_a_second_that_moves_nothing_repaints_nothing() -> None:
    painted: list[float] = []

    class Watched(TimeBar):
        def render(self) -> object:  # type: ignore[override]
            painted.append(self.share)
            return super().render()

    app = Harness(lambda: (Watched(),))
    async with app.run_test(size=(20, 3)) as pilot:
        bar = app.query_one(Watched)
        bar.show(0.5, "normal")
        await pilot.pause()
        painted.clear()
        bar.show(0.501, "normal")
        await pilot.pause()
        assert painted == []
        bar.show(0.53, "normal")
        await pilot.pause()
        assert painted


async def test_the_colour_follows_state_and_theme() -> None:
    app = Harness(lambda: (TimeBar(),))
    async with app.run_test(size=(20, 3)) as pilot:
        bar = app.query_one(TimeBar)
        bar.show(0.9, "last", "")
        await pilot.pause()
        assert bar.styles.color.hex.lower() == DARK.variables["time-last"]
        app.theme = LIGHT_NAME
        await pilot.pause()
        assert bar.styles.color.hex.lower() == LIGHT.variables["time-last"]


async def test_a_caption_is_never_markup() -> None:
    app = Harness(lambda: (TimeBar(),))
    async with app.run_test(size=(40, 3)) as pilot:
        bar = app.query_one(TimeBar)
        bar.show(0.5, "normal", "[/] [@click=app.quit]x")
        await pilot.pause()
        assert frame(bar).endswith("[/] [@click=app.quit]x")
