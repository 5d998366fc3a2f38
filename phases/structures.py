"""The structure of a meeting: its phases, who has the floor, and the words that go with them.

A structure is data (`data/structures/*.toml`), checked against the models here. These models are
frozen and know no file: the loader in `data/structures` turns what they refuse into a file, a line
and a key. The parts a phase chooses among are in `structure_parts`, the texts in `structure_texts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from phases.structure_parts import (
    BUILT_IN,
    MAX_ROWS,
    ROUND_NEEDS,
    Act,
    BuiltIn,
    Column,
    Each,
    Filing,
    Flag,
    Form,
    FormRow,
    Frozen,
    Item,
    KebabId,
    Kind,
    Point,
    SayTo,
    Sources,
    Turn,
    Who,
    Within,
    WorksOn,
    misfit,
    unless_twice,
)
from phases.structure_texts import (
    MAX_TEXT,
    MAX_TITLE,
    TOKENS,
    SayTexts,
    Texts,
    Titles,
    Words,
    fill,
    text_in,
)
from phases.words import Role

__all__ = [
    "BUILT_IN",
    "MAX_LIMIT_MINUTES",
    "MAX_MINUTES",
    "MAX_PHASES",
    "MAX_ROWS",
    "MAX_TEXT",
    "MAX_TITLE",
    "MAX_TOTAL_S",
    "TOKENS",
    "Act",
    "BuiltIn",
    "Column",
    "Each",
    "Filing",
    "Form",
    "FormRow",
    "Item",
    "Kind",
    "Point",
    "Structure",
    "StructurePhase",
    "Suits",
    "Texts",
    "Titles",
    "Turn",
    "Who",
    "Within",
    "WorksOn",
    "fill",
    "text_in",
]

MAX_MINUTES: Final = 480
MAX_PHASES: Final = 50
MAX_TOTAL_S: Final = 24 * 3600.0
MAX_LIMIT_MINUTES: Final = 1440

Suits = Literal["first", "follow-up", "chain"]
"""When a structure fits: a first meeting, one after another, a link in a chain of meetings."""

Minutes = Annotated[int, Field(strict=True, ge=1, le=MAX_MINUTES)]
Share = Annotated[float, Field(strict=True, gt=0, lt=1, allow_inf_nan=False)]


class StructurePhase(Frozen):
    """One phase of a structure: its time, its floor, what it settles, and its words.

    `round` means the floor steps are gone through once for `each` service (S3-11, S3-12, S3-16),
    participant, newcomer or activity. `protected` keeps the phase's minutes in a re-plan,
    `droppable` lets a re-plan leave it out. `describe` asks for descriptions and not
    interpretations (R-M10). `tried`: what is written in the log meanwhile has been tried already
    (S3-10). `thresholds` are the shares of the allotted time at which the clock
    changes its word. `now` and `later` are shown as one line, "now – later". `say` is what is said
    aloud, `say_to` what is said instead in somebody's turn, `prompts` are questions and tips,
    `compass` is the phase's one word (S2-VET).
    """

    id: KebabId
    minutes: Minutes
    droppable: Flag = False
    protected: Flag = False
    round: Flag = False
    each: Each = "service"
    floor: Annotated[tuple[Turn, ...], Field(min_length=1, max_length=20)]
    settle: Annotated[tuple[KebabId, ...], Field(max_length=40)] = ()
    works_on: WorksOn = "none"
    describe: Flag = False
    tried: Flag = False
    thresholds: tuple[Share, Share] = (0.20, 0.05)
    title: Titles
    purpose: Texts
    now: Texts
    later: Texts
    say: SayTexts
    say_to: Annotated[tuple[SayTo, ...], Field(max_length=20)] = ()
    compass: Words | None = None
    prompts: Annotated[tuple[Texts, ...], Field(max_length=6)] = ()
    points: Annotated[tuple[Point, ...], Field(max_length=20)] = ()
    forms: Annotated[tuple[Form, ...], Field(max_length=8)] = ()
    sources: Sources = ()

    @property
    def planned_s(self) -> float:
        """The planned length in seconds."""
        return self.minutes * 60.0

    @property
    def items(self) -> tuple[Item, ...]:
        """All there is to settle: as listed, then the points and forms that are not listed."""
        own = (*(p.id for p in self.points), *(f.id for f in self.forms))
        return tuple(dict.fromkeys((*self.settle, *own)))

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        first, second = self.thresholds
        if second >= first:
            raise misfit("thresholds", "thresholds", "must fall: the first above the second")
        self._round_fits()
        if self.droppable and self.protected:
            raise misfit("droppable", "droppable", "can't be droppable and protected at once")
        self._said_to_them()
        unless_twice(self.settle, "settle.{}")
        known = (*BUILT_IN, *(p.id for p in self.points), *(f.id for f in self.forms))
        for number, item in enumerate(self.settle):
            if item not in known:
                what = "is not an item, nor a point or form of this phase"
                raise misfit("no-such-item", f"settle.{number}", what, known, item)
        return self

    def _said_to_them(self) -> None:
        unless_twice((each.who for each in self.say_to), "say_to.{}.who")
        turns = [turn.who for turn in self.floor]
        for number, each in enumerate(self.say_to):
            if each.who not in turns:
                path, what = f"say_to.{number}.who", "has no turn in this phase's floor"
                raise misfit("no-such-turn", path, what, turns, each.who)

    def _round_fits(self) -> None:
        if not self.round:
            if self.each != "service":
                raise misfit("round", "each", "needs round = true")
            return
        needed = ROUND_NEEDS.get(self.each)
        if needed is not None and all(turn.who != needed for turn in self.floor):
            # One sentence a kind, so that the words of the first release stay as they were.
            whose = "a service" if needed == "service" else f'who = "{needed}"'
            raise misfit("round", "round", f"needs a turn of {whose} in its floor")


class Structure(Frozen):
    """A meeting structure: phases in order, what it calls an activity, and how it is closed.

    `single_service_minutes` are the minutes proposed instead, per phase id, when only one service
    takes part: two rounds of ten minutes are too long for one (S3 has no number for it). `about`
    is the picker's line, `suits` when it fits; `aims` and `attitude` are shown before the start
    and in the first phase. A meeting longer than `limit_minutes` warns (R-M9, R-P5).
    """

    id: KebabId
    version: Annotated[int, Field(strict=True, ge=1, le=10_000)]
    activity_label: Literal["activity", "measure"]
    title: Titles
    about: Texts | None = None
    suits: Annotated[tuple[Suits, ...], Field(max_length=3)] = ()
    aims: Annotated[tuple[Texts, ...], Field(max_length=4)] = ()
    attitude: Annotated[tuple[Texts, ...], Field(max_length=3)] = ()
    limit_minutes: Annotated[int, Field(strict=True, ge=1, le=MAX_LIMIT_MINUTES)] = 60
    next_within: Within | None = None
    next_from_plan: Flag = False
    """The next meeting stands in the year's plan (R-E3)."""
    next_structure: KebabId | None = None
    """The meeting that follows in a chain, where the outcome isn't that it is closed."""
    inform_child: Literal["who", "who-how-when"] = "who"
    signatures: Annotated[int, Field(strict=True, ge=0, le=10)] = 0
    filing: Annotated[tuple[Filing, ...], Field(max_length=10)] = ()
    minutes_by: Annotated[tuple[Role, ...], Field(max_length=8)] = ()
    """Who is responsible for the minutes."""
    sources: Sources = ()
    phases: Annotated[tuple[StructurePhase, ...], Field(min_length=1, max_length=MAX_PHASES)]
    single_service_minutes: dict[str, Minutes] = Field(default_factory=dict)

    @property
    def total_s(self) -> float:
        """The planned length of the whole meeting in seconds."""
        return sum(phase.planned_s for phase in self.phases)

    def phase(self, phase_id: str) -> StructurePhase:
        """The phase with this id.

        Raises:
            KeyError: no phase has it.
        """
        for phase in self.phases:
            if phase.id == phase_id:
                return phase
        raise KeyError(phase_id)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        seen: set[str] = set()
        for number, phase in enumerate(self.phases):
            if phase.id in seen:
                raise misfit("doubled", f"phases.{number}.id", "is the id of an earlier phase")
            seen.add(phase.id)
        taken = set(BUILT_IN)
        for path, each in self._own_ids():
            if each in taken:
                what = "is the id of an item, or of another point or form"
                raise misfit("doubled", path, what)
            taken.add(each)
        for phase_id in self.single_service_minutes:
            if phase_id not in seen:
                path = f"single_service_minutes.{phase_id}"
                raise misfit("no-such-phase", path, "no phase has this id", sorted(seen), phase_id)
        unless_twice((filing.id for filing in self.filing), "filing.{}.id")
        if self.total_s > MAX_TOTAL_S:
            raise misfit("too-long", "phases", "the phases last longer than 24 hours in all")
        return self

    def _own_ids(self) -> Iterator[tuple[str, str]]:
        """The ids of points and forms with their places: a tick names one of them alone."""
        for number, phase in enumerate(self.phases):
            for place, point in enumerate(phase.points):
                yield f"phases.{number}.points.{place}.id", point.id
            for place, form in enumerate(phase.forms):
                yield f"phases.{number}.forms.{place}.id", form.id
