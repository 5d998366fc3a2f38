"""What a part still has to settle as it is listed: apart from what may be left, and by digits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from phases.case import Case
from phases.records import ParkedTopic
from phases.settle import OPTIONAL, form_in, open_items, point_in
from phases.sitting import Sitting
from phases.structures import Item

DIGITS: Final = 9
"""As many items have a digit of their own."""


class Listed(NamedTuple):
    """What is left as it is listed, and numbered: what may be left altogether comes last."""

    needed: tuple[Item, ...] = ()
    optional: tuple[Item, ...] = ()
    digits: Mapping[Item, int] = MappingProxyType({})
    """Each with the digit that opens it, the same for as long as the part lasts."""

    def at(self, digit: int) -> Item | None:
        """What this digit opens."""
        return next((item for item, number in self.digits.items() if number == digit), None)


def listed(case: Case, sitting: Sitting) -> Listed:
    """What the running phase still has to settle, apart from what nobody has to."""
    items = open_items(case, sitting)
    may = tuple(item for item in items if optional(item, sitting))
    needed = tuple(item for item in items if item not in may)
    every = _every(sitting, needed)
    if len(every) > DIGITS:
        every = needed + may
    numbered = {item: number for number, item in enumerate(every, 1)}
    return Listed(needed, may, {item: numbered[item] for item in needed + may})


def _every(sitting: Sitting, needed: Sequence[Item]) -> tuple[Item, ...]:
    """All that the part may list, settled or not: so nothing that is settled moves a digit.

    Counting what is open would give the next item the digit that was just pressed, and a second
    press meant for the first would open something else. What follows from a part before, or from
    a service without consent, comes last.
    """
    settle = sitting.phase.settle if sitting.phase else ()
    may = tuple(item for item in settle if optional(item, sitting))
    extra = tuple(item for item in needed if item not in settle)
    return tuple(item for item in settle if item not in may) + may + extra


def optional(item: Item, sitting: Sitting) -> bool:
    """Whether the structure lets it be left; what Enter passes by may be waited for all the same.

    A chosen offer that nobody has made an activity of stands in nobody's way, and yet isn't a
    thing to take or leave.
    """
    own = point_in(sitting.phase, item) or form_in(sitting.phase, item) if sitting.phase else None
    return item in OPTIONAL or (own is not None and not own.needed)


def waiting_topics(case: Case) -> tuple[ParkedTopic, ...]:
    """What was parked, and nobody has said yet what becomes of it."""
    return tuple(topic for topic in case.parked.values() if topic.handled is None)


def left_at_close(case: Case, sitting: Sitting) -> tuple[Item, ...]:
    """What the last part lists and no rule holds the close up for: recalled once, never forced."""
    return () if sitting.to_come else listed(case, sitting).needed
