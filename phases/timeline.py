"""What the clock events of a meeting add up to (design §4.1-§4.3, §4.8).

Nobody counts ticks: every second is the span between two stored stamps, or between the last of
them and now. Seconds are those of the meeting: a rehearsal's speed has been multiplied in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Literal, NamedTuple

from phases.clock import Stamp, span
from phases.records import Event
from phases.words import MeetingState

CLOCK_KINDS = frozenset(
    {
        *("start", "next", "back", "pause", "resume", "minute", "replan", "away", "close"),
        *("break-off", "consent-withdraw"),
    }
)
"""The kinds of event that move the clock; all others only happened.

A consent taken back stops it at once, by the same event: sharing must not go on between two
entries (R-C6).
"""

NOTHING: Mapping[str, float] = MappingProxyType({})
"""No seconds in any phase."""

UNDERWAY: frozenset[MeetingState] = frozenset({"running", "paused"})


YEAR_S = 366 * 86400.0
"""No rehearsal is longer; a clock set to another century must not run off the calendar."""


class Run(NamedTuple):
    """One stretch of a phase; *back* opens a new one, and totals add up."""

    phase: str
    started: Stamp
    ended: Stamp | None = None
    used_s: float = 0.0
    paused_s: float = 0.0

    def add(self, state: MeetingState, seconds: float) -> Run:
        """This run with `seconds` more, spent in `state`."""
        if state == "paused":
            return self._replace(paused_s=self.paused_s + seconds)
        return self._replace(used_s=self.used_s + seconds)


class Timeline(NamedTuple):
    """The clock of one meeting, as its events tell it."""

    state: MeetingState = "planned"
    runs: tuple[Run, ...] = ()
    """In order; the last one is open while the meeting is under way."""
    since: Stamp | None = None
    """The last clock event: until then everything is counted."""
    speed: float = 1.0
    replanned: Mapping[str, float] = NOTHING
    """Seconds a re-plan added to a phase; negative where it took some."""
    given: Mapping[str, float] = NOTHING
    """Seconds given minute by minute."""
    dropped: frozenset[str] = frozenset()
    end_later_s: float = 0.0
    other_day: bool = False
    """Whether it began on another local day than planned, so that the plan's hour says nothing."""

    @property
    def phase(self) -> str:
        """The phase that runs or is paused; empty outside the meeting."""
        return self.runs[-1].phase if self.state in UNDERWAY and self.runs else ""

    @property
    def started(self) -> Stamp | None:
        """When the meeting began."""
        return self.runs[0].started if self.runs else None

    @property
    def ended(self) -> Stamp | None:
        """When it was closed or broken off."""
        return self.runs[-1].ended if self.runs else None

    def at(self, now: Stamp) -> Timeline:
        """This timeline with the open stretch counted up to `now`."""
        if self.since is None or self.state not in UNDERWAY:
            return self
        return _counted(self, now)

    def used_s(self, phase: str) -> float:
        """Seconds of talk in this phase, over all its runs."""
        return sum(run.used_s for run in self.runs if run.phase == phase)

    def paused_s(self, phase: str) -> float:
        """Seconds of pause in this phase, over all its runs."""
        return sum(run.paused_s for run in self.runs if run.phase == phase)

    def begun(self, phase: str) -> bool:
        """Whether this phase has had a run."""
        return any(run.phase == phase for run in self.runs)

    def clock_time(self, now: Stamp) -> datetime:
        """The time of day in the meeting's world: UTC, or a rehearsal's faster clock."""
        if self.speed == 1.0 or self.started is None:
            return now.utc
        seconds = min(span(self.started, now, self.speed), YEAR_S)
        return self.started.utc + timedelta(seconds=seconds)


def _counted(line: Timeline, now: Stamp) -> Timeline:
    """Everything up to `now` put on the open run."""
    if line.since is None or line.state not in UNDERWAY:
        return line._replace(since=now)
    seconds = span(line.since, now, line.speed)
    return line._replace(runs=(*line.runs[:-1], line.runs[-1].add(line.state, seconds)), since=now)


def timeline(events: Iterable[Event]) -> Timeline:
    """The clock that these events add up to; the undone ones are already left out."""
    line = Timeline()
    for event in events:
        # Without the start (redacted) there is no clock to move, and nothing to show wrongly.
        if event.kind in CLOCK_KINDS and (line.runs or event.kind == "start"):
            line = _after(_counted(line, event.at), event)
    return line


def _after(line: Timeline, event: Event) -> Timeline:  # noqa: PLR0911 - one a kind of event
    """The clock after one event."""
    args = event.args
    match event.kind:
        case "start":
            run = Run(args["to"], event.at)
            return line._replace(
                state="running",
                runs=(run,),
                speed=args.get("speed", 1.0),
                other_day=args.get("other_day", False),
            )
        case "next" | "back":
            ended = line.runs[-1]._replace(ended=event.at)
            return line._replace(runs=(*line.runs[:-1], ended, Run(args["to"], event.at)))
        case "pause":
            return line._replace(state="paused")
        case "resume":
            return line._replace(state="running")
        case "minute":
            return line._replace(given=_plus(line.given, {args["phase"]: args["seconds"]}))
        case "replan":
            return line._replace(
                replanned=_plus(line.replanned, args.get("delta", {})),
                dropped=line.dropped | frozenset(args.get("dropped", ())),
                end_later_s=line.end_later_s + args.get("end_later_s", 0.0),
            )
        case "away":
            return _taken_out(line, args.get("out_s", 0.0))
        case "consent-withdraw" if stops(event) != "meeting":
            return line._replace(state="paused") if stops(event) else line
        case _:
            state: MeetingState = "closed" if event.kind == "close" else "broken-off"
            ended = line.runs[-1]._replace(ended=event.at)
            return line._replace(state=state, runs=(*line.runs[:-1], ended))


def stops(event: Event) -> Literal["clock", "meeting"] | None:
    """Whether this event halts the clock, or ends the meeting."""
    if event.kind in ("close", "break-off"):
        return "meeting"
    if event.kind == "pause":
        return "clock"
    told = event.args.get("stops") if event.kind == "consent-withdraw" else None
    return told if told in ("clock", "meeting") else None


def _taken_out(line: Timeline, out_s: float) -> Timeline:
    """Time away becomes a pause: never more than the open run has used."""
    run = line.runs[-1]
    out_s = min(out_s, run.used_s)
    moved = run._replace(used_s=run.used_s - out_s, paused_s=run.paused_s + out_s)
    return line._replace(runs=(*line.runs[:-1], moved))


def _plus(before: Mapping[str, float], more: Mapping[str, float]) -> dict[str, float]:
    return {k: before.get(k, 0.0) + more.get(k, 0.0) for k in (*before, *more)}
