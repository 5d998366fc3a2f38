"""The keys of the lead screen as they are pressed, held, typed and clicked."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.screens.choice import ChoicePage
from app.screens.lead.pages import ELSEWHERE
from app.screens.more import MorePage
from app.screens.reading import ReadingPage
from app.widgets.key_footer import KeyFooter, place_keys
from phases.commands import COMMANDS
from phases.commands.agree import Accept, Challenge, Choose, HandOverCommand
from phases.commands.clock import Hide
from phases.commands.log import ActivityAdd, Park
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import kinds, phase, pick, sitting

SET_UP = {command.name for command in COMMANDS if command.__module__.endswith("prepare")}
"""What is done before a meeting, on another screen."""

REACHED = {
    "start", "answered", "pass", "arrive", "leave", "offer-edit", "activity-end",
    "activity-evaluate", "reason", "family-left", "resume", "show", "close",
}  # fmt: skip
"""Done by Enter or a list: each of them in a test below."""


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


def test_all_that_is_done_elsewhere_is_set_up_or_evaluation_or_reached_here() -> None:
    assert SET_UP | {"evaluate", "away"} >= ELSEWHERE - REACHED


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
        _agreed_but_not_read(seat)
        await seat.settle()
        await hold(seat, "enter")
        assert isinstance(walks.page(seat), ReadingPage)
        assert not sitting(seat).meeting.read_aloud
        await seat.press("enter")
        assert sitting(seat).meeting.read_aloud


def _agreed_but_not_read(seat: Seat) -> None:
    walks.go_to(seat, "decision")
    seat.do(Choose(("PPT",)), HandOverCommand("PPT-rådgjevar"), Accept())
    seat.do(ActivityAdd(title="Rettleiing", owner="PPT-rådgjevar"))


async def test_a_held_digit_answers_one_list_and_not_the_next(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "decision")
        await hold(seat, "1")
        assert sitting(seat).meeting.choice is None
        await hold(seat, "1")
        assert sitting(seat).meeting.choice is not None
        assert sitting(seat).meeting.hand_over is None
        await hold(seat, "1")
        given = sitting(seat).meeting.hand_over
        assert given is not None
        assert given.accepted


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
        _agreed_but_not_read(seat)
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
        await click(seat, "activity-add")
        await click(seat, "leave")
        assert walks.panel(seat).form is None


async def test_help_and_more_name_every_key(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(120, 36):
        await walks.arrive(seat, "clarifying")
        await seat.press("question_mark")
        assert "n F2" in seat.wall()
        await seat.press("escape", "m")
        await seat.type("parker")
        await seat.press("escape")
        assert walks.page(seat) is seat.screen


async def test_more_finds_an_act_by_a_word_and_does_it(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("m")
        await seat.type("avbryt")
        await seat.press("enter")
        await pick(seat, "Avbryt")
        assert sitting(seat).state == "broken-off"


async def test_somebody_passes_leaves_and_comes_back_by_the_list(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("o")
        await pick(seat, "Står over")
        assert kinds(seat)[-1] == "pass"
        await seat.press("o")
        await pick(seat, "Nokon må gå")
        await pick(seat, "PPT")
        assert kinds(seat)[-1] == "leave"
        await seat.press("o")
        await pick(seat, "Nokon kjem")
        await pick(seat, "PPT")
        assert kinds(seat)[-1] == "arrive"


async def test_o_gives_the_floor_to_somebody_who_waits(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "offers")
        await seat.press("o")
        await pick(seat, "PPT")
        assert walks.line(seat, "turn").startswith("No: PPT")


async def test_a_line_of_the_log_is_changed_evaluated_and_ended_from_the_table(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        walks.go_to(seat, "clarifying")
        seat.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
        await seat.settle()
        await seat.press("e", "enter")
        await pick(seat, "Held fram")
        await seat.press("2")
        await seat.type("går fint", then="enter")
        found = next(iter(seat.case.activities.values()))
        assert (found.effect, found.comment, found.status) == ("partly", "går fint", "active")
        await seat.press("e", "enter", "3", "1")
        await seat.type("ferdig", then="enter")
        found = next(iter(seat.case.activities.values()))
        assert (found.effect, found.comment, found.status) == ("wanted", "ferdig", "ended")


async def test_an_offer_is_changed_or_becomes_an_activity_from_the_table(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "decision")
        first = next(iter(seat.case.offers.values()))
        await seat.press("e", "home", "enter")
        await pick(seat, "Endre")
        await seat.type(" og råd", then="enter")
        assert seat.case.offers[first.id].text == f"{first.text} og råd"
        await seat.press("e", "home", "enter")
        await pick(seat, "Gjer det til")
        assert walks.values(seat)["owner"] == "Helsesjukepleiar"
        await seat.press("enter")
        made = next(iter(seat.case.activities.values()))
        assert (made.title, made.offer) == (f"{first.text} og råd", first.id)


async def test_with_nothing_chosen_the_leader_may_say_why_there_is_no_measure(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "decision")
        await seat.press("1")
        await pick(seat, "Ingen teneste")
        await seat.type("vil tenkje", then="enter")
        await pick(seat, "Ingen tiltak")
        await seat.type("ventar på svar", then="enter")
        assert sitting(seat).meeting.no_measure == "ventar på svar"


async def test_a_parked_topic_is_settled_from_more(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        walks.go_to(seat, "closing")
        seat.do(Park("Skuleskyss"))
        await seat.settle()
        await seat.press("m")
        await seat.type("parked-handle")
        await seat.press("enter")
        await pick(seat, "Skuleskyss")
        await seat.press("1")
        assert [p.handled for p in seat.case.parked.values()] == ["next-meeting"]
        await seat.press("m")
        await seat.type("parked-handle")
        await seat.press("enter")
        assert walks.labels(seat) == []


async def test_the_kind_of_a_sign_is_said_afterwards_and_never_shown(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("v", "m")
        await seat.type("guard-kind")
        await seat.press("enter")
        await pick(seat, "Tid")
        assert [i.kind for i in seat.case.interventions.values()] == ["time"]
        assert "Tid " not in seat.wall()


async def test_a_remark_is_read_and_answered_by_d(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        walks.go_to(seat, "description")
        await seat.settle()
        await seat.press("o")
        await pick(seat, "Kontaktlærar")
        assert walks.line(seat, "message") == "d: 1 merknad"
        await seat.press("d", "1")
        assert kinds(seat)[-1] == "reason"


async def test_a_reason_lets_a_rule_pass_by_one_key_or_by_a_typed_one(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        _agreed_but_not_read(seat)
        await seat.settle()
        await seat.press("n")
        assert isinstance(walks.page(seat), ChoicePage)
        await seat.press("escape", "n")
        await pick(seat, "Ein annan grunn")
        await seat.type("lese heime", then="enter")
        assert phase(seat) == "closing"
        assert sitting(seat).events[-1].reason == "lese heime"


async def test_undo_takes_back_the_newest_act_and_not_the_language(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "status-quo")
        seat.do(Challenge("Kome i gang"))
        await seat.press("l", "u")
        assert sitting(seat).meeting.challenge == ""
        assert seat.screen.words.language == "nb"


async def test_more_and_less_time_by_plus_and_minus(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("plus")
        assert seat.screen.shown.clock.figures == "11:00"
        await seat.press("minus", "minus")
        assert seat.screen.shown.clock.figures == "09:00"


async def test_q_leaves_and_the_meeting_goes_on_in_the_log(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("q")
        assert walks.page(seat) is not seat.screen
        assert sitting(seat).state == "running"
