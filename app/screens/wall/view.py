"""The words of the wall, from the facts of a `WallView`: pure, so that a test can read the wall."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo
from typing import NamedTuple

from app.phase_words import (
    AskedWords,
    asked_words,
    compass_words,
    meeting_words,
    phase_words,
)
from app.structure_gaps import borrowed_words
from app.widgets.log_table import LogHeadings, LogRow, TableRow
from app.widgets.part_rows import PartRow
from app.wording.agreements import agreed_words, awaited_words
from app.wording.clock import ClockFace, clock_face
from app.wording.log_lines import log_row
from app.wording.log_parts import forms_rows, goals_part, measures_part, walk_part
from app.wording.projected import (
    banner_words,
    baton_words,
    challenge_words,
    ends_words,
    head_words,
    next_words,
    picture_words,
    planned_words,
    state_title,
)
from app.wording.speech import turns_words
from app.words import Words
from data.wall import WallView
from data.wall_parts import WallLine
from phases.log_lines import LogLine
from phases.structures import Structure


class WallWords(NamedTuple):
    """The whole wall at one instant, in words."""

    head: str = ""
    ends: str = ""
    compass: tuple[tuple[str, bool], ...] = ()
    """The meeting's compass words in order, and which is the present one."""
    title: str = ""
    purpose: str = ""
    now_later: str = ""
    prompt: str = ""
    """The part's first question or tip."""
    aims: tuple[str, ...] = ()
    """What the meeting is for and how we meet, before the start and in the first part."""
    clock: ClockFace = ClockFace()
    wait: str = ""
    """Instead of the clock, while there is no news."""
    turn: str = ""
    follows: str = ""
    remember: str = ""
    """The shared challenge; after the end, when we meet again."""
    baton: str = ""
    headings: LogHeadings | PartRow | None = None
    rows: tuple[TableRow, ...] = ()
    read: tuple[str, ...] = ()
    """The page to read aloud, a sentence each."""
    banner: str = ""
    hidden: bool = False
    picture_says: str = ""
    blank: bool = False


def wall_words(
    view: WallView, structures: Mapping[str, Structure], zone: tzinfo, _: Words
) -> WallWords:
    """What the wall says. Where a structure's file has gone, its phases have no title here."""
    if view.blank or view.hidden:
        over = view.blank and view.state is not None
        picture = _("The meeting is over") if over else picture_words(view.paused, _)
        return WallWords(blank=view.blank, hidden=view.hidden, picture_says=picture)
    structure = structures.get(view.structure)
    here = phase_words(structure, view.phase, view.unit, _.language)
    log = _log(view, asked_words(structure, view.phase, view.unit, _), _)
    speaks, follows = turns_words(view.turn, view.follows, view.unit, _)
    return WallWords(
        head=head_words(view.rehearsal, borrowed_words(structure, view.phase, _), _),
        ends=ends_words(view.ends_at, zone, _) if view.ends_at else "",
        compass=compass_words(structure, view.phase, _.language),
        title=here.title if here else _title(view, _),
        purpose=here.purpose if here else "",
        now_later=here.now_later if here else _planned(view, zone, _),
        prompt=here.prompts[0] if here and here.prompts else "",
        aims=_aims(view, structure, _),
        clock=clock_face(view.clock, _),
        wait=_("Waiting for the meeting computer") if view.waiting else "",
        turn=speaks,
        follows=follows,
        remember=_remember(view, _),
        baton=baton_words(view.baton, _),
        headings=log.heading,
        rows=log.rows,
        read=_read(view, _),
        banner=banner_words(here.purpose if here else "", _) if view.banner else "",
    )


def _title(view: WallView, _: Words) -> str:
    """The title where no phase runs."""
    return state_title(view.state, _) if view.state else _("No meeting is planned yet")


def _planned(view: WallView, zone: tzinfo, _: Words) -> str:
    return planned_words(view.state, view.planned_at, zone, _) if view.state else ""


def _aims(view: WallView, structure: Structure | None, _: Words) -> tuple[str, ...]:
    first = structure.phases[0].id if structure else ""
    if view.state != "planned" and view.phase != first:
        return ()
    said = meeting_words(structure, view.unit, _.language)
    return (*said.aims, *said.attitude)


def _remember(view: WallView, _: Words) -> str:
    if view.challenge:
        return challenge_words(view.challenge, _)
    return next_words(view.next_on, view.next_at, view.meeting_day, _)


def _read(view: WallView, _: Words) -> tuple[str, ...]:
    """The same sentences as on the leader's page, the answer that is awaited last."""
    day, baton = view.meeting_day, view.baton
    read = tuple(agreed_words(x.who, x.what, x.when, day, _) for x in view.read)
    if not read or baton is None or baton.answers_by is None:
        return read
    return (*read, awaited_words(baton.name, baton.answers_by, day, _))


class _Log(NamedTuple):
    """The table: what stands above its columns, and its rows."""

    heading: LogHeadings | PartRow | None
    rows: tuple[TableRow, ...]


def _log(view: WallView, asked: AskedWords, _: Words) -> _Log:
    """The part of the log that the phase works on, as far as the wall may know it, then the log."""
    rest = tuple(_row(n, line, _) for n, line in enumerate(view.lines))
    found = [
        *((walk_part(view.walk, _),) if view.walk else ()),
        *((goals_part(view.goals, _),) if view.goals else ()),
        *((measures_part(view.measures, _),) if view.measures else ()),
    ]
    forms = forms_rows(view.forms, asked.forms, _)
    if not found and not forms:
        heads = LogHeadings(_("What"), _("Who"), _("When"), "") if rest else None
        return _Log(heads, rest)
    if not found:
        return _Log(None, (*forms, *rest))
    return _Log(found[0].heading, (*found[0].rows, *forms, *rest))


def _row(number: int, line: WallLine, _: Words) -> LogRow:
    """A line with its standing only where it isn't simply agreed: an offer is no promise yet."""
    row = log_row(LogLine(str(number), *line), _)
    agreed = line.standing in ("active", "planned")
    return row._replace(status_symbol="", status_word="") if agreed else row
