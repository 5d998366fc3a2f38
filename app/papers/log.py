"""The whole log as a paper: people, consents, goals, activities with how they go, meetings.

Its table of activities is also what a spreadsheet is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.papers.paper import Table
from app.papers.parts import (
    day,
    facts,
    in_cell,
    looked_words,
    onward_words,
    paper_of,
    part_told,
    section,
    what,
    when,
    who,
)
from app.papers.share import concerns, for_family, share
from app.papers.timeline import timeline
from app.wording.consents import case_state_words, joins_words
from app.wording.log_rows import activities_title, consent_rows, goal_rows
from app.wording.states import (
    EFFECT_SYMBOLS,
    arena_words,
    effect_words,
    role_words,
    state_words,
    status_words,
)
from phases.showing_dates import long_date, numeric_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.papers.asking import Asked
    from app.papers.paper import AnyBlock, Paper
    from app.papers.parts import Blocks
    from app.words import Words
    from phases.case import Case
    from phases.records import Activity, CaseFacts, Participant
    from phases.sitting import Sitting


def log(asked: Asked) -> Paper:
    """All that the log holds, for whoever may have all of it. Raises PaperError (R-E9)."""
    _ = asked.words
    whole = share(asked) == "whole"
    written = asked.ctx.local_day(asked.made)
    picture = timeline(asked.case, _, asked.ctx.local_day, symbols=not for_family(asked))
    activities = (
        *section(activities_title(asked.structure, _), _activities(asked, whole=whole)),
        *(section(_("Timeline"), picture) if picture and whole else ()),
    )
    rest: tuple[AnyBlock, ...] = ()
    if whole:
        rest = (*section(_("How it has gone"), _looks(asked)), *_meetings(asked))
    blocks = (*_facts(asked), *_people(asked), *_consents(asked), *_goals(asked))
    return paper_of(
        asked,
        "log",
        _("BTI log {case}", case=asked.case.id),
        (
            *part_told(asked, whole=whole),
            *(blocks if whole else _facts(asked)),
            *activities,
            *rest,
        ),
        subtitle=_("As it stood on {day}", day=long_date(written, _.language)),
        foot=" – ".join((asked.case.id, numeric_date(written))),
    )


def _facts(asked: Asked) -> Blocks:
    _, case = asked.words, asked.case
    told = case.facts
    held = _held(case) if told.relay_holder in case.participants else []
    levels = [(str(each.level), each.on) for each in told.levels]
    return (
        facts(
            (_("The baton"), _now_and_before(held, _)),
            (_("Level"), _now_and_before(levels, _)),
            (_("State"), case_state_words(told.status, told.closed_reason, _)),
            (_("Kept here until"), _kept(told, _)),
        ),
    )


def _kept(told: CaseFacts, _: Words) -> str:
    """Until when, by which rule, and who deletes it then (L7, L8)."""
    if told.keep_until is None:
        return ""
    deletes = _("deleted by {name}", name=told.deleted_by) if told.deleted_by else ""
    return in_cell(numeric_date(told.keep_until), told.keep_why, deletes)


def _held(case: Case) -> list[tuple[str, date]]:
    """Who has carried the baton; whoever said yes to keeping it stands once.

    Nobody at all while it is carried by one who is not to be named: an earlier one would be read
    as the one who has it.
    """
    found: list[tuple[str, date]] = []
    for step in case.facts.holders:
        label = case.label(step.who) if step.who in case.participants else ""
        if not found or found[-1][0] != label:
            found.append((label, step.on))
    now_named = bool(found) and bool(found[-1][0])
    return [step for step in found if step[0]] if now_named else []


def _now_and_before(steps: Sequence[tuple[str, date]], _: Words) -> str:
    """The newest of what has followed on each other, and what it was before, with their days."""
    if len(steps) < 2:
        return "".join(now for now, _since in steps)
    *before, (now, since) = steps
    earlier = ", ".join(f"{was} ({day(on)})" for was, on in reversed(before))
    return _("{now} from {day}. Before: {before}", now=now, day=day(since), before=earlier)


def _people(asked: Asked) -> Blocks:
    _, case = asked.words, asked.case
    rows = tuple(
        (p.label, role_words(p.role, case.facts.unit, _), p.service, joins_words(p, _), _until(p))
        for p in case.participants.values()
        if not p.left_out
    )
    return _table(
        _("Who takes part"), (_("Name"), _("Role"), _("Service"), _("Joins"), _("In the log")), rows
    )


def _until(person: Participant) -> str:
    """From when to when, of somebody who has left the log again."""
    if person.active_to is None:
        return ""
    return f"{day(person.active_from)} – {day(person.active_to)}".strip()


def _consents(asked: Asked) -> Blocks:
    _ = asked.words
    head = (_("Who"), _("What"), _("How"), _("Given"), _("Until"))
    return _table(_("Consents"), head, tuple(consent_rows(asked.case, _)))


def _goals(asked: Asked) -> Blocks:
    _ = asked.words
    head = (_("What"), _("Who"), _("Status"))
    return _table(_("What we want to reach"), head, tuple(goal_rows(asked.case, _)), (5, 3, 2))


def _table(
    title: str,
    head: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    shares: tuple[int, ...] = (),
) -> Blocks:
    """A table under its heading, without the columns in which nothing stands."""
    kept = [n for n in range(len(head)) if any(row[n] for row in rows)]
    table = Table(
        head=tuple(head[n] for n in kept),
        rows=tuple(tuple(row[n] for n in kept) for row in rows),
        shares=tuple(shares[n] for n in kept) if shares else (),
        title=title,
    )
    return section(title, table)


def _activities(asked: Asked, *, whole: bool) -> Table:
    """What, who, where, when, where it stands and how it has gone."""
    _ = asked.words
    found = [a for a in asked.case.activities.values() if whole or concerns(a, asked)]
    head = (_("What"), _("Who"), _("Where"), _("When"), _("Status"), _("How it has gone"))
    rows = tuple(_activity(a, asked) for a in found)
    return Table(
        head=head,
        rows=rows,
        shares=(4, 3, 2, 3, 2, 5),
        title=activities_title(asked.structure, _),
        csv=True,
    )


def _activity(a: Activity, asked: Asked) -> tuple[str, ...]:
    _, case = asked.words, asked.case
    status = _("tried before") if a.tried_before else status_words(a.status, _)
    where = arena_words(a.arena, case.facts.unit, _)
    return (what(a), who(a, case, _), where, when(a), status, _effect(a, asked))


def _effect(a: Activity, asked: Asked) -> str:
    """By word and by symbol; what a guardian takes home has the word alone."""
    _, said = asked.words, [s for s in asked.case.assessments_of(a.id) if s.effect]
    effect = said[-1].effect if said else a.effect
    word = effect_words(effect, _)
    symbol = "" if for_family(asked) or not effect else EFFECT_SYMBOLS.get(effect, "")
    return in_cell(f"{symbol} {word}".strip(), a.comment)


def _looks(asked: Asked) -> Table:
    _, case = asked.words, asked.case
    rows = tuple(
        (
            day(said.on),
            case.activities[said.activity].title,
            looked_words(said, _),
            onward_words(said, _),
        )
        for said in case.assessments.values()
        if said.activity in case.activities
    )
    head = (_("When"), _("What"), _("How it has gone"), _("From here on"))
    return Table(head=head, rows=rows, shares=(2, 4, 5, 3), title=_("How it has gone"))


def _meetings(asked: Asked) -> Blocks:
    _, case = asked.words, asked.case
    held = sorted(case.meetings.values(), key=lambda m: m.number)
    rows = tuple(_meeting(case.sitting_of(m.id), asked) for m in held)
    head = (_("Meeting"), _("When"), _("Where"), _("State"), _("What we solve together"))
    return _table(_("Meetings"), head, rows, (2, 3, 3, 3, 5))


def _meeting(sitting: Sitting, asked: Asked) -> tuple[str, ...]:
    meeting, started = sitting.meeting, sitting.line.started
    at = started.utc if started else meeting.at
    return (
        str(meeting.number),
        numeric_date(asked.ctx.local_day(at)) if at else "",
        meeting.place,
        state_words(sitting.state, asked.words),
        meeting.challenge,
    )
