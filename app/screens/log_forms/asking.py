"""A window that asks and saves: lists to choose from, a reason for a rule, the word afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, get_args

from app.desk import Desk
from app.keys import KeyGate
from app.screens.case_window import CaseWindow
from app.screens.choice_option import Option
from app.screens.saving import Outcome
from app.wording.rules import reason_words
from app.wording.states import kind_words
from app.words import Words
from phases.changes import Finding
from phases.commands import Command
from phases.commands.talk import GuardKindCommand
from phases.rules import READY_REASONS
from phases.words import GuardKind

if TYPE_CHECKING:
    from app.keys import KeyWindow
    from app.screens.log_forms.form import Form
    from app.screens.log_forms.forms import Forms

MOVES = frozenset({"next", "back", "undo", "close"})
"""Acts after which a remark about what was done before is of no use any more."""


class AskingWindow(CaseWindow):
    """Lists, and what a save has to say; the acts that every window with keys has."""

    WINDOW: ClassVar[KeyWindow]
    """Which one it is, among those with a table of keys."""

    def __init__(self, desk: Desk, words: Words) -> None:
        """For one case at one desk."""
        super().__init__(desk, words)
        self._gate = KeyGate(desk.monotonic)
        self._remarks: tuple[Finding, ...] = ()
        self._unread: tuple[Finding, ...] = ()
        """Those that nobody has read yet: the next line saved doesn't take them away."""

    @property
    def covered(self) -> bool:
        """The quiet picture stands over this window: what Enter would open waits for it to go."""
        return False

    async def choose(
        self,
        title: str,
        options: Sequence[Option],
        *,
        text: str = "",
        foot: str = "",
        ready: bool = False,
        unasked: bool = False,
    ) -> str | None:
        """One of several; a digit held down answers one page, never the next one too.

        `unasked`: it opens by the clock, and a digit that was on its way elsewhere is no answer.
        """
        from app.screens.choice import DIGITS, ChoicePage, keys_of

        for digit in DIGITS if unasked else "":
            self._gate.passes(digit)
        _, keys = self.words, keys_of(options)
        page = ChoicePage(
            title,
            options,
            text=text,
            foot=foot,
            digits=_("{keys}: choose", keys=keys) if keys else "",
            # In a long list not each line is in sight, and its key neither.
            move=_("↑ ↓: mark") if len(options) > len(DIGITS) else "",
            take=_("Enter: what is marked"),
            ready=0 if ready else -1,
            passes=self._gate.passes,
        )
        return await self.app.push_screen_wait(page)

    async def _ask_kind(self) -> None:
        """What the sign was about: optional, afterwards, and never shown to anybody."""
        _ = self.words
        kinds = {kind: GuardKindCommand(kind) for kind in get_args(GuardKind) if kind != "none"}
        options = [Option(kind, kind_words(kind, _)) for kind in kinds]
        title = _("What was the sign about?")
        kind = await self.choose(title, options, foot=_("Esc: back"))
        if kind is not None:
            self.save_all([kinds[kind]])

    async def _show_help(self) -> None:
        """The keys of this window."""
        from app.screens.key_table import help_rows
        from app.screens.more import MorePage

        rows = help_rows(self.WINDOW, self.words)
        await self.app.push_screen_wait(MorePage(rows, self.words, searching=False))

    async def _next_language(self) -> None:
        """nn, nb, en: at once, for this window alone.

        Not an act of the meeting: it would be the newest one, and undo would take back the
        language instead of what somebody meant.
        """
        self.words = self.words.next()
        # What was said a moment ago stands there in the language before.
        self.say_no_more()
        self.paint(force=True)

    async def _quit(self) -> None:
        """The meeting goes on in the log; what was typed stands there, or in its draft."""
        self.leave(None)

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
            self._remember(outcome, commands)
        self.paint()
        return outcome

    def _remember(self, outcome: Outcome, commands: Sequence[Command] = ()) -> None:
        """What was remarked of this save, after what waits to be read of earlier ones."""
        gone_on = any(command.name in MOVES for command in commands)
        before = () if gone_on else tuple(f for f in self._unread if f not in outcome.remarks)
        self._remarks = self._unread = (*before, *outcome.remarks)

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
