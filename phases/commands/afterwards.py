"""Acts after the family's part, and undo."""

from __future__ import annotations

from typing import ClassVar

from phases.case import Case
from phases.changes import refuse
from phases.commands.base import (
    COMMENT,
    TITLE,
    Command,
    Draft,
    newest_event,
    sitting_of,
)
from phases.commands.taking_back import duty_of, own_event
from phases.context import Context
from phases.records import Evaluation, Event
from phases.rights import Duty

QUESTIONS = ("a", "b", "c", "d", "e")


class Evaluate(Command):
    """The staff's answers a to e about how the meeting was run, not the child (S3-28)."""

    name: ClassVar[str] = "evaluate"
    when_locked: ClassVar[bool] = True
    duty: ClassVar[Duty] = "evaluate"
    texts: ClassVar[dict[str, int]] = dict.fromkeys(QUESTIONS, COMMENT)
    a: str | None = None
    b: str | None = None
    c: str | None = None
    d: str | None = None
    e: str | None = None

    def change(self, case: Case, ctx: Context) -> Draft:
        """Saved as typed, answer by answer; who took part is kept as roles (INV-10)."""
        meeting = sitting_of(case).meeting
        before = case.evaluations.get(meeting.id) or Evaluation(id=meeting.id)
        answers = {q: getattr(self, q) for q in QUESTIONS if getattr(self, q) is not None}
        staff = tuple(dict.fromkeys(p.role for p in case.present if not p.family))
        return Draft().put("evaluations", before.with_(**answers, took_part=staff))


class Reason(Command):
    """Say why a rule that only warned was passed; kept with the history."""

    name: ClassVar[str] = "reason"
    when_locked: ClassVar[bool] = True
    duty: ClassVar[Duty] = "agree"
    texts: ClassVar[dict[str, int]] = {"text": TITLE}
    text: str = ""

    def change(self, case: Case, ctx: Context) -> Draft:
        """About the newest act that a rule warned of."""
        if not self.text:
            raise refuse("empty", field="text")
        about = next((e for e in reversed(_all_events(case)) if e.rules), None)
        if about is None:
            raise refuse("no-remark")
        return Draft(args={"of": about.id, "rules": list(about.rules), "reason": self.text})


def _all_events(case: Case) -> list[Event]:
    return sorted((e for events in case.happened.values() for e in events), key=lambda e: e.seq)


class Undo(Command):
    """Take back the newest act, as if it had never been done; again, the one before.

    With `of` it is the act that was seen, or a window's own, and never another that came after.
    """

    name: ClassVar[str] = "undo"
    duty: ClassVar[Duty] = "clock"
    undoable: ClassVar[bool] = False
    of: str = ""
    """The id of the act's event."""

    def duty_in(self, case: Case) -> Duty:
        """Taking a named act back touches what doing it did."""
        event = case.event(self.of) if self.of else None
        return duty_of(event) if event else self.duty

    def change(self, case: Case, ctx: Context) -> Draft:
        """Every document as it was, and the event named in an `undo`."""
        event = own_event(case, self.of, ctx.window) if self.of else newest_event(case)
        if not event.args.get("undoable", True):
            raise refuse("nothing-to-undo")
        draft = Draft(args={"of": event.id, "kind": event.kind, "meeting": event.meeting})
        for table, documents in event.was.items():
            draft.tables[table] = dict(documents)
        return draft
