"""The leader's screen as plain values, without a screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.phase_words import asked_words
from app.screens.lead.still_open import still_open
from app.screens.lead.view import LeadView, lead_view, room_for, steady_view
from app.screens.wall.view import wall_words
from app.words import Words
from data.structures import shipped
from data.wall import wall_view
from phases.commands.clock import Next, Start
from phases.commands.closing import NextMeetingCommand
from phases.commands.log import ActivityAdd
from phases.commands.planning import MeetingPlan
from phases.commands.talk import Answered
from phases.floor import floor
from phases.structures import Structure
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.phases.room import OSLO
from tests.phases.shapes import begun, phase, structure


def heads(seat: Seat, shape: Structure, language: str) -> set[str]:
    """What stands at the top of the leader's screen and of the wall."""
    words, structures = Words(language), {shape.id: shape}
    desk = seat.desk._replace(structures=structures)
    view = wall_view(seat.case, structures, seat.clock.stamp())
    said = wall_words(view, structures, OSLO, words)
    return {steady_view(seat.case, desk, words).view.head, said.head}


def test_lead_and_wall_say_calmly_in_which_language_a_text_stands_in(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    mine = structure(phase("welcome"), id="bti-individual")
    assert heads(seat, mine, "nn") == {"BTI-møte"}
    assert heads(seat, mine, "nb") == {"BTI-møte · nynorsk tekst"}
    assert heads(seat, shipped()["bti-individual"], "nb") == {"BTI-møte"}


def shown(seat: Seat) -> LeadView:
    """The whole screen now."""
    steady = steady_view(seat.case, seat.desk, seat.words)
    return lead_view(steady, seat.case, seat.clock.stamp(), seat.desk, seat.words)


def test_the_question_for_the_teacher_stands_while_the_teacher_speaks(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    walks.go_to(seat, "description")
    assert len(shown(seat).say) == 2
    seat.do(Answered())
    seat.clock.tick(150)
    view = shown(seat)
    assert view.turn == "No: Kontaktlærar fortel"
    assert view.say == (
        "Så fortel kontaktlæraren: Kva er prøvd så langt, og kva kom det ut av det?",
    )
    assert "say" in room_for(view, tall=False, short=False, typing=False)
    seat.do(Answered())
    assert "say" not in room_for(shown(seat), tall=False, short=False, typing=False)
    walks.go_to(seat, "decision")
    assert shown(seat).say[0].startswith("Først seier kontaktlæraren litt.")
    seat.do(Answered())
    assert shown(seat).say == ("No vel de: Kven skal hjelpe først, eller vil de vente?",)


def test_what_may_be_left_stands_last_and_is_told_apart(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    walks.come_to(seat, "bti-followup", "new-activities")
    told = shown(seat).to_settle
    assert told.startswith("Att i denne delen: 1 ")
    assert "· om de vil: 5 kven vi spør om å vere med" in told


def test_at_the_end_it_says_who_calls_whom_where_no_day_was_agreed(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    walks.go_over(seat)
    seat.do(NextMeetingCommand(caller="Rektor", called="Mor", by=date(2027, 3, 19)))
    assert shown(seat).remember == "Avtalar seinare: Rektor ringjer Mor innan 19.03.2027"


def test_a_measure_is_named_with_what_is_still_to_be_said_of_it(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    seat.do(MeetingPlan(structure="meeting-2"))
    seat.do(Start())
    while walks.sitting(seat).line.phase != "measures-to-try":
        seat.do(Next())
    seat.do(ActivityAdd(title="Lesing", owner="Mor", content="Høgt", extent="Kvar dag"))
    seat.do(ActivityAdd(title="Tidleg i seng", owner="Mor"))
    told = shown(seat).to_settle
    assert "2 Lesing: organisering, periode og 1 til" in told


def test_where_nothing_has_to_be_settled_that_is_said() -> None:
    point = {"id": "more", "text": {"nn": "om nokon vil"}, "needed": False}
    room = begun(phase("welcome", points=[point]))
    shape = room.structures[room.sitting.agenda.structure]
    asked, here = asked_words(shape, "welcome", "school", Words("nn")), room.sitting
    told = still_open(room.case, here, floor(room.case, here), asked, Words("nn"))
    assert told == "Om de vil, i denne delen: 1 om nokon vil"
