"""What a phase of a structure is put together from: turns, items to settle, points, forms.

The models are frozen and know no file. A new structure chooses among these parts; none has code
of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Final, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from phases.structure_texts import Texts, Titles

Who = Literal[
    "leader",
    "family",
    "teacher",
    "family-and-teacher",
    "service",
    "relay-holder",
    "summariser",
    "everyone",
    "others",
    "newcomer",
    "unit",
    "owner",
    "child",
    "guardians",
]
"""Who has the floor. The family is guardians and a child who is present (S3-06).

`unit` is teacher, educator and head. `others` are all but the family and the interpreter; after a
turn of the unit's, all but them as well. `owner` is who is responsible for the activity of the
round. In a round over participants `everyone`, `others` and `newcomer` mean the one whose turn the
round has come to.
"""

Act = Literal[
    "lead", "introduce", "tell", "ask", "answer", "think", "offer", "choose", "read", "sum-up"
]
"""What the one who has the floor does with it."""

Each = Literal["service", "participant", "other", "newcomer", "activity"]
"""What a round goes through: the services; the family and then each other person; each one who
isn't family; each newcomer; each activity that was open when the phase began (S0-21, S0-23)."""

ROUND_NEEDS: Final[dict[Each, Who]] = {
    "service": "service",
    "participant": "everyone",
    "other": "others",
    "newcomer": "newcomer",
}
"""Whose turn a round over these must hold; a walk through activities may leave it to anybody."""

BuiltIn = Literal[
    "introductions",
    "consent-told",
    "covered",
    "writer",
    "viddevakt",
    "family-first",
    "services-heard",
    "challenge",
    "walk-through",
    "goals",
    "offers",
    "choice",
    "decided-by",
    "relay-holder",
    "measures",
    "measures-described",
    "everyone-active",
    "assess-dates",
    "read-aloud",
    "next-meeting",
    "half-year-plan",
    "outcome",
    "inform-child",
    "distribution",
    "feedback",
    "staff-stay",
]
"""What a phase may have to settle by a record of its own."""

BUILT_IN: Final[tuple[str, ...]] = get_args(BuiltIn)

Item = str
"""What a phase has to settle: one of `BUILT_IN`, or the id of one of its points or forms."""

WorksOn = Literal[
    "activities",
    "walk-through",
    "offers",
    "decision",
    "goals",
    "measures",
    "forms",
    "closing",
    "none",
]
"""The part of the log that stands open for editing in a phase."""

Kind = Literal["text", "yes-no", "participant", "date"]
"""What a cell of a form holds."""

RowWho = Literal["", "unit", "child", "guardians", "others"]
"""Whose row of a form it is (S4's tables)."""

MAX_ROWS: Final = 30

Flag = Annotated[bool, Field(strict=True)]
KebabId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]
RowId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
SourceId = Annotated[str, Field(pattern=r"^S[0-4]-([0-9]+[a-z]?|[A-ZÆØÅ]+)$")]
Sources = Annotated[tuple[SourceId, ...], Field(max_length=100)]
"""The elements of the sources (`S0-01`, `S2-VET`) that a part realises."""


class Frozen(BaseModel):
    """Frozen; an unknown key is an error; the validator is built when it is first needed."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Turn(Frozen):
    """One step of the floor: who, and what they do with it (`service` asks, `family` answers)."""

    who: Who
    act: Act


class SayTo(Frozen):
    """What is said when this one's turn comes, in place of the phase's two sentences.

    They introduce the whole phase: "after that, the teacher tells" must not stand there still
    while the teacher tells.
    """

    who: Who
    text: Texts


class Within(Frozen):
    """The latest day of the next meeting, counted from this one: weeks or months (R-E1, R-E2)."""

    weeks: Annotated[int, Field(strict=True, ge=1, le=52)] | None = None
    months: Annotated[int, Field(strict=True, ge=1, le=24)] | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if (self.weeks is None) == (self.months is None):
            raise misfit("within", "", "must be weeks or months, one of them")
        return self


class Point(Frozen):
    """Something to say, ask or make clear: a tick with words of its own."""

    id: KebabId
    text: Texts
    question: Texts | None = None
    """Where it is for the people here to answer, and not for the leader to tick."""
    quite: Flag = False
    """The other answer than yes is “not quite”, and not “no”."""
    needed: Flag = True
    sources: Sources = ()


class FormRow(Frozen):
    """A row of a form that has words of its own, or is somebody's."""

    id: RowId
    who: RowWho = ""
    title: Titles | None = None


class Column(Frozen):
    """A column of a form, and what its cells hold."""

    id: KebabId
    title: Titles
    kind: Kind = "text"


class Form(Frozen):
    """A small table to fill in; one row and one column make a single text.

    Its rows are listed, or there are `blank_rows` empty ones, called `1`, `2`, `3` …; without
    either there is one. `repeats` lets rows be added. A form isn't shown on the wall unless it
    says `wall`.
    """

    id: KebabId
    title: Titles
    needed: Flag = False
    wall: Flag = False
    repeats: Flag = False
    rows: Annotated[tuple[FormRow, ...], Field(max_length=MAX_ROWS)] = ()
    blank_rows: Annotated[int, Field(strict=True, ge=0, le=MAX_ROWS)] = 0
    columns: Annotated[tuple[Column, ...], Field(min_length=1, max_length=8)]
    sources: Sources = ()

    @property
    def row_ids(self) -> tuple[str, ...]:
        """The rows it begins with."""
        if self.rows:
            return tuple(row.id for row in self.rows)
        return tuple(str(number + 1) for number in range(self.blank_rows or 1))

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.rows and self.blank_rows:
            raise misfit("rows", "blank_rows", "can't stand beside rows")
        unless_twice((row.id for row in self.rows), "rows.{}.id")
        unless_twice((column.id for column in self.columns), "columns.{}.id")
        return self


class Filing(Frozen):
    """A place where the minutes are filed, to be ticked (R-E17)."""

    id: KebabId
    title: Titles
    sources: Sources = ()


def unless_twice(ids: Iterable[str], path: str) -> None:
    """Refuse an id that stands twice; `path` has a place for its number in the list."""
    seen: set[str] = set()
    for number, each in enumerate(ids):
        if each in seen:
            raise misfit("doubled", path.format(number), "stands twice")
        seen.add(each)


def misfit(
    kind: str, path: str, what: str, choices: Sequence[str] = (), value: str = ""
) -> PydanticCustomError:
    """An error about keys that don't fit together; pydantic knows no place for it, so we do.

    `value` is what stood there in place of one of the choices.
    """
    context = {"kind": kind, "path": path, "what": what, "choices": list(choices), "value": value}
    return PydanticCustomError("misfit", "{what}", context)
