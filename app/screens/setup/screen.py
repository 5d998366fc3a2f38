"""Setting a case up on one screen: five minutes for a head teacher."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Final

from textual import events, on
from textual.binding import Binding, BindingType

from app.screens.confirm import ConfirmScreen
from app.screens.saving import Outcome
from app.screens.setup.consenting import SetupConsents
from app.screens.setup.day_picking import DayPicking
from app.screens.setup.fields import FieldFaultError, Values
from app.screens.setup.grid import Grid
from app.screens.setup.grids import ConsentGrid, MinutesGrid, PeopleGrid, StructureGrid
from app.widgets.choice_line import ChoiceLine
from app.widgets.entry_row import EntryRow
from app.wording.store import store_words
from data.errors import StoreError
from phases.commands import Command
from phases.commands.case_facts import CaseSet
from phases.commands.participants import ParticipantRemove
from phases.commands.planning import MeetingPlan

FOLLOW_S: Final = 1.0
REST_S: Final = 0.5
"""Seconds without a key after which changed minutes are saved: one entry, not one a minute."""

ROWS: Final = ("setup-when", "setup-own", "setup-dates")
"""Rows of fields that are saved when they are left."""


FIELDS: Final = {"when": "#entry-date", "dates": "#entry-dates"}
"""Parts that begin with a field."""


class SetupScreen(SetupConsents, DayPicking):
    """Everything about a meeting that can be known beforehand; each change is saved at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2,escape,q", "finish", show=False),
        Binding("f5,a", "add", show=False),
        Binding("f6,u", "undo", show=False),
        Binding("f7,b", "structure", show=False),
        Binding("f8,f", "prepare", show=False),
        Binding("t", "interpret", show=False),
        Binding("f10,k", "calendar", show=False),
        Binding("f12", "pick_day", show=False),
        Binding("f1,question_mark", "help", show=False),
    ]

    def on_mount(self) -> None:
        """Begin where something is missing: at the day, else at the people."""
        self.show()
        self.show_keys(typing=False)
        begin = "#setup-people" if self.view().when()["date"] else "#entry-date"
        if self._begin:
            begin = FIELDS.get(self._begin, f"#setup-{self._begin}")
        self.query_one(begin).focus()
        self.set_interval(FOLLOW_S, self._follow)
        if self._ask and self.view().plan is None:
            self.action_structure()

    def _follow(self) -> None:
        """Take in what another window did."""
        try:
            new = self.case_log.refresh()
        except StoreError as error:
            self.say(store_words(error, self.words), fault=True)
            return
        if new:
            self.show()

    # -- saving

    def _save_row(self, row: EntryRow) -> None:
        """Save what changed in a row, or say beside the field why not."""
        name = row.id or ""
        read: dict[str, Callable[[Values, Values], Command | None]] = {
            "setup-when": self.fields.plan,
            "setup-own": self.fields.own_consent,
            "setup-dates": self.fields.dates,
        }
        values, shown = row.values, self.shown[name]
        if values == shown:
            row.show_hint("")
            return
        try:
            command = read[name](values, shown)
        except FieldFaultError as fault:
            row.show_hint(fault.words, "fault", None)
            self.say(self.words("Not saved"), fault=True)
            return
        half = self.fields.half(values) if name == "setup-when" else None
        row.show_hint(half[1] if half else "")
        if command is None:
            return
        outcome = self.saver.do(command)
        if outcome.done:
            # What is shown now is what was saved, spelled out: a wrong weekday is noticed.
            self.shown[name] = dict(values)
        row.show_hint(
            outcome.words or (half[1] if half else ""), "hint" if outcome.done else "fault"
        )
        self.after(outcome)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A field was left."""
        for parent in event.widget.ancestors:
            if isinstance(parent, EntryRow) and parent.id in ROWS:
                self._save_row(parent)

    def on_entry_row_submitted(self, event: EntryRow.Submitted) -> None:
        """Enter saves, and goes on to the next field."""
        event.stop()
        if event.row.id in ROWS:
            self._save_row(event.row)
        self.focus_next()

    @on(ChoiceLine.Chosen)
    def _chosen(self, event: ChoiceLine.Chosen) -> None:
        event.stop()
        value: Any = event.line.value
        if event.line.id == "setup-unit":
            self.save("unit", CaseSet(unit=value))
        elif event.line.id == "setup-language":
            self.save("unit", CaseSet(language=value))
        elif event.line.id == "setup-age":
            self.save("consents", CaseSet(consent_age=int(value)))

    # -- the structure and its minutes

    def action_structure(self) -> None:
        """Choose what kind of meeting it is."""
        from app.screens.structure_page import StructurePage
        from app.structure_cards import unusable

        view = self.view()
        faults = unusable(self.around.structures, self.words)
        chosen = view.structure_id if view.plan else ""
        page = StructurePage(view.cards(), self.words, chosen, faults)
        self.app.push_screen(page, self._structure_chosen)

    def _structure_chosen(self, structure: str | None) -> None:
        view = self.view()
        if structure is not None and (view.plan is None or structure != view.structure_id):
            self.adjusted = None
            self.save("minutes", MeetingPlan(structure=structure))

    def on_minutes_grid_adjusted(self, event: MinutesGrid.Adjusted) -> None:
        """Show the sum at once, save when the keys rest."""
        event.stop()
        self.adjusted = event.minutes
        self._say_sum(event.minutes)
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST_S, self.save_minutes)

    def action_interpret(self) -> None:
        """Take the minutes with an interpreter, or give them back; only where somebody does."""
        view = self.view()
        if view.interpreted or (view.interpreter and view.plan is not None):
            self.save_minutes()
            self.save("minutes", MeetingPlan(interpreter=not view.interpreted))

    def save_minutes(self) -> None:
        """Save the minutes that were changed, if any were."""
        if self._rest is not None:
            self._rest.stop()
            self._rest = None
        minutes, self.adjusted = self.adjusted, None
        if minutes is not None:
            self.save("minutes", MeetingPlan(minutes=minutes))

    # -- people and consents

    def on_grid_picked(self, event: Grid.Picked) -> None:
        """Open a participant, or tick a consent."""
        event.stop()
        if isinstance(event.grid, StructureGrid):
            self.action_structure()
        elif isinstance(event.grid, PeopleGrid):
            people = event.grid.people
            self._open_person(people[event.row].id if people else None)
        elif isinstance(event.grid, ConsentGrid) and event.grid.row_count():
            self.tick(event.row, event.column)

    def _open_person(self, participant: str | None) -> None:
        from app.screens.setup.person_page import PersonPage

        person = self.case_log.whole.participants.get(participant or "")
        self.app.push_screen(PersonPage(self.saver, self.words, person), self._person_done)

    def _person_done(self, saved: bool | None) -> None:
        if saved:
            self.part("people").say("")
            self.after(Outcome(True))
        self.query_one(PeopleGrid).focus()

    def on_people_grid_remove(self, event: PeopleGrid.Remove) -> None:
        """Ask before somebody is taken out."""
        event.stop()
        _, name = self.words, self.case_log.whole.label(event.participant)

        def answered(sure: bool | None) -> None:
            if sure:
                self.save("people", ParticipantRemove(who=event.participant))

        question = _("Take {name} out of the list?", name=name)
        self.app.push_screen(ConfirmScreen(_, question, yes=_("Take out"), no=_("Keep")), answered)

    # -- the keys of the screen

    def action_add(self) -> None:
        """Enter one more."""
        self._open_person(None)

    def action_undo(self) -> None:
        """Take back the newest act of the set-up."""
        self.save_minutes()
        outcome = self.saver.undo()
        self.show()
        self.say(outcome.words, fault=not outcome.done)

    def action_help(self) -> None:
        """What each part is for, and the keys."""
        from app.screens.setup.help import preparation_help
        from app.screens.text_page import TextPage

        _ = self.words
        page = TextPage(_("Preparing"), preparation_help(_), _)
        self.app.push_screen(page)

    def action_prepare(self) -> None:
        """Leave for what else is to be done before the meeting."""
        self.action_finish("prepare")

    def action_finish(self, then: str | None = None) -> None:
        """Save what is open and leave; what can't be saved is asked about first."""
        self.save_minutes()
        for name in ROWS:
            self._save_row(self.query_one(f"#{name}", EntryRow))
        open_rows = [n for n in ROWS if self.query_one(f"#{n}", EntryRow).values != self.shown[n]]
        if not open_rows:
            self.dismiss(then)
            return
        _ = self.words

        def answered(sure: bool | None) -> None:
            if sure:
                self.dismiss(then)

        question = _("Leave, though a field isn't saved?")
        page = ConfirmScreen(_, question, yes=_("Leave without it"), no=_("Stay"))
        self.app.push_screen(page, answered)
