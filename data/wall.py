"""All that the wall may know of a case: picked field by field, and its only access to one.

A screen that holds no case can't show what it was never handed (design §8). Every field of a
`WallView` is written down here by hand; a record that gets a new field, or comes from a newer
program with one, adds nothing to it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import NamedTuple

from data.caselog import CaseLog
from data.errors import StoreError
from data.presence import STALE_S, Presence
from data.wall_parts import (
    WallLine,
    lines_to_read,
    wall_forms,
    wall_goals,
    wall_lines,
    wall_measures,
    wall_walk,
)
from phases.baton import Baton, baton_told
from phases.case import Case
from phases.clock import Stamp, span
from phases.floor import Called, Floor, called, floor
from phases.leaving_out import masked
from phases.log_parts import FormTable, GoalLine, MeasureLine, WalkLine, working_on
from phases.pace import pace
from phases.reading_times import kept_time
from phases.shown_clock import ShownClock, shown_clock
from phases.signs import fresh_sign
from phases.sitting import Sitting
from phases.structures import Structure
from phases.words import MeetingState

GOODBYE_S = 1800.0
"""After this long a meeting that is over has been left, whether or not anybody noted it."""


class WallView(NamedTuple):
    """The wall at one instant: facts, for which the screen finds the words."""

    structure: str = ""
    """Which structure's words the phase has; an id, never shown."""
    phase: str = ""
    """Which of its phases runs; an id, never shown."""
    unit: str = "school"
    rehearsal: bool = False
    state: MeetingState | None = None
    """None: no meeting is planned."""
    planned_at: datetime | None = None
    """Before the start: when it was planned (UTC)."""
    meeting_day: date | None = None
    """Dates within a year of it are told without their year."""
    ends_at: datetime | None = None
    """Rounded up to the minute (UTC); never how late that is."""
    clock: ShownClock = ShownClock()
    turn: Called | None = None
    follows: Called | None = None
    challenge: str = ""
    """The shared challenge, once it has been agreed."""
    lines: tuple[WallLine, ...] = ()
    """The saved log, the newest first."""
    walk: tuple[WalkLine, ...] = ()
    """The walk-through, while the meeting is at it; that something wasn't reached is not told."""
    goals: tuple[GoalLine, ...] = ()
    """What everybody stands behind and what the family wants, while the meeting is at goals."""
    measures: tuple[MeasureLine, ...] = ()
    """What was agreed here, while the meeting works on that."""
    forms: tuple[FormTable, ...] = ()
    """The forms of the phase that say that they may be shown (`wall = true`), and no other."""
    read: tuple[WallLine, ...] = ()
    """The page to read aloud, while the meeting has come to that."""
    baton: Baton | None = None
    """Who carries it, from when that is known."""
    next_on: date | None = None
    """After the end: when we meet again."""
    next_at: time | None = None
    """The time of day, where the log keeps one."""
    banner: bool = False
    """The viddevakt has just given a sign, and it isn't the family that has the floor."""
    hidden: bool = False
    """Only the quiet picture; then nothing else of this is filled in but `paused`."""
    paused: bool = False
    blank: bool = False
    """The family has left; nothing else of this is filled in but `state`.

    A log that was closed because a consent was taken back is blank too, and has no state."""
    waiting: bool = False
    """No news for too long: no clock, no turn, no end is filled in."""


class _Steady(NamedTuple):
    """What follows from the case alone, and is the same until somebody saves something."""

    view: WallView
    turns: Floor


def wall_view(
    case: Case,
    structures: Mapping[str, Structure],
    now: Stamp,
    *,
    calm_seconds: bool = False,
    waiting: bool = False,
    steady: _Steady | None = None,
) -> WallView:
    """What the wall may know now; `calm_seconds` as in the settings.

    `steady` is what `_steady` found of this very case before: each tick needs only the time.
    """
    return _at(case, steady or _steady(case, structures), now, calm_seconds, waiting)


def _steady(case: Case, structures: Mapping[str, Structure]) -> _Steady:
    case = masked(case)
    sitting = case.sitting
    if sitting is None or sitting.hidden:
        return _Steady(WallView(), Floor())
    turns = floor(case, sitting)
    begun = sitting.underway or sitting.over
    planned = sitting.state == "planned"
    again = sitting.meeting.next_meeting if sitting.over else None
    works_on = working_on(sitting, structures.get(sitting.agenda.structure))
    view = WallView(
        structure=sitting.agenda.structure,
        phase=sitting.line.phase,
        unit=case.facts.unit,
        rehearsal=case.facts.rehearsal,
        state=sitting.state,
        planned_at=sitting.meeting.at if planned else None,
        meeting_day=sitting.meeting.at.date() if sitting.meeting.at else None,
        turn=called(turns.now, case) if turns.now else None,
        follows=called(turns.following, case) if turns.following else None,
        challenge=sitting.meeting.challenge if sitting.underway else "",
        # While people come in, the room may still be somebody else's.
        lines=wall_lines(case, sitting, works_on) if begun else (),
        walk=wall_walk(case, sitting) if works_on == "walk-through" else (),
        goals=wall_goals(case, sitting) if works_on == "goals" else (),
        measures=wall_measures(case, sitting) if works_on == "measures" else (),
        forms=wall_forms(case, sitting),
        read=lines_to_read(case, sitting),
        baton=baton_told(case, sitting),
        next_on=again.on if again else None,
        next_at=kept_time(again.at) if again else None,
        paused=sitting.state == "paused",
    )
    return _Steady(view, turns)


