"""How activities have gone: each look at one is kept, and what has been ended stays ended."""

from __future__ import annotations

from datetime import date
from typing import Final, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phases.changes import Refusal
from phases.commands import Command
from phases.commands.afterwards import Undo
from phases.commands.clock import Start
from phases.commands.closing import StaffStay
from phases.commands.log import ActivityAdd, ActivityReplace
from phases.commands.log_assessing import ActivityEnd, ActivityEvaluate, Assess
from phases.commands.participants import ParticipantRemove
from phases.records import Activity, Assessment
from phases.words import Assessed, Effect
from tests.phases.room import NOON, Room, id_of, set_up, started

DECISIONS: Final[tuple[Assessed, ...]] = get_args(Assessed)
EFFECTS: Final[tuple[Effect, ...]] = get_args(Effect)


def with_activity(owner: str = "Kontaktlærar") -> tuple[Room, str]:
    room = started()
    room.do(ActivityAdd(title="Leksehjelp", owner=owner, due=date(2027, 2, 9)))
    return room, next(iter(room.case.activities))


def the_one(room: Room) -> tuple[Activity, Assessment]:
    [activity], [said] = room.case.activities.values(), room.case.assessments.values()
    return activity, said


def test_a_look_at_an_activity_says_how_it_went_and_what_becomes_of_it() -> None:
    room, activity = with_activity()
    room.do(
        Assess(
            id=activity,
            decision="adjust",
            effect="partly",
            comment="Lettare på tysdagar",
            worked="Fast vaksen",
            obstacles="Kort tid",
            again_on=date(2027, 2, 2),
        )
    )
    after, said = the_one(room)
    assert (after.status, after.effect, after.comment) == (
        "continued",
        "partly",
        "Lettare på tysdagar",
    )
    assert after.assess_on == date(2027, 2, 2)
    assert (said.decision, said.worked, said.obstacles) == ("adjust", "Fast vaksen", "Kort tid")
    assert (said.on, said.meeting) == (NOON.date(), room.sitting.meeting.id)


def test_in_a_meeting_the_family_and_whoever_does_it_say_so() -> None:
    room, activity = with_activity()
    room.do(Assess(id=activity))
    family_first = tuple(id_of(room, who) for who in ("Mor", "Far", "Kontaktlærar"))
    assert the_one(room)[1].by == family_first


def test_whoever_is_named_says_so_once() -> None:
    room, activity = with_activity()
    room.do(Assess(id=activity, by=("Far", "Far")))
    assert the_one(room)[1].by == (id_of(room, "Far"),)
    assert room.refused(Assess(id=activity, by=("Ukjend",))).code == "no-participant"


def test_between_two_meetings_nobody_is_filled_in() -> None:
    room = set_up()
    room.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
    room.do(Assess(id=next(iter(room.case.activities)), effect="wanted", by=("Kontaktlærar",)))
    _, said = the_one(room)
    assert (said.meeting, said.by) == ("", (id_of(room, "Kontaktlærar"),))


def test_what_was_not_discussed_is_told_of_by_name_and_changes_nothing() -> None:
    room, activity = with_activity()
    before = room.case.activities[activity]
    room.do(Assess(id=activity, decision="not-discussed"))
    after, said = the_one(room)
    assert after == before
    assert (said.decision, said.by, said.tells) == ("not-discussed", (), False)


def test_what_nothing_new_is_said_of_keeps_its_effect_and_comment() -> None:
    room, activity = with_activity()
    room.do(Assess(id=activity, effect="wanted", comment="Han les"))
    room.do(Assess(id=activity))
    found = room.case.activities[activity]
    assert (found.effect, found.comment) == ("wanted", "Han les")


@pytest.mark.parametrize(
    "ending", [Assess(decision="end"), ActivityEnd(effect="negative")], ids=lambda c: str(c.name)
)
def test_what_has_been_ended_is_not_gone_through_again(ending: Command) -> None:
    room, activity = with_activity()
    room.do(ending.with_(id=activity))
    assert not room.case.activities[activity].open
    for again in (Assess(id=activity), ActivityEnd(id=activity)):
        assert room.refused(again).code == "already-ended"


def test_ending_or_evaluating_one_by_itself_is_a_look_at_it_too() -> None:
    room, activity = with_activity()
    room.do(ActivityEvaluate(id=activity, effect="partly", comment="Betre"))
    room.do(ActivityEnd(id=activity, effect="wanted"))
    told = [(a.decision, a.effect, a.comment) for a in room.case.assessments_of(activity)]
    assert told == [("continue", "partly", "Betre"), ("end", "wanted", "")]


def test_the_words_on_an_ended_one_are_mended_without_another_decision() -> None:
    room, activity = with_activity()
    room.do(ActivityEnd(id=activity, effect="wanted"))
    room.do(ActivityEvaluate(id=activity, effect="partly", comment="Litt"))
    assert room.case.activities[activity].comment == "Litt"
    assert len(room.case.assessments_of(activity)) == 1


def test_another_takes_the_place_of_one_and_keeps_where_it_is_done() -> None:
    room, activity = with_activity()
    room.do(ActivityReplace(id=activity, title="Lesetrening", owner="Mor", comment="For tidleg"))
    old, new = room.case.activities.values()
    assert (old.status, old.open, old.comment) == ("replaced", False, "For tidleg")
    assert (new.title, new.arena, new.status, new.comment) == (
        "Lesetrening",
        "school",
        "active",
        "",
    )
    assert [a.decision for a in room.case.assessments_of(activity)] == ["end"]


def test_undo_takes_the_look_back_with_what_it_changed() -> None:
    room, activity = with_activity()
    before = room.case.activities[activity]
    room.do(Assess(id=activity, decision="end", effect="negative"))
    room.do(Undo())
    assert room.case.activities[activity] == before
    assert not room.case.assessments


def test_who_has_said_something_is_not_removed() -> None:
    room, activity = with_activity()
    room.do(Assess(id=activity, by=("PPT-rådgjevar",)))
    assert room.refused(ParticipantRemove(who="PPT-rådgjevar")).code == "still-named"


LOOKS = st.builds(
    Assess,
    decision=st.sampled_from(DECISIONS),
    effect=st.sampled_from((None, *EFFECTS)),
    comment=st.sampled_from(("", "Betre")),
)
OTHERS = st.sampled_from(
    (
        ActivityEnd(effect="wanted"),
        ActivityEvaluate(effect="partly"),
        ActivityReplace(title="Noko anna", owner="Far"),
        StaffStay(),
    )
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.one_of(LOOKS, OTHERS)), max_size=12))
def test_no_look_disappears_and_every_activity_has_one_owner(
    acts: list[tuple[int, Command]],
) -> None:
    room = set_up()
    room.do(Start())
    for owner in ("Mor", "Kontaktlærar"):
        room.do(ActivityAdd(title="Leksehjelp", owner=owner))
    for place, act in acts:
        ids = list(room.case.activities)
        about = ids[place % len(ids)]
        command = act.with_(id=about) if "id" in act.FIELDS else act
        before, ended = dict(room.case.assessments), not room.case.activities[about].open
        found = room.ask(command)
        if isinstance(found, Refusal):
            assert ended
            assert found.code == "already-ended"
            continue
        room.do(command)
        assert before.items() <= dict(room.case.assessments).items()
        assert not (ended and room.case.activities[about].open)
    room.crash()
    for activity in room.case.activities.values():
        assert activity.owner in room.case.participants
        ends = [a for a in room.case.assessments_of(activity.id) if a.decision == "end"]
        assert len(ends) == (0 if activity.open else 1)
