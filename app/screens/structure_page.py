"""Which structure a meeting follows: each with its parts and minutes as a bar, one suggested."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from app.harmless import harmless
from app.screens.box import Box
from app.screens.keys_line import keys_line
from app.structure_cards import Card
from app.widgets.cursor_keys import UP_AND_DOWN
from app.widgets.plain import fit
from app.words import Words

KEYS = "123456789"
"""The first nine have a key of their own."""


class CardLine(Static):
    """Two lines: the title with what there is to say of it, and the minutes as blocks."""

    def __init__(self, key: str, card: Card, words: Words, *, chosen: bool) -> None:
        """Show `card` behind its key; `chosen` is the one the meeting follows now."""
        super().__init__("", markup=False)
        self.card = card
        self._key, self._words, self._chosen = key, words, chosen

    def on_resize(self) -> None:
        """The blocks are as wide as there is room for."""
        width = self.content_size.width
        mark = "•" if self._chosen else " "
        heading = fit(harmless(self.card.heading(self._words)), max(0, width - 4))
        lines = [f"{self._key} {mark} {heading}", "    " + self.card.bar(max(0, width - 4))]
        self.update(Content("\n".join(lines)))


class StructurePage(Box[str | None]):
    """Answers the id of a structure, or None for Esc: then all stays as it is."""

    CSS_PATH = "structure_page.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss_none", show=False),
        *UP_AND_DOWN,
        Binding("enter,space", "take", show=False),
    ]

    def __init__(
        self, cards: Sequence[Card], words: Words, chosen: str = "", faults: Sequence[str] = ()
    ) -> None:
        """Among `cards`, in their order; `faults` are told beneath them."""
        super().__init__()
        self._cards = tuple(cards)
        self._words = words
        self._chosen = chosen
        self._faults = tuple(faults)
        ids = [card.id for card in self._cards]
        suggested = next((n for n, card in enumerate(self._cards) if card.why), 0)
        self._at = ids.index(chosen) if chosen in ids else suggested

    def compose(self) -> ComposeResult:
        """The structures, what the marked one holds, the keys."""
        _ = self._words
        with Vertical(id="structures"):
            yield Static(Content(_("What kind of meeting?")), id="structures-title", markup=False)
            with VerticalScroll(id="structures-list", can_focus=False):
                for number, card in enumerate(self._cards):
                    key = KEYS[number] if number < len(KEYS) else " "
                    yield CardLine(key, card, _, chosen=card.id == self._chosen)
                for fault in self._faults:
                    text = _("Can't be used: {fault}", fault=fault)
                    yield Static(Content(harmless(text)), classes="structures-fault", markup=False)
            yield Static("", id="structures-whole", markup=False)
            foot = keys_line(("Enter", _("choose")), ("↑↓", _("look")), ("Esc", _("back")))
            yield Static(Content(foot), id="structures-foot", markup=False)

    def on_mount(self) -> None:
        """Mark the one that the meeting follows, else the suggested one."""
        self._mark()

    def _mark(self) -> None:
        lines = list(self.query(CardLine))
        for number, line in enumerate(lines):
            line.set_class(number == self._at, "-at")
        if lines:
            card = lines[self._at].card
            lines[self._at].scroll_visible(animate=False)
            told = "\n".join(part for part in (card.about, card.whole()) if part)
            self.query_one("#structures-whole", Static).update(Content(harmless(told)))
            self.call_after_refresh(self._leave_room)

    def on_resize(self) -> None:
        """The keys stay in sight, and so does what is marked."""
        self.call_after_refresh(self._leave_room)

    def _leave_room(self) -> None:
        self.leave_room("#structures-list")
        for line in self.query(".-at"):
            line.scroll_visible(animate=False)

    def on_key(self, event: events.Key) -> None:
        """A digit chooses at once."""
        if event.character and event.character in KEYS:
            event.stop()
            number = KEYS.index(event.character)
            if number < len(self._cards):
                self.dismiss(self._cards[number].id)

    def on_click(self, event: events.Click) -> None:
        """A click marks; on the marked one it chooses."""
        if isinstance(event.widget, CardLine):
            number = list(self.query(CardLine)).index(event.widget)
            if number == self._at:
                self.action_take()
            else:
                self._at = number
                self._mark()

    def action_move(self, step: int) -> None:
        """Look at another one."""
        if self._cards:
            self._at = (self._at + step) % len(self._cards)
            self._mark()

    def action_take(self) -> None:
        """Choose the marked one."""
        if self._cards:
            self.dismiss(self._cards[self._at].id)

    def action_dismiss_none(self) -> None:
        """Leave without choosing."""
        self.dismiss(None)
