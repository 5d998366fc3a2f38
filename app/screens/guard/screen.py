"""The viddevakt at a second machine: `v`, and a reminder that nobody else sees.

Small and plain: in most rooms `v` on `lead` is all that is used (design §8).
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, NamedTuple

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from app.desk import Desk
from app.harmless import harmless
from app.keys import GUARD_KEYS
from app.phase_words import part_titles
from app.screens.key_table import bindings
from app.screens.log_forms.asking import AskingWindow
from app.screens.notes.view import head_line
from app.widgets.key_footer import FooterKey, KeyFooter
from app.widgets.too_small import FLAT, TINY, TooSmall
from app.wording.refusals import refusal_words
from app.wording.reminders import reminder_words
from app.words import Words
from phases.changes import Refusal
from phases.commands.talk import Guard
from phases.reminders import reminder

GUARD_STYLES = Path(__file__).with_name("screen.tcss")

ACTS = frozenset(key.act for key in GUARD_KEYS)


class GuardView(NamedTuple):
    """What stands in the window."""

    title: str = ""
    time: str = ""
    sign: str = ""
    reminder: str = ""
    message: str = ""


class GuardScreen(AskingWindow):
    """It intervenes and does nothing else."""

    WINDOW = "guard"
    CSS_PATH = GUARD_STYLES
    HORIZONTAL_BREAKPOINTS = [(0, TINY), (30, "-narrow")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, FLAT), (7, "-roomy")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = bindings("guard")

    def __init__(self, desk: Desk, words: Words) -> None:
        """For one case at one desk."""
        super().__init__(desk, words)
        self._drawn = GuardView()

    def compose(self) -> ComposeResult:
        """Where the meeting is, the key, what to look at, and the keys."""
        yield Static("", id="title", markup=False)
        yield Static("", id="time", markup=False)
        yield Static("", id="sign", markup=False)
        yield Static("", id="reminder", markup=False)
        yield Static("", id="message", markup=False)
        yield KeyFooter(id="keys")
        yield TooSmall(self.words)

    def on_mount(self) -> None:
        """Draw at once, then by the clock."""
        self.paint(force=True)
        self.beat()

    def paint(self, *, force: bool = False) -> None:
        """Draw what changed."""
        view = self._view()
        for name in view._fields:
            text = getattr(view, name)
            if force or text != getattr(self._drawn, name):
                self.query_one(f"#{name}", Static).update(Content(harmless(text)))
        if force or bool(view.sign) != bool(self._drawn.sign):
            _ = self.words
            footer = self.query_one(KeyFooter)
            footer.keys = (
                FooterKey("v", _("viddevakt"), bool(view.sign), "guard"),
                FooterKey("k", _("what it was about"), True, "guard-kind"),
                FooterKey("q", _("quit"), True, "quit"),
            )
            footer.last = FooterKey("?", _("help"), True, "help")
        self._drawn = view

    def _view(self) -> GuardView:
        case, now, _ = self.desk.log.case, self.desk.clock.stamp(), self.words
        head = head_line(case, now, self.desk, part_titles(case, self.desk.structures, _), _)
        found = reminder(case, now)
        told = f"! {reminder_words(found, _)}" if found else ""
        # Nothing to come back to before the meeting begins and after it: the key would be refused.
        underway = case.sitting is not None and case.sitting.underway
        sign = _("{key}: back to the purpose of this part", key="v") if underway else ""
        return GuardView(head.title, head.time, sign, told, self.message_now())

    # -- keys

    def action_act(self, act: str) -> None:
        """Any key of the table, or a click in the footer; a held key is one sign."""
        if act not in ACTS:
            self.say(refusal_words(Refusal("no-right", {"window": "guard"}), self.words))
            self.paint()
        elif act != "guard" or self._gate.passes(act):
            self.do_act(act)

    def at_once(self, act: str) -> None:
        """Through a list or a page: the sign, and no other window's acts."""
        if act == "guard":
            self.action_act(act)

    def on_key_footer_pressed(self, event: KeyFooter.Pressed) -> None:
        """A click on a key."""
        event.stop()
        self.action_act(event.action)

    @work(exclusive=True, group="flow")
    async def do_act(self, act: str) -> None:
        """One act at a time."""
        if act == "guard":
            if self.save_all([Guard()]).done:
                self.say(self.words("The sign is given"))
                self.paint()
        elif act == "guard-kind":
            await self._ask_kind()
        elif act == "language":
            await self._next_language()
        elif act == "help":
            await self._show_help()
        else:
            await self._quit()