def _at(case: Case, steady: _Steady, now: Stamp, calm_seconds: bool, waiting: bool) -> WallView:
    sitting = case.sitting
    if sitting is None:
        return steady.view
    if case.facts.locked:
        return WallView(blank=True)
    if _gone(sitting, now):
        return WallView(blank=True, state=sitting.state)
    if sitting.hidden:
        return WallView(hidden=True, paused=sitting.state == "paused")
    if waiting:
        return steady.view._replace(turn=None, follows=None, read=(), waiting=True)
    at = pace(sitting, now)
    calm = steady.turns.calm and not calm_seconds
    return steady.view._replace(
        ends_at=None if sitting.over else at.end_shown,
        clock=shown_clock(sitting, at, calm=calm),
        banner=fresh_sign(sitting, now) == "banner",
    )


def _gone(sitting: Sitting, now: Stamp) -> bool:
    """Whether the family has left: it was noted, or the end is long ago."""
    ended = sitting.line.ended if sitting.over else None
    return sitting.meeting.family_left or (ended is not None and span(ended, now) > GOODBYE_S)


class WallCase:
    """One case as the wall has it. What its screen gets from here is a `WallView`, no more.

    News is a new entry in the log, or a touch of the presence file by a leader's window. A meeting
    that is led by commands or a script has no such window: then there is nobody to wait for, and
    the log alone says what the clock shows. So it is after a leader has left properly, for the
    meeting goes on in the log; and where a clock event is newer than the last touch, for then
    somebody else leads. Touches are compared with each other and not with this machine's clock,
    which on a shared folder may be another one's.
    """

    def __init__(
        self,
        log: CaseLog,
        presence: Presence,
        structures: Mapping[str, Structure],
        monotonic: Callable[[], float],
        *,
        calm_seconds: bool = False,
    ) -> None:
        """`monotonic` gives real seconds; `calm_seconds` is the setting."""
        self._log = log
        self._presence = presence
        self._structures = structures
        self._monotonic = monotonic
        self._calm_seconds = calm_seconds
        self._steady: tuple[Case, _Steady] | None = None
        self._leader: Stamp | None = None
        self._news_s: float | None = None
        self._read_s = monotonic()
        self._touched_s: float | None = None
        self.alone = False
        """No other window of this case is here, as far as is known."""

    def outdated(self) -> bool:
        """Whether there may be something new; that nothing can be read is no news."""
        try:
            return self._log.outdated()
        except StoreError:
            return False

    def refresh(self, now: Stamp, touch_s: float) -> None:
        """Take in what others saved, and say and ask who is here, every `touch_s` at most.

        Trouble with the store is not told: its words are for the leader, and the wall waits.
        """
        at_s = self._monotonic()
        try:
            new = self._log.refresh()
            self._read_s = at_s
        except StoreError:
            new = False
        due = self._touched_s is None or at_s - self._touched_s >= touch_s
        if due:
            self._touched_s = at_s
            # Where its folder can't be written to, the wall is not known to be here.
            with contextlib.suppress(StoreError):
                self._presence.touch(now)
            self.alone = not self._presence.others(now)
        if (due and self._leader_moved(now)) or new:
            self._news_s = at_s

    def _leader_moved(self, now: Stamp) -> bool:
        """Whether a leader's window was heard of since; at first, whether lately."""
        before, self._leader = self._leader, self._presence.seen("lead")
        if self._leader is None or self._leader == before:
            return False
        return before is not None or span(self._leader, now) <= STALE_S

    def view(self, now: Stamp) -> WallView:
        """The wall now."""
        case = self._log.case
        if self._steady is None or self._steady[0] is not case:
            self._steady = case, _steady(case, self._structures)
        waiting = self._waiting(case.sitting)
        return wall_view(
            case,
            self._structures,
            now,
            calm_seconds=self._calm_seconds,
            waiting=waiting,
            steady=self._steady[1],
        )

    def countdown(self, now: Stamp) -> tuple[float | None, float]:
        """Seconds left while a clock runs (else None), and how fast they pass."""
        sitting = self._log.case.sitting
        if sitting is None or sitting.state != "running":
            return None, 1.0
        return pace(sitting, now).remaining_s, sitting.line.speed

    def real_s(self) -> float:
        """Real seconds, for what moves by itself; never for the meeting."""
        return self._monotonic()

    def leave(self) -> None:
        """Left properly."""
        self._presence.leave()

    def _waiting(self, sitting: Sitting | None) -> bool:
        """Whether there was no news for too long, of a log or a leader that there should be."""
        now_s = self._monotonic()
        if now_s - self._read_s > STALE_S:
            return True
        if sitting is None or not sitting.underway or self._leader is None:
            return False
        since = sitting.line.since
        if since is not None and span(self._leader, since) > STALE_S:
            return False
        return self._news_s is None or now_s - self._news_s > STALE_S
