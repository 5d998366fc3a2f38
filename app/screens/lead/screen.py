"""The leader's screen: it draws what `lead_view` says, and hands every key to an act.

Most beats change two figures or nothing, so a widget is touched only where its own part of the
view is another one: each update of a `Static` lays the whole screen out again.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import ScreenResume
from textual.widgets import Static

from app.desk import Desk
from app.harmless import harmless
from app.keys import PROCEED
from app.phase_words import AskedWords
from app.screens.key_table import bindings
from app.screens.lead.flow import LeadFlow
from app.screens.lead.footer import covered_keys, footer_keys, form_keys, table_keys
from app.screens.lead.view import LeadView, Steady, lead_view, room_for, steady_view
from app.screens.log_forms.panel import EntryPanel
from app.screens.projected import WIDE, draw_clock, turn_line
from app.widgets.banner import Banner
from app.widgets.big_digits import BigDigits
from app.widgets.compass import compass_content
from app.widgets.item_line import ItemLine
from app.widgets.key_footer import KeyFooter
from app.widgets.log_table import LogTable
from app.widgets.phase_list import PhaseList
from app.widgets.plain import one_line
from app.widgets.quiet_picture import QuietPicture
from app.widgets.time_bar import TimeBar
from app.widgets.turn_lines import turn_lines
from app.wording.clock import ClockFace
from app.words import Words
from phases.case import Case

LEAD_STYLES = Path(__file__).with_name("screen.tcss")

TALL = 34
"""Rows from which there is room for larger figures."""

SHORT = 22
"""Rows below which the sentences to say aloud give way to the log."""

LEAST = (60, 16)
"""Columns and rows below which nothing of this can be read any more."""


ALONE = 2
"""Screens on the stack where no other window is beneath: Textual's own, and this one."""

_PLAIN_PARTS = {
    "head-left": "head",
    "head-right": "ends",
    "title": "title",
    "now-later": "now_later",
    "remember": "remember",
    "baton": "baton",
}
"""The lines that are one text of the view, by the id of their widget."""


SPOKEN_LINES = {"say": "", "aims": "• ", "prompts": "– "}
"""What is said aloud or read along: part of the view, and what stands before each line."""


