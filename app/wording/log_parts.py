"""The part of the log that a phase works on, as rows of a table in one language: pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from app.widgets.log_table import TableRow
from app.widgets.part_rows import PartRow
from app.wording.cells import cell_words
from app.wording.form_titles import FormTitles
from app.wording.states import (
    EFFECT_SYMBOLS,
    decision_words,
    effect_words,
    goal_status_words,
)
from phases.showing_dates import short_date

if TYPE_CHECKING:
    from app.words import Words
    from phases.log_parts import Cell, FormTable, GoalLine, MeasureLine, WalkLine
    from phases.words import Effect

WALK: Final = "walk:"
"""Before an activity's id, the id of its row in the walk-through."""

FORM: Final = "form:"
"""Before a form and a row of it, the id of that row: `form:situation:child`."""

NOW: Final = "▶"
THEN: Final = "·"

DECISION_SYMBOLS: Final[Mapping[str, str]] = {"continue": "▸", "adjust": "~", "end": "✓"}


class Part(NamedTuple):
    """Rows with the words above them."""

    heading: PartRow | None
    rows: tuple[TableRow, ...]


def walk_part(
    lines: Iterable[WalkLine], _: Words, effects: Mapping[str, Effect] | None = None
) -> Part:
    """The walk-through; how each has gone only where `effects` are handed in (design §8)."""
    heads = [_("What"), _("Who"), *([] if effects is None else [_("How it has gone")])]
    shares = (4, 3, 3) if effects is None else (4, 2, 3, 3)
    rows = []
    for line in lines:
        told = [] if effects is None else [_effect(effects.get(line.id), _)]
        mark = NOW if line.now else THEN
        cells = (f"{mark} {line.what}", line.who, *told, _decision(line.decision, effects, _))
        rows.append(PartRow(f"{WALK}{line.id}", cells, shares, "now" if line.now else "plain"))
    return Part(PartRow("", (*heads, _("From here on")), shares, "head"), tuple(rows))


def goals_part(lines: Iterable[GoalLine], _: Words) -> Part:
    """What each wants to reach, and all together."""
    shares = (5, 2, 2)
    rows = []
    for line in lines:
        who = _("Everybody") if line.shared else line.who
        status = f"✓ {goal_status_words(line.status, _)}" if line.status == "reached" else ""
        rows.append(PartRow(line.id, (line.text, who, status), shares))
    head = (_("What we want to reach"), _("Who"), "")
    return Part(PartRow("", head, shares, "head"), tuple(rows))


def measures_part(lines: Iterable[MeasureLine], _: Words) -> Part:
    """What is agreed, with what it consists of and its period."""
    shares = (5, 2, 3)
    rows = tuple(
        PartRow(line.id, (_measure(line), line.who, _period(line, _)), shares) for line in lines
    )
    return Part(PartRow("", (_("What"), _("Who"), _("When")), shares, "head"), rows)


def forms_rows(
    tables: Sequence[FormTable], titles: Mapping[str, FormTitles], _: Words
) -> tuple[PartRow, ...]:
    """The forms one under the other, each with its title; one of a single text takes a row."""
    return tuple(row for table in tables for row in _form(table, titles.get(table.id), _))


def _form(table: FormTable, titles: FormTitles | None, _: Words) -> tuple[PartRow, ...]:
    """One form. Where its structure's file has gone, its ids stand in for its words."""
    said = titles or FormTitles(table.id, {}, {})
    if len(table.lines) == len(table.columns) == 1:
        line = table.lines[0]
        return (_row(table, line.id, (said.title, *_texts(line.cells, _)), named=True),)
    named = any(said.rows.get(line.id) for line in table.lines)
    heads = tuple(said.columns.get(column, column) for column in table.columns)
    if named:
        above = _row(table, "", (said.title, *heads), named=True)._replace(look="head")
        cells = ((said.rows.get(line.id, line.id), *_texts(line.cells, _)) for line in table.lines)
        rows = zip(table.lines, cells, strict=True)
        return (above, *(_row(table, line.id, texts, named=True) for line, texts in rows))
    title = PartRow(f"{FORM}{table.id}", (said.title,), look="section")
    above = _row(table, "", heads, named=False)._replace(look="head")
    return (title, above, *_blank_rows(table, _))


def _blank_rows(table: FormTable, _: Words) -> Iterator[PartRow]:
    """Rows without a name: those that are filled, and the first that isn't, by its number."""
    offered = False
    for number, line in enumerate(table.lines, 1):
        cells = _texts(line.cells, _)
        if any(cells):
            yield _row(table, line.id, cells, named=False)
        elif not offered:
            offered = True
            yield _row(table, line.id, (str(number), *cells[1:]), named=False)


def _row(table: FormTable, row: str, cells: tuple[str, ...], *, named: bool) -> PartRow:
    texts = len(cells) - named
    # A row's title is a few words, and what is written in it a sentence or two.
    shares = (max(2, texts), *(3,) * texts) if named else (3,) * texts
    return PartRow(f"{FORM}{table.id}:{row}", cells, shares)


def _texts(cells: Iterable[Cell], _: Words) -> tuple[str, ...]:
    return tuple(cell_words(cell, _) for cell in cells)


def _measure(line: MeasureLine) -> str:
    return f"{line.what}: {'; '.join(line.more)}" if line.more else line.what


def _period(line: MeasureLine, _: Words) -> str:
    until = short_date(line.until, _.language) if line.until else ""
    if line.start is None:
        return until
    return f"{short_date(line.start, _.language)} – {until}".rstrip()


def _effect(effect: Effect | None, _: Words) -> str:
    return f"{EFFECT_SYMBOLS[effect]} {effect_words(effect, _)}" if effect else ""


def _decision(decision: str | None, effects: object, _: Words) -> str:
    """How it goes on. That nobody came to it is told beside the table, not on a wall."""
    if not decision or (decision == "not-discussed" and effects is None):
        return ""
    symbol = DECISION_SYMBOLS.get(decision, "–")
    return f"{symbol} {decision_words(decision, _)}"
