"""Acts about the people who take part."""

from __future__ import annotations

from typing import ClassVar

from phases.case import Case
from phases.changes import refuse
from phases.commands.base import NAME, Draft, PrepareCommand, participant
from phases.context import Context
from phases.holders import holding
from phases.records import Participant
from phases.words import Joins, ParticipantDuty, Prefers, Role, Speaks


class ParticipantAdd(PrepareCommand):
    """Somebody who takes part: name or role label, role, service, duties."""

    name: ClassVar[str] = "participant-add"
    texts: ClassVar[dict[str, int]] = {
        "label": NAME,
        "call": NAME,
        "service": NAME,
        "sits_in_for": NAME,
    }
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
    sits_in_for: str = ""
    """For whom; whoever sits in for somebody is a substitute (SC-08)."""
    joins: Joins = "room"
    language: Speaks = ""
    channel: Prefers = ""

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
            substitute=self.substitute or bool(self.sits_in_for),
            sits_in_for=self.sits_in_for,
            joins=self.joins,
            language=self.language,
            channel=self.channel,
            place=max((p.place for p in case.participants.values()), default=0) + 1,
        )
        if made.in_log:
            made = made.with_(active_from=ctx.today)
        return _with_duties(case, ctx, made, Draft(made=made.id)).put("participants", made)


_PLAIN = (
    *("call", "role", "service", "duties", "new", "absent", "in_log", "substitute"),
    *("sits_in_for", "joins", "language", "channel"),
)
"""The fields of an edit that are taken as they are."""


class ParticipantEdit(PrepareCommand):
    """Change what is known of a participant; what is left out stays."""

    name: ClassVar[str] = "participant-edit"
    texts: ClassVar[dict[str, int]] = {
        "label": NAME,
        "call": NAME,
        "service": NAME,
        "sits_in_for": NAME,
    }
    who: str = ""
    label: str | None = None
    """Another name or role label; the id stays, and with it all that is theirs."""
    call: str | None = None
    role: Role | None = None
    service: str | None = None
    duties: tuple[ParticipantDuty, ...] | None = None
    new: bool | None = None
    absent: bool | None = None
    in_log: bool | None = None
    substitute: bool | None = None
    sits_in_for: str | None = None
    joins: Joins | None = None
    language: Speaks | None = None
    channel: Prefers | None = None

    def change(self, case: Case, ctx: Context) -> Draft:
        """Only the fields that were given."""
        person = participant(case, self.who)
        given = {n: getattr(self, n) for n in _PLAIN if getattr(self, n) is not None}
        if self.sits_in_for and self.substitute is None:
            given["substitute"] = True
        elif self.substitute is False:
            given["sits_in_for"] = ""
        if self.label is not None and self.label != person.name:
            given = _renamed(case, person, self.label) | given
        if self.in_log is not None and self.in_log != person.in_log:
            since = {"active_from": ctx.today, "active_to": None}
            given |= since if self.in_log else {"active_to": ctx.today}
        changed = person.with_(**given)
        return _with_duties(case, ctx, changed, Draft()).put("participants", changed)


def _renamed(case: Case, person: Participant, label: str) -> dict[str, object]:
    """The new name, unlike everybody else's. Raises RefusedError.

    A service that went by the old name keeps it where a consent or an offer speaks of it: those
    hold the service's name, not an id.
    """
    if not label:
        raise refuse("empty", field="label")
    others = (p for p in case.participants.values() if p.id != person.id)
    taken = {name.casefold() for p in others for name in (p.id, p.name, p.call)}
    if label.casefold() in taken:
        raise refuse("participant-exists", name=label)
    if person.role != "service" or person.service:
        return {"name": label}
    spoken_of = {c.covers.casefold() for c in case.consents.values()}
    spoken_of |= {o.service.casefold() for o in case.offers.values()}
    keeps = person.label.casefold() in spoken_of
    return {"name": label, "service": person.label} if keeps else {"name": label}


def _with_duties(case: Case, ctx: Context, person: Participant, draft: Draft) -> Draft:
    """A guard is never of the family (domain §2.2); each duty has one holder at a time."""
    if person.family and "guard" in person.duties:
        raise refuse("not-family", name=person.name)
    for other in case.participants.values():
        kept = tuple(d for d in other.duties if d not in person.duties)
        if other.id != person.id and kept != other.duties:
            draft.put("participants", other.with_(duties=kept))
    if "relay-holder" in person.duties and case.facts.relay_holder != person.id:
        draft.put("case", case.facts.with_(**holding(case, person.id, ctx.today)))
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
        draft = Draft().drop("participants", person.id)
        for notice in case.notices.values():
            if person.id in notice.to:
                rest = tuple(each for each in notice.to if each != person.id)
                # Nobody named would be everybody.
                kept = notice.with_(to=rest)
                draft = draft.put("notices", kept) if rest else draft.drop("notices", kept.id)
        return draft


def _named(case: Case) -> set[str]:
    """Everybody whom a record speaks of: without them it would speak of nobody."""
    found = {case.facts.relay_holder, *(held.who for held in case.facts.holders)}
    found |= {a.owner for a in case.activities.values()} | {c.by for c in case.consents.values()}
    for activity in case.activities.values():
        found |= set(activity.contributors)
    found |= {goal.owner for goal in case.goals.values()}
    found |= {person for said in case.assessments.values() for person in said.by}
    for meeting in case.meetings.values():
        found |= {meeting.writer, meeting.viddevakt, *meeting.decided_by}
        found |= {meeting.hand_over.to} if meeting.hand_over else set()
        found |= {meeting.next_meeting.caller} if meeting.next_meeting else set()
        found |= {meeting.inform_child.who} if meeting.inform_child else set()
        found |= {signature.who for signature in meeting.signed}
        found |= set(meeting.distribution.to) if meeting.distribution else set()
        found |= {meeting.outcome.responsible} if meeting.outcome else set()
    for minutes in case.minutes.values():
        found |= {minutes.responsible, *minutes.recipients}
    found |= {f.by for f in case.feedback.values()} | {o.who for o in case.own_systems.values()}
    return found
