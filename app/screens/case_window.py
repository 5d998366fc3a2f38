"""What every window with a desk stands on: its beat, being here, one quiet line, and saving."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from textual import work
from textual.content import Content
from textual.widgets import Static

from app.desk import Desk
from app.harmless import harmless
from app.screens.beat import keep_beat, until_next_second
from app.screens.saving import STUCK, Outcome, save
from app.screens.top_screen import TopScreen
from app.wording.store import store_words
from app.words import Words
from data.errors import StoreError
from data.presence import STALE_S
from phases.clock import Stamp
from phases.commands import Command
from phases.pace import pace

TOUCH_S = 0.8
"""A window says that it is here at most this often; a little less than a beat, to miss none."""

MESSAGE_S = 8.0
"""How long a line stays, in real seconds."""


class CaseWindow(TopScreen[str | None]):
    """A window on one case; what it shows is worked out from the log by `paint`."""

    def __init__(self, desk: Desk, words: Words) -> None:
        """For one case at one desk."""
        super().__init__()
        self.desk = desk
        self.words = words
        self.others: frozenset[str] | None = None
        """The kinds of window that others show of this case; None as long as nobody has looked."""
        self._touched_s = -10.0
        self._message = ""
        self._message_until = 0.0
        self._message_drawn = ""
        self._unsure: tuple[tuple[Command, ...], str] = ((), "")

    # -- the beat

    @work(group="beat")
    async def beat(self) -> None:
        """Draw by the clock for as long as the screen stands; the beat itself counts nothing.

        By the screen's own messages: a screen that is being taken down doesn't take them any more.
        """
        tick = partial(self.call_later, self.tick)
        await keep_beat(self._news, tick, self._until_next, self.is_alone)

    def tick(self) -> None:
        """Take in what other windows did, say that somebody is here, and draw what changed."""
        if not self.is_attached:
            return
        try:
            self.desk.log.refresh()
        except StoreError as error:
            self.store_trouble(error)
        self.be_present()
        self.at_a_beat()
        self.paint()

    def at_a_beat(self) -> None:
        """What else a window looks after; for those that do."""

    def paint(self, *, force: bool = False) -> None:
        """Draw what changed; each window does."""

    def _news(self) -> bool:
        """Whether another window saved something; that nothing can be read, the tick will tell."""
        try:
            return self.desk.log.outdated()
        except StoreError:
            return False

    def _until_next(self) -> float:
        sitting = self.desk.log.case.sitting
        if sitting is None or sitting.state != "running":
            return until_next_second(None)
        left_s = pace(sitting, self.desk.clock.stamp()).remaining_s
        return until_next_second(left_s, sitting.line.speed)

    # -- being here

    def be_present(self) -> None:
        """Touch the presence file once a second; a suspend is told of by the same."""
        now_s = self.desk.monotonic()
        ran_s = now_s - self._touched_s
        if ran_s < TOUCH_S:
            return
        self._touched_s = now_s
        now = self.desk.clock.stamp()
        try:
            since = self.desk.presence.touch(now)
        except StoreError as error:
            self.store_trouble(error)
            return
        # The moments awake before and after the sleep were not away; where this clock runs
        # through sleep (Windows), or the process itself was stopped, nothing tells them apart.
        self.was_away(since.later(ran_s) if since and ran_s < STALE_S else since)
        self.others = self.desk.presence.others(now)

    def is_alone(self) -> bool:
        """Whether no other window of this case is here, as far as is known."""
        return self.others is not None and not self.others

    def was_away(self, since: Stamp | None) -> None:
        """Nobody was here since then, or somebody was; the leader's window asks about it."""

    def leave(self, answer: str | None) -> None:
        """Leave properly: nobody is missing by accident, so nobody is asked about it later."""
        self.desk.presence.leave()
        self.dismiss(answer)

    # -- messages

    def say(self, text: str) -> None:
        """One quiet line, for some seconds."""
        self._message = text
        self._message_until = self.desk.monotonic() + MESSAGE_S

    def say_no_more(self) -> None:
        """Take the line away."""
        self._message_until = 0.0

    def message_now(self) -> str:
        """The line that stands now, if any."""
        return self._message if self.desk.monotonic() < self._message_until else ""

    def draw_message(self, text: str, *, force: bool = False) -> None:
        """Where it is another one; a line that says nothing takes no row."""
        if text != self._message_drawn or force:
            self._message_drawn = text
            line = self.query_one("#message", Static)
            line.display = bool(text)
            line.update(Content(harmless(text)))

    def store_trouble(self, error: StoreError) -> None:
        """The disk or the log is in trouble: say so, and keep what is typed."""
        self.say(store_words(error, self.words))

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