class LeadScreen(LeadFlow):
    """One person leads from here, alone if need be; guardians read along."""

    CSS_PATH = LEAD_STYLES
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("lead"),
        *(Binding(str(n), f"item({n})", show=False) for n in range(1, 10)),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self, desk: Desk, words: Words) -> None:
        """For one case at one desk."""
        super().__init__(desk, words)
        self._steady: tuple[Case, bool, Steady] | None = None
        self._resumed = False
        self._keys_drawn: tuple[Case | None, bool, bool, bool] = (None, False, False, False)

    @property
    def _asked(self) -> AskedWords:
        """The words of what the part asks for, as they are drawn."""
        return self._steady[-1].asked if self._steady else AskedWords()

    def compose(self) -> ComposeResult:
        """From the top: when it ends, phases and clock, the log, what is left, the keys."""
        # While the screen is empty: set later, each class restyles all that is on it.
        self._fit(*self.app.size)
        with Horizontal(id="head"):
            yield Static("", id="head-left", markup=False)
            yield Static("", id="compass", markup=False)
            yield Static("", id="head-right", markup=False)
        with Horizontal(id="upper"):
            yield PhaseList(id="phases")
            with Vertical(id="now"):
                with Horizontal(id="title-line"):
                    yield Static("", id="title", markup=False)
                    yield Static("", id="now-later", markup=False)
                yield BigDigits(template="00:00", id="digits")
                yield TimeBar(id="bar")
                yield Static("", id="turn", markup=False)
        # Below in one container: what changes each second then has nothing to do with it.
        with Vertical(id="lower"):
            yield Static("", id="say", markup=False)
            yield Static("", id="aims", markup=False)
            yield Static("", id="prompts", markup=False)
            yield Static("", id="remember", markup=False)
            yield Static("", id="baton", markup=False)
            yield LogTable(with_cursor=True, enter_selects=True, id="log")
            yield ItemLine(id="settle")
            yield Static("", id="message", markup=False)
            yield EntryPanel(self.desk, self.store_trouble)
        yield KeyFooter(id="keys")
        yield Banner(id="banner")
        yield QuietPicture(id="quiet")
        yield Static("", id="small", markup=False)

    def on_mount(self) -> None:
        """Draw at once, then by the clock."""
        if len(self.app.screen_stack) > ALONE:
            # Held down, the Enter that opened this window from home would start the meeting.
            self._gate.passes(PROCEED)
        self.look_back()
        # Not first at the first beat: killed within that second, it would never have been here,
        # and nobody would be asked about the time away.
        self.be_present()
        self.paint(force=True)
        self.beat()
        self.call_after_refresh(self.came_in)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Shown for the first time it has just been styled; later Textual styles it anew."""
        event.refresh_styles = self._resumed
        self._resumed = True

    def on_resize(self) -> None:
        """More rows, larger figures; too few, one sentence instead of half a screen."""
        self._fit(*self.size)
        self.paint(force=True)

    def _fit(self, width: int, height: int) -> None:
        """What there is room for."""
        fitting = {
            "-tall": height >= TALL,
            "-short": height < SHORT,
            "-wide": width >= WIDE,
            "-small": width < LEAST[0] or height < LEAST[1],
        }
        self.update_classes(fitting)

    def paint(self, *, force: bool = False) -> None:
        """Draw the differences: most ticks change a figure, or nothing."""
        case, wall = self.desk.log.case, self.has_wall()
        if force or self._steady is None or self._steady[0] is not case or self._steady[1] != wall:
            self._steady = case, wall, steady_view(case, self.desk, self.words, wall=wall)
        view = lead_view(self._steady[2], case, self.desk.clock.stamp(), self.desk, self.words)
        if view != self.shown or force:
            before, self.shown = self.shown, view
            self._ring(view.clock, before.clock)
            if view.hidden and not before.hidden:
                self._put_pages_away()
            self._draw(view, None if force else before)
        self.draw_message(self.message_now(), force=force)
        self._draw_keys(force=force)

    def _draw(self, view: LeadView, before: LeadView | None) -> None:
        """Each part that isn't as it was; all of them where nothing is known of before."""

        def new(*parts: str) -> bool:
            return before is None or any(getattr(view, p) != getattr(before, p) for p in parts)

        for name, part in _PLAIN_PARTS.items():
            if new(part):
                self.query_one(f"#{name}", Static).update(Content(harmless(getattr(view, part))))
        if before is None:
            self._draw_small()
        if new("turn", "follows", "sign"):
            self._draw_turn(view)
        if new("compass"):
            self.query_one("#compass", Static).update(compass_content(view.compass))
        if new("say", "spoken", "aims", "prompts"):
            self._draw_say(view)
        if new("remember", "baton", "to_settle"):
            self.query_one("#remember").set_class(not view.remember, "-empty")
            self.query_one("#baton").set_class(not view.baton, "-empty")
            self.query_one(ItemLine).more = self._more_items
            self.query_one(ItemLine).text = view.to_settle
            self.query_one(ItemLine).set_class(not view.to_settle, "-empty")
        if new("phases"):
            self.query_one(PhaseList).rows = view.phases
        if new("clock"):
            draw_clock(self, view.clock, before.clock if before else None)
        if new("rows", "headings"):
            self._draw_log(view)
        if new("banner", "hidden", "picture_says"):
            self.query_one(Banner).text = view.banner
            self.query_one(QuietPicture).sentence = view.picture_says
            self.set_class(bool(view.banner), "-banner")
            self.set_class(view.hidden, "-hidden")

    def _more_items(self, count: int) -> str:
        return self.words("and {n} more", n=count)

    def _ring(self, face: ClockFace, before: ClockFace) -> None:
        """A bell at each threshold, where somebody has switched it on; never a calm clock's."""
        if self.desk.settings.sound and face.mark not in (before.mark, "normal") and not face.calm:
            self.app.bell()

    def _draw_small(self) -> None:
        small = self.words("The window is too small. Make it larger; the keys work all the same.")
        self.query_one("#small", Static).update(Content(small))

    def _draw_say(self, view: LeadView) -> None:
        for name, mark in SPOKEN_LINES.items():
            line, lines = self.query_one(f"#{name}", Static), getattr(view, name)
            line.update(Content("\n".join(f"{mark}{one_line(text)}" for text in lines)))
        self._make_room()

    def _make_room(self) -> None:
        """Which of these lines there is room for."""
        tall, short = self.has_class("-tall"), self.has_class("-short")
        room = room_for(self.shown, tall=tall, short=short, typing=self.has_class("-typing"))
        for name in SPOKEN_LINES:
            self.query_one(f"#{name}").display = name in room

    def _draw_turn(self, view: LeadView) -> None:
        """On one line, or on two where the line is short."""
        shown, width = self.query_one("#turn", Static), self.size.width
        now, then = harmless(view.turn), harmless(view.follows)
        now = f"{now} ◆" if view.sign else now
        if width < WIDE:
            now, then = turn_lines(now, then, shown.size.width)
        shown.update(turn_line(now, then, width))

    def _draw_log(self, view: LeadView) -> None:
        table = self.query_one(LogTable)
        table.headings = view.headings
        table.empty_text = self.words("Nothing is written in the log yet")
        if table.rows != view.rows:
            table.rows = view.rows
            if not table.has_focus and view.rows:
                table.go_to(view.rows[0].id)

    def on_descendant_focus(self) -> None:
        """Among the log's rows Enter is another key than outside of them: say so at once."""
        self._draw_keys(force=False)

    def on_descendant_blur(self) -> None:
        """And once they are left."""
        self._draw_keys(force=False)

    def _put_pages_away(self) -> None:
        """Hidden means hidden: a list or a page over this screen would still show the log."""
        from app.screens.page import Page

        while isinstance(self.app.screen, Page):
            self.app.screen.dismiss(None)

    def _draw_keys(self, *, force: bool) -> None:
        """They follow from the case, from what is shown of it and from whether somebody types."""
        case, typing = self.desk.log.case, self.query_one(EntryPanel).form is not None
        covered, choosing = self.covered, self.query_one(LogTable).has_focus
        drawn, *before = self._keys_drawn
        if case is drawn and before == [typing, covered, choosing] and not force:
            return
        self._keys_drawn = case, typing, covered, choosing
        self.set_class(typing, "-typing")
        self._make_room()
        footer, _ = self.query_one(KeyFooter), self.words
        keys = footer_keys(case, _, self._asked)
        if covered:
            keys = covered_keys(case, _, typing=typing)
        elif typing:
            keys = form_keys(_)
        elif choosing:
            keys = table_keys(_)
        footer.keys, footer.last = keys
