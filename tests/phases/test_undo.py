"""Undo: the newest act is as if it had never been done; again, the one before (design §4.2)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from phases.case import Case
from phases.changes import Changes
from phases.commands import Command
from phases.commands.afterwards import Evaluate, Undo
from phases.commands.case_facts import CaseNew, CaseSet
from phases.commands.choosing import Accept, Choose, HandOverCommand, OfferAdd
from phases.commands.clock import Back, Hide, Minute, Next, Pause, ReplanCommand, Resume, Start
from phases.commands.consents import ConsentAdd
from phases.commands.log import ActivityAdd, ActivityEdit, Park
from phases.commands.log_assessing import ActivityEnd
from phases.commands.participants import ParticipantAdd, ParticipantEdit, ParticipantRemove
from phases.commands.planning import MeetingPlan
from phases.commands.talk import Answered, Arrive, Guard, GuardKindCommand, Leave, Pass
from phases.commands.welcome import Challenge
from tests.phases.room import Room, set_up, started
from tests.phases.walk import DUE, closed, in_phase, step, through


def alike(case: Case) -> Case:
    """The case without its revision: undoing is an entry too."""
    return replace(case, revision=0)


def order(case: Case) -> tuple[list[str], tuple[str, ...]]:
    """What `==` of two mappings doesn't see."""
    return list(case.participants), case.services


ONE_EACH: tuple[tuple[str, Command], ...] = (
    ("welcome", Next()),
    ("description", Back()),
    ("welcome", Pause()),
    ("welcome", Minute(3)),
    ("welcome", Hide()),
    ("clarifying", Answered()),
    ("clarifying", Pass()),
    ("clarifying", Leave(who="PPT-rådgjevar")),
    ("clarifying", Guard()),
    ("status-quo", Challenge(text="Måndagar")),
    ("offers", OfferAdd(service="PPT", text="Rettleiing")),
    ("decision", Choose(offers=("PPT",))),
    ("decision", HandOverCommand(to="PPT-rådgjevar")),
    ("decision", ActivityAdd(title="Leksehjelp", owner="Mor", due=DUE)),
    ("closing", Park(text="SFO")),
    ("closing", ParticipantAdd(label="Vikar", duties=("writer",))),
    ("closing", ParticipantEdit(who="Mor", call="Mamma")),
    ("description", ParticipantRemove(who="Far")),
    ("closing", CaseSet(language="en", relay_holder="Rektor")),
)


@pytest.mark.parametrize(("phase", "command"), ONE_EACH, ids=lambda x: getattr(x, "name", x))
def test_undo_brings_back_what_was_before(phase: str, command: Command) -> None:
    room = in_phase(phase)
    before = room.case
    room.do(command, after=10)
    assert alike(room.case) != alike(before)
    room.do(Undo(), after=5)
    assert alike(room.case) == alike(before)
    assert order(room.case) == order(before)
    room.crash()
    assert alike(room.case) == alike(before)


def test_undo_of_next_is_as_if_it_had_never_been_pressed() -> None:
    room = started()
    room.next(after=100)
    room.do(Undo(), after=30)
    line = room.sitting.line.at(room.clock.stamp())
    assert (line.phase, len(line.runs), line.used_s("welcome")) == ("welcome", 1, 130.0)
    assert room.sitting.meeting.introductions == ""


def test_undo_of_start_makes_it_a_plan_again() -> None:
    room = set_up()
    room.do(Start())
    room.do(Undo(), after=20)
    assert room.sitting.state == "planned"
    room.do(Start(), after=20)
    assert room.pace.used_s == 0.0


def test_undo_of_pause_counts_the_time_as_talk() -> None:
    room = started()
    room.do(Pause(), after=10)
    room.do(Undo(), after=20)
    assert room.pace.used_s == 30.0


def test_undo_of_close_lets_the_meeting_go_on() -> None:
    room = closed()
    room.do(Undo())
    assert room.sitting.state == "running"
    assert room.sitting.line.phase == "closing"


def test_undo_of_a_replan_gives_the_minutes_back() -> None:
    room = started()
    room.clock.tick(600)
    before = room.pace
    room.do(ReplanCommand(way="drop"))
    assert room.pace != before
    room.do(Undo())
    assert room.pace == before


def test_undo_of_accepting_gives_the_baton_back() -> None:
    room = in_phase("decision")
    room.do(CaseSet(relay_holder="Kontaktlærar"))
    room.do(Choose(offers=("PPT",)))
    room.do(HandOverCommand(to="PPT-rådgjevar"))
    holder = room.case.facts.relay_holder
    room.do(Accept())
    assert room.case.facts.relay_holder != holder
    room.do(Undo())
    assert room.case.facts.relay_holder == holder
    assert room.sitting.meeting.hand_over is not None
    assert room.sitting.meeting.hand_over.waiting
    room.do(Undo(), Undo())
    assert room.sitting.meeting.choice is None
    assert room.sitting.meeting.decided_by == ()
    assert room.floor.now is not None
    assert room.floor.now.who == "teacher"


def test_undo_twice_goes_further_back() -> None:
    room = in_phase("clarifying")
    before = room.case
    room.do(Answered())
    room.do(Answered())
    room.do(Undo())
    assert room.floor.unanswered
    room.do(Undo())
    assert alike(room.case) == alike(before)


