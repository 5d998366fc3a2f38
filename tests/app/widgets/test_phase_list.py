"""The phases: where the meeting is, and what was planned; never what was used."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from app.widgets.phase_list import PhaseList, PhaseMark, PhaseRow, first_shown, phase_lines
from tests.app.widgets.gallery import PHASES
from tests.app.widgets.harness import Harness, frame, golden

MARKS: tuple[PhaseMark, ...] = ("done", "now", "later")


@given(st.text(max_size=40), st.sampled_from(["", "5", "10", "120"]), st.integers(8, 40))
def test_the_minutes_are_never_hidden(title: str, minutes: str, width: int) -> None:
    row = PhaseRow(title, "now", minutes)
    (line,) = phase_lines([row], width)
    assert cell_len(line) == width
    assert line.startswith("▶ ")
    assert line.endswith(minutes)


@pytest.mark.parametrize("width", [24, 26])
async def test_the_list_looks_as_it_should(width: int) -> None:
    app = Harness(lambda: (PhaseList(PHASES),), css=f"PhaseList {{ width: {width}; }}")
    async with app.run_test(size=(80, 7)):
        assert frame(app.query_one(PhaseList)) + "\n" == golden(f"phases-{width}")


async def test_with_height_to_spare_the_rows_get_air() -> None:
    app = Harness(lambda: (PhaseList(PHASES),))
    async with app.run_test(size=(80, 13)):
        rows = frame(app.query_one(PhaseList)).splitlines()
        assert rows[0::2] == golden("phases-26").splitlines()
        assert set(rows[1::2]) == {""}


async def test_where_not_all_rows_fit_the_current_one_does() -> None:
    app = Harness(lambda: (PhaseList(PHASES),))
    async with app.run_test(size=(80, 3)) as pilot:
        phases = app.query_one(PhaseList)
        assert "▶ Oppklarande runde" in frame(phases)
        phases.rows = tuple(
            PhaseRow(row.title, "now" if at == len(PHASES) - 1 else "done", row.minutes)
            for at, row in enumerate(PHASES)
        )
        await pilot.pause()
        assert frame(phases).splitlines()[-1].startswith("▶ Avslutning")


@given(st.integers(1, 12), st.integers(0, 11), st.integers(1, 14))
def test_the_current_phase_is_always_in_view(count: int, now: int, height: int) -> None:
    rows = [PhaseRow("", "now" if at == now % count else "later", "") for at in range(count)]
    start = first_shown(rows, height)
    assert start <= now % count < start + height


def test_no_phases_give_no_lines() -> None:
    assert phase_lines([], 26) == []
    assert first_shown([], 5) == 0
