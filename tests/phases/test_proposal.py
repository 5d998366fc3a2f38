"""What Enter does: the whole of SC-01 by it alone, and nothing that people must say (design §8)."""

from __future__ import annotations

from datetime import date
from typing import Final

from phases.commands.choosing import Choose, HandOverCommand, OfferAdd
from phases.commands.clock import Close, Next, Pause, Resume, Start
from phases.commands.closing import StaffStay
from phases.commands.filling import Tick
from phases.commands.log_goals import GoalAdd
from phases.commands.participants import ParticipantEdit
from phases.commands.planning import MeetingCancel
from phases.commands.talk import Answered, Leave
from phases.commands.welcome import ConsentTold, Introductions
from phases.fold import fold
from phases.proposal import Proposal, proposal
from phases.records import Agenda
from tests.phases.room import Room, set_up, started
from tests.phases.rooms import follow_up
from tests.phases.walk import MEASURES, PHASES, closed, go_to, in_phase, step

BY_ENTER: Final = (
    *(Start, Next, Close, Resume),
    *(Answered, Introductions, ConsentTold, StaffStay, Tick),
)
"""All that Enter ever does by itself: the clock, the round, and what only has to be said."""


def proposed(room: Room) -> Proposal:
    found = proposal(room.case)
    assert found is not None
    return found


def told(found: Proposal) -> str:
    """A proposal in a word."""
    if found.command is not None:
        return found.command.name
    if found.item is not None:
        return f"{found.item}:{found.service}" if found.service else f"{found.item}?"
    return "family-left?" if found.ask_family_left else "evaluate?"


def test_the_whole_of_sc_01_is_led_by_what_is_proposed() -> None:
    room = set_up()
    walked: list[str] = []
    while told(proposed(room)) != "evaluate?":
        walked.append(told(proposed(room)))
        step(room)
    assert walked == [
        *("start", "consent-told", "next"),
        *("answered", "answered", "next"),
        *("answered", "answered", "answered", "answered", "next"),
        *("answered", "answered", "challenge?", "next"),
        *("offers:skulehelseteneste", "offers:PPT", "next"),
        *("answered", "choice?", "relay-holder?", "measures?", "read-aloud?", "next"),
        *("answered", "next-meeting?", "inform-child?", "staff-stay", "close"),
        "family-left?",
    ]
    assert len(walked) <= 35
    sitting, case = room.sitting, room.case
    assert sitting.state == "closed"
    assert [run.phase for run in sitting.line.runs] == list(PHASES)
    assert sitting.meeting.introductions == "skipped"
    assert sitting.meeting.next_meeting is not None
    assert sitting.meeting.next_meeting.on == date(2027, 3, 2)
    assert case.label(case.facts.relay_holder) == "Helsesjukepleiar"
    assert [a.arena for a in case.agreed_in(sitting.meeting.id)] == ["services", "home", "school"]
    assert not case.interventions


def test_enter_never_fills_in_a_decision_an_acceptance_or_a_date() -> None:
    for services in (0, 1, 2):
        for child in (False, True):
            room = set_up(services=services, child=child)
            room.do(ParticipantEdit(who="Far", new=True))
            while not room.sitting.over:
                command = proposed(room).command
                assert command is None or isinstance(command, BY_ENTER)
                _step(room)


def _step(room: Room) -> None:
    """A step of the walk; without services nothing is there to choose from."""
    found = proposed(room)
    if found.item == "choice" and not room.case.offers:
        room.do(Choose(none_now=True, why="tenkjetid"))
        return
    if found.item == "relay-holder":
        room.do(HandOverCommand(to="Kontaktlærar", answer_by=date(2027, 2, 1)))
        return
    if found.item == "measures":
        room.do(*[m for m in MEASURES if room.case.find_participant(m.owner)])
        return
    step(room)


def test_where_nothing_is_planned_nothing_is_proposed() -> None:
    assert proposal(Room().case) is None
    room = set_up()
    room.do(MeetingCancel())
    assert proposal(room.case) is None


def test_a_plan_is_started_and_a_pause_resumed() -> None:
    assert proposed(set_up()).command == Start()
    room = started()
    room.do(Pause())
    assert proposed(room).command == Resume()


def test_introductions_are_proposed_only_when_somebody_is_new() -> None:
    room = set_up()
    room.do(ParticipantEdit(who="Far", new=True))
    room.do(Start())
    assert proposed(room).command == Introductions("done")
    step(room)
    assert proposed(room).command == ConsentTold()


def test_what_nobody_has_been_named_for_is_opened() -> None:
    room = set_up()
    room.do(ParticipantEdit(who="Inspektør", duties=()))
    room.do(ParticipantEdit(who="Kontaktlærar", duties=()))
    room.do(Start(), ConsentTold())
    assert proposed(room).item == "writer"
    step(room)
    assert proposed(room).item == "viddevakt"
    step(room)
    assert proposed(room).command == Next(phase="welcome")


def test_next_carries_the_phase_it_was_proposed_in() -> None:
    assert proposed(started()).command == Next(phase="welcome")


def test_a_round_goes_from_service_to_service() -> None:
    room = in_phase("offers")
    assert (proposed(room).item, proposed(room).service) == ("offers", "skulehelseteneste")
    room.do(OfferAdd(service="skulehelseteneste", text="Samtalar"))
    assert (proposed(room).item, proposed(room).service) == ("offers", "PPT")
    room.do(Answered())  # nothing to offer
    assert proposed(room).command == Next(phase="offers")


def test_the_familys_turn_is_only_ticked_once_they_have_chosen() -> None:
    room = in_phase("decision")
    room.do(Answered())
    assert proposed(room).item == "choice"
    assert room.floor.calm


def test_a_child_in_the_room_needs_nobody_to_tell_them() -> None:
    room = in_phase("closing", child=True)
    items = []
    while not room.sitting.over:
        items.append(proposed(room).item)
        step(room)
    assert "inform-child" not in items


def test_after_the_meeting_the_family_leaves_first_and_then_it_is_evaluated() -> None:
    room = closed()
    assert proposed(room) == Proposal(ask_family_left=True)
    step(room)
    assert proposed(room) == Proposal(evaluate=True)


def test_a_dropped_last_turn_leaves_only_the_clock() -> None:
    room = go_to(started(), "description")
    room.do(Leave(who="Mor"), Leave(who="Far"), Leave(who="Kontaktlærar"))
    assert proposed(room).command == Next(phase="description")


def test_a_phase_that_is_not_in_the_agenda_any_more_proposes_nothing() -> None:
    room = started()
    here = room.sitting.meeting.id
    bare = Agenda(id=here, structure="", phases=()).to_doc()
    case = fold(room.case, {"agendas": {here: bare}}, room.case.revision + 1)
    assert proposal(case) == Proposal()


def test_in_a_round_on_goals_each_is_asked_in_their_own_turn() -> None:
    room = follow_up("can", structure="know-can-will-do")
    assert told(proposed(room)) == "goals?"
    room.do(GoalAdd("Trygg på skulen", "Mor"))
    assert told(proposed(room)) == "answered"
    room.do(Answered())
    assert told(proposed(room)) == "goals?"
    room.do(Answered())
    assert told(proposed(room)) == "goals?"
