"""A word that stands in every field which the mirrored screen must not show."""

from __future__ import annotations

import re

from phases.commands.afterwards import Evaluate
from phases.commands.closing import FamilyLeft
from phases.commands.log_assessing import ActivityEvaluate
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat

CANARY = "kanarifugl"
"""Stands in every field that the mirrored screen must not show."""


def before(seat: Seat) -> None:
    """A meeting last year, with a canary in every field that has room for one."""
    seat.do(ParticipantAdd(label=f"{CANARY} borte", role="other", absent=True, in_log=False))
    walks.go_over(seat)
    activity = next(iter(seat.case.activities.values()))
    seat.do(ActivityEvaluate(activity.id, "not-enough-yet", f"{CANARY} kommentar"))
    seat.do(FamilyLeft())
    seat.do(Evaluate(**{q: f"{CANARY} {q}" for q in "abcde"}))
    seat.clock.tick(14 * 86400)
    again = MeetingPlan(at=seat.clock.stamp().utc, place="Møterom 2", structure="bti-individual")
    seat.do(again)


SECONDS = re.compile(r"\d\d:\d\d")
