"""A row of fields for one record: Kva · Kven · Når, or a single sentence.

It knows nothing of what the fields mean. It says what was typed, submitted or left, and shows
the line it is given beneath; whether a value will do is decided by a command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from app.widgets.entry_field import FieldSpec
from app.widgets.labelled_field import LabelledField
from app.widgets.plain import one_line
from app.widgets.told_line import ToldLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult

__all__ = ["EntryRow", "FieldSpec", "HintKind"]

HintKind = Literal["hint", "fault"]


class EntryRow(Vertical):
    """Fields side by side with one line beneath them for a hint."""

    DEFAULT_CSS = """
    EntryRow {
        width: 1fr;
        height: auto;

        & > Horizontal { height: auto; }
        & LabelledField { margin: 0 1 0 0; }
        & > .entry-row--hint { height: auto; min-height: 1; color: $text-muted; }
        & > .entry-row--hint.-fault { color: $hint; text-style: bold; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    class _About(Message):
        """Something about a row and all it holds."""

        def __init__(self, row: EntryRow, values: Mapping[str, str]) -> None:
            """From `row`, whose fields hold `values`, by name."""
            super().__init__()
            self.row = row
            self.values = values

        @property
        def control(self) -> EntryRow:
            """The row, for `@on` selectors."""
            return self.row

    class Submitted(_About):
        """Enter in any field."""

    class Left(_About):
        """Esc: out of the row. What is typed stays in it, and is the draft."""

    class Changed(_About):
        """A field's text changed."""

        def __init__(self, row: EntryRow, name: str, values: Mapping[str, str]) -> None:
            """In `row`, the field `name`."""
            super().__init__(row, values)
            self.name = name

    class DayWanted(_About):
        """A calendar is wanted for one of the fields."""

        def __init__(self, row: EntryRow, name: str, values: Mapping[str, str]) -> None:
            """In `row`, for the field `name`."""
            super().__init__(row, values)
            self.name = name

    def __init__(
        self,
        fields: Sequence[FieldSpec],
        *,
        clean: Callable[[str], str] = one_line,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        """One field for each of `fields`; `clean` makes a text fit to keep (design §10)."""
        super().__init__(id=id, classes=classes)
        self._clean = clean
        self._fields = {spec.name: LabelledField(spec, clean) for spec in fields}
        self._hint = ToldLine(classes="entry-row--hint")

    def compose(self) -> ComposeResult:
        """The fields, then the hint."""
        with Horizontal():
            yield from self._fields.values()
        yield self._hint

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields, cleaned, by name."""
        return {name: self._clean(field.entry.value) for name, field in self._fields.items()}

    def set_values(self, values: Mapping[str, str]) -> None:
        """Put texts in, for example a draft, without posting `Changed`. Raises KeyError."""
        for name, value in values.items():
            field = self._fields[name]
            with field.entry.prevent(Input.Changed):
                field.entry.value = self._clean(value)
                field.entry.cursor_position = len(field.entry.value)
            field.close_list()
        self.show_hint("")

    def propose(self, name: str, text: str) -> None:
        """Put the program's own text into a field, so that typing replaces it.

        A draft that comes back is never chosen whole: there the next letter would wipe it out.
        Raises KeyError.
        """
        self.set_values({name: text})
        self._fields[name].entry.select_all()

    def clear(self) -> None:
        """Empty all the fields and the hint."""
        self.set_values(dict.fromkeys(self._fields, ""))
        self.show_hint("")

    def show_hint(self, text: str, kind: HintKind = "hint", field: str | None = None) -> None:
        """Show one line beneath; with `field`, mark that field and go there.

        A fault gets a "!" besides its colour. Raises KeyError for an unknown field.
        """
        self._hint.tell(text, fault=kind == "fault")
        for name, each in self._fields.items():
            each.set_faulty(name == field and kind == "fault")
        if field is not None:
            self.focus_field(field)

    def focus_field(self, name: str | None = None) -> None:
        """Put the cursor in the field `name`, else the first. Raises KeyError."""
        field = self._fields[name] if name is not None else next(iter(self._fields.values()))
        field.entry.focus()

    def on_labelled_field_edited(self, event: LabelledField.Edited) -> None:
        """Pass it on with the whole row."""
        event.stop()
        self.post_message(self.Changed(self, event.name, self.values))

    def on_labelled_field_day_wanted(self, event: LabelledField.DayWanted) -> None:
        """Pass it on for a date's field, or from beside the row's only one."""
        event.stop()
        dates = [name for name, field in self._fields.items() if field.spec.days]
        if event.name in dates or len(dates) == 1:
            name = event.name if event.name in dates else dates[0]
            self.post_message(self.DayWanted(self, name, self.values))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in one field submits all of them."""
        event.stop()
        for field in self._fields.values():
            field.close_list()
        self.post_message(self.Submitted(self, self.values))

    def action_leave(self) -> None:
        """Give up the focus and keep the text."""
        for field in self._fields.values():
            field.close_list()
        self.screen.set_focus(None)
        self.post_message(self.Left(self, self.values))
