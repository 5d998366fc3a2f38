"""When the rules about consent speak, and when they don't (domain §4.2)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from phases.commands import Command
from phases.commands.case_facts import CaseSet
from phases.commands.choosing import Accept, HandOverCommand
from phases.commands.clock import Next, Pause, Start
from phases.commands.closing import NextMeetingCommand
from phases.commands.consents import ConsentAdd, ConsentWithdraw, LeaveOut
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.commands.planning import MeetingPlan
from phases.commands.preparing import AttendanceCleared, NoticeCommand
from phases.commands.talk import Arrive
from phases.commands.welcome import ConsentTold
from tests.phases.room import NOON, Room, comes, set_up, started
from tests.phases.rooms import at_decision, shown, sixteen, spoken, talks
from tests.phases.walk import in_phase

TODAY = NOON.date()
SOON = TODAY + timedelta(days=10)
GONE = TODAY - timedelta(days=1)
LONG_AGO = TODAY - timedelta(days=300)
NURSE = "Helsesjukepleiar"


def soon_sixteen(*, consents: bool = False) -> Room:
    room = sixteen(consents=consents)
    room.do(CaseSet(own_consent_from=SOON))
    return room


def uncovered_room(phase: str = "welcome") -> Room:
    """BUP is here, and nobody has consented to that."""
    room = in_phase(phase)
    room.do(ParticipantAdd(label="BUP", role="service"))
    return room


def late(*, covered: bool) -> Room:
    """BUP wasn't here when the consent was told, and stands in the door."""
    room = set_up()
    if covered:
        comes(room, "BUP")
    else:
        room.do(ParticipantAdd(label="BUP", role="service"))
    room.do(ParticipantEdit(who="BUP", absent=True))
    room.do(Start())
    room.do(ConsentTold())
    room.next()
    return room


def without_nurse() -> Room:
    """The nurse's service was left out before anything was shared."""
    room = started()
    room.do(LeaveOut(who=NURSE))
    return room


def expiring(on: date = TODAY) -> Room:
    """The consent for PPT holds to that day."""
    room = set_up()
    room.do(ConsentAdd(by="Mor", covers="PPT", expires=on))
    return room


def days_on(room: Room, days: int) -> Room:
    room.clock.tick(days * 86400.0)
    return room


def uncovered_holder() -> Room:
    room = at_decision()
    room.do(ParticipantAdd(label="BUP", role="service"))
    return room


def asked_substitute(*, substitute: bool) -> Room:
    room = at_decision(HandOverCommand(to=NURSE))
    room.do(ParticipantEdit(who=NURSE, substitute=substitute))
    return room


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 11, 0, tzinfo=NOON.tzinfo)


CLOSED, TAKEN = ConsentWithdraw(by="Mor"), ConsentWithdraw(by="Mor", covers="PPT")

