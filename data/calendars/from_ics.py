"""A municipality's ICS file read into closures: whole days that are called a holiday or a day off.

Such files hold first school days and parents' evenings too, so what doesn't look like a closure is
left out and told, for a person to judge. Only here and in `data/ics.py` is icalendar imported.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pydantic import ValidationError

from data.calendars import LONGEST_DAYS, SchoolCalendar
from data.errors import DiskError, UsageError
from data.files import make_private_folder, read_file, write_private
from phases.text import clean_line
from phases.years import school_year

if TYPE_CHECKING:
    from icalendar import Component

MAX_BYTES: Final = 2 * 1024 * 1024
"""A school calendar is some tens of kilobytes."""

NAME_LIMIT: Final = 60

_CLOSED: Final = r"ferie|fri\b|fridag|steng[td]|planlegg|holiday|vacation|break\b|closed|day off"
_OPEN: Final = r"sk[uo]le?dag|school day|\bfør\b|\better\b|\bbefore\b|\bafter\b|\bsfo\b|\baks\b"
"""What names the last day before a holiday, or what is held in it."""

DAY: Final = timedelta(days=1)


class Span(NamedTuple):
    """A closure as the file tells it."""

    first: date
    last: date
    name: str


class Taken(NamedTuple):
    """What was found in a file."""

    closures: tuple[Span, ...]
    left_out: tuple[str, ...]
    """The names of what doesn't look like a closure, each once."""


def read_ics(path: Path, *, every: bool = False) -> Taken:
    """The closures in an ICS file; with `every`, all its whole days, whatever they are called.

    Raises:
        UsageError: `missing`, `calendar-ics` (it is none), `calendar-none` (no closure in it).
        DiskError: it can't be read.
    """
    raw = read_file(path)
    if raw is None:
        raise DiskError("missing", path=path.name)
    closures: dict[Span, None] = {}
    left_out: dict[str, None] = {}
    for event in _events(raw, path):
        name = clean_line(str(event.get("SUMMARY", "")), NAME_LIMIT).text
        span = _span(event, name)
        if span is not None and name and (every or _is_closure(name)):
            closures[span] = None
        elif name:
            left_out[name] = None
    if not closures:
        raise UsageError("calendar-none", path=path.name)
    return Taken(tuple(sorted(closures)), tuple(left_out))


def _events(raw: bytes, path: Path) -> list[Component]:
    import icalendar

    if len(raw) > MAX_BYTES:
        raise UsageError("calendar-ics", path=path.name)
    try:
        calendars = icalendar.Calendar.from_ical(raw.decode("utf-8-sig"), multiple=True)
        found = [event for each in calendars for event in each.walk("VEVENT")]
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, RecursionError):
        # What the library raises over bad input differs from line to line; none of it is ours.
        raise UsageError("calendar-ics", path=path.name) from None
    if not calendars:
        raise UsageError("calendar-ics", path=path.name)
    return found


def _span(event: Component, name: str) -> Span | None:
    """The whole days of an event; None for one at a time of day, or one that recurs."""
    first, end = _moment(event, "DTSTART"), _moment(event, "DTEND")
    if first is None or "RRULE" in event:
        return None
    length = _value(event, "DURATION")
    if end is None and isinstance(length, timedelta):
        end = first + length
    begins, ends = _day(first), _day(end) if end is not None else None
    if begins is None or (end is not None and ends is None):
        return None
    # The end of an event isn't part of it (RFC 5545 §3.6.1); some programs leave it out.
    last = max(begins, ends - DAY) if ends is not None else begins
    return Span(begins, last, name) if (last - begins).days <= LONGEST_DAYS else None


def _moment(event: Component, key: str) -> date | None:
    found = _value(event, key)
    return found if isinstance(found, date) else None


def _value(event: Component, key: str) -> Any:
    """What stands there; None for nothing, and for what can't be read."""
    try:
        return getattr(event.get(key), "dt", None)
    except ValueError:
        return None


def _day(moment: date) -> date | None:
    """The day of a whole day; some programs write it as midnight."""
    if isinstance(moment, datetime):
        return moment.date() if moment.time() == time() else None
    return moment


def _is_closure(name: str) -> bool:
    plain = name.casefold()
    return bool(re.search(_CLOSED, plain)) and not re.search(_OPEN, plain)


def write_calendars(
    folder: Path, municipality: str, name: str, closures: Iterable[Span], *, force: bool = False
) -> tuple[Path, ...]:
    """One file a school year, by the day on which a closure begins.

    Raises:
        UsageError: `calendar-name` (no municipality's id), `calendar-ics` (more in a year than
            there can be), `file-kept` (one is there, and `force` isn't given); nothing is written.
        DiskError: it can't be written.
    """
    by_year: dict[str, list[Span]] = defaultdict(list)
    for span in closures:
        by_year[str(school_year(span.first))].append(span)
    texts = {}
    for year, spans in sorted(by_year.items()):
        path = folder / f"{municipality}-{year.replace('/', '-')}.toml"
        _check(municipality, year, spans)
        texts[path] = _text(municipality, name, year, spans)
        if path.exists() and not force:
            raise UsageError("file-kept", path=path.name)
    make_private_folder(folder)
    for path, text in texts.items():
        write_private(path, text.encode("utf-8"), force=force)
    return tuple(texts)


def _check(municipality: str, year: str, spans: list[Span]) -> None:
    rows = [span._asdict() for span in spans]
    try:
        SchoolCalendar.model_validate(
            {"municipality": municipality, "year": year, "closures": rows}
        )
    except ValidationError as error:
        at = error.errors(include_url=False)[0]["loc"]
        code = "calendar-name" if at[:1] == ("municipality",) else "calendar-ics"
        raise UsageError(code, path=f"{len(spans)} × {year}") from None


def _text(municipality: str, name: str, year: str, spans: list[Span]) -> str:
    lines = [f"municipality = {_quoted(municipality)}"]
    lines += [f"name = {_quoted(name)}"] if name else []
    lines.append(f"year = {_quoted(year)}")
    for span in spans:
        lines += ["", "[[closures]]", f"first = {span.first.isoformat()}"]
        lines += [f"last = {span.last.isoformat()}", f"name = {_quoted(span.name)}"]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML string; what JSON escapes in printable text, TOML escapes the same way."""
    return json.dumps(text, ensure_ascii=False)
