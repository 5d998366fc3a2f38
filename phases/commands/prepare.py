"""Acts that set a case and a meeting up. They are not writes of log text (R-C1)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar, Literal

from phases.case import LOG, Case, services_of
from phases.changes import refuse
from phases.commands.base import (
    NAME,
    PLACE,
    PLANNED,
    Command,
    Draft,
    participant,
    service_in,
    sitting_of,
)
from phases.context import Context
from phases.records import Agenda, AgendaPhase, CaseFacts, Consent, Meeting, Participant
from phases.rights import Duty
from phases.structures import Structure
from phases.words import ConsentForm, MeetingState, ParticipantDuty, Role, Unit

MAX_MINUTES = 480
CONSENT_AGES = (15, 16, 18)


class PrepareCommand(Command):
    """Set-up belongs to the leader's window and the command line."""

    duty: ClassVar[Duty] = "prepare"


class CaseNew(PrepareCommand):
    """The first entry of a case: its language, its structure, and whether it is a rehearsal."""

    name: ClassVar[str] = "case-new"
    undoable: ClassVar[bool] = False
    language: Literal["nn", "nb", "en"] = "nn"
    structure: str = "bti-individual"
    rehearsal: bool = False
    unit: Unit = "school"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Once in a case's life."""
        if case.revision or case.last_seq:
            raise refuse("case-exists")
        _structure(ctx, self.structure)
        facts = CaseFacts(
            id="case",
            language=self.language,
            structure=self.structure,
            rehearsal=self.rehearsal,
            unit=self.unit,
        )
        return Draft().put("case", facts)


class CaseSet(PrepareCommand):
    """Change what is true of the case as a whole; what is left out stays."""

    name: ClassVar[str] = "case-set"
    language: Literal["nn", "nb", "en"] | None = None
    unit: Unit | None = None
    consent_age: int | None = None
    own_consent_from: date | None = None
    """From this day the youth's own consent is needed (R-C2)."""
    relay_holder: str | None = None
    meeting_dates: tuple[date, ...] | None = None
    """The BTI meetings already in the calendar (S3-25)."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Only the fields that were given."""
        if self.consent_age is not None and self.consent_age not in CONSENT_AGES:
            raise refuse("bad-value", field="consent_age", allowed="15, 16, 18")
        given: dict[str, Any] = {
            "language": self.language,
            "unit": self.unit,
            "consent_age": self.consent_age,
            "own_consent_from": self.own_consent_from,
            "meeting_dates": self.meeting_dates,
        }
        if self.relay_holder is not None:
            holder = self.relay_holder
            given["relay_holder"] = participant(case, holder, "relay_holder").id if holder else ""
        fields = {k: v for k, v in given.items() if v is not None}
        return Draft().put("case", case.facts.with_(**fields))


class ParticipantAdd(PrepareCommand):
    """Somebody who takes part: name or role label, role, service, duties."""

    name: ClassVar[str] = "participant-add"
    texts: ClassVar[dict[str, int]] = {"label": NAME, "call": NAME, "service": NAME}
    label: str = ""
    """The name or role label; unique in the case."""
    role: Role = "other"
    call: str = ""
    service: str = ""
    duties: tuple[ParticipantDuty, ...] = ()
    new: bool = False
    absent: bool = False
    in_log: bool = True
    substitute: bool = False

    def change(self, case: Case, ctx: Context) -> Draft:
        """One participant more; the relay holder's duty makes them the holder."""
        if not self.label:
            raise refuse("empty", field="label")
        if case.find_participant(self.label) is not None:
            raise refuse("participant-exists", name=self.label)
        if self.service and self.role != "service":
            raise refuse("service-needs-role")
        made = Participant(
            id=ctx.new_id(),
            name=self.label,
            role=self.role,
            call=self.call,
            service=self.service,
            duties=self.duties,
            new=self.new,
            absent=self.absent,
            in_log=self.in_log and self.role != "interpreter",
            substitute=self.substitute,
            place=max((p.place for p in case.participants.values()), default=0) + 1,
        )
        return _with_duties(case, made, Draft(made=made.id)).put("participants", made)


