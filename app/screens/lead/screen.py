"""The leader's screen: it draws what `lead_view` says, and hands every key to an act."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from app.keys import LEAD_KEYS
from app.screens.lead.flow import LeadFlow
from app.screens.lead.footer import footer_keys, form_keys
from app.screens.lead.panel import EntryPanel
from app.screens.lead.view import ClockFace, LeadView, lead_view
from app.screens.page import Page
from app.widgets.banner import Banner
from app.widgets.big_digits import BigDigits
from app.widgets.key_footer import KeyFooter
from app.widgets.log_table import LogHeadings, LogTable
from app.widgets.phase_list import PhaseList
from app.widgets.plain import harmless
from app.widgets.quiet_picture import QuietPicture
from app.widgets.time_bar import TimeBar
from data.errors import StoreError

LEAD_STYLES = Path(__file__).with_name("screen.tcss")

TICK_S = 0.2
"""How often the screen looks at the clock and at the journal; it counts neither."""

TALL = 34
"""Rows from which there is room for larger figures."""

SHORT = 22
"""Rows below which the sentences to say aloud give way to the log."""

LEAST = (60, 16)
"""Columns and rows below which nothing of this can be read any more."""

WIDE = 100
"""Columns from which who speaks and who follows fit on one line."""


def _bindings() -> list[BindingType]:
    """Every key of the table; the function keys work while somebody types."""
    found: list[BindingType] = []
    for key in LEAD_KEYS:
        found.append(Binding(",".join(key.keys), f"act('{key.act}')", show=False, id=key.act))
        if key.typing:
            found.append(Binding(key.typing, f"act('{key.act}')", show=False, priority=True))
    found += [Binding(str(n), f"item({n})", show=False) for n in range(1, 10)]
    found.append(Binding("escape", "leave", show=False))
    return found


class LeadScreen(LeadFlow):
    """One person leads from here, alone if need be; guardians read along."""

    CSS_PATH = LEAD_STYLES
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = _bindings()

    def compose(self) -> ComposeResult:
        """From the top: when it ends, phases and clock, the log, what is left, the keys."""
        with Horizontal(id="head"):
            yield Static("", id="head-left", markup=False)
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
        yield Static("", id="say", markup=False)
        yield Static("", id="remember", markup=False)
        yield LogTable(with_cursor=True, enter_selects=True, id="log")
        yield Static("", id="settle", markup=False)
        yield Static("", id="message", markup=False)
        yield EntryPanel(self.desk, self.store_trouble)
        yield KeyFooter(id="keys")
        yield Banner(id="banner")
        yield QuietPicture(id="quiet")
        yield Static("", id="small", markup=False)

    def on_mount(self) -> None:
        """Draw at once, then by the clock."""
        self.look_back()
        self.paint(force=True)
        self.set_interval(TICK_S, self.tick)
        self.call_after_refresh(self.came_in)

    def on_resize(self) -> None:
        """More rows, larger figures; too few, one sentence instead of half a screen."""
        width, height = self.size
        self.set_class(height >= TALL, "-tall")
        self.set_class(height < SHORT, "-short")
        self.set_class(width >= WIDE, "-wide")
        self.set_class(width < LEAST[0] or height < LEAST[1], "-small")
        self.paint(force=True)

    def tick(self) -> None:
        """Take in what other windows did, say that somebody is here, and draw what changed."""
        if not self.is_attached:
            return
        try:
            self.desk.log.refresh()
            self.be_present()
        except StoreError as error:
            self.store_trouble(error)
        self.watch_the_hour()
        self.paint()

    def paint(self, *, force: bool = False) -> None:
        """Draw the differences: most ticks change a figure, or nothing."""
        view = lead_view(self.desk.log.case, self.desk.clock.stamp(), self.desk, self.words)
        if view != self.shown or force:
            before, self.shown = self.shown, view
            self._ring(view.clock, before.clock)
            if view.hidden and not before.hidden:
                self._put_pages_away()
            self._draw(view, before if not force else LeadView())
        self._draw_message()
        self._draw_keys()

    def _draw(self, view: LeadView, before: LeadView) -> None:
        texts = {
            "head-right": (view.ends, before.ends),
            "title": (view.title, before.title),
            "now-later": (view.now_later, before.now_later),
            "remember": (view.remember, before.remember),
            "settle": (view.to_settle, before.to_settle),
        }
        for name, (text, was) in texts.items():
            if text != was:
                self.query_one(f"#{name}", Static).update(Content(harmless(text)))
        self._draw_head()
        if (view.turn, view.follows, view.sign) != (before.turn, before.follows, before.sign):
            self._draw_turn(view)
        if view.say != before.say:
            self.query_one("#say", Static).update(Content("\n".join(view.say)))
        for name, shown in (("say", view.say), ("remember", view.remember)):
            self.query_one(f"#{name}").set_class(not shown, "-empty")
        self.query_one("#say").set_class(view.spoken, "-spoken")
        self.query_one("#settle").set_class(not view.to_settle, "-empty")
        self.query_one(PhaseList).rows = view.phases
        self._draw_clock(view.clock)
        self._draw_log(view)
        self.query_one(Banner).text = view.banner
        self.query_one(QuietPicture).sentence = view.picture_says
        self.set_class(bool(view.banner), "-banner")
        self.set_class(view.hidden, "-hidden")

    def _ring(self, face: ClockFace, before: ClockFace) -> None:
        """A bell at each threshold, where somebody has switched it on; never a calm clock's."""
        if self.desk.settings.sound and face.mark not in (before.mark, "normal") and not face.calm:
            self.app.bell()

    def _draw_head(self) -> None:
        _ = self.words
        case = self.desk.log.case
        title = _("BTI meeting")
        if case.facts.rehearsal:
            title = _("{title} · rehearsal", title=title)
        self.query_one("#head-left", Static).update(Content(title))
        small = _("The window is too small. Make it larger; the keys work all the same.")
        self.query_one("#small", Static).update(Content(small))

    def _draw_turn(self, view: LeadView) -> None:
        """On one line, or on two where the line is short."""
        between = "   " if self.size.width >= WIDE else "\n"
        now, then = harmless(view.turn), harmless(view.follows)
        now = f"{now} ◆" if view.sign else now
        line = Content.assemble((now, "$foreground"), between, (then, "$text-muted"))
        self.query_one("#turn", Static).update(line)

    def _draw_clock(self, face: ClockFace) -> None:
        digits = self.query_one(BigDigits)
        digits.text = face.figures
        for mark in ("normal", "soon", "last", "over"):
            digits.set_class(mark == face.mark and not face.calm, f"-{mark}")
        digits.set_class(face.calm, "-calm")
        self.query_one(TimeBar).show(face.share, face.mark, face.caption, calm=face.calm)

    def _draw_log(self, view: LeadView) -> None:
        _ = self.words
        table = self.query_one(LogTable)
        table.headings = LogHeadings(_("What"), _("Who"), _("When"), _("Status"))
        table.empty_text = _("Nothing is written in the log yet")
        if table.rows != view.rows:
            table.rows = view.rows
            if not table.has_focus and view.rows:
                table.go_to(view.rows[0].id)

    def _draw_message(self) -> None:
        line = self.query_one("#message", Static)
        text = self.message_now()
        line.display = bool(text)
        line.update(Content(harmless(text)))

    def _put_pages_away(self) -> None:
        """Hidden means hidden: a list or a page over this screen would still show the log."""
        while isinstance(self.app.screen, Page):
            self.app.screen.dismiss(None)

    def _draw_keys(self) -> None:
        footer = self.query_one(KeyFooter)
        panel = self.query_one(EntryPanel)
        typing = panel.form is not None
        self.set_class(typing, "-typing")
        make = form_keys if typing else footer_keys
        footer.keys, footer.last = make(self.desk.log.case, self.words)
