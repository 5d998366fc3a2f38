"""Searching a case's tables: queries over TinyDB, answered with ids."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from tinydb import TinyDB
    from tinydb.queries import QueryInstance

DEFAULT_STATUS = "active"
"""A document leaves out what stands at its default."""

TEXTS = ("title", "comment", "content", "extent", "organisation", "follow_up")
"""The fields of an activity that a search looks through."""


def find_activities(
    db: TinyDB, *, text: str = "", owner: str = "", status: str = ""
) -> tuple[str, ...]:
    """The ids of the activities that hold `text`, are `owner`'s (an id) and have this status.

    Whatever is left out is not asked for. Letter case and how å is composed don't matter.
    """
    from tinydb import where

    asked: list[QueryInstance] = []
    if text:
        wanted = _folded(text)
        holds = partial(_holds, wanted)
        asked.append(_any_of(*(where(name).test(holds) for name in TEXTS)))
    if owner:
        asked.append(where("owner") == owner)
    if status:
        told = where("status") == status
        asked.append(told | ~where("status").exists() if status == DEFAULT_STATUS else told)
    table = db.table("activities")
    if not asked:
        return tuple(str(document.doc_id) for document in table.all())
    query = asked[0]
    for more in asked[1:]:
        query &= more
    return tuple(str(document.doc_id) for document in table.search(query))


def _any_of(first: QueryInstance, *others: QueryInstance) -> QueryInstance:
    for other in others:
        first |= other
    return first


def _holds(wanted: str, value: object) -> bool:
    return isinstance(value, str) and wanted in _folded(value)


def _folded(text: str) -> str:
    return normalize("NFC", text).casefold()
