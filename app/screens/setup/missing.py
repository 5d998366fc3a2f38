"""What has to be in place before the meeting can be held, and what can wait until then."""

from __future__ import annotations

from app.words import Words
from phases.case import Case
from phases.context import Context
from phases.covering import uncovered
from phases.rules import asked_at
from phases.rules_ask import Ask


def missing(case: Case, ctx: Context, words: Words) -> list[str]:
    """What the meeting can't do without, in the order of the screen; empty when it is ready."""
    found = []
    sitting = case.sitting
    if sitting is None or sitting.over or sitting.state == "cancelled" or not sitting.meeting.at:
        found.append(words("day and time"))
    return found + missing_people(case, words) + consent_gaps(case, ctx, words)


def missing_people(case: Case, words: Words) -> list[str]:
    """Who has to be there, and isn't entered yet."""
    found = []
    if not any(p.role == "guardian" for p in case.participants.values()):
        found.append(words("a guardian"))
    if not any(p.role == "head" or p.has("leader") for p in case.present):
        found.append(words("who leads"))
    return found


def consent_gaps(case: Case, ctx: Context, words: Words) -> list[str]:
    """R-C1 and R-C2 as the log will ask them, and each service that is to take part (INV-05)."""
    ask = Ask(case, ctx)
    found = []
    hits = {rule.id for rule in asked_at("log-text") if rule.check(ask) is not None}
    if "R-C1" in hits:
        found.append(words("consent from a guardian"))
    if "R-C2" in hits:
        found.append(words("the young person's own consent"))
    for service in uncovered(case, ctx.today):
        found.append(words("consent to share with {service}", service=service))
    return found


def can_wait(case: Case, words: Words) -> list[str]:
    """What can be settled in the meeting itself."""
    found = []
    if case.with_duty("writer") is None:
        found.append(words("who writes"))
    if case.with_duty("guard") is None:
        found.append(words("viddevakt"))
    if case.sitting is None or not case.sitting.meeting.place:
        found.append(words("the place"))
    return found
