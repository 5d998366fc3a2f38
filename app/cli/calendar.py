"""`calendar list | show | check | import`: when the schools of a municipality are closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.faults import put_found, unusable
from app.cli.output import put, put_warning, table
from app.cli.verbs import Verb, Verbs

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from data.calendars import Found, SchoolCalendar

MOST_TOLD = 8
"""So many names of what was left out fit on a line."""


def build(_: Words) -> click.Command:
    """The group."""
    return Verbs(
        "calendar",
        _,
        {"list": list_, "show": show, "check": check, "import": import_},
        help=_("When the schools are closed, by municipality and school year."),
    )


def list_(_: Words) -> click.Command:
    """List the calendars."""

    @click.command(
        "list", cls=Verb, help=_("List the school calendars, your own too, and which one counts.")
    )
    @click.pass_obj
    def command(session: Session) -> None:
        from data.structures.problems import StructureError

        rows, faults = [], []
        for found in session.calendars.found:
            try:
                rows.append(_row(session, found))
            except StructureError as error:
                faults.append(error)
        put_found(rows, faults, session.words)

    return command


def _row(session: Session, found: Found) -> tuple[str, ...]:
    from data.calendars import read_found

    _, calendar = session.words, read_found(found)
    days = _.many("{n} closure", "{n} closures", len(calendar.closures))
    chosen = (session.settings.municipality or "").casefold() == found.municipality
    told = [_("your own")] if found.own else []
    told += [_("chosen")] if chosen else []
    return found.municipality, found.year, days, calendar.name, ", ".join(told)


def show(_: Words) -> click.Command:
    """Show the closed days of a municipality."""

    @click.command("show", cls=Verb, help=_("Show the days that are closed, red days by name."))
    @click.argument("municipality", metavar=_("MUNICIPALITY"))
    @click.option("--year", metavar=_("2026/27"), help=_("One school year; else every one."))
    @click.pass_obj
    def command(session: Session, municipality: str, year: str | None) -> None:
        from data.calendars import read_found

        wanted = (year or "").replace("-", "/")
        for found in session.calendars.of(municipality):
            if wanted in ("", found.year):
                calendar = read_found(found)
                put(f"{calendar.name or found.municipality} {found.year}")
                put(*(f"  {line}" for line in table(_days(calendar, session.words))))

    return command


def _days(calendar: SchoolCalendar, words: Words) -> list[tuple[str, str]]:
    """Closures and red days by date, without the Sundays that are nothing more."""
    from phases.calendar import ClosedBy, Closures, closed_reasons
    from phases.red_days import RedDay, red_day_name, red_days
    from phases.showing_dates import numeric_date
    from phases.years import school_year

    rows: list[tuple[date, date, str]] = [(s.first, s.last, s.name) for s in calendar.spans]
    year = school_year(calendar.spans[0].first)
    for day, reds in {**red_days(year.first.year), **red_days(year.last.year)}.items():
        names = [red_day_name(red, words.language) for red in reds if red is not RedDay.SUNDAY]
        if names and day in year:
            rows.append((day, day, ", ".join(names)))
    for eve in (date(year.first.year, 12, 24), date(year.first.year, 12, 31)):
        reasons = closed_reasons(eve, Closures(calendar.spans))
        eves = [each.words(words.language) for each in reasons if each.kind is ClosedBy.EVE]
        rows += [(eve, eve, name) for name in eves]
    return [
        (numeric_date(first) + (f"–{numeric_date(last)}" if last > first else ""), name)
        for first, last, name in sorted(rows)
    ]


def check(_: Words) -> click.Command:
    """Check a calendar of one's own."""

    @click.command("check", cls=Verb, help=_("See whether a school calendar can be used."))
    @click.argument("file", metavar=_("FILE"))
    @click.pass_obj
    def command(session: Session, file: str) -> None:
        from data.calendars import load_calendar
        from data.structures.problems import StructureError

        try:
            calendar = load_calendar(Path(file))
        except StructureError as error:
            raise unusable(error, session.words) from None
        days = session.words.many("{n} closure", "{n} closures", len(calendar.closures))
        who = " ".join(filter(None, (calendar.municipality, calendar.year)))
        put(f"{who or Path(file).name}: {days}")
        for warning in _warnings(calendar, Path(file), session.words):
            put_warning(warning)

    return command


def _warnings(calendar: SchoolCalendar, path: Path, words: Words) -> Iterator[str]:
    """What doesn't hinder its use, and still isn't meant."""
    if calendar.municipality and calendar.year:
        name = f"{calendar.municipality}-{calendar.year.replace('/', '-')}.toml"
        if path.name != name:
            yield words("It is found only under the name {name}", name=name)


def import_(_: Words) -> click.Command:
    """Take a municipality's ICS file in."""

    @click.command(
        "import",
        cls=Verb,
        help=_(
            "Make school calendars of an ICS file, one for each school year, in the folder with "
            "the logs; prints the new files."
        ),
    )
    @click.argument("file", metavar=_("FILE"))
    @click.option(
        "--municipality", metavar=_("ID"), help=_("Whose it is; else that of the settings.")
    )
    @click.option("--name", metavar=_("TEXT"), default="", help=_("What people call it."))
    @click.option("--all", "every", is_flag=True, help=_("Every whole day, whatever its name."))
    @click.option("--force", is_flag=True, help=_("Write over the files that are there."))
    @click.pass_obj
    def command(
        session: Session,
        file: str,
        municipality: str | None,
        name: str,
        *,
        every: bool,
        force: bool,
    ) -> None:
        _ = session.words
        whose = municipality or session.settings.municipality
        if whose is None:
            raise click.UsageError(_("Whose calendar is it? Add --municipality"))
        _take_in(session, Path(file), whose.strip().casefold(), name, every=every, force=force)
        session.tell_notes()

    return command


def _take_in(
    session: Session, file: Path, whose: str, name: str, *, every: bool, force: bool
) -> None:
    """Write a calendar for each school year, and tell what was left out. Raises StoreError."""
    from data.calendars import FOLDER, load_calendar
    from data.calendars.from_ics import NAME_LIMIT, read_ics, write_calendars
    from phases.text import clean_line

    taken = read_ics(file, every=every)
    folder, title = session.vault.folder / FOLDER, clean_line(name, NAME_LIMIT).text
    for path in write_calendars(folder, whose, title, taken.closures, force=force):
        put(str(path))
        for warning in _warnings(load_calendar(path), path, session.words):
            put_warning(warning)
    if taken.left_out:
        names, count = ", ".join(taken.left_out[:MOST_TOLD]), len(taken.left_out)
        told = session.words.many("Left out: {names}", "{n} left out: {names}", count, names=names)
        put_warning(told)
