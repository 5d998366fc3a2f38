"""The fields of an activity as texts: what an edit starts from, and what it means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final, Literal, cast

from phases.case import Case
from phases.changes import refuse
from phases.commands.base import goal, participant, title_line
from phases.records import Activity
from phases.words import ARENAS, Level

EditField = Literal[
    "title",
    "owner",
    "due",
    "arena",
    "status",
    "comment",
    "content",
    "extent",
    "organisation",
    "goal",
    "level",
    "contributors",
    "start",
    "period_end",
    "follow_up",
    "assess_on",
]

DATES: Final = frozenset({"due", "start", "period_end", "assess_on"})
"""Fields that hold a day."""

_BY_HAND: Final = ("planned", "active", "ended")
"""What an edit may set; that it goes on, or gave way, is said by an act of its own."""

_LEVELS: Final = ("1", "2", "3")


def field_text(found: Activity, field: str) -> str:
    """A field of an activity as the text an edit starts from."""
    value = getattr(found, field)
    if isinstance(value, tuple):
        return ",".join(value)
    return "" if value is None else str(value)


def new_value(field: EditField, value: str, case: Case) -> Any:
    """What the field becomes by this text. Raises RefusedError."""
    if field in DATES:
        return _iso(value)
    return _READERS[field](value, case) if field in _READERS else value


def helping(case: Case, names: Iterable[str]) -> tuple[str, ...]:
    """The ids of these participants, each once; several may stand in one text, with commas."""
    parts: list[str] = []
    for name in names:
        whole = case.find_participant(name) is not None
        parts += [name] if whole else [p.strip() for p in name.split(",") if p.strip()]
    found = (participant(case, part, "contributors").id for part in parts)
    return tuple(dict.fromkeys(found))


def level_meant(level: int | None) -> Level | None:
    """The level that was said; None where it is to be worked out."""
    if level not in (None, 1, 2, 3):
        raise refuse("bad-value", field="level", allowed=", ".join(_LEVELS))
    return cast("Level | None", level)


def in_one_period(start: date | None, period_end: date | None) -> None:
    """A period doesn't end before it begins."""
    if start is not None and period_end is not None and period_end < start:
        raise refuse("period-turned")


def _one_of(field: str, value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise refuse("bad-value", field=field, allowed=", ".join(allowed))
    return value


def _iso(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise refuse("E-DATE", value=text) from None


_READERS: Final[Mapping[str, Callable[[str, Case], Any]]] = {
    "title": lambda value, _: title_line(value, "title"),
    "owner": lambda value, case: participant(case, value, "owner").id,
    "contributors": lambda value, case: helping(case, (value,)),
    "goal": lambda value, case: goal(case, value).id if value else "",
    "level": lambda value, _: level_meant(int(_one_of("level", value, _LEVELS)) if value else None),
    "arena": lambda value, _: _one_of("arena", value, ARENAS),
    "status": lambda value, _: _one_of("status", value, _BY_HAND),
}
"""Field -> how its text is read; any other is free text."""
