"""What every part of the lead screen stands on: the desk, one quiet line, and saving."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.screen import Screen

from app.desk import Desk
from app.keys import KeyGate
from app.screens.choice_option import Option
from app.screens.lead.saving import STUCK, Outcome, save
from app.screens.lead.view import LeadView
from app.wording.rules import finding_words, reason_words
from app.wording.speech import away_words
from app.wording.store import store_words
from app.words import Words
from data.errors import StoreError
from phases.changes import Finding
from phases.clock import Stamp, span
from phases.commands import Command
from phases.commands.clock import Away, ReplanCommand
from phases.pace import HOUR_S, HOUR_WARNING_S, pace
from phases.rules import READY_REASONS

if TYPE_CHECKING:
    from app.screens.lead.form import Form
    from app.screens.lead.forms import Forms

HOUR_ASKED_S = 60.0
"""A window opened later than this after the hour doesn't ask: it has been asked."""

TOUCH_S = 0.8
"""A window says that it is here at most this often; a little less than a beat, to miss none."""

MESSAGE_S = 8.0
"""How long a line stays, in real seconds."""


class LeadBase(Screen[str | None]):
    """Answers `evaluate` when the family has left, else None."""

    def __init__(self, desk: Desk, words: Words) -> None:
        """For one case at one desk."""
        super().__init__()
        self.desk = desk
        self.words = words
        self.shown = LeadView()
        self._gate = KeyGate(desk.monotonic)
        self._message = ""
        self._message_until = 0.0
        self._remarks: tuple[Finding, ...] = ()
        self._touched_s = -10.0
        self.alone = False
        """No other window of this case is here, as far as is known."""
        self._away_since: Stamp | None = None
        self._unsure: tuple[tuple[Command, ...], str] = ((), "")
        self._hour_told_s = 0.0

    # -- being here

    def look_back(self) -> None:
        """Read who was here last, before this window's own first touch hides it."""
        self._away_since = self.desk.presence.away_since(self.desk.clock.stamp())

    def came_in(self) -> None:
        """After a crash, ask once about the time away (design §4.8)."""
        self._ask_about(self._away_since)

    def leave(self, answer: str | None) -> None:
        """Leave properly: nobody is missing by accident, so nobody is asked about it later."""
        self.desk.presence.leave()
        self.dismiss(answer)

    def be_present(self) -> None:
        """Touch the presence file once a second; a suspend is told of by the same."""
        now_s = self.desk.monotonic()
        if now_s - self._touched_s >= TOUCH_S:
            self._touched_s = now_s
            now = self.desk.clock.stamp()
            self._ask_about(self.desk.presence.touch(now))
            self.alone = self.desk.presence.alone(now)

    def _ask_about(self, since: Stamp | None) -> None:
        sitting = self.desk.log.case.sitting
        if since is None or sitting is None or sitting.state != "running":
            return
        last = sitting.line.since
        now = self.desk.clock.stamp()
        away_s = min(span(since, now), span(last, now) if last else 0.0)
        if away_s > 0:
            self.ask_away(away_s)

    @work(exclusive=True, group="away")
    async def ask_away(self, away_s: float) -> None:
        """One question; until it is answered the time counts."""
        _ = self.words
        options = (Option("count", _("Count it")), Option("out", _("Take it out, as a pause")))
        foot = _("Esc: it counts")
        answer = await self.choose(away_words(away_s, _), options, foot=foot)
        if answer is not None:
            self.save_all([Away(round(away_s, 1), "out" if answer == "out" else "count")])

    # -- the hour

    def watch_the_hour(self) -> None:
        """At 50 minutes a quiet line, at 60 one question: close, or go on agreed (R-M9)."""
        sitting = self.desk.log.case.sitting
        if sitting is None or sitting.state != "running":
            return
        total_s = pace(sitting, self.desk.clock.stamp()).total_s
        reached = HOUR_S if total_s >= HOUR_S else HOUR_WARNING_S
        if total_s < reached or self._hour_told_s >= reached:
            return
        self._hour_told_s = reached
        if reached < HOUR_S:
            self.say(finding_words(Finding("R-M9", {"minutes": "50"}), self.words))
        elif total_s < HOUR_S + HOUR_ASKED_S:
            self.ask_the_hour()

    @work(exclusive=True, group="hour")
    async def ask_the_hour(self) -> None:
        """Nothing stops by itself; going on is an agreement, and is kept as one (INV-09)."""
        _ = self.words
        options = (
            Option("close", _("We round off now")),
            Option("on", _("We go on, everybody agrees")),
        )
        foot = _("Esc: not now")
        if await self.choose(_("The hour is over"), options, foot=foot) == "on":
            self.save_all([ReplanCommand("later")])

    # -- asking

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

    # -- messages

    def say(self, text: str) -> None:
        """One quiet line, for some seconds."""
        self._message = text
        self._message_until = self.desk.monotonic() + MESSAGE_S

    def message_now(self) -> str:
        """The line that stands now; else a quiet word that there are remarks."""
        if self.desk.monotonic() < self._message_until:
            return self._message
        count = len(self._remarks)
        told = self.words.many("{key}: {n} remark", "{key}: {n} remarks", count, key="d")
        return told if count else ""

    def store_trouble(self, error: StoreError) -> None:
        """The disk or the log is in trouble: say so, and keep what is typed."""
        self.say(store_words(error, self.words))

    def paint(self, *, force: bool = False) -> None:
        """Draw; the screen does."""

    async def open_form(self, form: Form) -> None:
        """Open one row of fields; the part that knows the panel does."""

    def forms(self) -> Forms:
        """The forms for the case as it stands; the first screen is shown before they are loaded."""
        from app.screens.lead.forms import Forms

        return Forms(self.desk.log.case, self.desk, self.words)

    # -- saving

    def keep(
        self,
        commands: Sequence[Command],
        reason: str = "",
        labels: Mapping[str, str] | None = None,
    ) -> Outcome:
        """Save; the same thing tried again after a disk that got stuck is never saved twice."""
        tried, entry_id = self._unsure
        if tried != tuple(commands):
            entry_id = self.desk.log.new_entry_id()
        outcome = save(
            self.desk, self.words, commands, reason=reason, labels=labels, entry_id=entry_id
        )
        self._unsure = (tuple(commands), entry_id) if outcome.code == STUCK else ((), "")
        return outcome

    def save_all(self, commands: Sequence[Command], reason: str = "") -> Outcome:
        """Save and say what has to be said."""
        outcome = self.keep(commands, reason)
        if outcome.words:
            self.say(outcome.words)
        elif outcome.done:
            self._message_until = 0.0
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
