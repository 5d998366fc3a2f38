"""Something of a log goes out: kept as a file beside it, or copied; noted first, or not done.

In one place, so that a paper, a text and a calendar keep the same promise (R-S1).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from app.wording.access import untold_words
from app.wording.refusals import refusal_words
from app.wording.store import store_words
from data.errors import StoreError
from phases.changes import Refusal, RefusedError
from phases.rules import blocked
from phases.rules_ask import Ask

if TYPE_CHECKING:
    from app.words import Words
    from data.caselog import CaseLog
    from data.shelf import Shelf


class Taken(NamedTuple):
    """How it went."""

    words: str = ""
    """Where it is, or why it isn't done."""
    done: bool = True
    untold: str = ""
    """That it couldn't be noted, where it was done all the same."""
    path: Path | None = None
    """The file that was made."""


def keep(log: CaseLog, shelf: Shelf, words: Words, name: str, data: bytes) -> Taken:
    """Write it beside the log, and say where."""
    untold = ""

    def last() -> None:
        # After the file: where nothing can be written, nothing was taken out.
        nonlocal untold
        untold = _noted(log, shelf, words)

    try:
        path = shelf.keep(name, data, last)
    except RefusedError as error:
        return Taken(refusal_words(error.refusal, words), done=False)
    except StoreError as error:
        return Taken(store_words(error, words), done=False)
    return Taken(words("Made: {path}", path=shown_path(path)), untold=untold, path=path)


def may_copy(log: CaseLog, shelf: Shelf, words: Words) -> Taken:
    """Note that something is copied now; whether it may be is in `done`."""
    try:
        return Taken(untold=_noted(log, shelf, words))
    except RefusedError as error:
        return Taken(refusal_words(error.refusal, words), done=False)


def _noted(log: CaseLog, shelf: Shelf, words: Words) -> str:
    """What is to be told where it can't be noted. Raises RefusedError where that stops it."""
    try:
        shelf.note("export")
    except StoreError as error:
        if (refusal := refused_unnoted(log, "export")) is not None:
            raise RefusedError(refusal) from None
        return untold_words(error, words)
    return ""


def refused_unnoted(log: CaseLog, wish: Literal["show", "export"]) -> Refusal | None:
    """Why that isn't done which can't be noted; None where it is done all the same (R-S1)."""
    return blocked(Ask(log.case, log.context()._replace(noted=False)), wish)


def shown_path(path: Path) -> str:
    """From the home folder on, where it is in there: the rest of a path helps nobody."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except ValueError:
        return str(path)
