"""The calendar: by arrows, mouse and writing, and what is known of a day before it is taken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets import Input

from app.screens.day_page import DayAsk, DayPage
from app.screens.new_meeting import NewMeetingScreen
from app.screens.setup import SetupScreen
from app.widgets.month_grid import BLOCK, GAP, DaySign, MonthGrid
from data.shelf import Shelf
from phases.commands.clock import Start
from phases.commands.planning import MeetingPlan
from phases.showing_dates import long_date
from tests.app.screens.lead.seat import Seat
from tests.app.screens.setup_steps import now
from tests.app.screens.stage import Stage, people, shown
from tests.phases.chain import over
from tests.phases.test_picking import book

DAY = date(2027, 2, 10)


class Months(App[None]):
    """The months alone, and what they say."""

    def __init__(self) -> None:
        super().__init__()
        self.grid = MonthGrid(DAY, lambda _day: DaySign(), "nn", "veke", DAY)
        self.taken: list[date] = []

    def compose(self) -> Iterator[MonthGrid]:
        yield self.grid

    def on_month_grid_taken(self, event: MonthGrid.Taken) -> None:
        self.taken.append(event.day)


async def test_keys_and_mouse_go_to_a_day_and_take_it() -> None:
    app = Months()
    async with app.run_test(size=(80, 10)) as pilot:
        app.grid.focus()
        await pilot.press("right", "down")
        assert app.grid.day == date(2027, 2, 18)
        await pilot.press("left", "up", "enter")
        assert app.taken == [DAY]
        app.grid.move_months(1)
        assert [month.month for month in app.grid.months] == [2, 3]
        app.grid.go(date(2027, 3, 31))
        app.grid.move_months(1)
        assert (app.grid.day, [m.month for m in app.grid.months]) == (date(2027, 4, 30), [3, 4])
        app.grid.move_months(-2)
        assert [month.month for month in app.grid.months] == [2, 3]
        # Sunday the 21st, in the third week; then the 28th of the month beside it.
        last = 4 + 6 * 4 + 2
        await pilot.click(MonthGrid, offset=Offset(last, 4))
        assert app.grid.day == date(2027, 2, 21)
        await pilot.click(MonthGrid, offset=Offset(BLOCK + GAP + last, 5))
        assert app.grid.day == date(2027, 3, 28)
        await pilot.click(MonthGrid, offset=Offset(BLOCK + GAP + last, 5))
        assert app.taken == [DAY, date(2027, 3, 28)]
        await pilot.click(MonthGrid, offset=Offset(0, 0))
        assert app.grid.day == date(2027, 2, 28)
        await pilot.click(MonthGrid, offset=Offset(1, 4))
        assert app.grid.day == date(2027, 2, 28)


def ask(**more: Any) -> DayAsk:
    known = book(over())
    return DayAsk("Neste møte", known, known.said_of_next, **more)


async def test_in_every_size_the_day_is_seen_without_colour_and_told_in_words(
    stage: Stage,
) -> None:
    others = [(date(2027, 2, 16),), (date(2027, 2, 16),)]
    page = DayPage(ask(others=lambda: iter(others)), stage.words)
    app = stage.app(lambda: page)
    async with app.run_test(size=(60, 16)) as pilot:
        for size, months in (((60, 16), 1), ((80, 24), 2), ((120, 36), 3), ((40, 12), 1)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            seen = shown(page)
            assert len(page.grid.months) == months, size
            # The latest day with the cursor, a day of this log, two of others, the reminder.
            for sign in ("[19◄]", "18•", "16○", "12◊", "veke", "  7  15"):
                assert sign in seen, (size, sign)
            if size[0] >= 60:
                assert "fredag 19. februar 2027 · veke 7 · seinaste dagen" in seen
                assert "vinterferie" in seen
                assert "påminning seinast fredag 12. februar" in seen
        await pilot.resize_terminal(80, 24)
        await pilot.press("up", "left", "left", "left")
        await pilot.press("down", "down")
        assert "! " in shown(page)


async def test_a_date_is_written_and_what_may_be_two_or_none_is_asked_about(
    stage: Stage,
) -> None:
    found: list[date | None] = []
    page = DayPage(ask(), stage.words)
    app = stage.app(lambda: stage_screen(stage))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.push_screen(page, found.append)
        # Nothing has been marked yet: a clicker's Enter agrees on nothing.
        await pilot.press("enter")
        assert app.screen is page
        for typed, said in (
            ("tysdag 9", "09.02.2027"),
            ("31.02.2027", "«31.02.2027»"),
            ("1.2", "«1.2»"),
            ("onsdag 18. februar", "«onsdag 18. februar»"),
        ):
            await write(pilot, typed)
            await pilot.press("enter")
            await pilot.pause()
            assert app.screen is page, typed
            assert said in shown(page)
        await write(pilot, "22. feb")
        await pilot.pause()
        assert page.grid.day == date(2027, 2, 22)
        assert "vinterferie." in shown(page)
        await pilot.press("pagedown")
        await pilot.pause()
        assert (page.grid.day, page.query_one(Input).value) == (date(2027, 3, 22), "")
        for character in ". 3. apr":  # so fast that all of it goes to the months
            page.grid.post_message(events.Key(character, character))
        await pilot.pause()
        assert (page.grid.day, page.query_one(Input).value) == (date(2027, 4, 3), "3. apr")
        await write(pilot, "22. feb")
        await pilot.press("enter")
        await pilot.pause()
    assert found == [date(2027, 2, 22)]


def stage_screen(stage: Stage) -> SetupScreen:
    return SetupScreen(stage.case(), stage.words, stage.around)


async def write(pilot: Pilot[Any], text: str) -> None:
    """By its first letter from the months, the rest at once."""
    page = pilot.app.screen
    assert isinstance(page, DayPage)
    field = page.query_one(Input)
    field.value = ""
    page.grid.focus()
    await pilot.press(text[0])
    await pilot.pause()
    assert page.focused is field
    field.insert_text_at_cursor(text[1:])
    await pilot.pause()


async def test_in_the_set_up_the_day_is_spelled_out_and_other_meetings_are_marked(
    stage: Stage,
) -> None:
    log = stage.ready_case()
    busy = log.context().today + timedelta(days=3)
    shelf = Shelf(stage.vault, "ELEV-A", stage.clock)
    screen = SetupScreen(
        log, stage.words, stage.around, other_days=lambda: iter([(busy,)]), shelf=shelf
    )
    async with stage.app(lambda: screen).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        field = screen.query_one("#entry-date", Input)
        field.focus()
        await pilot.click("#field-date > Static")
        await pilot.press("right", "right", "right")
        await pilot.pause()
        page = pilot.app.screen
        assert "anna møte" in shown(page)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert field.value == "fredag 29. januar 2027"
        await pilot.press("enter", "f10")
        await pilot.pause()
        assert "Laga: " in shown(screen)
    (path,) = shelf.folder.iterdir()
    assert b"DTSTART;TZID=Europe/Oslo:20270129T" in path.read_bytes()
    sitting = now(log).sitting
    assert sitting is not None
    assert sitting.meeting.at is not None
    assert sitting.meeting.at.date() == busy + timedelta(days=7)


async def test_a_new_meeting_is_moved_by_the_calendar(stage: Stage) -> None:
    log = stage.case("ELEV-A", *people())
    screen = NewMeetingScreen(log, stage.words, other_days=lambda: iter([]))
    async with stage.app(lambda: screen).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f12", "home", "right", "enter")
        await pilot.pause()
        field = screen.query_one("#entry-date", Input)
        tomorrow = log.context().today + timedelta(days=1)
        assert field.value == long_date(tomorrow, "nn")
        assert screen.focused is field
        await pilot.press("tab", "tab", "tab", "f12")
        await pilot.pause()
        over: object = pilot.app.screen
        assert isinstance(over, DayPage), "its name stands on the screen all along"
    assert not now(log).meetings


def calendar_over(seat: Seat) -> bool:
    return isinstance(seat.app.screen, DayPage)


def agreed(seat: Seat) -> date | None:
    found = seat.case.sitting.meeting.next_meeting if seat.case.sitting else None
    return found.on if found else None


async def test_the_leader_takes_the_latest_day_and_a_held_enter_doesnt_save_it(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    seat.do(MeetingPlan(structure="bti-followup"), Start())
    assert seat.desk.other_days is None
    async with seat.seated():
        await seat.press("m")
        await seat.type("next-meeting")
        await seat.press("enter", "f12")
        assert calendar_over(seat)
        assert "anna møte" not in seat.wall()
        await seat.press("end", "enter")
        assert not calendar_over(seat)
        field = seat.screen.query_one("#entry-on", Input)
        assert field.value == "02.03.2027"
        assert seat.pilot is not None
        await seat.pilot.press("enter", "enter")
        await seat.settle()
        assert agreed(seat) is None
        await seat.press("enter")
        assert agreed(seat) == date(2027, 3, 2)
