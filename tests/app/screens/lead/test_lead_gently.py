"""What is left, parked or awaited: recalled in time, and in nobody's way."""

from __future__ import annotations

from pathlib import Path

from app.widgets.log_table import LogTable
from phases.commands.clock import Close
from phases.commands.log import ActivityAdd, Park
from phases.proposal import proposal
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import kinds, pick, sitting


async def test_a_parked_topic_is_recalled_before_the_meeting_is_closed(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        walks.go_to(seat, "closing")
        seat.do(Park("SFO på fredagar"))
        while (found := proposal(seat.case)) and not isinstance(found.command, Close):
            walks.step(seat)
        await seat.settle()
        await seat.press("enter")
        assert walks.labels(seat) == ["Avslutt møtet", "SFO på fredagar"]
        await pick(seat, "SFO på fredagar")
        await pick(seat, "på neste møte")
        assert not sitting(seat).over
        await seat.press("enter")
        assert sitting(seat).state == "closed"


async def test_e_stays_on_the_marked_line_and_opens_it(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        walks.go_to(seat, "clarifying")
        for title in ("Leksehjelp", "Lesegruppe"):
            seat.do(ActivityAdd(title=title, owner="Kontaktlærar"))
        await seat.settle()
        await seat.press("e")
        assert "Enter: opne den merkte linja" in seat.wall()
        await seat.press("down", "e")
        assert seat.screen.query_one(LogTable).current_id == walks.lines(seat)[1].id
        assert "Korleis har det gått?" in walks.labels(seat)
        await seat.press("escape")
        assert "opne den merkte linja" not in seat.wall()


async def test_somebody_who_comes_later_is_noted_and_is_here_by_one_key(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await seat.press("o")
        await pick(seat, "Nokon kjem seinare")
        await pick(seat, "PPT")
        assert sitting(seat).meeting.later
        await seat.press("enter")
        await seat.press("o")
        await pick(seat, "PPT")
        assert kinds(seat)[-1] == "arrive"
