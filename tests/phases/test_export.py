"""The exported document: it validates, its figures add up, and it refers to what is in it."""

from __future__ import annotations

from datetime import date

import pytest

from phases.clock import Stamp
from phases.commands.afterwards import Evaluate
from phases.commands.choosing import Accept, Choose, HandOverCommand, OfferAdd, ReadAloud
from phases.commands.clock import Back, BreakOff, Close, Minute, Pause, ReplanCommand, Resume
from phases.commands.closing import FamilyLeft, InformChildCommand, NextMeetingCommand
from phases.commands.log import ActivityAdd, Park
from phases.commands.log_assessing import Assess
from phases.commands.log_goals import GoalAdd
from phases.commands.talk import Answered, Guard, GuardKindCommand, Leave
from phases.commands.welcome import Challenge
from phases.export import CaseDocument, export
from phases.export_document import MeetingPart
from tests.phases.room import Room, set_up, started


def exported(room: Room) -> CaseDocument:
    return export(room.case, room.clock.stamp())


def meeting(room: Room) -> MeetingPart:
    return exported(room).meetings[-1]


def whole_meeting() -> Room:
    """A meeting with everything in it, closed and evaluated."""
    room = started()
    room.next(after=330)
    room.do(Answered(), after=60)
    room.do(Guard(), after=30)
    room.do(GuardKindCommand(kind="topic", outcome="parked"))
    room.do(Park(text="Skulevegen"))
    room.do(Minute(1))
    room.do(Answered(), after=200)
    room.next()
    for _ in range(4):
        room.do(Answered(), after=120)
    room.do(Pause())
    room.do(Resume(), after=45)
    room.next()
    room.do(Answered(), Answered(), Challenge(text="Rolege måndagar"), after=250)
    room.do(Back(), after=1)
    room.next(after=10)
    room.next()
    room.do(OfferAdd(service="PPT", text="Rettleiing", view="Trøytt"), after=200)
    room.do(OfferAdd(service="skulehelseteneste", text="Fire samtalar"), after=200)
    room.next()
    room.do(Choose(offers=("skulehelseteneste",)), after=100)
    room.do(HandOverCommand(to="Helsesjukepleiar"), Accept())
    room.do(ActivityAdd(title="Fire samtalar", owner="Helsesjukepleiar", due=date(2027, 2, 9)))
    room.do(ReadAloud(), after=60)
    room.next()
    room.do(Leave(who="PPT-rådgjevar"))
    room.do(NextMeetingCommand(on=date(2027, 3, 2)), InformChildCommand(who="Mor"))
    room.do(Close(), after=90)
    room.do(FamilyLeft(), Evaluate(a="Roleg"))
    return room


def test_the_figures_of_each_phase_add_up() -> None:
    for phase in meeting(whole_meeting()).phases:
        allotted = phase.planned_s + phase.replanned_s + phase.given_s
        assert phase.used_s + phase.unused_s - phase.overrun_s == pytest.approx(allotted)
        assert not (phase.unused_s and phase.overrun_s)


def test_used_and_paused_are_the_time_from_start_to_end() -> None:
    found = meeting(whole_meeting())
    assert found.started_at is not None
    assert found.ended_at is not None
    assert found.used_s == pytest.approx(sum(p.used_s for p in found.phases))
    assert found.paused_s == pytest.approx(sum(p.paused_s for p in found.phases)) == 45
    length = (found.ended_at - found.started_at).total_seconds()
    assert found.used_s + found.paused_s == pytest.approx(length)
    assert found.planned_s == 2700


def test_going_back_is_a_second_run_of_the_phase() -> None:
    runs = {p.id: len(p.runs) for p in meeting(whole_meeting()).phases}
    assert runs["clarifying"] == 2
    assert runs["welcome"] == 1


def test_every_reference_is_to_something_in_the_document() -> None:
    found = exported(whole_meeting())
    people = {p.id for p in found.participants}
    held = found.meetings[-1]
    activities, offers = {a.id for a in found.activities}, {o.id for o in held.offers}
    assert {c.by for c in found.consents} <= people
    assert {a.owner for a in found.activities} <= people
    assert set(held.decision.decided_by) <= people
    assert {held.writer, held.viddevakt, found.case.relay_holder} <= people
    assert {e.who for e in held.left_early} <= people
    assert set(held.decision.read_aloud) <= activities | offers
    assert set(held.decision.offers) <= offers
    assert held.inform_child is not None
    assert held.inform_child.who in people


