"""Home: today's meeting, large and calm, and nothing about anybody else (R-S6, design §8)."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import tzinfo
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from app.screens.home_today import HomeChoice, HomeKind, HomeRoom, TodaysMeeting, in_order
from app.screens.keys_line import keys_line
from app.widgets.big_digits import BigDigits
from app.widgets.key_footer import FooterKey, KeyFooter
from app.widgets.plain import one_line
from app.wording.refusals import refusal_words
from app.wording.states import state_words
from app.wording.store import store_words
from app.words import Words
from data.errors import StoreError
from data.vault import Vault
from phases.changes import Refusal
from phases.clock import Clock
from phases.showing_dates import clock_time, long_date
from phases.structures import Language, Structure, text_in
from phases.words import Unit

__all__ = ["HomeChoice", "HomeScreen"]

LOOK_AGAIN_S = 60.0
"""How often home looks for what other windows did; coming back to it looks at once."""


class HomeScreen(Screen[None]):
    """Shows today's meeting and posts `Chosen`; the application opens what was chosen.

    It stays beneath the window that is opened, and looks anew when it is uncovered.
    """

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", show=False),
        Binding("e", "open('setup')", show=False),
        Binding("v", "cases", show=False),
        Binding("c,n", "new", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
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
    ) -> None:
        """Over the cases of `vault`; `unit` is what a new case begins with."""
        super().__init__()
        if structures is None:
            from data.structures import shipped

            structures = shipped()
        self._room = HomeRoom(vault, clock, structures, zone or _oslo(), who)
        self._words = words
        self._unit: Unit = unit
        self.meetings: tuple[TodaysMeeting, ...] = ()
        """Today's, as shown."""
        self._at = 0

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
        yield KeyFooter(last=FooterKey("?", self._words("help"), action="help"))

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
            ids = self._room.ids()
        except StoreError as error:
            self._say(store_words(error, self._words))
            return
        for case_id in ids:
            try:
                meeting = self._room.meeting(case_id)
            except StoreError:
                # A case that can't be read is no news for today; "all logs" tells which it is.
                meeting = None
            if meeting is not None:
                found.append(meeting)
            await asyncio.sleep(0)
        self.meetings = in_order(found)
        self._at = min(self._at, max(0, len(self.meetings) - 1))
        self._show()

    @property
    def meeting(self) -> TodaysMeeting | None:
        """The one that Enter opens."""
        return self.meetings[self._at] if self.meetings else None

    # -- what is shown

    def _show(self, *, looking: bool = False) -> None:
        _ = self._words
        today = self._room.context().today
        self._say(long_date(today, _.language).capitalize(), "#home-date")
        meeting = self.meeting
        time = self.query_one(BigDigits)
        time.text = f"{meeting.at:%H:%M}" if meeting and meeting.at else ""
        time.display = bool(time.text)
        if meeting is None:
            self._say("" if looking else _("No BTI meeting today"), "#home-place")
            quiet = "" if looking else _("Meetings on other days are shown after a key.")
            self._say(quiet, "#home-what")
            self._say("", "#home-others")
            self._say("")
        else:
            self._say(meeting.place or _("BTI meeting"), "#home-place")
            self._say(self._about(meeting), "#home-what")
            self.query_one("#home-others", Static).update(self._others())
            self._say(self._next(meeting))
        self.query_one(KeyFooter).keys = self._keys(meeting)

    def _say(self, text: str, where: str = "#home-next") -> None:
        self.query_one(where, Static).update(Content(one_line(text)))

    def _about(self, meeting: TodaysMeeting) -> str:
        _ = self._words
        parts = []
        if meeting.structure in self._room.structures:
            structure = self._room.structures[meeting.structure]
            parts.append(text_in(structure.title, cast("Language", _.language))[0])
        parts.append(_.many("{n} minute", "{n} minutes", meeting.minutes))
        if meeting.ends is not None:
            parts.append(_("Finished about {time}", time=clock_time(meeting.ends, _.language)))
        return " · ".join(parts)

    def _others(self) -> Content:
        """One line for each meeting today, where there are several; the time is enough."""
        if len(self.meetings) < 2:
            return Content("")
        lines = []
        for number, meeting in enumerate(self.meetings):
            at = clock_time(meeting.at, self._words.language) if meeting.at else ""
            mark = "▶" if number == self._at else " "
            state = state_words(meeting.state, self._words)
            style = "$now bold" if number == self._at else "$text-muted"
            lines.append(Content.styled(f"{mark} {at}  {one_line(meeting.place)}  {state}", style))
        return Content("\n").join(lines)

    def _next(self, meeting: TodaysMeeting) -> str:
        _ = self._words
        if meeting.state in ("running", "paused"):
            return _("The meeting is under way. {key}: go on leading", key="Enter")
        if meeting.kind == "evaluate":
            return _("The meeting is finished. {key}: evaluate it", key="Enter")
        return _("{key}: lead the meeting", key="Enter")

    def _keys(self, meeting: TodaysMeeting | None) -> tuple[FooterKey, ...]:
        _ = self._words
        here = meeting is not None
        return (
            FooterKey("Enter", _("open"), here, "open"),
            FooterKey("e", _("prepare"), here, "open('setup')"),
            FooterKey("c", _("new log"), action="new"),
            FooterKey("v", _("all logs"), action="cases"),
            FooterKey("q", _("quit"), action="quit"),
        )

    # -- what is done

    async def on_key_footer_pressed(self, event: KeyFooter.Pressed) -> None:
        """A click on the footer is the key."""
        event.stop()
        await self.run_action(event.action)

    def action_move(self, step: int) -> None:
        """Another of today's meetings."""
        if self.meetings:
            self._at = (self._at + step) % len(self.meetings)
            self._show()

    def action_open(self, kind: HomeKind | None = None) -> None:
        """Ask for the meeting's window, or for its set-up."""
        if self.meeting is not None:
            self._choose(HomeChoice(kind or self.meeting.kind, self.meeting.case_id))

    def action_cases(self) -> None:
        """Everything in the vault, for whoever asks for it."""
        from app.screens.home_cases import CasesPage

        self.app.push_screen(CasesPage(self._room, self._words), self._choose)

    def action_new(self) -> None:
        """A new case, and its set-up at once."""
        from app.screens.home_cases import NewCasePage

        self.app.push_screen(NewCasePage(self._room, self._words, self._unit), self._choose)

    def action_help(self) -> None:
        """What the keys do."""
        from app.screens.text_page import TextPage

        _ = self._words
        paragraphs = (
            ("", _("Here stands today's meeting. It can be shown to everybody in the room.")),
            ("Enter", _("Opens the meeting. One that is under way goes on where it was.")),
            ("e", _("People, consents, place, time and minutes.")),
            ("c", _("A new log, for a new meeting.")),
            ("v", _("The names of all logs. Look that nobody else sees the screen.")),
        )
        self.app.push_screen(TextPage(_("Help"), paragraphs, foot=keys_line(("Esc", _("close")))))

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit(0)

    def _choose(self, choice: HomeChoice | None) -> None:
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
            case = self._room.case(choice.case_id)
        except StoreError as error:
            return store_words(error, self._words)
        if choice.kind == "lead" and case.sitting is None:
            return refusal_words(Refusal("no-meeting"), self._words)
        return ""


def _oslo() -> tzinfo:
    from zoneinfo import ZoneInfo

    return ZoneInfo("Europe/Oslo")
