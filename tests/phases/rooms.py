"""Meetings in which a rule has something to say, and which of them speak."""

from __future__ import annotations

from datetime import date
from typing import Final

from phases.changes import EXIT_RULE, Refusal
from phases.commands import Command
from phases.commands.case_facts import CaseSet
from phases.commands.choosing import Choose, HandOverCommand
from phases.commands.clock import Start
from phases.commands.closing import FamilyLeft, InformChildCommand, NextMeetingCommand, StaffStay
from phases.commands.consents import ConsentAdd
from phases.commands.log import ActivityAdd
from phases.commands.participants import ParticipantEdit
from phases.commands.planning import MeetingPlan
from phases.commands.welcome import ConsentTold
from phases.rules import asked_at
from phases.rules_ask import Ask
from phases.structures import Structure
from tests.phases.room import NOON, SHIPPED, Room, set_up, started, without_log_consent
from tests.phases.walk import DUE, closed, in_phase


def talks(owner: str = "Helsesjukepleiar", due: date | None = DUE) -> ActivityAdd:
    return ActivityAdd(title="Fire samtalar", owner=owner, due=due)


TALKS: Final = talks()
HEALTH: Final = "skulehelseteneste"

Spoken = frozenset[str]


def spoken(room: Room, *commands: Command) -> Spoken:
    """The rules that speak up about the last of these commands; the others are done first."""
    *before, last = commands
    for command in before:
        room.do(command)
    found = room.ask(last)
    if isinstance(found, Refusal):
        assert found.exit_code == EXIT_RULE, found.code
        return frozenset({found.code})
    return frozenset(f.rule for f in found.findings)


def shown(room: Room, moment: str) -> Spoken:
    """The rules that speak up on a screen, where no command is being done."""
    ask = Ask(room.case, room.context())
    return frozenset(r.id for r in asked_at(moment) if r.check(ask) is not None)


FOLLOW_UP: Final = "bti-followup"


def follow_up(phase: str, *before: Command, structure: str = FOLLOW_UP) -> Room:
    """A meeting of another structure, just come to this phase; `before` is done before it."""
    room = set_up()
    room.do(MeetingPlan(structure=structure))
    for command in before:
        room.do(command)
    room.do(Start(), ConsentTold())
    while room.sitting.line.phase != phase:
        room.next()
    return room


def ending_with(phase: str) -> Structure:
    """The follow-up meeting, as if it ended after this phase."""
    whole = SHIPPED[FOLLOW_UP]
    place = [p.id for p in whole.phases].index(phase) + 1
    return whole.model_copy(update={"id": "short", "phases": whole.phases[:place]})


def without_consent() -> Room:
    return without_log_consent(started())


def sixteen(*, consents: bool) -> Room:
    room = set_up(child=True)
    room.do(CaseSet(own_consent_from=NOON.date()))
    if consents:
        room.do(ConsentAdd(by="Eleven"))
    return room


def with_newcomer() -> Room:
    room = set_up()
    room.do(ParticipantEdit(who="Far", new=True))
    return room


def met_before() -> Room:
    """A second meeting of the same people."""
    room = closed()
    room.do(MeetingPlan())
    return room


def unguarded() -> Room:
    room = set_up()
    room.do(ParticipantEdit(who="Inspektør", duties=()))
    room.do(Start())
    return room


def fifty_minutes(*, more: float = 0.0) -> Room:
    room = started()
    room.clock.tick(3000.0 + more)
    return room


def at_decision(*commands: Command) -> Room:
    room = in_phase("decision")
    for command in commands:
        room.do(command)
    return room


def ready_to_close(*, without: str = "", child: bool = False) -> Room:
    room = in_phase("closing", child=child)
    if without != "next-meeting":
        room.do(NextMeetingCommand(on=date(2027, 3, 2)))
    if without != "inform-child":
        room.do(InformChildCommand(who="Mor", how="heime", when=NOON.date()))
    room.do(StaffStay())
    return room


def alone() -> Room:
    """Closed, and the family has left."""
    room = closed()
    room.do(FamilyLeft())
    return room


def days_later(days: float) -> Room:
    room = set_up()
    room.clock.tick(days * 86400.0)
    return room


CHOSEN: Final = Choose(offers=(HEALTH,))
TO_HEALTH: Final = HandOverCommand(to="Helsesjukepleiar")
