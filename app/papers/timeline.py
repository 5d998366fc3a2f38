"""The log as a picture: activities from–to, and the days on which people met."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.papers.paper import Span, Timeline
from app.wording.states import EFFECT_SYMBOLS, effect_words

if TYPE_CHECKING:
    from app.words import Words
    from phases.case import Case
    from phases.records import Activity

LocalDay = Callable[[datetime], date]


def timeline(case: Case, _: Words, local_day: LocalDay, *, symbols: bool = True) -> Timeline | None:
    """Who did what from when to when, and how it has gone; None for a log without activities.

    An activity begins where its period does, else on the day of the meeting that agreed on it.
    `symbols` are left out of what the family takes home.
    """
    met = {m: day for m in case.meetings if (day := _met_on(case, m, local_day)) is not None}
    found = [(a, first) for a in case.activities.values() if (first := _first(a, case, met))]
    if not found:
        return None
    spans = tuple(_span(a, first, case, _, symbols=symbols) for a, first in found)
    days = [first for _activity, first in found] + [*met.values()]
    ends = [span.last for span in spans if span.last] + days
    return Timeline(
        title=_("From when to when"),
        head=(_("What"), _("Who"), _("When"), _("How it has gone")),
        spans=spans,
        met=tuple(sorted(set(met.values()))),
        met_word=_("Meetings"),
        first=min(days),
        last=max(ends),
        alt=_alt(len(spans), len(set(met.values())), _),
    )


def _alt(activities: int, meetings: int, _: Words) -> str:
    what = _.many("{n} activity", "{n} activities", activities)
    return _.many("{what} and {n} meeting", "{what} and {n} meetings", meetings, what=what)


def _span(activity: Activity, first: date, case: Case, _: Words, *, symbols: bool) -> Span:
    said = [a for a in case.assessments_of(activity.id) if a.effect]
    effect = said[-1].effect if said else activity.effect
    last = _last(activity, case)
    return Span(
        label=activity.title,
        who=case.label(activity.owner),
        first=first,
        last=max(last, first) if last else None,
        symbol=EFFECT_SYMBOLS.get(effect or "", "") if symbols else "",
        word=effect_words(effect, _),
    )


def _first(activity: Activity, case: Case, met: dict[str, date]) -> date | None:
    """When it began; one that was told as tried before has no day of its own."""
    if activity.start is not None:
        return activity.start
    if activity.tried_before:
        return None
    told = (a.on for a in case.assessments_of(activity.id) if a.on)
    return met.get(activity.meeting) or min(told, default=activity.period_end or activity.due)


def _last(activity: Activity, case: Case) -> date | None:
    """The day it was ended, else by when it is to be done; None: goes on without a day."""
    ended = [a.on for a in case.assessments_of(activity.id) if a.decision == "end" and a.on]
    if not activity.open and ended:
        return ended[-1]
    return activity.period_end or activity.due


def _met_on(case: Case, meeting: str, local_day: LocalDay) -> date | None:
    started = case.sitting_of(meeting).line.started
    return local_day(started.utc) if started else None
