"""Everything the lead screen shows, as plain values: pure, so that a test can read the wall.

Safe for guardians by default (design §8): no lateness, no used time of a finished phase, no
effects, no rule hints, nothing that is only half typed.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from app.desk import Desk
from app.phase_words import (
    AskedWords,
    PhaseWords,
    asked_words,
    compass_words,
    meeting_words,
    phase_words,
)
from app.screens.lead.still_open import still_open
from app.screens.log_parts import log_shown
from app.structure_gaps import borrowed_words
from app.widgets.log_table import LogHeadings, TableRow
from app.widgets.part_rows import PartRow
from app.widgets.phase_list import PhaseMark, PhaseRow
from app.wording.agreements import last_time_words
from app.wording.clock import ClockFace, clock_face
from app.wording.endings import later_words
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
from app.wording.speech import floor_words
from app.words import Words
from phases.baton import baton_told
from phases.case import Case
from phases.clock import Stamp
from phases.floor import Floor, allowance_s, floor
from phases.log_parts import working_on
from phases.pace import Pace, pace
from phases.reading_times import kept_time
from phases.shown_clock import shown_clock
from phases.signs import fresh_sign
from phases.sitting import Sitting
from phases.structures import Structure
from phases.words import Language

SPOKEN_S = 120.0
"""After this long in a part, or after its first turn, its opening sentences have been said."""

REMEMBERED = 120
"""Characters of what was agreed last time that the welcome shows."""


class LeadView(NamedTuple):
    """The whole screen at one instant."""

    head: str = ""
    """What kind of meeting it is; never whose."""
    ends: str = ""
    """ "Ferdig ca. 13.46"."""
    phases: tuple[PhaseRow, ...] = ()
    compass: tuple[tuple[str, bool], ...] = ()
    """The meeting's compass words in order, and which is the present one."""
    title: str = ""
    now_later: str = ""
    clock: ClockFace = ClockFace()
    turn: str = ""
    follows: str = ""
    say: tuple[str, ...] = ()
    spoken: bool = False
    """They have been said by now: a small screen gives their lines to the log.

    What belongs to one turn stays as long as that turn does."""
    aims: tuple[str, ...] = ()
    """What the meeting is for and how we meet, before the start and in the first part."""
    prompts: tuple[str, ...] = ()
    """Questions and tips of the part, where there is room for them."""
    remember: str = ""
    """The shared challenge, or what was agreed last time; after the end, when we meet again."""
    baton: str = ""
    """Who carries the baton, from when that is known."""
    headings: LogHeadings | PartRow | None = None
    rows: tuple[TableRow, ...] = ()
    to_settle: str = ""
    """ "Att i denne delen: 1 felles utfordring"."""
    banner: str = ""
    sign: bool = False
    """The viddevakt's small sign, while the family has the floor."""
    hidden: bool = False
    """Only the quiet picture is shown."""
    picture_says: str = ""
    """The sentence on it: a pause is told, a wall that is only hidden says nothing."""
    over: bool = False


class Steady(NamedTuple):
    """What follows from the case alone, and is the same until somebody saves something."""

    view: LeadView
    turns: Floor
    here: PhaseWords | None
    asked: AskedWords = AskedWords()


def steady_view(case: Case, desk: Desk, _: Words, *, wall: bool = False) -> Steady:
    """All but the clock; apart from it because most seconds change nothing here.

    With a `wall` beside it, that one is what is hidden, and the leader goes on (design §8).
    """
    sitting = case.sitting
    if sitting is None:
        head = head_words(case.facts.rehearsal, "", _)
        return Steady(LeadView(head, title=_("No meeting is planned yet")), Floor(), None)
    turns = floor(case, sitting)
    structure = desk.structures.get(sitting.agenda.structure)
    unit = case.facts.unit
    here = phase_words(structure, sitting.line.phase, unit, _.language)
    asked = asked_words(structure, sitting.line.phase, unit, _)
    speaks, follows = floor_words(turns, case, _)
    works_on = working_on(sitting, structure)
    log = log_shown(case, sitting, works_on, asked, _)
    view = LeadView(
        head=head_words(case.facts.rehearsal, borrowed_words(structure, sitting.line.phase, _), _),
        phases=_phase_rows(sitting, structure, unit, _.language),
        compass=compass_words(structure, sitting.line.phase, _.language),
        title=here.title if here else state_title(sitting.state, _) or sitting.line.phase,
        now_later=here.now_later
        if here
        else planned_words(sitting.state, sitting.meeting.at, desk.zone, _),
        turn=speaks,
        follows=follows,
        say=here.say if here else (),
        aims=_aims(sitting, structure, unit, _),
        prompts=here.prompts if here else (),
        remember=_remember(case, sitting, _),
        baton=baton_words(baton_told(case, sitting), _),
        headings=log.headings,
        rows=log.rows,
        to_settle=still_open(case, sitting, turns, asked, _),
        hidden=sitting.hidden and not wall,
        picture_says=picture_words(sitting.state == "paused", _),
        over=sitting.over,
    )
    if case.facts.locked:
        return Steady(_closed(view, sitting, _), Floor(), here, asked)
    return Steady(view, turns, here, asked)


