"""Of which log a new meeting is: each by its name, and when its last one was (R-S6)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from app.proposing import stands
from app.screens.box import Box
from app.screens.home_today import HomeRoom
from app.screens.keys_line import keys_line
from app.words import Words
from data.errors import StoreError
from phases.case import Case
from phases.context import Context
from phases.new_meeting import new_day
from phases.showing_dates import short_date

NEW_LOG = "+"
"""The answer that asks for a new log; no log can be called that."""


class Waiting(NamedTuple):
    """A log that may have a new meeting."""

    case_id: str
    on: date | None
    """When the next one would be, as far as anything names a day."""
    planned: date | None
    """The day of the one that is planned already."""
    last: date | None


class WhichPage(Box[str | None]):
    """Answers the id of a log, `NEW_LOG`, or None for Esc."""

    CSS_PATH = "../home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", show=False),
        Binding("c,n", "new", show=False),
    ]

    def __init__(self, waiting: tuple[Waiting, ...], today: date, words: Words) -> None:
        """Among these, in their order."""
        super().__init__()
        self._waiting, self._today, self._words = waiting, today, words

    def compose(self) -> ComposeResult:
        """The logs, then a new one."""
        _ = self._words
        lines = [Option(self._line(each), id=each.case_id) for each in self._waiting]
        with Vertical(id="cases"):
            yield Static(
                Content(_("The next meeting of which log?")), id="cases-title", markup=False
            )
            new = Option(Content(" " + _("new log")), id=NEW_LOG)
            yield OptionList(*lines, new, id="cases-list", markup=False)
            foot = keys_line(("Enter", _("choose")), ("c", _("new log")), ("Esc", _("back")))
            yield Static(Content(foot), id="cases-foot", markup=False)

    def on_mount(self) -> None:
        """The first is marked: it is the one whose turn it is."""
        self.query_one(OptionList).highlighted = 0

    def _line(self, each: Waiting) -> Content:
        _ = self._words
        parts = []
        if each.planned is not None:
            parts.append(_("planned {day}", day=self._day(each.planned)))
        elif each.on is not None:
            parts.append(_("next {day}", day=self._day(each.on)))
        if each.last is not None:
            parts.append(_("last {day}", day=self._day(each.last)))
        return Content(f" {each.case_id:<12}  {' · '.join(parts)}")

    def _day(self, day: date) -> str:
        return short_date(day, self._words.language, today=self._today)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """This one."""
        event.stop()
        self.dismiss(str(event.option.id))

    def action_new(self) -> None:
        """A new log, by its key."""
        self.dismiss(NEW_LOG)

    def action_close(self) -> None:
        """None of them."""
        self.dismiss(None)


def waiting(room: HomeRoom) -> tuple[Waiting, ...]:
    """The open logs: first those without a meeting planned, by the day of the next one.

    One that can't be opened is told of elsewhere. Raises DiskError.
    """
    found = []
    for case_id in room.ids():
        try:
            log = room.log(case_id)
        except StoreError:
            continue
        if log.case.facts.status == "open" and not log.case.facts.locked:
            found.append(_waiting(log.case, log.context()))
    far = date.max
    return tuple(sorted(found, key=lambda w: (w.planned is not None, w.on or far, w.case_id)))


def _waiting(case: Case, ctx: Context) -> Waiting:
    sitting, held = case.sitting, case.held
    at = sitting.meeting.at if sitting is not None else None
    planned = (ctx.local_day(at) if at else ctx.today) if stands(case) else None
    began = held.line.started if held is not None else None
    last = ctx.local_day(began.utc) if began is not None else None
    return Waiting(case.id, None if planned else new_day(case, ctx).on, planned, last)
