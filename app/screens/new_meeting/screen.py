"""A new meeting in under two minutes: all that is known is proposed, Enter takes it."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from app.proposing import WHO, Proposing, stands
from app.screens.new_meeting.layout import (
    NOBODY,
    PartsLine,
    PlanIt,
    guard_part,
    kind_part,
    people_part,
    plan_it,
    when_part,
)
from app.screens.saving import done_or_why
from app.screens.setup.section import Section
from app.screens.top_screen import TopScreen
from app.widgets.choice_line import ChoiceLine
from app.widgets.entry_row import EntryRow
from app.widgets.key_footer import FooterKey, KeyFooter
from app.widgets.told_line import ToldLine
from app.widgets.too_small import FLAT, TINY, TooSmall
from app.wording.bad_input import bad_input_words
from app.wording.refusals import refusal_words
from app.wording.rules import finding_words
from app.wording.store import store_words
from app.words import Words
from data.caselog import CaseLog
from data.errors import StoreError
from phases.bad_input import BadInputError
from phases.case import Case
from phases.changes import Refusal
from phases.commands import Command
from phases.decide import decide
from phases.reading_dates import read_date
from phases.reading_times import read_time
from phases.rules import RULES
from phases.showing_dates import clock_time, long_date

if TYPE_CHECKING:
    from app.screens.day_page import OtherDays

QUIET: Final = frozenset(rule.id for rule in RULES if rule.priority == "I")
"""Rules that only inform: here what warns is told, and the preparing has the rest."""


class NewMeetingScreen(TopScreen[bool]):
    """Answers True once the meeting is planned. Until then nothing at all is saved."""

    CSS_PATH = "new_meeting.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, TINY), (60, "-narrow")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, FLAT), (12, "-low"), (29, "-roomy")]  # noqa: RUF012
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", show=False),
        Binding("f2", "plan", show=False),
        Binding("f12", "pick_day", show=False),
        Binding("escape", "leave", show=False),
    ]

    def __init__(
        self,
        log: CaseLog,
        words: Words,
        like: Case | None = None,
        other_days: OtherDays | None = None,
    ) -> None:
        """Over the case of `log`; `like` is the unit's newest one, where this has no meeting.

        `other_days` are those of other cases' meetings, for the calendar.
        """
        super().__init__()
        self._log, self.words = log, words
        self._other_days = other_days
        self.proposing = Proposing(log.case, log.context(), words, like)

    def compose(self) -> ComposeResult:
        """What it is about on top, then what is proposed, then the keys."""
        _ = self.words
        with Horizontal(id="new-top"):
            title = _("A new meeting") + f" · {self._log.case.id}"
            yield Static(Content(title), id="new-title", markup=False)
        yield ToldLine(id="new-say")
        with VerticalScroll(id="new-parts", can_focus=False):
            yield when_part(_)
            yield kind_part(self.proposing, _)
            yield people_part(self.proposing, _)
            yield guard_part(self.proposing, _)
            yield plan_it(_)
        keys = (
            FooterKey("Enter", _("take it"), action="go_on"),
            FooterKey("F2", _("take all of it"), action="plan"),
            FooterKey(f"← → {_('space')}", _("choose")),
            FooterKey("Tab", _("next"), action="app.focus_next"),
            FooterKey("Esc", _("back"), action="leave"),
        )
        yield KeyFooter(keys)
        yield TooSmall(_)

    def on_mount(self) -> None:
        """Put the proposals in, and begin at the day."""
        _, found = self.words, self.proposing.found
        row = self._row
        day = long_date(found.day.on, _.language) if found.day.on else ""
        row.propose("place", found.place)
        row.propose("time", clock_time(found.clock, _.language) if found.clock else "")
        row.propose("date", day)
        row.show_hint(self._why())
        self.query_one("#part-people", Section).say(self.proposing.lines()[WHO].why)
        self.query_one("#part-kind", Section).say(self.proposing.fits(found.structure))
        row.focus_field("date")
        self.say()

    @property
    def _row(self) -> EntryRow:
        return self.query_one("#new-when", EntryRow)

    def _why(self) -> str:
        """Why this day, this time and this place, on one line."""
        labels: dict[str, list[str]] = {}
        for line in self.proposing.lines()[:3]:
            if line.why:
                labels.setdefault(line.why, []).append(line.label)
        told = {why: ", ".join(each).capitalize() for why, each in labels.items()}
        return " · ".join(f"{each}: {why}" for why, each in told.items())

    # -- what was made of it

    def _typed(self) -> tuple[date, time]:
        """Day and time. Raises BadInputError, or `_MissingError` for the field to fill in."""
        values, today = self._row.values, self.proposing.ctx.today
        asked = {"date": self.words("Which day?"), "time": self.words("Which time?")}
        for name, question in asked.items():
            if not values[name]:
                raise _MissingError(name, question)
        try:
            day = read_date(values["date"], today, self.words.language)
        except BadInputError as bad:
            raise _MissingError("date", bad_input_words(bad, self.words)) from None
        try:
            return day, read_time(values["time"])
        except BadInputError as bad:
            raise _MissingError("time", bad_input_words(bad, self.words)) from None

    def _commands(self) -> tuple[Command, ...]:
        """The acts of what stands here. Raises `_MissingError`."""
        day, clock = self._typed()
        comes = self.query_one("#new-people", ChoiceLine).chosen
        guard = self.query_one("#new-guard", ChoiceLine).value
        try:
            return self.proposing.commands(
                day,
                clock,
                place=self._row.values["place"],
                structure=self.query_one("#new-kind", ChoiceLine).value,
                comes=comes,
                guard=guard if guard != NOBODY and guard in comes else "",
            )
        except BadInputError as bad:
            raise _MissingError("time", bad_input_words(bad, self.words)) from None

    def say(self) -> None:
        """Say on top what this would be, and what a rule would remark, before it is planned."""
        try:
            commands = self._commands()
        except _MissingError as missing:
            self._tell(missing.words)
            return
        found = decide(self._log.case, commands, self._log.context())
        if isinstance(found, Refusal):
            self._tell(refusal_words(found, self.words), fault=True)
            return
        told = {f.rule: finding_words(f, self.words) for f in found.findings}
        warned = [text for rule, text in told.items() if rule not in QUIET]
        self._tell(" ".join(warned) or self.words("Nothing is saved before you plan it."))

    def _tell(self, text: str, *, fault: bool = False) -> None:
        self.query_one("#new-say", ToldLine).tell(text, fault=fault)

    # -- the keys

    def on_entry_row_submitted(self, event: EntryRow.Submitted) -> None:
        """Enter takes what stands in the field, spelled out, and goes on to the next one."""
        event.stop()
        self._spell_out()
        self.action_go_on()

    def _spell_out(self) -> None:
        """The day and the time as they were understood, so that a wrong weekday is noticed."""
        try:
            day, clock = self._typed()
        except _MissingError:
            return
        language = self.words.language
        shown = {"date": long_date(day, language), "time": clock_time(clock, language)}
        self._row.set_values(shown)

    def on_entry_row_day_wanted(self, event: EntryRow.DayWanted) -> None:
        """The key in the row of the day."""
        event.stop()
        self.action_pick_day()

    def action_pick_day(self) -> None:
        """The calendar, instead of writing the day; from wherever the cursor is."""
        from app.screens.day_page import pick_meeting_day

        pick_meeting_day(self.app, self._log, self.words, self._row, self._other_days)

    def on_entry_row_left(self, event: EntryRow.Left) -> None:
        """Esc in a field leaves the page: nothing was saved."""
        event.stop()
        self.action_leave()

    def on_choice_line_chosen(self, event: ChoiceLine.Chosen) -> None:
        """Another kind, or somebody more or less."""
        event.stop()
        if event.line.id == "new-kind":
            self.query_one("#part-kind", Section).say(self.proposing.fits(event.line.value))
            self.query_one(PartsLine).choose(event.line.value)
        self.say()

    def on_descendant_blur(self) -> None:
        """A field was left."""
        self.say()

    def action_go_on(self) -> None:
        """To the next proposal; at the last one the meeting is planned."""
        if isinstance(self.focused, PlanIt):
            self.action_plan()
        else:
            self.focus_next()

    def on_plan_it_chosen(self, event: PlanIt.Chosen) -> None:
        """A click on the last line."""
        event.stop()
        self.action_plan()

    def action_plan(self) -> None:
        """Plan it, all in one entry, or go to what is still to be said."""
        try:
            commands = self._commands()
        except _MissingError as missing:
            self._row.show_hint(missing.words, "fault", missing.field)
            return
        try:
            self._log.refresh()
            if stands(self._log.case):
                # Planned meanwhile in another window: these acts would change that plan unseen.
                self._tell(self.words("A meeting is planned already"), fault=True)
                return
        except StoreError as error:
            self._tell(store_words(error, self.words), fault=True)
            return
        done = done_or_why(self._log, commands, self.words)
        if isinstance(done, str):
            self._tell(done, fault=True)
        else:
            self.dismiss(True)

    def action_leave(self) -> None:
        """Leave; nothing is planned."""
        self.dismiss(False)


class _MissingError(Exception):
    """A field that is empty or can't be read, and the words to show beside it."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(field)
        self.field, self.words = field, words
