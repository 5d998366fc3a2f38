"""The wall's screen: it draws what `wall_words` says and takes no input but quit and help.

It is handed a `WallCase` and asks it for a `WallView`; it never holds a case, a log or a desk. A
widget is touched only where its own part is another one: most beats change one digit.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from app.harmless import harmless
from app.screens.beat import keep_beat, until_next_second
from app.screens.key_table import bindings, help_rows
from app.screens.projected import draw_clock, turn_line
from app.screens.surroundings import Surroundings
from app.screens.top_screen import TopScreen
from app.screens.wall.view import WallWords, wall_words
from app.widgets.banner import Banner
from app.widgets.big_digits import BigDigits
from app.widgets.big_text import BigText, offset_at
from app.widgets.compass import compass_content
from app.widgets.key_footer import FooterKey, KeyFooter
from app.widgets.log_table import LogTable
from app.widgets.plain import one_line
from app.widgets.quiet_picture import QuietPicture
from app.widgets.time_bar import TimeBar
from app.words import Words
from data.wall import WallCase

TOUCH_S = 0.8
"""The wall says that it is here, and asks who else is, at most this often (real seconds)."""

LEAST = (60, 16)
"""Columns and rows below which only the time, the phase and the turn are shown."""

TALL = 34
"""Rows from which there is room for air."""

_LINES = ("title", "purpose", "now-later", "prompt", "remember", "baton")
"""The lines that are one text of the view, by the id of their widget."""


class WallScreen(TopScreen[None]):
    """A second display in the room; its words are those of the case's language."""

    CSS_PATH = Path(__file__).with_name("screen.tcss")
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings("wall")

    def __init__(self, wall: WallCase, around: Surroundings, words: Words) -> None:
        """For one case, as the wall may know it."""
        super().__init__()
        self._wall = wall
        self._around = around
        self.words = words
        self.shown = WallWords()
        self._slow_s = 0
        """Whole real seconds up to which what moves by itself has moved."""
        self._rows_since_s = 0

    def compose(self) -> ComposeResult:
        """From the top: when it ends, the phase, the time, whose turn, the log."""
        # While the screen is empty: set later, each class restyles all that is on it.
        self._fit(*self.app.size)
        with Horizontal(id="head"):
            yield Static("", id="head-left", markup=False)
            yield Static("", id="compass", markup=False)
            yield Static("", id="head-right", markup=False)
        yield Static("", id="title", markup=False)
        yield Static("", id="purpose", markup=False)
        yield Static("", id="now-later", markup=False)
        yield Static("", id="prompt", markup=False)
        yield BigDigits(template="00:00", id="digits")
        yield Static("", id="wait", markup=False)
        yield TimeBar(id="bar")
        yield Static("", id="turn", markup=False)
        yield Static("", id="aims", markup=False)
        yield Static("", id="remember", markup=False)
        yield Static("", id="baton", markup=False)
        yield LogTable(id="log")
        yield BigText(id="read")
        yield KeyFooter(id="keys")
        yield Banner(id="banner")
        yield QuietPicture(id="quiet")

    def on_mount(self) -> None:
        """Draw at once, then by the clock."""
        self._wall.refresh(self._around.clock.stamp(), TOUCH_S)
        self._draw_keys()
        self.paint(force=True)
        self.beat()

    def on_resize(self) -> None:
        """More rows, larger figures."""
        self._fit(*self.size)
        self.paint(force=True)

    def _fit(self, width: int, height: int) -> None:
        """What there is room for."""
        small = width < LEAST[0] or height < LEAST[1]
        self.update_classes({"-tall": height >= TALL, "-small": small})

    # -- keys

    def action_act(self, act: str) -> None:
        """The only two: quit and help."""
        if act == "quit":
            self._wall.leave()
            self.dismiss(None)
        elif act == "help":
            self._show_help()

    def on_key_footer_pressed(self, event: KeyFooter.Pressed) -> None:
        """A click on one of them."""
        event.stop()
        self.action_act(event.action)

    def _show_help(self) -> None:
        from app.screens.more import MorePage

        self.app.push_screen(MorePage(help_rows("wall", self.words), self.words, searching=False))

    # -- the beat

    @work(group="beat")
    async def beat(self) -> None:
        """Draw by the clock for as long as the screen stands; the beat itself counts nothing."""
        tick = partial(self.call_later, self.tick)
        await keep_beat(self._wall.outdated, tick, self._until_next, lambda: self._wall.alone)

    def tick(self) -> None:
        """Take in what others saved, and draw what changed."""
        if self.is_attached:
            self._wall.refresh(self._around.clock.stamp(), TOUCH_S)
            self.paint()

    def _until_next(self) -> float:
        left_s, speed = self._wall.countdown(self._around.clock.stamp())
        return until_next_second(left_s, speed)

    # -- drawing

    def paint(self, *, force: bool = False) -> None:
        """Draw the differences: most beats change a figure, or nothing."""
        around = self._around
        view = self._wall.view(around.clock.stamp())
        words = wall_words(view, around.structures, around.zone, self.words)
        if words != self.shown or force:
            before, self.shown = self.shown, words
            self._draw(words, None if force else before)
        self._move_slowly()

    def _draw(self, now: WallWords, before: WallWords | None) -> None:
        """Each part that isn't as it was; all of them where nothing is known of before."""

        def new(*parts: str) -> bool:
            return before is None or any(getattr(now, p) != getattr(before, p) for p in parts)

        for name in _LINES:
            part = name.replace("-", "_")
            if new(part):
                text = one_line(getattr(now, part))
                line = self.query_one(f"#{name}", Static)
                line.update(Content(text))
                line.set_class(not text, "-empty")
        if new("head", "ends", "read", "clock"):
            self._draw_head(now)
        if new("compass"):
            self.query_one("#compass", Static).update(compass_content(now.compass))
        if new("aims"):
            lines = "\n".join(f"• {one_line(aim)}" for aim in now.aims)
            self.query_one("#aims", Static).update(Content(lines))
        if new("aims", "rows"):
            # The log comes first where there is room for one of them alone.
            room = self.has_class("-tall") or not now.rows
            self.set_class(room and bool(now.aims), "-aims")
        if new("turn", "follows"):
            self._draw_turn(now)
        if new("clock", "wait"):
            self._draw_clock(now, before)
        if new("rows", "headings"):
            self._draw_log(now)
        if new("read"):
            self.query_one(BigText).lines = tuple(harmless(line) for line in now.read)
            self.set_class(bool(now.read), "-read")
        if new("banner", "hidden", "picture_says", "blank"):
            self.query_one(Banner).text = now.banner
            self.query_one(QuietPicture).sentence = now.picture_says
            self.set_class(bool(now.banner), "-banner")
            self.set_class(now.hidden, "-hidden")
            self.set_class(now.blank, "-blank")

    def _draw_head(self, now: WallWords) -> None:
        """The page to read aloud covers the large time, so the time stands up here meanwhile."""
        left, right = self.query_one("#head-left", Static), self.query_one("#head-right", Static)
        time = ""
        if now.read:
            time = now.clock.caption if now.clock.calm else now.clock.figures
        for line, text in ((left, now.head), (right, "   ".join(filter(None, (time, now.ends))))):
            if line.content != text:
                line.update(Content(text))

    def _draw_turn(self, now: WallWords) -> None:
        line = turn_line(one_line(now.turn), one_line(now.follows), self.size.width)
        self.query_one("#turn", Static).update(line)

    def _draw_clock(self, now: WallWords, before: WallWords | None) -> None:
        draw_clock(self, now.clock, before.clock if before else None)
        if before is None or now.wait != before.wait:
            self.query_one("#wait", Static).update(Content(now.wait))
            self.set_class(bool(now.wait), "-wait")

    def _draw_log(self, now: WallWords) -> None:
        table = self.query_one(LogTable)
        table.headings = now.headings
        table.rows = now.rows
        # The newest line is the first one: whoever has just agreed on it looks for it there.
        self._rows_since_s = self._slow_s
        table.scroll_to(y=0, animate=False)

    def _draw_keys(self) -> None:
        _ = self.words
        footer = self.query_one(KeyFooter)
        footer.keys = (FooterKey("q", _("quit"), True, "quit"),)
        footer.last = FooterKey("?", _("help"), True, "help")

    def _move_slowly(self) -> None:
        """What doesn't fit moves by whole lines, a step a second of real time."""
        now_s = int(self._wall.real_s())
        if now_s == self._slow_s:
            return
        self._slow_s = now_s
        if self.shown.read:
            self.query_one(BigText).tick()
        table = self.query_one(LogTable)
        if table.max_scroll_y > 0:
            at = offset_at(now_s - self._rows_since_s, table.max_scroll_y)
            if at != table.scroll_offset.y:
                table.scroll_to(y=at, animate=False)
