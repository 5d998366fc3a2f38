"""What the clock events add up to: runs, pauses, time away, and what survives (design §4)."""

from __future__ import annotations

import pytest

from phases.commands.case_facts import CaseNew
from phases.commands.clock import (
    Away,
    Back,
    BreakOff,
    Close,
    Minute,
    Next,
    Pause,
    Resume,
    Start,
)
from phases.commands.planning import MeetingPlan
from phases.timeline import timeline
from tests.phases.room import NOON, Room, set_up, started
from tests.phases.walk import closed, in_phase, step, through


def used_and_paused(room: Room) -> float:
    line = room.sitting.line.at(room.clock.stamp())
    return sum(run.used_s + run.paused_s for run in line.runs)


def test_before_the_start_there_is_no_clock() -> None:
    line = set_up().sitting.line
    assert (line.state, line.phase, line.started, line.ended) == ("planned", "", None, None)
    assert line.at(Room().clock.stamp()) is line


def test_next_in_a_pause_stays_paused() -> None:
    room = started()
    room.do(Pause(), after=30)
    room.next(after=10)
    assert room.sitting.state == "paused"
    room.clock.tick(20)
    line = room.sitting.line.at(room.clock.stamp())
    assert (line.used_s("welcome"), line.paused_s("welcome")) == (30.0, 10.0)
    assert (line.used_s("description"), line.paused_s("description")) == (0.0, 20.0)


def test_back_opens_a_new_run_and_totals_add_up() -> None:
    room = started()
    room.next(after=100)
    room.do(Back(), after=20)
    room.next(after=50)
    line = room.sitting.line.at(room.clock.stamp())
    assert [run.phase for run in line.runs] == ["welcome", "description", "welcome", "description"]
    assert line.used_s("welcome") == 150.0
    assert line.begun("description")
    assert not line.begun("closing")


def test_time_left_goes_on_where_it_was_after_back() -> None:
    room = started()
    room.next(after=100)
    room.do(Back(), after=20)
    assert room.pace.remaining_s == 200.0
    room.next()
    assert room.pace.remaining_s == 280.0


def test_overrun_survives_pause_back_and_crash() -> None:
    room = started()
    room.clock.tick(340)
    assert room.pace.remaining_s == -40.0
    room.do(Pause())
    room.clock.tick(500)
    assert room.pace.remaining_s == -40.0
    room.do(Resume())
    room.next(after=5)
    room.do(Back(), after=60)
    assert room.pace.remaining_s == -45.0
    room.crash()
    assert room.pace.remaining_s == -45.0
    room.clock.tick(1)
    assert room.pace.remaining_s == -46.0


def test_zero_never_stops_anything() -> None:
    room = started()
    room.clock.tick(3 * 3600)
    assert room.sitting.line.phase == "welcome"
    assert room.sitting.state == "running"


def test_a_crash_loses_no_second() -> None:
    room = started()
    room.next(after=290)
    room.do(Pause(), after=10)
    room.clock.tick(45)
    before, pace = room.case, room.pace
    room.crash()
    assert (room.case, room.pace) == (before, pace)


def test_time_away_taken_out_becomes_a_pause() -> None:
    room = started()
    room.clock.tick(700)
    room.do(Away(seconds=600, answer="out"))
    line = room.sitting.line
    assert (line.used_s("welcome"), line.paused_s("welcome")) == (100.0, 600.0)
    assert room.pace.remaining_s == 200.0
    assert used_and_paused(room) == 700.0


def test_time_away_that_counts_changes_nothing() -> None:
    room = started()
    room.clock.tick(700)
    before = room.pace
    room.do(Away(seconds=600, answer="count"))
    assert room.pace == before


def test_no_more_time_is_taken_out_than_was_used() -> None:
    room = started()
    room.clock.tick(100)
    room.do(Away(seconds=600, answer="out"))
    assert room.sitting.line.used_s("welcome") == 0.0
    assert used_and_paused(room) == 100.0


def test_time_away_in_a_rehearsal_is_multiplied_too() -> None:
    room = rehearsal(60.0)
    room.clock.tick(10)
    room.do(Away(seconds=9, answer="out"))
    assert room.sitting.line.used_s("welcome") == 60.0
    assert room.sitting.line.paused_s("welcome") == 540.0


@pytest.mark.parametrize("seconds", [-1.0, float("nan"), float("inf")])
def test_time_away_is_a_number_of_seconds(seconds: float) -> None:
    assert started().refused(Away(seconds=seconds, answer="out")).code == "bad-seconds"


