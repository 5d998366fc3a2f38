"""What is due in every log, by day: shown after a key alone, for it names the logs (R-S6)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from app.screens.box import Box
from app.screens.home_lines import faults_line
from app.screens.home_today import HomeChoice, HomeRoom
from app.screens.home_ways import way_to
from app.screens.keys_line import keys_line
from app.wording.due import due_words
from app.wording.store import store_words
from app.words import Words
from data.errors import StoreError
from phases.due import Due
from phases.showing_dates import long_date


class DuePage(Box[HomeChoice | None]):
    """A heading for each day, a line for each thing; Enter goes where that is done."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", show=False)]

    def __init__(self, room: HomeRoom, words: Words) -> None:
        """Over the cases of `room`."""
        super().__init__()
        self._room = room
        self._words = words
        self._ways: list[HomeChoice] = []
        """Where each line that can be chosen leads, by its number."""

    def compose(self) -> ComposeResult:
        """The list, read now."""
        _ = self._words
        found, fault = self._found()
        with Vertical(id="cases"):
            yield Static(Content(_("What is due")), id="cases-title", markup=False)
            if fault or not found:
                # What is due in a log that can't be opened isn't known; it may be something.
                told = fault or _("Nothing is due in the next two weeks.")
                yield Static(Content(told), id="cases-text", markup=False)
            yield OptionList(*self._lines(found), id="cases-list", markup=False)
            foot = keys_line(("Enter", _("open it")), ("Esc", _("back")))
            yield Static(Content(foot), id="cases-foot", markup=False)

    def _found(self) -> tuple[tuple[tuple[str, Due], ...], str]:
        try:
            found = self._room.due()
            return found, faults_line(self._room.faults(self._room.ids()), self._words)
        except StoreError as error:
            return (), store_words(error, self._words)

    def _lines(self, found: tuple[tuple[str, Due], ...]) -> list[Option]:
        _, today, day = self._words, self._room.context().today, date.min
        lines: list[Option] = []
        for case_id, each in found:
            if each.on != day:
                day = each.on
                shown = long_date(day, _.language, today=today)
                told = _("{day} – late", day=shown) if day < today else shown
                lines.append(Option(Content(told), disabled=True))
            lines.append(
                Option(Content(f"  {case_id:<12}  {due_words(each, _)}"), id=str(len(self._ways)))
            )
            self._ways.append(way_to(case_id, each))
        return lines

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go where it is done."""
        event.stop()
        self.dismiss(self._ways[int(str(event.option.id))])

    def action_close(self) -> None:
        """Back to today's meeting."""
        self.dismiss(None)
