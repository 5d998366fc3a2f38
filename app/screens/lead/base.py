"""What every part of the lead screen stands on: the desk, one quiet line, and saving."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import work

from app.desk import Desk
from app.screens.choice_option import Option
from app.screens.lead.view import LeadView
from app.screens.papers.acts import PaperActs
from app.screens.saving import BETWEEN
from app.wording.rules import finding_words
from app.wording.speech import away_words
from app.words import Words
from phases.changes import Finding
from phases.clock import Stamp, span
from phases.commands.clock import Away, ReplanCommand
from phases.pace import USUAL_LIMIT_MINUTES, limit_told, pace

if TYPE_CHECKING:
    from app.taking_out import Taken

LIMIT_ASKED_S = 60.0
"""A window opened later than this after the limit doesn't ask: it has been asked."""


class LeadBase(PaperActs):
    """Answers `evaluate` when the family has left, else None."""

    WINDOW = "lead"

    def __init__(self, desk: Desk, words: Words) -> None:
        """For one case at one desk."""
        super().__init__(desk, words)
        self.shown = LeadView()
        self._away_since: Stamp | None = None
        self._away: list[float] = []
        """Times away (seconds) that nobody has answered for yet; the first is being asked about."""
        self._limit_told: Mapping[str, str] = {}
        self._limit_waits = False
        """The limit is reached, and somebody types: it is asked when they are done."""

    # -- being here

    def look_back(self) -> None:
        """Read who was here last, before this window's own first touch hides it."""
        now = self.desk.clock.stamp()
        self._away_since = self.desk.presence.away_since(now)
        self.others = self.desk.presence.others(now)

    def has_wall(self) -> bool:
        """Whether a wall of this case runs: then that one is projected, and this window isn't."""
        return "wall" in (self.others or ())

    def tell_taken(self, taken: Taken) -> None:
        """On a projected window neither where the file lies nor whose log it is (T4).

        With a wall nobody else sees this one; the window after the meeting tells the path, too.
        """
        if taken.path is not None and not self.has_wall():
            name = taken.path.name.removeprefix(f"{self.desk.log.case.id}-")
            told = self.words("Made: {name}, kept beside the log", name=name)
            taken = taken._replace(words=told)
        super().tell_taken(taken)

    def came_in(self) -> None:
        """After a crash, ask once about the time away (design §4.8)."""
        self.was_away(self._away_since)

    def was_away(self, since: Stamp | None) -> None:
        """Ask once what to do with the time, where any of it was counted."""
        sitting = self.desk.log.case.sitting
        if since is None or sitting is None or sitting.state != "running":
            return
        last = sitting.line.since
        now = self.desk.clock.stamp()
        away_s = min(span(since, now), span(last, now) if last else 0.0)
        if away_s > 0:
            self._away.append(away_s)
            if len(self._away) == 1:
                self.ask_away()

    @work(group="away")
    async def ask_away(self) -> None:
        """One question for each time away; until it is answered the time counts.

        One after the other: a machine that sleeps again before anybody answered would else lay
        two questions on each other.
        """
        _ = self.words
        options = (Option("count", _("Count it")), Option("out", _("Take it out, as a pause")))
        foot = _("Esc: it counts")
        while self._away:
            away_s = self._away[0]
            answer = await self.choose(away_words(away_s, _), options, foot=foot)
            if answer is not None:
                self.save_all([Away(round(away_s, 1), "out" if answer == "out" else "count")])
            del self._away[0]

    # -- the limit

    def at_a_beat(self) -> None:
        """Ten minutes before the limit a quiet line, at it one question: close, or go on (R-M9).

        Not while it is open whether the machine's sleep counts: the answer to that question
        would fall on this one. Nor while somebody types: a date's digits would agree to go on.
        """
        sitting = self.desk.log.case.sitting
        if self._away or sitting is None or sitting.state != "running":
            return
        total_s = pace(sitting, self.desk.clock.stamp()).total_s
        limit = sitting.agenda.limit_minutes
        told = limit_told(total_s, limit)
        if told is not None and self._limit_told != told:
            self._limit_told = told
            if total_s < limit * 60:
                self.say(finding_words(Finding("R-M9", told), self.words))
            self._limit_waits = limit * 60 <= total_s < limit * 60 + LIMIT_ASKED_S
        if self._limit_waits and not self._busy:
            self._limit_waits = False
            self.ask_the_limit(limit)

    @property
    def _busy(self) -> bool:
        """Somebody types or answers something else, or nothing is to be seen."""
        return self.covered or self.has_class("-typing") or self.app.screen is not self

    @work(exclusive=True, group="hour")
    async def ask_the_limit(self, minutes: int) -> None:
        """Nothing stops by itself; going on is an agreement, and is kept as one (INV-09)."""
        _ = self.words
        options = (
            Option("close", _("We round off now")),
            Option("on", _("We go on, everybody agrees")),
        )
        foot = _("Esc: not now")
        title = _("The hour is over")
        if minutes != USUAL_LIMIT_MINUTES:
            title = _("The {n} minutes are over", n=minutes)
        if await self.choose(title, options, foot=foot, unasked=True) == "on":
            self.save_all([ReplanCommand("later")])

    # -- messages

    def message_now(self) -> str:
        """The line that stands now, or that the wall is hidden; beside it how much was remarked.

        Beside it, for the one that is kept in sight by the next save is read by nobody. Not while
        the family says goodbye: the last thing they read isn't a count of remarks.
        """
        said, sitting = super().message_now(), self.desk.log.case.sitting
        if not said and sitting is not None and sitting.hidden and self.has_wall():
            said = self.words("The wall is hidden   {key}: show it", key="s")
        if sitting is not None and sitting.over and not sitting.meeting.family_left:
            return said
        count = len(self._remarks)
        told = self.words.many("{key}: {n} remark", "{key}: {n} remarks", count, key="d")
        return BETWEEN.join(filter(None, (said, told if count else "")))
