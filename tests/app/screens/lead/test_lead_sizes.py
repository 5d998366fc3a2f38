"""The lead screen in small, large and changing windows, with and without colour."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.phase_words import phase_words
from app.widgets.big_digits import BigDigits
from app.widgets.entry_row import EntryRow
from app.widgets.log_table import LogTable
from app.widgets.phase_list import PhaseList, PhaseRow, phase_lines
from app.widgets.time_bar import TimeBar
from phases.commands.log import ActivityAdd
from phases.commands.welcome import Challenge
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import kinds, sitting
from tests.phases.room import SHIPPED
from tests.phases.walk import PHASES

TOO_SMALL = "Vindauget er for lite"
SIZES = ((60, 16), (80, 24), (120, 36))


async def resize(seat: Seat, width: int, height: int) -> None:
    """The window is dragged."""
    assert seat.pilot is not None
    await seat.pilot.resize_terminal(width, height)
    await seat.settle()


def words(seat: Seat) -> str:
    """What stands on the screen, its lines joined."""
    return " ".join(seat.wall().split())


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (59, 24), (80, 15)])
async def test_a_window_that_is_too_small_says_so_and_nothing_else(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(*size):
        await walks.arrive(seat, "clarifying")
        assert TOO_SMALL in words(seat)
        assert "PPT" not in words(seat)
        assert "Oppklarande" not in words(seat)


async def test_in_a_window_that_is_too_small_the_keys_work_all_the_same(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(40, 12):
        await seat.press("enter", "space")
        assert kinds(seat) == ["start", "pause"]
        await resize(seat, 80, 24)
        assert TOO_SMALL not in words(seat)
        assert "Velkomen" in words(seat)


@pytest.mark.parametrize("size", SIZES)
async def test_every_part_fits_with_a_form_a_message_and_a_challenge(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(*size):
        await seat.press("enter")
        seat.do(Challenge("Korleis får vi ein roleg start på måndagane, heime og på skulen?"))
        seat.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
        for part in PHASES:
            walks.go_to(seat, part)
            await seat.press("t")
            _fits(seat)
            await seat.press("a")
            await seat.type("X")
            _fits(seat)
            assert walks.values(seat)["title"] in seat.wall()
            assert seat.screen.query_one(EntryRow).region.bottom <= size[1] - 1
            await seat.press("escape")


def _fits(seat: Seat) -> None:
    """Nothing lies under the footer, and nothing scrolls."""
    height = seat.screen.size.height
    assert seat.screen.max_scroll_y == 0
    for name in ("head", "upper", "settle", "message", "panel"):
        widget = seat.screen.query_one(f"#{name}")
        if widget.display and widget.region.height:
            assert widget.region.bottom <= height - 1, name
    assert "Esc" in seat.wall().splitlines()[-1] or "hjelp" in seat.wall().splitlines()[-1]


@pytest.mark.parametrize(("size", "rows"), [((80, 24), 3), ((120, 36), 6), ((200, 50), 18)])
async def test_with_a_form_open_the_log_keeps_some_rows(
    tmp_path: Path, size: tuple[int, int], rows: int
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(*size):
        await walks.arrive(seat, "description")
        await seat.press("a")
        assert seat.screen.query_one(LogTable).size.height - 1 >= rows


@pytest.mark.parametrize(("size", "least"), [((80, 24), 3), ((120, 36), 5), ((200, 50), 5)])
async def test_the_time_is_large_where_there_is_room(
    tmp_path: Path, size: tuple[int, int], least: int
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(*size):
        await walks.arrive(seat, "clarifying")
        assert seat.screen.query_one(BigDigits).size.height >= least
        drawn = [line for line in seat.wall().splitlines() if "█" in line or "▀" in line]
        assert len(drawn) >= least


async def test_dragging_the_window_keeps_an_open_form_with_its_text_and_focus(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type("Leksehjelp", then="tab")
        await seat.type("Kont")
        for size in ((120, 36), (40, 12), (60, 16), (200, 50), (80, 24)):
            await resize(seat, *size)
            assert seat.in_a_field
            assert walks.values(seat)["title"] == "Leksehjelp"
        assert "Leksehjelp" in seat.wall()
        await seat.press("tab", "enter")
        assert [a.title for a in seat.case.activities.values()] == ["Leksehjelp"]


async def test_dragging_keeps_the_same_meeting_on_the_screen(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        before = seat.wall()
        await resize(seat, 200, 50)
        await resize(seat, 30, 8)
        await resize(seat, 80, 24)
        assert seat.wall() == before


async def test_hidden_is_hidden_in_any_size(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("s")
        for size in ((40, 12), (60, 16), (120, 36)):
            await resize(seat, *size)
            assert "PPT" not in seat.wall()
            assert "Skulehelse" not in seat.wall()


async def test_without_colour_every_state_is_a_word_or_a_symbol(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    seat = Seat(tmp_path)
    async with seat.seated():
        assert seat.app.no_color
        await walks.arrive(seat, "clarifying")
        seen = set()
        for used in (0, 480, 90, 31):
            await walks.wait(seat, used)
            seen.add(seat.wall().splitlines()[seat.screen.query_one(TimeBar).region.y])
        assert len(seen) == 4
        assert "▶ Oppklarande" in seat.wall()
        assert "✓ Velkomen" in seat.wall()
        await seat.press("space")
        assert sitting(seat).state == "paused"
        assert "pause" in seat.wall()


@pytest.mark.parametrize("unit", ["school", "kindergarten"])
async def test_no_title_and_no_line_of_now_and_later_is_cut_at_80_columns_in_any_language(
    tmp_path: Path, unit: str
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        list_width = seat.screen.query_one(PhaseList).content_size.width
        line_width = seat.screen.query_one("#now-later").content_size.width
    assert (list_width, line_width) == (25, 51)
    for structure in SHIPPED.values():
        for language in ("nn", "nb", "en"):
            for shape in structure.phases:
                said = phase_words(structure, shape.id, unit, language)
                assert said is not None
                assert len(said.now_later) <= line_width, said.now_later
                # A part that was given minutes may have two digits where its plan has one.
                (line,) = phase_lines([PhaseRow(said.title, "now", "15")], list_width)
                assert said.title in line, line
