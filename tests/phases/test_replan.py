"""Ways to catch up, with every figure of design §4.7."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phases.commands.clock import Back, Minute, Pause, ReplanCommand, Start
from phases.commands.planning import MeetingPlan
from phases.commands.talk import Answered
from phases.commands.welcome import ConsentTold
from phases.pace import began_late_s
from phases.replan import WAYS, Replan, Way, replan, replans, share_out, shorter_rounds
from tests.phases.room import NOON, Room, set_up, started
from tests.phases.walk import in_phase

COMING = ("status-quo", "offers", "decision", "closing")


def late(seconds: float = 240.0) -> Room:
    """Four minutes late when the clarifying round is done, the first three on time."""
    room = started()
    room.next(after=300)
    room.next(after=300)
    room.clock.tick(600 + seconds)
    for _ in range(4):
        room.do(Answered())
    return room


def way(room: Room, which: Way) -> Replan:
    return replan(which, room.sitting, room.clock.stamp())


def minutes(found: Replan) -> list[str]:
    return [
        f"{int(found.minutes_s[p]) // 60}:{int(found.minutes_s[p]) % 60:02}"
        for p in COMING
        if p in found.minutes_s
    ]


def test_four_minutes_late_in_proportion() -> None:
    found = way(late(), "proportion")
    assert minutes(found) == ["4:12", "8:24", "4:12", "4:12"]
    assert found.ends == NOON + timedelta(minutes=45)
    assert not found.impossible


def test_four_minutes_late_with_the_decision_protected() -> None:
    found = way(late(), "protect")
    assert minutes(found) == ["4:00", "8:00", "5:00", "4:00"]
    assert found.ends == NOON + timedelta(minutes=45)


def test_a_droppable_phase_is_left_out() -> None:
    found = way(late(), "drop")
    assert found.dropped == ("status-quo",)
    assert minutes(found) == ["10:00", "5:00", "5:00"]
    assert found.ends == NOON + timedelta(minutes=44)


def test_the_meeting_ends_later() -> None:
    found = way(late(), "later")
    assert found.end_later_s == 240.0
    assert found.ends == NOON + timedelta(minutes=49)


@pytest.mark.parametrize("which", ["proportion", "protect", "later"])
def test_a_replan_that_is_taken_leaves_the_meeting_on_time(which: Way) -> None:
    room = late()
    promised = way(room, which)
    room.do(ReplanCommand(way=which))
    assert room.pace.lateness_s == 0.0
    assert room.pace.projected_end == promised.ends
    room.next()
    assert room.pace.allotted_s == promised.minutes_s.get("status-quo", 300.0)


def test_a_replan_never_changes_what_was_planned() -> None:
    room = late()
    before = room.sitting.agenda
    room.do(ReplanCommand(way="proportion"))
    assert room.sitting.agenda == before


def test_a_dropped_phase_is_passed_over_forwards_and_backwards() -> None:
    room = late()
    room.do(ReplanCommand(way="drop"))
    assert room.pace.lateness_s == -60.0
    room.next()
    assert room.sitting.line.phase == "offers"
    room.do(Back())
    assert room.sitting.line.phase == "clarifying"


def test_end_later_moves_what_was_agreed() -> None:
    room = late()
    room.do(ReplanCommand(way="later"))
    assert room.pace.agreed_end == NOON + timedelta(minutes=49)


def test_a_second_replan_counts_on_from_the_first() -> None:
    room = late()
    room.do(ReplanCommand(way="proportion"))
    room.clock.tick(120)
    found = way(room, "proportion")
    assert sum(found.minutes_s.values()) == 21 * 60 - 120
    room.do(ReplanCommand(way="proportion"))
    assert room.pace.lateness_s == 0.0


@pytest.mark.parametrize("which", WAYS)
def test_a_meeting_less_than_a_minute_late_needs_none(which: Way) -> None:
    room = late(59)
    assert way(room, which).impossible == "not-late"
    assert room.refused(ReplanCommand(way=which)).code == "not-late"
    assert way(late(60), which).impossible == ""


def test_no_phase_gets_less_than_a_minute() -> None:
    room = late(22 * 60)
    assert way(room, "proportion").impossible == "too-short"
    assert way(room, "protect").impossible == "too-short"
    assert way(room, "drop").impossible == ""
    assert way(room, "later").impossible == ""
    assert room.refused(ReplanCommand(way="proportion")).code == "too-short"


def test_one_short_phase_is_enough_to_make_a_way_impossible() -> None:
    room = set_up()
    room.do(MeetingPlan(minutes=(5, 5, 10, 1, 10, 5, 5)))
    room.do(Start())
    room.clock.tick(300 + 120)
    assert way(room, "proportion").impossible == "too-short"


def test_the_last_phase_has_nothing_left_to_shorten() -> None:
    room = in_phase("closing")
    room.clock.tick(3000)
    assert [f.impossible for f in replans(room.sitting, room.clock.stamp())] == [
        "nothing-left",
        "nothing-left",
        "nothing-left",
        "",
    ]


def test_nothing_is_dropped_once_the_droppable_phase_has_begun() -> None:
    room = in_phase("status-quo")
    room.clock.tick(3000)
    assert way(room, "drop").impossible == "nothing-to-drop"


def test_a_phase_that_has_begun_keeps_its_time() -> None:
    room = in_phase("status-quo")
    room.do(Back())
    room.clock.tick(2400)
    assert "status-quo" not in way(room, "proportion").minutes_s


def test_a_replan_in_a_pause_counts_the_pause() -> None:
    room = started()
    room.do(Pause())
    room.clock.tick(240)
    found = way(room, "proportion")
    assert sum(found.minutes_s.values()) == 40 * 60 - 240


def test_given_minutes_are_shared_out_too() -> None:
    room = started()
    room.do(Minute(5))
    found = way(room, "proportion")
    assert sum(found.minutes_s.values()) == 35 * 60


@given(
    st.lists(st.integers(min_value=60, max_value=28800), min_size=1, max_size=20),
    st.integers(min_value=0, max_value=86400),
)
def test_the_largest_remainder_sums_exactly(amounts: list[int], total: int) -> None:
    shares = share_out([float(a) for a in amounts], total)
    assert sum(shares) == total
    whole = sum(amounts)
    for amount, share in zip(amounts, shares, strict=True):
        assert abs(share - amount * total / whole) < 1
    assert share_out([float(a) for a in amounts], whole) == amounts


@given(st.integers(min_value=60, max_value=1500), st.sampled_from(WAYS))
def test_every_possible_way_ends_in_whole_seconds_of_at_least_a_minute(
    seconds: int, which: Way
) -> None:
    found = way(late(float(seconds)), which)
    if found.impossible:
        assert not found.minutes_s
        return
    assert all(s >= 60 and s == int(s) for s in found.minutes_s.values())
    if which in ("proportion", "protect"):
        assert sum(found.minutes_s.values()) == 1500 - seconds


def test_shorter_rounds_are_not_offered_while_the_family_speaks() -> None:
    room = late()
    assert shorter_rounds(room.case, room.sitting, room.clock.stamp())
    room.next()
    assert room.floor.calm
    assert not shorter_rounds(room.case, room.sitting, room.clock.stamp())


def test_a_start_too_late_to_be_made_up_for_is_offered_no_shorter_rounds() -> None:
    room = set_up()
    room.clock.tick(46 * 60)
    room.do(Start(), ConsentTold())
    assert began_late_s(room.sitting) == 46 * 60
    assert not shorter_rounds(room.case, room.sitting, room.clock.stamp())


def test_whoever_begins_in_time_or_on_another_day_has_begun_no_minute_late() -> None:
    assert began_late_s(set_up().sitting) == 0.0
    room = set_up()
    room.clock.tick(24 * 3600)
    room.do(Start())
    assert began_late_s(room.sitting) == 0.0
