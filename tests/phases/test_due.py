"""What is due, by day, and only while it is to be done."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from phases.commands.case_facts import CaseSet
from phases.commands.clock import BreakOff, Start
from phases.commands.consents import ConsentAdd
from phases.commands.log import ActivityAdd
from phases.commands.minutes import MinutesCommand, Retention
from phases.commands.planning import MeetingPlan
from phases.commands.preparing import NoticeCommand
from phases.due import AHEAD, FAR_AHEAD, Due, due
from tests.phases.chain import on, over
from tests.phases.room import Room, set_up
from tests.phases.rooms import ready_to_close

MEETING = datetime(2027, 3, 2, 12, tzinfo=UTC)
REMINDER = date(2027, 2, 23)


def told(room: Room, kind: str) -> list[Due]:
    return [each for each in due(room.case, room.context()) if each.kind == kind]


def test_a_reminder_is_due_two_weeks_ahead_until_it_is_sent() -> None:
    room = set_up(at=MEETING)
    assert not told(on(room, REMINDER - AHEAD - timedelta(days=1)), "reminder")
    assert told(on(room, REMINDER - AHEAD), "reminder") == [Due(REMINDER, "reminder", "R-P1")]
    assert told(on(room, REMINDER + timedelta(days=1)), "reminder")
    on(room, REMINDER).do(NoticeCommand(kind="reminder", channel="sms"))
    assert not told(room, "reminder")


def test_an_agreed_date_reminds_before_anybody_has_planned_that_meeting() -> None:
    room = over()
    agreed = room.sitting.meeting.next_meeting
    assert agreed is not None
    assert agreed.on is not None
    (found,) = told(on(room, agreed.on - AHEAD), "reminder")
    assert found.on < agreed.on - timedelta(days=6)
    room.do(MeetingPlan(at=datetime.combine(agreed.on, MEETING.timetz())))
    assert told(room, "reminder") == [found]
    assert not told(on(room, agreed.on), "reminder")


def test_minutes_are_due_from_the_meeting_on_until_they_are_final() -> None:
    room = over()
    found = told(room, "minutes")
    assert [(each.on, each.rule) for each in found] == [(date(2027, 2, 2), "R-E6")]
    room.do(MinutesCommand(status="final"))
    assert not told(room, "minutes")


def test_minutes_of_an_earlier_meeting_stay_due_once_another_was_held() -> None:
    room = over()
    [first] = told(room, "minutes")
    on(room, date(2027, 3, 2)).do(MeetingPlan(at=MEETING), Start(), BreakOff())
    assert [each.on for each in told(room, "minutes")] == [first.on, date(2027, 3, 4)]
    room.do(MinutesCommand(status="final"), MinutesCommand(status="final", meeting=1))
    assert not told(room, "minutes")


def test_activities_to_assess_are_counted_by_day() -> None:
    room = ready_to_close()
    today = room.context().today
    soon, later = today + AHEAD, today + AHEAD + timedelta(days=1)
    for number, day in enumerate((soon, soon, later)):
        room.do(ActivityAdd(title=f"T{number}", owner="Mor", due=later, assess_on=day))
    assert told(room, "assess") == [Due(soon, "assess", "R-E13", 2)]


def test_a_consent_that_runs_out_is_told_until_a_newer_one_holds() -> None:
    room = set_up(at=MEETING)
    today = room.context().today
    ends = today + FAR_AHEAD
    room.do(ConsentAdd(by="Mor", covers="log", expires=ends))
    assert told(room, "consent-expires") == [Due(ends, "consent-expires", "R-C7")]
    assert told(on(room, ends + timedelta(days=1)), "consent-expires")
    room.do(ConsentAdd(by="Mor", covers="log"))
    assert not told(room, "consent-expires")


@pytest.mark.parametrize(("days", "rule"), [(-1, "R-C2"), (0, "R-C2"), (30, "R-C3"), (31, "")])
def test_the_youths_own_consent_is_told_of_from_a_month_before(days: int, rule: str) -> None:
    room = set_up(at=MEETING, child=True)
    day = room.context().today + timedelta(days=days)
    room.do(CaseSet(own_consent_from=day))
    assert [each.rule for each in told(room, "consent-youth")] == ([rule] if rule else [])


def test_the_end_of_keeping_is_told_even_of_a_closed_case() -> None:
    room = over()
    day = room.context().today + FAR_AHEAD
    room.do(Retention(until=day))
    assert told(room, "keep") == [Due(day, "keep", "R-S4")]


def test_the_list_is_by_day_and_a_rehearsal_has_none() -> None:
    room = over()
    room.do(Retention(until=room.context().today), MeetingPlan(at=MEETING))
    days = [each.on for each in due(room.case, room.context())]
    assert days == sorted(days)
    assert days
    rehearsed = room.case.facts.with_(rehearsal=True)
    assert not due(room.case.with_(facts=rehearsed), room.context())