class ParticipantEdit(PrepareCommand):
    """Change what is known of a participant; what is left out stays."""

    name: ClassVar[str] = "participant-edit"
    texts: ClassVar[dict[str, int]] = {"call": NAME, "service": NAME}
    who: str = ""
    call: str | None = None
    role: Role | None = None
    service: str | None = None
    duties: tuple[ParticipantDuty, ...] | None = None
    new: bool | None = None
    absent: bool | None = None
    in_log: bool | None = None
    substitute: bool | None = None

    def change(self, case: Case, ctx: Context) -> Draft:
        """Only the fields that were given."""
        person = participant(case, self.who)
        names = ("call", "role", "service", "duties", "new", "absent", "in_log", "substitute")
        given = {n: getattr(self, n) for n in names if getattr(self, n) is not None}
        changed = person.with_(**given)
        return _with_duties(case, changed, Draft()).put("participants", changed)


def _with_duties(case: Case, person: Participant, draft: Draft) -> Draft:
    """A guard is never of the family (domain §2.2); each duty has one holder at a time."""
    if person.family and "guard" in person.duties:
        raise refuse("not-family", name=person.name)
    for other in case.participants.values():
        kept = tuple(d for d in other.duties if d not in person.duties)
        if other.id != person.id and kept != other.duties:
            draft.put("participants", other.with_(duties=kept))
    if "relay-holder" in person.duties and case.facts.relay_holder != person.id:
        draft.put("case", case.facts.with_(relay_holder=person.id))
    return draft


class ParticipantRemove(PrepareCommand):
    """Take out somebody who was set up by mistake and about whom nothing is written."""

    name: ClassVar[str] = "participant-remove"
    who: str = ""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Refused while an activity, a consent, the baton or a word of a meeting is theirs."""
        person = participant(case, self.who)
        if person.id in _named(case):
            raise refuse("still-named")
        return Draft().drop("participants", person.id)


def _named(case: Case) -> set[str]:
    """Everybody whom a record speaks of: without them it would speak of nobody."""
    found = {case.facts.relay_holder}
    found |= {a.owner for a in case.activities.values()} | {c.by for c in case.consents.values()}
    for meeting in case.meetings.values():
        found |= {meeting.writer, meeting.viddevakt, *meeting.decided_by}
        found |= {meeting.hand_over.to} if meeting.hand_over else set()
        found |= {meeting.next_meeting.caller} if meeting.next_meeting else set()
        found |= {meeting.inform_child.who} if meeting.inform_child else set()
    return found


class ConsentAdd(PrepareCommand):
    """A guardian or the child consents: to the log, or to share with a service (S0-13)."""

    name: ClassVar[str] = "consent-add"
    undoable: ClassVar[bool] = False
    by: str = ""
    covers: str = LOG
    """`log`, or a service; naming an employee means their service (R-C10)."""
    form: ConsentForm = "written"
    given: date | None = None
    expires: date | None = None

    def change(self, case: Case, ctx: Context) -> Draft:
        """Given today unless told otherwise."""
        person = participant(case, self.by, "by")
        if not person.family:
            raise refuse("family-consents", name=self.by)
        covers = LOG if self.covers.casefold() == LOG else service_in(case, self.covers, "covers")
        given = self.given or ctx.today
        if given > ctx.today:
            raise refuse("date-ahead")
        made = Consent(
            id=ctx.new_id(),
            by=person.id,
            covers=covers,
            form=self.form,
            given=given,
            expires=self.expires,
        )
        return Draft(made=made.id).put("consents", made)


class ConsentWithdraw(PrepareCommand):
    """A consent is taken back, from today; nobody asks why."""

    name: ClassVar[str] = "consent-withdraw"
    undoable: ClassVar[bool] = False
    by: str = ""
    covers: str = LOG

    def change(self, case: Case, ctx: Context) -> Draft:
        """Every consent of theirs that covers this."""
        person = participant(case, self.by, "by")
        covers = LOG if self.covers.casefold() == LOG else service_in(case, self.covers, "covers")
        draft = Draft()
        for consent in case.consents.values():
            if consent.by == person.id and consent.covers == covers and not consent.withdrawn:
                draft.put("consents", consent.with_(withdrawn=ctx.today))
        if not draft.tables:
            raise refuse("no-consent")
        return draft


class MeetingPlan(PrepareCommand):
    """Plan the next meeting, or change the plan until it begins."""

    name: ClassVar[str] = "meeting-plan"
    texts: ClassVar[dict[str, int]] = {"place": PLACE}
    at: datetime | None = None
    place: str | None = None
    structure: str | None = None
    minutes: tuple[int, ...] | None = None
    """One number a phase, 1 to 480."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """A meeting that is over makes room for a new one; one that runs doesn't."""
        sitting = case.sitting
        if sitting is not None and sitting.underway:
            raise refuse("meeting-underway")
        renewed = sitting is None or sitting.over or sitting.state == "cancelled"
        meeting = _new_meeting(case, ctx) if renewed or sitting is None else sitting.meeting
        fields: dict[str, Any] = {"at": self.at, "place": self.place}
        meeting = meeting.with_(**{k: v for k, v in fields.items() if v is not None})
        agenda = None if renewed or sitting is None else sitting.agenda
        if agenda is None or self.structure is not None:
            shape = _structure(ctx, self.structure or case.facts.structure)
            # Who went home early last time is expected again.
            expected = [p for p in case.participants.values() if not p.absent]
            services = services_of(expected) if renewed else case.services
            agenda = agenda_of(shape, meeting.id, len(services))
        if self.minutes is not None:
            agenda = _with_minutes(agenda, self.minutes)
        draft = Draft(made=meeting.id).put("meetings", meeting)
        return draft.put("agendas", agenda)


