"""The forms of a meeting as forms: framed tables to fill in, by hand or from the log (S4).

Any structure's: what a part of the meeting settles becomes a table, in the structure's own words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.papers.errors import refused
from app.papers.form_builtins import BUILT
from app.papers.form_tables import form_titles, framed
from app.papers.minutes_ends import filing_boxes, signatures
from app.papers.paper import Bullets, Heading, Paper, Table, Text
from app.papers.parts import answered, day, paper_of, phase_titles, section, structure_title
from app.papers.share import share
from app.phase_words import asked_words, meeting_words
from app.wording.capital import capital
from app.wording.form_titles import FormTitles
from phases.attendance import came
from phases.changes import EXIT_RULE
from phases.commands.planning import agenda_of
from phases.log_parts import form_table
from phases.records import Meeting
from phases.showing_dates import clock_time
from phases.sitting import Sitting

if TYPE_CHECKING:
    from app.papers.asking import Asked
    from app.papers.paper import AnyBlock
    from app.papers.parts import Blocks
    from phases.records import AgendaPhase


def form(asked: Asked) -> Paper:
    """The form of that meeting; blank, it holds nothing of the log. Raises PaperError."""
    asked = _with_a_meeting(asked)
    if not asked.blank and share(asked) != "whole":
        raise refused("R-E9", asked.words, {"agreed": "parts"}, EXIT_RULE)
    titles = phase_titles(asked)
    phases = asked.sitting.agenda.phases if asked.sitting else ()
    blocks: list[AnyBlock] = [*_head(asked)]
    for phase in phases:
        told = _phase(asked, phase)
        if told:
            blocks += [Heading(text=titles[phase.id]), *told]
    aims = meeting_words(asked.structure, asked.case.facts.unit, asked.words.language).aims
    return paper_of(
        asked,
        "form",
        structure_title(asked) or asked.words("BTI meeting"),
        (*blocks, *_foot(asked)),
        subtitle=aims[-1] if aims else "",
        foot=asked.case.id,
    )


def _with_a_meeting(asked: Asked) -> Asked:
    """Where no meeting is planned, the form of the log's own structure."""
    if asked.sitting is not None:
        return asked
    shape = asked.ctx.structures.get(asked.case.facts.structure)
    if shape is None or not asked.blank:
        raise refused("no-meeting", asked.words)
    return replace(asked, sitting=Sitting(Meeting(id=""), agenda_of(shape, "", 0)))


def _head(asked: Asked) -> Blocks:
    """Date, time, place, purpose, who is present (S4-03 … S4-07)."""
    _, sitting = asked.words, asked.sitting
    if sitting is None:
        return ()
    aims = meeting_words(asked.structure, asked.case.facts.unit, _.language).aims
    purpose = sitting.meeting.purpose or (aims[0] if aims else "")
    on = time = place = present = ""
    if not asked.blank:
        at = sitting.meeting.at or (sitting.line.started.utc if sitting.line.started else None)
        on = day(asked.met_on)
        time = clock_time(at.astimezone(asked.ctx.zone), _.language) if at else ""
        place = sitting.meeting.place
        present = ", ".join(p.label for p in came(asked.case, sitting))
    else:
        purpose = aims[0] if aims else ""
    rows = ((_("Date"), _("Time"), _("Place")), (on, time, place))
    told = Table(head=(_("Purpose"),), rows=((purpose,),), title=_("Purpose"), framed=True)
    return (
        Table(head=rows[0], rows=(rows[1],), title=_("Date, time and place"), framed=True),
        *((told,) if purpose or asked.blank else ()),
        Table(head=(_("Present"),), rows=((present,),), title=_("Present"), framed=True),
    )


def _phase(asked: Asked, phase: AgendaPhase) -> Blocks:
    """What a part of the meeting settles, in its order: forms, points to tick, built-in items."""
    _, sitting = asked.words, asked.sitting
    if sitting is None:
        return ()
    forms = {each.id: each for each in phase.forms}
    titles = form_titles(asked, phase)
    blocks: list[AnyBlock] = [*_points(asked, phase)]
    for item in phase.settle:
        if item in forms:
            said = titles.get(item, FormTitles(item, {}, {}))
            blocks += framed(asked, form_table(asked.case, sitting, forms[item]), said)
        elif item in BUILT:
            blocks += BUILT[item](asked)
    return tuple(blocks)


def _points(asked: Asked, phase: AgendaPhase) -> Blocks:
    _, sitting = asked.words, asked.sitting
    words = asked_words(asked.structure, phase.id, asked.case.facts.unit, _).points
    found = [p.id for p in phase.points if p.id in words]
    if not found or sitting is None:
        return ()
    ticked = () if asked.blank else sitting.meeting.ticked
    items = tuple(f"{capital(words[p])}{answered(asked, p) if ticked else ''}" for p in found)
    at = tuple(n for n, p in enumerate(found) if p in ticked)
    return (Bullets(items=items, boxes=True, ticked=at),)


def _foot(asked: Asked) -> Blocks:
    """Lines to sign, and where the papers are filed (S4-08, S4-09)."""
    _ = asked.words
    signed = signatures(asked)
    note = Text(text=_("A name that is typed is no signature: sign on paper."), weight="small")
    return (
        *signed,
        *((note,) if signed else ()),
        *section(_("Filed"), filing_boxes(asked)),
    )
