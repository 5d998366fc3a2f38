"""The preparing of one meeting: what is done, what is left, and Enter to do it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from app.keys import KeyGate
from app.screens.prepare.acts import Acts
from app.screens.prepare.help import duty_in_short, duty_to_report
from app.screens.prepare.lines import MARKS, PARTS, TITLES, Line
from app.screens.prepare.view import PrepareView
from app.screens.saving import done_or_why
from app.screens.top_screen import TopScreen
from app.widgets.key_footer import FooterKey, KeyFooter
from app.widgets.plain import fit, wrap_words
from app.widgets.told_line import ToldLine
from app.widgets.too_small import FLAT, TINY, TooSmall
from app.wording.bad_input import bad_input_words
from app.wording.rules import finding_words
from app.wording.store import store_words
from app.words import Words
from data.caselog import CaseLog
from data.errors import StoreError
from data.shelf import Shelf
from phases.bad_input import BadInputError
from phases.commands import Command
from phases.commands.afterwards import Undo

if TYPE_CHECKING:
    from app.papers.asking import Asked
    from app.screens.text_to_send import Outbox

FOLLOW_S: Final = 1.0
TITLE: Final = 21
"""Cells for what a line is about."""
MARGINS: Final = 8
"""Cells for the sign, the gaps, the list's own edges and its bar."""
STYLES: Final = {"done": "$time-normal", "open": "$now bold", "late": "$hint bold", "known": ""}

OWN_KINDS: Final = frozenset(
    {"meeting-plan", "participant-edit", "notice", "own-system", "attendance-cleared"}
)
"""What undo takes back from here."""


