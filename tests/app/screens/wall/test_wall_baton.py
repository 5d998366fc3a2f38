"""Who carries the baton and when we meet again: on the leader's screen and the wall alike."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.wording.projected import next_words
from app.words import Words
from phases.commands import Command
from phases.commands.choosing import Accept, Choose, Decline, HandOverCommand
from phases.commands.closing import FamilyLeft, NextMeetingCommand
from phases.reading_times import kept_time
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.wall.hung import Hung

HAS_IT = "Stafettpinnen: Helsesjukepleiar"
ANSWERS = "Stafettpinnen: Helsesjukepleiar svarar innan 24. jan."


def asked(by: date | None = None) -> Command:
    return HandOverCommand("Helsesjukepleiar", by)


async def baton_on_both(seat: Seat, wall: Hung) -> str:
    """The line, which must be the same on both, and stand there at 80 by 24."""
    async with seat.seated():
        on_lead, lead_shows = walks.line(seat, "baton"), seat.wall()
    async with wall.up():
        assert wall.screen.shown.baton == on_lead
        wall_shows = wall.text()
    if on_lead:
        assert on_lead in lead_shows
        assert on_lead in wall_shows
    assert ("Stafettpinnen" in lead_shows, "Stafettpinnen" in wall_shows) == (bool(on_lead),) * 2
    return on_lead


@pytest.mark.parametrize(
    ("done", "told"),
    [
        ((), ""),
        ((asked(),), ""),
        ((asked(), Decline()), ""),
        ((asked(date(2027, 1, 24)),), ANSWERS),
        ((asked(date(2027, 1, 24)), Accept()), HAS_IT),
        ((asked(), Accept()), HAS_IT),
    ],
)
async def test_it_is_told_from_when_it_is_taken_or_the_day_of_the_answer_is_agreed(
    tmp_path: Path, done: tuple[Command, ...], told: str
) -> None:
    seat = Seat(tmp_path)
    walks.go_to(seat, "decision")
    seat.do(Choose(("PPT",)))
    for command in done:
        seat.do(command)
    assert await baton_on_both(seat, Hung(seat)) == told


async def test_it_stands_in_the_closing_and_after_the_end_until_the_family_has_left(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    walks.go_to(seat, "closing")
    wall = Hung(seat)
    async with seat.seated(), wall.up():
        assert HAS_IT in seat.wall()
        assert HAS_IT in wall.text()
        walks.go_over(seat)
        await wall.do(NextMeetingCommand(date(2027, 3, 2), "13:00"))
        await seat.settle()
        for shown in (seat.wall(), wall.text()):
            assert "Takk for i dag" in shown
            assert HAS_IT in shown
            assert "Neste møte: tysdag 2. mars kl. 13" in shown
        await wall.do(FamilyLeft())
        assert HAS_IT not in wall.text()


@pytest.mark.parametrize(
    ("language", "at", "told"),
    [
        ("nn", "13:00", "Neste møte: måndag 14. desember kl. 13"),
        ("nb", "13:30", "Neste møte: mandag 14. desember kl. 13.30"),
        ("en", "13:00", "Next meeting: Monday 14 December at 13:00"),
        ("nn", "", "Neste møte: måndag 14. desember"),
        ("nn", "tretten", "Neste møte: måndag 14. desember"),
        ("nn", "kl 13", "Neste møte: måndag 14. desember kl. 13"),
    ],
)
def test_the_next_meeting_is_told_with_its_time_of_day(language: str, at: str, told: str) -> None:
    day, today = date(2026, 12, 14), date(2026, 11, 22)
    assert next_words(day, kept_time(at), today, Words(language)) == told


def test_a_year_that_is_not_plain_is_told() -> None:
    told = next_words(date(2028, 1, 3), None, date(2026, 11, 22), Words("nn"))
    assert told == "Neste møte: måndag 3. januar 2028"
