"""The lines of the log in words: a date as people write it, a symbol and a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.widgets.log_table import LogRow
from app.words import N_
from phases.showing_dates import short_date

if TYPE_CHECKING:
    from app.words import Words
    from phases.log_lines import LogLine, Standing

_STANDINGS: Final[dict[Standing, tuple[str, str]]] = {
    "tried": ("·", N_("tried before")),
    "ended": ("✓", N_("done with")),
    "active": ("▸", N_("under way")),
    "adjusted": ("~", N_("changed")),
    "planned": ("·", N_("planned")),
    "offer": ("?", N_("offer")),
    "chosen": ("✓", N_("chosen")),
    "later": ("·", N_("may come later")),
}


def log_row(line: LogLine, _: Words) -> LogRow:
    """One line as the table shows it."""
    when = short_date(line.when, _.language) if line.when else ""
    symbol, word = _STANDINGS[line.standing]
    told = _(word)
    if line.changed_on is not None:
        told = f"{told} {short_date(line.changed_on, _.language)}"
    what = f"{line.what} ~ {line.change}" if line.change else line.what
    return LogRow(line.id, what, line.who, when, symbol, told)
