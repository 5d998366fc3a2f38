"""Which meetings home may show: today's, or one that is under way (R-S6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Literal

from data.caselog import CaseLog, Seat
from data.errors import DamagedError, NewerError, StoreError
from data.vault import CaseState, Listed, Vault
from phases.case import Case
from phases.clock import Clock
from phases.commands.afterwards import QUESTIONS
from phases.context import Context
from phases.pace import pace
from phases.rules import asked_at
from phases.rules_ask import Ask
from phases.structures import Structure
from phases.words import MeetingState

if TYPE_CHECKING:
    from phases.due import Due

HomeKind = Literal["lead", "setup", "evaluate", "after", "notes", "prepare", "new-meeting", "text"]


@dataclass(frozen=True)
class HomeChoice:
    """What somebody chose at home: which window to open, over which case."""

    kind: HomeKind
    case_id: str
    opens: str = ""
    """What is opened in the window at once, or where it begins; empty: as it always does."""


@dataclass(frozen=True)
class TodaysMeeting:
    """A meeting as home may show it: no name, no case id, no text from the log."""

    case_id: str
    """For opening it; never shown."""
    at: datetime | None
    """When it begins or began, local time; None where it began without a plan."""
    ends: datetime | None
    """When it will be over, as far as is known now; local time."""
    place: str
    structure: str
    """The structure's id."""
    unit: str
    """Whose words its title may hold."""
    minutes: int
    state: MeetingState
    evaluated: bool = False
    """The staff have written something of how it was run."""

    @property
    def kind(self) -> HomeKind:
        """What Enter opens."""
        if self.state not in ("closed", "broken-off"):
            return "lead"
        return "after" if self.evaluated else "evaluate"


class HomeRoom:
    """The cases of a vault, opened once and then only followed."""

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        structures: Mapping[str, Structure],
        zone: tzinfo,
        who: str = "",
        *,
        seat: Seat | None = None,
    ) -> None:
        self.vault = vault
        self.clock = clock
        self.structures = structures
        self.zone = zone
        self.who = who
        self._seat = seat or Seat(window="lead", who=who, zone=zone)
        self._open: dict[str, CaseLog] = {}
        self._faults: dict[str, CaseState] = {}

    def ids(self) -> tuple[str, ...]:
        """Every case. Raises DiskError."""
        return tuple(listed.id for listed in self.vault.list())

    def meeting(self, case_id: str) -> TodaysMeeting | None:
        """The meeting of this case if home may show it; a case that can't be opened is noted."""
        try:
            found = todays_meeting(self.case(case_id), self.context())
        except StoreError as error:
            self._faults[case_id] = _state(error)
            return None
        self._faults.pop(case_id, None)
        return found

    def faults(self, ids: Iterable[str]) -> int:
        """How many of these cases couldn't be opened when they were last looked at."""
        return sum(case_id in self._faults for case_id in ids)

    def listed(self) -> tuple[Listed, ...]:
        """Every case, with what opening it has shown beyond its first line. Raises DiskError."""
        return tuple(
            each._replace(state=self._faults[each.id])
            if each.state == "whole" and each.id in self._faults
            else each
            for each in self.vault.list()
        )

    def case(self, case_id: str) -> Case:
        """A case as it is now. Raises StoreError."""
        log = self._open.get(case_id)
        if log is None:
            log = self.vault.open(case_id, self.clock, self.structures, self._seat)
            self._open[case_id] = log
        else:
            log.refresh()
        return log.case

    def log(self, case_id: str) -> CaseLog:
        """The log of a case, as it is now. Raises StoreError."""
        self.case(case_id)
        return self._open[case_id]

    def due(self) -> tuple[tuple[str, Due], ...]:
        """What is due in every case that can be opened, by day. Raises DiskError."""
        from phases.due import due

        found: list[tuple[str, Due]] = []
        for case_id in self.ids():
            try:
                case = self.case(case_id)
            except StoreError as error:
                self._faults[case_id] = _state(error)
                continue
            found += [(case_id, each) for each in due(case, self._open[case_id].context())]
        return tuple(sorted(found, key=lambda row: (row[1].on, row[0], row[1])))

    def context(self, new_id: Callable[[], str] = str) -> Context:
        """Now, for asking a rule or making a case."""
        return Context(
            now=self.clock.stamp(),
            new_id=new_id,
            zone=self.zone,
            structures=self.structures,
            who=self.who,
        )


def _state(error: StoreError) -> CaseState:
    if isinstance(error, DamagedError):
        return "damaged"
    return "newer" if isinstance(error, NewerError) else "unreadable"


def in_order(found: list[TodaysMeeting]) -> tuple[TodaysMeeting, ...]:
    """One that is under way first, then by time; what is over comes last."""
    rank = {"running": 0, "paused": 0, "planned": 1}
    never = datetime.max
    return tuple(
        sorted(
            found,
            key=lambda m: (
                rank.get(m.state, 2),
                m.at.replace(tzinfo=None) if m.at else never,
                m.case_id,
            ),
        )
    )


def todays_meeting(case: Case, ctx: Context) -> TodaysMeeting | None:
    """The newest meeting, unless R-S6 or a cancellation keeps it off the screen."""
    sitting = case.sitting
    ask = Ask(case, ctx)
    if sitting is None or sitting.state == "cancelled":
        return None
    if any(rule.check(ask) is not None for rule in asked_at("home")):
        return None
    planned_s = sitting.agenda.total_s
    begins = sitting.meeting.at
    if sitting.line.started is not None:
        begins = sitting.line.started.utc
    return TodaysMeeting(
        case_id=case.id,
        at=begins.astimezone(ctx.zone) if begins else None,
        ends=_ends(case, ctx, planned_s),
        place=sitting.meeting.place,
        structure=sitting.agenda.structure,
        unit=case.facts.unit,
        minutes=round(planned_s / 60),
        state=sitting.state,
        evaluated=_evaluated(case, sitting.meeting.id),
    )


def usual_window(case: Case, ctx: Context) -> HomeKind:
    """What a log is opened for now, if nothing else is said."""
    sitting = case.sitting
    if sitting is None or sitting.state == "cancelled":
        return "setup"
    if sitting.over:
        return "after"
    at = sitting.meeting.at
    today = at is not None and at.astimezone(ctx.zone).date() == ctx.today
    return "lead" if sitting.underway or today else "prepare"


def _evaluated(case: Case, meeting: str) -> bool:
    said = case.evaluations.get(meeting)
    return said is not None and any(getattr(said, question) for question in QUESTIONS)


def _ends(case: Case, ctx: Context, planned_s: float) -> datetime | None:
    """The projected end while it runs, the planned one before; None once it is over."""
    sitting = case.sitting
    if sitting is None or sitting.over:
        return None
    if sitting.underway:
        return pace(sitting, ctx.now).end_shown.astimezone(ctx.zone)
    if sitting.meeting.at is None:
        return None
    return (sitting.meeting.at + timedelta(seconds=planned_s)).astimezone(ctx.zone)
