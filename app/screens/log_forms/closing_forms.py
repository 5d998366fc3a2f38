"""The fields over how it goes on, and who gets to know."""

from __future__ import annotations

from collections.abc import Sequence

from app.screens.log_forms.form import FieldFaultError, Form, Values
from app.screens.log_forms.forms import Forms
from app.widgets.entry_row import FieldSpec
from phases.commands import Command
from phases.commands.minutes import FeedbackCommand
from phases.commands.outcome import HalfYearPlan, InformOthers, OutcomeCommand
from phases.reading_dates import DateError, read_date
from phases.records import Participant
from phases.showing_dates import numeric_date
from phases.words import Heard, OutcomeKind


class ClosingForms(Forms):
    """The forms for the case as it stands, in one language."""

    def referred(self, kinds: tuple[OutcomeKind, ...]) -> Form:
        """To whom, and who sees to it; what is left empty is asked again by R-E15."""
        _ = self._words
        fields = (
            FieldSpec("to", _("Referred to"), weight=2),
            FieldSpec("responsible", _("Who sees to it"), suggest=self._offer.people, weight=2),
        )
        told = self._case.sitting.meeting.outcome if self._case.sitting else None
        values = {}
        if told is not None and told.to:
            values = {"to": told.to, "responsible": self._case.label(told.responsible)}
        return Form(
            "outcome",
            _("Referred to others"),
            fields,
            lambda typed: [
                OutcomeCommand(kinds=kinds, to=typed["to"], responsible=typed["responsible"])
            ],
            values,
        )

    def feedback(self, person: Participant, heard: Heard) -> Form:
        """In their own words, if they like."""
        _ = self._words
        fields = (FieldSpec("text", _("What could we do otherwise? A few words, if you like")),)

        def build(typed: Values) -> Sequence[Command]:
            return [FeedbackCommand(who=person.id, heard=heard, differently=typed["text"])]

        return Form("feedback", person.label, fields, build, about=person.id)

    def dates(self) -> Form:
        """The days of the half year, with commas between."""
        _ = self._words
        plan = self._case.sitting.meeting.half_year if self._case.sitting else None
        shown = ", ".join(numeric_date(day) for day in plan.dates) if plan else ""
        fields = (FieldSpec("dates", _("The days, separated by commas"), days=self._days()),)

        def build(typed: Values) -> Sequence[Command]:
            texts = (part.strip() for part in self._needed(typed, "dates").split(","))
            try:
                days = [
                    read_date(part, self._desk.today(), self._words.language)
                    for part in texts
                    if part
                ]
            except DateError as bad:
                raise FieldFaultError("dates", bad) from None
            return [HalfYearPlan(dates=tuple(days))]

        return Form(
            "half-year-plan", _("Meetings for half a year"), fields, build, {"dates": shown}
        )

    def others(self) -> Form:
        """Who else is told, by role; empty is an answer too."""
        _ = self._words
        told = self._case.sitting.meeting.informed_others if self._case.sitting else ()
        fields = (FieldSpec("who", _("Who else should know, by role, with commas between")),)
        return Form(
            "inform-others",
            _("Tell others"),
            fields,
            lambda typed: [InformOthers(typed["who"])],
            {"who": ", ".join(told)},
        )
