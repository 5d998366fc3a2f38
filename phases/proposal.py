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
from phases.commands.filling import Tick
from phases.commands.talk import Answered
from phases.commands.welcome import ConsentTold, Introductions
from phases.floor import Floor, Speaking, floor
from phases.records import AgendaPhase
from phases.settle import needed, open_in, point_in, settled, to_read, undated
from phases.sitting import Sitting
from phases.structures import Item
from phases.walk import left

TOLD: Final[dict[Item, Command]] = {
    "introductions": Introductions("done"),
    "consent-told": ConsentTold(),
    "staff-stay": StaffStay(),
}
"""What only has to be said: Enter ticks it."""

ON_THE_FLOOR: Final[frozenset[Item]] = frozenset({"family-first", "services-heard"})
"""Settled by going through the turns, not by a key of their own."""


_MOVES_THE_FLOOR: Final = frozenset({"answered", "pass", "floor", "start", "next", "back"})
"""Events after which somebody else speaks."""

BEFORE_CLOSING: Final[tuple[Item, ...]] = ("outcome", "next-meeting", "inform-child")
"""What a rule asks at the close, whether or not the structure has a place for it (R-E4, R-E5)."""


class Proposal(NamedTuple):
    """Do `command` at once, or open `item` (for `service`), or ask whether the family has left."""

    command: Command | None = None
    item: Item | None = None
    service: str = ""
    activity: str = ""
    """The activity to open it for, in a walk-through."""
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


class _Here(NamedTuple):
    """The part that runs."""

    case: Case
    sitting: Sitting
    phase: AgendaPhase

    def undecided(self) -> tuple[str, ...]:
        """The activities it still has to say something of (R-M12)."""
        return tuple(a.id for a in left(self.case, self.sitting, self.phase.id))


def _running(case: Case, sitting: Sitting) -> Proposal:
    phase = sitting.phase
    if phase is None:
        return Proposal()
    here = _Here(case, sitting, phase)
    now = floor(case, sitting)
    items = [i for i in open_in(case, sitting, phase) if needed(i, case)]
    to_do = [i for i in items if i not in ON_THE_FLOOR]
    turn = now.now
    if turn is not None and (turn.act != "lead" or phase.round or len(now.queue) > 1):
        first = _before_they_speak(phase, items, turn)
        return _item(first, here) if first else _turn(here, now, to_do)
    if to_do:
        return _item(to_do[0], here)
    if sitting.to_come:
        return Proposal(Next(phase=phase.id))
    missing = (i for i in BEFORE_CLOSING if not settled(i, case, sitting, phase))
    item = next(missing, None)
    return _item(item, here) if item else Proposal(Close())


def _before_they_speak(phase: AgendaPhase, items: list[Item], turn: Speaking) -> Item | None:
    """What is to be said before this turn: what stands before the item that the floor settles.

    Where no item is settled by the floor, the one who leads says it all and then gives the floor.
    """
    by_turns = [i for i in phase.settle if i in ON_THE_FLOOR]
    if not by_turns and turn.act != "lead":
        return None
    until = phase.settle.index(by_turns[0]) if by_turns else len(phase.settle)
    return next((i for i in items if i in phase.settle[:until] and _told(i, phase)), None)


def _told(item: Item, phase: AgendaPhase) -> bool:
    """Whether it only has to be said."""
    return item in TOLD or point_in(phase, item) is not None


def _turn(here: _Here, now: Floor, to_do: list[Item]) -> Proposal:
    """A turn that ends in something agreed opens that; any other is ticked as done."""
    turns = now.queue[0].turns
    turn = turns[now.step]
    if turn.act == "offer" and turn.service:
        return Proposal(item="offers", service=turn.service)
    if now.step + 1 == len(turns) and turn.activity in here.undecided():
        return Proposal(item="walk-through", activity=turn.activity)
    if "goals" in here.phase.settle and turn.one and not _goal_said(here.sitting):
        return Proposal(item="goals")
    if turn.act == "choose" and "choice" in to_do:
        return Proposal(item="choice")
    agreed = [i for i in to_do if i != "goals"]  # those are only complete after the round
    if turn.act == "read" and agreed:
        return _item(agreed[0], here)
    return Proposal(Answered())


def _goal_said(sitting: Sitting) -> bool:
    """Whether a goal was written down since the floor moved last (S2-4a)."""
    for event in reversed(sitting.events):
        if event.kind == "goal-add":
            return True
        if event.kind in _MOVES_THE_FLOOR:
            return False
    return False


def _item(item: Item, here: _Here) -> Proposal:
    """What only has to be said is ticked; all else is opened, for the activity it is about."""
    if item in TOLD:
        return Proposal(TOLD[item])
    point = point_in(here.phase, item)
    if point is not None:
        # What the people here are asked is theirs to answer: it is opened.
        return Proposal(item=item) if point.asks else Proposal(Tick(point=item))
    if item == "read-aloud" and not to_read(here.case, here.sitting):
        return Proposal(item="measures")
    if item == "walk-through":
        return Proposal(item=item, activity=next(iter(here.undecided()), ""))
    if item == "assess-dates":
        return Proposal(item=item, activity=undated(here.case, here.sitting)[0].id)
    return Proposal(item=item)
