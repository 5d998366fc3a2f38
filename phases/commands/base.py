"""What a command is: a frozen declaration, and the pure change it asks for (design §3).

A change, and all that looks something up for one, raises RefusedError where it can't be;
`decide` answers with the Refusal in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, ClassVar

from phases.case import Case
from phases.changes import EXIT_CONFLICT, Document, Finding, Tables, refuse
from phases.commands.declared import Declared
from phases.context import Context
from phases.records import Activity, Event, Goal, Offer, Participant, Record
from phases.rights import Duty
from phases.sitting import Sitting
from phases.structures import Structure
from phases.text import NAME_LIMIT, is_blank
from phases.words import MeetingState

TITLE, COMMENT, CHALLENGE, NAME, PLACE = 160, 1000, 160, NAME_LIMIT, 120
"""The longest texts, in characters; more is refused, never cut."""

UNDERWAY: frozenset[MeetingState] = frozenset({"running", "paused"})
PLANNED: frozenset[MeetingState] = frozenset({"planned"})
OVER: frozenset[MeetingState] = frozenset({"closed", "broken-off"})


@dataclass
class Draft:
    """What a command's change fills in; `decide` completes it with the event."""

    tables: Tables = field(default_factory=dict, repr=False)
    args: dict[str, Any] = field(default_factory=dict, repr=False)
    """What the event has to remember."""
    made: str | None = None
    findings: list[Finding] = field(default_factory=list)
    built: dict[tuple[str, str], tuple[Document, Record]] = field(default_factory=dict, repr=False)
    """The records that `put` wrote."""

    def put(self, table: str, record: Record) -> Draft:
        """Write a record."""
        doc = record.to_doc()
        self.tables.setdefault(table, {})[record.id] = doc
        self.built[table, record.id] = doc, record
        return self

    def drop(self, table: str, record_id: str) -> Draft:
        """Remove a record."""
        self.tables.setdefault(table, {})[record_id] = None
        return self


class Command(Declared):
    """One act. Its class docstring is what documentation says of it.

    Not a pydantic model: building fifty validators would cost more than the first screen.
    """

    name: ClassVar[str] = ""
    duty: ClassVar[Duty] = "agree"
    states: ClassVar[frozenset[MeetingState] | None] = None
    """In which states of the newest meeting it makes sense; None: whether there is one or not."""
    writes_log: ClassVar[bool] = False
    """Writes text into the log, which needs consent (R-C1, R-C2)."""
    when_locked: ClassVar[bool] = False
    """May be done once the consent to the log was withdrawn; writes nothing of the child (R-C6)."""
    undoable: ClassVar[bool] = True
    texts: ClassVar[Mapping[str, int]] = MappingProxyType({})
    """Field -> longest length; cleaned and checked before anything else."""

    def duty_in(self, case: Case) -> Duty:
        """What it touches in this case; for most acts it is the same in all of them."""
        del case
        return self.duty

    def unless_overtaken(self, case: Case) -> None:
        """Refuse where somebody was first, before any rule is asked. Raises RefusedError."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """What this does to the case. Raises RefusedError; changes nothing by itself."""
        raise refuse("unknown-command", name=self.name)


class PrepareCommand(Command):
    """Set-up belongs to the leader's window and the command line."""

    duty: ClassVar[Duty] = "prepare"


class LogCommand(Command):
    """Writes text into the log, in a meeting or between two."""

    duty: ClassVar[Duty] = "log"
    writes_log: ClassVar[bool] = True


class AgreeCommand(Command):
    """Settled in a meeting that is under way."""

    duty: ClassVar[Duty] = "agree"
    states: ClassVar[frozenset[MeetingState] | None] = UNDERWAY


class AgreedAround(AgreeCommand):
    """Settled while the meeting is under way, or just after it."""

    states: ClassVar[frozenset[MeetingState] | None] = UNDERWAY | OVER


def sitting_of(case: Case) -> Sitting:
    """The newest meeting. Refuses where none has been planned."""
    if case.sitting is None:
        raise refuse("no-meeting")
    return case.sitting


def participant(case: Case, name: str, field_name: str = "who") -> Participant:
    """Whoever is meant by this name, label or id; `field_name` is where it was to be written."""
    if is_blank(name):
        raise refuse("empty", field=field_name)
    person = case.find_participant(name)
    if person is None:
        raise refuse("no-participant", name=name)
    return person


def service_in(case: Case, name: str, field_name: str = "service") -> str:
    """A service's own name, found without regard to letter case or by who speaks for it."""
    if is_blank(name):
        raise refuse("empty", field=field_name)
    for person in case.participants.values():
        service = person.service or person.label
        names = {service.casefold(), person.name.casefold(), person.call.casefold(), person.id}
        if person.role == "service" and name.casefold() in names - {""}:
            return service
    raise refuse("no-service", name=name)


def activity(case: Case, activity_id: str) -> Activity:
    """The activity with this id."""
    if activity_id not in case.activities:
        raise refuse("no-activity", id=activity_id)
    return case.activities[activity_id]


def goal(case: Case, goal_id: str) -> Goal:
    """The goal with this id."""
    if goal_id not in case.goals:
        raise refuse("no-goal", id=goal_id)
    return case.goals[goal_id]


def offer(case: Case, wanted: str) -> Offer:
    """An offer of this meeting, by its id or by the service that made it."""
    if wanted in case.offers:
        return case.offers[wanted]
    here = sitting_of(case).meeting.id
    for found in case.offers_in(here):
        if found.service.casefold() == wanted.casefold():
            return found
    raise refuse("no-offer", id=wanted)


def unless_changed(now: str, was: str | None, field_name: str) -> None:
    """Refuse an edit whose field has another value than it started from (design §5)."""
    if was is not None and was != now:
        raise refuse("changed-meanwhile", EXIT_CONFLICT, field=field_name)


def title_line(value: str, field_name: str) -> str:
    """The new value of a field that holds one line of text, whatever the others may hold.

    An edit takes the longest of the texts it may be about; a title is shorter, and one line.
    """
    line = " ".join(part.strip() for part in value.split("\n") if part.strip())
    if not line:
        raise refuse("empty", field=field_name)
    if len(line) > TITLE:
        raise refuse("E-LONG", field=field_name, limit=str(TITLE), length=str(len(line)))
    return line


def structure_in(ctx: Context, structure_id: str) -> Structure:
    """The meeting structure with this id."""
    if structure_id not in ctx.structures:
        raise refuse("no-structure", id=structure_id)
    return ctx.structures[structure_id]


def on_meeting(case: Case, **fields: Any) -> Draft:
    """The newest meeting with these fields changed."""
    return Draft().put("meetings", sitting_of(case).meeting.with_(**fields))


def held_in(case: Case, number: int | None = None) -> Sitting:
    """The meeting of this number, or the newest that was begun. Refuses where none was."""
    if number is None:
        if case.held is None:
            raise refuse("not-held")
        return case.held
    for meeting in case.meetings.values():
        if meeting.number == number:
            sitting = case.sitting_of(meeting.id)
            if sitting.line.started is None:
                raise refuse("not-held")
            return sitting
    raise refuse("no-meeting")


def newest_event(case: Case) -> Event:
    """What undo would take back."""
    if case.newest_event is None:
        raise refuse("nothing-to-undo")
    return case.newest_event
