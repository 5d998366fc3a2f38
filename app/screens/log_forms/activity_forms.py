"""The fields over what more is said of an activity, how it has gone, and what is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from app.screens.log_forms.form import Form, Values
from app.screens.log_forms.log_lines import LogForms
from app.widgets.entry_row import FieldSpec
from phases.commands import Command
from phases.commands.log import ActivityEdit
from phases.commands.log_assessing import Assess
from phases.commands.log_fields import DATES, EditField, field_text
from phases.commands.log_goals import GoalAdd, GoalEdit, goal_text
from phases.measures import DESCRIBED, Lack
from phases.measures import PERIOD as PERIOD_ITEM
from phases.records import Activity, Goal
from phases.showing_dates import numeric_date
from phases.words import Assessed, Effect

CONTENT: Final[tuple[EditField, ...]] = ("content", "extent", "organisation")
PERIOD: Final[tuple[EditField, ...]] = ("start", "period_end", "assess_on")
PEOPLE: Final[tuple[EditField, ...]] = ("contributors", "follow_up", "goal")

ABOUT: Final[dict[str, tuple[EditField, ...]]] = {
    "activity-content": CONTENT,
    "activity-period": PERIOD,
    "activity-people": PEOPLE,
    "activity-assess-on": ("assess_on",),
}
"""Form -> the fields of an activity that it holds."""


class ActivityForms(LogForms):
    """The forms for the case as it stands, in one language."""

    def content(self, found: Activity, then: str = "") -> Form:
        """What it consists of, how much and how it is organised (S4-22)."""
        return self.about(found, "activity-content", then)

    def period(self, found: Activity, then: str = "") -> Form:
        """From when until when, and when it is assessed (S4-22, S2-5e)."""
        return self.about(found, "activity-period", then)

    def lacking(self, lack: Lack) -> Form:
        """What nobody has said of a measure: its content first; then the next one's."""
        form = self.period if lack.fields == (PERIOD_ITEM,) else self.content
        return form(lack.activity, DESCRIBED)

    def people(self, found: Activity) -> Form:
        """Who helps, how it is followed up, and the goal it serves (S2-5d)."""
        return self.about(found, "activity-people")

    def assess_on(self, found: Activity) -> Form:
        """When it is assessed; then the next one that nobody has said it of (S2-5e)."""
        return self.about(found, "activity-assess-on", then="assess-dates")

    def about(self, found: Activity, name: str, then: str = "") -> Form:
        """These fields of an activity; each changed one is an edit of its own."""
        names = ABOUT[name]
        shown: dict[str, str] = {field: self._text(found, field) for field in names}
        specs = self._specs()
        fields = tuple(specs[field] for field in names)

        def build(typed: Values) -> Sequence[Command]:
            changed = [f for f in names if typed[f] != shown[f]]
            return [
                ActivityEdit(found.id, f, self._meant(f, typed), was=field_text(found, f))
                for f in changed
            ]

        saved = self._words("the change")
        return Form(name, found.title, fields, build, shown, found.id, saved=saved, then=then)

    def over(self, found: Activity, form: Form) -> Form | None:
        """The same form over what the log says of an activity now; None where it edits nothing."""
        if form.name in ABOUT:
            return self.about(found, form.name, form.then)
        return self.edit(found) if form.name == "activity-edit" else None

    def assess(self, found: Activity, effect: Effect, decision: Assessed) -> Form:
        """A few words; and what has worked and what stood in the way (S0-27, S4-31)."""
        _ = self._words
        adjusted = decision == "adjust"
        asked = _("What do we change?") if adjusted else _("A few words, if you like")
        fields = (
            FieldSpec("comment", asked, weight=3),
            FieldSpec("worked", _("What has worked"), weight=2),
            FieldSpec("obstacles", _("What was in the way"), weight=2),
        )
        return Form(
            "assess",
            found.title,
            fields,
            lambda typed: [
                Assess(
                    found.id, decision, effect, typed["comment"], typed["worked"],
                    typed["obstacles"],
                )
            ],
            about=found.id,
        )  # fmt: skip

    def goal(self, *, again: bool = False, owner: str = "") -> Form:
        """What somebody wants to reach; nobody named: what all do (S2-4a).

        `owner` is whoever is asked for it, where that is one person.
        """
        _ = self._words
        hint = _("Enter on an empty line: done") if again else ""
        return Form(
            "goal-add",
            _("What do you want to reach?"),
            self._goal_fields(),
            lambda typed: [GoalAdd(typed["text"], typed["owner"])],
            {"owner": owner} if owner else {},
            hint=hint,
            again=again,
        )

    def edit_goal(self, found: Goal) -> Form:
        """Its text, and whose it is; each change is an edit."""
        _ = self._words
        shown = {"text": found.text, "owner": self._label(found.owner)}

        def build(typed: Values) -> Sequence[Command]:
            edits: list[Command] = []
            if typed["text"] != shown["text"]:
                edits.append(GoalEdit(found.id, "text", typed["text"], was=found.text))
            if typed["owner"] != shown["owner"]:
                was = goal_text(found, "owner")
                edits.append(GoalEdit(found.id, "owner", typed["owner"], was=was))
            return edits

        fields, saved = self._goal_fields(), _("the change")
        return Form("goal-edit", _("Change the goal"), fields, build, shown, found.id, saved=saved)

    # -- help

    def _goal_fields(self) -> tuple[FieldSpec, ...]:
        _ = self._words
        return (
            FieldSpec("text", _("Goal"), weight=3),
            FieldSpec("owner", _("Whose (or all)"), suggest=self._offer.people, weight=2),
        )

    def _specs(self) -> dict[str, FieldSpec]:
        _, offer, days = self._words, self._offer, self._days()
        goals = partial(_holding, self._goals())
        found = (
            FieldSpec("content", _("What it consists of"), weight=3),
            FieldSpec("extent", _("How much"), weight=2),
            FieldSpec("organisation", _("How it is organised"), weight=2),
            FieldSpec("start", _("From"), offer.dates, days=days),
            FieldSpec("period_end", _("Until"), offer.dates, days=days),
            FieldSpec("assess_on", _("We look at it on"), offer.dates, days=days),
            FieldSpec("contributors", _("Who helps, with commas"), offer.people, weight=2),
            FieldSpec("follow_up", _("How it is followed up"), weight=2),
            FieldSpec("goal", _("The goal"), goals, weight=2),
        )
        return {spec.name: spec for spec in found}

    def _goals(self) -> dict[str, str]:
        return {goal.id: goal.text for goal in self._case.goals.values() if goal.open}

    def _text(self, found: Activity, field: EditField) -> str:
        """A field as people write it."""
        value = getattr(found, field)
        if field in DATES:
            return numeric_date(value) if value else ""
        if field == "contributors":
            return ", ".join(map(self._case.label, value))
        if field == "goal":
            goal = self._case.goals.get(value)
            return goal.text if goal else ""
        return str(value)

    def _meant(self, field: EditField, typed: Values) -> str:
        """What was typed as the log keeps it. Raises FieldFaultError for a day."""
        text = typed[field]
        if field in DATES:
            day = self._date(typed, field)
            return day.isoformat() if day else ""
        if field == "goal":
            wanted = text.strip().casefold()
            return next((i for i, goal in self._goals().items() if goal.casefold() == wanted), text)
        return text

    def _label(self, participant: str) -> str:
        return self._case.label(participant) if participant else ""


def _holding(goals: dict[str, str], typed: str) -> list[str]:
    """The goals that hold what is typed."""
    wanted = typed.strip().casefold()
    return [text for text in goals.values() if wanted in text.casefold()]
