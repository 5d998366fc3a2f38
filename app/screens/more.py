"""Everything that can be done here, with search: what has no key of its own stands here too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from app.words import Words


@dataclass(frozen=True)
class MoreRow:
    """One act: its label, what it does, and its key if it has one."""

    act: str
    label: str
    help: str
    key: str = ""


class MorePage(ModalScreen[str | None]):
    """Type to search, arrows to move; answers the act, or None for Esc."""

    CSS_PATH = "more.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, rows: Sequence[MoreRow], words: Words, *, searching: bool = True) -> None:
        """The acts; `searching` off shows them as a plain help page."""
        super().__init__()
        self._rows = tuple(rows)
        self._words = words
        self._searching = searching

    def compose(self) -> ComposeResult:
        """Search field and list."""
        _ = self._words
        with Vertical(id="more"):
            title = _("All that can be done") if self._searching else _("Help: keys")
            yield Static(Content(title), id="more-title", markup=False)
            if self._searching:
                yield Input(placeholder=_("Search"), id="more-search")
            yield OptionList(id="more-list", markup=False)
            foot = _("Enter: do it   Esc: back") if self._searching else _("Esc: back")
            yield Static(Content(foot), id="more-foot", markup=False)

    def on_mount(self) -> None:
        """Everything to begin with."""
        self._show("")
        target = "#more-search" if self._searching else "#more-list"
        self.query_one(target).focus()

    def _show(self, wanted: str) -> None:
        found = self.query_one(OptionList)
        found.clear_options()
        wanted = wanted.casefold().strip()
        for row in self._rows:
            if wanted in f"{row.label} {row.help} {row.act}".casefold():
                found.add_option(Option(self._line(row), id=row.act))
        found.highlighted = 0 if found.option_count else None

    def _line(self, row: MoreRow) -> Content:
        return Content.assemble(
            (f"{row.key:>10} ", "$accent bold"),
            (row.label, "bold"),
            (f"  {row.help}", "$text-muted"),
        )

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as one types."""
        self._show(event.value)

    def action_move(self, step: int) -> None:
        """Arrows move through the list from the search field."""
        found = self.query_one(OptionList)
        if found.option_count:
            found.highlighted = ((found.highlighted or 0) + step) % found.option_count

    def on_input_submitted(self) -> None:
        """Enter does what is marked."""
        found = self.query_one(OptionList)
        if found.highlighted is not None:
            self._choose(found.get_option_at_index(found.highlighted).id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """So does a click."""
        self._choose(event.option.id)

    def _choose(self, act: str | None) -> None:
        self.dismiss(act if self._searching else None)
