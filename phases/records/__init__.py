"""The records of a case, and the table each of them is kept in."""

from __future__ import annotations

from phases.records.agenda import Agenda, AgendaColumn, AgendaForm, AgendaPhase, AgendaPoint
from phases.records.base import Part, Record
from phases.records.closing import (
    Distribution,
    Feedback,
    HalfYear,
    Minutes,
    Outcome,
    Signature,
)
from phases.records.event import Event
from phases.records.facts import CaseFacts, CaseLevel, Held
from phases.records.goals import Assessment, Goal
from phases.records.log import Activity, Note, Offer, ParkedTopic
from phases.records.meeting import (
    Answer,
    Choice,
    Evaluation,
    HandOver,
    InformChild,
    Intervention,
    Meeting,
    NextMeeting,
)
from phases.records.people import Consent, Participant
from phases.records.preparing import Notice, OwnSystem

TABLES: dict[str, type[Record]] = {
    "case": CaseFacts,
    "participants": Participant,
    "consents": Consent,
    "activities": Activity,
    "assessments": Assessment,
    "goals": Goal,
    "meetings": Meeting,
    "agendas": Agenda,
    "events": Event,
    "offers": Offer,
    "parked": ParkedTopic,
    "notes": Note,
    "answers": Answer,
    "interventions": Intervention,
    "evaluations": Evaluation,
    "notices": Notice,
    "own_systems": OwnSystem,
    "minutes": Minutes,
    "feedback": Feedback,
}
"""Table name -> the record it holds. A table that is not here comes from a newer version."""

__all__ = [
    "TABLES",
    "Activity",
    "Agenda",
    "AgendaColumn",
    "AgendaForm",
    "AgendaPhase",
    "AgendaPoint",
    "Answer",
    "Assessment",
    "CaseFacts",
    "CaseLevel",
    "Choice",
    "Consent",
    "Distribution",
    "Evaluation",
    "Event",
    "Feedback",
    "Goal",
    "HalfYear",
    "HandOver",
    "Held",
    "InformChild",
    "Intervention",
    "Meeting",
    "Minutes",
    "NextMeeting",
    "Note",
    "Notice",
    "Offer",
    "Outcome",
    "OwnSystem",
    "ParkedTopic",
    "Part",
    "Participant",
    "Record",
    "Signature",
]
