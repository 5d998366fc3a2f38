"""The agenda on one page, with clock times: what a meeting is led by where the machine fails.

Everything a leader reads on the screen stands here too: who speaks when, two sentences to say, what
has to be settled, and a few empty lines for what is agreed.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING, Final

from app.papers.errors import refused
from app.papers.paper import Facts, Heading, Table
from app.papers.parts import paper_of
from app.phase_words import asked_words, phase_words
from app.wording.capital import capital
from app.wording.floor_words import floor_line
from app.wording.items import item_words
from app.wording.states import duty_words
from app.wording.turns import turn_said
from app.wording.units import said
from phases.changes import EXIT_RULE
from phases.covering import service_of, uncovered
from phases.floor import called, floor_in
from phases.showing_dates import clock_time, long_date
from phases.sitting import Sitting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.papers.asking import Asked
    from app.papers.paper import AnyBlock, Paper
    from app.words import Words
    from phases.records import AgendaPhase, Participant
    from phases.words import ParticipantDuty

FEWEST: Final = 2
MOST: Final = 8
"""Empty rows for what is agreed."""
PAGE: Final = 55
"""Lines of text on the page, some left over: Word takes more room than PDF."""
TO_WRITE: Final = 2.6
"""Lines that an empty row takes."""
ACROSS: Final = 95
"""Letters in a line of the head."""
WIDTHS: Final = (18, 21, 42, 25)
"""Letters in the columns of the parts."""
BOX: Final = "☐ "


def agenda(asked: Asked) -> Paper:
    """The meeting to come, part by part. Raises PaperError where none is planned."""
    _, case = asked.words, asked.case
    sitting = _coming(asked)
    if asked.reader is not None and service_of(asked.reader) in uncovered(
        case, asked.ctx.today, [asked.reader]
    ):
        raise refused("R-E9", _, {"names": asked.reader.label}, EXIT_RULE)
    head, parts = Facts(rows=tuple(_facts(asked, sitting))), _parts(asked, sitting)
    written = Table(
        head=(_("What"), _("Who"), _("By when")),
        rows=(("", "", ""),) * _rows_left(head, parts),
        title=_("What we agree on"),
        shares=(6, 3, 2),
        framed=True,
    )
    blocks: tuple[AnyBlock, ...] = (
        head,
        parts,
        Heading(text=_("What we agree on")),
        written,
    )
    paper = paper_of(asked, "agenda", _title(asked, sitting), blocks)
    return paper.model_copy(update={"letters": "small"})


def _rows_left(head: Facts, parts: Table) -> int:
    """As many rows to write in as the page has room for below the parts, and always a few."""
    taken = sum(ceil(len(value) / ACROSS) for _label, value in head.rows)
    for row in parts.rows:
        cells = zip(row, WIDTHS, strict=True)
        taken += max(sum(ceil(len(t) / w) or 1 for t in cell.split("\n")) for cell, w in cells)
    return min(MOST, max(FEWEST, int((PAGE - taken) / TO_WRITE)))


def _coming(asked: Asked) -> Sitting:
    """The meeting that is planned or under way; one that is over has minutes instead."""
    found = asked.case.sitting
    if found is None or found.over or found.state == "cancelled":
        raise refused("no-meeting", asked.words)
    return found


def _title(asked: Asked, sitting: Sitting) -> str:
    structure = asked.ctx.structures.get(sitting.agenda.structure)
    if structure is None:
        return asked.words("Agenda")
    return said(structure.title, asked.language, asked.case.facts.unit)


# -- the head


def _facts(asked: Asked, sitting: Sitting) -> Iterator[tuple[str, str]]:
    """When, where, what for, and who comes with which task."""
    _, meeting, begins = asked.words, sitting.meeting, _begins(asked, sitting)
    total = timedelta(seconds=sitting.agenda.total_s)
    if begins is not None:
        day = long_date(begins.date(), _.language)
        yield _("When"), f"{day}, {_span(begins, begins + total, _)}"
    if meeting.place:
        yield _("Where"), meeting.place
    if meeting.purpose:
        yield _("Purpose"), meeting.purpose
    people = ", ".join(_with_duties(p, asked) for p in asked.case.present)
    if people:
        yield _("Who comes"), people


def _with_duties(person: Participant, asked: Asked) -> str:
    duties: list[ParticipantDuty] = [d for d in person.duties if d != "relay-holder"]
    if person.id == asked.case.facts.relay_holder:
        duties.append("relay-holder")
    told = [duty_words(duty, asked.words) for duty in duties]
    if asked.sitting is not None and person.id in asked.sitting.meeting.later:
        told.append(asked.words("comes later"))
    return f"{person.label} ({', '.join(told)})" if told else person.label


# -- the parts


def _parts(asked: Asked, sitting: Sitting) -> Table:
    _, at = asked.words, _begins(asked, sitting)
    since = timedelta()
    rows = []
    for phase in sitting.agenda.phases:
        until = since + timedelta(seconds=phase.planned_s)
        when = _span(at + since, at + until, _) if at else _minutes(since, until)
        title, *rest = _part(asked, sitting, phase)
        rows.append((f"{when}\n{title}", *rest))
        since = until
    return Table(
        # The first column has no head, so that it stands out: it is looked for all the time.
        head=("", _("Who speaks"), _("To say"), _("To tick")),
        rows=tuple(rows),
        title=_("The parts of the meeting"),
        shares=(9, 10, 19, 12),
    )


def _part(asked: Asked, sitting: Sitting, phase: AgendaPhase) -> tuple[str, str, str, str]:
    """Title, turns, sentences, points; its id and its turns alone where its file has gone."""
    _, structure = asked.words, asked.ctx.structures.get(sitting.agenda.structure)
    unit = asked.case.facts.unit
    here = phase_words(structure, phase.id, unit, _.language)
    own = asked_words(structure, phase.id, unit, _)
    items = [BOX + item_words(item, _, own.title_of(item)) for item in phase.settle]
    return (
        here.title if here else phase.id,
        "\n".join(_turns(asked, sitting, phase)),
        "\n".join(here.say) if here else "",
        "\n".join(items),
    )


def _turns(asked: Asked, sitting: Sitting, phase: AgendaPhase) -> Iterator[str]:
    """Who speaks in which order, by name; a round in general, with the services it goes through."""
    _, case, unit = asked.words, asked.case, asked.case.facts.unit
    if not phase.round:
        fresh = Sitting(sitting.meeting, sitting.agenda)
        queue = floor_in(case, fresh, phase).queue
        turns = (called(turn, case) for group in queue for turn in group.turns)
        yield from (turn_said(turn, unit, _) for turn in turns)
        if not case.facts.relay_holder and any(t.who == "relay-holder" for t in phase.floor):
            # Who carries the baton is chosen in the meeting.
            line = floor_line(phase, unit, _).rpartition(", ")[2]
            yield capital(line)
        return
    line = floor_line(phase, unit, _)
    yield capital(line)
    rounds = [p.id for p in sitting.agenda.phases if p.round and p.each == "service"]
    if case.services and [phase.id] == rounds[:1]:
        # Once: the rounds go by the same order, and many services would fill the page twice.
        yield ", ".join(case.services)


def _begins(asked: Asked, sitting: Sitting) -> datetime | None:
    """When it begins or began, local time; None where no time is set."""
    began = sitting.line.started
    at = began.utc if began is not None else sitting.meeting.at
    return at.astimezone(asked.ctx.zone) if at else None


def _span(first: datetime, last: datetime, words: Words) -> str:
    return f"{clock_time(first, words.language)}–{clock_time(last, words.language)}"


def _minutes(first: timedelta, last: timedelta) -> str:
    """Minutes since the beginning, where nobody knows yet when that is."""
    return "–".join(f"{each.seconds // 60}′" for each in (first, last))