def test_an_offer_that_was_not_chosen_is_kept() -> None:
    chosen = {o.service: o.chosen for o in meeting(whole_meeting()).offers}
    assert chosen == {"PPT": False, "skulehelseteneste": True}


def test_a_sign_has_its_time_and_phase_and_no_name() -> None:
    [sign] = meeting(whole_meeting()).interventions
    assert (sign.phase, sign.kind, sign.outcome) == ("description", "topic", "parked")
    assert sign.at is not None
    assert set(type(sign).model_fields) == {"id", "phase", "at", "kind", "outcome"}


def test_the_document_survives_json_and_validates_against_its_own_model() -> None:
    found = exported(whole_meeting())
    text = found.model_dump_json()
    assert '"schema":"viddevakt-case/1"' in text
    assert CaseDocument.model_validate_json(text) == found


def test_every_field_of_the_schema_can_be_documented() -> None:
    schema = CaseDocument.model_json_schema()
    assert "baton" in str(schema["$defs"]["CasePart"]["properties"]["relay_holder"])
    assert all(d.get("description") for d in schema["$defs"].values())


def test_a_meeting_under_way_is_counted_up_to_now() -> None:
    room = started()
    room.clock.tick(70)
    found = meeting(room)
    assert (found.state, found.used_s, found.ended_at) == ("running", 70, None)
    assert found.phases[0].runs[0].ended_at is None
    room.do(Pause())
    assert [p.ended_at for p in meeting(room).pauses] == [None]


def test_a_planned_meeting_has_used_nothing() -> None:
    found = meeting(set_up())
    assert (found.state, found.used_s, found.started_at) == ("planned", 0, None)
    assert [p.unused_s for p in found.phases] == [p.planned_s for p in found.phases]
    assert found.evaluation is None


def test_a_part_left_out_has_nothing_allotted() -> None:
    room = started()
    room.next(after=900)
    room.do(ReplanCommand("proportion"))
    changed = [p for p in meeting(room).phases if p.replanned_s]
    assert changed
    assert sum(p.replanned_s for p in changed) == -600


def test_breaking_off_keeps_what_was_agreed_so_far() -> None:
    room = started()
    room.do(Park(text="Skulevegen"), Pause())
    room.do(BreakOff(), after=5)
    found = meeting(room)
    assert found.state == "broken-off"
    assert [t.text for t in found.parked] == ["Skulevegen"]
    assert found.pauses[0].ended_at == found.ended_at
    assert found.next_meeting is None


def test_an_empty_case_can_be_exported_too() -> None:
    room = Room()
    found = export(room.case, Stamp(room.clock.utc))
    assert found.meetings == ()
    assert found.case.relay_holder is None


def test_an_activity_tells_everything_that_was_said_of_it() -> None:
    room = started()
    room.do(GoalAdd(text="Rolege morgonar", owner="Mor"))
    [goal] = room.case.goals
    room.do(
        ActivityAdd(
            title="Leksehjelp",
            owner="Kontaktlærar",
            content="Lesing",
            extent="Ein time",
            organisation="I gruppe",
            goal=goal,
            contributors=("PPT-rådgjevar",),
            start=date(2027, 1, 20),
            period_end=date(2027, 3, 1),
            follow_up="Ringjer kvar veke",
            assess_on=date(2027, 2, 20),
        )
    )
    [activity] = room.case.activities
    room.do(Assess(id=activity, decision="adjust", effect="partly", worked="Fast dag"))
    told = exported(room)
    [part], [wanted] = told.activities, told.goals
    assert (wanted.id, wanted.owner) == (goal, room.case.goals[goal].owner)
    assert (part.goal, part.level, part.status) == (goal, 2, "continued")
    assert (part.content, part.extent, part.organisation) == ("Lesing", "Ein time", "I gruppe")
    assert (part.start, part.period_end) == (date(2027, 1, 20), date(2027, 3, 1))
    [said] = part.assessments
    assert (said.decision, said.effect, said.worked) == ("adjust", "partly", "Fast dag")
