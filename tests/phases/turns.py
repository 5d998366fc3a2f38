"""Whose turn it is, as short values to compare."""

from __future__ import annotations

from phases.commands.talk import Answered
from tests.phases.room import Room

HEALTH, PPT = "skulehelseteneste", "PPT"


def turn(room: Room) -> tuple[str, str] | None:
    """Who has the floor, and what they do with it."""
    now = room.floor.now
    return (now.key, now.act) if now else None


def turns(room: Room) -> list[tuple[str, str]]:
    """Every turn from here on, each ticked."""
    found = []
    while (now := turn(room)) is not None:
        found.append(now)
        room.do(Answered())
    return found


def waiting(room: Room) -> tuple[str, ...]:
    return room.floor.waiting


def labels(room: Room) -> list[str]:
    now = room.floor.now
    return [room.case.label(i) for i in now.people] if now else []
