"""What is known of a day before it is picked: closed, the latest, planned, and what rules say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from phases.calendar import Closures
from phases.commands import Command
from phases.commands.case_facts import CaseSet
from phases.commands.closing import NextMeetingCommand
from phases.context import Context
from phases.month import Month
from phases.picking import DateBook
from phases.slots import slots
from tests.phases.chain import BOOKED, led, over, planned
from tests.phases.room import Room
from tests.phases.test_deadlines import W8

LATEST = date(2027, 2, 19)
"""A month after 29 January: Sunday 28 February, before the winter break (SC-06)."""


def book(room: Room, calendar: Closures = W8) -> DateBook:
    ctx: Context = room.context()
    return DateBook(room.case, ctx._replace(calendar=calendar))


def rules(found: tuple[object, ...]) -> list[str]:
    return [repr(each).removeprefix("Finding(").removesuffix(")") for each in found]


def names(known: DateBook, day: date, language: str = "nn") -> list[str]:
    return [reason.words(language) for reason in known.facts(day).reasons]


def test_red_days_and_closures_have_their_names_and_the_17th_of_may_2027_has_two() -> None:
    known = book(led())
    assert names(known, date(2027, 5, 17)) == ["17. mai", "2. pinsedag"]
    assert names(known, date(2027, 5, 17), "nb") == ["17. mai", "2. pinsedag"]
    assert names(known, date(2027, 2, 24)) == ["vinterferie"]
    assert names(known, date(2027, 2, 20)) == ["laurdag"]
    assert not known.facts(date(2027, 2, 20)).named
    assert not known.facts(date(2027, 2, 19)).reasons


def test_the_eves_have_their_names_where_nothing_else_closes_them() -> None:
    alone = book(led(), Closures())
    assert names(alone, date(2026, 12, 24)) == ["julaftan"]
    assert names(alone, date(2026, 12, 31), "nb") == ["nyttårsaften"]
    december = [span.first.day for span in alone.named_spans(Month(2026, 12))]
    assert december == [24, 25, 26, 31]
    assert names(book(led()), date(2026, 12, 24)) == ["juleferie"]


def test_the_closed_days_of_a_month_are_told_each_closure_as_a_whole() -> None:
    known = book(led())

    def told(year: int, month: int) -> list[tuple[int, int, str]]:
        return [
            (span.first.day, span.last.day, ", ".join(r.words("nn") for r in span.reasons))
            for span in known.named_spans(Month(year, month))
        ]

    assert told(2027, 2) == [(22, 26, "vinterferie")]
    assert told(2027, 5) == [
        (1, 1, "1. mai"),
        (6, 6, "Kristi himmelfartsdag"),
        (16, 16, "1. pinsedag"),
        (17, 17, "17. mai, 2. pinsedag"),
    ]
    march = told(2027, 3)
    assert march[0] == (22, 29, "påskeferie")
    assert [first for first, _, _ in march] == [22, 25, 26, 28, 29]
    assert told(2027, 6)[-1] == (19, 30, "sommarferie")
    assert told(2027, 7) == [(1, 31, "sommarferie")]


def test_the_latest_day_is_counted_from_the_meeting_that_is_held() -> None:
    assert book(led()).latest == LATEST
    assert book(over()).latest == LATEST
    assert book(planned()).latest is None
    assert book(led()).facts(LATEST).latest
    assert not book(led()).facts(LATEST - timedelta(days=1)).latest


def test_the_meetings_of_this_log_are_marked_and_others_are_counted_alone() -> None:
    room = over()
    room.do(CaseSet(meeting_dates=(date(2027, 4, 20),)))
    known = book(room)
    assert known.facts(BOOKED).planned
    assert known.facts(date(2027, 4, 20)).planned
    assert not known.facts(date(2027, 4, 21)).planned
    known.add_others((BOOKED, date(2027, 3, 2)))
    known.add_others((BOOKED,))
    assert (known.facts(BOOKED).others, known.facts(date(2027, 3, 2)).others) == (2, 1)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2027-02-18", []),
        ("2027-02-19", []),
        ("2027-03-01", ["R-E2"]),
        ("2027-02-24", ["R-P8", "R-E2"]),
        ("2027-02-13", ["R-P8"]),
        ("2027-01-28", ["INV-14"]),
    ],
)
def test_the_rules_are_asked_of_each_day_before_it_is_saved(day: str, told: list[str]) -> None:
    known = book(led())
    assert rules(known.said_of_next(date.fromisoformat(day))) == told


def test_in_planning_the_deadline_of_the_meeting_before_is_told() -> None:
    known = book(over())
    assert rules(known.said_of_plan(LATEST)) == []
    assert rules(known.said_of_plan(date(2027, 3, 1))) == ["R-E2"]
    assert rules(known.said_of_plan(date(2027, 2, 24))) == ["R-E2", "R-P8"]
    assert rules(book(planned()).said_of_plan(date(2027, 3, 1))) == []
    weeks = book(over(next_within={"weeks": 6}))
    assert weeks.latest == date(2027, 3, 12)
    assert rules(weeks.said_of_plan(date(2027, 3, 15))) == ["R-E1"]
    assert rules(weeks.said_of_next(date(2027, 3, 15))) == ["R-E1"]


def test_another_day_than_that_of_the_years_plan_is_told() -> None:
    room = led(next_within=None, next_from_plan=True)
    room.do(CaseSet(meeting_dates=(date(2027, 3, 2),)))
    known = book(room)
    assert rules(known.said_of_next(date(2027, 3, 2))) == []
    assert rules(known.said_of_next(date(2027, 3, 3))) == ["R-E3"]
    assert known.aim == known.from_plan == date(2027, 3, 2)
    assert book(led()).aim == LATEST


def test_of_a_plans_days_and_of_other_days_only_what_concerns_them() -> None:
    known = book(led())
    assert rules(known.said_of_dates(date(2027, 5, 25))) == []
    assert rules(known.said_of_dates(date(2027, 5, 17))) == ["R-P8"]
    assert rules(known.said_of_any(date(2027, 5, 17))) == []
    assert rules(known.said_of_any(date(2027, 1, 1))) == ["INV-14"]


@pytest.mark.parametrize("day", ["2027-02-18", "2027-03-02", "2027-05-17"])
def test_what_is_said_beforehand_is_what_saving_says(day: str) -> None:
    """The calendar asks the same rules, so it can't promise what the log then remarks."""
    wanted = date.fromisoformat(day)
    room = led()
    said = set(rules(DateBook(room.case, room.context()).said_of_next(wanted)))
    command: Command = NextMeetingCommand(on=wanted)
    assert said == {finding.rule for finding in room.do(command).findings}


def test_the_reminders_day_is_that_of_the_day_with_the_cursor() -> None:
    known = book(led())
    assert known.reminder(date(2027, 3, 2)) == date(2027, 2, 19)
    assert known.reminder(date(2027, 4, 5)) == date(2027, 3, 19)
    assert known.reminder(date(2027, 2, 1)) is None


def test_a_day_of_the_plan_before_the_agreed_one_is_no_meeting_any_more() -> None:
    room = over()
    earlier, later = date(2027, 2, 16), date(2027, 4, 20)
    room.do(CaseSet(meeting_dates=(earlier, later)))
    assert [slot.day for slot in slots(room.case, room.context())] == [BOOKED, later]
