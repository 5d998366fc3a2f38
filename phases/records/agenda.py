"""The agenda of a meeting: the bones of its structure, and what closes it."""

from __future__ import annotations

from typing import Literal

from phases.records.base import Part, Record
from phases.structures import Each, Item, Kind, Turn, Within, WorksOn
from phases.words import Role


class AgendaPoint(Part):
    """Something to say or make clear in a phase."""

    id: str
    needed: bool = True
    asks: bool = False
    """It is a question with an answer: Enter opens it and never ticks it."""


class AgendaColumn(Part):
    """A column of a form, and what its cells hold."""

    id: str
    kind: Kind = "text"


class AgendaForm(Part):
    """A form of a phase: the rows it begins with, and its columns."""

    id: str
    rows: tuple[str, ...] = ()
    columns: tuple[AgendaColumn, ...] = ()
    needed: bool = False
    repeats: bool = False
    wall: bool = False
    """Whether the wall may show it."""


class AgendaPhase(Part):
    """A phase as this meeting runs it: the structure's bones, without its words.

    Copied into the log when the meeting is planned, so that a structure file changed later
    doesn't change a meeting that was held.
    """

    id: str
    planned_s: float
    """Seconds; never changes once the meeting has begun."""
    droppable: bool = False
    protected: bool = False
    round: bool = False
    each: Each = "service"
    floor: tuple[Turn, ...] = ()
    settle: tuple[Item, ...] = ()
    """Built-in items, points and forms, in the order in which they come."""
    points: tuple[AgendaPoint, ...] = ()
    forms: tuple[AgendaForm, ...] = ()
    works_on: WorksOn = "none"
    describe: bool = False
    """Asks for descriptions, not interpretations (R-M10)."""
    tried: bool = False
    """What is written in the log meanwhile has been tried already (S3-10)."""
    thresholds: tuple[float, float] = (0.20, 0.05)


class Agenda(Record):
    """The phases of one meeting; its id is the meeting's."""

    structure: str
    phases: tuple[AgendaPhase, ...]
    limit_minutes: int = 60
    """Longer warns (R-P5, R-M9)."""
    next_within: Within | None = None
    next_from_plan: bool = False
    next_structure: str = ""
    inform_child: Literal["who", "who-how-when"] = "who"
    signatures: int = 0
    filing: tuple[str, ...] = ()
    minutes_by: tuple[Role, ...] = ()

    @property
    def total_s(self) -> float:
        """The planned length of the whole meeting in seconds."""
        return sum(phase.planned_s for phase in self.phases)
