"""Text from people, whatever it looks like: shown literally, doing nothing (design §10)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.screens.choice import ChoicePage
from app.screens.choice_option import Option
from app.screens.reading import ReadingPage
from phases.commands.choosing import Accept, Choose, HandOverCommand, OfferAdd
from phases.commands.consents import ConsentAdd
from phases.commands.log import ActivityAdd, Park
from phases.commands.participants import ParticipantAdd
from phases.commands.welcome import Challenge
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import sitting

ZALGO = "Z̸̡͑a̷͚̿l̶̰̈g̵̙̈́ò̷͎"
EMOJI = "👩‍👧‍👦 familie 日本"
RTL = "אמא ואבא"
CHOSEN = ("PPT",)
LITERAL = ("[/]", "[@click=app.quit]x", "[red]Kari[/red]", "%s{0}", "$accent", RTL)
HOSTILE = (*LITERAL, ZALGO, EMOJI, "\\x1b[2J", "😀" * 20)


def hostile_case(seat: Seat, text: str) -> None:
    """This text as somebody's name, a service, an activity, an offer, a challenge, a topic."""
    seat.do(ParticipantAdd(label=f"{text} a", role="guardian"))
    seat.do(ParticipantAdd(label=f"{text} b", role="service", service=f"{text} c"))
    seat.do(ConsentAdd(by="Mor", covers=f"{text} c", given=seat.desk.today()))
    walks.go_to(seat, "clarifying")
    seat.do(ActivityAdd(title=text, owner=f"{text} a"))
    seat.do(Park(text))
    walks.go_to(seat, "status-quo")
    seat.do(Challenge(text))
    walks.go_to(seat, "offers")
    seat.do(OfferAdd(f"{text} c", f"{text} tilbod"))


@pytest.mark.parametrize(
    ("text", "size"),
    [*((text, (120, 36)) for text in HOSTILE), (LITERAL[1], (80, 24)), (EMOJI, (80, 24))],
)
async def test_hostile_text_is_drawn_everywhere_and_does_nothing(
    tmp_path: Path, text: str, size: tuple[int, int]
) -> None:
    seat = Seat(tmp_path)
    hostile_case(seat, text)
    async with seat.seated(*size):
        wall = seat.wall()
        if text in LITERAL:
            assert text in "".join(row.what for row in walks.lines(seat))
            assert text in wall
        await seat.press("o")
        assert any(text[:4] in label for label in walks.labels(seat))
        if text in LITERAL:
            assert text in seat.wall()
        await seat.press("escape", "v")
        await walks.arrive(seat, "decision")
        await seat.press("1", "escape", "e", "enter", "escape")
        assert seat.app.is_running
        assert seat.app.fault == ""
        assert "\x1b" not in seat.wall()


@pytest.mark.parametrize("text", ["[/]", "[@click=app.quit]x"])
async def test_the_turn_and_the_footer_name_somebody_literally(tmp_path: Path, text: str) -> None:
    seat = Seat(tmp_path)
    seat.do(ParticipantAdd(label=text, role="guardian"))
    async with seat.seated(120, 36):
        await walks.arrive(seat, "description")
        assert text in walks.line(seat, "turn")
        assert seat.wall().count(text) >= 2


async def test_the_page_to_read_aloud_is_literal(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(120, 36):
        walks.go_to(seat, "decision")
        seat.do(Choose(CHOSEN), HandOverCommand("PPT-rådgjevar"), Accept())
        seat.do(*(ActivityAdd(title=text, owner="PPT-rådgjevar") for text in LITERAL))
        await seat.settle()
        await seat.press("enter")
        top = walks.page(seat)
        assert isinstance(top, ReadingPage)
        for text in LITERAL:
            assert text in "".join(top._lines)
        await seat.press("enter")
        assert len(sitting(seat).meeting.read_aloud) == len(LITERAL) + len(CHOSEN)


async def test_a_typed_text_stands_literally_in_its_field_and_in_the_log(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(120, 36):
        await walks.arrive(seat, "clarifying")
        for text in LITERAL:
            await seat.press("a")
            await seat.type(text, then="tab")
            assert text in seat.wall()
            await seat.type("Mor", then="enter")
            assert text in seat.wall()


async def test_a_click_on_a_hostile_activity_opens_it_and_quits_nothing(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        walks.go_to(seat, "clarifying")
        seat.do(ActivityAdd(title="[@click=app.quit]x", owner="Mor"))
        await seat.settle()
        assert seat.pilot is not None
        await seat.pilot.click("#log", offset=(3, 2))
        await seat.settle()
        assert seat.app.is_running
        top = walks.page(seat)
        assert isinstance(top, ChoicePage) or top is seat.screen


async def test_control_characters_of_a_foreign_log_never_reach_the_screen(tmp_path: Path) -> None:
    """What another program wrote was not cleaned on its way in: the second lock holds."""
    evil = "\x1b]0;owned\x07\x9b31mOla\u202etxt"
    seat = Seat(tmp_path)
    async with seat.seated(120, 36):
        walks.go_to(seat, "description")
        case = seat.desk.log.case
        people = {
            key: person.with_(name=evil, call="") if person.role == "guardian" else person
            for key, person in case.participants.items()
        }
        seat.desk.log._case = replace(case, participants=people)
        seat.screen.paint(force=True)
        await seat.settle()
        await seat.press("o")
        seat.app.push_screen(ChoicePage(evil, [Option("x", evil, evil)], text=evil))
        await seat.settle()
        for char in "\x1b\x07\x9b\u202e":
            assert char not in seat.wall()
        assert "Ola" in seat.wall()
