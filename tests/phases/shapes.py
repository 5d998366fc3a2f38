"""Structures made for a test, and rooms that meet by them."""

from __future__ import annotations

from typing import Any

from phases.commands.clock import Start
from phases.commands.planning import MeetingPlan
from phases.structures import Structure
from tests.phases.room import Room, set_up

LEAD = [{"who": "leader", "act": "lead"}]


def words(text: str) -> dict[str, str]:
    """A text in one language, which is enough."""
    return {"nn": text}


def phase(phase_id: str, **more: Any) -> dict[str, Any]:
    """One phase; what isn't given is as short as it may be."""
    plain = {
        "id": phase_id,
        "minutes": 10,
        "floor": LEAD,
        "title": words(phase_id.capitalize()),
        "purpose": words("Føremålet"),
        "now": words("No"),
        "later": words("seinare"),
        "say": {"nn": ("Først dette.", "Så det.")},
    }
    return plain | more


def structure(*phases: dict[str, Any], **more: Any) -> Structure:
    """A structure of these phases."""
    plain = {
        "id": "mine",
        "version": 1,
        "activity_label": "activity",
        "title": words("Mitt møte"),
        "phases": phases,
    }
    return Structure.model_validate(plain | more)


def planned(shape: Structure, *, room: Room | None = None, child: bool = False) -> Room:
    """A meeting by this structure, planned."""
    room = room or set_up(child=child)
    room.structures = {**room.structures, shape.id: shape}
    room.do(MeetingPlan(structure=shape.id))
    return room


def begun(*phases: dict[str, Any], room: Room | None = None, child: bool = False) -> Room:
    """A meeting of these phases in which the first one runs."""
    room = planned(structure(*phases), room=room, child=child)
    room.do(Start())
    return room
