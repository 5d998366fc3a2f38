"""A meeting with its agenda, its events and the clock they make: what most questions are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from phases.records import Agenda, AgendaPhase, Event, Meeting
from phases.timeline import UNDERWAY, Timeline, timeline
from phases.words import MeetingState


@dataclass(frozen=True)
class Sitting:
    """One meeting as it stands; pure, and the same however its events came in."""

    meeting: Meeting
    agenda: Agenda
    events: Sequence[Event] = ()
    """What happened and was not undone, in order."""

    @cached_property
    def line(self) -> Timeline:
        """The clock."""
        return timeline(self.events)

    @property
    def state(self) -> MeetingState:
        """Planned, running, paused, closed, broken-off or cancelled."""
        return "cancelled" if self.meeting.cancelled else self.line.state

    @property
    def underway(self) -> bool:
        """Begun and not ended."""
        return self.state in UNDERWAY

    @property
    def over(self) -> bool:
        """Closed or broken off: the family part is done (R-E10)."""
        return self.state in ("closed", "broken-off")

    @property
    def phase(self) -> AgendaPhase | None:
        """The phase that runs, or None outside the meeting."""
        return next((p for p in self.agenda.phases if p.id == self.line.phase), None)

    @property
    def to_come(self) -> tuple[AgendaPhase, ...]:
        """The phases after the present one, without those a re-plan dropped."""
        phases = self.agenda.phases
        if not self.line.phase:
            return () if self.over else phases
        ids = [p.id for p in phases]
        if self.line.phase not in ids:
            return ()
        place = ids.index(self.line.phase)
        return tuple(p for p in phases[place + 1 :] if p.id not in self.line.dropped)

    @property
    def before(self) -> AgendaPhase | None:
        """The nearest earlier phase that was not dropped."""
        ids = [p.id for p in self.agenda.phases]
        if self.line.phase not in ids:
            return None
        earlier = self.agenda.phases[: ids.index(self.line.phase)]
        kept = [p for p in earlier if p.id not in self.line.dropped]
        return kept[-1] if kept else None

    @property
    def hidden(self) -> bool:
        """Whether the wall shows the quiet picture."""
        for event in reversed(self.events):
            if event.kind in ("hide", "show"):
                return event.kind == "hide"
        return False

    @cached_property
    def left_early(self) -> frozenset[str]:
        """Participants who aren't here: gone (R-M18), or expected later; and not come since.

        Before it begins whoever comes later comes as the others do: is invited, and planned for.
        """
        gone = set(self.meeting.later if self.line.started is not None else ())
        for event in self.events:
            if event.kind == "leave":
                gone.add(event.args["who"])
            elif event.kind == "arrive":
                gone.discard(event.args["who"])
        return frozenset(gone)

    @cached_property
    def not_from_the_start(self) -> frozenset[str]:
        """Who wasn't here when it began: expected later, or first told of by their coming."""
        first: dict[str, str] = {}
        for event in self.events:
            came = event.kind == "arrive" and not event.args.get("here")
            if came or event.kind == "leave":
                first.setdefault(event.args["who"], event.kind)
        came_first = (who for who, kind in first.items() if kind == "arrive")
        return frozenset((*came_first, *self.meeting.later))
