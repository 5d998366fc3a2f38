"""What the scenarios leave to be done, by day: their reminders, minutes and dates (domain §6)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from phases.clock import Stamp
from phases.context import Context
from phases.due import Due, due
from phases.next_day import latest_next
from phases.picking import DateBook
from phases.rules import asked_at
from phases.rules_ask import Ask
from phases.slots import slots
from tests.scenarios.playing import OSLO, SHIPPED, closures_w8, played


def on(day: str) -> Context:
    """The morning of that day, in the municipality of the scenarios."""
    now = Stamp(datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).replace(hour=9))
    return Context(now, str, OSLO, SHIPPED, calendar=closures_w8())


def told(name: str, day: str, kind: str) -> list[Due]:
    return [each for each in due(played(name).case, on(day)) if each.kind == kind]


@pytest.mark.realises("S0-06")
@pytest.mark.parametrize(
    ("name", "before", "by", "meeting"),
    [
        # 23 February lies in the winter break, 29 December in the Christmas holidays.
        ("sc01", "2027-02-10", "2027-02-19", "2027-03-02"),
        ("sc03", "2026-12-10", "2026-12-18", "2027-01-05"),
        ("sc11", "2027-05-10", "2027-05-18", "2027-05-25"),
    ],
)
def test_the_reminder_of_the_agreed_meeting_is_due_by_its_latest_day(
    name: str, before: str, by: str, meeting: str
) -> None:
    day = date.fromisoformat(by)
    assert told(name, before, "reminder") == [Due(day, "reminder", "R-P1")]
    late = {rule.id for rule in asked_at("prepare") if rule.check(Ask(played(name).case, on(by)))}
    assert "R-P1" not in late
    assert "R-P2" in late
    (first, *_) = slots(played(name).case, on(before))
    assert str(first.day) == meeting
    assert first.remind_days == (first.day - day).days
    assert not told(name, meeting, "reminder")


def test_an_agreed_time_is_kept_free_for_as_long_as_the_meeting_before_it() -> None:
    case = played("sc03").case
    (agreed, *_) = slots(case, on("2026-12-10"))
    assert case.held is not None
    assert agreed.at is not None
    assert agreed.minutes == case.held.agenda.total_s // 60 == 60


@pytest.mark.parametrize(
    ("name", "latest"), [("sc01", None), ("sc03", "2027-01-05"), ("sc06", None)]
)
def test_the_calendar_marks_the_latest_day_of_each(name: str, latest: str | None) -> None:
    case = played(name).case
    found = latest_next(case, on("2027-01-20"), case.held)
    assert (str(found.latest) if found else None) == latest
    book = DateBook(case, on("2027-01-20"))
    assert (str(book.latest) if book.latest else None) == latest


def test_sc01_has_the_days_of_the_year_in_the_calendar_after_it() -> None:
    found = [str(slot.day) for slot in slots(played("sc01").case, on("2027-01-20"))]
    assert found == ["2027-03-02", "2027-04-20"]


def test_sc06_leaves_no_reminder_and_is_kept_until_the_day_that_was_set() -> None:
    assert not told("sc06", "2027-04-20", "reminder")
    assert not told("sc06", "2027-04-20", "minutes")
    assert told("sc06", "2027-06-10", "keep") == [Due(date(2027, 6, 30), "keep", "R-S4")]
