"""The lists about activities and goals: change one, look at how it has gone, say more of it."""

from __future__ import annotations

from app.desk import Desk
from app.screens.choice_option import Option
from app.screens.log_forms.asks import Answer, Ask, ask_of
from app.screens.log_forms.forms import Forms
from app.wording.log_parts import DECISION_SYMBOLS
from app.wording.states import EFFECT_SYMBOLS, decision_words, effect_words, level_words
from app.words import Words
from phases.case import Case
from phases.commands.filling import Tick
from phases.commands.log import ActivityEdit
from phases.commands.log_assessing import Assess
from phases.commands.log_fields import field_text
from phases.commands.log_goals import GoalEnd
from phases.levels import level_of
from phases.records import Activity, Goal
from phases.settle import in_the_log
from phases.walk import in_order, left
from phases.words import Assessed, Effect

EFFECTS: tuple[Effect, ...] = ("wanted", "partly", "not-enough-yet", "negative", "too-early")

ON: tuple[Assessed, ...] = ("continue", "adjust", "end")
"""What may become of an activity once somebody has said how it has gone."""

LEVELS = ("1", "2", "3")


class ActivityAsks:
    """The lists for a case as it stands, in one language."""

    def __init__(self, case: Case, desk: Desk, words: Words) -> None:
        self._case = case
        self._desk = desk
        self._words = words
        self._forms = Forms(case, desk, words)

    def activity(self, found: Activity) -> Ask:
        """Change a line, say more of it, or say how it went."""
        _ = self._words
        more = Answer(more=lambda: self.more(found))
        rows = [
            (Option("edit", _("Change")), Answer(form=self._forms.edit(found))),
            (Option("more", _("More about it …")), more),
        ]
        if found.open:
            how = Option("assess", _("How has it gone?"))
            other = Option("replace", _("Another one instead"))
            rows.append((how, Answer(more=lambda: self.assess(found))))
            rows.append((other, Answer(form=self._forms.replace(found))))
        return ask_of(found.title, rows)

    def everyone_active(self) -> Ask:
        """What each can contribute (S0-32).

        Asked of all in the log: a projected window never says who has nothing yet (design §8).
        """
        _ = self._words
        rows = [
            (Option(person.id, person.label), Answer(form=self._forms.activity(owner=person.label)))
            for person in self._case.present
            if in_the_log(self._case, person)
        ]
        asked = Answer([Tick(point="everyone-active")])
        rows.append((Option("asked", _("Everybody has been asked")), asked))
        return ask_of(_("What can you contribute to this work?"), rows)

    def more(self, found: Activity) -> Ask:
        """What else may be said of an activity, a row of fields at a time."""
        _ = self._words
        forms = self._forms
        level = level_words(level_of(found, self._case), _)
        rows = [
            (Option("content", _("What it consists of")), Answer(form=forms.content(found))),
            (Option("period", _("The period, and when we look at it")),
             Answer(form=forms.period(found))),
            (Option("people", _("Who helps, and how it is followed up")),
             Answer(form=forms.people(found))),
            (Option("level", _("The level"), level), Answer(ask=self._levels(found))),
        ]  # fmt: skip
        return ask_of(found.title, rows)

    def _levels(self, found: Activity) -> Ask:
        """By who does it, or set by hand (S2-5)."""
        _ = self._words
        was = field_text(found, "level")
        counted = level_words(level_of(found.with_(level=None), self._case), _)
        rows = [
            (Option("", _("By who does it"), counted),
             Answer([ActivityEdit(found.id, "level", "", was=was)])),
        ]  # fmt: skip
        for level in LEVELS:
            option = Option(level, level_words(int(level), _))
            rows.append((option, Answer([ActivityEdit(found.id, "level", level, was=was)])))
        return ask_of(_("The level"), rows)

    def assess(self, found: Activity) -> Ask:
        """How it has gone, then what becomes of it, then a few words (S0-25 … S0-27)."""
        _ = self._words
        rows = []
        for effect in EFFECTS:
            option = Option(effect, f"{EFFECT_SYMBOLS[effect]} {effect_words(effect, _)}")
            rows.append((option, Answer(ask=self._decide(found, effect))))
        rest = Answer([Assess(found.id, "not-discussed")])
        rows.append((Option("not-discussed", f"– {decision_words('not-discussed', _)}"), rest))
        owner = self._case.label(found.owner)
        return ask_of(_("{what} ({who}): How has it gone?", what=found.title, who=owner), rows)

    def _decide(self, found: Activity, effect: Effect) -> Ask:
        _ = self._words
        rows = []
        for decision in ON:
            option = Option(decision, f"{DECISION_SYMBOLS[decision]} {decision_words(decision, _)}")
            rows.append((option, Answer(form=self._forms.assess(found, effect, decision))))
        return ask_of(_("{what}: What do we do from here?", what=found.title), rows)

    def which_to_assess(self) -> Ask:
        """The open activities in the order of a walk-through, those that are left first."""
        _ = self._words
        waiting = {a.id for a in self._waiting()}
        open_ones = in_order(a for a in self._case.activities.values() if a.open)
        rows = []
        for each in sorted(open_ones, key=lambda a: a.id not in waiting):
            option = Option(each.id, each.title, self._case.label(each.owner))
            rows.append((option, Answer(ask=self.assess(each))))
        text = "" if rows else _("Nothing is under way")
        return ask_of(_("How has it gone?"), rows, text)

    def _waiting(self) -> tuple[Activity, ...]:
        sitting = self._case.sitting
        if sitting is None or sitting.phase is None:
            return ()
        return left(self._case, sitting, sitting.phase.id)

    def goal(self, found: Goal) -> Ask:
        """Change a goal, or say that it is reached or let go."""
        _ = self._words
        rows = [(Option("edit", _("Change")), Answer(form=self._forms.edit_goal(found)))]
        if found.open:
            rows.append((Option("reached", _("We have reached it")), Answer([GoalEnd(found.id)])))
            let_go = Answer([GoalEnd(found.id, reached=False)])
            rows.append((Option("ended", _("We let it go")), let_go))
        return ask_of(found.text, rows)
