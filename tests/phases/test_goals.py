"""What is wanted: whose it is, how it is changed, and how it ends (S2-4a)."""

from __future__ import annotations

import pytest

from phases.commands.afterwards import Undo
from phases.commands.log import ActivityAdd, ActivityEdit
from phases.commands.log_goals import GoalAdd, GoalEdit, GoalEnd
from phases.commands.participants import ParticipantRemove
from phases.records import Goal
from tests.phases.room import Room, id_of, set_up, started


def with_goal(owner: str = "Mor") -> tuple[Room, str]:
    room = started()
    room.do(GoalAdd(text="Rolege morgonar", owner=owner))
    return room, next(iter(room.case.goals))


def the_goal(room: Room) -> Goal:
    [found] = room.case.goals.values()
    return found


@pytest.mark.realises("S2-4a")
def test_a_goal_is_somebodys_and_tells_in_which_meeting() -> None:
    room, _ = with_goal()
    found = the_goal(room)
    assert (found.owner, found.shared, found.status) == (id_of(room, "Mor"), False, "open")
    assert found.meeting == room.sitting.meeting.id


def test_a_goal_of_nobody_is_everybodys() -> None:
    room = set_up()
    room.do(GoalAdd(text="Trygg på skulen"))
    assert the_goal(room).shared
    assert not the_goal(room).meeting


def test_a_goal_says_something() -> None:
    assert started().refused(GoalAdd(owner="Mor")).code == "empty"


def test_each_field_of_a_goal_is_changed_by_itself() -> None:
    room, goal = with_goal()
    room.do(GoalEdit(id=goal, field="text", value="Rolege måndagar", was="Rolege morgonar"))
    room.do(GoalEdit(id=goal, field="shared", value="yes", was="no"))
    room.do(GoalEdit(id=goal, field="owner", value="Far", was=id_of(room, "Mor")))
    found = the_goal(room)
    assert (found.text, found.shared, found.owner) == ("Rolege måndagar", True, id_of(room, "Far"))


def test_a_field_changed_meanwhile_is_not_overwritten() -> None:
    room, goal = with_goal()
    refused = room.refused(GoalEdit(id=goal, value="Noko", was="Noko anna"))
    assert (refused.code, refused.exit_code) == ("changed-meanwhile", 4)


def test_a_goal_that_is_nobodys_own_stays_everybodys() -> None:
    room, goal = with_goal()
    room.do(GoalEdit(id=goal, field="owner", value=""))
    room.do(GoalEdit(id=goal, field="shared", value="no"))
    assert the_goal(room).shared
    assert room.refused(GoalEdit(id=goal, field="shared", value="ja")).code == "bad-value"


def test_a_goal_is_reached_or_let_go_once() -> None:
    room, goal = with_goal()
    room.do(GoalEnd(id=goal))
    assert the_goal(room).status == "reached"
    assert room.refused(GoalEnd(id=goal)).code == "already-ended"
    room.do(Undo())
    room.do(GoalEnd(id=goal, reached=False))
    assert the_goal(room).status == "ended"


def test_an_activity_serves_a_goal_that_there_is() -> None:
    room, goal = with_goal()
    room.do(ActivityAdd(title="Tidleg i seng", owner="Mor", goal=goal))
    [activity] = room.case.activities.values()
    assert activity.goal == goal
    assert room.refused(ActivityEdit(id=activity.id, field="goal", value="x")).code == "no-goal"
    room.do(ActivityEdit(id=activity.id, field="goal", value="", was=goal))
    assert not room.case.activities[activity.id].goal


def test_an_unknown_goal_is_refused() -> None:
    assert started().refused(GoalEnd(id="x")).code == "no-goal"


def test_whose_goal_it_is_is_not_removed() -> None:
    room, _ = with_goal("PPT-rådgjevar")
    assert room.refused(ParticipantRemove(who="PPT-rådgjevar")).code == "still-named"
