"""How a meeting lies against its plan: thresholds, ends, lateness (design §4.3-§4.5)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phases.commands.clock import Back, Minute, Pause, Start
from phases.export import export
from phases.pace import Pace, agreed_end, limit_told, pace
from phases.records import Agenda
from phases.replan import replan
from phases.sitting import Sitting
from tests.phases.room import NOON, Room, set_up, started
from tests.phases.walk import PHASES


def at(minutes: float) -> datetime:
    """An instant so many minutes after the scheduled start."""
    return NOON + timedelta(minutes=minutes)


def test_agreed_end_counts_from_the_schedule_and_late_is_positive() -> None:
    room = set_up()
    room.clock.tick(180)
    room.do(Start())
    assert room.pace.agreed_end == at(45)
    assert room.pace.projected_end == at(48)
    assert room.pace.lateness_s == 180.0


def test_agreed_end_counts_from_the_actual_start_where_none_was_scheduled() -> None:
    room = set_up(at=None)
    assert agreed_end(room.sitting) is None
    assert room.pace.lateness_s == 0.0
    room.clock.tick(180)
    room.do(Start())
    assert room.pace.agreed_end == at(48)
    assert room.pace.lateness_s == 0.0


@pytest.mark.parametrize("days", [-58, -1, 1, 400])
def test_a_plan_for_another_day_says_nothing_about_lateness(days: int) -> None:
    room = set_up(at=NOON + timedelta(days=days))
    room.do(Start())
    assert room.pace.agreed_end == at(45)
    assert room.pace.lateness_s == 0.0
    room.clock.tick(300 + 240)
    assert room.pace.lateness_s == 240.0
    assert replan("later", room.sitting, room.clock.stamp()).end_later_s == 240.0
    [held] = export(room.case, room.clock.stamp()).meetings
    assert held.agreed_end == at(45)


def test_the_day_of_the_plan_is_the_day_where_the_meeting_is_held() -> None:
    # 23:30 UTC the evening before is half past midnight in Oslo: the same day as noon.
    room = set_up(at=NOON - timedelta(hours=12, minutes=30))
    room.do(Start())
    assert room.pace.lateness_s == 12.5 * 3600
    room = set_up(at=NOON - timedelta(hours=13, minutes=30))
    room.do(Start())
    assert room.pace.lateness_s == 0.0


def test_early_is_negative() -> None:
    room = started()
    room.next(after=100)
    assert room.pace.projected_end == at(45) - timedelta(seconds=200)
    assert room.pace.lateness_s == -200.0


def test_overrun_moves_the_end_and_time_left_does_not() -> None:
    room = started()
    room.clock.tick(299)
    assert room.pace.projected_end == at(45)
    room.clock.tick(61)
    assert room.pace.remaining_s == -60.0
    assert room.pace.projected_end == at(46)


def test_a_pause_moves_the_end_with_the_clock_and_remaining_stands_still() -> None:
    room = started()
    room.do(Pause(), after=60)
    for minutes in (1, 2, 3):
        room.clock.tick(60)
        assert room.pace.remaining_s == 240.0
        assert room.pace.projected_end == at(45 + minutes)
        assert room.pace.lateness_s == minutes * 60.0


def test_given_minutes_move_the_end_and_not_what_was_agreed() -> None:
    room = started()
    room.do(Minute(3))
    assert room.pace.agreed_end == at(45)
    assert room.pace.lateness_s == 180.0


@pytest.mark.parametrize(("seconds", "shown"), [(0, 45), (0.001, 46), (59, 46), (60, 46)])
def test_the_end_is_shown_rounded_up_to_the_minute(seconds: float, shown: int) -> None:
    room = started()
    room.clock.tick(300 + seconds)
    assert room.pace.end_shown == at(shown)


def test_the_share_left_stays_between_nothing_and_all() -> None:
    room = started()
    assert room.pace.share_left == 1.0
    room.clock.tick(75)
    assert room.pace.share_left == 0.75
    room.clock.tick(900)
    assert room.pace.share_left == 0.0
    assert set_up().pace.share_left == 0.0


def test_before_the_start_all_is_to_come() -> None:
    room = set_up()
    room.clock.tick(60)
    found = room.pace
    assert (found.phase, found.mark, found.remaining_s) == ("", "normal", 0.0)
    assert found.projected_end == at(46)


def test_total_counts_talk_and_no_pauses() -> None:
    room = started()
    room.next(after=300)
    room.do(Pause(), after=100)
    room.clock.tick(500)
    assert room.pace.total_s == 400.0


def test_going_back_keeps_the_phases_after_it_to_come() -> None:
    room = started()
    room.next(after=300)
    room.do(Back())
    assert [p.id for p in room.sitting.to_come] == list(PHASES[1:])


def test_going_back_and_forth_moves_the_end_only_by_what_is_talked() -> None:
    room = started()
    room.next(after=300)
    room.next(after=120)
    assert room.pace.lateness_s == -180.0
    ends = room.pace.projected_end
    room.clock.tick(200)
    room.do(Back())
    # Three minutes of the part before are left, and 400 seconds of the one that was begun.
    assert room.pace.projected_end == ends + timedelta(seconds=180)
    room.next(after=180)
    assert room.pace.projected_end == ends + timedelta(seconds=180)
    assert room.pace.remaining_s == 400.0


def test_a_part_that_has_used_more_than_its_time_adds_nothing_when_it_is_still_to_come() -> None:
    room = started()
    room.next(after=300)
    room.clock.tick(700)
    room.do(Back())
    assert room.pace.projected_end == room.clock.utc + timedelta(seconds=2100)


def test_an_agenda_that_was_taken_out_leaves_a_clock_and_no_phase() -> None:
    room = started()
    bare = Sitting(room.sitting.meeting, Agenda(id="x", structure="", phases=()), ())
    begun = Sitting(bare.meeting, bare.agenda, room.sitting.events)
    assert begun.phase is None
    assert begun.to_come == ()
    assert begun.before is None
    assert pace(begun, room.clock.stamp()).remaining_s == 0.0


@given(st.lists(st.sampled_from(["tick", "pause", "minute", "next"]), max_size=15))
def test_projected_end_is_now_and_what_is_left(acts: list[str]) -> None:
    room = started()
    for act in acts:
        _act(room, act)
    found = room.pace
    coming = sum(p.planned_s for p in room.sitting.to_come)
    left = max(0.0, found.remaining_s) + coming
    assert found.projected_end == room.clock.utc + timedelta(seconds=left)
    assert found.remaining_s == found.allotted_s - found.used_s
    assert isinstance(found, Pace)


def _act(room: Room, act: str) -> None:
    room.clock.tick(17.0)
    if act == "pause" and room.sitting.state == "running":
        room.do(Pause())
    if act == "minute":
        room.do(Minute())
    if act == "next" and room.sitting.line.phase == "welcome":
        room.next()


@pytest.mark.parametrize(
    ("total_s", "limit", "told"),
    [
        (2999, 60, None),
        (3000, 60, {"minutes": "50"}),
        (3600, 60, {"minutes": "60"}),
        (2100, 45, {"minutes": "near", "limit": "45"}),
        (2099, 45, None),
        (2700, 45, {"minutes": "over", "limit": "45"}),
        (0, 10, None),
        (600, 10, {"minutes": "over", "limit": "10"}),
    ],
)
def test_a_meetings_own_limit_is_told_ten_minutes_before_and_at_it(
    total_s: float, limit: int, told: dict[str, str] | None
) -> None:
    assert limit_told(total_s, limit) == told
