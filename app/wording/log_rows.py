"""What a log says of consents, goals and activities, as rows of text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.wording.consents import covers_words
from app.wording.states import (
    arena_words,
    decision_words,
    effect_words,
    form_words,
    goal_status_words,
    level_words,
    status_words,
)
from phases.levels import level_of
from phases.showing_dates import numeric_date

if TYPE_CHECKING:
    from app.words import Words
    from phases.case import Case
    from phases.records import Activity
    from phases.structures import Structure


def activities_title(structure: Structure | None, words: Words) -> str:
    """What the lines of a log are called, by its structure: one thing with two names (D1)."""
    measures = structure is not None and structure.activity_label == "measure"
    return words("Measures") if measures else words("Activities")


def goal_rows(case: Case, words: Words) -> list[tuple[str, ...]]:
    """What is wanted, by whom, and where it stands."""
    together = words("everybody")
    return [
        (
            goal.text,
            ", ".join(
                [*([case.label(goal.owner)] if goal.owner else []), *([together] * goal.shared)]
            ),
            goal_status_words(goal.status, words),
        )
        for goal in case.goals.values()
    ]


def activity_rows(case: Case, words: Words) -> list[tuple[str, ...]]:
    """What, who, when, where, where it stands, how it went, and what more is said of it."""
    return [
        (
            a.title,
            case.label(a.owner),
            numeric_date(a.due) if a.due else "",
            arena_words(a.arena, case.facts.unit, words),
            words("tried before") if a.tried_before else status_words(a.status, words),
            effect_words(a.effect, words),
            a.comment,
            _more(a, case, words),
        )
        for a in case.activities.values()
    ]


def _more(found: Activity, case: Case, words: Words) -> str:
    """What else is said of an activity; empty where nothing is."""
    goal = case.goals.get(found.goal)
    helping = ", ".join(map(case.label, found.contributors))
    ends = [numeric_date(day) if day else "" for day in (found.start, found.period_end)]
    level = level_of(found, case)
    said = (
        found.content,
        found.extent,
        found.organisation,
        " – ".join(ends).strip() if any(ends) else "",
        words("with {names}", names=helping) if helping else "",
        words("followed up: {how}", how=found.follow_up) if found.follow_up else "",
        words("looked at {day}", day=numeric_date(found.assess_on)) if found.assess_on else "",
        words("goal: {text}", text=goal.text) if goal else "",
        level_words(level, words) if level > 1 else "",
    )
    return "; ".join(part for part in said if part)


def look_rows(case: Case, words: Words) -> list[tuple[str, ...]]:
    """Each look at an activity: when, what, how it had gone, what became of it, who said so."""
    return [
        (
            numeric_date(said.on) if said.on else "",
            case.activities[said.activity].title if said.activity in case.activities else "",
            effect_words(said.effect, words),
            decision_words(said.decision, words),
            "; ".join(part for part in (said.comment, said.worked, said.obstacles) if part),
            ", ".join(map(case.label, said.by)),
        )
        for said in case.assessments.values()
    ]


def consent_rows(case: Case, words: Words) -> list[tuple[str, ...]]:
    """Who consented to what, how and when, and until when it held."""
    rows: list[tuple[str, ...]] = []
    for consent in case.consents.values():
        covers, form = covers_words(consent.covers, words), form_words(consent.form, words)
        given = numeric_date(consent.given) if consent.given else ""
        until = ""
        if consent.withdrawn:
            until = words("withdrawn {date}", date=numeric_date(consent.withdrawn))
        elif consent.expires:
            until = words("until {date}", date=numeric_date(consent.expires))
        rows.append((case.label(consent.by), covers, form, given, until))
    return rows
