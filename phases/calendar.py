"""Which days a meeting can be held on: not weekends, red days or closures (DA-4).

Closures differ from municipality to municipality and year to year (domain §5.4), so they are
passed in and never guessed. But for two days, which are on every list of closures: the eves of
Christmas and New Year. They are no red days by law, and nobody holds a meeting then (DA-7), so no
window proposes one, whether a municipality was chosen or not, and whether its file names them.

Only `NO_CLOSURES` knows no closure at all, and so no eve either. It is what the first column of the
verified examples reckons with (domain §4.1: a month after 1 December is Thursday 31 December), and
`plan` without a calendar, which does sums and proposes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol

from phases.red_days import RedDay, red_day_name, red_on

SATURDAY = 5
_SATURDAY_NAMES = {"nn": "laurdag", "nb": "lørdag", "en": "Saturday"}
_DECEMBER = 12
_EVES = {24: "christmas-eve", 31: "new-years-eve"}
_EVE_NAMES = {
    "christmas-eve": {"nn": "julaftan", "nb": "julaften", "en": "Christmas Eve"},
    "new-years-eve": {"nn": "nyttårsaftan", "nb": "nyttårsaften", "en": "New Year's Eve"},
}


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

    @property
    def eves(self) -> bool:
        """Whether 24 and 31 December are closed, though no closure names them (DA-7)."""

    def on(self, day: date) -> tuple[Closure, ...]:
        """Return the closures that a day lies in."""


class Closures(NamedTuple):
    """The closure calendar of one municipality; it may be empty but for the eves."""

    spans: tuple[Closure, ...] = ()
    eves: bool = True

    def on(self, day: date) -> tuple[Closure, ...]:
        """Return the closures that a day lies in."""
        return tuple(span for span in self.spans if span.first <= day <= span.last)


class ClosedBy(StrEnum):
    """The four kinds of reason why no meeting can be held on a day."""

    RED_DAY = "red-day"
    SATURDAY = "saturday"
    CLOSURE = "closure"
    EVE = "eve"


class ClosedReason(NamedTuple):
    """One reason why a day isn't open.

    `name` is a RedDay value, which eve it is, or a closure's own name.
    """

    kind: ClosedBy
    name: str = ""

    def words(self, language: str) -> str:
        """Return the reason in nn, nb or en; a closure keeps the name its municipality gave."""
        if self.kind is ClosedBy.RED_DAY:
            return red_day_name(RedDay(self.name), language)
        if self.kind is ClosedBy.SATURDAY:
            return _SATURDAY_NAMES.get(language, _SATURDAY_NAMES["nb"])
        if self.kind is ClosedBy.EVE:
            return _eve_name(self.name, language)
        return self.name


NO_CLOSURES = Closures(eves=False)
"""Weekends and red days, and nothing that a place has decided; not the eves either."""


def eve_on(day: date) -> str:
    """Return `christmas-eve` or `new-years-eve`; empty on any other day (DA-7)."""
    return _EVES.get(day.day, "") if day.month == _DECEMBER else ""


def eve_words(day: date, language: str) -> str:
    """Return the name of an eve in nn, nb or en. Raises KeyError for another day."""
    return _eve_name(eve_on(day), language)


def _eve_name(eve: str, language: str) -> str:
    names = _EVE_NAMES[eve]
    return names.get(language, names["nb"])


def is_open(day: date, closures: Calendar = NO_CLOSURES) -> bool:
    """Say whether a day is Monday to Friday, not red and not in a closure (DA-4)."""
    if day.weekday() >= SATURDAY or red_on(day) or closures.on(day):
        return False
    return not (closures.eves and eve_on(day))


def closed_reasons(day: date, closures: Calendar = NO_CLOSURES) -> tuple[ClosedReason, ...]:
    """Return all reasons why a day isn't open (R-P8); empty exactly when it is.

    An eve is one where nothing else closes it: in the holidays their own name says enough.
    """
    saturday = (ClosedReason(ClosedBy.SATURDAY),) if day.weekday() == SATURDAY else ()
    found = (
        *(ClosedReason(ClosedBy.RED_DAY, red.value) for red in red_on(day)),
        *saturday,
        *(ClosedReason(ClosedBy.CLOSURE, span.name) for span in closures.on(day)),
    )
    eve = eve_on(day) if closures.eves and not found else ""
    return (*found, ClosedReason(ClosedBy.EVE, eve)) if eve else found
