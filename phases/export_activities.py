"""The parts of the exported document that tell what is wanted, what is done and how it goes."""

from __future__ import annotations

from datetime import date

from phases.export_base import Exported, Reference
from phases.words import ActivityStatus, Arena, Assessed, Effect, GoalStatus, Level


class AssessmentPart(Exported):
    """How an activity has gone, said once; a later one stands beside it."""

    id: str
    meeting: Reference
    """The meeting in which it was said; null between meetings."""
    on: date | None
    effect: Effect | None
    comment: str
    worked: str
    obstacles: str
    decision: Assessed
    by: tuple[str, ...]
    """Who said so: participants."""


class ActivityPart(Exported):
    """Who does what until when, and how it went."""

    id: str
    title: str
    content: str
    extent: str
    organisation: str
    goal: Reference
    """The goal it serves."""
    owner: str
    """Who is responsible: one participant."""
    contributors: tuple[str, ...]
    """Who helps."""
    arena: Arena
    level: Level
    """1 at home or in one's own service, 2 and 3 together with another."""
    start: date | None
    period_end: date | None
    """The last day of the period in which it is tried."""
    due: date | None
    follow_up: str
    """How it is followed up."""
    assess_on: date | None
    """When it is to be assessed."""
    status: ActivityStatus
    tried_before: bool
    effect: Effect | None
    comment: str
    assessments: tuple[AssessmentPart, ...]
    """The oldest first."""
    meeting: Reference
    """The meeting in which it was agreed."""
    offer: Reference
    """The offer it grew out of."""
    read_aloud: bool
    """Read aloud in that meeting as it stood then."""


class GoalPart(Exported):
    """What somebody, or everybody together, wants to reach."""

    id: str
    text: str
    owner: Reference
    """Whose it is; null where it is nobody's own."""
    shared: bool
    """Everybody stands behind it."""
    status: GoalStatus
    meeting: Reference
    """The meeting in which it was told."""
