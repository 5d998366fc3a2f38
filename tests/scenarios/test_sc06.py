"""SC-06: the chain of three conversations that ends with a closed case (domain §6)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from phases.clock import Stamp
from phases.context import Context
from phases.deadlines import ONE_MONTH, TWO_MONTHS, Period, latest_meeting_day, latest_reminder_day
from phases.records import Meeting
from phases.rules import asked_at
from phases.rules_ask import Ask
from tests.scenarios.playing import (
    OSLO,
    SHIPPED,
    before,
    by_title,
    closures_w8,
    meeting,
    played,
    refused,
    rules,
)

NOON = datetime(2027, 2, 10, 11, tzinfo=UTC)
ROWS = ("unit", "child", "guardians", "others")


def _record(number: int) -> Meeting:
    """The meeting with this number, as the log keeps it."""
    return next(m for m in played("sc06").case.meetings.values() if m.number == number)


def _cells(number: int, form: str) -> dict[tuple[str, str], str]:
    """Row and column -> what stands in this form of the meeting."""
    here = _record(number).id
    answers = played("sc06").case.answers.values()
    return {(a.row, a.column): a.text for a in answers if (a.meeting, a.form) == (here, form)}


def test_the_three_conversations_follow_each_other_without_being_named() -> None:
    held = [meeting("sc06", number) for number in (1, 2, 3)]
    assert [m.structure for m in held] == ["meeting-1", "meeting-2", "meeting-3"]
    assert [m.state for m in held] == ["closed"] * 3
    days = [m.started_at.date() for m in held if m.started_at is not None]
    assert days == [date(2027, 1, 29), date(2027, 2, 18), date(2027, 4, 15)]
    # The second where the first one agreed to meet, and the third where the second was.
    assert [m.place for m in held] == ["Grupperommet", "Biblioteket", "Biblioteket"]


@pytest.mark.parametrize(
    ("day", "within", "raw", "latest", "booked"),
    [
        ("2027-01-29", ONE_MONTH, "2027-02-28", "2027-02-19", "2027-02-18"),
        ("2027-02-18", TWO_MONTHS, "2027-04-18", "2027-04-16", "2027-04-15"),
    ],
)
def test_each_next_conversation_is_booked_within_its_latest_day(
    day: str, within: Period, raw: str, latest: str, booked: str
) -> None:
    held = date.fromisoformat(day)
    assert str(within.after(held)) == raw
    assert str(latest_meeting_day(held, within, closures_w8())) == latest
    found = [m for m in played("sc06").case.meetings.values() if m.next_meeting is not None]
    assert date.fromisoformat(booked) in [m.next_meeting.on for m in found if m.next_meeting]
    assert booked <= latest


@pytest.mark.realises("S4-56")
def test_each_ends_with_time_and_place_of_the_next() -> None:
    agreed = [meeting("sc06", number).next_meeting for number in (1, 2)]
    told = [(a.at, a.place) for a in agreed if a is not None]
    assert told == [("13:00", "Biblioteket"), ("13:00", "")]
    assert meeting("sc06", 3).next_meeting is None


def test_a_later_day_and_a_closed_one_are_warned_of_and_the_booked_ones_are_not() -> None:
    told = [(r.finding.rule, r.finding.args.get("day")) for r in played("sc06").remarks]
    assert [day for rule, day in told if rule == "R-E2"] == [
        "2027-02-19",
        "2027-02-19",
        "2027-04-16",
    ]
    assert [day for rule, day in told if rule == "R-P8"] == ["2027-02-24"]


@pytest.mark.parametrize(
    ("booked", "reminded"), [("2027-02-18", "2027-02-11"), ("2027-04-15", "2027-04-08")]
)
def test_the_reminders_went_out_by_their_latest_day(booked: str, reminded: str) -> None:
    latest = latest_reminder_day(date.fromisoformat(booked), closures_w8())
    assert str(latest) == reminded
    sent = [n.sent_on for n in played("sc06").case.notices.values() if n.kind == "reminder"]
    assert date.fromisoformat(reminded) in sent
    assert "R-P1" not in rules("sc06")


def test_no_summons_goes_out_without_purpose_place_and_time_frame() -> None:
    assert refused("sc06")[:2] == ["R-P6", "R-P6"]
    kinds = [n.kind for n in played("sc06").case.notices.values()]
    assert kinds.count("summons") == 3


@pytest.mark.parametrize(
    ("lacking", "told"),
    [({"purpose": ""}, "purpose"), ({"place": ""}, "place"), ({"at": None}, "time")],
)
def test_no_summons_to_the_second_is_made_without_any_of_them(
    lacking: dict[str, str | None], told: str
) -> None:
    case = before("sc06", "2027-02-11T08:30 notice")
    sitting = case.sitting
    assert sitting is not None
    [rule] = asked_at("summons")

    def hit(meeting: Meeting) -> object:
        meetings = {**case.meetings, meeting.id: meeting}
        context = Context(now=Stamp(NOON, None, None), new_id=str, zone=OSLO, structures=SHIPPED)
        return rule.check(Ask(case.with_(meetings=meetings), context))

    assert hit(sitting.meeting) is None
    found = hit(sitting.meeting.with_(**lacking))
    assert (rule.id, found) == ("R-P6", {"missing": told})


def test_the_first_conversation_fills_the_rows_of_those_who_are_here() -> None:
    assert {row for row, _ in _cells(1, "situation")} == {"unit", "child", "guardians"}
    assert meeting("sc06", 1).floor[1].heard[0] == "family"


def test_the_first_conversation_shares_out_who_finds_out_what() -> None:
    case, told = played("sc06").case, _cells(1, "information")
    tasks = {row: text for (row, column), text in told.items() if column == "text"}
    assert tasks == {"unit": "Leseprøve", "guardians": "Søvndagbok"}
    who = {row: case.label(text) for (row, column), text in told.items() if column == "who"}
    assert who == {"unit": "Kontaktlærer", "guardians": "Mor"}
    assert _cells(1, "cooperation") == {next(iter(_cells(1, "cooperation"))): "no"}


def test_the_child_speaks_about_its_own_situation_in_the_second() -> None:
    assert ("child", "text") in _cells(2, "findings")
    assert played("sc06").case.child_present


def test_three_measures_have_content_period_and_somebody_responsible() -> None:
    case = played("sc06").case
    here = _record(2).id
    measures = [a for a in by_title(case).values() if a.meeting == here]
    assert len(measures) == 3
    assert "R-M14" not in rules("sc06")
    for measure in measures:
        assert all((measure.content, measure.extent, measure.organisation))
        assert measure.start is not None
        assert measure.period_end is not None
        assert measure.owner in case.participants


def test_the_third_has_effect_and_obstacles_in_all_four_rows() -> None:
    cells = _cells(3, "effect")
    for row in ROWS:
        assert cells[row, "how"]
        assert cells[row, "obstacles"]


def test_the_third_cant_end_without_an_outcome_and_closed_stands_alone() -> None:
    assert refused("sc06")[2:] == ["R-E14", "closed-stands-alone"]
    outcome = _record(3).outcome
    assert outcome is not None
    assert outcome.kinds == ("closed",)
    assert _record(3).next_meeting is None


def test_the_case_is_closed_and_may_be_handed_over_and_deleted() -> None:
    case = played("sc06").case
    assert (case.facts.status, case.facts.closed_reason) == ("closed", "goals-reached")
    assert case.sitting is not None
    ended = case.sitting.line.ended
    assert ended is not None
    ask = Ask(case, Context(now=ended, new_id=str, zone=OSLO, structures=SHIPPED))
    told = {rule.id: rule.check(ask) for rule in asked_at("delete")}
    assert told["R-E18"] == {"archived": "yes"}
    assert told["R-S4"] is None


@pytest.mark.parametrize("number", [1, 2, 3])
def test_each_form_has_three_rows_to_sign_and_is_filed_in_both_places(number: int) -> None:
    case, here = played("sc06").case, _record(number)
    assert case.agendas[here.id].signatures == 3
    minutes = case.minutes[here.id]
    assert minutes.status == "final"
    assert minutes.filed == ("samspill", "archive")
    assert case.label(minutes.responsible) == "Kontaktlærer"
    roles = {case.participants[s.who].role for s in here.signed}
    assert {"guardian", "teacher"} <= roles
