"""`plan latest | reminder | halfyear | ics`: by which day, and into one's calendar (DA-1 … DA-11).

The first three ask no log: a date, a length of time and a calendar are all they need.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.cli import plan_ics
from app.cli.errors import StopError
from app.cli.output import put, put_warning, table, write
from app.cli.verbs import Verb, Verbs
from app.wording.said import Said

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from phases.calendar import Calendar

T = TypeVar("T")


def build(_: Words) -> click.Command:
    """The group."""
    return Verbs(
        "plan",
        _,
        {"latest": latest, "reminder": reminder, "halfyear": halfyear, "ics": plan_ics.ics},
        help=_("By which day a meeting or a reminder is to be, and meetings for a calendar."),
    )


def _calendar(_: Words) -> Callable[[Any], Any]:
    return click.option(
        "--calendar",
        "file",
        metavar=_("FILE"),
        help=_("A school calendar; else that of the municipality in the settings."),
    )


def _roll(_: Words) -> Callable[[Any], Any]:
    return click.option(
        "--roll",
        type=click.Choice(["back", "forward"]),
        help=_("Where a deadline on a closed day moves to; else as the settings say."),
    )


def _json(_: Words) -> Callable[[Any], Any]:
    return click.option("--json", "as_json", is_flag=True, help=_("As JSON, with ISO dates."))


def latest(_: Words) -> click.Command:
    """The latest day of the next meeting."""

    @click.command(
        "latest", cls=Verb, help=_("The last open day within a time after a meeting, and why.")
    )
    @click.argument("day", metavar=_("DATE"))
    @click.option(
        "--within", metavar=_("6w|1mo|1y"), required=True, help=_("Weeks, months or years.")
    )
    @_calendar(_)
    @_roll(_)
    @_json(_)
    @click.pass_obj
    def command(
        session: Session,
        day: str,
        within: str,
        file: str | None,
        roll: str | None,
        *,
        as_json: bool,
    ) -> None:
        from phases.deadlines import Roll, latest_meeting_day
        from phases.reading_periods import read_period

        start, period = _day(session, day), read_period(within)
        days = _days(session, file)
        rolled = Roll(roll or session.settings.deadline_roll)
        found = _found(session, lambda: latest_meeting_day(start, period, days, rolled))
        _tell(session, period.after(start), found, days, as_json=as_json)

    return command


def reminder(_: Words) -> click.Command:
    """The latest day of a reminder."""

    @click.command(
        "reminder", cls=Verb, help=_("The last open day at least a week before a meeting, and why.")
    )
    @click.argument("day", metavar=_("DATE"))
    @_calendar(_)
    @_json(_)
    @click.pass_obj
    def command(session: Session, day: str, file: str | None, *, as_json: bool) -> None:
        from phases.deadlines import REMINDER_DAYS, latest_reminder_day

        meeting, days = _day(session, day), _days(session, file)
        found = _found(session, lambda: latest_reminder_day(meeting, days))
        _tell(session, meeting - timedelta(days=REMINDER_DAYS), found, days, as_json=as_json)

    return command


def halfyear(_: Words) -> click.Command:
    """Meetings for half a year."""

    @click.command(
        "halfyear",
        cls=Verb,
        help=_("Meetings for half a year, each on the last open day after the one before."),
    )
    @click.argument("day", metavar=_("DATE"))
    @click.option(
        "--every", metavar=_("6w|1mo|1y"), default="6w", help=_("How often; else every 6 weeks.")
    )
    @_calendar(_)
    @_roll(_)
    @_json(_)
    @click.pass_obj
    def command(
        session: Session, day: str, every: str, file: str | None, roll: str | None, *, as_json: bool
    ) -> None:
        from phases.deadlines import Roll, half_year_plan, passed_over
        from phases.reading_periods import read_period
        from phases.showing_dates import long_date

        start, period, days = _day(session, day), read_period(every), _days(session, file)
        rolled = Roll(roll or session.settings.deadline_roll)
        found = _found(session, lambda: half_year_plan(start, days, period, rolled))
        if as_json:
            meetings = [meeting.isoformat() for meeting in found.meetings]
            _write({"start": start.isoformat(), "meetings": meetings, "end": found.end.isoformat()})
            return
        before, rows = start, []
        for meeting in found.meetings:
            why = passed_over(period.after(before), meeting, days)
            reasons = ", ".join(reason.words(session.words.language) for reason in why)
            rows.append((long_date(meeting, session.words.language), reasons))
            before = meeting
        if rows:
            put(*table(rows))
            return
        ends = long_date(found.end, session.words.language)
        put(_("No meeting comes before the half-year ends, {day}", day=ends))

    return command


def _tell(session: Session, raw: date, found: date, days: Calendar, *, as_json: bool) -> None:
    """The raw and the latest day, and what is closed between them."""
    from phases.calendar import eve_on, eve_words
    from phases.deadlines import passed_over
    from phases.showing_dates import long_date

    _, language = session.words, session.words.language
    why = [reason.words(language) for reason in passed_over(raw, found, days)]
    if as_json:
        _write({"raw": raw.isoformat(), "latest": found.isoformat(), "why": why})
        return
    put(_("At the latest {day}", day=long_date(found, language)))
    if not days.eves and eve_on(found):
        # The sum by law; a window would say the day before.
        put_warning(_("{eve}: with a calendar it is closed", eve=eve_words(found, language)))
    if why:
        reasons = ", ".join(why)
        put(_("The deadline is {day}. Closed: {why}", day=long_date(raw, language), why=reasons))


def _write(document: dict[str, Any]) -> None:
    write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def _day(session: Session, typed: str) -> date:
    """The day that was meant. Raises BadInputError."""
    from phases.reading_dates import read_date

    return read_date(typed, session.today, session.words.language)


def _days(session: Session, file: str | None) -> Calendar:
    """The closed days of the file, else of the settings, else none. Raises StructureError.

    Without any closures it is the sum by law that somebody wants, and the eves count (DA-7).
    """
    from phases.calendar import NO_CLOSURES, Closures

    if file is None:
        return session.calendar or NO_CLOSURES
    from data.calendars import load_calendar

    return Closures(load_calendar(Path(file)).spans)


def _found(session: Session, ask: Callable[[], T]) -> T:
    """What the deadlines say; a calendar that is closed for a year has no answer."""
    from phases.deadlines import NoOpenDayError

    try:
        return ask()
    except NoOpenDayError:
        _ = session.words
        said = Said(_("The calendar leaves no open day within a year"), _("Look at the calendar"))
        raise StopError(said, "E-CLOSED") from None
