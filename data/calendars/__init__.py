"""School calendars: when the schools of a municipality are closed, one TOML file a school year.

Days off differ from municipality to municipality and from year to year (domain §5.4), so none is
derived from another. What is wrong in a file is told with file, line and key, as for structures;
nothing of it is used then.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Annotated, Final, NamedTuple, Self

from pydantic import Field, ValidationError, model_validator

from data.errors import UsageError
from data.structures.problems import Problem, StructureError, cleaned
from data.structures.toml_file import read_toml
from phases.calendar import Closure, Closures
from phases.nearest import nearest
from phases.structure_parts import Frozen, KebabId, misfit
from phases.years import school_year

__all__ = ["FOLDER", "Calendars", "Found", "SchoolCalendar", "known_calendars", "load_calendar"]

FOLDER: Final = "calendars"
"""Where one's own lie, in the vault or beside the settings."""

MOST: Final = 200
"""More files than this in a folder are something else; the rest isn't read."""

LONGEST_DAYS: Final = 120
"""A closure longer than this is a slip: the summer is nine weeks."""

_NAME: Final = re.compile(r"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)-([0-9]{4})-([0-9]{2})\.toml")


class Row(Frozen):
    """One closure: from the first to the last day, both included; without a last one, one day."""

    first: Annotated[date, Field(strict=True)]
    last: Annotated[date, Field(strict=True)] | None = None
    name: Annotated[str, Field(min_length=1, max_length=60)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last is not None and self.last < self.first:
            raise misfit("order", "last", "comes before the first day")
        if self.last is not None and (self.last - self.first).days > LONGEST_DAYS:
            raise misfit(
                "long-closure", "last", f"is more than {LONGEST_DAYS} days after the first"
            )
        if not self.name.isprintable():
            raise misfit("unprintable", "name", "must be one line without control characters")
        return self

    @property
    def closure(self) -> Closure:
        """The same for reckoning with."""
        return Closure(self.first, self.last or self.first, self.name)


class SchoolCalendar(Frozen):
    """The closures of one municipality's school year (1 August to 31 July, DA-9).

    Municipality and year may be left out of a file that is only passed as `--calendar`. A closure
    belongs to the year in which it begins, so the summer reaches into the next one.
    """

    municipality: KebabId | None = None
    year: Annotated[str, Field(pattern=r"^[0-9]{4}/[0-9]{2}$")] | None = None
    name: Annotated[str, Field(max_length=60)] = ""
    closures: Annotated[tuple[Row, ...], Field(min_length=1, max_length=100)]

    @model_validator(mode="after")
    def _of_its_year(self) -> Self:
        for number, row in enumerate(self.closures):
            its = str(school_year(row.first))
            if self.year is not None and its != self.year:
                raise misfit("year", f"closures.{number}.first", f"lies in the school year {its}")
        return self

    @property
    def spans(self) -> tuple[Closure, ...]:
        """The closures, the earliest first."""
        return tuple(sorted((row.closure for row in self.closures), key=lambda span: span.first))


def load_calendar(path: Path) -> SchoolCalendar:
    """Read and check one calendar file.

    Raises:
        StructureError: it isn't TOML, can't be read (exit code 3), or breaks the schema.
    """
    text, document = read_toml(path)
    try:
        return SchoolCalendar.model_validate(document)
    except ValidationError as error:
        from data.structures.explain import problems_of

        raise StructureError(path, problems_of(error, text, SchoolCalendar)) from None


class Found(NamedTuple):
    """A calendar file by its name alone; nothing has been read of it."""

    municipality: str
    year: str
    """As people write it, 2026/27."""
    path: Path
    own: bool


class Calendars:
    """The calendars that ship and one's own, found by file name and read when they are needed.

    A file of one's own stands in for one of the same name that ships, and the vault's for the one
    beside the settings: whoever shares a vault then shares its days off.
    """

    def __init__(self, *folders: Path) -> None:
        """Over one's own folders, which needn't be there; the first one wins."""
        self._folders = folders

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """Every calendar, by municipality and year. A folder that can't be read has none."""
        by_name = {
            name: Found(match[1], f"{match[2]}/{match[3]}", folder / name, own)
            for folder, own in [(Path(__file__).parent, False), *self._own()]
            for name in _names(folder)
            if (match := _NAME.fullmatch(name))
        }
        return tuple(sorted(by_name.values()))

    def _own(self) -> Iterator[tuple[Path, bool]]:
        return ((folder, True) for folder in reversed(self._folders))

    def of(self, municipality: str) -> tuple[Found, ...]:
        """The calendars of a municipality.

        Raises:
            UsageError: `calendar-unknown`, with the nearest that there is.
        """
        wanted = municipality.casefold().strip()
        files = tuple(found for found in self.found if found.municipality == wanted)
        if not files:
            names = sorted({found.municipality for found in self.found})
            near = nearest(wanted, names) or names[0]
            shown = cleaned(municipality)
            raise UsageError("calendar-unknown", name=shown, nearest=near)
        return files

    def closures(self, municipality: str) -> Closures:
        """All closures of a municipality, of every year there is a file for.

        Raises:
            UsageError: as `of`.
            StructureError: one of its files can't be used.
        """
        return Closures(
            tuple(s for found in self.of(municipality) for s in read_found(found).spans)
        )


def read_found(found: Found) -> SchoolCalendar:
    """Read one of them; what it says of itself must be what its name says.

    Raises:
        StructureError: it can't be used.
    """
    calendar = load_calendar(found.path)
    for key in ("municipality", "year"):
        said, named = getattr(calendar, key) or "", getattr(found, key)
        if said != named:
            what = "must be what the file's name says"
            raise StructureError(found.path, (Problem("name", what, key, cleaned(said), named),))
    return calendar


def known_calendars(vault: Path, settings_file: Path) -> Calendars:
    """What ships, what lies in the vault, and what lies beside the settings."""
    return Calendars(vault / FOLDER, settings_file.parent / FOLDER)


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if entry.name.endswith(".toml"))[:MOST]
    except OSError:
        return []
