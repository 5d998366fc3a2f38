"""The highlighted next thing: what Enter, or a presenter's clicker, does (design §8).

Where something must be agreed Enter opens it; it never fills in a decision, an acceptance or a
date.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from phases.case import Case
from phases.commands.base import Command
from phases.commands.clock import Close, Next, Resume, Start
from phases.commands.closing import StaffStay
from phases.commands.talk import Answered
from phases.commands.welcome import ConsentTold, Introductions
from phases.floor import Speaking, floor
from phases.settle import needed, open_in
from phases.sitting import Sitting
from phases.structures import Item

TOLD: Final[dict[Item, Command]] = {
    "introductions": Introductions("done"),
    "consent-told": ConsentTold(),
    "staff-stay": StaffStay(),
}
"""What only has to be said: Enter ticks it."""

ON_THE_FLOOR: Final[frozenset[Item]] = frozenset({"family-first", "services-heard"})
"""Settled by going through the turns, not by a key of their own."""


class Proposal(NamedTuple):
    """Do `command` at once, or open `item` (for `service`), or ask whether the family has left."""

    command: Command | None = None
    item: Item | None = None
    service: str = ""
    ask_family_left: bool = False
    evaluate: bool = False


def proposal(case: Case) -> Proposal | None:
    """What comes next, or None when there is no meeting to lead."""
    sitting = case.sitting
    if sitting is None or sitting.state == "cancelled":
        return None
    if sitting.state == "planned":
        return Proposal(Start())
    if sitting.over:
        left = sitting.meeting.family_left
        return Proposal(evaluate=True) if left else Proposal(ask_family_left=True)
    if sitting.state == "paused":
        return Proposal(Resume())
    return _running(case, sitting)


def _running(case: Case, sitting: Sitting) -> Proposal:
    phase = sitting.phase
    if phase is None:
        return Proposal()
    turn = floor(case, sitting).now
    items = [i for i in open_in(case, sitting, phase) if needed(i, case)]
    to_do = [i for i in items if i not in ON_THE_FLOOR]
    if turn is not None and turn.act != "lead":
        return _turn(turn, to_do)
    if to_do:
        return _item(to_do[0])
    last = not sitting.to_come
    return Proposal(Close() if last else Next(phase=phase.id))


def _turn(turn: Speaking, to_do: list[Item]) -> Proposal:
    """A turn that ends in something agreed opens that; any other is ticked as done."""
    if turn.act == "offer":
        return Proposal(item="offers", service=turn.service)
    if turn.act == "choose" and "choice" in to_do:
        return Proposal(item="choice")
    if turn.act == "read" and to_do:
        return _item(to_do[0])
    return Proposal(Answered())


def _item(item: Item) -> Proposal:
    return Proposal(TOLD[item]) if item in TOLD else Proposal(item=item)
