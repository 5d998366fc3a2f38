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
from phases.sitting import Sitting
from phases.words import NoticeKind

OF_THE_PLAN: Final = frozenset({"R-P5", "R-P8", "INV-14", "INV-15", "INV-16"})
"""Rules that were asked when the meeting was planned and hold as long as the plan does."""


def summoned_to(case: Case, sitting: Sitting) -> bool:
    """Whether people are summoned: to the first meeting, and to each that has a form (S4-40).

    To the others they are invited by the log (S0-16, S1-06).
    """
    return case.held is None or bool(sitting.agenda.signatures)


def notices_before(case: Case, sitting: Sitting) -> tuple[NoticeKind, NoticeKind]:
    """What goes out before this meeting: a summons or an invitation, and the reminder."""
    return ("summons" if summoned_to(case, sitting) else "invitation", "reminder")


def findings(case: Case, ctx: Context) -> Mapping[str, Finding]:
    """Rule -> what it finds, each once and in the table's order.

    What only a plan can break isn't asked where nothing is planned.
    """
    sitting = case.sitting
    plan, moments = None, {"prepare"}
    if sitting is not None and sitting.state == "planned":
        plan = MeetingPlan(at=sitting.meeting.at)
        moments |= {"summons"} if summoned_to(case, sitting) else set()
    found: dict[str, Finding] = {}
    for rule in asked_at("meeting-plan", "prepare", "summons"):
        asks = []
        if moments & set(rule.asked):
            asks.append(Ask(case, ctx))
        if plan is not None and rule.id in OF_THE_PLAN:
            asks.append(Ask(case, ctx, plan))
        hit = next((hit for ask in asks if (hit := rule.check(ask)) is not None), None)
        if hit is not None:
            found.setdefault(rule.id, Finding(rule.id, hit))
    return found
