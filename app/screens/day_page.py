"""A calendar for picking a date: by arrows, by mouse, or written as people write dates."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, ClassVar, NamedTuple

from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from app.harmless import harmless
from app.keys import PROCEED
from app.screens.page import Page
from app.widgets.entry_field import EntryField
from app.widgets.entry_row import EntryRow, FieldSpec
from app.widgets.key_footer import FooterKey, KeyFooter
from app.widgets.month_grid import DaySign, MonthGrid
from app.widgets.plain import one_line, wrap_items
from app.widgets.too_small import FLAT, TINY
from app.wording.bad_input import bad_input_words
from app.wording.days import REMINDER, day_said, legend, sign_of, spans_said
from app.words import Words
from data.caselog import CaseLog
from phases.bad_input import BadInputError
from phases.changes import Finding
from phases.picking import DateBook
from phases.reading_dates import read_date
from phases.showing_dates import long_date

OtherDays = Callable[[], Iterator[tuple[date, ...]]]
"""The days of the meetings of other cases, a case at a time: looking through a vault takes long."""


class DayAsk(NamedTuple):
    """Which date is asked for."""

    title: str
    book: DateBook
    tells: Callable[[date], tuple[Finding, ...]]
    """What rules would say of a day."""
    typed: str = ""
    """What stands in the field already."""
    meeting: bool = True
    """It is a meeting's date: then its deadline and its reminder are told too."""
    others: OtherDays | None = None
    """None on a window that is mirrored: nothing of another case is known there (R-S6)."""


