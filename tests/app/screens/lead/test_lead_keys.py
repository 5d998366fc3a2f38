"""The keys of the lead screen as they are pressed, held, typed and clicked."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.screen import Screen

from app.application import Viddevakt
from app.screens.more import MorePage
from app.screens.reading import ReadingPage
from app.widgets.key_footer import KeyFooter, place_keys
from phases.commands.clock import Hide
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import kinds, phase, sitting


async def hold(seat: Seat, key: str, times: int = 10, every_s: float = 0.05) -> None:
    """Press and keep holding, as a keyboard repeats it."""
    assert seat.pilot is not None
    seat.real_s += 1.0
    for _ in range(times):
        await seat.pilot.press(key)
        await seat.settle()
        seat.real_s += every_s


async def click(seat: Seat, action: str) -> None:
    """Click the footer's key for an act."""
    assert seat.pilot is not None
    footer = seat.screen.query_one(KeyFooter)
    placed = place_keys(footer.keys, footer.last, footer.content_size.width)
    at = next(p.start for p in placed if p.key is not None and p.key.action == action)
    seat.real_s += 1.0
    await seat.pilot.click(footer, offset=(at + 1, 0))
    await seat.settle()


async def test_a_held_n_goes_one_part_on(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "description")
        await hold(seat, "n")
        assert phase(seat) == "clarifying"


async def test_n_and_f2_are_one_key(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "description")
        assert seat.pilot is not None
        seat.real_s += 1.0
        await seat.pilot.press("n", "f2")
        await seat.settle()
        assert phase(seat) == "clarifying"


async def test_a_held_b_goes_one_part_back(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await hold(seat, "b")
        assert phase(seat) == "description"
        assert kinds(seat).count("back") == 1


async def test_a_held_enter_or_clicker_is_one_turn(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        before = kinds(seat).count("answered")
        await hold(seat, "enter")
        await hold(seat, "pagedown")
        assert kinds(seat).count("answered") == before + 2


async def test_a_held_enter_never_says_that_something_was_read_aloud(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        walks.agreed_but_not_read(seat)
        await seat.settle()
        await hold(seat, "enter")
        assert isinstance(walks.page(seat), ReadingPage)
        assert not sitting(seat).meeting.read_aloud
        await seat.press("enter")
        assert sitting(seat).meeting.read_aloud


async def test_a_held_digit_answers_one_list_and_not_the_next(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "decision")
        await hold(seat, "1")
        assert sitting(seat).meeting.choice is None
        await hold(seat, "1")
        assert sitting(seat).meeting.choice is None
        await hold(seat, "enter")
        assert sitting(seat).meeting.choice is not None
        assert sitting(seat).meeting.hand_over is None
        await hold(seat, "1")
        given = sitting(seat).meeting.hand_over
        assert given is not None
        assert given.accepted


async def test_an_enter_that_opened_the_window_and_is_held_down_starts_nothing(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    home: Screen[None] = Screen()
    seat.app = Viddevakt(seat.words, lambda app: app.push_screen(home))
    async with seat.seated():
        assert seat.pilot is not None
        await seat.app.push_screen(seat.screen)
        await seat.pilot.press("enter", "enter", "enter")
        assert sitting(seat).state == "planned"
        await seat.press("enter")
        assert sitting(seat).state == "running"


async def test_undo_held_down_takes_one_act_back(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await seat.press("enter", "plus", "plus", "plus")
        await hold(seat, "u")
        assert kinds(seat) == ["start", "minute", "minute"]
        await hold(seat, "space")
        assert sitting(seat).state == "paused"


async def test_letters_stay_in_the_field(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        before = seat.case.revision
        await seat.press(*"nbopvaetrusxldmq1", "plus", "minus", "space", "question_mark")
        assert walks.values(seat)["title"] == "nbopvaetrusxldmq1+- ?"
        assert seat.case.revision == before


@pytest.mark.parametrize(
    ("key", "done"),
    [("f2", "next"), ("f3", "pause"), ("f4", "guard"), ("f8", "hide"), ("f9", "hide")],
)
async def test_a_function_key_works_while_somebody_types(
    tmp_path: Path, key: str, done: str
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "description")
        await seat.press("a")
        await seat.type("Leksehjelp")
        await seat.press(key)
        assert kinds(seat)[-1] == done
        assert walks.values(seat)["title"] == "Leksehjelp"
        assert seat.in_a_field


async def test_f9_pauses_and_hides_in_one_entry(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "description")
        before = seat.case.revision
        await seat.press("f9")
        assert sitting(seat).state == "paused"
        assert sitting(seat).hidden
        assert seat.case.revision == before + 1


@pytest.mark.parametrize("opened", ["m", "o", "question_mark"])
async def test_hiding_works_through_a_list_and_puts_it_away(tmp_path: Path, opened: str) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press(opened)
        assert walks.page(seat) is not seat.screen
        await seat.press("f8")
        assert sitting(seat).hidden
        assert walks.page(seat) is seat.screen


async def test_a_pause_and_a_sign_leave_the_list_open(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("m", "f4", "f3")
        assert kinds(seat)[-2:] == ["guard", "pause"]
        assert isinstance(walks.page(seat), MorePage)


async def test_hiding_in_another_window_puts_the_page_away_here(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        walks.agreed_but_not_read(seat)
        await seat.settle()
        await seat.press("enter")
        assert isinstance(walks.page(seat), ReadingPage)
        seat.do(Hide())
        await seat.settle()
        assert walks.page(seat) is seat.screen
        assert not sitting(seat).meeting.read_aloud


async def test_a_click_on_a_footer_key_is_that_key(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(120, 36):
        await click(seat, "proceed")
        assert sitting(seat).state == "running"
        await click(seat, "pause")
        assert sitting(seat).state == "paused"
        await click(seat, "pause")
        await click(seat, "guard")
        assert kinds(seat)[-2:] == ["resume", "guard"]
        await click(seat, "help")
        assert isinstance(walks.page(seat), MorePage)
        await seat.press("escape")
        assert walks.page(seat) is seat.screen


async def test_a_form_is_filled_by_mouse_alone_but_for_the_text(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(120, 36):
        await walks.arrive(seat, "clarifying")
        await click(seat, "activity-add")
        await seat.type("Leksehjelp")
        await click(seat, "field")
        await seat.type("Kontaktlærar")
        await click(seat, "submit")
        assert [a.title for a in seat.case.activities.values()] == ["Leksehjelp"]
        await click(seat, "leave")
        assert walks.panel(seat).form is None
