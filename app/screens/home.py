"""Home: today's meeting, large and calm, and nothing about anybody else (R-S6, design §8)."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import tzinfo
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from app.screens.home_lines import (
    about,
    faults_line,
    rows,
    some_look_alike,
    what_enter_does,
)
from app.screens.home_pages import HomePages
from app.screens.home_today import HomeChoice, HomeKind, HomeRoom, TodaysMeeting, in_order
from app.widgets.big_digits import BigDigits
from app.widgets.cursor_keys import UP_AND_DOWN
from app.widgets.key_footer import FooterKey, KeyFooter
from app.widgets.plain import one_line
from app.widgets.too_small import FLAT, TINY, TooSmall
from app.wording.capital import capital
from app.wording.refusals import refusal_words
from app.wording.store import placed_words, store_words
from app.words import Words
from data.caselog import Seat
from data.clock import meeting_zone
from data.errors import StoreError
from data.vault import Vault
from phases.changes import Refusal
from phases.clock import Clock
from phases.showing_dates import long_date
from phases.structures import Structure
from phases.words import Unit

__all__ = ["HomeChoice", "HomeScreen"]

LOOK_AGAIN_S = 60.0
"""How often home looks for what other windows did; coming back to it looks at once."""


class HomeScreen(HomePages):
    """Shows today's meeting and posts `Chosen`; the application opens what was chosen.

    It stays beneath the window that is opened, and looks anew when it is uncovered.
    """

    CSS_PATH = "home.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, TINY), (40, "-narrow")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, FLAT), (12, "-roomy")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", show=False),
        Binding("e", "open('setup')", show=False),
        Binding("v", "cases", show=False),
        Binding("d", "due", show=False),
        Binding("n", "new_meeting", show=False),
        Binding("f", "open('prepare')", show=False),
        Binding("c", "new", show=False),
        Binding("l", "language", show=False),
        *UP_AND_DOWN,
        Binding("question_mark,f1", "help", show=False),
        Binding("q", "quit", show=False),
    ]

    class Chosen(Message):
        """Somebody wants to open a case; handled by the application, `on_home_screen_chosen`."""

        def __init__(self, choice: HomeChoice) -> None:
            """What was chosen."""
            super().__init__()
            self.choice = choice

    def __init__(
        self,
        vault: Vault,
        words: Words,
        who: str,
        clock: Clock,
        *,
        structures: Mapping[str, Structure] | None = None,
        zone: tzinfo | None = None,
        unit: Unit = "school",
        notes: Sequence[str] = (),
        seat: Seat | None = None,
    ) -> None:
        """Over the cases of `vault`; `unit` is what a new case begins with.

        `notes` are what is to be said of the folder; `seat` knows the closed days.
        """
        super().__init__()
        if structures is None:
            from data.structures import shipped

            structures = shipped()
        self.room = HomeRoom(vault, clock, structures, zone or meeting_zone(), who, seat=seat)
        self.words = words
        self.unit = unit
        self._placed = placed_words(notes, words)
        self.meetings: tuple[TodaysMeeting, ...] = ()
        """Today's, as shown."""
        self._at: int | None = None
        """Which of them is chosen."""
        self._faults = 0
        """How many cases can't be opened."""

    def compose(self) -> ComposeResult:
        """The date, the time of the meeting, where it is, and what Enter does."""
        with Vertical(id="home"):
            yield Static("", id="home-date", markup=False)
            yield BigDigits(id="home-time")
            yield Static("", id="home-place", markup=False)
            yield Static("", id="home-what", markup=False)
            with Center():
                yield Static("", id="home-others", markup=False)
            yield Static("", id="home-next", markup=False)
            yield Static("", id="home-faults", markup=False)
            yield Static("", id="home-folder", markup=False)
        yield KeyFooter(last=FooterKey("?", self.words("help"), action="help"))
        yield TooSmall(self.words)

    def on_mount(self) -> None:
        """The date at once, the meeting as soon as it is found."""
        self._show(looking=True)
        self.look()
        self.set_interval(LOOK_AGAIN_S, self.look)

    def on_screen_resume(self) -> None:
        """Another window was open over this one: what it did shows."""
        self.look()

    def look(self) -> None:
        """Look for today's meetings, case by case, so that a full vault holds up no key."""
        if self.is_attached:
            self.run_worker(self._look(), group="look", exclusive=True)

    async def _look(self) -> None:
        found = []
        try:
            ids = self.room.ids()
        except StoreError as error:
            self._say(store_words(error, self.words))
            return
        for case_id in ids:
            meeting = self.room.meeting(case_id)
            if meeting is not None:
                found.append(meeting)
            await asyncio.sleep(0)
        self._take(in_order(found))
        # Whether it is one of today's can't be known: it is told, without saying which it is.
        self._faults = self.room.faults(ids)
        self._show()

    def _take(self, meetings: tuple[TodaysMeeting, ...]) -> None:
        """Show these; the cursor stays with its meeting, and with none where two look alike."""
        at = self.meeting.case_id if self.meeting else ""
        self.meetings = meetings
        ids = [meeting.case_id for meeting in meetings]
        self._at = ids.index(at) if at in ids else 0
        if not meetings or some_look_alike(meetings, self.words):
            self._at = None

    @property
    def meeting(self) -> TodaysMeeting | None:
        """The one that Enter opens; None where two look alike and it has to be asked."""
        return None if self._at is None else self.meetings[self._at]

    # -- what is shown

    def _show(self, *, looking: bool = False) -> None:
        _ = self.words
        today = self.room.context().today
        self._say(capital(long_date(today, _.language)), "#home-date")
        meeting = self.meeting
        time = self.query_one(BigDigits)
        time.text = f"{meeting.at:%H:%M}" if meeting and meeting.at else ""
        time.display = bool(time.text)
        others = self.query_one("#home-others", Static)
        others.update(rows(self.meetings, self._at, _))
        faults = self.query_one("#home-faults", Static)
        faults.update(Content(faults_line(self._faults, _)))
        faults.display = bool(self._faults)
        self._say(self._placed, "#home-folder")
        self.query_one("#home-folder").display = bool(self._placed)
        if meeting is None and self.meetings:
            self._say(_("Several meetings today"), "#home-place")
            self._say("", "#home-what")
            alike = _("Some of them look alike. {key}: choose by the name of the log", key="Enter")
            self._say(alike)
        elif meeting is None:
            self._say("" if looking else _("No BTI meeting today"), "#home-place")
            quiet = "" if looking else _("Meetings on other days are shown after a key.")
            self._say(quiet, "#home-what")
            self._say("")
        else:
            self._say(meeting.place or _("BTI meeting"), "#home-place")
            self._say(about(meeting, self.room.structures, _), "#home-what")
            self._say(what_enter_does(meeting, _))
        self.query_one(KeyFooter).keys = self._keys()

    def _say(self, text: str, where: str = "#home-next") -> None:
        self.query_one(where, Static).update(Content(one_line(text)))

    def _keys(self) -> tuple[FooterKey, ...]:
        _ = self.words
        here = bool(self.meetings)
        return (
            FooterKey("Enter", _("open it"), here, "open"),
            FooterKey("f", _("prepare"), action="open('prepare')"),
            FooterKey("n", _("new"), action="new_meeting"),
            FooterKey("d", _("deadlines"), action="due"),
            FooterKey("v", _("all logs"), action="cases"),
            FooterKey("q", _("quit"), action="quit"),
        )

    # -- what is done

    def action_move(self, step: int) -> None:
        """Another of today's meetings."""
        if self._at is not None:
            self._at = (self._at + step) % len(self.meetings)
            self._show()

    def action_open(self, kind: HomeKind | None = None) -> None:
        """Ask for the meeting's window, or for its set-up."""
        if self.meeting is not None:
            self.choose(HomeChoice(kind or self.meeting.kind, self.meeting.case_id))
        elif self.meetings:
            self.ask_which(self.meetings, kind)
        elif kind == "prepare":
            # One of another day stands behind the same list as a new one.
            self.action_new_meeting()

    async def action_language(self) -> None:
        """The next of nynorsk, bokmål and English, here and in what is opened from here."""
        self.words = self.words.next()
        await self.recompose()
        self._show()

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit(0)

    def choose(self, choice: HomeChoice | None) -> None:
        """Post it, or say why it can't be opened."""
        if choice is None:
            return
        fault = self._fault(choice)
        if fault:
            self._say(fault)
        else:
            self.post_message(self.Chosen(choice))

    def _fault(self, choice: HomeChoice) -> str:
        """Why this can't be opened, told here before another window is in the way."""
        try:
            case = self.room.case(choice.case_id)
        except StoreError as error:
            return store_words(error, self.words)
        if choice.kind == "lead" and case.sitting is None:
            return refusal_words(Refusal("no-meeting"), self.words)
        return ""
