"""What is proposed of a new meeting, in words: the thing, what it would be, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from app.wording.capital import capital
from app.wording.units import said
from app.words import N_
from phases.showing_dates import clock_time, long_date

if TYPE_CHECKING:
    from datetime import date

    from app.words import Words
    from phases.case import Case
    from phases.context import Context
    from phases.new_group import Member
    from phases.new_meeting import DayWhy, NewDay, NewMeeting, Why
    from phases.structures import Structure

DAY_WHY: Final[Mapping[DayWhy, str]] = {
    "agreed": N_("agreed at the last meeting"),
    "plan": N_("from the year's plan"),
    "latest": N_("the latest day"),
    "none": "",
}

NOBODY_YET: Final = N_("nobody yet")
"""No viddevakt before the meeting: it is settled there (S3-07)."""

WHY: Final[Mapping[Why, str]] = {
    "agreed": N_("agreed at the last meeting"),
    "last": N_("as last time"),
    "unit": N_("as in the newest log here"),
    "none": "",
}


class ProposedLine(NamedTuple):
    """One thing about the meeting."""

    label: str
    value: str
    """Empty where it has to be asked."""
    why: str = ""


def day_words(day: NewDay, today: date, words: Words) -> str:
    """Why this day, and by when at the latest."""
    if day.gone_by is not None:
        gone = long_date(day.gone_by, words.language, today=today)
        return words("The latest day was {day}: Agree on a new one", day=gone)
    told = [words(DAY_WHY[day.why])] if DAY_WHY[day.why] else []
    if day.latest is not None and day.why != "latest":
        latest = long_date(day.latest, words.language, today=today)
        told.append(words("at the latest {day}", day=latest))
    return ", ".join(told)


def proposed_lines(
    found: NewMeeting, case: Case, ctx: Context, fits: str, words: Words
) -> tuple[ProposedLine, ...]:
    """All of it, a line each, in the order in which it is asked; `fits` is why this structure."""
    _ = words
    day = long_date(found.day.on, _.language) if found.day.on else ""
    clock = clock_time(found.clock, _.language) if found.clock else ""
    away = [p.label for p in found.people if p.absent]
    not_last = _("not there last time: {names}", names=", ".join(away)) if away else ""
    return (
        ProposedLine(_("Day"), day, day_words(found.day, ctx.today, _)),
        ProposedLine(_("Time"), clock, _why(found.clock_why, _)),
        ProposedLine(_("Place"), found.place, _why(found.place_why, _)),
        ProposedLine(
            _("Kind"), structure_title(found.structure, ctx.structures, case.facts.unit, _), fits
        ),
        ProposedLine(_("Who comes"), "", not_last),
        ProposedLine(_("Viddevakt"), case.label(found.guard) if found.guard else ""),
    )


def structure_title(
    structure: str, structures: Mapping[str, Structure], unit: str, words: Words
) -> str:
    """A structure's own title; its id where its file isn't there."""
    shape = structures.get(structure)
    return said(shape.title, words.language, unit) if shape else structure


def members_by_label(group: Sequence[Member], unit: str, words: Words) -> dict[str, Member]:
    """The group with a label each: a role's word or the service's own name, and nobody's name."""
    from app.wording.states import role_words

    found: dict[str, Member] = {}
    for member in group:
        label = member.service or capital(role_words(member.role, unit, words))
        found.setdefault(label, member)
    return found


def _why(why: Why, words: Words) -> str:
    return words(WHY[why]) if WHY[why] else ""
