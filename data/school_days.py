"""The closed days of the municipality that the settings choose, read when a day is asked about.

The first screen asks none. A calendar that can't be used never stops a meeting: weekends and red
days are closed all the same, and `fault` says why nothing else is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from data.errors import StoreError
from data.settings import Settings

if TYPE_CHECKING:
    from data.calendars import Calendars
    from data.structures.problems import StructureError
    from phases.calendar import Closure, Closures


class EvesAlone:
    """The closures of a place that told of none: 24 and 31 December (DA-7).

    `phases.calendar.Closures()` would say the same, and load what the first screen never asks for.
    """

    eves: Final = True

    def on(self, day: date) -> tuple[Closure, ...]:
        """No closure has a name of its own."""
        del day
        return ()


class SchoolDays:
    """A `phases.calendar.Calendar` over the files of one municipality."""

    def __init__(self, municipality: str, calendars: Callable[[], Calendars]) -> None:
        """Nothing is read yet, and no calendar is looked for."""
        self._municipality = municipality
        self._calendars = calendars

    eves: Final = True
    """24 and 31 December are closed at every place (DA-7)."""

    def on(self, day: date) -> tuple[Closure, ...]:
        """The closures that a day lies in."""
        return self._read[0].on(day)

    @property
    def fault(self) -> StoreError | StructureError | None:
        """Why the calendar can't be used; reads it if nobody has."""
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[Closures, StoreError | StructureError | None]:
        from data.structures.problems import StructureError
        from phases.calendar import NO_CLOSURES

        try:
            return self._calendars().closures(self._municipality), None
        except (StoreError, StructureError) as error:
            return NO_CLOSURES, error


def chosen_days(settings: Settings, vault: Path, settings_file: Path) -> SchoolDays | None:
    """The days of the chosen municipality; None where none is chosen."""
    if settings.municipality is None:
        return None

    def calendars() -> Calendars:
        from data.calendars import known_calendars

        return known_calendars(vault, settings_file)

    return SchoolDays(settings.municipality, calendars)
