"""One consent with all that is known of it: noted for the first time, or anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from app.screens.keys_line import keys_line
from app.screens.setup.fields import FieldFaultError, Fields
from app.widgets.choice_line import ChoiceLine, picks
from app.widgets.entry_row import EntryRow, FieldSpec
from app.widgets.plain import one_line
from app.wording.states import FORMS

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from app.screens.setup.saving import Saver
    from app.screens.setup.view import Covered
    from app.words import Words
    from phases.records import Consent
    from phases.words import ConsentForm


class ConsentPage(ModalScreen[bool]):
    """Answers True when a consent was saved. An old one stays beside the one that replaces it."""

    CSS_PATH = "person_page.tcss"
    AUTO_FOCUS = "#entry-purpose"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2,ctrl+s", "save", show=False, priority=True),
        Binding("enter", "save", show=False),
        Binding("escape", "close", show=False),
    ]

    def __init__(  # noqa: PLR0917 - one screen's surroundings
        self,
        saver: Saver,
        fields: Fields,
        words: Words,
        by: str,
        covered: Covered,
        old: Consent | None,
    ) -> None:
        """Of the participant `by`, to the log or to a service; `old` is the one in force."""
        super().__init__()
        self._saver, self._fields, self._words = saver, fields, words
        self._by, self._covered = by, covered
        self._old = old

    def compose(self) -> ComposeResult:
        """What it is for first: how and when are known mostly."""
        _, old = self._words, self._old
        name = self._saver.log.whole.label(self._by)
        title = _("{name}'s consent: {covers}", name=name, covers=self._covered.shown)
        forms = picks(FORMS, lambda form: _(FORMS[form]))
        about = (
            FieldSpec("purpose", _("What it is for")),
            FieldSpec("what", _("What may be shared")),
        )
        where = (
            FieldSpec("document", _("Where the paper lies")),
            FieldSpec("note", _("Noted where")),
        )
        given = (
            FieldSpec("given", _("Given when"), placeholder=_("today")),
            FieldSpec("expires", _("Holds until")),
        )
        with Vertical(id="person"):
            yield Static(Content(one_line(title)), id="person-title", markup=False)
            with VerticalScroll(id="person-fields", can_focus=False):
                yield EntryRow(about, id="consent-about")
                yield EntryRow(where, id="consent-where")
                yield Static(Content(_("Given how")), markup=False, classes="person-heading")
                yield ChoiceLine(forms, (old.form if old else "written",), id="consent-form")
                yield EntryRow(given, id="consent-given")
            keys = (("F2", _("save")), ("Tab", _("next")), ("Esc", _("back")))
            yield Static(Content(keys_line(*keys)), id="person-foot", markup=False)

    def on_mount(self) -> None:
        """What is known already; how long it holds is asked anew."""
        old = self._old
        if old is not None:
            about = {"purpose": old.purpose, "what": old.what}
            self.query_one("#consent-about", EntryRow).set_values(about)
            where = {"document": old.document, "note": old.note}
            self.query_one("#consent-where", EntryRow).set_values(where)

    def on_entry_row_submitted(self, event: EntryRow.Submitted) -> None:
        """Enter in a field saves."""
        event.stop()
        self.action_save()

    def on_entry_row_left(self, event: EntryRow.Left) -> None:
        """Esc in a field leaves the page."""
        event.stop()
        self.action_close()

    def action_save(self) -> None:
        """Save and close, or say why not beside the days."""
        given = self.query_one("#consent-given", EntryRow)
        form = cast("ConsentForm", self.query_one("#consent-form", ChoiceLine).value)
        values: dict[str, str] = {}
        for row in self.query(EntryRow):
            values |= row.values
        try:
            consent = self._fields.consent(self._by, self._covered.covers, form, values)
        except FieldFaultError as fault:
            given.show_hint(fault.words, "fault", fault.field)
            return
        outcome = self._saver.do(consent)
        if outcome.done:
            self.dismiss(True)
        else:
            given.show_hint(outcome.words, "fault")

    def action_close(self) -> None:
        """Leave without saving."""
        self.dismiss(False)
