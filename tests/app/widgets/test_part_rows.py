"""Rows of a part of the log: cells on as many lines as they take, and a cursor over rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from app.widgets.log_table import LogRow, LogTable
from app.widgets.part_rows import TALLEST, Layout, PartRow, row_lines, shared_widths
from tests.app.widgets.harness import Harness, frame

TEXT = "Ho er trygg med dei vaksne og leiker mest med to andre i friminutta"
ROWS = (
    PartRow("unit", ("Skulen", TEXT), (1, 3)),
    LogRow("a1", "Leksehjelp tysdag", "Mor", "9. des."),
    PartRow("child", ("Eleven", "Liker matematikk"), (1, 3), "now"),
)


@given(st.lists(st.text(max_size=60), min_size=1, max_size=5), st.integers(0, 120))
def test_every_line_of_a_row_is_as_wide_as_the_table(cells: list[str], width: int) -> None:
    lines = row_lines(PartRow("1", tuple(cells)), width)
    assert {cell_len(line) for line in lines} == {width}
    assert 1 <= len(lines) <= TALLEST


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(20, 200))
def test_the_columns_and_their_gaps_fill_the_width(shares: list[int], total: int) -> None:
    assert sum(shared_widths(shares, total)) + 2 * (len(shares) - 1) == total


@given(st.lists(st.integers(1, 6), min_size=1, max_size=20))
def test_each_line_belongs_to_one_row(heights: list[int]) -> None:
    rows = [PartRow(str(at), ("ord " * height,)) for at, height in enumerate(heights)]
    layout = Layout(rows, None, 4)
    found = [layout.row_at(line) for line in range(layout.height)]
    assert found == [(row, line) for row, height in enumerate(heights) for line in range(height)]
    assert [layout.place(row)[1] for row in range(len(rows))] == heights


async def test_a_long_cell_is_read_whole_beside_lines_of_the_log() -> None:
    app = Harness(lambda: (LogTable(ROWS, headings=PartRow("", ("Kven", "Kva vi veit"), (1, 3))),))
    async with app.run_test(size=(60, 8)) as pilot:
        text = frame(app.query_one(LogTable))
        assert text.splitlines()[:5] == [
            "Kven             Kva vi veit",
            "Skulen           Ho er trygg med dei vaksne og leiker mest",
            "                 med to andre i friminutta",
            "Leksehjelp tysdag        Mor  9. des.",
            "Eleven           Liker matematikk",
        ]
        await pilot.resize_terminal(40, 8)
        await pilot.pause()
        assert "Ho er trygg med dei vaksne" in frame(app.query_one(LogTable))
        assert "Eleven" in frame(app.query_one(LogTable)).splitlines()[5]


async def test_the_cursor_goes_from_row_to_row_and_a_click_finds_the_row_it_hits() -> None:
    app = Harness(lambda: (LogTable(ROWS, with_cursor=True, enter_selects=True),))
    async with app.run_test(size=(60, 8)) as pilot:
        table = app.query_one(LogTable)
        table.focus()
        await pilot.press("down")
        assert table.current_id == "a1"
        await pilot.click(LogTable, offset=(3, 1))
        assert table.current_id == "unit"
        await pilot.click(LogTable, offset=(3, 3))
        assert table.current_id == "child"
        await pilot.click(LogTable, offset=(3, 7))
        assert table.current_id == "child"


async def test_a_scrollbar_that_comes_with_more_rows_breaks_no_line() -> None:
    app = Harness(lambda: (LogTable(ROWS[:1]),))
    async with app.run_test(size=(60, 4)) as pilot:
        table = app.query_one(LogTable)
        table.styles.scrollbar_gutter = "auto"
        await pilot.pause()
        for width in (60, 41, 60):
            table.rows = tuple(PartRow(str(at), ("Skulen", TEXT), (1, 3)) for at in range(9))
            await pilot.resize_terminal(width, 4)
            table.rows = ROWS[:1]
            await pilot.resize_terminal(width - 7, 4)
        table.rows = tuple(PartRow(str(at), ("Skulen", TEXT), (1, 3)) for at in range(9))
        await pilot.pause()
        assert frame(table).splitlines()[0].startswith("Skulen")
