"""The fields over one row of a structure's own form, and the cells they become."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from app.desk import Desk
from app.phase_words import asked_words
from app.screens.log_forms.form import FieldFaultError, Form, Values
from app.screens.log_forms.suggestions import Suggestions
from app.widgets.entry_row import FieldSpec
from app.wording.form_titles import FormTitles
from app.words import Words
from phases.bad_input import BadInputError
from phases.case import Case
from phases.commands import Command
from phases.commands.filling import NO, YES, Fill, answer_id
from phases.reading_dates import read_date
from phases.records import AgendaColumn, AgendaForm
from phases.showing_dates import numeric_date
from phases.sitting import Sitting
from phases.structures import MAX_ROWS

FILL = "fill"
"""The name of such a form."""


class _Place(NamedTuple):
    """A form of the meeting, and the phase whose words it has."""

    form: AgendaForm
    phase: str


class PartForms:
    """The structure's own forms for a case as it stands, in one language."""

    def __init__(self, case: Case, desk: Desk, words: Words) -> None:
        self._case = case
        self._desk = desk
        self._words = words
        self._offer = Suggestions(case, desk, words)

    def row(self, about: str) -> Form | None:
        """The fields over one row, `form:row`; None where the meeting has no such form."""
        sitting = self._case.sitting
        form_id, _colon, row = about.partition(":")
        place = self._place(form_id)
        if sitting is None or place is None:
            return None
        form, titles = place.form, self._titles(place)
        kept = {c.id: self._kept(sitting, form, row, c) for c in form.columns}
        shown = {c.id: self._shown(kept[c.id], c) for c in form.columns}

        def build(typed: Values) -> Sequence[Command]:
            changed = (c for c in form.columns if typed[c.id] != shown[c.id])
            return [
                Fill(form.id, row, c.id, self._meant(c, typed), was=kept[c.id]) for c in changed
            ]

        named = titles.rows.get(row, row if len(self.rows(form_id)) > 1 else "")
        title = " · ".join(part for part in (titles.title, named) if part)
        specs = tuple(self._field(column, titles.columns) for column in form.columns)
        return Form(FILL, title, specs, build, shown, about)

    def rows(self, form_id: str) -> tuple[str, ...]:
        """Its rows in the order in which they are asked: the family's own first (D7).

        The printed order stays in the table. Where rows may be added, the next empty one is last.
        """
        sitting, place = self._case.sitting, self._place(form_id)
        if sitting is None or place is None:
            return ()
        here, form = sitting.meeting.id, place.form
        found = {
            a.row for a in self._case.answers.values() if (a.meeting, a.form) == (here, form_id)
        }
        added = sorted((row for row in found if row not in form.rows), key=int)
        rows = [*form.rows, *added]
        if form.repeats and all(row in found for row in rows) and len(rows) < MAX_ROWS:
            rows.append(str(max((int(row) for row in rows if row.isdecimal()), default=0) + 1))
        who = self._whose(place)
        return tuple(sorted(rows, key=lambda row: who.get(row) not in ("child", "guardians")))

    def empty(self, form_id: str, row: str) -> bool:
        """Nothing is written in this row."""
        sitting = self._case.sitting
        here = sitting.meeting.id if sitting else ""
        place = (here, form_id, row)
        return not any((a.meeting, a.form, a.row) == place for a in self._case.answers.values())

    def title(self, form_id: str, row: str = "") -> str:
        """What the form is called, or one of its rows."""
        place = self._place(form_id)
        if place is None:
            return form_id
        titles = self._titles(place)
        return titles.rows.get(row, row) if row else titles.title

    def named(self, form_id: str) -> bool:
        """Whether its rows have names of their own."""
        place = self._place(form_id)
        return place is not None and bool(self._titles(place).rows)

    def _place(self, form_id: str) -> _Place | None:
        sitting = self._case.sitting
        phases = sitting.agenda.phases if sitting else ()
        places = (_Place(form, phase.id) for phase in phases for form in phase.forms)
        return next((place for place in places if place.form.id == form_id), None)

    def _titles(self, place: _Place) -> FormTitles:
        sitting = self._case.sitting
        structure = self._desk.structures.get(sitting.agenda.structure) if sitting else None
        asked = asked_words(structure, place.phase, self._case.facts.unit, self._words)
        return asked.forms.get(place.form.id, FormTitles(place.form.id, {}, {}))

    def _whose(self, place: _Place) -> Mapping[str, str]:
        sitting = self._case.sitting
        structure = self._desk.structures.get(sitting.agenda.structure) if sitting else None
        shapes = (f for p in (structure.phases if structure else ()) for f in p.forms)
        return {r.id: r.who for f in shapes if f.id == place.form.id for r in f.rows}

    def _kept(self, sitting: Sitting, form: AgendaForm, row: str, column: AgendaColumn) -> str:
        answer = self._case.answers.get(answer_id(sitting.meeting.id, form.id, row, column.id))
        return answer.text if answer else ""

    def _shown(self, text: str, column: AgendaColumn) -> str:
        """A cell as people write it."""
        _ = self._words
        match column.kind:
            case "participant":
                return self._case.label(text) if text else ""
            case "date":
                return _numeric(text)
            case "yes-no":
                return {YES: _("yes"), NO: _("no")}.get(text, text)
        return text

    def _meant(self, column: AgendaColumn, typed: Values) -> str:
        """What was written, as the command takes it: a day in ISO form. Raises FieldFaultError."""
        text = typed[column.id].strip()
        if column.kind != "date" or not text:
            return text
        try:
            return read_date(text, self._desk.today(), self._words.language).isoformat()
        except BadInputError as bad:
            raise FieldFaultError(column.id, bad) from None

    def _field(self, column: AgendaColumn, titles: Mapping[str, str]) -> FieldSpec:
        label = titles.get(column.id, column.id)
        match column.kind:
            case "participant":
                return FieldSpec(column.id, label, suggest=self._offer.people, weight=2)
            case "date":
                days = self._words("{key}: calendar", key="F12")
                return FieldSpec(column.id, label, suggest=self._offer.dates, days=days)
            case "yes-no":
                return FieldSpec(column.id, label, suggest=self._yes_or_no)
        return FieldSpec(column.id, label, weight=3)

    def _yes_or_no(self, typed: str) -> list[str]:
        _ = self._words
        return [word for word in (_("yes"), _("no")) if word.startswith(typed.casefold())]


def _numeric(iso: str) -> str:
    """A day as people write it; what is no day, as it stands."""
    try:
        return numeric_date(date.fromisoformat(iso))
    except ValueError:
        return iso
