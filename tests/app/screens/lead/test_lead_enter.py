"""Enter or a clicker alone: it runs every round, and never fills in what must be agreed."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.screens.choice import ChoicePage
from app.screens.reading import ReadingPage
from phases.commands.participants import ParticipantAdd
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import kinds, phase, sitting

TYPED = {
    "challenge": {"text": "Kome godt i gang om morgonen"},
    "offer-add": {"text": "Fire samtalar"},
    "activity-add": {"title": "Fire samtalar", "owner": "Mor"},
    "next-meeting": {"on": "2.3."},
    "inform-child": {"who": "Mor"},
}
"""What is typed in each form: only what must be agreed."""

DATES = {"due", "on", "at", "by", "when"}


async def fill_in(seat: Seat) -> None:
    """Type what isn't there yet, as people say it, and press Enter."""
    form = walks.panel(seat).form
    assert form is not None
    for name, text in walks.values(seat).items():
        if name in DATES:
            assert not text, f"{name} was filled in"
    assert seat.pilot is not None
    for at, (name, text) in enumerate(TYPED[form.name].items()):
        if at:
            await seat.pilot.press("tab")
        if not walks.values(seat)[name]:
            await seat.type(text)
    await seat.press("enter")


async def lead(seat: Seat, key: str) -> list[str]:
    """The whole meeting; gives the names of the lists that a digit had to answer."""
    asked: list[str] = []
    for _ in range(80):
        if sitting(seat).over:
            return asked
        await seat.press(key)
        if isinstance(walks.page(seat), ChoicePage):
            before = seat.case.revision
            await seat.press(key, "enter", "pagedown")
            assert seat.case.revision == before, "Enter answered a list"
            asked.append(phase(seat))
            await seat.press("1")
            if "Kven var med på valet?" in seat.wall():
                await seat.press("enter")  # what was chosen is chosen; this is who was there
        while walks.panel(seat).form is not None:
            await fill_in(seat)
    raise AssertionError("the meeting didn't end")


