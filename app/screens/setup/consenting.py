"""What is done in the set-up's grid of consents: noted, noted anew, taken back."""

from __future__ import annotations

from typing import cast

from app.screens.confirm import ConfirmScreen
from app.screens.saving import Outcome
from app.screens.setup.display import SetupDisplay
from app.screens.setup.fields import FieldFaultError
from app.screens.setup.grids import ConsentGrid
from app.widgets.choice_line import ChoiceLine
from app.widgets.entry_row import EntryRow
from app.wording.consents import withdrawal_words
from phases.case import LOG
from phases.commands import Command
from phases.commands.consents import ConsentWithdraw
from phases.words import ConsentForm


class SetupConsents(SetupDisplay):
    """The set-up as far as its consents; how it saves belongs to all its parts."""

    def save(self, part: str, *commands: Command) -> Outcome:
        """Save at once; a refusal is worded in the part it is about."""
        outcome = self.saver.do(*commands)
        self.part(part).say(outcome.words, fault=not outcome.done)
        self.after(outcome)
        return outcome

    def after(self, outcome: Outcome) -> None:
        """Say on top how the save went, and show the case as it is now."""
        _ = self.words
        self.say(
            _("Everything is saved") if outcome.done else _("Not saved"), fault=not outcome.done
        )
        self.show()

    def tick(self, row: int, column: int) -> None:
        """Note a consent, or ask before one is taken back."""
        view = self.view()
        person, covered = view.family()[column], view.covered()[row]
        if view.consent(person.id, covered.covers) is None:
            self._note(person.id, covered.covers)
        else:
            self._ask_withdrawal(person.id, covered.covers)

    def on_consent_grid_opened(self, event: ConsentGrid.Opened) -> None:
        """All that may be said of a consent; a newer one takes the place of an old one."""
        from app.screens.setup.consent_page import ConsentPage

        event.stop()
        view = self.view()
        by, covered = view.family()[event.column].id, view.covered()[event.row]
        old = view.consent(by, covered.covers)
        page = ConsentPage(self.saver, self.fields, self.words, by, covered, old)
        self.app.push_screen(page, self._noted)

    def _noted(self, saved: bool | None) -> None:
        if saved:
            self.part("consents").say("")
            self.after(Outcome(True))
        self.query_one(ConsentGrid).focus()

    def _note(self, by: str, covers: str) -> None:
        """Note a consent with what stands in the fields, or say beside the field why not."""
        given = self.query_one("#setup-given", EntryRow)
        form = cast("ConsentForm", self.query_one("#setup-form", ChoiceLine).value)
        try:
            consent = self.fields.consent(by, covers, form, given.values)
        except FieldFaultError as fault:
            given.show_hint(fault.words, "fault", fault.field)
            return
        given.show_hint("")
        self.save("consents", consent)

    def _ask_withdrawal(self, by: str, covers: str) -> None:
        _, name = self.words, self.case_log.whole.label(by)

        def answered(sure: bool | None) -> None:
            if sure:
                self.save("consents", ConsentWithdraw(by, covers))

        question = withdrawal_words(name, covers, _)
        text = _("It ends today, and nobody needs to say why.")
        if covers == LOG and self.case_log.whole.opened:
            text = _("The log closes and nothing more is written in it. Nobody needs to say why.")
        page = ConfirmScreen(_, question, text=text, yes=_("Take back"), no=_("Keep"))
        self.app.push_screen(page, answered)
