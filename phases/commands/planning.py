"""Acts that plan a meeting, or call it off."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, TypeGuard

from phases.case import Case, services_of
from phases.changes import RefusedError, refuse
from phases.commands.base import (
    PLACE,
    PLANNED,
    TITLE,
    Draft,
    PrepareCommand,
    sitting_of,
    structure_in,
    unless_changed,
)
from phases.context import Context
from phases.interpreter import with_interpreter
from phases.records import (
    Agenda,
    AgendaColumn,
    AgendaForm,
    AgendaPhase,
    AgendaPoint,
    Meeting,
)
from phases.sitting import Sitting
from phases.structures import Form, Structure, StructurePhase
from phases.suggesting import suggest
from phases.words import MeetingState

MAX_MINUTES = 480
HOUR_MINUTES = 60
"""Longer is advised against, where a structure doesn't say otherwise (S0-11, S1-07)."""


class MeetingPlan(PrepareCommand):
    """Plan the next meeting, or change the plan until it begins."""

    name: ClassVar[str] = "meeting-plan"
    texts: ClassVar[dict[str, int]] = {"place": PLACE, "purpose": TITLE}
    at: datetime | None = None
    place: str | None = None
    structure: str | None = None
    minutes: tuple[int, ...] | None = None
    """One number a phase, 1 to 480."""
    purpose: str | None = None
    """What it is for, as the summons says it (S4-42)."""
    purpose_was: str | None = None
    """The purpose that a change of it started from."""
    screen: bool | None = None
    """Whether everybody can see the log in the room (S0-12)."""
    interpreter: bool | None = None
    """Whether the minutes are × 1.3 for somebody who interprets; they can be changed after."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """A meeting that is over makes room for a new one; one that runs doesn't."""
        sitting = case.sitting
        if sitting is not None and sitting.underway:
            raise refuse("meeting-underway")
        meeting = sitting.meeting if _stands(sitting) else _new_meeting(case, ctx)
        if self.purpose is not None:
            unless_changed(meeting.purpose, self.purpose_was, "purpose")
        fields: dict[str, Any] = {
            "at": self.at,
            "place": self.place,
            "purpose": self.purpose,
            "room_screen": self.screen,
        }
        meeting = meeting.with_(**{k: v for k, v in fields.items() if v is not None})
        agenda = self.agenda(case, ctx)
        if self.interpreter is not None:
            meeting = meeting.with_(interpreter=self.interpreter)
        draft = Draft(made=meeting.id).put("meetings", meeting)
        return draft.put("agendas", agenda.with_(id=meeting.id))

    def agenda(self, case: Case, ctx: Context) -> Agenda:
        """What the meeting would be made of by this plan; a new one has no id yet."""
        sitting = case.sitting if _stands(case.sitting) else None
        interpreted = sitting is not None and sitting.meeting.interpreter
        agenda = sitting.agenda if sitting else None
        if agenda is None or self.structure is not None:
            shape = structure_in(ctx, self.structure or next_structure(case, ctx))
            # Who went home early last time is expected again.
            expected = [p for p in case.participants.values() if not p.absent]
            services = services_of(expected) if sitting is None else case.services
            agenda = agenda_of(shape, "", len(services))
            if interpreted and self.interpreter is None and self.minutes is None:
                agenda = _interpreted(agenda)
        elif self.interpreter is False and interpreted:
            agenda = agenda_of(structure_in(ctx, agenda.structure), "", len(case.services))
        if self.minutes is not None:
            agenda = _with_minutes(agenda, self.minutes)
        renewing = self.structure is not None or self.minutes is not None
        if self.interpreter and (renewing or not interpreted):
            agenda = _interpreted(agenda)
        return agenda


def _stands(sitting: Sitting | None) -> TypeGuard[Sitting]:
    """Whether there is a meeting whose plan can be changed."""
    return sitting is not None and not sitting.over and sitting.state != "cancelled"


def _new_meeting(case: Case, ctx: Context) -> Meeting:
    """The next number, in the place that is known."""
    number = max((m.number for m in case.meetings.values()), default=0) + 1
    return Meeting(id=ctx.new_id(), number=number, place=_place(case.held))


