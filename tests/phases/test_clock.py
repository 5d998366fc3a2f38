"""Instants and spans: jumps, restarts, suspend and daylight saving (design §4.1)."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phases.clock import JUMP_S, Stamp, span, wall_jump_s
from phases.commands.clock import Next, Pause, Resume, Start
from phases.commands.planning import MeetingPlan
from tests.phases.room import NOON, OSLO, FakeClock, set_up, started

SECONDS = st.floats(min_value=0, max_value=1e6, allow_nan=False)


def stamp(after: float = 0.0, boot: str | None = "boot-1", wall: float = 0.0) -> Stamp:
    """An instant `after` seconds past noon, on a wall clock that is `wall` seconds wrong."""
    utc = NOON + timedelta(seconds=after + wall)
    return Stamp(utc, boot, 1000.0 + after if boot else None)


@pytest.mark.parametrize("wall", [-3600.0, 3600.0, -0.5])
def test_on_one_boot_the_wall_clock_says_nothing(wall: float) -> None:
    assert span(stamp(), stamp(90, wall=wall)) == 90.0


@pytest.mark.parametrize(("boot_a", "boot_b"), [("one", "two"), (None, None), ("one", None)])
def test_another_boot_or_no_awake_clock_falls_back_to_utc(
    boot_a: str | None, boot_b: str | None
) -> None:
    assert span(stamp(boot=boot_a), stamp(45, boot=boot_b)) == 45.0


def test_a_boot_without_an_awake_clock_falls_back_to_utc() -> None:
    assert span(Stamp(NOON, "one"), Stamp(NOON + timedelta(seconds=7), "one")) == 7.0


@pytest.mark.parametrize("boot", ["boot-1", "boot-2", None])
def test_a_span_is_never_negative(boot: str | None) -> None:
    assert span(stamp(100), stamp(0, boot=boot)) == 0.0


def test_a_rehearsal_multiplies_the_span_and_not_the_stamps() -> None:
    assert span(stamp(), stamp(5), speed=60.0) == 300.0


@given(SECONDS, SECONDS)
def test_spans_of_one_boot_add_up(first: float, second: float) -> None:
    a, b, c = stamp(), stamp(first), stamp(first + second)
    assert span(a, b) + span(b, c) == pytest.approx(span(a, c), abs=1e-6)


@pytest.mark.parametrize("boot", ["boot-1", None])
def test_a_later_instant_is_later_on_both_clocks(boot: str | None) -> None:
    assert stamp(5, boot).later(2.5) == stamp(7.5, boot)


@given(SECONDS, st.sampled_from(["boot-1", None]))
def test_a_stamp_survives_json(seconds: float, boot: str | None) -> None:
    at = stamp(seconds, boot)
    read = Stamp.from_doc(json.loads(json.dumps(at.to_doc())))
    assert (read.boot, read.awake_s) == (at.boot, at.awake_s)
    assert abs((read.utc - at.utc).total_seconds()) < 0.001


def test_a_stamp_is_written_in_utc_whatever_zone_it_came_in() -> None:
    assert Stamp(NOON.astimezone(OSLO)).to_doc()["utc"] == "2027-01-19T12:00:00.000+00:00"


@pytest.mark.parametrize(
    ("a", "b", "moved"),
    [
        (stamp(), stamp(10, wall=3600), 3600.0),
        (stamp(), stamp(10, wall=-3600), -3600.0),
        (stamp(), stamp(10, wall=JUMP_S), None),
        (stamp(), stamp(10, wall=JUMP_S + 0.5), 2.5),
        (stamp(), stamp(10, boot="boot-2", wall=3600), None),
        (stamp(boot=None), stamp(10, boot=None, wall=3600), None),
    ],
)
def test_a_jump_of_the_wall_clock_is_found_on_one_boot_only(
    a: Stamp, b: Stamp, moved: float | None
) -> None:
    assert wall_jump_s(a, b) == moved


@pytest.mark.parametrize("jump", [-3600.0, 3600.0])
def test_a_jump_in_a_meeting_is_noted_once_and_leaves_the_time_left_alone(jump: float) -> None:
    room = started()
    room.clock.tick(60)
    before = room.pace.remaining_s
    room.clock.jump(jump)
    assert room.pace.remaining_s == before
    room.do(Pause(), after=10)
    room.do(Resume())
    room.do(Pause(), after=5)
    assert [e.moved_s for e in room.sitting.events if e.moved_s is not None] == [jump]
    assert room.pace.used_s == 75.0


def test_a_jump_before_the_meeting_is_no_news() -> None:
    room = set_up()
    room.clock.jump(3600)
    room.do(Start())
    assert all(e.moved_s is None for es in room.case.happened.values() for e in es)


def test_after_a_restart_utc_tells_the_time() -> None:
    room = started()
    room.clock.tick(100)
    room.clock.boot, room.clock.awake_s = "boot-2", 3.0
    room.crash()
    assert room.pace.used_s == 100.0
    room.next(after=20)
    assert room.sitting.line.used_s("welcome") == 120.0


def test_after_a_restart_with_a_clock_set_back_time_stands_still_and_is_not_negative() -> None:
    room = started()
    room.clock.boot = "boot-2"
    room.clock.jump(-3600)
    assert room.pace.used_s == 0.0
    assert room.pace.remaining_s == 300.0


def test_after_a_restart_in_another_century_no_more_than_a_day_of_overrun_is_shown() -> None:
    room = started()
    room.clock.boot = "boot-2"
    room.clock.jump(72 * 365 * 86400.0)
    assert room.pace.remaining_s == -86400.0


def test_time_asleep_counts_until_somebody_answers() -> None:
    room = started()
    room.clock.tick(600)  # the awake clock runs on through suspend
    assert room.sitting.line.phase == "welcome"
    assert room.pace.remaining_s == -300.0


@pytest.mark.parametrize(
    ("begins", "local_end"),
    [
        # The clocks go back at 03:00: 02:50 the first time, 02:10 the second.
        (datetime(2026, 10, 25, 0, 50, tzinfo=UTC), "02:10"),
        # The clocks go forward at 02:00: 01:50, then 03:10.
        (datetime(2027, 3, 28, 0, 50, tzinfo=UTC), "03:10"),
    ],
)
def test_daylight_saving_in_oslo_changes_the_clock_time_and_not_the_time_left(
    begins: datetime, local_end: str
) -> None:
    room = set_up(at=begins)
    room.clock = FakeClock(begins)
    room.do(MeetingPlan(minutes=(14, 1, 1, 1, 1, 1, 1)))
    room.do(Start())
    ends = room.pace.projected_end.astimezone(OSLO)
    assert ends.strftime("%H:%M") == local_end
    room.clock.tick(600)
    assert (room.pace.used_s, room.pace.remaining_s) == (600.0, 240.0)
    assert room.pace.projected_end.astimezone(OSLO).strftime("%H:%M") == local_end
    assert room.pace.lateness_s == 0.0


def test_a_phase_ends_and_the_next_begins_at_the_same_instant() -> None:
    room = started()
    room.do(Next(), after=61.5)
    first, second = room.sitting.line.runs
    assert first.ended == second.started
