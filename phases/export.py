"""From a case to its document for other programs: pure, and the same for every format of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from phases.case import LOG, Case
from phases.clock import Stamp
from phases.covering import COOPERATION
from phases.export_activities import ActivityPart, AssessmentPart, GoalPart
from phases.export_closing import around_part, own_systems
from phases.export_document import (
    AnswerPart,
    CaseDocument,
    DecisionPart,
    EvaluationPart,
    FloorPart,
    HandOverPart,
    InformChildPart,
    InterventionPart,
    LeftPart,
    MeetingPart,
    NextMeetingPart,
    NotePart,
    OfferPart,
    ParkedPart,
    PausePart,
    PhasePart,
    RunPart,
)
from phases.export_people import (
    CasePart,
    ConsentPart,
    HeldPart,
    LevelPart,
    ParticipantPart,
    WithdrawalPart,
)
from phases.floor import floor_in
from phases.leaving_out import masked
from phases.levels import level_of
from phases.pace import agreed_end, allotted_s
from phases.records import AgendaPhase, Event
from phases.settle import viddevakt, writer
from phases.sitting import Sitting
from phases.timeline import Timeline, stops

__all__ = ["CaseDocument", "export"]


def export(case: Case, now: Stamp) -> CaseDocument:
    """The case at `now`; a meeting under way is counted up to then.

    Without those whom no consent covers any more, and without their names (R-C6, R-E9).
    """
    case = masked(case)
    in_order = sorted(case.meetings.values(), key=lambda m: m.number)
    return CaseDocument(
        exported_at=now.utc,
        case=_case(case),
        participants=tuple(ParticipantPart.from_record(p) for p in case.participants.values()),
        consents=tuple(ConsentPart.from_record(c) for c in case.consents.values()),
        goals=tuple(GoalPart.from_record(g) for g in case.goals.values()),
        activities=_activities(case),
        withdrawals=tuple(_withdrawals(case)),
        own_systems=own_systems(case),
        meetings=tuple(_meeting(case, case.sitting_of(m.id), now) for m in in_order),
    )


def _case(case: Case) -> CasePart:
    facts = case.facts
    return CasePart.from_record(
        facts,
        id=case.id,
        revision=case.revision,
        holders=tuple(HeldPart.from_record(held) for held in facts.holders if held.who),
        levels=tuple(LevelPart.from_record(level) for level in facts.levels),
    )


def _withdrawals(case: Case) -> Iterator[WithdrawalPart]:
    """Each consent taken back, in order: who, in which role, when; of a service without its name.

    What was told of it before there were roles in the event is told without them.
    """
    told = [e for events in case.happened.values() for e in events if e.kind == "consent-withdraw"]
    for event in sorted(told, key=lambda e: e.seq):
        covers = event.args.get("covers", "")
        yield WithdrawalPart(
            by=event.args.get("by"),
            role=event.args.get("role"),
            of=covers if covers in ("", LOG, COOPERATION) else "service",
            at=event.at.utc,
            meeting=event.meeting,
            phase=event.phase,
        )


def _activities(case: Case) -> tuple[ActivityPart, ...]:
    """Each with its assessments, gathered in one go: there may be many of both."""
    said: dict[str, list[AssessmentPart]] = {}
    for each in case.assessments.values():
        said.setdefault(each.activity, []).append(AssessmentPart.from_record(each))
    return tuple(
        ActivityPart.from_record(
            a,
            level=level_of(a, case),
            assessments=tuple(said.get(a.id, ())),
            read_aloud=_was_read(case, a.meeting, a.id),
        )
        for a in case.activities.values()
    )


def _was_read(case: Case, meeting_id: str, activity_id: str) -> bool:
    meeting = case.meetings.get(meeting_id)
    return meeting is not None and activity_id in meeting.read_aloud


def _meeting(case: Case, sitting: Sitting, now: Stamp) -> MeetingPart:
    meeting, line = sitting.meeting, sitting.line.at(now)
    phases = tuple(_phase(line, phase) for phase in sitting.agenda.phases)
    newest = case.sitting is not None and case.sitting.meeting.id == meeting.id
    evaluation = case.evaluations.get(meeting.id)
    following, told = meeting.next_meeting, meeting.inform_child
    return MeetingPart.from_record(
        meeting,
        structure=sitting.agenda.structure,
        state=sitting.state,
        scheduled_at=meeting.at,
        started_at=_utc(line.started),
        ended_at=_utc(line.ended),
        agreed_end=agreed_end(sitting),
        speed=line.speed,
        planned_s=sum(p.planned_s for p in phases),
        used_s=_round(sum(run.used_s for run in line.runs)),
        paused_s=_round(sum(run.paused_s for run in line.runs)),
        phases=phases,
        pauses=tuple(_pauses(sitting)),
        floor=tuple(_floor(case, sitting, phase) for phase in sitting.agenda.phases),
        interventions=tuple(_interventions(case, sitting)),
        left_early=tuple(
            LeftPart(who=e.args["who"], at=e.at.utc) for e in sitting.events if e.kind == "leave"
        ),
        # A duty given beforehand is a choice too (S3-04, S3-07).
        writer=writer(case, sitting) if newest else meeting.writer,
        viddevakt=viddevakt(case, sitting) if newest else meeting.viddevakt,
        offers=tuple(_offers(case, sitting)),
        decision=_decision(sitting),
        parked=tuple(
            ParkedPart.from_record(t) for t in case.parked.values() if t.meeting == meeting.id
        ),
        notes=tuple(NotePart.from_record(n) for n in case.notes_in(meeting.id)),
        answers=tuple(
            AnswerPart.from_record(a) for a in case.answers.values() if a.meeting == meeting.id
        ),
        next_meeting=following and NextMeetingPart.from_record(following),
        inform_child=told and InformChildPart.from_record(told),
        child_present=case.child_present if newest else None,
        around=around_part(case, sitting),
        evaluation=evaluation and EvaluationPart.from_record(evaluation),
    )


def _phase(line: Timeline, phase: AgendaPhase) -> PhasePart:
    allotted, used = allotted_s(line, phase), line.used_s(phase.id)
    return PhasePart(
        id=phase.id,
        planned_s=phase.planned_s,
        replanned_s=line.replanned.get(phase.id, 0.0),
        given_s=line.given.get(phase.id, 0.0),
        used_s=_round(used),
        unused_s=_round(max(0.0, allotted - used)),
        overrun_s=_round(max(0.0, used - allotted)),
        paused_s=_round(line.paused_s(phase.id)),
        dropped=phase.id in line.dropped,
        runs=tuple(
            RunPart(started_at=run.started.utc, ended_at=_utc(run.ended))
            for run in line.runs
            if run.phase == phase.id
        ),
    )


def _pauses(sitting: Sitting) -> list[PausePart]:
    """From each pause to what ended it: going on, or the end of the meeting."""
    found: list[PausePart] = []
    begun: Event | None = None
    for event in sitting.events:
        if stops(event) == "clock":
            begun = begun or event
        elif begun is not None and (event.kind == "resume" or stops(event) == "meeting"):
            found.append(_pause(begun, event.at.utc))
            begun = None
    return [*found, _pause(begun, None)] if begun else found


def _pause(begun: Event, ended: datetime | None) -> PausePart:
    return PausePart(phase=begun.phase, started_at=begun.at.utc, ended_at=ended)


def _floor(case: Case, sitting: Sitting, phase: AgendaPhase) -> FloorPart:
    now = floor_in(case, sitting, phase)
    return FloorPart(phase=phase.id, heard=now.heard, not_heard=now.waiting)


def _interventions(case: Case, sitting: Sitting) -> list[InterventionPart]:
    """Each sign; its time is that of the event that made it."""
    at = {
        made: event.at.utc
        for event in sitting.events
        if event.kind == "guard"
        for made in event.was.get("interventions", {})
    }
    here = [i for i in case.interventions.values() if i.meeting == sitting.meeting.id]
    return [InterventionPart.from_record(sign, at=at.get(sign.id)) for sign in here]


def _offers(case: Case, sitting: Sitting) -> list[OfferPart]:
    choice = sitting.meeting.choice
    chosen = choice.offers if choice else ()
    offered = case.offers_in(sitting.meeting.id)
    return [OfferPart.from_record(offer, chosen=offer.id in chosen) for offer in offered]


def _decision(sitting: Sitting) -> DecisionPart:
    meeting = sitting.meeting
    choice, given = meeting.choice, meeting.hand_over
    return DecisionPart.from_record(
        meeting,
        offers=choice.offers if choice else (),
        none_now=choice is not None and choice.none_now,
        reason=choice.reason if choice else "",
        hand_over=given and HandOverPart.from_record(given),
    )


def _utc(stamp: Stamp | None) -> datetime | None:
    return stamp.utc if stamp else None


def _round(seconds: float) -> float:
    """To the millisecond of the stamps; more would be noise of the arithmetic."""
    return round(seconds, 3)
