"""What the minutes tell of the talk: challenge, goals, how it has gone, forms, notes, offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.papers.form_tables import filled
from app.papers.paper import Bullets, Heading, Table, Text
from app.papers.parts import (
    NONE,
    answered,
    in_cell,
    looked_words,
    onward_words,
    phase_titles,
    section,
)
from app.phase_words import asked_words
from app.wording.states import effect_words, goal_status_words
from phases.log_parts import goal_lines
from phases.words import ARENAS

if TYPE_CHECKING:
    from app.papers.asking import Asked
    from app.papers.paper import AnyBlock
    from app.papers.parts import Blocks
    from phases.case import Case
    from phases.records import AgendaPhase, Assessment


def challenge(asked: Asked) -> Blocks:
    """The one sentence that everybody stood behind (S3-14, S3-23)."""
    text = asked.sitting.meeting.challenge if asked.sitting else ""
    return section(asked.words("What we want to solve together"), Text(text=text, weight="strong"))


def tried(asked: Asked) -> Blocks:
    """What was told of what has been tried before (S3-10)."""
    _, case = asked.words, asked.case
    rows = tuple(
        (a.title, case.label(a.owner), in_cell(effect_words(a.effect, _), a.comment))
        for a in case.activities.values()
        if a.tried_before and asked.here and a.meeting == asked.here
    )
    title = _("What has been tried before")
    head = (_("What"), _("Who"), _("How it has gone"))
    return section(title, Table(head=head, rows=rows, shares=(4, 3, 4), title=title))


def goals(asked: Asked) -> Blocks:
    """What each wants to reach, and what everybody wants (S2-4a); none of later meetings."""
    if asked.sitting is None:
        return NONE
    _, case, number = asked.words, asked.case, asked.sitting.meeting.number
    later = {m.id for m in case.meetings.values() if m.number > number}
    title = _("What we want to reach")
    rows = tuple(
        (
            line.text,
            _("Everybody") if line.shared else line.who,
            goal_status_words(line.status, _),
        )
        for line in goal_lines(case, asked.sitting)
        if case.goals[line.id].meeting not in later
    )
    head = (_("What"), _("Who"), _("Status"))
    return section(title, Table(head=head, rows=rows, shares=(5, 3, 2), title=title))


def walk(asked: Asked) -> Blocks:
    """How what was agreed before has gone: home, school, services (S0-23 … S0-27)."""
    _, case = asked.words, asked.case
    said = [a for a in case.assessments.values() if asked.here and a.meeting == asked.here]
    known = [a for a in said if a.tells and a.activity in case.activities]
    known.sort(key=lambda a: ARENAS.index(case.activities[a.activity].arena))
    title = _("How it has gone")
    head = (_("What"), _("Who"), _("How it has gone"), _("From here on"))
    rows = tuple(_walked(a, asked) for a in known)
    return section(title, Table(head=head, rows=rows, shares=(4, 3, 5, 3), title=title))


def _walked(said: Assessment, asked: Asked) -> tuple[str, str, str, str]:
    _, activity = asked.words, asked.case.activities[said.activity]
    who = asked.case.label(activity.owner)
    return (activity.title, who, looked_words(said, _), onward_words(said, _))


def talk(asked: Asked) -> Blocks:
    """The forms and points of each part, and the notes to it, as far as anything was written."""
    if asked.sitting is None:
        return NONE
    titles = phase_titles(asked)
    blocks: list[AnyBlock] = []
    for phase in asked.sitting.agenda.phases:
        told = (*filled(asked, phase), *_points(asked, phase), *_notes(asked.case, asked, phase))
        if told:
            blocks += [Heading(text=titles.get(phase.id, phase.id), level=2), *told]
    return section(asked.words("What we talked about"), *blocks)


def _points(asked: Asked, phase: AgendaPhase) -> Blocks:
    """The points that were gone through, in the structure's words."""
    _, sitting = asked.words, asked.sitting
    words = asked_words(asked.structure, phase.id, asked.case.facts.unit, _).points
    ticked = sitting.meeting.ticked if sitting else ()
    told = []
    for point in phase.points:
        if point.id in ticked and point.id in words:
            told.append(f"{words[point.id]}{answered(asked, point.id)}")
    return (Text(text=_("Gone through: {items}.", items="; ".join(told))),) if told else NONE


def _notes(case: Case, asked: Asked, phase: AgendaPhase) -> Blocks:
    notes = tuple(n.text for n in case.notes_in(asked.here) if n.phase == phase.id)
    return (Bullets(items=notes),) if notes else NONE


def offers(asked: Asked) -> Blocks:
    """How each service sees it and what it can contribute; none is turned down (S3-16 … S3-19)."""
    if asked.sitting is None:
        return NONE
    _, choice = asked.words, asked.sitting.meeting.choice
    found = asked.case.offers_in(asked.here)
    chosen = choice.offers if choice else ()
    seen = any(offer.view for offer in found)
    rows = tuple(
        (
            offer.service,
            *((offer.view,) if seen else ()),
            offer.text,
            *((_offer_stands(offer.id in chosen, asked),) if choice else ()),
        )
        for offer in found
    )
    head = (
        _("Service"),
        *((_("How they see it"),) if seen else ()),
        _("What they can do"),
        *((_("First or later"),) if choice else ()),
    )
    return section(_("What the services offered"), Table(head=head, rows=rows, title=_("Offers")))


def _offer_stands(chosen: bool, asked: Asked) -> str:
    return asked.words("chosen") if chosen else asked.words("may come later")
