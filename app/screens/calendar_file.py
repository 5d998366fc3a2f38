"""The meetings to come as a file for somebody's own calendar, kept beside the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.papers.names import calendar_word
from app.taking_out import Taken, keep

if TYPE_CHECKING:
    from app.words import Words
    from data.caselog import CaseLog
    from data.shelf import Shelf

NAME = "{case}-{calendar}-{day}.ics"
"""Log and day alone, as with every paper: a file's name is seen by others."""


def keep_calendar(log: CaseLog, shelf: Shelf, words: Words) -> Taken:
    """Write them, without a name or a place, and say where."""
    from data.ics import log_to_ics

    document = log_to_ics(log, shelf.journal, words("BTI meeting"))
    if document is None:
        return Taken(words("No meeting is planned"), done=False)
    day, calendar = f"{log.context().today:%Y-%m-%d}", calendar_word(words.language)
    name = NAME.format(case=log.case.id, calendar=calendar, day=day)
    return keep(log, shelf, words, name, document)