def _place(held: Sitting | None) -> str:
    """Where the last one agreed to meet again; else, where a chain goes on, where it was."""
    if held is None:
        return ""
    agreed = held.meeting.next_meeting
    return (agreed.place if agreed else "") or (held.meeting.place if _goes_on(held) else "")


def next_structure(case: Case, ctx: Context) -> str:
    """The structure of the next meeting where nobody names one."""
    return suggest(case, ctx.structures)


def _goes_on(sitting: Sitting) -> bool:
    """Whether a chain follows this meeting, so that the next one is in the same place."""
    outcome = sitting.meeting.outcome
    return bool(sitting.agenda.next_structure) and not (outcome is not None and outcome.ends)


def planned_minutes(case: Case, ctx: Context, command: MeetingPlan) -> tuple[float, int]:
    """How long the meeting would be by this plan, and how long its structure advises at most."""
    try:
        agenda = command.agenda(case, ctx)
    except RefusedError:
        return 0.0, HOUR_MINUTES  # the command says itself what is wrong with it
    return agenda.total_s / 60, agenda.limit_minutes


def agenda_of(structure: Structure, meeting_id: str, services: int) -> Agenda:
    """The structure's bones; with one service its rounds are shortened (design §4.9)."""
    phases = []
    for phase in structure.phases:
        minutes = phase.minutes
        if services == 1:
            minutes = structure.single_service_minutes.get(phase.id, minutes)
        phases.append(_bones(phase, minutes * 60.0))
    return Agenda(
        id=meeting_id,
        structure=structure.id,
        phases=tuple(phases),
        limit_minutes=structure.limit_minutes,
        next_within=structure.next_within,
        next_from_plan=structure.next_from_plan,
        next_structure=structure.next_structure or "",
        inform_child=structure.inform_child,
        signatures=structure.signatures,
        filing=tuple(filing.id for filing in structure.filing),
        minutes_by=structure.minutes_by,
    )


def _bones(phase: StructurePhase, planned_s: float) -> AgendaPhase:
    """A phase without its words."""
    return AgendaPhase(
        id=phase.id,
        planned_s=planned_s,
        droppable=phase.droppable,
        protected=phase.protected,
        round=phase.round,
        each=phase.each,
        floor=phase.floor,
        settle=phase.items,
        points=tuple(
            AgendaPoint(id=p.id, needed=p.needed, asks=p.question is not None) for p in phase.points
        ),
        forms=tuple(_form_bones(form) for form in phase.forms),
        works_on=phase.works_on,
        describe=phase.describe,
        tried=phase.tried,
        thresholds=phase.thresholds,
    )


def _form_bones(form: Form) -> AgendaForm:
    return AgendaForm(
        id=form.id,
        rows=form.row_ids,
        columns=tuple(AgendaColumn(id=c.id, kind=c.kind) for c in form.columns),
        needed=form.needed,
        repeats=form.repeats,
        wall=form.wall,
    )


def _with_minutes(agenda: Agenda, minutes: tuple[int, ...]) -> Agenda:
    if len(minutes) != len(agenda.phases):
        raise refuse("E-MIN", expected=str(len(agenda.phases)), given=str(len(minutes)))
    if not all(1 <= m <= MAX_MINUTES for m in minutes):
        raise refuse("E-MIN", expected="1-480", given=",".join(map(str, minutes)))
    pairs = zip(agenda.phases, minutes, strict=True)
    phases = tuple(p.model_copy(update={"planned_s": m * 60.0}) for p, m in pairs)
    return agenda.with_(phases=phases)


def _interpreted(agenda: Agenda) -> Agenda:
    """The same phases with the time that interpreting takes."""
    minutes = tuple(round(p.planned_s / 60) for p in agenda.phases)
    return _with_minutes(agenda, with_interpreter(minutes))


class MeetingCancel(PrepareCommand):
    """Call the planned meeting off."""

    name: ClassVar[str] = "meeting-cancel"
    states: ClassVar[frozenset[MeetingState] | None] = PLANNED

    def change(self, case: Case, ctx: Context) -> Draft:
        """It stays in the history."""
        return Draft().put("meetings", sitting_of(case).meeting.with_(cancelled=True))
