"""Consent at the leader's keyboard: one given now, one taken back (SC-10)."""

from __future__ import annotations

from pathlib import Path

from phases.commands.consents import LeaveOut
from phases.commands.log import ActivityAdd
from phases.commands.participants import ParticipantEdit
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import pick, sitting


async def _more(seat: Seat, act: str) -> None:
    await seat.press("m")
    await seat.type(act)
    await seat.press("enter")


async def test_a_consent_to_a_service_is_taken_back_and_the_meeting_goes_on_without_it(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    walks.go_to(seat, "status-quo")
    seat.do(ActivityAdd(title="Rettleiing av PPT", owner="PPT-rådgjevar"))
    async with seat.seated():
        assert "Rettleiing av PPT" in seat.wall()
        await _more(seat, "consent-withdraw")
        await pick(seat, "Mor")
        await pick(seat, "PPT")
        await pick(seat, "Trekk tilbake")
        assert sitting(seat).state == "paused"
        assert walks.labels(seat) == ["Hald fram utan PPT", "Avslutt loggen"]
        await pick(seat, "Hald fram")
        assert sitting(seat).state == "running"
        assert "PPT" not in seat.wall()


async def test_a_consent_that_is_said_aloud_is_noted_with_the_meeting(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "welcome")
        await _more(seat, "consent-add")
        await pick(seat, "PPT")
        await pick(seat, "Far")
        newest = list(seat.case.consents.values())[-1]
        assert (newest.covers, newest.form) == ("PPT", "oral")
        assert newest.meeting == sitting(seat).meeting.id


async def test_the_log_closes_and_the_screen_says_to_go_on_without_it(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    walks.go_to(seat, "status-quo")
    seat.do(ActivityAdd(title="Leksehjelp tysdag", owner="Kontaktlærar"))
    async with seat.seated():
        await _more(seat, "consent-withdraw")
        await pick(seat, "Mor")
        await pick(seat, "Heile loggen")
        await pick(seat, "Trekk tilbake")
        assert sitting(seat).state == "broken-off"
        assert "utan loggen" in seat.wall()
        assert "Leksehjelp" not in seat.wall()
        await seat.press("a")
        await seat.type("Ny")
        await seat.press("enter")
        assert [a.title for a in seat.case.activities.values()] == ["Leksehjelp tysdag"]


async def test_who_joins_by_phone_is_told_by_a_word_where_people_are_chosen(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    seat.do(ParticipantEdit(who="Far", joins="phone"))
    seat.do(ParticipantEdit(who="Kontaktlærar", sits_in_for="Lærar B"))
    async with seat.seated(120, 36):
        await walks.arrive(seat, "welcome")
        await _more(seat, "writer")
        assert "vikar for Lærar B" in seat.wall()


async def test_that_somebody_was_left_out_is_what_undo_takes_back(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    walks.go_to(seat, "status-quo")
    seat.do(LeaveOut(who="PPT"))
    async with seat.seated():
        assert seat.case.find_participant("PPT-rådgjevar") is None
        await seat.press("u")
        assert seat.case.find_participant("PPT-rådgjevar") is not None
        assert "Teke tilbake" in seat.wall()
