"""Acts that write the log: activities and parked topics."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Literal

from phases.case import Case
from phases.changes import refuse
from phases.commands.base import (
    COMMENT,
    OVER,
    TITLE,
    UNDERWAY,
    Command,
    Draft,
    activity,
    offer,
    participant,
    sitting_of,
    title_line,
    unless_changed,
)
from phases.context import Context
from phases.records import Activity, Note, ParkedTopic, Participant
from phases.rights import Duty
from phases.signs import unanswered_sign
from phases.words import Arena, Effect, Handled, MeetingState


class LogCommand(Command):
    """Writes text into the log, in a meeting or between two."""

    duty: ClassVar[Duty] = "log"
    writes_log: ClassVar[bool] = True


def arena_of(person: Participant) -> Arena:
    """Where an activity belongs, from who is responsible (S0-24).

    What the child takes on in a meeting at school is nearly always done there.
    """
    if person.role == "guardian":
        return "home"
    at_school = person.family or person.teacher or person.role == "head"
    return "school" if at_school else "services"


class ActivityAdd(LogCommand):
    """Somebody takes on something until a date (S3-21, INV-03)."""

    name: ClassVar[str] = "activity-add"
    texts: ClassVar[dict[str, int]] = {"title": TITLE, "comment": COMMENT}
    title: str = ""
    owner: str = ""
    """Exactly one participant is responsible (R-M14)."""
    due: date | None = None
    arena: Arena | None = None
    """Where it happens; by default where the responsible person is."""
    tried: bool = False
    """Already tried before this meeting (S3-10)."""
    effect: Effect | None = None
    comment: str = ""
    offer: str = ""
    """The offer it grows out of."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """One line more in the log."""
        if not self.title:
            raise refuse("empty", field="title")
        person = participant(case, self.owner, "owner")
        sitting = case.sitting
        made = Activity(
            id=ctx.new_id(),
            title=self.title,
            owner=person.id,
            due=self.due,
            arena=self.arena or arena_of(person),
            status="ended" if self.tried else "active",
            tried_before=self.tried,
            effect=self.effect,
            comment=self.comment,
            meeting=sitting.meeting.id if sitting and sitting.underway else "",
            offer=offer(case, self.offer).id if self.offer else "",
        )
        return Draft(made=made.id, args={"activity": made.id}).put("activities", made)


EditField = Literal["title", "owner", "due", "arena", "status", "comment"]


class ActivityEdit(LogCommand):
    """Change one field of an activity; `was` is the value the edit started from."""

    name: ClassVar[str] = "activity-edit"
    texts: ClassVar[dict[str, int]] = {"value": COMMENT}
    id: str = ""
    field: EditField = "title"
    value: str = ""
    was: str | None = None

    def change(self, case: Case, ctx: Context) -> Draft:
        """By field: another field changed meanwhile stays as it is (design §5)."""
        found = activity(case, self.id)
        unless_changed(field_text(found, self.field), self.was, self.field)
        draft = Draft(args={"activity": found.id, "field": self.field})
        return draft.put("activities", found.with_(**{self.field: self._new(case)}))

    def _new(self, case: Case) -> Any:
        if self.field == "owner":
            return participant(case, self.value, "owner").id
        if self.field == "due":
            return _iso(self.value)
        if self.field == "title":
            return title_line(self.value, "title")
        allowed = {
            "arena": ("home", "school", "services"),
            "status": ("planned", "active", "ended"),
        }
        if self.field in allowed and self.value not in allowed[self.field]:
            raise refuse("bad-value", field=self.field, allowed=", ".join(allowed[self.field]))
        return self.value


def field_text(found: Activity, field: str) -> str:
    """A field of an activity as the text an edit starts from."""
    value = getattr(found, field)
    return "" if value is None else str(value)


def _iso(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise refuse("E-DATE", value=text) from None


class ActivityEnd(LogCommand):
    """End an activity with its effect and a short comment (S0-26, S0-27)."""

    name: ClassVar[str] = "activity-end"
    texts: ClassVar[dict[str, int]] = {"comment": COMMENT}
    id: str = ""
    effect: Effect = "wanted"
    comment: str = ""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Ended lines stay in the log."""
        found = activity(case, self.id)
        if not found.open:
            raise refuse("already-ended")
        ended = found.with_(status="ended", effect=self.effect, comment=self.comment)
        return Draft(args={"activity": found.id}).put("activities", ended)


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
        return Draft(args={"activity": found.id}).put("activities", told)


class Park(LogCommand):
    """Park a topic: "Er det greitt at vi tek det etterpå?"."""

    name: ClassVar[str] = "park"
    states: ClassVar[frozenset[MeetingState] | None] = UNDERWAY
    texts: ClassVar[dict[str, int]] = {"text": TITLE}
    text: str = ""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Kept with the phase it came up in; just after a sign, this is what came of it."""
        if not self.text:
            raise refuse("empty", field="text")
        sitting = sitting_of(case)
        made = ParkedTopic(
            id=ctx.new_id(), meeting=sitting.meeting.id, phase=sitting.line.phase, text=self.text
        )
        draft = Draft(made=made.id, args={"parked": made.id}).put("parked", made)
        sign = unanswered_sign(case, sitting, ctx.now)
        return draft.put("interventions", sign.with_(outcome="parked")) if sign else draft


class ParkedHandle(LogCommand):
    """Say what becomes of a parked topic."""

    name: ClassVar[str] = "parked-handle"
    id: str = ""
    handled: Handled = "next-meeting"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Next meeting, between two people, or dropped."""
        if self.id not in case.parked:
            raise refuse("no-parked", id=self.id)
        return Draft().put("parked", case.parked[self.id].with_(handled=self.handled))


class NoteCommand(LogCommand):
    """A free note to a part of the meeting, for whoever writes the minutes (S3-04, S3-29).

    Without `id` a new one; with it, its text is changed, and one without text is taken away.
    """

    name: ClassVar[str] = "note"
    states: ClassVar[frozenset[MeetingState] | None] = UNDERWAY | OVER
    texts: ClassVar[dict[str, int]] = {"text": COMMENT}
    text: str = ""
    phase: str = ""
    """The part it belongs to; left out, the one that runs."""
    id: str = ""
    was: str | None = None
    """The text that a change started from."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """One note more, changed or fewer; who is meant by it stands nowhere but in its text."""
        if self.id:
            return self._changed(case)
        if not self.text:
            raise refuse("empty", field="text")
        sitting = sitting_of(case)
        phase = self.phase or sitting.line.phase or sitting.agenda.phases[-1].id
        if phase not in {each.id for each in sitting.agenda.phases}:
            raise refuse("no-phase", id=phase)
        made = Note(id=ctx.new_id(), meeting=sitting.meeting.id, phase=phase, text=self.text)
        return Draft(made=made.id, args={"note": made.id}).put("notes", made)

    def _changed(self, case: Case) -> Draft:
        found = case.notes.get(self.id)
        if found is None:
            raise refuse("no-note", id=self.id)
        unless_changed(found.text, self.was, "text")
        draft = Draft(args={"note": found.id})
        if not self.text:
            return draft.drop("notes", found.id)
        return draft.put("notes", found.with_(text=self.text))
