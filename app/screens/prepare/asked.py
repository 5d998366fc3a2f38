"""What the rules have to say of a planned meeting: those of preparing, and of its plan as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from phases.case import Case
from phases.changes import Finding
from phases.commands.planning import MeetingPlan
from phases.context import Context
from phases.rules import asked_at
from phases.rules_ask import Ask

OF_THE_PLAN: Final = frozenset({"R-P5", "R-P8", "INV-14", "INV-15", "INV-16"})
"""Rules that were asked when the meeting was planned and hold as long as the plan does."""


def findings(case: Case, ctx: Context) -> Mapping[str, Finding]:
    """Rule -> what it finds; each once, and none where nothing is planned."""
    sitting = case.sitting
    if sitting is None or sitting.state != "planned":
        return {}
    plan = Ask(case, ctx, MeetingPlan(at=sitting.meeting.at))
    found: dict[str, Finding] = {}
    for rule in asked_at("meeting-plan"):
        hit = rule.check(plan) if rule.id in OF_THE_PLAN else None
        if hit is not None:
            found[rule.id] = Finding(rule.id, hit)
    for rule in asked_at("prepare", "summons"):
        hit = rule.check(Ask(case, ctx))
        if hit is not None:
            found.setdefault(rule.id, Finding(rule.id, hit))
    return found