CONSENT_PAIRS = {
    ("R-C3", "W", "next-meeting"): (
        lambda: spoken(in_soon(), NextMeetingCommand(on=SOON)),
        lambda: spoken(in_soon(), NextMeetingCommand(on=SOON - timedelta(days=1))),
    ),
    ("R-C3", "W", "meeting-plan"): (
        lambda: spoken(soon_sixteen(), MeetingPlan(at=at(SOON))),
        lambda: spoken(soon_sixteen(consents=True), MeetingPlan(at=at(SOON))),
    ),
    ("R-C3", "W", "prepare"): (
        lambda: shown(planned(soon_sixteen()), "prepare"),
        lambda: shown(soon_sixteen(), "prepare"),
    ),
    ("R-C4", "B", "next"): (
        lambda: spoken(uncovered_room(), Next()),
        lambda: spoken(uncovered_room(), ConsentAdd(by="Mor", covers="BUP"), Next()),
    ),
    ("R-C4", "B", "arrive"): (
        lambda: spoken(late(covered=False), Arrive(who="BUP")),
        lambda: spoken(late(covered=True), Arrive(who="BUP")),
    ),
    ("R-C4", "B", "act"): (
        lambda: spoken(without_nurse(), talks()),
        lambda: spoken(without_nurse(), talks(owner="Kontaktlærar")),
    ),
    ("R-C6", "B", "act"): (
        lambda: spoken(started(), CLOSED, talks(owner="Mor")),
        lambda: spoken(started(), TAKEN, talks(owner="Mor")),
    ),
    ("R-C6", "W", "consent-withdraw"): (
        lambda: spoken(started(), TAKEN),
        lambda: spoken(started(), Pause()),
    ),
    ("R-C7", "W", "start"): (
        lambda: spoken(days_on(expiring(), 1), Start()),
        lambda: spoken(expiring(), Start()),
    ),
    ("R-C7", "W", "consent-add"): (
        lambda: spoken(started(), ConsentAdd(by="Mor", covers="PPT", given=LONG_AGO, expires=GONE)),
        lambda: spoken(started(), ConsentAdd(by="Mor", covers="PPT", given=LONG_AGO, expires=SOON)),
    ),
    ("R-C7", "W", "consent-told"): (
        lambda: spoken(days_on(expiring(), 1), Start(), ConsentTold()),
        lambda: spoken(expiring(), Start(), ConsentTold()),
    ),
    ("R-C7", "W", "next-meeting"): (
        lambda: spoken(begun(expiring(SOON)), NextMeetingCommand(on=SOON + timedelta(days=1))),
        lambda: spoken(begun(expiring(SOON)), NextMeetingCommand(on=SOON)),
    ),
    ("R-C7", "W", "meeting-plan"): (
        lambda: spoken(expiring(SOON), MeetingPlan(at=at(SOON + timedelta(days=1)))),
        lambda: spoken(expiring(SOON), MeetingPlan(at=at(SOON))),
    ),
    ("R-C7", "W", "prepare"): (
        lambda: shown(days_on(expiring(), 1), "prepare"),
        lambda: shown(expiring(), "prepare"),
    ),
    ("R-C8", "W", "hand-over"): (
        lambda: spoken(uncovered_holder(), HandOverCommand(to="BUP")),
        lambda: spoken(uncovered_holder(), HandOverCommand(to=NURSE)),
    ),
    ("R-C8", "W", "accept"): (
        lambda: spoken(uncovered_holder(), HandOverCommand(to="BUP"), Accept()),
        lambda: spoken(uncovered_holder(), HandOverCommand(to=NURSE), Accept()),
    ),
    ("R-C8", "W", "case-set"): (
        lambda: spoken(uncovered_holder(), CaseSet(relay_holder="BUP")),
        lambda: spoken(uncovered_holder(), CaseSet(relay_holder=NURSE)),
    ),
    ("R-C9", "I", "prepare"): (
        lambda: shown(set_up(), "prepare"),
        lambda: shown(after(set_up(), AttendanceCleared()), "prepare"),
    ),
    ("R-C9", "I", "notice"): (
        lambda: spoken(set_up(), NoticeCommand()),
        lambda: spoken(set_up(), AttendanceCleared(), NoticeCommand()),
    ),
    ("R-C10", "B", "consent-add"): (
        lambda: spoken(set_up(), ConsentAdd(by="Mor", covers="Rektor")),
        lambda: spoken(set_up(), ConsentAdd(by="Mor", covers="PPT")),
    ),
    ("R-C10", "I", "consent-add"): (
        lambda: spoken(set_up(), ConsentAdd(by="Mor", covers="PPT-rådgjevar")),
        lambda: spoken(set_up(), ConsentAdd(by="Mor", covers="ppt")),
    ),
    ("R-M17", "B", "accept"): (
        lambda: spoken(asked_substitute(substitute=True), Accept()),
        lambda: spoken(asked_substitute(substitute=False), Accept()),
    ),
    ("INV-16", "I", "meeting-plan"): (
        lambda: spoken(interpreted(), MeetingPlan(place="Rom 1")),
        lambda: spoken(interpreted(), MeetingPlan(interpreter=True)),
    ),
    ("INV-16", "I", "start"): (
        lambda: spoken(interpreted(), Start()),
        lambda: spoken(interpreted(), MeetingPlan(interpreter=True), Start()),
    ),
}
"""Rule, priority and moment -> when it speaks, and when it doesn't."""

BLOCKED_BY_CONSENT = {
    "R-C4": lambda: (uncovered_room(), Next()),
    "R-C6": lambda: (after(started(), TAKEN), talks(owner="PPT-rådgjevar")),
    "R-C10": lambda: (set_up(), ConsentAdd(by="Mor", covers="Rektor")),
}


def after(room: Room, *commands: Command) -> Room:
    for command in commands:
        room.do(command)
    return room


def begun(room: Room) -> Room:
    room.do(Start())
    return room


def in_soon() -> Room:
    return begun(soon_sixteen())


def planned(room: Room) -> Room:
    room.do(MeetingPlan(at=at(SOON)))
    return room


def interpreted() -> Room:
    room = set_up()
    room.do(ParticipantAdd(label="Tolk", role="interpreter"))
    return room
