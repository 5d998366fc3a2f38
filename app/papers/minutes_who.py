"""The minutes' head: when and where it was, and who took part (S4-03 … S4-07, S3-02, S3-04)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.papers.paper import Table, Text
from app.papers.parts import NONE, began, facts, section, structure_title
from app.wording.consents import covers_words, joins_words
from app.wording.states import duty_words, form_words, role_words, state_words
from phases.attendance import attendance, unnamed
from phases.showing_dates import clock_time

if TYPE_CHECKING:
    from app.papers.asking import Asked
    from app.papers.parts import Blocks
    from phases.attendance import Attendance
    from phases.words import ParticipantDuty


def head(asked: Asked) -> Blocks:
    """The log by its name, which holds no more than it was given."""
    if asked.sitting is None:
        return NONE
    _, meeting = asked.words, asked.sitting.meeting
    # Finished is what minutes are about; that it was broken off must be said.
    state = "" if asked.sitting.state == "closed" else state_words(asked.sitting.state, _)
    return (
        facts(
            (_("The log"), asked.case.id),
            (_("Meeting"), structure_title(asked)),
            (_("When"), began(asked)),
            (_("Where"), meeting.place),
            (_("Purpose"), meeting.purpose),
            (_("State"), state),
        ),
    )


def people(asked: Asked) -> Blocks:
    """Who was there, with roles and how they joined; and who wasn't, without a reason."""
    if asked.sitting is None:
        return NONE
    _, found = asked.words, attendance(asked.case, asked.sitting)
    rows = tuple(
        (each.who.label, _role(each, asked), _did(each, asked)) for each in found if each.came
    )
    away = ", ".join(each.who.label for each in found if not each.came)
    table = Table(
        head=(_("Name"), _("Role"), _("In the meeting")),
        rows=rows,
        shares=(3, 4, 4),
        title=_("Who took part"),
    )
    more = _("Not everybody is named here, for no consent covers all of them.")
    missing = asked.met_on is not None and unnamed(asked.case, asked.met_on)
    told = (Text(text=more, weight="small"),) if missing else NONE
    return section(_("Who took part"), table, facts((_("Not present"), away)), *told)


def _role(each: Attendance, asked: Asked) -> str:
    """The role; of who speaks for a service, that service."""
    if each.who.role == "service" and each.who.service:
        return each.who.service
    role = role_words(each.who.role, asked.case.facts.unit, asked.words)
    return f"{role}, {each.who.service}" if each.who.service else role


def _did(each: Attendance, asked: Asked) -> str:
    _ = asked.words
    told = [duty_words(duty, _) for duty in _duties(each, asked)]
    told.append(joins_words(each.who, _))
    for moment, text in ((each.came_at, _("from {time}")), (each.left_at, _("until {time}"))):
        if moment is not None:
            local = moment.astimezone(asked.ctx.zone)
            told.append(text.format(time=clock_time(local, _.language)))
    return ", ".join(part for part in told if part)


def _duties(each: Attendance, asked: Asked) -> list[ParticipantDuty]:
    """Those of the meeting itself; who has the baton is told where it is handed on."""
    meeting = asked.sitting.meeting if asked.sitting else None
    asked_for: dict[ParticipantDuty, str] = {}
    if meeting is not None:
        asked_for = {"writer": meeting.writer, "guard": meeting.viddevakt}
    kept = [d for d in each.who.duties if d != "relay-holder" and not asked_for.get(d)]
    return kept + [duty for duty, person in asked_for.items() if person == each.who.id]


def consents(asked: Asked) -> Blocks:
    """A consent given orally in the meeting is noted in its minutes, and nowhere else (L1)."""
    _, case = asked.words, asked.case
    rows = tuple(
        (case.label(c.by), covers_words(c.covers, _), form_words(c.form, _))
        for c in case.consents.values()
        if c.meeting == asked.here and asked.here and c.withdrawn is None
    )
    table = Table(head=(_("Who"), _("What"), _("How")), rows=rows, title=_("Consents"))
    return section(_("Consented to in the meeting"), table)
