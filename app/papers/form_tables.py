"""The forms of a meeting's structure as tables of a paper: any structure's (S4-11, S4-31)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.papers.paper import Facts, Table, Text
from app.phase_words import asked_words
from app.wording.cells import cell_words
from app.wording.form_titles import FormTitles
from phases.log_parts import FormTable, form_table

if TYPE_CHECKING:
    from app.papers.asking import Asked
    from app.papers.paper import AnyBlock
    from app.papers.parts import Blocks
    from phases.records import AgendaPhase


def filled(asked: Asked, phase: AgendaPhase) -> Blocks:
    """The forms of a phase in which anything stands, and those with nothing to add."""
    if asked.sitting is None:
        return ()
    titles, ticked = form_titles(asked, phase), asked.sitting.meeting.ticked
    blocks: list[AnyBlock] = []
    for form in phase.forms:
        table = form_table(asked.case, asked.sitting, form)
        said = titles.get(form.id, FormTitles(form.id, {}, {}))
        if not table.empty:
            blocks += _told(asked, table, said)
        elif form.id in ticked:
            blocks.append(Facts(rows=((said.title, asked.words("nothing to add")),)))
    return tuple(blocks)


def form_titles(asked: Asked, phase: AgendaPhase) -> dict[str, FormTitles]:
    """The words of a phase's forms; none where the structure's file has gone."""
    _ = asked.words
    return dict(asked_words(asked.structure, phase.id, asked.case.facts.unit, _).forms)


def _told(asked: Asked, table: FormTable, said: FormTitles) -> Blocks:
    """A single text on a line of its own; else a table without its empty rows."""
    cells = rows_of(asked, table, said)
    if len(table.columns) == 1 and len(table.lines) == 1:
        return (Facts(rows=((said.title, cells[0][-1]),)),)
    has_words = named(table, said)
    kept = tuple(row for row in cells if any(row[1:] if has_words else row))
    told = Table(head=head_of(table, said), rows=kept, title=said.title)
    # Where the rows have words, the title stands over them; else nothing would say it.
    return (told,) if has_words else (Text(text=said.title, weight="strong"), told)


def named(table: FormTable, said: FormTitles) -> bool:
    """Whether its rows have words of their own."""
    return any(said.rows.get(line.id) for line in table.lines)


def head_of(table: FormTable, said: FormTitles) -> tuple[str, ...]:
    """The columns; over the rows' own words stands the form's title."""
    columns = tuple(said.columns.get(column, column) for column in table.columns)
    return (said.title, *columns) if named(table, said) else columns


def rows_of(asked: Asked, table: FormTable, said: FormTitles) -> tuple[tuple[str, ...], ...]:
    """All its rows; on a blank form nothing stands in them."""
    has_words = named(table, said)
    rows = []
    for line in table.lines:
        cells = tuple("" if asked.blank else cell_words(c, asked.words) for c in line.cells)
        rows.append((said.rows.get(line.id, ""), *cells) if has_words else cells)
    return tuple(rows)


def framed(asked: Asked, table: FormTable, said: FormTitles) -> Blocks:
    """The same as on a form: every row, framed, with room to write."""
    rows, head, has_words = rows_of(asked, table, said), head_of(table, said), named(table, said)
    single = len(table.columns) == 1 and len(table.lines) == 1
    form = Table(
        head=(said.title,) if single else head,
        rows=rows,
        shares=(2, *(3,) * len(table.columns)) if has_words and not single else (),
        title=said.title,
        framed=True,
    )
    return (form,) if single or has_words else (Text(text=said.title, weight="strong"), form)
