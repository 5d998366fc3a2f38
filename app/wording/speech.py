"""Who speaks, in words: "No: PPT spør", "Så: Mor, Far og kontaktlærar svarar"."""

from __future__ import annotations

from typing import Final

from app.widgets.plain import cut
from app.wording.turns import called_words, turn_said
from app.words import Words
from phases.case import Case
from phases.floor import Called, Floor, Speaking, called

MINUTE_S: Final = 60.0
HOUR_S: Final = 60 * MINUTE_S
DAY_S: Final = 24 * HOUR_S

ABOUT = 36
"""Cells of an activity's title beside whose turn it is; the table has all of it."""


def who_words(turn: Speaking, case: Case, _: Words) -> str:
    """The people of a turn: by what they are called, or as a group."""
    return called_words(called(turn, case), case.facts.unit, _)


def away_words(away_s: float, _: Words) -> str:
    """How long nobody was here; under a minute is said as such, not rounded up."""
    if away_s < MINUTE_S:
        return _("Nobody was here for less than a minute.")
    if away_s > DAY_S:
        return _("Nobody was here for more than a day.")
    if away_s >= 2 * HOUR_S:
        hours = round(away_s / HOUR_S)
        return _.many(
            "Nobody was here for about {n} hour.", "Nobody was here for about {n} hours.", hours
        )
    return _.many(
        "Nobody was here for about {n} minute.",
        "Nobody was here for about {n} minutes.",
        round(away_s / MINUTE_S),
    )


def turn_words(turn: Speaking, case: Case, _: Words) -> str:
    """A turn as a short sentence."""
    return _sentence(called(turn, case), case.facts.unit, _)


def floor_words(floor: Floor, case: Case, _: Words) -> tuple[str, str]:
    """Who has the floor now, and who follows; empty where nobody does."""
    now, then = floor.now, floor.following
    speaks, follows = (called(turn, case) if turn else None for turn in (now, then))
    return turns_words(speaks, follows, case.facts.unit, _)


def turns_words(now: Called | None, then: Called | None, unit: str, _: Words) -> tuple[str, str]:
    """The same of turns that are known by their facts alone."""
    return (
        _("Now: {turn}", turn=_sentence(now, unit, _)) if now else "",
        _("Then: {turn}", turn=_sentence(then, unit, _)) if then else "",
    )


def _sentence(turn: Called, unit: str, _: Words) -> str:
    said = turn_said(turn, unit, _)
    return f"{said} · {cut(turn.activity, ABOUT)}" if turn.activity else said
