"""A frozen snapshot of everything about one child's case: what every window draws from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

from phases.records import (
    Activity,
    Agenda,
    Answer,
    Assessment,
    CaseFacts,
    Consent,
    Evaluation,
    Event,
    Feedback,
    Goal,
    Intervention,
    Meeting,
    Minutes,
    Note,
    Notice,
    Offer,
    OwnSystem,
    ParkedTopic,
    Participant,
)
from phases.sitting import Sitting
from phases.words import ParticipantDuty

LOG = "log"
"""What a consent covers when it covers keeping the log (S0-13)."""


def services_of(people: Iterable[Participant]) -> tuple[str, ...]:
    """The services that these people speak for, in their order, each once."""
    named = (p.service or p.label for p in people if p.role == "service")
    return tuple(dict.fromkeys(named))


@dataclass(frozen=True, repr=False)
class Case:
    """The case at one revision. Records are shared between snapshots; nothing here is changed."""

    id: str
    revision: int = 0
    facts: CaseFacts = field(default_factory=lambda: CaseFacts(id="case"))
    participants: Mapping[str, Participant] = field(default_factory=dict)
    consents: Mapping[str, Consent] = field(default_factory=dict)
    activities: Mapping[str, Activity] = field(default_factory=dict)
    assessments: Mapping[str, Assessment] = field(default_factory=dict)
    goals: Mapping[str, Goal] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    agendas: Mapping[str, Agenda] = field(default_factory=dict)
    offers: Mapping[str, Offer] = field(default_factory=dict)
    parked: Mapping[str, ParkedTopic] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    interventions: Mapping[str, Intervention] = field(default_factory=dict)
    evaluations: Mapping[str, Evaluation] = field(default_factory=dict)
    notices: Mapping[str, Notice] = field(default_factory=dict)
    own_systems: Mapping[str, OwnSystem] = field(default_factory=dict)
    minutes: Mapping[str, Minutes] = field(default_factory=dict)
    feedback: Mapping[str, Feedback] = field(default_factory=dict)
    happened: Mapping[str, Sequence[Event]] = field(default_factory=dict)
    """Meeting id (empty outside meetings) -> its events in order, the undone ones left out."""
    last_seq: int = field(default=0, compare=False)
    """The newest event's number; undoing counts on, so it says nothing about what is true."""

    @classmethod
    def empty(cls, case_id: str) -> Case:
        """A case about which nothing is known yet."""
        return cls(case_id)

    def with_(self, **changed: Any) -> Case:
        """A snapshot with these fields changed, and nothing that was worked out from the old ones.

        Filled in at once, not by `dataclasses.replace`, which sets each frozen field by a call of
        its own and takes five times as long: this stands in the way of each save.
        """
        after = object.__new__(Case)
        known = vars(self)
        vars(after).update({name: known[name] for name in _FIELDS} | changed)
        return after

    def __repr__(self) -> str:
        """Id and revision alone, so that a traceback holds nothing about a child."""
        return f"Case({self.id}, revision {self.revision})"

    @cached_property
    def sitting(self) -> Sitting | None:
        """The newest meeting: the one being planned, held or last held."""
        if not self.meetings:
            return None
        newest = max(self.meetings.values(), key=lambda m: m.number)
        return self.sitting_of(newest.id)

    @cached_property
    def held(self) -> Sitting | None:
        """The newest meeting that was begun: what minutes and the family's word are about."""
        return next(self._begun(), None)

    def all_held(self) -> tuple[Sitting, ...]:
        """Every meeting that was begun, the newest first; each one's clock is worked out."""
        return tuple(self._begun())

    def _begun(self) -> Iterator[Sitting]:
        # From the newest, whose clock is worked out already: each save asks for that one.
        newest_first = sorted(self.meetings.values(), key=lambda m: m.number, reverse=True)
        for n, meeting in enumerate(newest_first):
            sitting = self.sitting if n == 0 else self.sitting_of(meeting.id)
            if sitting is not None and sitting.line.started is not None:
                yield sitting

    def sitting_of(self, meeting_id: str) -> Sitting:
        """One meeting with its agenda and events. Raises KeyError."""
        agenda = self.agendas.get(meeting_id) or Agenda(id=meeting_id, structure="", phases=())
        return Sitting(self.meetings[meeting_id], agenda, self.happened.get(meeting_id, ()))

    @cached_property
    def opened(self) -> bool:
        """Whether anything has been begun here: until then the log is a draft (INV-01)."""
        # By the events alone, of which a begun meeting's start is among the first: the clocks of
        # all its meetings would be worked out anew for each save.
        return bool(self.activities) or any(
            event.kind == "start" for m in self.meetings for event in self.happened.get(m, ())
        )

    @cached_property
    def newest_event(self) -> Event | None:
        """The newest event that still stands: the only one that can be undone."""
        last = [events[-1] for events in self.happened.values() if events]
        return max(last, key=lambda e: e.seq) if last else None

    def event(self, event_id: str) -> Event | None:
        """The event with this id, if it still stands."""
        found = (e for events in self.happened.values() for e in events if e.id == event_id)
        return next(found, None)

    def find_participant(self, name: str) -> Participant | None:
        """By id, name or what they want to be called, without regard to letter case."""
        if name in self.participants:
            return self.participants[name]
        wanted = name.casefold().strip()
        if not wanted:
            return None
        for person in self.participants.values():
            if wanted in (person.name.casefold(), person.call.casefold()):
                return person
        return None

    def label(self, participant_id: str) -> str:
        """The word for a participant; the id itself where nobody is known by it any more."""
        person = self.participants.get(participant_id)
        return person.label if person else participant_id

    @cached_property
    def present(self) -> tuple[Participant, ...]:
        """Who is in the room at the newest meeting, in the order they were set up."""
        gone = self.sitting.left_early if self.sitting else frozenset()
        return tuple(
            p for p in self.participants.values() if not (p.absent or p.left_out or p.id in gone)
        )

    def present_family(self) -> tuple[Participant, ...]:
        """Guardians and child in the room: they have the floor together (design §4.9)."""
        return tuple(p for p in self.present if p.family)

    def with_duty(self, duty: ParticipantDuty) -> Participant | None:
        """Who has this duty, of those in the room."""
        return next((p for p in self.present if p.has(duty)), None)

    @property
    def child_present(self) -> bool:
        """Whether the child is in the room; a case without a child participant has none there."""
        return any(p.role == "child" for p in self.present)

    @cached_property
    def services(self) -> tuple[str, ...]:
        """The services in the room, in order; the rounds go through these."""
        return services_of(self.present)

    def speaker_for(self, service: str) -> Participant | None:
        """Who speaks for a service."""
        wanted = service.casefold()
        for person in self.participants.values():
            if wanted == (person.service or person.label).casefold() and person.role == "service":
                return person
        return None

    def agreed_in(self, meeting_id: str) -> tuple[Activity, ...]:
        """The open activities agreed in one meeting, without those only told as tried before."""
        return tuple(
            a
            for a in self.activities.values()
            if a.meeting == meeting_id and a.open and not a.tried_before
        )

    def assessments_of(self, activity_id: str) -> tuple[Assessment, ...]:
        """How one activity has gone, the oldest first."""
        return tuple(a for a in self.assessments.values() if a.activity == activity_id)

    def offers_in(self, meeting_id: str) -> tuple[Offer, ...]:
        """The offers noted in one meeting, in order."""
        return tuple(o for o in self.offers.values() if o.meeting == meeting_id)

    def chosen_in(self, meeting_id: str) -> tuple[Offer, ...]:
        """The offers chosen in one meeting that no activity has grown out of yet.

        One that was written anew, in the same words and for that service, counts as grown: told
        twice, a family would wait for twice as much.
        """
        choice = self.meetings[meeting_id].choice
        taken = {a.offer for a in self.activities.values()}
        told = {self._said(a.owner, a.title) for a in self.agreed_in(meeting_id)}
        offers = (self.offers[o] for o in (choice.offers if choice else ()) if o in self.offers)
        return tuple(
            o for o in offers if o.id not in taken and (o.service, o.text.casefold()) not in told
        )

    def _said(self, owner: str, title: str) -> tuple[str, str]:
        person = self.participants.get(owner)
        return ((person.service or person.label) if person else "", title.casefold())

    def notes_in(self, meeting_id: str) -> tuple[Note, ...]:
        """The free notes of one meeting, in the order they were written."""
        return tuple(n for n in self.notes.values() if n.meeting == meeting_id)


_FIELDS = tuple(field.name for field in fields(Case))
