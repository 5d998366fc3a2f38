"""The months as lines: each day is clicked where it is drawn, and seen without colour."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from app.widgets.month_grid import BLOCK, HEADINGS, DaySign, MonthGrid
from phases.month import MOST_WEEKS, month_of

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


def lines(grid: MonthGrid) -> list[str]:
    shown = grid.render()
    assert isinstance(shown, Content)
    return shown.plain.split("\n")


def grid_at(day: date, language: str = "nn") -> MonthGrid:
    return MonthGrid(day, lambda each: DaySign("×" if each == day else " "), language, "veke", day)


@given(DAYS)
def test_each_day_is_found_where_it_is_drawn_and_nothing_where_none_is(day: date) -> None:
    grid, drawn = grid_at(day), []
    for y, line in enumerate(lines(grid)):
        assert cell_len(line) == BLOCK
        for x in range(BLOCK):
            found = grid.day_at(x, y)
            if found is None:
                assert y < HEADINGS or x < 4 or not line[x].isdecimal()
                continue
            cell = 4 * (x // 4)
            assert line[cell + 1 : cell + 3] == f"{found.day:2}"
            drawn.append(found)
    month = month_of(day)
    assert set(drawn) == {date(*month, number) for number in range(1, month.last.day + 1)}


@given(DAYS)
def test_the_cursor_is_seen_by_its_brackets_and_the_height_never_changes(day: date) -> None:
    shown = lines(grid_at(day))
    assert len(shown) == HEADINGS + MOST_WEEKS
    assert sum(f"[{day.day:2}×]" in line for line in shown) == 1


@pytest.mark.parametrize(
    ("language", "weekdays"),
    [
        ("nn", "må ty on to fr la su"),
        ("nb", "ma ti on to fr lø sø"),
        ("en", "Mo Tu We Th Fr Sa Su"),
    ],
)
def test_monday_is_first_in_every_language(language: str, weekdays: str) -> None:
    title, heading, first, *_ = lines(grid_at(date(2027, 2, 1), language))
    assert "2027" in title
    assert heading.split()[1:] == weekdays.split()
    assert first.split() == ["5", "[", "1×]", "2", "3", "4", "5", "6", "7"]
