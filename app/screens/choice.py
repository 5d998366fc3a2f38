"""A short list to choose from by one key: people, offers, reasons, ways to catch up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import ClassVar, Self

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from app.harmless import harmless
from app.keys import PROCEED
from app.screens.choice_option import Option
from app.screens.page import Page
from app.widgets.cursor_keys import UP_AND_DOWN
from app.widgets.plain import wrap_words

BEFORE = 4
"""Cells before a label: its key."""

LINE_WIDTH = 52
"""Cells for a label and its note on one line; a longer note stands beneath, a little in."""

SHARE = 0.9
"""Of the window's height that the box may take, as `choice.tcss` has it."""

DIGITS = "1234567890"
KEYS = DIGITS + "abcdefghijklmnopqrstuvwxyz"
"""One key an option; the tenth is 0, and letters go on from there."""


def keys_of(options: Sequence[Option]) -> str:
    """The keys of those that can be chosen: "1, 2", "1–4", "1, 3", "1–0, a"."""
    keys = "".join(key for key, option in zip(KEYS, options, strict=False) if option.enabled)
    digits, letters = keys.rstrip(KEYS[len(DIGITS) :]), keys.lstrip(DIGITS)
    told = (
        [f"{run[0]}–{run[-1]}"] if run in KEYS and len(run) > 2 else list(run)
        for run in (digits, letters)
    )
    return ", ".join(chain.from_iterable(told))


class OptionLine(Static):
    """One option on a line of its own; a click chooses it."""

    def __init__(self, key: str, option: Option) -> None:
        """Show `option` behind its key."""
        super().__init__(option_text(key, option, LINE_WIDTH), markup=False)
        self.option, self._key = option, key
        self.disabled = not option.enabled

    def on_resize(self) -> None:
        """In a narrow window broken earlier: a line that goes on stays behind its key."""
        self._write()

    def mark(self, *, marked: bool) -> Self:
        """Show whether Enter takes this one."""
        self.set_class(marked, "-at")
        self._write()
        return self

    def _write(self) -> None:
        """Anew; on the mark's ground all in its one colour, or the key would be unseen there."""
        width = min(LINE_WIDTH, self.size.width - BEFORE) if self.size.width else LINE_WIDTH
        text = option_text(self._key, self.option, width)
        self.update(Content(text.plain) if self.has_class("-at") else text)


def option_text(key: str, option: Option, width: int) -> Content:
    """A label and its note in lines of `width` cells, all of them behind the key."""
    label, note = harmless(option.label), harmless(option.note)
    parts: list[str | tuple[str, str]] = [
        (f" {key} ", "$accent bold" if option.enabled else "$text-muted"),
        f" {_hanging(label, width, BEFORE)}",
    ]
    if note:
        together = cell_len(f"{label}   {note}") <= width
        under = f"\n      {_hanging(note, width - 2, BEFORE + 2)}"
        parts.append((f"   {note}" if together else under, "$text-muted"))
    return Content.assemble(*parts)


def _hanging(text: str, width: int, before: int) -> str:
    """A long text over several lines, each `before` cells in."""
    if cell_len(text) <= width:
        return text
    return f"\n{' ' * before}".join(wrap_words(text, max(1, width)))


class ChoicePage(Page[str | None]):
    """Ask for one of several; answers the option's value, or None for Esc.

    Nothing is highlighted to begin with: a clicker's Enter must not decide anything. Only where
    one is the usual answer, and nothing is decided by it, the page is `ready` with that one.
    """

    CSS_PATH = "choice.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss_none", show=False),
        *UP_AND_DOWN,
        Binding("enter", "take", show=False),
    ]

    def __init__(
        self,
        title: str,
        options: Iterable[Option],
        *,
        text: str = "",
        foot: str = "",
        digits: str = "",
        move: str = "",
        take: str = "",
        ready: int = -1,
        passes: Callable[[str], bool] = lambda _key: True,
    ) -> None:
        """Under `title` and a quiet `text`, the options; `foot` says what Esc does.

        `digits` says what those keys do, `move` what the arrows do, and `take` what Enter does
        once an option is marked.

        `ready`: the number of the option that is marked from the beginning, from 0; none at -1.

        `passes` says whether a digit counts: held down, the one that opened this page must not
        answer it too. So it does of an Enter where the page is ready for one.
        """
        super().__init__()
        self._title = harmless(title)
        self._text = harmless(text)
        self._passes = passes
        self._digits, self._move, self._take, self._way_out = digits, move, take, foot
        self.options = tuple(options)
        self._ready = ready >= 0
        self._at = ready

    def compose(self) -> ComposeResult:
        """Title, options, foot."""
        with Vertical(id="choice"):
            yield Static(Content(self._title), id="choice-title", markup=False)
            if self._text:
                yield Static(Content(self._text), id="choice-text", markup=False)
            with VerticalScroll(id="choice-options", can_focus=False):
                for number, option in enumerate(self.options):
                    key = KEYS[number] if number < len(KEYS) else " "
                    line = OptionLine(key, option)
                    yield line.mark(marked=number == self._at)
            yield Static(Content(self._foot()), id="choice-foot", markup=False)

    def _foot(self) -> str:
        """What each key does now: Enter does nothing before something is marked."""
        marked = self._at >= 0 and self.options[self._at].enabled
        parts = (self._digits, self._take if marked else self._move, self._way_out)
        return "   ".join(filter(None, parts))

    def on_key(self, event: events.Key) -> None:
        """A digit, or a letter in a long list, chooses at once."""
        if event.character and event.character in KEYS:
            event.stop()
            if self._passes(event.character):
                self._choose(KEYS.index(event.character))

    def on_resize(self) -> None:
        """The foot says how to get out: the options leave room for it, and scroll."""
        self.call_after_refresh(self._leave_room)

    def _leave_room(self) -> None:
        self.leave_room("#choice-options", SHARE)
        for line in self.query(".-at"):
            line.scroll_visible(animate=False)

    def on_click(self, event: events.Click) -> None:
        """So does a click on a line."""
        if isinstance(event.widget, OptionLine) and event.widget.option.enabled:
            self.dismiss(event.widget.option.value)

    def _choose(self, number: int) -> None:
        if number < len(self.options) and self.options[number].enabled:
            self.dismiss(self.options[number].value)

    def action_move(self, step: int) -> None:
        """Arrow keys move a marker, for those who would rather look than count."""
        lines = list(self.query(OptionLine))
        if not lines:
            return
        self._at = (self._at + step) % len(lines) if self._at >= 0 else 0
        for number, line in enumerate(lines):
            line.mark(marked=number == self._at)
        self.query_one("#choice-foot", Static).update(Content(self._foot()))
        self.call_after_refresh(self._leave_room)

    def action_take(self) -> None:
        """Enter takes the marked line, if there is one."""
        counts = self._passes(PROCEED)
        if self._at >= 0 and (counts or not self._ready):
            self._choose(self._at)

    def action_dismiss_none(self) -> None:
        """Leave without choosing."""
        self.dismiss(None)
