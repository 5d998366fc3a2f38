"""What is proposed of a new meeting, in words: nothing that would be saved is left unsaid."""

from __future__ import annotations

from datetime import date, timedelta

from app.proposing import WHO, Proposing
from app.words import Words
from phases.commands.clock import BreakOff, Start
from phases.commands.closing import NextMeetingCommand
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.commands.planning import MeetingPlan
from phases.commands.welcome import Writer
from tests.phases.room import Room, id_of, set_up


def proposing(room: Room, language: str = "nn") -> Proposing:
    return Proposing(room.case, room.context(), Words(language))


def after(room: Room) -> Room:
    """The same room once its meeting is over."""
    room.do(Start())
    room.do(BreakOff())
    return room


def test_minutes_that_somebody_chose_are_told_beside_the_structure_they_are_of() -> None:
    room = set_up()
    room.do(MeetingPlan(structure="bti-basic", minutes=(5, 30, 10, 5)))
    told = proposing(after(room))
    assert told.fits("bti-basic").endswith("som sist: 50 minutt")
    assert "minutt" not in told.fits("bti-followup")


def test_minutes_with_an_interpreter_are_told() -> None:
    room = set_up()
    room.do(ParticipantAdd(label="Tolk", role="interpreter"), MeetingPlan(interpreter=True))
    assert "med tolk" in proposing(after(room)).fits("bti-basic")


def test_whoever_would_write_is_told_with_the_other_tasks() -> None:
    room = set_up()
    room.do(ParticipantEdit(who="Kontaktlærar", duties=()))
    room.do(Start())
    room.do(Writer(who="Rektor"), BreakOff())
    (who,) = [p for p in proposing(room).people if p.key == id_of(room, "Rektor")]
    assert who.said(Words("nn")) == "Rektor (leier, oppsummerer, skriv)"


def test_why_this_day_and_by_when_at_the_latest() -> None:
    room = set_up()
    room.do(MeetingPlan(structure="bti-followup"))
    room.do(Start())
    room.do(NextMeetingCommand(on=date(2027, 2, 23)), BreakOff())
    day = proposing(room).lines()[0]
    assert day.value == "tysdag 23. februar 2027"
    assert day.why == "avtalt på førre møte, seinast tysdag 2. mars"
    room.clock.utc += timedelta(days=90)
    day = proposing(room).lines()[0]
    assert day.value == ""
    assert day.why == "Siste dagen var tysdag 2. mars 2027: Avtal ein ny"


def test_who_was_away_last_time_is_named() -> None:
    room = set_up()
    room.do(ParticipantEdit(who="Far", absent=True))
    line = proposing(after(room)).lines()[WHO]
    assert "Far" not in line.value
    assert line.why == "ikkje med sist: Far"
