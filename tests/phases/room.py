"""A meeting room for tests: a fake clock, ids in order, and a case that commands act on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from data.structures import shipped
from data.words import interpretive
from phases.case import Case
from phases.changes import Changes, Refusal, Tables
from phases.clock import Stamp
from phases.commands import Command
from phases.commands.case_facts import CaseNew
from phases.commands.clock import Next, Start
from phases.commands.consents import ConsentAdd
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from phases.commands.welcome import ConsentTold
from phases.context import Context
from phases.decide import decide
from phases.floor import Floor, floor
from phases.fold import fold
from phases.pace import Pace, pace
from phases.records import AgendaPhase, Record
from phases.rights import Window
from phases.sitting import Sitting
from phases.structures import Structure

OSLO = ZoneInfo("Europe/Oslo")
SHIPPED: Mapping[str, Structure] = shipped()
"""Read once: the structures are frozen, and parsing one takes longer than a meeting."""

NOON = datetime(2027, 1, 19, 12, 0, tzinfo=UTC)
"""13:00 in Oslo, when SC-01 begins."""


class FakeClock:
    """A clock that stands still until it is told otherwise."""

    def __init__(self, utc: datetime = NOON, boot: str | None = "boot-1") -> None:
        self.utc = utc
        self.boot = boot
        self.awake_s = 1000.0
        self.passed_s = 0.0
        """True seconds since the test began, whatever happened to the wall clock."""

    def stamp(self) -> Stamp:
        return Stamp(self.utc, self.boot, self.awake_s if self.boot else None)

    def tick(self, seconds: float) -> None:
        """Time passes for every clock."""
        self.utc += timedelta(seconds=seconds)
        self.awake_s += seconds
        self.passed_s += seconds

    def jump(self, seconds: float) -> None:
        """The wall clock alone is set."""
        self.utc += timedelta(seconds=seconds)


def refold(case_id: str, entries: Sequence[str]) -> Case:
    """The case that these entries make, one by one."""
    case = Case.empty(case_id)
    for revision, entry in enumerate(entries, start=1):
        case = fold(case, json.loads(entry), revision)
    return case


class Room:
    """A case under test."""

    def __init__(self, clock: FakeClock | None = None, window: Window = "lead") -> None:
        self.clock = clock or FakeClock()
        self.case = Case.empty("ELEV-A")
        self.window: Window = window
        self.structures: Mapping[str, Structure] = SHIPPED
        self._ids = count(1)
        self.entries: list[str] = []
        """What a journal would hold: one entry a line, as JSON text."""

    def context(self, reason: str = "") -> Context:
        return Context(
            now=self.clock.stamp(),
            new_id=lambda: f"id{next(self._ids)}",
            zone=OSLO,
            structures=self.structures,
            window=self.window,
            reason=reason,
            interpretive=interpretive,
        )

    def ask(
        self, *commands: Command, reason: str = "", if_phase: str | None = None
    ) -> Changes | Refusal:
        """Decide, and keep nothing."""
        return decide(self.case, commands, self.context(reason), if_phase)

    def do(self, *commands: Command, reason: str = "", after: float = 0.0) -> Changes:
        """Decide and fold; a refusal is a failed test."""
        self.clock.tick(after)
        found = self.ask(*commands, reason=reason)
        assert isinstance(found, Changes), found
        self.entries.append(json.dumps(found.tables, allow_nan=False))
        self.case = fold(self.case, found.tables, self.case.revision + 1, found.built)
        return found

    def put(self, table: str, record: Record) -> None:
        """As if a command had written this record."""
        tables: Tables = {table: {record.id: record.to_doc()}}
        self.entries.append(json.dumps(tables))
        self.case = fold(self.case, tables, self.case.revision + 1)

    def crash(self) -> None:
        """Lose everything but what was written, and read it anew."""
        self.case = refold(self.case.id, self.entries)

    def refused(self, *commands: Command, reason: str = "", if_phase: str | None = None) -> Refusal:
        """Decide, and expect a refusal that changes nothing."""
        found = self.ask(*commands, reason=reason, if_phase=if_phase)
        assert isinstance(found, Refusal), found
        return found

    @property
    def sitting(self) -> Sitting:
        assert self.case.sitting is not None
        return self.case.sitting

    @property
    def pace(self) -> Pace:
        return pace(self.sitting, self.clock.stamp())

    @property
    def floor(self) -> Floor:
        return floor(self.case, self.sitting)

    def next(self, after: float = 0.0, reason: str = "") -> Changes:
        return self.do(Next(phase=self.sitting.line.phase), reason=reason, after=after)


def set_up(*, services: int = 2, child: bool = False, at: datetime | None = NOON) -> Room:
    """SC-01's room: rektor leads, kontaktlærar writes, inspektør guards, everything consented."""
    room = Room()
    room.do(CaseNew(language="nn"))
    room.do(ParticipantAdd(label="Rektor", role="head", duties=("leader", "summariser")))
    room.do(ParticipantAdd(label="Kontaktlærar", role="teacher", duties=("writer",)))
    room.do(ParticipantAdd(label="Føresett 1", role="guardian", call="Mor"))
    room.do(ParticipantAdd(label="Føresett 2", role="guardian", call="Far"))
    if child:
        room.do(ParticipantAdd(label="Eleven", role="child"))
    named = (("Helsesjukepleiar", "skulehelseteneste"), ("PPT-rådgjevar", "PPT"))
    for label, service in named[:services]:
        room.do(ParticipantAdd(label=label, role="service", service=service))
    room.do(ParticipantAdd(label="Inspektør", role="other", duties=("guard",), in_log=False))
    for covers in ("log", *(service for _, service in named[:services])):
        room.do(ConsentAdd(by="Føresett 1", covers=covers, given=date(2026, 12, 1)))
    room.do(MeetingPlan(at=at, place="Møterom 2"))
    return room


def started(*, services: int = 2, child: bool = False) -> Room:
    """The same room with the meeting begun and the consent told."""
    room = set_up(services=services, child=child)
    room.do(Start())
    room.do(ConsentTold())
    return room


def comes(room: Room, label: str, service: str = "") -> None:
    """A service more, whom the family has consented to share with."""
    room.do(ParticipantAdd(label=label, role="service", service=service))
    room.do(ConsentAdd(by="Føresett 1", covers=service or label, given=date(2026, 12, 1)))


def without_log_consent(room: Room) -> Room:
    """The same room as if nobody had consented to the log; taking it back would close it."""
    dropped = {c.id: None for c in room.case.consents.values() if c.covers == "log"}
    tables: Tables = {"consents": {**dropped}}
    room.entries.append(json.dumps(tables))
    room.case = fold(room.case, tables, room.case.revision + 1)
    return room


def phase_of(room: Room, phase_id: str) -> AgendaPhase:
    """The part with this id."""
    return next(p for p in room.sitting.agenda.phases if p.id == phase_id)


def id_of(room: Room, label: str) -> str:
    """The id of whoever has this label."""
    return next(p.id for p in room.case.participants.values() if p.label == label)
