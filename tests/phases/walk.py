"""SC-01 as a person leads it: the answers where Enter opens something, and ways to get there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from phases.case import Case
from phases.commands import Command
from phases.commands.choosing import Accept, Choose, HandOverCommand, OfferAdd, ReadAloud
from phases.commands.closing import FamilyLeft, InformChildCommand, NextMeetingCommand
from phases.commands.log import ActivityAdd
from phases.commands.welcome import Challenge, Introductions, Viddevakt, Writer
from phases.proposal import proposal
from phases.structures import Item
from tests.phases.room import Room, started

PHASES: Final = (
    "welcome",
    "description",
    "clarifying",
    "status-quo",
    "offers",
    "decision",
    "closing",
)
DUE: Final = date(2027, 2, 9)

MEASURES: Final = (
    ActivityAdd(title="Fire samtalar", owner="Helsesjukepleiar", due=DUE),
    ActivityAdd(title="Tidlegare leggetid", owner="Mor", due=DUE),
    ActivityAdd(title="Roleg start måndag", owner="Kontaktlærar", due=DUE),
)


def _offer(case: Case, service: str) -> tuple[Command, ...]:
    del case
    return (OfferAdd(service=service, text=f"Tilbod frå {service}"),)


def _choose(case: Case, service: str) -> tuple[Command, ...]:
    del service
    return (Choose(offers=(case.offers_in(_here(case))[0].id,)),)


def _baton(case: Case, service: str) -> tuple[Command, ...]:
    del service
    chosen = case.offers_in(_here(case))[0].service
    speaker = case.speaker_for(chosen)
    return (HandOverCommand(to=speaker.name if speaker else "Rektor"), Accept())


def _measures(case: Case, service: str) -> tuple[Command, ...]:
    """The chosen offer becomes the first of them, as the form that Enter opens makes it."""
    del service
    first, *rest = [m for m in MEASURES if case.find_participant(m.owner)]
    chosen = case.chosen_in(_here(case))
    offer = chosen[0].id if chosen else ""
    grown = ActivityAdd(title=first.title, owner=first.owner, due=first.due, offer=offer)
    return (grown, *rest)


def _always(command: Command) -> Callable[[Case, str], tuple[Command, ...]]:
    return lambda _case, _service: (command,)


ANSWERS: Final[dict[Item, Callable[[Case, str], tuple[Command, ...]]]] = {
    "introductions": _always(Introductions("done")),
    "writer": _always(Writer(who="Kontaktlærar")),
    "viddevakt": _always(Viddevakt(who="none")),
    "challenge": _always(Challenge(text="Korleis får måndagane ein roleg start?")),
    "offers": _offer,
    "choice": _choose,
    "relay-holder": _baton,
    "measures": _measures,
    "read-aloud": _always(ReadAloud()),
    "next-meeting": _always(NextMeetingCommand(on=date(2027, 3, 2))),
    "inform-child": _always(
        InformChildCommand(who="Mor", how="samtale heime", when=date(2027, 1, 19))
    ),
}
"""What a person types or chooses where Enter opened an item."""


def _here(case: Case) -> str:
    assert case.sitting is not None
    return case.sitting.meeting.id


def step(room: Room, after: float = 0.0) -> tuple[Command, ...]:
    """Do what is proposed, or answer what it opens; gives what was done."""
    found = proposal(room.case)
    assert found is not None
    if found.command is not None:
        done: tuple[Command, ...] = (found.command,)
    elif found.item is not None:
        done = ANSWERS[found.item](room.case, found.service)
    else:
        done = (FamilyLeft(),)
    room.do(*done, after=after)
    return done


def go_to(room: Room, phase: str) -> Room:
    """Lead the meeting, in no time at all, until this phase has begun."""
    while room.sitting.line.phase != phase:
        step(room)
    return room


def through(room: Room) -> Room:
    """Lead the phase that runs to its end; the next press would go on."""
    phase = room.sitting.line.phase
    while True:
        found = proposal(room.case)
        assert found is not None
        if found.command is not None and found.command.name in ("next", "close"):
            return room
        step(room)
        assert room.sitting.line.phase == phase


def in_phase(phase: str, *, services: int = 2, child: bool = False) -> Room:
    """A meeting that has just come to this phase."""
    return go_to(started(services=services, child=child), phase)


def closed() -> Room:
    """A meeting that has been closed; the family may still be in the room."""
    room = through(in_phase("closing"))
    step(room)
    return room
