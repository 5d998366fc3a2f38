"""The log as pictures: activities from–to with the days on which people met, and used time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.papers.asking import ask
from app.papers.bars import time_bars
from app.papers.paper import Span, TimeBars, Timeline
from app.wording.states import EFFECT_SYMBOLS, effect_words

if TYPE_CHECKING:
    from app.papers.asking import Asked
    from app.words import Words
    from phases.case import Case
    from phases.records import Activity

LocalDay = Callable[[datetime], date]


def timeline(case: Case, _: Words, local_day: LocalDay, *, symbols: bool = True) -> Timeline | None:
    """Who did what from when to when, and how it has gone; None for a log without activities.

    An activity begins where its period does, else on the day of the meeting that agreed on it,
    else on the day it was written down.
    `symbols` are left out of what the family takes home.
    """
    met = {m: day for m in case.meetings if (day := _met_on(case, m, local_day)) is not None}
    noted = _noted_on(case, local_day)
    found = [(a, first) for a in case.activities.values() if (first := _first(a, met, noted))]
    if not found:
        return None
    spans = tuple(_span(a, first, case, _, symbols=symbols) for a, first in found)
    days = [first for _activity, first in found] + [*met.values()]
    ends = [span.last for span in spans if span.last] + days
    return Timeline(
        title=_("Activities and meetings"),
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


def _first(activity: Activity, met: Mapping[str, date], noted: Mapping[str, date]) -> date | None:
    """When it began; one that was told as tried before has no day of its own."""
    if activity.tried_before:
        return activity.start
    day = activity.start or met.get(activity.meeting) or noted.get(activity.id)
    return day or activity.period_end or activity.due


def _noted_on(case: Case, local_day: LocalDay) -> Mapping[str, date]:
    """Activity -> the day on which it was written down."""
    return {
        activity: local_day(event.at.utc)
        for events in case.happened.values()
        for event in events
        for activity, before in event.was.get("activities", {}).items()
        if before is None
    }


def _last(activity: Activity, case: Case) -> date | None:
    """The day it was ended, else by when it is to be done; None: goes on without a day."""
    ended = [a.on for a in case.assessments_of(activity.id) if a.decision == "end" and a.on]
    if not activity.open and ended:
        return ended[-1]
    return activity.period_end or activity.due


def _met_on(case: Case, meeting: str, local_day: LocalDay) -> date | None:
    started = case.sitting_of(meeting).line.started
    return local_day(started.utc) if started else None


def pictures(asked: Asked) -> tuple[Timeline | TimeBars, ...]:
    """For the staff's screen: the log, and how long each part took once the family has left.

    Until then nobody is to read a used time off a screen (design §8, R-E10).
    """
    asked = ask(asked)
    line = timeline(asked.case, asked.words, asked.ctx.local_day)
    over = asked.sitting is not None and asked.sitting.over and asked.sitting.meeting.family_left
    bars = (time_bars(asked),) if over else ()
    return ((line,) if line else ()) + bars
