"""The document that `viddevakt case export CASE --json` prints (design §9).

The models are the schema, and their docstrings its documentation. References are ids: of
participants, activities and offers in the same document. Seconds end in `_s`; instants are UTC.

The figures add up: for each phase `planned_s + replanned_s + given_s = used_s + unused_s -
overrun_s`; a meeting's `used_s` and `paused_s` are the sums over its phases, and together they are
the time from `started_at` to `ended_at` (times the speed).
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from phases.export_activities import ActivityPart, GoalPart
from phases.export_base import Exported, Reference
from phases.export_closing import AroundPart, OwnSystemPart
from phases.export_people import CasePart, ConsentPart, ParticipantPart, WithdrawalPart
from phases.words import GuardKind, GuardOutcome, Handled, MeetingState

SCHEMA: Literal["viddevakt-case/1"] = "viddevakt-case/1"
"""Grows by a number when a field is removed or means something else; new fields don't."""


class RunPart(Exported):
    """One stretch of a phase; going back opens another."""

    started_at: datetime
    ended_at: datetime | None


class PhasePart(Exported):
    """A phase: what was planned and what the clock measured, over all its runs."""

    id: str
    planned_s: float
    replanned_s: float
    given_s: float
    used_s: float
    unused_s: float
    overrun_s: float
    paused_s: float
    dropped: bool
    runs: tuple[RunPart, ...]


class PausePart(Exported):
    """A pause of the clock; why is nobody's business."""

    phase: str
    started_at: datetime
    ended_at: datetime | None


class InterventionPart(Exported):
    """A sign from the viddevakt: never a name, never content."""

    id: str
    phase: str
    at: datetime | None
    kind: GuardKind
    outcome: GuardOutcome


class FloorPart(Exported):
    """Who was heard in a phase, by service or kind of speaker, of those who take part now."""

    phase: str
    heard: tuple[str, ...]
    not_heard: tuple[str, ...]


class OfferPart(Exported):
    """What a service offered. One that was not chosen may be taken up later."""

    id: str
    service: str
    text: str
    view: str
    chosen: bool


class HandOverPart(Exported):
    """The baton: whom it was offered to, and the answer."""

    to: str
    accepted: bool
    declined: bool
    answer_by: date | None


class DecisionPart(Exported):
    """What was decided, by whom."""

    offers: tuple[str, ...]
    none_now: bool
    reason: str
    decided_by: tuple[str, ...]
    """In the order in which they spoke: the family last."""
    hand_over: HandOverPart | None
    no_measure: str
    """Why nothing was written down, when nothing was."""
    read_aloud: tuple[str, ...]
    """The activities that were read aloud, and the chosen offers that were none yet."""


class ParkedPart(Exported):
    """A topic put aside."""

    id: str
    phase: str
    text: str
    handled: Handled | None


class NextMeetingPart(Exported):
    """The next date, or who calls whom by when."""

    on: date | None
    at: str
    place: str
    caller: Reference
    called: str
    by: date | None


class InformChildPart(Exported):
    """Who tells an absent child what was agreed."""

    who: str
    how: str
    when: date | None


class EvaluationPart(Exported):
    """The staff's answers about how the meeting was run."""

    a: str
    b: str
    c: str
    d: str
    e: str
    took_part: tuple[str, ...]
    """Roles only."""


class NotePart(Exported):
    """A free note to a part of the meeting."""

    id: str
    phase: str
    text: str


class AnswerPart(Exported):
    """What stands in one cell of a form. An empty cell isn't listed."""

    form: str
    row: str
    column: str
    text: str
    """As written; `yes` or `no`, a participant's id or a day where the column holds that."""


class LeftPart(Exported):
    """Somebody who left early: the time, never a reason."""

    who: str
    at: datetime


class MeetingPart(Exported):
    """One meeting."""

    id: str
    number: int
    structure: str
    state: MeetingState
    scheduled_at: datetime | None
    place: str
    started_at: datetime | None
    ended_at: datetime | None
    agreed_end: datetime | None
    speed: float
    """Of a rehearsal's clock; 1 in every real meeting."""
    planned_s: float
    used_s: float
    paused_s: float
    phases: tuple[PhasePart, ...]
    pauses: tuple[PausePart, ...]
    floor: tuple[FloorPart, ...]
    interventions: tuple[InterventionPart, ...]
    left_early: tuple[LeftPart, ...]
    interpreter: bool
    """The minutes were planned × 1.3, for everything was said twice."""
    introductions: str
    consent_told: bool
    writer: Reference
    viddevakt: Reference
    """A participant, or `none`: the clock and everybody help."""
    challenge: str
    offers: tuple[OfferPart, ...]
    decision: DecisionPart
    parked: tuple[ParkedPart, ...]
    notes: tuple[NotePart, ...]
    answers: tuple[AnswerPart, ...]
    ticked: tuple[str, ...]
    """Points that were said, and forms to which there was nothing to add."""
    denied: tuple[str, ...] = ()
    """Those among them that were asked and answered with no, or with not quite."""
    affirmed: tuple[str, ...] = ()
    """Those that were answered with yes; one that was ticked alone was said, and not answered."""
    next_meeting: NextMeetingPart | None
    inform_child: InformChildPart | None
    child_present: bool | None
    """Of the newest meeting; not known of earlier ones."""
    staff_stay: bool
    around: AroundPart
    evaluation: EvaluationPart | None


class CaseDocument(Exported):
    """The whole case."""

    schema_: Annotated[Literal["viddevakt-case/1"], Field(alias="schema")] = SCHEMA
    exported_at: datetime
    case: CasePart
    participants: tuple[ParticipantPart, ...]
    consents: tuple[ConsentPart, ...]
    goals: tuple[GoalPart, ...]
    withdrawals: tuple[WithdrawalPart, ...]
    activities: tuple[ActivityPart, ...]
    own_systems: tuple[OwnSystemPart, ...]
    meetings: tuple[MeetingPart, ...]
