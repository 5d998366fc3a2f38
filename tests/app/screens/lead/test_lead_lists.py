"""What is reached by a list, by `m`, or from the table: nothing is out of reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.screens.choice import ChoicePage, keys_of
from app.screens.choice_option import Option
from phases.commands.log import Park
from phases.commands.welcome import Challenge
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import kinds, phase, pick, sitting


async def test_who_is_on_time_is_told_so_over_the_ways_to_win_time(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("r")
        assert "De er i rute" in seat.wall()
        assert "forseinka" not in seat.wall()
        await seat.press("escape")
        await walks.wait(seat, 1500)
        await seat.press("r")
        assert "Korleis deler de den tida som er att?" in seat.wall()
        assert "De er i rute" not in seat.wall()
        assert "forseinka" not in seat.wall()


async def test_the_foot_of_a_list_says_what_each_key_does_just_now(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("o")
        assert "vel   Esc: tilbake" in seat.wall()
        assert "Enter: det som er merkt" not in seat.wall()
        await seat.press("down")
        assert "1, 2, 4, 5: vel   Enter: det som er merkt   Esc: tilbake" in seat.wall()
        await seat.press("escape")
        walks.go_over(seat)
        await seat.settle()
        await seat.press("enter")
        assert "1, 2: vel   Esc: ikkje enno" in seat.wall()
        await seat.press("escape")
        assert not sitting(seat).meeting.family_left


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
        await pick(seat, "Inga teneste")
        await pick(seat, "Andre")
        await seat.press("escape")
        await seat.press("1")
        await pick(seat, "Inga teneste")
        await seat.press("enter")
        await seat.type("vil tenkje", then="enter")
        await pick(seat, "Ingen tiltak")
        await seat.type("ventar på svar", then="enter")
        meeting = sitting(seat).meeting
        assert meeting.no_measure == "ventar på svar"
        assert [seat.case.label(i) for i in meeting.decided_by] == ["Kontaktlærar", "Mor", "Far"]


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
        await pick(seat, "skildring")
        assert [i.kind for i in seat.case.interventions.values()] == ["interpretation"]
        assert "skildring" not in seat.wall()


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
        walks.agreed_but_not_read(seat)
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


async def test_a_line_said_in_one_language_does_not_stand_on_in_the_next(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("plus", "u")
        assert walks.line(seat, "message").startswith("Teke tilbake")
        await seat.press("l")
        assert "Teke tilbake" not in seat.wall()


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


@pytest.mark.parametrize(
    ("able", "keys"),
    [
        ("++", "1, 2"),
        ("+++", "1–3"),
        ("--++", "3, 4"),
        ("+-+", "1, 3"),
        ("-", ""),
        ("+" * 10, "1–0"),
        ("+" * 11, "1–0, a"),
        ("+" * 13, "1–0, a–c"),
        ("-" * 10 + "+", "a"),
    ],
)
def test_only_keys_that_do_something_are_named(able: str, keys: str) -> None:
    assert keys_of([Option("x", "x", enabled=mark == "+") for mark in able]) == keys