def test_used_and_paused_are_the_time_between_start_and_end() -> None:
    room = started()
    begun = room.clock.passed_s
    room.next(after=301.25)
    room.do(Pause(), after=17.5)
    room.do(Resume(), after=63.125)
    room.do(Back(), after=8)
    room.do(Minute(2), after=3)
    room.next(after=40)
    room.do(BreakOff(), after=99)
    line = room.sitting.line
    assert line.ended is not None
    assert line.started is not None
    true_s = room.clock.passed_s - begun
    assert used_and_paused(room) == pytest.approx(true_s, abs=1e-6)
    assert (line.ended.utc - line.started.utc).total_seconds() == pytest.approx(true_s, abs=0.002)


def test_after_the_end_the_clock_stands_still() -> None:
    room = started()
    room.do(BreakOff(), after=120)
    before = room.pace
    room.clock.tick(9999)
    assert room.pace == before
    assert room.sitting.state == "broken-off"
    assert room.sitting.line.phase == ""
    assert before.projected_end == room.sitting.line.runs[0].started.utc.replace(minute=2)


def test_a_closed_meeting_has_ended_and_can_not_go_on() -> None:
    room = closed()
    assert room.sitting.state == "closed"
    for command in (Next(), Back(), Pause(), Resume(), Minute(), Close(), BreakOff(), Start()):
        assert room.refused(command).code == "not-now"


def test_closing_takes_the_last_phase() -> None:
    assert started().refused(Close()).code == "not-last-phase"


def test_a_meeting_closed_in_a_pause_counts_the_pause() -> None:
    room = through(in_phase("closing"))
    room.do(Pause(), after=10)
    room.do(Close(), after=30)
    assert room.sitting.line.paused_s("closing") == 30.0


def rehearsal(speed: float) -> Room:
    room = Room()
    room.do(CaseNew(rehearsal=True))
    room.do(MeetingPlan(at=NOON))
    room.do(Start(speed=speed))
    return room


def test_a_rehearsal_runs_at_its_speed_and_keeps_its_real_stamps() -> None:
    room = rehearsal(60.0)
    room.clock.tick(3)
    assert room.pace.used_s == 180.0
    room.do(Pause())
    assert room.sitting.events[-1].at.utc == room.clock.utc
    assert room.sitting.line.clock_time(room.clock.stamp()).minute == 3


def test_a_rehearsal_counts_from_its_own_start_and_is_not_late_by_itself() -> None:
    room = rehearsal(60.0)
    room.clock.tick(2)
    assert room.pace.lateness_s == 0.0


@pytest.mark.parametrize("speed", [0.0, -1.0, 601.0, float("nan")])
def test_a_speed_is_between_1_and_600(speed: float) -> None:
    assert set_up().refused(Start(speed=speed)).code == "bad-speed"


def test_only_a_rehearsal_has_a_speed() -> None:
    assert set_up().refused(Start(speed=2.0)).code == "no-rehearsal"


def test_events_without_their_start_make_no_clock() -> None:
    room = started()
    room.next(after=10)
    room.do(Pause())
    events = [e for e in room.sitting.events if e.kind != "start"]
    assert timeline(events).state == "planned"


def test_two_starts_are_one_meeting() -> None:
    room = started()
    assert room.refused(Start()).code == "not-now"


def test_a_held_next_is_one_step() -> None:
    room = started()
    room.do(Next(phase="welcome"))
    again = room.refused(Next(phase="welcome"))
    assert (again.code, again.exit_code, again.args) == (
        "already-in-phase",
        4,
        {"phase": "description"},
    )
    assert room.refused(Back(phase="welcome")).exit_code == 4


def test_pause_and_resume_are_pressed_once() -> None:
    room = started()
    assert room.refused(Resume()).exit_code == 4
    room.do(Pause())
    assert room.refused(Pause()).exit_code == 4


def test_there_is_nothing_before_the_first_phase_nor_after_the_last() -> None:
    assert started().refused(Back()).code == "first-phase"
    room = through(in_phase("closing"))
    assert room.refused(Next()).code == "last-phase"


def test_a_whole_meeting_of_five_and_ten_minutes_lasts_45() -> None:
    room = started()
    for phase in room.sitting.agenda.phases:
        through(room)
        room.clock.tick(phase.planned_s)
        step(room)
    assert room.sitting.state == "closed"
    assert room.pace.total_s == 2700.0
    assert room.pace.lateness_s == 0.0
