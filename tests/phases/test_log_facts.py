"""What a log keeps of itself: who carried the baton, its levels, more time where one interprets."""

from __future__ import annotations

from datetime import timedelta

from phases.commands.case_facts import CaseSet
from phases.commands.choosing import Accept, HandOverCommand
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.commands.planning import MeetingPlan
from phases.export import export
from phases.interpreter import with_interpreter
from tests.phases.room import NOON, Room, comes, set_up
from tests.phases.walk import in_phase

TODAY = NOON.date()


def test_everybody_who_has_carried_the_baton_is_kept_in_order() -> None:
    """INV-02: a hand-over is complete when the new holder has accepted."""
    room = in_phase("decision")
    room.do(CaseSet(relay_holder="Kontaktlærar"))
    room.do(HandOverCommand(to="Helsesjukepleiar"))
    assert room.case.label(room.case.facts.relay_holder) == "Kontaktlærar"
    room.do(Accept())
    held = room.case.facts.holders
    assert [room.case.label(h.who) for h in held] == ["Kontaktlærar", "Helsesjukepleiar"]
    assert [h.accepted_at is not None for h in held] == [False, True]
    [first, second] = export(room.case, room.clock.stamp()).case.holders
    assert (first.accepted_at, second.on) == (None, TODAY)


def test_the_levels_are_kept_with_their_day() -> None:
    room = set_up()
    room.do(CaseSet(level=1))
    room.clock.tick(86400)
    room.do(CaseSet(level=1), CaseSet(level=2))
    assert room.case.facts.level == 2
    assert [(x.level, x.on) for x in room.case.facts.levels] == [
        (1, TODAY),
        (2, TODAY + timedelta(days=1)),
    ]
    assert room.refused(CaseSet(level=4)).code == "bad-value"


def test_a_log_closed_by_mistake_is_opened_again() -> None:
    room = set_up()
    room.do(CaseSet(status="closed", closed_reason="family-wishes"))
    assert room.case.facts.closed_on == TODAY
    room.do(CaseSet(status="open"))
    assert (room.case.facts.status, room.case.facts.closed_reason) == ("open", None)
    withdrawn = CaseSet(status="closed", closed_reason="consent-withdrawn")
    assert room.refused(withdrawn).code == "withdraw-instead"
    reasoned = CaseSet(status="open", closed_reason="other")
    assert room.refused(reasoned).code == "open-has-no-reason"


def test_with_an_interpreter_the_minutes_are_a_third_more_and_add_up() -> None:
    assert with_interpreter((5, 5, 10, 5, 10, 5, 5)) == (6, 7, 13, 6, 13, 7, 6)
    assert sum(with_interpreter((5, 5, 10, 5, 10, 5, 5))) == 58
    assert with_interpreter((1,)) == (1,)


def minutes_of(room: Room) -> list[int]:
    return [round(p.planned_s / 60) for p in room.sitting.agenda.phases]


def test_more_time_is_taken_given_back_and_changed() -> None:
    room = set_up()
    room.do(MeetingPlan(interpreter=True))
    assert minutes_of(room) == [6, 7, 13, 6, 13, 7, 6]
    room.do(MeetingPlan(interpreter=True))
    assert minutes_of(room) == [6, 7, 13, 6, 13, 7, 6]
    room.do(MeetingPlan(minutes=(6, 6, 12, 6, 12, 6, 6)))
    assert minutes_of(room) == [6, 6, 12, 6, 12, 6, 6]
    room.do(MeetingPlan(interpreter=False))
    assert minutes_of(room) == [5, 5, 10, 5, 10, 5, 5]


def test_how_somebody_joins_and_for_whom_they_sit_in_is_kept() -> None:
    room = set_up()
    room.do(ParticipantAdd(label="Vikar", role="service", sits_in_for="Legen", joins="phone"))
    person = room.case.find_participant("Vikar")
    assert person is not None
    assert (person.substitute, person.sits_in_for, person.joins) == (True, "Legen", "phone")
    room.do(ParticipantEdit(who="Vikar", substitute=False, joins="video"))
    person = room.case.find_participant("Vikar")
    assert person is not None
    assert (person.substitute, person.sits_in_for, person.joins) == (False, "", "video")


def test_a_substitute_cannot_take_the_baton() -> None:
    """SC-08."""
    room = in_phase("decision")
    comes(room, "BUP")
    room.do(ParticipantEdit(who="BUP", substitute=True))
    room.do(HandOverCommand(to="BUP"))
    refused = room.refused(Accept())
    assert (refused.code, refused.args["state"]) == ("R-M17", "substitute")
