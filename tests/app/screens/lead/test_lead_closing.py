"""The end of a meeting at the keyboard: how it goes on, by when, and how it was for you."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.wording.next_day import latest_words, reminder_words
from phases.commands.clock import BreakOff, Next, Start
from phases.commands.planning import MeetingPlan
from phases.records import Feedback, Outcome
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import pick, sitting


def _begun(folder: Path, structure: str) -> Seat:
    seat = Seat(folder)
    seat.do(MeetingPlan(structure=structure), Start())
    return seat


async def _more(seat: Seat, act: str) -> None:
    await seat.press("m")
    await seat.type(act)
    await seat.press("enter")


def _outcome(seat: Seat) -> Outcome:
    found = sitting(seat).meeting.outcome
    assert found is not None
    return found


async def test_how_it_goes_on_is_one_key_and_referring_asks_to_whom_and_who(
    tmp_path: Path,
) -> None:
    seat = _begun(tmp_path, "meeting-3")
    async with seat.seated():
        await _more(seat, "outcome")
        assert walks.labels(seat) == [
            "Vi held fram med det som hjelper",
            "Vi er der vi ville vere",
            "Nokon andre tek det vidare",
            "Begge: hald fram, og nokon andre tek det vidare",
        ]
        await pick(seat, "Nokon andre")
        await seat.type("BUP")
        await seat.press("tab")
        await seat.type("Rektor", then="enter")
        assert _outcome(seat).to == "BUP"
        assert seat.case.label(_outcome(seat).responsible) == "Rektor"
        await _more(seat, "outcome")
        await pick(seat, "Vi er der")
        assert _outcome(seat).kinds == ("closed",)


async def test_the_next_date_is_asked_for_with_its_latest_day(tmp_path: Path) -> None:
    seat = _begun(tmp_path, "bti-followup")
    async with seat.seated():
        await _more(seat, "next-meeting")
        assert "Seinast tysdag 2. mars" in seat.wall()
        await seat.type("10.3.2027", then="enter")
        assert sitting(seat).meeting.next_meeting is not None
        assert sitting(seat).events[-1].rules == ("R-E1",)
        # Said at once: behind a key it would be gone with the next line saved.
        assert "Det er seint: seinast tysdag 2. mars" in seat.wall()
        await seat.press("escape")
        await _more(seat, "next-meeting")
        await seat.type("2.3.2027", then="enter")
        assert "påminning seinast tysdag 23. februar" in seat.wall()


async def test_half_a_year_is_planned_by_one_key_or_not_at_all(tmp_path: Path) -> None:
    seat = _begun(tmp_path, "bti-followup")
    async with seat.seated():
        await _more(seat, "half-year-plan")
        assert "02.03.2027, 13.04.2027, 25.05.2027, 06.07.2027" in seat.wall()
        await pick(seat, "Desse dagane")
        plan = sitting(seat).meeting.half_year
        assert plan is not None
        assert len(plan.dates) == 4
        await _more(seat, "half-year-plan")
        await pick(seat, "Eitt møte")
        plan = sitting(seat).meeting.half_year
        assert plan is not None
        assert plan.dates == ()


async def test_a_guardian_says_how_it_was_in_a_few_words_and_the_other_neednt(
    tmp_path: Path,
) -> None:
    seat = _begun(tmp_path, "bti-basic")
    seat.do(BreakOff())
    async with seat.seated():
        await _more(seat, "feedback")
        await pick(seat, "Mor")
        await pick(seat, "Delvis")
        await seat.type("Kortare møte", then="enter")
        await _more(seat, "feedback")
        await pick(seat, "Far")
        await pick(seat, "Vil helst ikkje")
        said = {seat.case.label(f.by): (f.heard, f.differently) for f in _answers(seat)}
        assert said == {"Mor": ("partly", "Kortare møte"), "Far": ("declined", "")}


async def test_who_gets_the_log_and_the_minutes_are_lists_of_a_key_each(tmp_path: Path) -> None:
    seat = _begun(tmp_path, "meeting-3")
    async with seat.seated():
        await _more(seat, "distribution")
        await pick(seat, "Delar")
        shared = sitting(seat).meeting.distribution
        assert shared is not None
        assert shared.how == "parts"
        await _more(seat, "minutes")
        await pick(seat, "Gjennomlese")
        await _more(seat, "minutes")
        assert "Lagra: Referatet i samspill" in walks.labels(seat)
        await pick(seat, "Lagra: Referatet")
        await _more(seat, "sign")
        await pick(seat, "Mor")
        await _more(seat, "inform-others")
        await seat.type("SFO", then="enter")
        [minutes] = seat.case.minutes.values()
        assert (minutes.status, minutes.filed) == ("read-through", ("samspill",))
        meeting = sitting(seat).meeting
        assert [seat.case.label(s.who) for s in meeting.signed] == ["Mor"]
        assert meeting.informed_others == ("SFO",)


async def test_closing_without_saying_how_it_goes_on_opens_that_list(tmp_path: Path) -> None:
    seat = _begun(tmp_path, "meeting-3")
    async with seat.seated():
        assert await _refused_close(seat) == "Vi held fram med det som hjelper"


def test_the_latest_days_are_told_in_words(tmp_path: Path) -> None:
    seat = _begun(tmp_path, "meeting-1")
    ctx = seat.desk.log.context()
    assert latest_words(seat.case, ctx, seat.words) == "seinast fredag 19. februar"
    told = reminder_words(date(2027, 3, 2), ctx, seat.words)
    assert told == "påminning seinast tysdag 23. februar"
    assert reminder_words(date(2027, 1, 20), ctx, seat.words) == ""


def _answers(seat: Seat) -> list[Feedback]:
    return list(seat.case.feedback.values())


async def _refused_close(seat: Seat) -> str:
    """The first line of the list that opens when the last part is left too early."""
    while sitting(seat).to_come:
        seat.do(Next())
    await seat.settle()
    await seat.press("n")
    return walks.labels(seat)[0]
