"""The lines that a mirrored screen and the wall have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from phases.showing_dates import clock_time, long_date, short_date

if TYPE_CHECKING:
    from datetime import date, datetime, time, tzinfo

    from app.words import Words
    from phases.baton import Baton
    from phases.words import MeetingState


def state_title(state: MeetingState, _: Words) -> str:
    """The title where no phase runs; empty where the state has none."""
    if state == "planned":
        return _("Ready to begin")
    if state == "broken-off":
        return _("The meeting was broken off")
    return _("Thank you for today") if state == "closed" else ""


def planned_words(state: MeetingState, at: datetime | None, zone: tzinfo, _: Words) -> str:
    """Before the start: when it was planned, so that another day is noticed."""
    if state != "planned" or at is None:
        return ""
    local = at.astimezone(zone)
    day, time = long_date(local.date(), _.language), clock_time(local, _.language)
    return _("Planned: {day} {time}", day=day, time=time)


def head_words(rehearsal: bool, borrowed: str, _: Words) -> str:
    """What kind of meeting this is, never whose; and which texts stand in for others."""
    title = _("BTI meeting")
    title = _("{title} · rehearsal", title=title) if rehearsal else title
    return f"{title} · {borrowed}" if borrowed else title


def ends_words(end: datetime, zone: tzinfo, _: Words) -> str:
    """Say "Ferdig ca. 13.46", and nothing of how late that is."""
    return _("Ends about {time}", time=clock_time(end.astimezone(zone), _.language))


def challenge_words(challenge: str, _: Words) -> str:
    """What everybody agreed to solve together."""
    return _("Together we want to solve: {challenge}", challenge=challenge)


def next_words(day: date | None, at: time | None, today: date | None, _: Words) -> str:
    """When we meet again: "måndag 14. desember kl. 13", the year where it isn't plain."""
    if day is None:
        return ""
    told = long_date(day, _.language, today=today)
    if at is None:
        return _("Next meeting: {day}", day=told)
    return _("Next meeting: {day} at {time}", day=told, time=_hour(at, _.language))


def _hour(at: time, language: str) -> str:
    """Say "13" for a whole hour in Norwegian, else "13.30" or "13:00"."""
    whole = at.minute == 0 and language != "en"
    return str(at.hour) if whole else clock_time(at, language)


def baton_words(baton: Baton | None, _: Words) -> str:
    """Who carries the baton, or by when that is answered."""
    if baton is None:
        return ""
    if baton.answers_by is None:
        return _("The baton: {name}", name=baton.name)
    by = short_date(baton.answers_by, _.language)
    return _("The baton: {name} answers by {date}", name=baton.name, date=by)


def picture_words(paused: bool, _: Words) -> str:
    """The sentence on the quiet picture: a pause is told, a wall only hidden says nothing."""
    return _("We are taking a short break") if paused else ""


def banner_words(purpose: str, _: Words) -> str:
    """The viddevakt's banner: where we go back to, never why."""
    return _("We go back to: {purpose}", purpose=purpose)
