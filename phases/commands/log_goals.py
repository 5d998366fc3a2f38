"""Acts that write what is wanted (S2-4a, S2-5)."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from phases.case import Case
from phases.changes import refuse
from phases.commands.base import (
    COMMENT,
    TITLE,
    Draft,
    LogCommand,
    goal,
    participant,
    title_line,
    unless_changed,
)
from phases.context import Context
from phases.records import Goal


class GoalAdd(LogCommand):
    """Somebody says what they want to reach; or everybody together does."""

    name: ClassVar[str] = "goal-add"
    texts: ClassVar[dict[str, int]] = {"text": TITLE}
    text: str = ""
    owner: str = ""
    """Whose goal it is; left out, it is everybody's."""
    shared: bool = False
    """Everybody stands behind it."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """One goal more."""
        if not self.text:
            raise refuse("empty", field="text")
        sitting = case.sitting
        made = Goal(
            id=ctx.new_id(),
            text=self.text,
            owner=participant(case, self.owner, "owner").id if self.owner else "",
            shared=self.shared or not self.owner,
            meeting=sitting.meeting.id if sitting and sitting.underway else "",
        )
        return Draft(made=made.id, args={"goal": made.id}).put("goals", made)


GoalField = Literal["text", "owner", "shared"]

_YES_NO = {"yes": True, "no": False}


class GoalEdit(LogCommand):
    """Change one field of a goal; `was` is the value the edit started from."""

    name: ClassVar[str] = "goal-edit"
    texts: ClassVar[dict[str, int]] = {"value": COMMENT}
    id: str = ""
    field: GoalField = "text"
    value: str = ""
    was: str | None = None

    def change(self, case: Case, ctx: Context) -> Draft:
        """By field, as with an activity."""
        found = goal(case, self.id)
        unless_changed(goal_text(found, self.field), self.was, self.field)
        changed = found.with_(**self._new(case, found))
        return Draft(args={"goal": found.id, "field": self.field}).put("goals", changed)

    def _new(self, case: Case, found: Goal) -> dict[str, Any]:
        if self.field == "text":
            return {"text": title_line(self.value, "text")}
        if self.field == "owner":
            owner = participant(case, self.value, "owner").id if self.value else ""
            return {"owner": owner, "shared": found.shared or not owner}
        if self.value not in _YES_NO:
            raise refuse("bad-value", field="shared", allowed=", ".join(_YES_NO))
        # A goal that is nobody's own can't stop being everybody's.
        return {"shared": _YES_NO[self.value] or not found.owner}


class GoalEnd(LogCommand):
    """A goal has been reached, or is let go."""

    name: ClassVar[str] = "goal-end"
    id: str = ""
    reached: bool = True

    def change(self, case: Case, ctx: Context) -> Draft:
        """It stays in the log."""
        found = goal(case, self.id)
        if not found.open:
            raise refuse("already-ended")
        ended = found.with_(status="reached" if self.reached else "ended")
        return Draft(args={"goal": found.id}).put("goals", ended)


def goal_text(found: Goal, field: str) -> str:
    """A field of a goal as the text an edit starts from."""
    value = getattr(found, field)
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
