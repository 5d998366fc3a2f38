"""Pictures of a log in whole cells: blocks and lines that every terminal has, and no colour."""

from __future__ import annotations

from math import ceil
from typing import Final

from rich.cells import cell_len

from app.papers.formats.pictures import Drawn, Tick, drawn, longest_s, met_days, minutes
from app.papers.paper import Bar, Span, TimeBars, Timeline
from app.widgets.plain import cut, fit, fit_right, wrap_words
from phases.showing_dates import short_date

MET: Final = "◆"
BAR: Final = "━"
ON: Final = "▶"
"""It goes on; nobody has said until when."""
THROUGH: Final = "┊"
"""A day on which people met, seen through the rows."""
USED, LEFT, OVER = "█", "░", "▒"
"""Used time, planned time that wasn't used, and what went beyond the plan."""
NARROWEST: Final = 20
WIDEST: Final = 120
"""Cells of a picture that can be read."""
LONGEST: Final = 28
"""Cells for the name of a part."""


def picture_lines(blocks: tuple[Timeline | TimeBars, ...], language: str, width: int) -> list[str]:
    """Title and lines of each, with an empty line between; none narrower than can be read."""
    width = max(NARROWEST, width)
    lines: list[str] = []
    for block in blocks:
        drawn = (
            timeline_lines(block, language, width)
            if isinstance(block, Timeline)
            else bars_lines(block, width)
        )
        lines += [*([""] if lines else []), block.title, *drawn]
    return lines


def timeline_lines(block: Timeline, language: str, width: int) -> list[str]:
    """A name and a bar for each activity, under the months and the days on which people met."""
    places = drawn(block, language)
    met = [_cell(tick.at, width) for tick in places.met]
    ticks = (*places.ticks, Tick(1.0, short_date(block.last, language)))
    lines = [_ticks(ticks, width), _line("─", met, MET, width)]
    for span, place in zip(block.spans, places.spans, strict=True):
        bar = list(_line(" ", met, THROUGH, width))
        first, last = _cell(place.start, width), max(ceil(place.end * width) - 1, 0)
        for cell in range(first, max(first, last) + 1):
            bar[cell] = BAR
        if span.last is None:
            bar[-1] = ON
        lines += [_named(span, width), "".join(bar)]
    return [*lines, *_legend(block, places, width)]


def _named(span: Span, width: int) -> str:
    """What and who; how it has gone at the right, by sign and by word."""
    told = cut(f"{span.symbol} {span.word}".strip(), max(0, width // 2))
    room = width - cell_len(told) - (2 if told else 0)
    return fit(f"{span.label} – {span.who}", room) + ("  " if told else "") + told


def _legend(block: Timeline, places: Drawn, width: int) -> list[str]:
    if not places.met:
        return []
    return wrap_words(f"{MET} {met_days(block)}", width)


def _cell(at: float, width: int) -> int:
    return min(width - 1, max(0, int(at * width)))


def _line(track: str, marks: list[int], mark: str, width: int) -> str:
    return "".join(mark if cell in marks else track for cell in range(width))


def _ticks(ticks: tuple[Tick, ...], width: int) -> str:
    """The names over the axis, none over its edge; one that would run into another is left out."""
    line = ""
    for tick in ticks:
        wide = cell_len(tick.label)
        at = min(_cell(tick.at, width), width - wide)
        if at >= len(line) + bool(line):
            line = line.ljust(at) + tick.label
    return line.ljust(width)


def bars_lines(block: TimeBars, width: int) -> list[str]:
    """A part a line: used time as a bar against the planned, and both in figures."""
    rows = [(bar.label, _figures(bar.used_s, bar.planned_s), bar) for bar in block.bars]
    head = f"{block.head[2]} / {block.head[1]}"
    figures = max([cell_len(told) for _label, told, _bar in rows] + [cell_len(head)])
    label = min(LONGEST, max([cell_len(name) for name, _told, _bar in rows] + [4]))
    room = max(4, width - label - figures - 4)
    scale = room / longest_s(block)
    lines = [fit(block.head[0], label + room + 4) + fit_right(head, figures)]
    for name, told, bar in rows:
        lines.append(f"{fit(name, label)}  {_bar(bar, scale, room)}  {fit_right(told, figures)}")
    return lines


def _bar(bar: Bar, scale: float, room: int) -> str:
    used, planned = round(bar.used_s * scale), round(bar.planned_s * scale)
    within = min(used, planned)
    told = USED * within + LEFT * (planned - within) + OVER * (used - within)
    return told[:room].ljust(room)


def _figures(used_s: float, planned_s: float) -> str:
    return f"{minutes(used_s)} / {minutes(planned_s)}"
