"""One field to type in: nothing pasted is lost, and words already known are offered below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import Input, Static

from app.widgets.plain import one_line
from app.widgets.suggestions import MOST_SHOWN, Suggestions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
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

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "offer('down')", show=False),
        Binding("up", "offer('up')", show=False),
    ]

    def __init__(
        self,
        *,
        placeholder: str,
        clean: Callable[[str], str],
        to_next: Callable[[], None],
        id: str,  # noqa: A002 - Textual's own name
    ) -> None:
        """Show `placeholder` while empty; `clean` makes pasted text fit to keep.

        `to_next` is called for Tab.
        """
        # No blinking: it moves in people's eyes and repaints twice a second. No selecting on
        # focus: the next letter would wipe out a draft.
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False)
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

    def __init__(self, spec: FieldSpec, clean: Callable[[str], str]) -> None:
        """Build from `spec`."""
        super().__init__(id=f"field-{spec.name}")
        self.spec = spec
        self._words = one_line(spec.label)
        self._label = Static(Content(self._words), markup=False)
        self.entry = EntryField(
            placeholder=spec.placeholder,
            clean=clean,
            to_next=self._to_next,
            id=f"entry-{spec.name}",
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

    def set_label(self, label: str) -> None:
        """New words, for a change of language."""
        self._words = one_line(label)
        self.set_faulty(self.has_class("-faulty"))

    def set_faulty(self, faulty: bool) -> None:
        """Mark the label: something is missing here. The words stand in the row's hint."""
        self.set_class(faulty, "-faulty")
        self._label.update(Content(f"! {self._words}" if faulty else self._words))

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
