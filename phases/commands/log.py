"""Acts that write the log: activities and parked topics."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from phases.case import Case
from phases.changes import refuse
from phases.commands.base import (
    COMMENT,
    OVER,
    TITLE,
    UNDERWAY,
    Draft,
    LogCommand,
    activity,
    goal,
    offer,
    participant,
    sitting_of,
    unless_changed,
)
from phases.commands.log_assessing import assessment_of, still_open
from phases.commands.log_fields import (
    EditField,
    field_text,
    helping,
    in_one_period,
    level_meant,
    new_value,
)
from phases.context import Context
from phases.records import Activity, Note, ParkedTopic, Participant
from phases.signs import unanswered_sign
from phases.words import ActivityStatus, Arena, Effect, Handled, MeetingState


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
    texts: ClassVar[dict[str, int]] = {
        "title": TITLE,
        "comment": COMMENT,
        "content": COMMENT,
        "extent": COMMENT,
        "organisation": COMMENT,
        "follow_up": COMMENT,
    }
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
    content: str = ""
    """What it consists of, how much and how it is organised (S4-22)."""
    extent: str = ""
    organisation: str = ""
    goal: str = ""
    """The goal it serves."""
    level: int | None = None
    """By default worked out from who does it (S2-5)."""
    contributors: tuple[str, ...] = ()
    """Who helps the one who is responsible."""
    start: date | None = None
    period_end: date | None = None
    """The last day of the period in which it is tried (S4-22)."""
    follow_up: str = ""
    """How it is followed up (S2-5d)."""
    assess_on: date | None = None
    """The day on which it is to be assessed (S2-5e)."""
    planned: bool = False
    """Agreed and not begun; so is one whose start is still to come."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """One line more in the log."""
        return self.added(case, ctx)

    def added(self, case: Case, ctx: Context) -> Draft:
        """The line, with everything that was said of it."""
        if not self.title:
            raise refuse("empty", field="title")
        person = participant(case, self.owner, "owner")
        in_one_period(self.start, self.period_end)
        sitting = case.sitting
        made = Activity(
            id=ctx.new_id(),
            title=self.title,
            owner=person.id,
            due=self.due,
            arena=self.arena or arena_of(person),
            status=self._status(ctx.today),
            tried_before=self.tried,
            effect=self.effect,
            comment=self.comment,
            meeting=sitting.meeting.id if sitting and sitting.underway else "",
            offer=offer(case, self.offer).id if self.offer else "",
            content=self.content,
            extent=self.extent,
            organisation=self.organisation,
            goal=goal(case, self.goal).id if self.goal else "",
            level=level_meant(self.level),
            contributors=helping(case, self.contributors),
            start=self.start,
            period_end=self.period_end,
            follow_up=self.follow_up,
            assess_on=self.assess_on,
        )
        return Draft(made=made.id, args={"activity": made.id}).put("activities", made)

    def _status(self, today: date) -> ActivityStatus:
        if self.tried:
            return "ended"
        to_come = self.start is not None and self.start > today
        return "planned" if self.planned or to_come else "active"


class ActivityReplace(ActivityAdd):
    """Another activity in the place of one that stands in the log; that one stays to be read."""

    name: ClassVar[str] = "activity-replace"
    id: str = ""
    """The activity that gives way; `effect` and `comment` say how that one went."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """The new one serves the old one's goal at its place, unless something else is said."""
        old = still_open(case, self.id)
        new = self.with_(arena=self.arena or old.arena, goal=self.goal or old.goal)
        draft = new.with_(effect=None, comment="").added(case, ctx)
        said = assessment_of(case, ctx, old, "end", effect=self.effect, comment=self.comment)
        draft.args |= {"replaced": old.id, "assessment": said.id}
        effect, comment = self.effect or old.effect, self.comment or old.comment
        gone = old.with_(status="replaced", effect=effect, comment=comment)
        return draft.put("activities", gone).put("assessments", said)


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
        changed = found.with_(**{self.field: new_value(self.field, self.value, case)})
        in_one_period(changed.start, changed.period_end)
        draft = Draft(args={"activity": found.id, "field": self.field})
        return draft.put("activities", changed)


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
