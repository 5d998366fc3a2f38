"""Acts that say how an activity has gone and what becomes of it (S0-23 … S0-27, S2-9, S4-31)."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from phases.case import Case
from phases.changes import refuse
from phases.commands.base import COMMENT, Draft, LogCommand, activity, participant
from phases.context import Context
from phases.records import Activity, Assessment
from phases.walk import asked
from phases.words import Assessed, Effect


class Assess(LogCommand):
    """Say how an activity has gone: it goes on, is adjusted or ended, or wasn't discussed.

    In a meeting, and between two in a talk with whoever is responsible (S2-9).
    """

    name: ClassVar[str] = "assess"
    texts: ClassVar[dict[str, int]] = {"comment": COMMENT, "worked": COMMENT, "obstacles": COMMENT}
    id: str = ""
    decision: Assessed = "continue"
    effect: Effect | None = None
    comment: str = ""
    worked: str = ""
    """What has worked well (S4-31)."""
    obstacles: str = ""
    by: tuple[str, ...] = ()
    """Who says so; in a meeting by default the family and whoever does it."""
    again_on: date | None = None
    """The day on which it is to be assessed the next time (S2-5e)."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Beside what was said of it before; the activity itself shows the newest."""
        found = still_open(case, self.id)
        by = tuple(dict.fromkeys(participant(case, name, "by").id for name in self.by))
        said = assessment_of(
            case,
            ctx,
            found,
            self.decision,
            by=by,
            effect=self.effect,
            comment=self.comment,
            worked=self.worked,
            obstacles=self.obstacles,
        )
        draft = Draft(made=said.id, args={"activity": found.id, "assessment": said.id})
        draft.put("assessments", said)
        after = found.with_(**self._told(found)) if said.tells else found
        return draft.put("activities", after) if after != found else draft

    def _told(self, found: Activity) -> dict[str, Any]:
        return {
            "status": "ended" if self.decision == "end" else "continued",
            "effect": self.effect or found.effect,
            "comment": self.comment or found.comment,
            "assess_on": self.again_on or found.assess_on,
        }


class ActivityEnd(LogCommand):
    """End an activity with its effect and a short comment (S0-26, S0-27)."""

    name: ClassVar[str] = "activity-end"
    texts: ClassVar[dict[str, int]] = {"comment": COMMENT}
    id: str = ""
    effect: Effect = "wanted"
    comment: str = ""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Ended lines stay in the log."""
        found = still_open(case, self.id)
        ended = found.with_(status="ended", effect=self.effect, comment=self.comment)
        said = assessment_of(case, ctx, found, "end", effect=self.effect, comment=self.comment)
        return _both(ended, said)


class ActivityEvaluate(LogCommand):
    """Say how an activity goes, without ending it."""

    name: ClassVar[str] = "activity-evaluate"
    texts: ClassVar[dict[str, int]] = {"comment": COMMENT}
    id: str = ""
    effect: Effect = "partly"
    comment: str = ""

    def change(self, case: Case, ctx: Context) -> Draft:
        """It goes on."""
        found = activity(case, self.id)
        told = found.with_(effect=self.effect, comment=self.comment or found.comment)
        if not found.open:
            # What has been ended isn't decided anew; only what is said of it is mended.
            return Draft(args={"activity": found.id}).put("activities", told)
        said = assessment_of(case, ctx, found, "continue", effect=self.effect, comment=self.comment)
        return _both(told, said)


def still_open(case: Case, activity_id: str) -> Activity:
    """The activity, unless it has been ended: then it isn't gone through again."""
    found = activity(case, activity_id)
    if not found.open:
        raise refuse("already-ended")
    return found


def assessment_of(
    case: Case, ctx: Context, found: Activity, decision: Assessed, **told: Any
) -> Assessment:
    """A new assessment, with its day and its meeting; `by` is filled in where nobody was named."""
    sitting = case.sitting
    here = sitting is not None and sitting.underway
    if here and not told.get("by") and decision != "not-discussed":
        told["by"] = tuple(person.id for person in asked(case, found))
    return Assessment(
        id=ctx.new_id(),
        activity=found.id,
        meeting=sitting.meeting.id if sitting and here else "",
        on=ctx.today,
        decision=decision,
        **told,
    )


def _both(changed: Activity, said: Assessment) -> Draft:
    draft = Draft(args={"activity": changed.id, "assessment": said.id})
    return draft.put("activities", changed).put("assessments", said)
