"""What the set-up shows, drawn anew after each change; what is being typed stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from app.screens.setup.fields import Fields
from app.screens.setup.grids import ConsentGrid, MinutesGrid, PeopleGrid, StructureGrid
from app.screens.setup.layout import left_part, right_part
from app.screens.setup.missing import can_wait, missing
from app.screens.setup.saving import Saver
from app.screens.setup.section import Section
from app.screens.setup.view import SetupView
from app.screens.surroundings import Surroundings
from app.screens.top_screen import TopScreen
from app.widgets.choice_line import ChoiceLine
from app.widgets.entry_field import EntryField
from app.widgets.entry_row import EntryRow
from app.widgets.key_footer import FooterKey, KeyFooter
from app.widgets.told_line import ToldLine
from app.widgets.too_small import FLAT, TINY, TooSmall
from app.words import Words
from data.caselog import CaseLog
from data.shelf import Shelf


class SetupDisplay(TopScreen[str | None]):
    """The looks of the set-up; what its keys do is in `SetupScreen`."""

    CSS_PATH = "setup.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, TINY), (60, "-narrow"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, FLAT), (16, "-roomy")]  # noqa: RUF012
    AUTO_FOCUS = ""

    def __init__(
        self,
        log: CaseLog,
        words: Words,
        around: Surroundings | None = None,
        *,
        ask: bool = False,
        begin: str = "",
        other_days: Callable[[], Iterator[tuple[date, ...]]] | None = None,
        shelf: Shelf | None = None,
    ) -> None:
        """Over the case of `log`; around it is this machine, but for tests.

        `ask`: begin by asking what kind of meeting it is, where none is planned. `begin`: the
        part that somebody came for; then nothing is asked. `other_days` are those of other cases'
        meetings, for the calendar. `shelf` is where a calendar file is kept.
        """
        super().__init__()
        self.words = words
        self.around = around or Surroundings.of()
        self.saver = Saver(log, words, self.around)
        self.fields = Fields(self.around, words)
        self.case_log = log
        self._ask = ask and not begin
        self._begin = begin
        self.other_days = other_days
        self.shelf = shelf
        self.shown: dict[str, dict[str, str]] = {}
        """Row -> what its fields held when they were last shown."""
        self.adjusted: tuple[int, ...] | None = None
        self._rest: Timer | None = None

    # -- what is shown

    def compose(self) -> ComposeResult:
        """What is missing on top, always seen; the parts beneath."""
        _, view = self.words, self.view()
        with Horizontal(id="setup-top"):
            # The name of this log alone: it says nothing of a child, and no other log is named.
            title = _("Set the BTI meeting up") + f" · {view.case.id}"
            yield Static(Content(title), id="setup-title", markup=False)
            yield ToldLine(id="setup-state")
        yield Static("", id="setup-missing", markup=False)
        with VerticalScroll(id="setup-parts", can_focus=False):
            yield left_part(view, _)
            yield right_part(_)
        yield KeyFooter()
        yield TooSmall(_)

    def view(self) -> SetupView:
        """The case as it is now, in words."""
        return SetupView(self.case_log.whole, self.around, self.words)

    def show(self) -> None:
        """Draw the case as it is now; what somebody is typing stays."""
        _, view = self.words, self.view()
        self._show_missing(view)
        self._show_row("setup-when", view.when())
        self._show_row("setup-own", {"own": view.own_consent(), "born": ""})
        self._show_row("setup-dates", {"dates": view.dates()})
        self.part("dates").say(view.dates_said())
        people = self.query_one(PeopleGrid)
        people.people = view.people()
        people.invitation = _("Nobody yet. {key}: a new participant", key="Enter")
        people.changed()
        consents = self.query_one(ConsentGrid)
        consents.people = tuple(p.label for p in view.family())
        consents.rows, consents.told = view.consent_rows(), view.consents_told()
        consents.invitation = _("Guardians and child are entered above first.")
        consents.changed()
        facts = view.case.facts
        self.query_one("#setup-unit", ChoiceLine).choose(facts.unit)
        self.query_one("#setup-language", ChoiceLine).choose(facts.language)
        self.query_one("#setup-age", ChoiceLine).choose(str(facts.consent_age))
        structure = self.query_one(StructureGrid)
        structure.title = view.structure_said()
        structure.invitation = _("{key}: choose another", key="Enter")
        structure.changed()
        if self.adjusted is None:
            grid = self.query_one(MinutesGrid)
            grid.titles, grid.minutes = view.phases()
            grid.changed()
            self._say_sum(grid.minutes)

    def _show_missing(self, view: SetupView) -> None:
        _ = self.words
        lacks = missing(view.case, self.around.context(), _)
        waits = can_wait(view.case, _)
        text = _("Missing: {list}", list=" · ".join(lacks)) if lacks else _("Ready for the meeting")
        parts: list[str | tuple[str, str]] = [
            (text, "$hint bold" if lacks else "$time-normal bold")
        ]
        if waits and not lacks:
            more = _("Can be settled in the meeting: {list}", list=", ".join(waits))
            parts.append((f"\n{more}", "$text-muted"))
        self.query_one("#setup-missing", Static).update(Content.assemble(*parts))

    def _show_row(self, name: str, values: Mapping[str, str]) -> None:
        row = self.query_one(f"#{name}", EntryRow)
        before = self.shown.get(name)
        if before is None or row.values == before:
            row.set_values(values)
        self.shown[name] = dict(values)

    def _say_sum(self, minutes: tuple[int, ...]) -> None:
        self.query_one("#setup-sum", Static).update(Content(self.view().sum_said(minutes)))

    def part(self, name: str) -> Section:
        """One part of the set-up, by its short name."""
        return self.query_one(f"#part-{name}", Section)

    def say(self, text: str, *, fault: bool = False) -> None:
        """Say on top whether things are saved."""
        self.query_one("#setup-state", ToldLine).tell(text, fault=fault)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """While somebody types, the footer names the keys that aren't letters."""
        self.show_keys(typing=isinstance(event.widget, EntryField))

    def show_keys(self, *, typing: bool) -> None:
        """The footer: letters, or function keys while a letter would be text."""
        _, footer, view = self.words, self.query_one(KeyFooter), self.view()
        interpreting = view.plan is not None and view.interpreter and not typing
        footer.keys = (
            FooterKey("F2", _("finish"), action="finish"),
            FooterKey("Tab", _("next"), action="app.focus_next"),
            FooterKey("F5" if typing else "a", _("new participant"), action="add"),
            FooterKey("F8" if typing else "f", _("prepare"), action="prepare"),
            FooterKey("F7" if typing else "b", _("kind of meeting"), action="structure"),
            *([FooterKey("t", _("interpreter"), action="interpret")] if interpreting else []),
            FooterKey("F6" if typing else "u", _("undo"), action="undo"),
            FooterKey("F10" if typing else "k", _("calendar file"), action="calendar"),
        )
        footer.last = FooterKey("F1" if typing else "?", _("help"), action="help")