@pytest.mark.parametrize("key", ["enter", "pagedown"])
async def test_a_whole_meeting_is_led_by_a_clicker_and_what_must_be_agreed(
    tmp_path: Path, key: str
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        asked = await lead(seat, key)
    assert set(asked) == {"decision"}
    meeting = sitting(seat).meeting
    assert sitting(seat).state == "closed"
    assert meeting.choice is not None
    assert meeting.hand_over is not None
    assert meeting.hand_over.accepted
    assert meeting.read_aloud
    assert meeting.next_meeting is not None
    assert meeting.staff_stay
    assert len(seat.case.offers) == 2
    assert kinds(seat).count("next") == 6


@pytest.mark.parametrize(("answer", "minutes"), [("1", 58), ("2", 45)])
async def test_before_the_start_more_time_is_offered_where_somebody_interprets(
    tmp_path: Path, answer: str, minutes: int
) -> None:
    seat = Seat(tmp_path)
    seat.do(ParticipantAdd(label="Tolk", role="interpreter"))
    async with seat.seated():
        await seat.press("enter")
        assert sitting(seat).state == "planned"
        await seat.press(answer)
        assert sitting(seat).state == "running"
        assert sum(p.planned_s for p in sitting(seat).agenda.phases) == minutes * 60


async def test_every_turn_of_the_rounds_is_run_by_enter(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        turns = []
        for _ in range(4):
            turns.append(walks.line(seat, "turn").partition("\n")[0].partition(" · ")[0])
            await seat.press("pagedown")
        assert turns == [
            "No: Skulehelsetenesta spør",
            "No: Mor, Far og Kontaktlærar svarar",
            "No: PPT spør",
            "No: Mor, Far og Kontaktlærar svarar",
        ]
        await seat.press("pagedown")
        assert phase(seat) == "status-quo"


async def test_enter_on_an_empty_date_agrees_on_nothing(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "closing")
        while walks.panel(seat).form is None:
            await seat.press("enter")
        assert walks.panel(seat).form is not None
        before = seat.case.revision
        await seat.press("enter", "enter", "enter")
        assert sitting(seat).meeting.next_meeting is None
        assert seat.case.revision == before
        assert walks.hint(seat).startswith("!")


async def test_enter_on_an_empty_offer_asks_whether_there_is_none(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "offers")
        await seat.press("enter", "enter")
        assert not seat.case.offers
        assert isinstance(walks.page(seat), ChoicePage)
        await seat.press("enter", "pagedown")
        assert walks.line(seat, "turn").startswith("No: Skulehelsetenesta")
        await seat.press("1")
        assert walks.line(seat, "turn").startswith("No: PPT")
        assert not seat.case.offers


async def test_an_offer_with_a_view_and_no_text_says_what_is_missing(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "offers")
        await seat.press("enter", "tab")
        await seat.type("Ser det slik", then="enter")
        assert not seat.case.offers
        assert walks.hint(seat).startswith("! ")
        assert "Kan hjelpe med" in walks.hint(seat)


async def test_a_clicker_in_a_field_keeps_what_is_typed(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "description")
        await seat.press("a")
        await seat.type("Leksehjelp")
        await seat.press("pagedown")
        assert kinds(seat)[-1] == "answered"
        assert walks.values(seat)["title"] == "Leksehjelp"


async def test_enter_means_nothing_while_the_screen_is_hidden(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("s")
        before = seat.case.revision
        await seat.press("enter", "pagedown", "1")
        assert seat.case.revision == before
        assert walks.page(seat) is seat.screen
        await seat.press("s", "enter")
        assert kinds(seat)[-2:] == ["show", "answered"]


async def test_the_reading_page_needs_no_key_but_enter_or_a_clicker(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "decision")
        while not seat.case.agreed_in(sitting(seat).meeting.id):
            walks.step(seat)
        await seat.settle()
        await seat.press("pagedown")
        assert isinstance(walks.page(seat), ReadingPage)
        await seat.press("escape")
        assert not sitting(seat).meeting.read_aloud
        await seat.press("pagedown", "pagedown")
        assert len(sitting(seat).meeting.read_aloud) == 3


async def test_after_the_meeting_enter_asks_whether_the_family_has_left(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        walks.go_over(seat)
        await seat.settle()
        await seat.press("enter", "enter")
        assert isinstance(walks.page(seat), ChoicePage)
        assert not sitting(seat).meeting.family_left
        await seat.press("2", "enter", "1")
        assert sitting(seat).meeting.family_left


async def test_enter_goes_on_after_a_pause(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("space", "enter")
        assert sitting(seat).state == "running"


async def test_before_the_start_each_part_gets_the_minutes_of_this_once(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await seat.press("r")
        await seat.type(", 4", then="enter")
        assert walks.hint(seat).startswith("!")
        await seat.press("ctrl+u")
        await seat.type("6, 7, 13, 6, 13, 7, 6", then="enter")
        minutes = [phase.planned_s / 60 for phase in sitting(seat).agenda.phases]
        assert minutes == [6, 7, 13, 6, 13, 7, 6]
        assert sitting(seat).state == "planned"


async def test_a_meeting_begun_on_another_day_than_planned_says_so_at_once(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    seat.clock.tick(86400)
    async with seat.seated():
        await seat.press("enter")
        assert sitting(seat).underway
        assert "Planen gjaldt ein annan dag." in seat.wall()
        assert "u: angre" in seat.wall()
        await seat.press("u")
        assert sitting(seat).state == "planned"


async def test_the_time_of_the_next_meeting_is_read_as_people_write_it(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "closing")
        seat.screen.open_item("next-meeting")
        await seat.settle()
        await seat.type("2. mars", then="tab")
        await seat.type("tretten", then="enter")
        assert sitting(seat).meeting.next_meeting is None
        assert "tretten" in seat.wall()
        await seat.press("ctrl+u")
        await seat.type("kl. 13", then="enter")
        again = sitting(seat).meeting.next_meeting
        assert again is not None
        assert again.at == "13:00"
