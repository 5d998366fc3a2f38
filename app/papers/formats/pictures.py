"""What a picture says in figures: where it is drawn, and the table that stands beside it.

Every format draws with its own means, from the same figures; and each has the table, since nobody
is to need the picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from app.papers.paper import Span, Table, TimeBars, Timeline
from phases.date_names import SHORT_MONTHS
from phases.showing_dates import numeric_date, short_date

TICKS = 8
"""At most so many names under a time axis: more would run into each other."""


LAST = 0.95
"""No name begins so near the right edge that it would leave the page."""


NAME = 0.1
"""As much of the width as a name takes."""


class Place(NamedTuple):
    """From where to where something reaches, in shares of the width (0 to 1)."""

    start: float
    end: float


class Tick(NamedTuple):
    """A name under the axis."""

    at: float
    label: str


class Drawn(NamedTuple):
    """A timeline in shares of its width."""

    spans: tuple[Place, ...]
    """In the order of the block's spans."""
    met: tuple[Tick, ...]
    ticks: tuple[Tick, ...]


def drawn(block: Timeline, language: str) -> Drawn:
    """Where each span, meeting and month of a timeline stands."""

    def share(day: date) -> float:
        days = max(1, (block.last - block.first).days + 1)
        return round(min(1.0, max(0.0, (day - block.first).days / days)), 4)

    def after(day: date) -> float:
        """Where that day ends: something of one day is seen, too."""
        return min(1.0, round(share(day) + 1 / max(1, (block.last - block.first).days + 1), 4))

    spans = (Place(share(s.first), after(s.last) if s.last else 1.0) for s in block.spans)
    return Drawn(
        tuple(Place(place.start, max(place)) for place in spans),
        tuple(Tick(share(day), short_date(day, language)) for day in block.met),
        tuple(_apart(Tick(share(day), name) for day, name in _named(block, language))),
    )


def timeline_table(block: Timeline) -> Table:
    """The same as the picture, in rows."""
    rows = tuple(
        (
            span.label,
            span.who,
            _days(span),
            f"{span.symbol} {span.word}".strip(),
        )
        for span in block.spans
    )
    return Table(head=block.head, rows=rows, title=block.title, shares=(4, 3, 3, 3))


def _days(span: Span) -> str:
    if span.last == span.first:
        return numeric_date(span.first)
    return f"{numeric_date(span.first)}–{numeric_date(span.last) if span.last else ''}"


def met_days(block: Timeline) -> str:
    """The days of the meetings in a line, which the picture shows as broken lines."""
    days = ", ".join(numeric_date(day) for day in block.met)
    return f"{block.met_word}: {days}" if block.met_word and days else days


def bars_table(block: TimeBars) -> Table:
    """The same as the picture, in rows of minutes and seconds."""
    rows = tuple((bar.label, minutes(bar.planned_s), minutes(bar.used_s)) for bar in block.bars)
    return Table(head=block.head, rows=rows, title=block.title, shares=(3, 1, 1))


def minutes(seconds: float) -> str:
    """As a clock shows it: "10:00"."""
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02d}"


def longest_s(block: TimeBars) -> float:
    """What the longest bar stands for, never 0 (seconds)."""
    return max((max(bar.planned_s, bar.used_s) for bar in block.bars), default=0.0) or 1.0


def _apart(ticks: Iterable[Tick]) -> Iterator[Tick]:
    """Those that don't run into the one before, nor off the page."""
    reached = -NAME
    for tick in ticks:
        if reached + NAME <= tick.at < LAST:
            reached = tick.at
            yield tick


def _named(block: Timeline, language: str) -> list[tuple[date, str]]:
    """The days that are named: firsts of months as far as there is room, else where it begins."""
    first, last = block.first, block.last
    months = list(_firsts(first, last))
    for step in (1, 2, 3, 6, 12):
        some = [day for day in months if (day.month - 1) % step == 0]
        if len(some) <= TICKS:
            break
    if len(some) < 2:
        ends = dict.fromkeys((first, *some, *([] if some else [last])))
        return [(day, short_date(day, language)) for day in ends]
    return [(day, _month(day, language, year=at == 0)) for at, day in enumerate(some[:TICKS])]


def _month(day: date, language: str, *, year: bool) -> str:
    name = SHORT_MONTHS[language][day.month - 1]
    return f"{name} {day.year}" if year or day.month == 1 else name


def _firsts(first: date, last: date) -> Iterator[date]:
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        day = date(year, month, 1)
        if day >= first:
            yield day
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
