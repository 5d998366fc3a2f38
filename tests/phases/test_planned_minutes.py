"""What a part is allotted: thresholds, minutes given, and what is set before the start."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from phases.commands.clock import Minute, Start
from phases.commands.planning import MeetingPlan
from phases.pace import Mark, mark_of
from tests.phases.room import NOON, set_up, started
from tests.phases.walk import PHASES, in_phase

USUAL = (0.20, 0.05)


def at(minutes: float) -> datetime:
    """An instant so many minutes after the scheduled start."""
    return NOON + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("allotted", "remaining", "mark"),
    [
        (300, 60.5, "normal"),
        (300, 60, "soon"),
        (300, 15.5, "soon"),
        (300, 15, "last"),
        (300, 0.5, "last"),
        (300, 0, "over"),
        (300, -1, "over"),
        (600, 120.5, "normal"),
        (600, 120, "soon"),
        (600, 30.5, "soon"),
        (600, 30, "last"),
        (600, 0, "over"),
    ],
)
def test_two_thresholds_and_zero(allotted: float, remaining: float, mark: Mark) -> None:
    assert mark_of(remaining, allotted, USUAL) == mark


def test_a_structure_may_set_its_own_thresholds() -> None:
    assert mark_of(150, 300, (0.5, 0.1)) == "soon"
    assert mark_of(30, 300, (0.5, 0.1)) == "last"


@pytest.mark.parametrize(
    ("phase", "used", "mark"),
    [
        ("welcome", 239, "normal"),
        ("welcome", 240, "soon"),
        ("welcome", 285, "last"),
        ("welcome", 300, "over"),
        ("clarifying", 479, "normal"),
        ("clarifying", 480, "soon"),
        ("clarifying", 570, "last"),
    ],
)
def test_the_thresholds_of_a_running_phase(phase: str, used: float, mark: Mark) -> None:
    room = in_phase(phase)
    room.clock.tick(used)
    assert room.pace.mark == mark


@pytest.mark.parametrize(
    ("remaining", "shown"),
    [(300.0, 300), (299.4, 300), (299.0, 299), (0.2, 1), (0.0, 0), (-0.4, 0), (-1.0, -1)],
)
def test_shown_seconds_are_rounded_up(remaining: float, shown: int) -> None:
    room = started()
    room.clock.tick(300 - remaining)
    assert room.pace.shown_s == shown


def test_allotted_is_planned_and_given_and_planned_never_changes() -> None:
    room = started()
    room.do(Minute(2))
    room.do(Minute(-1))
    assert room.pace.allotted_s == 360.0
    assert room.sitting.phase is not None
    assert room.sitting.phase.planned_s == 300.0


def test_a_phase_is_never_cut_below_a_minute() -> None:
    room = started()
    room.do(Minute(-4))
    assert room.refused(Minute(-1)).code == "too-short"


@pytest.mark.parametrize("minutes", [0, 61, -61])
def test_at_most_an_hour_is_given_at_once(minutes: int) -> None:
    assert started().refused(Minute(minutes)).code == "bad-minutes"


def test_one_service_makes_both_rounds_five_minutes_and_the_whole_35() -> None:
    room = set_up(services=1)
    minutes = {p.id: p.planned_s / 60 for p in room.sitting.agenda.phases}
    assert minutes == dict.fromkeys(PHASES, 5.0)
    assert room.pace.projected_end == at(35)


def test_two_services_make_45_minutes() -> None:
    planned = [p.planned_s / 60 for p in set_up().sitting.agenda.phases]
    assert planned == [5, 5, 10, 5, 10, 5, 5]


def test_minutes_are_set_phase_by_phase_before_the_start() -> None:
    room = set_up()
    room.do(MeetingPlan(minutes=(10, 5, 10, 5, 10, 5, 5)))
    room.do(Start())
    room.clock.tick(480)
    assert (room.pace.mark, room.pace.remaining_s) == ("soon", 120.0)
    room.clock.tick(90)
    assert (room.pace.mark, room.pace.remaining_s) == ("last", 30.0)
