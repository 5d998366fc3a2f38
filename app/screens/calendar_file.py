"""The meetings to come as a file for somebody's own calendar, kept beside the log."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from app.wording.access import untold_words
from app.wording.store import store_words
from app.words import Words
from data.caselog import CaseLog
from data.errors import StoreError
from data.shelf import Shelf

NAME = "{case}-calendar-{day}.ics"
"""Log and day alone, as with every paper: a file's name is seen by others."""


class Kept(NamedTuple):
    """How it went."""

    words: str
    done: bool = False
    untold: str = ""
    """That it couldn't be noted in the access log, which stops nothing (R-S1)."""


def keep_calendar(log: CaseLog, shelf: Shelf, words: Words) -> Kept:
    """Write them, without a name or a place, and say where."""
    from data.ics import log_to_ics

    _ = words
    document = log_to_ics(log, shelf.journal, _("BTI meeting"))
    if document is None:
        return Kept(_("No meeting is planned"))
    try:
        name = NAME.format(case=log.case.id, day=f"{log.context().today:%Y-%m-%d}")
        path = shelf.keep(name, document)
    except StoreError as error:
        return Kept(store_words(error, _))
    untold = ""
    try:
        shelf.note("export")
    except StoreError as error:
        untold = untold_words(error, _)
    return Kept(_("Made: {path}", path=shown_path(path)), True, untold)


def shown_path(path: Path) -> str:
    """From the home folder on, where it is in there: the rest of a path helps nobody."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except ValueError:
        return str(path)