class DayPage(Page[date | None]):
    """Answers the day that was taken, or None.

    Enter takes nothing before somebody has moved, clicked or written: a clicker's Enter must not
    agree on a date.
    """

    CSS_PATH = "day_page.tcss"
    AUTO_FOCUS = "MonthGrid"
    HORIZONTAL_BREAKPOINTS = [(0, TINY), (30, "-slim"), (56, "-narrow"), (76, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, FLAT), (8, "-low"), (20, "-roomy")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f12", "leave", show=False),
        Binding("pagedown", "months(1)", show=False, priority=True),
        Binding("pageup", "months(-1)", show=False, priority=True),
        Binding("home", "today", show=False),
        Binding("end", "latest", show=False),
    ]

    def __init__(
        self, ask: DayAsk, words: Words, passes: Callable[[str], bool] = lambda _key: True
    ) -> None:
        """`passes` says whether an Enter counts, or is the one before, still held down."""
        super().__init__()
        self.ask = ask
        self._words = words
        self._passes = passes
        begin = self._read(ask.typed)
        self._moved = begin is not None
        book = ask.book
        day = begin or (book.aim if ask.meeting else None) or book.today
        self._reminder = book.reminder(day) if ask.meeting else None
        self.grid = MonthGrid(day, self._sign, words.language, words("week"), book.today)

    def compose(self) -> ComposeResult:
        """The field, the months with what is closed in them, the day in words, signs and keys."""
        _, ask = self._words, self.ask
        hint = _("Tuesday 13, 22 February or 22.02.2027")
        with Vertical(id="day"):
            yield EntryRow([FieldSpec("day", _("Date"), placeholder=hint)], id="day-field")
            with Container(id="day-months"):
                yield self.grid
                yield Static("", id="day-closed", markup=False)
            yield Static("", id="day-said", markup=False)
            signs = legend(ask.book, _, meeting=ask.meeting, others=ask.others is not None)
            yield Static(Content(signs), id="day-signs", markup=False)
            yield KeyFooter(id="day-keys")

    def on_mount(self) -> None:
        """Other meetings are marked as they are found."""
        self.query_one("#day").border_title = Content(self.ask.title)
        self._show()
        self.call_after_refresh(self._show)
        if self.ask.others is not None:
            self._look_for_others(self.ask.others)

    @work(group="others")
    async def _look_for_others(self, others: OtherDays) -> None:
        for days in others():
            self.ask.book.add_others(days)
            await asyncio.sleep(0)
        self._show()

    # -- what is shown

    def _sign(self, day: date) -> DaySign:
        facts, book = self.ask.book.facts(day), self.ask.book
        if not self.ask.meeting:
            facts = facts._replace(latest=False)
        sign = sign_of(facts)
        if facts.latest or facts.planned:
            return DaySign(sign, "strong")
        if day == self._reminder:
            return DaySign(REMINDER, "strong")
        quiet = bool(facts.reasons) or day < book.today
        return DaySign(sign or " ", "quiet" if quiet else "plain")

    def _show(self) -> None:
        """The day with the cursor in words, and what is closed in the months around it."""
        _, ask, day = self._words, self.ask, self.grid.day
        self._reminder = ask.book.reminder(day) if ask.meeting else None
        said = day_said(ask.book, day, ask.tells(day), _)
        lines: list[str | tuple[str, str]] = [(harmless(said.head), "bold")]
        lines += [(f"\n! {harmless(said.remarks)}", "$hint")] if said.remarks else []
        lines += [f"\n{said.reminder}"] if said.reminder and ask.meeting else []
        self.query_one("#day-said", Static).update(Content.assemble(*lines))
        closed = spans_said(ask.book, self.grid.months, _)
        if not self.has_class("-narrow"):
            closed = wrap_items("  ".join(map(one_line, closed)), self.grid.content_size.width)
        self.query_one("#day-closed", Static).update(Content(harmless("\n".join(closed))))
        self.query_one(KeyFooter).keys = tuple(self._keys())
        self.grid.refresh()

    def _keys(self) -> Iterator[FooterKey]:
        _ = self._words
        yield FooterKey("Enter:", _("take this day"), self._moved, "take")
        yield FooterKey("Esc", _("back"), True, "leave")
        if self.ask.meeting and self.ask.book.aim is not None:
            from_plan = self.ask.book.from_plan is not None
            told = _("the plan's day") if from_plan else _("the latest day")
            yield FooterKey("End", told, True, "latest")
        yield FooterKey("PgUp/PgDn", _("month"), True, "months(1)")
        yield FooterKey("Home", _("today"), True, "today")

    # -- by the months

    def on_month_grid_moved(self, event: MonthGrid.Moved) -> None:
        """Tell of the day where the cursor is now."""
        event.stop()
        self._moved = True
        self._show()

    def on_month_grid_taken(self, event: MonthGrid.Taken) -> None:
        """Enter, or a second click."""
        event.stop()
        self._take(event.day)

    def _take(self, day: date) -> None:
        if self._moved and self._passes(PROCEED):
            self.dismiss(day)

    def action_months(self, months: int) -> None:
        """A month on or back; what was being written would say another day than the cursor."""
        self.query_one(EntryRow).clear()
        self.grid.focus()
        self.grid.move_months(months)

    def action_today(self) -> None:
        """Back to today."""
        self.grid.go(self.ask.book.today)

    def action_latest(self) -> None:
        """To the latest day, or that of the year's plan, where there is one."""
        aim = self.ask.book.aim if self.ask.meeting else None
        self.grid.go(aim or self.ask.book.today)

    def action_take(self) -> None:
        """A click on that key."""
        self._take(self.grid.day)

    def action_leave(self) -> None:
        """Back without a date."""
        self.dismiss(None)

    # -- by writing

    def on_month_grid_typed(self, event: MonthGrid.Typed) -> None:
        """What is no movement is written; a date begins with a letter or a figure."""
        event.stop()
        row = self.query_one(EntryRow)
        if not row.values["day"] and not event.character.isalnum():
            return
        field = row.query_one(EntryField)
        field.insert_text_at_cursor(event.character)
        row.focus_field()
        self._follow()

    def on_entry_row_changed(self, event: EntryRow.Changed) -> None:
        """The months follow what is written."""
        event.stop()
        self._follow()

    def _follow(self) -> None:
        row = self.query_one(EntryRow)
        row.show_hint("")
        day = self._read(row.values["day"])
        if day is not None:
            self.grid.go(day)

    def on_entry_row_submitted(self, event: EntryRow.Submitted) -> None:
        """Enter: this day; one that can't be, or may be two, is asked about."""
        event.stop()
        typed = event.values["day"]
        if not typed:
            self.grid.focus()
            return
        try:
            day = read_date(typed, self.ask.book.today, self._words.language)
        except BadInputError as bad:
            event.row.show_hint(bad_input_words(bad, self._words), "fault", "day")
            return
        self.grid.go(day)
        self._moved = True
        self._take(day)

    def on_entry_row_left(self, event: EntryRow.Left) -> None:
        """Esc in the field."""
        event.stop()
        self.dismiss(None)

    def _read(self, typed: str) -> date | None:
        """The day that is meant; None for what can't be read, or not yet."""
        try:
            return read_date(typed, self.ask.book.today, self._words.language)
        except BadInputError:
            return None


def pick_meeting_day(
    app: App[Any], log: CaseLog, words: Words, row: EntryRow, others: OtherDays | None
) -> None:
    """Ask for the day of the meeting to come, and put it into the field `date` of `row`.

    Spelled out, so that the wrong week is noticed by the weekday. Nothing is saved by it.
    """
    book = DateBook(log.whole, log.context())
    title, typed = words("The day of the meeting"), row.values["date"]

    def taken(day: date | None) -> None:
        if day is not None:
            row.set_values({"date": long_date(day, words.language)})
            row.focus_field("date")

    ask = DayAsk(title, book, book.said_of_plan, typed, others=others)
    app.push_screen(DayPage(ask, words), taken)