def _new_meeting(case: Case, ctx: Context) -> Meeting:
    number = max((m.number for m in case.meetings.values()), default=0) + 1
    return Meeting(id=ctx.new_id(), number=number)


def _structure(ctx: Context, structure_id: str) -> Structure:
    if structure_id not in ctx.structures:
        raise refuse("no-structure", id=structure_id)
    return ctx.structures[structure_id]


def agenda_of(structure: Structure, meeting_id: str, services: int) -> Agenda:
    """The structure's bones; with one service its rounds are shortened (design §4.9)."""
    phases = []
    for phase in structure.phases:
        minutes = phase.minutes
        if services == 1:
            minutes = structure.single_service_minutes.get(phase.id, minutes)
        phases.append(
            AgendaPhase(
                id=phase.id,
                planned_s=minutes * 60.0,
                droppable=phase.droppable,
                protected=phase.protected,
                round=phase.round,
                floor=phase.floor,
                settle=phase.settle,
                thresholds=phase.thresholds,
            )
        )
    return Agenda(id=meeting_id, structure=structure.id, phases=tuple(phases))


def _with_minutes(agenda: Agenda, minutes: tuple[int, ...]) -> Agenda:
    if len(minutes) != len(agenda.phases):
        raise refuse("E-MIN", expected=str(len(agenda.phases)), given=str(len(minutes)))
    if not all(1 <= m <= MAX_MINUTES for m in minutes):
        raise refuse("E-MIN", expected="1-480", given=",".join(map(str, minutes)))
    pairs = zip(agenda.phases, minutes, strict=True)
    phases = tuple(p.model_copy(update={"planned_s": m * 60.0}) for p, m in pairs)
    return agenda.with_(phases=phases)


class MeetingCancel(PrepareCommand):
    """Call the planned meeting off."""

    name: ClassVar[str] = "meeting-cancel"
    states: ClassVar[frozenset[MeetingState] | None] = PLANNED

    def change(self, case: Case, ctx: Context) -> Draft:
        """It stays in the history."""
        return Draft().put("meetings", sitting_of(case).meeting.with_(cancelled=True))
