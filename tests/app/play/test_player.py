"""Playing a script: the clock moves where it says, names stand for ids, refusals are told."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from app.play.clock import VirtualClock
from app.play.player import DEFAULT_MOMENT, Played, Player, RefusedLineError, beginning
from app.play.script import ScriptError, read_script
from data.structures import shipped
from phases.case import Case
from phases.clock import Stamp
from phases.fold import fold

OSLO = ZoneInfo("Europe/Oslo")
REAL = Stamp(datetime(2027, 5, 4, 8, 30, 20, tzinfo=UTC), "boot", 100.0)

HEADER = """
2027-01-19T12:00 case-new id=elev-a
participant-add label=Rektor role=head duties=leader
participant-add label=Mor role=guardian as=mor
consent-add by=Mor
meeting-plan at="2027-01-19 13:00"
"""


class RealClock:
    """The machine of the test, at one instant."""

    def stamp(self) -> Stamp:
        return REAL


def play(text: str, names: dict[str, str] | None = None) -> Played:
    lines = read_script(text)
    clock = VirtualClock(beginning(lines, OSLO), OSLO, RealClock())
    return Player(clock, shipped(), names=names).play(lines)


def fault(text: str) -> ScriptError:
    with pytest.raises(ScriptError) as caught:
        play(text)
    return caught.value


def times(played: Played) -> list[str]:
    sitting = played.case.sitting
    assert sitting is not None
    return [f"{e.at.utc:%H:%M:%S}" for e in sitting.events]


def test_offsets_count_from_the_start_and_clock_times_from_midnight() -> None:
    played = play(HEADER + "13:01 start\n+0:30 pause\nresume\n+2:00 hide\n13:05:10 show\nbreak-off")
    assert times(played) == ["12:01:00", "12:01:30", "12:01:30", "12:03:00", "12:05:10", "12:05:10"]


def test_a_script_without_a_moment_begins_at_its_first_meeting() -> None:
    text = HEADER.replace("2027-01-19T12:00 ", "") + "start"
    assert times(play(text)) == ["12:00:00"]
    assert beginning((), OSLO) == DEFAULT_MOMENT
    assert beginning(read_script("case-new"), OSLO) == DEFAULT_MOMENT


def test_a_first_meeting_that_cannot_be_read_is_named() -> None:
    assert fault('case-new\nmeeting-plan at="31.2.2027 13:00"').line == 2


def test_days_count_from_the_day_it_is_played() -> None:
    played = play(
        "D-42T09:00 case-new\n"
        "participant-add label=Mor role=guardian\n"
        "consent-add by=Mor given=D-50\n"
        'activity-add title="Plan D+2" owner=Mor due=D+7\n'
        "now meeting-plan at=now\n"
        "start\n"
    )
    [activity] = played.case.activities.values()
    assert activity.due == date(2027, 5, 11)
    assert activity.title == "Plan D+2"
    sitting = played.case.sitting
    assert sitting is not None
    assert sitting.line.started == REAL
    assert sitting.meeting.at == datetime(2027, 5, 4, 8, 30, tzinfo=UTC)


def test_a_name_stands_for_what_a_line_made() -> None:
    played = play(
        HEADER + "activity-add title=Lesing owner=$mor as=reading\n"
        "activity-edit id=$reading field=due value=2.3.\n"
        "activity-add title=$100 owner=$mor\n"
    )
    reading, money = played.case.activities.values()
    assert reading.due == date(2027, 3, 2)
    assert money.title == "$100"


def test_names_can_be_given_from_outside() -> None:
    played = play(HEADER.replace("id=elev-a", "id=elev-a rehearsal=yes") + "start speed=$speed",
                  {"speed": "60"})  # fmt: skip
    assert played.case.sitting is not None
    assert played.case.sitting.line.speed == 60


def test_a_reason_passes_a_rule_that_names_an_override() -> None:
    played = play(HEADER + "start reason=afterwards")
    assert played.case.newest_event is not None
    assert played.case.newest_event.reason == "afterwards"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("dance", "E-COMMAND"),
        ("start spede=1", "E-KEY"),
        ("start now", "E-PAIR"),
        ("activity-end id=$nobody", "E-SCRIPT-NAME"),
        ("+1:00 start", "E-SCRIPT-PLAN"),
        ("11:00 start", "E-SCRIPT-TIME"),
        ("2027-02-30T13:00 start", "E-SCRIPT-TIME"),
        ("2027-03-28T02:30 start", "E-TIME-GAP"),
        ("next-meeting on=31.2.2027", "E-DATE"),
        ("next", "not-now"),
        ("start expect=R-M5", "E-SCRIPT-EXPECTED"),
        ("next expect=R-M5", "E-SCRIPT-EXPECTED"),
    ],
)
def test_a_line_that_cannot_be_done_is_named_with_its_number(line: str, code: str) -> None:
    found = fault(HEADER + line)
    assert found.code == code
    assert found.line == 7


def test_a_refused_line_keeps_its_refusal() -> None:
    found = fault(HEADER + "participant-remove who=Nobody")
    assert isinstance(found, RefusedLineError)
    assert found.refusal.exit_code == 2


def test_a_line_may_expect_to_be_refused() -> None:
    assert play(HEADER + "next expect=not-now").refused == [(7, "not-now")]


def test_what_is_played_is_one_entry_that_folds_to_the_same_case() -> None:
    played = play(HEADER + "start\n+5:00 challenge text=x\nundo\n+6:00 break-off")
    again = fold(Case.empty("elev-a"), played.tables, played.case.revision)
    assert again == played.case


def test_rules_that_warn_are_told_with_their_line() -> None:
    played = play(HEADER + "activity-add title=Lesing owner=Mor")
    assert [(r.line, r.finding.rule) for r in played.remarks] == [(7, "R-M14")]
