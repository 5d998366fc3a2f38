"""The place where a form opens: a title, its fields, and the draft that outlives a crash."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from app.desk import Desk
from app.harmless import harmless
from data.drafts import Draft
from data.errors import StoreError

if TYPE_CHECKING:
    from app.screens.log_forms.form import Form
    from app.widgets.entry_row import EntryRow, HintKind

DRAFT_S = 2.0
"""Typed text is written down this long after a change; a draft is at most 5 s old (§5)."""


class EntryPanel(Vertical):
    """At most one form at a time. Only the field being typed in is seen; the log shows the rest."""

    DEFAULT_CLASSES = "-closed"
    BORDER: ClassVar[str] = ""

    def __init__(
        self, desk: Desk, trouble: Callable[[StoreError], None], window: str = "lead"
    ) -> None:
        """For the drafts of this desk's window; `trouble` is told of a disk that refuses them."""
        super().__init__(id="panel")
        self._desk = desk
        self._trouble = trouble
        self._window = window
        self.typed = False
        """Whether anything was typed since the form opened."""
        self._dirty: dict[str, str] = {}
        self._base: dict[str, str] = {}
        self.form: Form | None = None

    def compose(self) -> ComposeResult:
        """The title; the row is mounted when a form opens."""
        yield Static("", id="panel-title", markup=False)

    def on_mount(self) -> None:
        """Drafts are written by the clock, not by keys: typing never waits for the disk."""
        self.set_interval(DRAFT_S, self.keep)

    def on_unmount(self) -> None:
        """A window that is closed loses nothing either."""
        self.keep()

    async def open(self, form: Form) -> None:
        """Show this form, with its draft if there is one."""
        from app.widgets.entry_row import EntryRow

        await self.close()
        drafts = self._drafts(form)
        row = EntryRow(form.fields)
        # Begun when it is there: another key may cut this short, and a form that is open but not
        # seen would leave its keys in the footer.
        await self.mount(row)
        self._begin(form, {name: draft.base for name, draft in drafts.items()})
        self.remove_class("-closed")
        typed = {name: draft.text for name, draft in drafts.items()}
        row.set_values(dict(form.values) | typed)
        row.focus_field()

    def start_over(self, form: Form) -> None:
        """The form's text is in the log: the same fields, empty, for one more.

        The row stays: between one taken away and one put in its place, a letter typed on would
        be a key of the screen.
        """
        from app.widgets.entry_row import EntryRow

        self._forget()
        self._begin(form, {})
        for row in self.query(EntryRow):
            row.clear()
            row.set_values(form.values)
            row.focus_field()

    @property
    def awaits_a_line(self) -> bool:
        """A form that stays for one more line is open, and nothing is typed in it."""
        from app.widgets.entry_row import EntryRow

        form = self.form
        return (
            form is not None
            and form.again
            and all(form.untouched(row.values) for row in self.query(EntryRow))
        )

    def _begin(self, form: Form, bases: Mapping[str, str]) -> None:
        self.form, self.typed = form, False
        self._base = {**form.values, **bases}
        title = f"{form.title} · {form.hint}" if form.hint else form.title
        self.query_one("#panel-title", Static).update(Content(harmless(title)))

    def overtaken(self) -> Mapping[str, str]:
        """Fields with a draft of which the log says something else by now, and what it says."""
        if self.form is None:
            return {}
        now = self.form.values
        return {n: now.get(n, "") for n, base in self._base.items() if base != now.get(n, "")}

    async def close(self) -> None:
        """Put the form away; what was typed has been saved or is a draft."""
        self.keep()
        self.add_class("-closed")
        self.form = None
        await self.query("EntryRow").remove()

    def type_in(self, texts: Mapping[str, str], *, by_hand: bool = True) -> None:
        """Put texts into the open form as if they were typed: they become a draft.

        Not `by_hand`: picked by an Enter, which may still be held down and must not save too.
        """
        from app.widgets.entry_row import EntryRow

        for row in self.query(EntryRow):
            row.set_values(texts)
        self.typed = by_hand
        self._dirty |= texts

    async def saved(self) -> None:
        """The form's text is in the log: its draft goes, and the form closes."""
        self._forget()
        await self.close()

    def _forget(self) -> None:
        """The draft goes."""
        if self.form is not None:
            record = _record(self.form)
            try:
                for spec in self.form.fields:
                    self._desk.drafts.clear(self._window, record, spec.name)
            except StoreError as error:
                self._trouble(error)
        self._dirty = {}

    def show_hint(self, text: str, kind: HintKind = "hint", field: str | None = None) -> None:
        """One line under the fields."""
        from app.widgets.entry_row import EntryRow

        known = {spec.name for spec in self.form.fields} if self.form else set()
        for row in self.query(EntryRow):
            row.show_hint(text, kind, field if field in known else None)

    def on_entry_row_changed(self, event: EntryRow.Changed) -> None:
        """Remember what is to be written down."""
        event.stop()
        self.typed = True
        self._dirty[event.name] = event.values[event.name]

    def _drafts(self, form: Form) -> dict[str, Draft]:
        """By field. Also those whose field has changed since: what was typed is never lost."""
        try:
            found = self._desk.drafts.load(self._window)
        except StoreError as error:
            self._trouble(error)
            return {}
        record = _record(form)
        names = {spec.name for spec in form.fields}
        drafts = (draft for (about, _), draft in found.items() if about == record)
        return {
            draft.field: draft
            for draft in drafts
            if draft.field in names and draft.text != form.values.get(draft.field, "")
        }

    def keep(self) -> None:
        """Write down what has changed since; nothing is opened or shown by it."""
        if self.form is None or not self._dirty:
            return
        record = _record(self.form)
        try:
            for name, text in list(self._dirty.items()):
                draft = Draft(record, name, text, self._base.get(name, ""))
                self._desk.drafts.save(self._window, draft)
                del self._dirty[name]
        except StoreError as error:
            self._trouble(error)  # the text still stands in its field, and is tried again


def _record(form: Form) -> str:
    return f"{form.name}:{form.about}" if form.about else form.name
