"""One field to type in: what it is, and that nothing pasted in it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.widgets import Input

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.events import Paste


class FieldSpec(NamedTuple):
    """What a field is: `name` for the program, `label` for people."""

    name: str
    label: str
    suggest: Callable[[str], Sequence[str]] | None = None
    """Texts to offer for what is typed, the best first."""
    placeholder: str = ""
    weight: int = 1
    """Share of the row's width."""
    days: str = ""
    """For a date: what stands behind the label, the key that opens a calendar; none without."""
    anew: bool = False
    """Entering it chooses what stands there, so that typing takes its place. Never where a draft
    may stand: the next letter would wipe it out."""


class EntryField(Input):
    """An `Input` for people's text.

    Textual's keeps only the first of several pasted lines and rings the terminal's bell; here
    the lines are joined with a space (design §10: never silently cut), and there is no sound.
    """

    DEFAULT_CSS = """
    EntryField {
        height: 1;
        padding: 0;
        border: none;
        border-left: outer $border-blurred;
        background: $panel;
        color: $foreground;

        &:focus {
            border: none;
            border-left: outer $border;
            background-tint: $foreground 0%;
        }
        & > .input--placeholder { color: $text-muted; }
    }
    """

    class Offered(Message):
        """A key that belongs to the suggestions: "down" or "up"."""

        def __init__(self, field: EntryField, key: str) -> None:
            """Pressed in `field`."""
            super().__init__()
            self.field = field
            self.key = key

    class DayWanted(Message):
        """The key that opens a calendar, which only a date's field has."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "offer('down')", show=False),
        Binding("up", "offer('up')", show=False),
        Binding("f12,alt+down", "want_day", show=False),
    ]

    def __init__(
        self,
        *,
        placeholder: str,
        clean: Callable[[str], str],
        to_next: Callable[[], None],
        id: str,  # noqa: A002 - Textual's own name
        anew: bool = False,
    ) -> None:
        """Show `placeholder` while empty; `clean` makes pasted text fit to keep.

        `to_next` is called for Tab; `anew` is as in `FieldSpec`.
        """
        # No blinking: it moves in people's eyes and repaints twice a second.
        super().__init__(placeholder=placeholder, id=id, select_on_focus=anew)
        self.cursor_blink = False
        self._clean = clean
        self.to_next = to_next

    def on_key(self, event: Key) -> None:
        """Tab at once, and what was typed behind it into the field that it led to.

        Keys come through this field's own queue in their order. A binding would go up through the
        whole screen first, and a quick "Tab M" from a slow machine would end in the old field.
        """
        focused = self.screen.focused
        if event.key == "tab":
            event.stop()
            event.prevent_default()
            self.to_next()
        elif focused is not self and isinstance(focused, EntryField):
            event.stop()
            event.prevent_default()
            focused.post_message(Key(event.key, event.character))

    def on_paste(self, event: Paste) -> None:
        """Join the lines, clean them, put them in; instead of what `Input` does."""
        event.prevent_default()
        event.stop()
        self.put_in(event.text)

    def action_paste(self) -> None:
        """The same for the program's own clipboard."""
        self.put_in(self.app.clipboard)

    def put_in(self, text: str) -> None:
        """Put `text` in place of the selection, as one clean line."""
        line = self._clean(" ".join(text.split()))
        if line:
            self.replace(line, *sorted(self.selection))

    def restricted(self) -> None:
        """Nothing: the bell would be heard in the meeting."""

    def action_offer(self, key: str) -> None:
        """Hand the key to the suggestions."""
        self.post_message(self.Offered(self, key))

    def action_want_day(self) -> None:
        """Ask for a calendar."""
        self.post_message(self.DayWanted())