class PrepareScreen(TopScreen[str | None]):
    """Answers "new-meeting" where that is what somebody asked for, else None."""

    CSS_PATH = "prepare.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, TINY), (60, "-narrow")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, FLAT), (12, "-low"), (30, "-roomy")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "set_up", show=False),
        Binding("n", "new_meeting", show=False),
        Binding("p", "agenda", show=False),
        Binding("u", "undo", show=False),
        Binding("question_mark,f1", "help", show=False),
        Binding("escape,q,f2", "leave", show=False),
    ]

    def __init__(
        self,
        log: CaseLog,
        words: Words,
        set_up: Callable[[str], object],
        outbox: Outbox | None = None,
    ) -> None:
        """Over the case of `log`; `set_up` opens a part of the set-up over this screen.

        `outbox` is what texts and papers are made with; None in a window that makes none.
        """
        super().__init__()
        self.case_log, self.words = log, words
        self._set_up = set_up
        self.outbox = outbox
        self._lines: tuple[Line, ...] = ()
        self._width = 0
        self._at = 0
        self._gate = KeyGate()

    def compose(self) -> ComposeResult:
        """The lines, and beneath them what everybody who works with children should know."""
        _ = self.words
        with Horizontal(id="prepare-top"):
            title = _("Prepare the meeting") + f" · {self.case_log.case.id}"
            yield Static(Content(title), id="prepare-title", markup=False)
            yield ToldLine(id="prepare-state")
        yield OptionList(id="prepare-lines", markup=False)
        yield Static(Content(duty_in_short(_)), id="prepare-duty-short", markup=False)
        yield Static(Content(duty_to_report(_)), id="prepare-duty", markup=False)
        yield KeyFooter(last=FooterKey("?", _("help"), action="help"))
        yield TooSmall(_)

    def on_mount(self) -> None:
        """Begin at the first thing that is left to do."""
        self.query_one(OptionList).focus()
        self.set_interval(FOLLOW_S, self._follow)

    def on_resize(self, event: events.Resize) -> None:
        """Lines are broken anew where the window is another width."""
        if event.size.width != self._width:
            first = not self._width
            self._width = event.size.width
            self.show(begin=first)

    def on_screen_resume(self) -> None:
        """Another window was open over this one: what it did shows."""
        self._follow()

    def _follow(self) -> None:
        """Take in what another window did, and the day that has changed."""
        if not self._width:
            return
        try:
            self.case_log.refresh()
        except StoreError as error:
            self.say(store_words(error, self.words), fault=True)
            return
        if self.view().lines() != self._lines:
            self.show()

    def view(self) -> PrepareView:
        """The case as it is now."""
        sender = self.outbox.sender if self.outbox is not None else None
        return PrepareView(self.case_log.case, self.case_log.context(), self.words, sender)

    def wish(self) -> Asked:
        """What a text or a paper of this meeting is made from."""
        from app.papers.asking import Asked

        case, ctx = self.case_log.case, self.case_log.context()
        if self.outbox is None:
            return Asked(case, ctx, self.words, case.sitting)
        sender, vault = self.outbox.sender, self.outbox.vault
        return Asked(case, ctx, self.words, case.sitting, sender=sender, vault=vault)

    @property
    def shelf(self) -> Shelf | None:
        """Where papers are kept."""
        return self.outbox.shelf if self.outbox is not None else None

    # -- what is shown

    def show(self, *, begin: bool = False) -> None:
        """Draw the lines; the cursor stays where it was."""
        self._lines = self.view().lines()
        listed = self.query_one(OptionList)
        at = listed.highlighted or 0
        listed.clear_options()
        listed.add_options(Option(self._drawn(line), id=line.id) for line in self._lines)
        left = [n for n, line in enumerate(self._lines) if line.mark in ("open", "late")]
        listed.highlighted = left[0] if begin and left else min(at, len(self._lines) - 1)
        self._show_keys()

    def _drawn(self, line: Line, *, here: bool = False) -> Content:
        """Sign, title and value; what rules say of it beneath, a little in.

        Under the cursor there is no colour but the cursor's: a sign would be lost on it.
        """
        room = max(12, self._width - TITLE - MARGINS)
        value = wrap_words(line.value, room) or [""]
        parts: list[str | tuple[str, str]] = [
            (f"{MARKS[line.mark]} ", "" if here else STYLES[line.mark]),
            (fit(self.words(TITLES[line.id]), TITLE), "bold" if line.mark != "known" else ""),
            f" {value[0]}",
        ]
        parts += [f"\n{'':{TITLE + 3}}{more}" for more in value[1:]]
        for remark in line.remarks:
            for told in wrap_words(remark, room):
                parts.append((f"\n{'':{TITLE + 3}}{told}", "" if here else "$hint"))
        return Content.assemble(*parts)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The footer says what Enter does here."""
        event.stop()
        before, self._at = self._at, event.option_index
        for index in {before, self._at}:
            if index < len(self._lines):
                drawn = self._drawn(self._lines[index], here=index == self._at)
                event.option_list.replace_option_prompt_at_index(index, drawn)
        self._show_keys()

    def _show_keys(self) -> None:
        _, at = self.words, self.query_one(OptionList).highlighted
        does = self._lines[at].does if at is not None and at < len(self._lines) else ""
        self.query_one(KeyFooter).keys = (
            FooterKey("Enter", does or _("nothing to do"), bool(does), "pick"),
            FooterKey("e", _("set up"), action="set_up"),
            FooterKey("p", _("on paper"), action="agenda"),
            FooterKey("u", _("undo"), action="undo"),
            FooterKey("Esc", _("back"), action="leave"),
            FooterKey("n", _("new meeting"), action="new_meeting"),
        )

    def say(self, text: str, *, fault: bool = False) -> None:
        """Say on top how a save went; nothing once the screen was left, as while a PDF is made."""
        if self.is_attached:
            self.query_one("#prepare-state", ToldLine).tell(text, fault=fault)

    # -- what is done

    def save(self, *commands: Command) -> str:
        """Save at once, or say why not: those words are the answer, else it is empty."""
        done = done_or_why(self.case_log, commands, self.words)
        if isinstance(done, str):
            # Another window may be why, so what stands here is drawn anew.
            self.say(done, fault=True)
            self.show()
            return done
        personal = [f for f in done.findings if f.rule == "R-S2"]
        told = finding_words(personal[0], self.words) if personal else ""
        self.say(told or self.words("Saved"), fault=bool(personal))
        self.show()
        return ""

    def keep_sender(self, sender: str) -> str:
        """Whom the texts come from, for all logs from now on; or why that can't be saved."""
        outbox = self.outbox
        if outbox is None or outbox.keep_sender is None:
            return ""
        try:
            outbox.keep_sender(sender)
        except StoreError as error:
            return store_words(error, self.words)
        except BadInputError as error:
            return bad_input_words(error, self.words)
        self.outbox = outbox._replace(sender=sender.strip())
        self.say(self.words("Saved"))
        self.show()
        return ""

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what this line is for."""
        event.stop()
        line = self._lines[event.option_index]
        if not line.does:
            return
        if line.id == "new-meeting":
            self.action_new_meeting()
        elif not Acts(self).do(line.id):
            self._set_up(PARTS.get(line.id, ""))

    def action_pick(self) -> None:
        """A click on the footer is the key."""
        self.query_one(OptionList).action_select()

    def action_set_up(self) -> None:
        """People, consents, time and structure."""
        self._set_up("")

    def action_new_meeting(self) -> None:
        """The next one, where this one is over or none is planned."""
        if self.view().plan is None:
            self.dismiss("new-meeting")
        else:
            self.say(self.words("A meeting is planned already"))

    def action_agenda(self) -> None:
        """The agenda on one page of paper."""
        if self.view().plan is not None:
            Acts(self).do("agenda")

    def action_undo(self) -> None:
        """Take back the newest act that was done here; a held key is one step."""
        if not self._gate.passes("undo"):
            return
        newest = self.case_log.case.newest_event
        if newest is None or newest.kind not in OWN_KINDS:
            self.say(self.words("There is nothing to undo here."))
        else:
            self.save(Undo())

    def action_help(self) -> None:
        """What the signs and the keys mean."""
        from app.screens.prepare.help import help_paragraphs
        from app.screens.text_page import TextPage

        _ = self.words
        self.app.push_screen(TextPage(_("Prepare the meeting"), help_paragraphs(_), _))

    def action_leave(self) -> None:
        """Back; everything is saved."""
        self.dismiss(None)
