"""A paper: what stands on it, in order, before anybody has chosen a format.

Every text in here is shown as it stands: no format may take it for markup, a formula or a path.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from phases.words import Language


class Block(BaseModel):
    """A piece of a paper; silent about its content, as records are."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    def __repr__(self) -> str:
        """The class alone: nothing about a child reaches a traceback."""
        return f"{type(self).__name__}()"

    __str__ = __repr__


class Heading(Block):
    """A heading. No level is skipped: PDF/UA refuses that, and so does a screen reader's user."""

    type: Literal["heading"] = "heading"
    text: str
    level: Literal[1, 2] = 1
    """Below the paper's own title."""


class Text(Block):
    """A paragraph."""

    type: Literal["text"] = "text"
    text: str
    weight: Literal["normal", "strong", "small"] = "normal"
    """`small` is what a law or a routine wants said and nobody reads aloud."""


class Facts(Block):
    """What is said of one thing, a line each: label, value."""

    type: Literal["facts"] = "facts"
    rows: tuple[tuple[str, str], ...]


class Table(Block):
    """Rows under column heads."""

    type: Literal["table"] = "table"
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Each as long as the head."""
    title: str = ""
    """What a screen reader says of it."""
    shares: tuple[int, ...] = ()
    """How wide the columns are to each other; empty: alike."""
    framed: bool = False
    """A form's table: every cell framed, the empty ones with room to write by hand."""
    csv: bool = False
    """Whether it is the list that a spreadsheet gets."""


class Bullets(Block):
    """A short list."""

    type: Literal["bullets"] = "bullets"
    items: tuple[str, ...]
    boxes: bool = False
    """With a box to tick before each."""
    ticked: tuple[int, ...] = ()
    """Which of them (from 0) are ticked."""


class Signatures(Block):
    """Lines to sign on paper; a typed name is no signature (S4-08, L22)."""

    type: Literal["signatures"] = "signatures"
    rows: tuple[tuple[str, str], ...]
    """Who, and the day they signed on paper; empty: a line to write on."""
    head: tuple[str, str, str]
    """What the columns are called: who, signature, date."""


class Span(Block):
    """One activity in a timeline."""

    label: str
    who: str
    first: date
    last: date | None = None
    """None: goes on."""
    symbol: str = ""
    """How it went, as a sign beside the word: colour is never alone."""
    word: str = ""


class Timeline(Block):
    """The log as a picture: activities from–to, and the days on which people met."""

    type: Literal["timeline"] = "timeline"
    title: str
    head: tuple[str, str, str, str]
    """What the table under it calls its columns: what, who, when, how it went."""
    spans: tuple[Span, ...]
    met: tuple[date, ...] = ()
    met_word: str = ""
    """What those days are called in a line under the picture: "Meetings"."""
    first: date
    last: date
    alt: str
    """The picture in a sentence, for who doesn't see it."""


class Bar(Block):
    """One phase in `TimeBars`; seconds."""

    label: str
    planned_s: float
    used_s: float


class TimeBars(Block):
    """Planned against used time for each phase."""

    type: Literal["bars"] = "bars"
    title: str
    head: tuple[str, str, str]
    """Phase, planned, used."""
    bars: tuple[Bar, ...]
    alt: str


AnyBlock = Annotated[
    Heading | Text | Facts | Table | Bullets | Signatures | Timeline | TimeBars,
    Field(discriminator="type"),
]


Letters = Literal["small", "usual", "larger", "large"]
"""`large` or `larger` is what a family takes home; `small`, with narrow margins, what has to stand
on one page."""


class Paper(Block):
    """A whole paper."""

    kind: str
    title: str
    subtitle: str = ""
    language: Language
    case: str
    """The log's id. It stands in the file's name and properties, where no name may stand."""
    made: datetime
    """When the log was last written in (UTC), and not now: the same log makes the same bytes."""
    blocks: tuple[AnyBlock, ...]
    foot: str = ""
    """One line at the foot of each page."""
    letters: Letters = "usual"

    @property
    def name(self) -> str:
        """What a file's properties call it: what it is, and of which log where it may be told."""
        named = self.case if self.case not in self.title.split() else ""
        return " · ".join(part for part in (self.title, named) if part)
