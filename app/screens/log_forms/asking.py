"""A window that asks and saves: lists to choose from, a reason for a rule, the word afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.desk import Desk
from app.keys import KeyGate
from app.screens.case_window import CaseWindow
from app.screens.choice_option import Option
from app.screens.saving import Outcome
from app.wording.rules import reason_words
from app.words import Words
from phases.changes import Finding
from phases.commands import Command
from phases.rules import READY_REASONS

if TYPE_CHECKING:
    from app.screens.log_forms.form import Form
    from app.screens.log_forms.forms import Forms


class AskingWindow(CaseWindow):
    """Lists, and what a save has to say."""

    def __init__(self, desk: Desk, words: Words) -> None:
        """For one case at one desk."""
        super().__init__(desk, words)
        self._gate = KeyGate(desk.monotonic)
        self._remarks: tuple[Finding, ...] = ()

    @property
    def covered(self) -> bool:
        """The quiet picture stands over this window: what Enter would open waits for it to go."""
        return False

    async def choose(
        self, title: str, options: Sequence[Option], *, text: str = "", foot: str = ""
    ) -> str | None:
        """One of several; a digit held down answers one page, never the next one too."""
        from app.screens.choice import ChoicePage, keys_of

        _, keys = self.words, keys_of(options)
        page = ChoicePage(
            title,
            options,
            text=text,
            foot=foot,
            digits=_("{keys}: choose", keys=keys) if keys else "",
            take=_("Enter: what is marked"),
            passes=self._gate.passes,
        )
        return await self.app.push_screen_wait(page)

    async def open_form(self, form: Form) -> None:
        """Open one row of fields; the part that knows the panel does."""

    def forms(self) -> Forms:
        """The forms for the case as it stands; the first screen is shown before they are loaded."""
        from app.screens.log_forms.forms import Forms

        return Forms(self.desk.log.case, self.desk, self.words)

    def save_all(self, commands: Sequence[Command], reason: str = "") -> Outcome:
        """Save and say what has to be said."""
        outcome = self.keep(commands, reason)
        if outcome.words:
            self.say(outcome.words)
        elif outcome.done:
            self.say_no_more()
        if outcome.done:
            self._remarks = outcome.remarks
        self.paint()
        return outcome

    async def _save_or_reason(self, commands: Sequence[Command]) -> Outcome:
        """Save; where a reason passes the rule, ask for one by one key."""
        outcome = self.save_all(commands)
        if not outcome.may_pass:
            return outcome
        _ = self.words
        options = [Option(code, reason_words(code, _)) for code in READY_REASONS]
        options.append(Option("typed", _("Another reason …")))
        reason = await self.choose(outcome.words, options, foot=_("Esc: back"))
        if reason == "typed":
            await self.open_form(self.forms().reason(commands))
        elif reason:
            return self.save_all(commands, reason)
        return outcome
