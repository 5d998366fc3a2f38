"""One consent with all that is known of it: noted for the first time, or anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.containers import Vertical, VerticalScroll

from app.screens.setup.fields import FieldFaultError, Fields
from app.screens.setup.saved_page import SavedPage
from app.widgets.choice_line import ChoiceLine, picks
from app.widgets.entry_row import EntryRow, FieldSpec
from app.wording.states import FORMS

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from app.screens.setup.saving import Saver
    from app.screens.setup.view import Covered
    from app.words import Words
    from phases.records import Consent
    from phases.words import ConsentForm


class ConsentPage(SavedPage):
    """Answers True when a consent was saved. An old one stays beside the one that replaces it."""

    AUTO_FOCUS = "#entry-purpose"

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
            yield self.title_line(title)
            with VerticalScroll(id="person-fields", can_focus=False):
                yield EntryRow(about, id="consent-about")
                yield EntryRow(where, id="consent-where")
                yield self.heading(_("Given how"))
                yield ChoiceLine(forms, (old.form if old else "written",), id="consent-form")
                yield EntryRow(given, id="consent-given")
            yield self.keys(_)

    def on_mount(self) -> None:
        """What is known already; how long it holds is asked anew."""
        old = self._old
        if old is not None:
            about = {"purpose": old.purpose, "what": old.what}
            self.query_one("#consent-about", EntryRow).set_values(about)
            where = {"document": old.document, "note": old.note}
            self.query_one("#consent-where", EntryRow).set_values(where)

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