def test_undo_in_the_same_entry_takes_back_what_came_before_it() -> None:
    room = started()
    before = room.case
    room.do(Next(), Undo())
    assert alike(room.case) == alike(before)
    room.crash()
    assert alike(room.case) == alike(before)


def test_of_several_acts_in_one_entry_the_last_is_taken_back_first() -> None:
    room = started()
    room.do(Pause(), Hide())
    room.do(Undo())
    assert (room.sitting.state, room.sitting.hidden) == ("paused", False)
    room.do(Undo())
    assert room.sitting.state == "running"


def test_an_undone_act_can_be_done_again() -> None:
    room = started()
    room.next(after=10)
    room.do(Undo(), after=10)
    room.next(after=10)
    assert room.sitting.line.used_s("welcome") == 30.0
    room.do(Undo())
    assert room.sitting.line.phase == "welcome"


def test_a_whole_meeting_is_undone_act_by_act() -> None:
    room = started()
    before: list[Case | None] = []
    while not room.sitting.over:
        case = room.case
        done = step(room, after=7)
        # An entry of several acts is taken back in several steps.
        before += [case, *(None for _ in done[1:])]
    for earlier in reversed(before):
        room.do(Undo(), after=1)
        if earlier is not None:
            assert alike(room.case) == alike(earlier)
    room.crash()
    assert before[0] is not None
    assert alike(room.case) == alike(before[0])


def test_an_activity_and_its_edits_are_undone_one_by_one() -> None:
    room = started()
    room.do(ActivityAdd(title="Leksehjelp", owner="Mor", due=DUE))
    (activity_id,) = room.case.activities
    room.do(ActivityEdit(id=activity_id, field="title", value="Lekser"))
    room.do(ActivityEnd(id=activity_id, effect="partly", comment="bra"))
    room.do(Undo())
    assert room.case.activities[activity_id].status == "active"
    room.do(Undo())
    assert room.case.activities[activity_id].title == "Leksehjelp"
    room.do(Undo())
    assert not room.case.activities


def test_nothing_to_undo_in_an_empty_case() -> None:
    assert Room().refused(Undo()).code == "nothing-to-undo"


def test_a_new_case_can_not_be_undone() -> None:
    room = Room()
    room.do(CaseNew())
    assert room.refused(Undo()).code == "nothing-to-undo"


def test_a_consent_can_not_be_undone_nor_what_came_before_it() -> None:
    room = started()
    room.do(ConsentAdd(by="Far"))
    assert room.refused(Undo()).code == "nothing-to-undo"
    room.do(Pause())
    room.do(Undo())
    assert room.refused(Undo()).code == "nothing-to-undo"


def test_undoing_a_plan_takes_the_meeting_away() -> None:
    room = Room()
    room.do(CaseNew())
    room.do(MeetingPlan())
    room.do(Undo())
    assert room.case.sitting is None
    assert room.refused(Start()).code == "no-meeting"


def test_who_was_removed_and_brought_back_stands_where_they_stood() -> None:
    room = set_up()
    before = order(room.case)
    room.do(ParticipantRemove(who="Helsesjukepleiar"))
    room.do(ParticipantAdd(label="BUP", role="service"))
    room.do(Undo())
    room.do(Undo())
    assert order(room.case) == before


def test_leaving_is_undone_and_so_is_coming() -> None:
    room = in_phase("clarifying")
    room.do(ParticipantEdit(who="Far", absent=True))
    before = room.case
    room.do(Arrive(who="Far"))
    room.do(Undo())
    assert alike(room.case) == alike(before)


def test_an_evaluation_is_undone_to_the_one_before() -> None:
    room = closed()
    step(room)
    room.do(Evaluate(a="Godt"))
    room.do(Evaluate(a="Betre", b="Ja"))
    room.do(Undo())
    (kept,) = room.case.evaluations.values()
    assert (kept.a, kept.b) == ("Godt", "")


def test_the_kind_of_a_sign_is_undone_and_the_sign_stays() -> None:
    room = started()
    room.do(Guard())
    room.do(GuardKindCommand("topic", "parked"))
    room.do(Undo())
    (sign,) = room.case.interventions.values()
    assert (sign.kind, sign.outcome) == ("none", "back")


def test_only_the_newest_event_of_all_is_undone() -> None:
    room = through(in_phase("closing"))
    room.do(ParticipantAdd(label="Vikar"))
    newest = room.case.newest_event
    assert newest is not None
    assert newest.kind == "participant-add"
    found = room.ask(Undo())
    assert isinstance(found, Changes)
    (event,) = found.tables["events"].values()
    assert event is not None
    assert event["args"]["of"] == newest.id
    assert "was" not in event


def test_an_undo_itself_is_kept_in_the_history_and_changes_no_clock() -> None:
    room = started()
    room.do(Pause(), after=5)
    room.do(Resume(), after=5)
    seq = room.case.last_seq
    room.do(Undo())
    assert room.case.last_seq == seq + 1
    assert [e.kind for e in room.sitting.events if e.kind in ("pause", "resume")] == ["pause"]
