"""The log as it stood after an earlier meeting."""

from __future__ import annotations

from phases.records import Meeting
from phases.then import agreed_then, as_then
from tests.scenarios.playing import before, played


def test_the_newest_meeting_has_the_log_as_it_is() -> None:
    case = played("sc06").case
    newest = max(case.meetings.values(), key=lambda m: m.number)
    assert as_then(case, case.sitting_of(newest.id)) is case


def test_after_the_first_of_three_the_log_holds_what_it_held_then() -> None:
    case = played("sc06").case
    first = next(m for m in case.meetings.values() if m.number == 1)
    then = as_then(case, case.sitting_of(first.id))
    on_the_day = before("sc06", 'purpose="Velge tiltak')
    assert then.activities == dict(on_the_day.activities)
    assert then.participants == dict(on_the_day.participants)
    assert len(case.activities) > len(then.activities)


def test_what_somebody_is_called_is_as_it_is_now_and_who_came_later_was_not_there() -> None:
    case = played("sc06").case
    first = next(m for m in case.meetings.values() if m.number == 1)
    mother = next(p for p in case.participants.values() if p.label == "Mor")
    renamed = case.with_(
        participants={**case.participants, mother.id: mother.with_(call="Kari", absent=True)}
    )
    then = as_then(renamed, renamed.sitting_of(first.id))
    assert then.participants[mother.id].label == "Kari"


def test_a_meeting_without_anything_agreed_has_nothing() -> None:
    case = played("sc01").case
    assert case.sitting is not None
    other = case.sitting_of(case.sitting.meeting.id)
    assert [a.title for a in agreed_then(case, other)] == [
        "Fire samtalar", "Tidlegare leggetid", "Roleg start måndag",
    ]  # fmt: skip
    meeting = Meeting(id="other", number=9)
    empty = case.with_(meetings={**case.meetings, "other": meeting})
    assert agreed_then(empty, empty.sitting_of("other")) == ()
