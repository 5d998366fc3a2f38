"""Acts that fill in a form, a cell at a time, and tick what only has to be said."""

from __future__ import annotations

from typing import ClassVar, Literal

from phases.bad_input import BadInputError
from phases.case import Case
from phases.changes import Refusal, RefusedError, refuse
from phases.commands.base import (
    COMMENT,
    OVER,
    UNDERWAY,
    Command,
    Draft,
    on_meeting,
    participant,
    sitting_of,
    unless_changed,
)
from phases.context import Context
from phases.records import AgendaColumn, AgendaForm, Answer
from phases.rights import Duty
from phases.settle import TICKED
from phases.sitting import Sitting
from phases.structures import MAX_ROWS
from phases.words import MeetingState

YES, NO = "yes", "no"
_YES_NO = {"yes": YES, "ja": YES, "no": NO, "nei": NO}


class FillingCommand(Command):
    """What a part of the meeting asks for, filled in by whoever writes."""

    duty: ClassVar[Duty] = "log"
    states: ClassVar[frozenset[MeetingState] | None] = UNDERWAY | OVER


class Fill(FillingCommand):
    """Fill in one cell of a form; an empty value clears it.

    A form with one row, or one column, needs no name for it.
    """

    name: ClassVar[str] = "fill"
    writes_log: ClassVar[bool] = True
    texts: ClassVar[dict[str, int]] = {"value": COMMENT}
    form: str = ""
    row: str = ""
    """Its id in the structure, or its number where the rows are blank: 1, 2, 3 …"""
    column: str = ""
    value: str = ""
    """A text, `yes` or `no`, a participant or a date: what the column holds."""
    was: str | None = None
    """What stood there when the edit began."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """By cell, so that two people's edits both live (design §5)."""
        sitting = sitting_of(case)
        form = form_of(sitting, self.form)
        row, column = self._row(form), self._column(form)
        here = sitting.meeting.id
        cell = answer_id(here, form.id, row, column.id)
        before = case.answers.get(cell)
        unless_changed(before.text if before else "", self.was, "value")
        draft = Draft(args={"answer": cell})
        if not self.value:
            return draft.drop("answers", cell) if before else draft
        text = self._text(case, ctx, column)
        made = Answer(id=cell, meeting=here, form=form.id, row=row, column=column.id, text=text)
        return draft.put("answers", made if before is None else before.with_(text=text))

    def _row(self, form: AgendaForm) -> str:
        if not self.row and len(form.rows) == 1 and not form.repeats:
            return form.rows[0]
        added = form.repeats and self.row.isdecimal() and self.row.isascii()
        if self.row in form.rows or (added and 1 <= int(self.row) <= MAX_ROWS):
            return self.row if self.row in form.rows else str(int(self.row))
        raise refuse("no-row", id=self.row, form=form.id, allowed=", ".join(form.rows))

    def _column(self, form: AgendaForm) -> AgendaColumn:
        for column in form.columns:
            if column.id == self.column or (not self.column and len(form.columns) == 1):
                return column
        allowed = ", ".join(column.id for column in form.columns)
        raise refuse("no-column", id=self.column, form=form.id, allowed=allowed)

    def _text(self, case: Case, ctx: Context, column: AgendaColumn) -> str:
        """The value as it is kept: an id, a day in ISO form, or the text."""
        if column.kind == "participant":
            return participant(case, self.value, "value").id
        if column.kind == "yes-no":
            word = _YES_NO.get(self.value.strip().casefold())
            if word is None:
                raise refuse("not-yes-no", field=column.id)
            return word
        if column.kind == "date":
            # Only a date needs the reader of dates.
            from phases.reading_dates import read_date

            try:
                return read_date(self.value, ctx.today, case.facts.language).isoformat()
            except BadInputError as bad:
                raise RefusedError(Refusal(bad.code, bad.details)) from None
        return self.value


class Tick(FillingCommand):
    """Tick a point of a part as said or asked, or a form as having nothing to add."""

    name: ClassVar[str] = "tick"
    point: str = ""
    """The id of a point or form of this meeting."""
    done: bool = True
    answer: Literal["", "yes", "no"] = ""
    """What the people here said, where the point is a question; `no` is also "not quite"."""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Ticked once, whoever ticks; `done=no` takes it away."""
        sitting = sitting_of(case)
        if self.point not in _tickable(sitting):
            raise refuse("no-point", id=self.point)
        meeting = sitting.meeting
        said = self.answer if self.done else ""
        draft = on_meeting(
            case,
            ticked=self._among(meeting.ticked, there=self.done),
            denied=self._among(meeting.denied, there=said == NO),
            affirmed=self._among(meeting.affirmed, there=said == YES),
        )
        draft.args["point"] = self.point
        return draft

    def _among(self, points: tuple[str, ...], *, there: bool) -> tuple[str, ...]:
        """The points with this one last among them, or without it."""
        rest = tuple(each for each in points if each != self.point)
        return (*rest, self.point) if there else rest


def answer_id(meeting: str, form: str, row: str, column: str) -> str:
    """One cell, one record: two windows that fill it in at once meet there."""
    return f"{meeting}.{form}.{row}.{column}"


def form_of(sitting: Sitting, form_id: str) -> AgendaForm:
    """A form of this meeting. Raises RefusedError."""
    for phase in sitting.agenda.phases:
        for form in phase.forms:
            if form.id == form_id:
                return form
    raise refuse("no-form", id=form_id)


def _tickable(sitting: Sitting) -> set[str]:
    phases = sitting.agenda.phases
    points = {point.id for phase in phases for point in phase.points}
    forms = {form.id for phase in phases for form in phase.forms}
    return points | forms | {i for phase in phases for i in phase.settle if i in TICKED}
