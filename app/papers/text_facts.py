"""What a text about the planned meeting may say: the facts that its template is given.

Everything else of the log stays out of it. What an SMS or an e-mail isn't given is left out here
too, and not by its template alone (L21).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.phase_words import phase_words
from app.wording.capital import capital
from app.wording.units import said, unit_words
from data.texts.fields import TextKind, is_neutral, names_for
from data.texts.filling import PhasePart
from phases.covering import service_of, uncovered
from phases.rounds import leading
from phases.showing_dates import clock_time, long_date, numeric_date

if TYPE_CHECKING:
    from app.papers.asking import Asked
    from phases.records import Participant
    from phases.sitting import Sitting


def text_facts(asked: Asked, sitting: Sitting, at: datetime, kind: TextKind) -> dict[str, Any]:
    """The names of this kind and what they stand for; `at` is when it begins, local time."""
    found = {**_neutral(asked, sitting, at, kind)}
    if not is_neutral(kind):
        found |= _letter(asked, sitting, at)
    return {name: found[name] for name in names_for(kind)}


def _neutral(asked: Asked, sitting: Sitting, at: datetime, kind: TextKind) -> dict[str, Any]:
    language = asked.words.language
    unit = unit_words(asked.case.facts.unit, language)["unit"]
    if kind != "reminder-sms":
        unit = capital(unit)  # on a line of its own
    return {
        "day": long_date(at.date(), language, today=asked.ctx.today),
        "date": numeric_date(at.date()),
        "time": clock_time(at, language),
        "place": sitting.meeting.place,
        "sender": asked.sender or unit,
    }


def _letter(asked: Asked, sitting: Sitting, at: datetime) -> dict[str, Any]:
    case, language, reader = asked.case, asked.words.language, asked.reader
    total_s = sitting.agenda.total_s
    leader = leading(case)
    coming = _coming(asked)
    structure = asked.ctx.structures.get(sitting.agenda.structure)
    unit = case.facts.unit
    return {
        # A letter is filed, and read in another year: a message's day needs none, this one does.
        "day": long_date(at.date(), language),
        "to": reader.label if reader else "",
        "for_child": reader is not None and reader.role == "child",
        "purpose": sitting.meeting.purpose,
        "end": clock_time(at + timedelta(seconds=total_s), language),
        "minutes": round(total_s / 60),
        "unit": unit_words(unit, language)["unit"],
        "meeting": said(structure.title, language, unit) if structure else "",
        "first": case.held is None,
        "interpreter": sitting.meeting.interpreter or "interpreter" in {p.role for p in coming},
        "leader": leader.label if leader else "",
        "attending": tuple(p.label for p in coming),
        "phases": _phases(asked, sitting, at),
        "answer_by": _answer_by(asked, at),
    }


def _coming(asked: Asked) -> list[Participant]:
    """Who is asked to come.

    The family is to know of everybody. Who else is written to by name isn't told of a service that
    the family hasn't consented to (S2-2b).
    """
    case, reader = asked.case, asked.reader
    coming = [p for p in case.participants.values() if not (p.absent or p.left_out)]
    if reader is None or reader.family:
        return coming
    untold = uncovered(case, asked.ctx.today, coming)
    return [p for p in coming if service_of(p) not in untold]


def _phases(asked: Asked, sitting: Sitting, at: datetime) -> tuple[PhasePart, ...]:
    structure, language = asked.ctx.structures.get(sitting.agenda.structure), asked.words.language
    parts, begins = [], at
    for phase in sitting.agenda.phases:
        words = phase_words(structure, phase.id, asked.case.facts.unit, language)
        # Its id says nothing to a family; where the structure's file has gone, no part is named.
        if words is not None:
            starts = clock_time(begins, language)
            parts.append(PhasePart(words.title, starts, round(phase.planned_s / 60)))
        begins += timedelta(seconds=phase.planned_s)
    return tuple(parts)


def _answer_by(asked: Asked, at: datetime) -> str:
    """The latest day of the reminder, so that it can tell of another day; empty once it is gone."""
    from phases.next_day import reminder_by

    day = reminder_by(at.date(), asked.ctx)
    if day is None or day < asked.ctx.today:
        return ""
    return long_date(day, asked.words.language, today=asked.ctx.today)
