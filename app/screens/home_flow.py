"""What home needs beyond its screen: a new case made in one durable step, and a free name."""

from __future__ import annotations

import secrets

from app.screens.home_today import HomeRoom
from data.caseid import case_id
from data.entry import NewEntry
from phases.case import Case
from phases.changes import Refusal
from phases.commands.case_facts import CaseNew
from phases.decide import decide
from phases.words import Language, Unit

PREFIX = "BTI-"


def free_name(room: HomeRoom) -> str:
    """A name that tells nothing about anybody: BTI-1, BTI-2 … Raises DiskError."""
    taken = {listed.id for listed in room.vault.list()}
    number = 1
    while f"{PREFIX}{number}" in taken:
        number += 1
    return f"{PREFIX}{number}"


def make_case(
    room: HomeRoom,
    name: str,
    language: Language,
    unit: Unit = "school",
    *,
    rehearsal: bool = False,
) -> str | Refusal:
    """A new case with its first entry; gives its id.

    Header and entry are written together, so a power cut leaves no case without its language.
    Raises StoreError.
    """
    wanted = case_id(name)
    ctx = room.context(lambda: secrets.token_hex(6))
    command = CaseNew(language=language, unit=unit, rehearsal=rehearsal)
    changes = decide(Case.empty(wanted), [command], ctx)
    if isinstance(changes, Refusal):
        return changes
    at = ctx.now.utc
    first = NewEntry(secrets.token_hex(8), at, room.who, changes.command, changes.tables)
    return room.vault.create(wanted, at, first)
