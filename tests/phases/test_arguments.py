"""Commands built from `key=value`: every type, every kind of mistake."""

from __future__ import annotations

from dataclasses import MISSING
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phases.bad_input import BadInputError
from phases.commands import COMMANDS, Command
from phases.commands.arguments import ArgumentError, Reading, build, parameters
from phases.commands.case_facts import CaseNew, CaseSet
from phases.commands.choosing import Choose
from phases.commands.clock import Away, Minute, Next, Start
from phases.commands.closing import NextMeetingCommand
from phases.commands.consents import ConsentAdd
from phases.commands.log import ActivityAdd, ActivityEdit
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.commands.planning import MeetingPlan

READING = Reading(date(2027, 1, 19), ZoneInfo("Europe/Oslo"), "nn")


def made(name: str, *arguments: str) -> object:
    return build(name, arguments, READING)


def refused(name: str, *arguments: str) -> BadInputError:
    with pytest.raises(BadInputError) as caught:
        build(name, arguments, READING)
    return caught.value


@pytest.mark.parametrize(
    ("line", "command"),
    [
        (("next",), Next()),
        (("next", "phase=welcome"), Next(phase="welcome")),
        (("start", "speed=60"), Start(speed=60.0)),
        (("minute", "minutes=-1"), Minute(minutes=-1)),
        (("away", "seconds=12.5", "answer=out"), Away(12.5, "out")),
        (
            ("activity-add", "title=Fire samtalar = bra", "owner=Mor", "due=9. feb"),
            ActivityAdd(title="Fire samtalar = bra", owner="Mor", due=date(2027, 2, 9)),
        ),
        (("activity-add", "title=x", "owner=y", "due="), ActivityAdd(title="x", owner="y")),
        (
            ("activity-edit", "id=a", "field=due", "value=9.2.", "was=2027-02-02"),
            ActivityEdit("a", "due", "2027-02-09", "2027-02-02"),
        ),
        (("choose", "offers=PPT,Helse"), Choose(offers=("PPT", "Helse"))),
        (("choose", "offers=A, B", "offers=C"), Choose(offers=("A, B", "C"))),
        (
            ("choose", "none-now=ja", "decided_by=Mor, Far"),
            Choose(none_now=True, decided_by=("Mor", "Far")),
        ),
        (
            ("participant-add", "label=Rektor", "role=head", "duties=leader,summariser"),
            ParticipantAdd(label="Rektor", role="head", duties=("leader", "summariser")),
        ),
        (("participant-edit", "who=Mor", "absent=no"), ParticipantEdit(who="Mor", absent=False)),
        (("participant-edit", "who=Mor", "duties="), ParticipantEdit(who="Mor", duties=())),
        (
            ("meeting-plan", "at=2027-01-19 13:00", "minutes=5,5,10"),
            MeetingPlan(at=datetime(2027, 1, 19, 12, tzinfo=UTC), minutes=(5, 5, 10)),
        ),
        (
            ("consent-add", "by=Mor", "given=1.12.2026"),
            ConsentAdd(by="Mor", given=date(2026, 12, 1)),
        ),
        (("consent-add", "by=Mor", "given=i dag"), ConsentAdd(by="Mor", given=READING.today)),
        (("case-new", "language=NN", "unit=kindergarten"), CaseNew(unit="kindergarten")),
        (
            ("case-set", "meeting-dates=2027-03-02,20.4.2027"),
            CaseSet(meeting_dates=(date(2027, 3, 2), date(2027, 4, 20))),
        ),
        (
            ("next-meeting", "on=2. mars", "at=9.05"),
            NextMeetingCommand(on=date(2027, 3, 2), at="09:05"),
        ),
    ],
)
def test_a_line_becomes_its_command(line: tuple[str, ...], command: object) -> None:
    assert made(*line) == command


@pytest.mark.parametrize(
    ("line", "code", "details"),
    [
        (("nxet",), "E-COMMAND", {"nearest": "next"}),
        (("dance",), "E-COMMAND", {"nearest": ""}),
        (("next", "welcome"), "E-PAIR", {"value": "welcome"}),
        (("next", "=x"), "E-PAIR", {}),
        (("next", "fase=welcome"), "E-KEY", {"nearest": "phase", "keys": "phase"}),
        (("choose", "noone-now=yes"), "E-KEY", {"nearest": "none-now"}),
        (("next", "phase=a", "phase=b"), "E-TWICE", {"field": "phase"}),
        (("away", "answer=maybe"), "E-CHOICE", {"allowed": "count, out"}),
        (("participant-add", "duties=leader,king"), "E-CHOICE", {"value": "king"}),
        (("choose", "none-now=perhaps"), "E-YES", {"field": "none-now"}),
        (("minute", "minutes=5.5"), "E-NUMBER", {"value": "5.5"}),
        (("minute", "minutes=٥"), "E-NUMBER", {}),
        (("away", "seconds=1e9"), "E-NUMBER", {}),
        (("away", "seconds=nan"), "E-NUMBER", {}),
        (("meeting-plan", "minutes=5,five"), "E-MIN", {}),
        (("meeting-plan", "at=2027-01-19 25:61"), "E-TIME", {}),
        (("meeting-plan", "at=2027-03-28 02:30"), "E-TIME-GAP", {}),
        (("activity-add", "due=31.02.2027"), "E-DATE", {"why": "no-such-day"}),
        (("consent-add", "given=1. desember"), "E-DATE", {"why": "year"}),
        (("consent-add", "given=31.2.2026"), "E-DATE", {"why": "no-such-day"}),
        (("next-meeting", "at=7"), "E-TIME", {}),
    ],
)
def test_a_mistake_is_named(line: tuple[str, ...], code: str, details: dict[str, str]) -> None:
    error = refused(*line)
    assert error.code == code
    assert dict(error.details) | details == dict(error.details)


def test_an_empty_text_takes_a_date_away_only_where_that_is_meant() -> None:
    assert made("case-set", "own-consent-from=") == CaseSet(own_consent_from="")
    assert made("meeting-plan", "at=") == MeetingPlan()


def test_the_same_value_twice_is_no_contradiction() -> None:
    assert made("next", "phase=a", "phase=a") == Next(phase="a")


def test_every_field_of_every_command_can_be_typed() -> None:
    for command in COMMANDS:
        for parameter in parameters(command):
            assert parameter.kind
            assert parameter.default is not MISSING
            assert (parameter.kind == "choice") == bool(parameter.choices)


@given(st.sampled_from(COMMANDS), st.data())
def test_any_text_is_taken_or_refused_by_name(command: type[Command], data: st.DataObject) -> None:
    """Nothing but a BadInputError ever comes out, and it holds no unclean text."""
    keys = [p.key for p in parameters(command)] or ["x"]
    typed = data.draw(st.lists(st.tuples(st.sampled_from(keys), st.text()), max_size=3))
    try:
        build(command.name, [f"{key}={value}" for key, value in typed], READING)
    except BadInputError as error:
        shown = "".join(error.details.values())
        assert shown.isprintable() or "\N{NO-BREAK SPACE}" in shown or not shown.isascii()


def test_an_argument_error_is_one_of_the_bad_inputs() -> None:
    assert issubclass(ArgumentError, BadInputError)
