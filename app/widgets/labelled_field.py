"""A field with its label and, below it, words that are known already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from app.widgets.entry_field import EntryField, FieldSpec
from app.widgets.plain import one_line
from app.widgets.suggestions import MOST_SHOWN, Suggestions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.events import Click


class LabelledField(Vertical):
    """Label, field and suggestions.

    Down and Up put a suggestion into the field itself, so that Enter is still one key for the
    whole row; Up past the first brings back what was typed. Tab takes the marked one and goes
    to the next field; Up takes the mark away, for a name that only begins like a known one.
    """

    DEFAULT_CSS = """
    LabelledField {
        height: auto;
        & > Static { height: 1; color: $text-muted; text-wrap: nowrap; text-overflow: ellipsis; }
        &:focus-within > Static { color: $now; text-style: bold; }
        &.-faulty > Static { color: $hint; text-style: bold; }
    }
    """

    class Edited(Message):
        """The text in the field changed, by whatever way."""

        def __init__(self, name: str, value: str) -> None:
            """In the field `name`, to `value`."""
            super().__init__()
            self.name = name
            self.value = value

    class DayWanted(Message):
        """A calendar is wanted for the field."""

        def __init__(self, name: str) -> None:
            """For the field `name`."""
            super().__init__()
            self.name = name

    def __init__(self, spec: FieldSpec, clean: Callable[[str], str]) -> None:
        """Build from `spec`."""
        super().__init__(id=f"field-{spec.name}")
        self.spec = spec
        self._label = Static("", markup=False)
        self.entry = EntryField(
            placeholder=spec.placeholder,
            clean=clean,
            to_next=self._to_next,
            id=f"entry-{spec.name}",
            anew=spec.anew,
        )
        self._list = Suggestions(self.entry)
        self._offered_for = ""
        """The text that the suggestions were last looked up for; a quick Tab is ahead of them."""
        self._typed: str | None = None
        """What was typed before Down put a suggestion in its place."""
        self.styles.width = f"{spec.weight}fr"

    def compose(self) -> ComposeResult:
        """Label, field, suggestions."""
        yield self._label
        yield self.entry
        yield self._list

    @property
    def offered(self) -> tuple[str, ...]:
        """The suggestions shown now."""
        return self._list.texts

    def set_faulty(self, faulty: bool) -> None:
        """Mark the label: something is missing here. The words stand in the row's hint."""
        self.set_class(faulty, "-faulty")
        self._write_label()

    def on_resize(self) -> None:
        """Another width, perhaps another label."""
        self._write_label()

    def _write_label(self) -> None:
        """The label; behind it how to get a calendar, its key alone where there is no more room."""
        marked = ("! " if self.has_class("-faulty") else "") + self.spec.label
        key = self.spec.days.partition(":")[0]
        wordings = [f"{marked} · {days}" for days in (self.spec.days, key) if days]
        fitting = (line for line in wordings if cell_len(line) <= self.size.width)
        self._label.update(Content(one_line(next(fitting, marked))))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer anew for what people type, not for what Down has put in."""
        event.stop()
        if self._typed is None or event.value not in (self._typed, *self.offered):
            self._typed = None
            self._offer(event.value)
        self.post_message(self.Edited(self.spec.name, event.value))

    def _offer(self, typed: str) -> None:
        self._offered_for = typed
        found: Sequence[str] = ()
        if self.spec.suggest is not None and typed.strip() and self._is_here:
            found = [text for text in self.spec.suggest(typed) if text != typed]
        self._list.texts = tuple(found[:MOST_SHOWN])
        self._list.chosen = 0 if found else -1

    def on_entry_field_day_wanted(self, event: EntryField.DayWanted) -> None:
        """Pass it on; the row knows whether it has a date."""
        event.stop()
        self.close_list()
        self.post_message(self.DayWanted(self.spec.name))

    def on_click(self, event: Click) -> None:
        """A click on the label of a date is that key."""
        if event.widget is self._label and self.spec.days:
            self.entry.action_want_day()

    def on_entry_field_offered(self, event: EntryField.Offered) -> None:
        """Move through the suggestions, or take one."""
        event.stop()
        if not self.offered:
            if event.key == "down" and self.spec.suggest is not None:
                self._offer_all()
        elif event.key == "down":
            at = self._list.chosen + 1 if self._typed is not None else max(0, self._list.chosen)
            self._take(min(at, len(self.offered) - 1))
        else:
            self._back()

    def _to_next(self) -> None:
        """Take the marked suggestion for what stands there now, and go on."""
        if self._typed is None and self._offered_for != self.entry.value:
            self._offer(self.entry.value)
        if self.offered and self._list.chosen >= 0:
            self._take(self._list.chosen)
        self.close_list()
        self.screen.focus_next()

    def _offer_all(self) -> None:
        """Down in a field without suggestions shows what there is, the first one marked."""
        found = self.spec.suggest(self.entry.value) if self.spec.suggest is not None else ()
        self._list.texts = tuple(text for text in found if text != self.entry.value)[:MOST_SHOWN]
        self._list.chosen = 0 if self._list.texts else -1

    def _take(self, at: int) -> None:
        if self._typed is None:
            self._typed = self.entry.value
        self._list.chosen = at
        self._put(self.offered[at])

    def _back(self) -> None:
        """One suggestion up; above the first stands what was typed."""
        if self._typed is not None and self._list.chosen > 0:
            self._take(self._list.chosen - 1)
            return
        self._list.chosen = -1
        if self._typed is not None:
            self._put(self._typed)

    def _put(self, value: str) -> None:
        self.entry.value = value
        self.entry.cursor_position = len(value)

    def on_suggestions_clicked(self, event: Suggestions.Clicked) -> None:
        """A click takes the line and goes on typing behind it."""
        event.stop()
        self._take(event.at)
        self.close_list()
        self.entry.focus()

    def close_list(self) -> None:
        """Take the suggestions away; the text stays."""
        self._list.texts = ()
        self._list.chosen = -1
        self._typed = None

    def on_descendant_blur(self) -> None:
        """No list under a field nobody is in."""
        self.call_later(self._close_if_left)

    def _close_if_left(self) -> None:
        if not self._is_here:
            self.close_list()

    @property
    def _is_here(self) -> bool:
        """Asked of the screen: a field's own `has_focus` is one message behind."""
        return self.screen.focused is self.entry