def _closed(view: LeadView, sitting: Sitting, _: Words) -> LeadView:
    """The consent to the log was taken back: nothing of it is shown any more (SC-10).

    Of a meeting that ended by it nothing says that it was broken off: nobody did anything wrong.
    """
    told = _("The log closes. Talk about what happens next without the log.")
    return LeadView(
        view.head,
        phases=view.phases,
        title=_("We go on without the log") if sitting.state == "broken-off" else view.title,
        remember=told,
        hidden=view.hidden,
        over=view.over,
    )


def lead_view(steady: Steady, case: Case, now: Stamp, desk: Desk, _: Words) -> LeadView:
    """What the lead screen shows now: the clock too, what hangs on it, and a fresh sign."""
    sitting = case.sitting
    if sitting is None:
        return steady.view
    at = pace(sitting, now)
    each = _allowance(steady.turns, at, _)
    sign = fresh_sign(sitting, now)
    purpose = steady.here.purpose if steady.here else ""
    turn_says = _said_in_turn(steady)
    clock = shown_clock(sitting, at, calm=steady.turns.calm and not desk.settings.calm_seconds)
    return steady.view._replace(
        ends="" if sitting.over else ends_words(at.end_shown, desk.zone, _),
        clock=clock_face(clock, _),
        turn=f"{steady.view.turn} · {each}" if each else steady.view.turn,
        say=turn_says or steady.view.say,
        spoken=not turn_says and (at.used_s > SPOKEN_S or bool(steady.turns.heard)),
        banner=banner_words(purpose, _) if sign == "banner" else "",
        sign=sign == "calm",
    )


def _said_in_turn(steady: Steady) -> tuple[str, ...]:
    """What is said to whoever has the floor, where the part has a sentence for that one alone."""
    turn = steady.turns.now
    said = steady.here.say_to.get(turn.who) if steady.here and turn else None
    return (said,) if said else ()


def room_for(view: LeadView, *, tall: bool, short: bool, typing: bool) -> frozenset[str]:
    """Which of the lines to say or read along are shown, by the name of their part of the view.

    On a small screen what is said aloud comes first and then gives way; nothing of it stands
    between the fields and the log while somebody types.
    """
    if typing or short:
        return frozenset()
    shown = {"say": tall or not view.spoken}
    shown["aims"] = bool(view.aims) and (tall or view.spoken or not view.say)
    shown["prompts"] = not shown["aims"] and (tall or view.spoken)
    return frozenset(name for name, room in shown.items() if room and getattr(view, name))


def _phase_rows(
    sitting: Sitting, structure: Structure | None, unit: str, language: Language
) -> tuple[PhaseRow, ...]:
    current = sitting.line.phase
    rows = []
    passed = sitting.over or not current
    for phase in sitting.agenda.phases:
        if phase.id in sitting.line.dropped:
            continue
        mark: PhaseMark = "later"
        if phase.id == current:
            mark, passed = "now", True
        elif sitting.line.begun(phase.id) if sitting.over else (not passed and current):
            # Broken off, a meeting hasn't done what it never came to.
            mark = "done"
        words = phase_words(structure, phase.id, unit, language)
        more = sitting.line.replanned.get(phase.id, 0.0) + sitting.line.given.get(phase.id, 0.0)
        minutes = (
            "" if mark == "done" or sitting.over else str(math.ceil((phase.planned_s + more) / 60))
        )
        rows.append(PhaseRow(words.title if words else phase.id, mark, minutes))
    return tuple(rows)


def _remember(case: Case, sitting: Sitting, _: Words) -> str:
    """In the welcome what was agreed last time, then the challenge, at last when we meet again."""
    if sitting.over:
        again, at = sitting.meeting.next_meeting, sitting.meeting.at
        if again is None:
            return ""
        if again.on is None:
            return later_words(case, again, _)
        return next_words(again.on, kept_time(again.at), at.date() if at else None, _)
    if sitting.meeting.challenge and sitting.underway:
        return challenge_words(sitting.meeting.challenge, _)
    return _short(last_time_words(case, _)) if _beginning(sitting) else ""


def _aims(sitting: Sitting, structure: Structure | None, unit: str, _: Words) -> tuple[str, ...]:
    if sitting.over or not _beginning(sitting):
        return ()
    said = meeting_words(structure, unit, _.language)
    return (*said.aims, *said.attitude)


def _beginning(sitting: Sitting) -> bool:
    """Before the start, and in the first part."""
    first = sitting.agenda.phases[0].id if sitting.agenda.phases else ""
    return sitting.line.phase in ("", first)


def _short(text: str) -> str:
    """As many of the things agreed last time as two lines hold; the log below has them all."""
    kept, *rest = text.split("; ")
    for part in rest:
        if len(kept) + len(part) > REMEMBERED:
            return f"{kept} …"
        kept = f"{kept}; {part}"
    return kept


def _allowance(turns: Floor, at: Pace, _: Words) -> str:
    """What is left for each service in the round, in whole minutes; nothing once it is short."""
    now = turns.now
    if now is None or not now.service or turns.calm:
        return ""
    minutes = int(allowance_s(turns, at.remaining_s) // 60) if len(turns.queue) > 1 else 0
    return _.many("about {n} min each", "about {n} min each", minutes) if minutes else ""
