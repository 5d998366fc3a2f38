"""Which days a meeting can be held on: not weekends, red days or closures (DA-4).

Closures differ from municipality to municipality and year to year (domain §5.4), so they are
passed in and never guessed. The eves of Christmas and New Year belong in that list too (DA-7).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol

from phases.red_days import RedDay, red_day_name, red_on

SATURDAY = 5
_SATURDAY_NAMES = {"nn": "laurdag", "nb": "lørdag", "en": "Saturday"}


@dataclass(frozen=True, slots=True)
class Closure:
    """A school or kindergarten is closed from the first to the last day, both included."""

    first: date
    last: date
    name: str = ""

    def __post_init__(self) -> None:
        """Refuse a closure that ends before it begins.

        Raises:
            ValueError: when the last day comes before the first.
        """
        if self.last < self.first:
            raise ValueError(f"the closure ends {self.last}, before it begins {self.first}")


class Calendar(Protocol):
    """Knows the closures of one place; perhaps it reads them only when a day is asked about."""

    def on(self, day: date) -> tuple[Closure, ...]:
        """Return the closures that a day lies in."""


class Closures(NamedTuple):
    """The closure calendar of one municipality; it may be empty."""

    spans: tuple[Closure, ...] = ()

    def on(self, day: date) -> tuple[Closure, ...]:
        """Return the closures that a day lies in."""
        return tuple(span for span in self.spans if span.first <= day <= span.last)


class ClosedBy(StrEnum):
    """The three kinds of reason why no meeting can be held on a day."""

    RED_DAY = "red-day"
    SATURDAY = "saturday"
    CLOSURE = "closure"


class ClosedReason(NamedTuple):
    """One reason why a day isn't open: `name` is a RedDay value or a closure's own name."""

    kind: ClosedBy
    name: str = ""

    def words(self, language: str) -> str:
        """Return the reason in nn, nb or en; a closure keeps the name its municipality gave."""
        if self.kind is ClosedBy.RED_DAY:
            return red_day_name(RedDay(self.name), language)
        if self.kind is ClosedBy.SATURDAY:
            return _SATURDAY_NAMES.get(language, _SATURDAY_NAMES["nb"])
        return self.name


NO_CLOSURES = Closures()


def is_open(day: date, closures: Calendar = NO_CLOSURES) -> bool:
    """Say whether a day is Monday to Friday, not red and not in a closure (DA-4)."""
    return day.weekday() < SATURDAY and not red_on(day) and not closures.on(day)


def closed_reasons(day: date, closures: Calendar = NO_CLOSURES) -> tuple[ClosedReason, ...]:
    """Return all reasons why a day isn't open (R-P8); empty exactly when it is."""
    saturday = (ClosedReason(ClosedBy.SATURDAY),) if day.weekday() == SATURDAY else ()
    return (
        *(ClosedReason(ClosedBy.RED_DAY, red.value) for red in red_on(day)),
        *saturday,
        *(ClosedReason(ClosedBy.CLOSURE, span.name) for span in closures.on(day)),
    )
