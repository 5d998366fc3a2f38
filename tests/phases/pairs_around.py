"""Where each rule around a meeting speaks, and where it doesn't (§4.3, §4.5)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, Final

from phases.commands.case_facts import CaseSet
from phases.commands.clock import Close
from phases.commands.closing import InformChildCommand, NextMeetingCommand
from phases.commands.consents import ConsentAdd
from phases.commands.log import ActivityAdd, ActivityEdit
from phases.commands.minutes import FeedbackCommand, MinutesCommand, Retention, Sign
from phases.commands.outcome import DistributionCommand, HalfYearPlan, OutcomeCommand
from phases.commands.planning import MeetingPlan
from phases.commands.preparing import NoticeCommand, OwnSystemCommand
from phases.rules import asked_at
from phases.rules_ask import Ask
from tests.phases.chain import BOOKED, FRIDAY, FROM_PLAN, led, on, over, planned, second
from tests.phases.room import Room
from tests.phases.rooms import Spoken, shown, spoken

Speaks = Callable[[], Spoken]

REMIND_BY: Final = date(2027, 1, 22)
SUMMONS: Final = NoticeCommand(kind="summons", channel="letter")
READY: Final = MeetingPlan(at=FRIDAY, place="Grupperom 2", purpose="Beskrive situasjonen sammen")
IN_PLACE: Final = (
    OwnSystemCommand(kind="summons", system="WebSak"),
    OwnSystemCommand(kind="note", system="WebSak"),
)
SIX: Final = tuple(date(2027, month, 2) for month in (1, 2, 3, 4, 6, 7))
FINAL: Final = MinutesCommand(status="final")
SUNDAY: Final = datetime(2027, 1, 31, 12, 0, tzinfo=UTC)


def _do(room: Room, *commands: Any) -> Room:
    for command in commands:
        room.do(command)
    return room


def _referred(**more: str) -> OutcomeCommand:
    return OutcomeCommand(kinds=("referred",), **more)


def _signed(*names: str) -> Room:
    return _do(over(), *(Sign(who=name) for name in names))


_TOLD: Final = InformChildCommand(who="Foresatt", how="hjemme", when=FRIDAY.date())


def _closed_case() -> Room:
    room = led(ends=True)
    return _do(room, OutcomeCommand(kinds=("closed",)), _TOLD, Close())


AROUND: Final[dict[tuple[str, str, str], tuple[Speaks, Speaks]]] = {
    ("R-P1", "W", "prepare"): (
        lambda: shown(on(planned(), date(2027, 1, 25)), "prepare"),
        lambda: shown(on(planned(), REMIND_BY), "prepare"),
    ),
    ("R-P1", "W", "due"): (
        lambda: shown(on(planned(), date(2027, 1, 25)), "due"),
        lambda: shown(_do(on(planned(), date(2027, 1, 25)), NoticeCommand()), "due"),
    ),
    ("R-P2", "I", "prepare"): (
        lambda: shown(on(planned(), REMIND_BY), "prepare"),
        lambda: shown(on(planned(), date(2027, 1, 21)), "prepare"),
    ),
    ("R-P2", "I", "due"): (
        lambda: shown(on(planned(), REMIND_BY), "due"),
        lambda: shown(_do(on(planned(), REMIND_BY), NoticeCommand(channel="sms")), "due"),
    ),
    ("R-P3", "W", "prepare"): (
        lambda: shown(_do(planned(), IN_PLACE[0]), "prepare"),
        lambda: shown(_do(planned(), *IN_PLACE), "prepare"),
    ),
    ("R-P3", "W", "notice"): (
        lambda: spoken(planned(), NoticeCommand()),
        lambda: spoken(planned(), *IN_PLACE, NoticeCommand()),
    ),
    ("R-P4", "I", "prepare"): (
        lambda: shown(second(), "prepare"),
        lambda: shown(planned(), "prepare"),
    ),
    ("R-P4", "I", "notice"): (
        lambda: spoken(second(), NoticeCommand()),
        lambda: spoken(planned(), NoticeCommand()),
    ),
    ("R-P5", "W", "meeting-plan"): (
        lambda: spoken(planned(), MeetingPlan(minutes=(61,))),
        lambda: spoken(planned(), MeetingPlan(minutes=(60,))),
    ),
    ("R-P6", "B", "notice"): (
        lambda: spoken(planned(), SUMMONS),
        lambda: spoken(planned(plan=READY), SUMMONS),
    ),
    ("R-P6", "B", "summons"): (
        lambda: shown(planned(plan=MeetingPlan(place="Grupperom 2", purpose="Plan")), "summons"),
        lambda: shown(planned(plan=READY), "summons"),
    ),
    ("R-P7", "I", "meeting-plan"): (
        lambda: spoken(planned(), MeetingPlan(screen=False)),
        lambda: spoken(planned(), MeetingPlan(screen=True)),
    ),
    ("R-P7", "I", "prepare"): (
        lambda: shown(_do(planned(), MeetingPlan(screen=False)), "prepare"),
        lambda: shown(planned(), "prepare"),
    ),
    ("R-P8", "W", "meeting-plan"): (
        lambda: spoken(planned(), MeetingPlan(at=SUNDAY)),
        lambda: spoken(planned(), MeetingPlan(at=FRIDAY)),
    ),
    ("R-P8", "W", "next-meeting"): (
        lambda: spoken(led(), NextMeetingCommand(on=date(2027, 2, 24))),
        lambda: spoken(led(), NextMeetingCommand(on=BOOKED)),
    ),
    ("R-P8", "W", "half-year-plan"): (
        lambda: spoken(led(), HalfYearPlan(dates=(date(2027, 3, 26),))),
        lambda: spoken(led(), HalfYearPlan(dates=(date(2027, 3, 16),))),
    ),
    ("R-P9", "W", "case-set"): (
        lambda: spoken(planned(**FROM_PLAN), CaseSet(meeting_dates=SIX[:5])),
        lambda: spoken(planned(**FROM_PLAN), CaseSet(meeting_dates=SIX)),
    ),
    ("R-P9", "W", "prepare"): (
        lambda: shown(_do(planned(**FROM_PLAN), CaseSet(meeting_dates=SIX[:5])), "prepare"),
        lambda: shown(_do(planned(), CaseSet(meeting_dates=SIX[:5])), "prepare"),
    ),
    ("R-E1", "W", "next-meeting"): (
        lambda: spoken(led(next_within={"weeks": 6}), NextMeetingCommand(on=date(2027, 3, 15))),
        lambda: spoken(led(next_within={"weeks": 6}), NextMeetingCommand(on=date(2027, 3, 12))),
    ),
    ("R-E2", "W", "next-meeting"): (
        lambda: spoken(led(), NextMeetingCommand(on=date(2027, 3, 1))),
        lambda: spoken(led(), NextMeetingCommand(on=date(2027, 2, 19))),
    ),
    ("R-E3", "W", "next-meeting"): (
        lambda: spoken(_booked(), NextMeetingCommand(on=BOOKED)),
        lambda: spoken(_booked(), NextMeetingCommand(on=SIX[1])),
    ),
    ("R-E6", "W", "due"): (
        lambda: shown(on(over(), date(2027, 2, 3)), "due"),
        lambda: shown(on(over(), date(2027, 2, 2)), "due"),
    ),
    ("R-E7", "W", "minutes"): (
        lambda: spoken(over(head=False), MinutesCommand(status="read-through")),
        lambda: spoken(over(), MinutesCommand(status="read-through")),
    ),
    ("R-E7", "W", "due"): (
        lambda: shown(over(head=False), "due"),
        lambda: shown(over(), "due"),
    ),
    ("R-E8", "I", "minutes"): (
        lambda: spoken(over(), FINAL),
        lambda: spoken(over(), MinutesCommand(status="draft")),
    ),
    ("R-E9", "B", "minutes"): (
        lambda: spoken(over(), MinutesCommand(recipients=("Foresatt", "PPT-rådgiver"))),
        lambda: spoken(over(), ConsentAdd(by="Foresatt", covers="PPT"), FINAL),
    ),
    ("R-E9", "B", "distribution"): (
        lambda: spoken(led(), DistributionCommand(how="parts", to=("PPT-rådgiver",))),
        lambda: spoken(led(), DistributionCommand(how="whole", to=("Foresatt",))),
    ),
    ("R-E12", "I", "due"): (
        lambda: shown(over(), "due"),
        lambda: shown(_do(over(), FeedbackCommand(who="Foresatt", heard="declined")), "due"),
    ),
    ("R-E14", "B", "close"): (
        lambda: spoken(led(ends=True), Close()),
        lambda: spoken(led(), Close()),
    ),
    ("R-E15", "W", "outcome"): (
        lambda: spoken(led(ends=True), _referred(to="BUP")),
        lambda: spoken(led(ends=True), _referred(to="BUP", responsible="Rektor")),
    ),
    ("R-E15", "W", "close"): (
        lambda: spoken(led(ends=True), _referred(), _TOLD, Close()),
        lambda: spoken(led(ends=True), _referred(to="BUP", responsible="Rektor"), _TOLD, Close()),
    ),
    ("R-E16", "W", "minutes"): (
        lambda: spoken(_signed("Foresatt"), FINAL),
        lambda: spoken(_signed("Foresatt", "Rektor"), FINAL),
    ),
    ("R-E16", "W", "due"): (
        lambda: shown(_signed("Rektor"), "due"),
        lambda: shown(_signed("Foresatt", "Rektor"), "due"),
    ),
    ("R-E17", "I", "minutes"): (
        lambda: spoken(over(), MinutesCommand(filed=("samspill",))),
        lambda: spoken(over(), MinutesCommand(filed=("samspill", "archive"))),
    ),
    ("R-E17", "I", "due"): (
        lambda: shown(over(), "due"),
        lambda: shown(_do(over(), MinutesCommand(filed=("samspill", "archive"))), "due"),
    ),
    ("R-E18", "W", "due"): (
        lambda: shown(_closed_case(), "due"),
        lambda: shown(over(), "due"),
    ),
    ("R-E18", "W", "delete"): (
        lambda: shown(_closed_case(), "delete"),
        lambda: shown(over(), "delete"),
    ),
    ("R-S4", "B", "delete"): (
        lambda: shown(over(), "delete"),
        lambda: shown(_do(over(), Retention(archived=True)), "delete"),
    ),
    ("R-S4", "W", "due"): (
        lambda: shown(_do(over(), Retention(until=date(2027, 1, 28))), "due"),
        lambda: shown(_do(over(), Retention(until=date(2027, 1, 29))), "due"),
    ),
    ("R-S1", "W", "access"): (
        lambda: _accessed(planned(), noted=False),
        lambda: _accessed(planned(), noted=True),
    ),
    ("R-S1", "B", "show"): (
        lambda: _accessed(planned(), "show", noted=False),
        lambda: _accessed(led(), "show", noted=False),
    ),
    ("R-S1", "B", "export"): (
        lambda: _accessed(planned(), "export", noted=False),
        lambda: _accessed(planned(), "export", noted=True),
    ),
    ("R-S3", "B", "save"): (
        lambda: _saving(was="Les mindre"),
        lambda: _saving(was="Les meir"),
    ),
}
"""Rule, priority and moment -> where it speaks, and where it doesn't."""


def _accessed(room: Room, moment: str = "access", *, noted: bool) -> Spoken:
    """What speaks where the access could or couldn't be noted."""
    ask = Ask(room.case, room.context()._replace(noted=noted))
    return frozenset(r.id for r in asked_at(moment) if r.check(ask) is not None)


def _saving(was: str) -> Spoken:
    """What speaks about an edit that began from this title."""
    room = led()
    room.do(ActivityAdd(title="Les meir", owner="Foresatt"))
    edit = ActivityEdit(id=next(iter(room.case.activities)), value="Les saman", was=was)
    ask = Ask(room.case, room.context(), edit)
    return frozenset(r.id for r in asked_at("save") if r.check(ask) is not None)


def _booked() -> Room:
    """Led by a structure whose next meeting stands in the year's plan."""
    room = led(**FROM_PLAN)
    return _do(room, CaseSet(meeting_dates=SIX))
