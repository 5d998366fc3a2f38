"""What a phase has to settle, and what still is open: "Att i denne delen: …"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from phases.case import Case
from phases.floor import floor_in
from phases.records import AgendaPhase, Participant
from phases.sitting import Sitting
from phases.structures import Item

NOBODY = "none"
"""No viddevakt: the clock and all help (R-M1)."""


def open_items(case: Case, sitting: Sitting) -> tuple[Item, ...]:
    """What the running phase still has to settle, in the structure's order."""
    phase = sitting.phase
    return open_in(case, sitting, phase) if phase else ()


def open_in(case: Case, sitting: Sitting, phase: AgendaPhase) -> tuple[Item, ...]:
    """What one phase still has to settle."""
    return tuple(i for i in phase.settle if not settled(i, case, sitting, phase))


def needed(item: Item, case: Case) -> bool:
    """Whether an item is more than an offer: introductions are, once somebody is new (R-M3)."""
    return item != "introductions" or bool(newcomers(case))


def newcomers(case: Case) -> tuple[Participant, ...]:
    """Those in the room for the first time."""
    return tuple(p for p in case.present if p.new)


def writer(case: Case, sitting: Sitting) -> str:
    """Who writes the minutes, by choice or by duty; empty while open (S3-04)."""
    by_duty = case.with_duty("writer")
    return sitting.meeting.writer or (by_duty.id if by_duty else "")


def viddevakt(case: Case, sitting: Sitting) -> str:
    """Who guards the structure, `none` when the clock and all do, empty while open (S3-07)."""
    by_duty = case.with_duty("guard")
    return sitting.meeting.viddevakt or (by_duty.id if by_duty else "")


def measures_read(case: Case, sitting: Sitting) -> bool:
    """Whether every measure agreed here has been read aloud (S3-22)."""
    agreed = {a.id for a in case.agreed_in(sitting.meeting.id)}
    return bool(agreed) and agreed <= set(sitting.meeting.read_aloud)


def settled(item: Item, case: Case, sitting: Sitting, phase: AgendaPhase) -> bool:
    """Whether this item is settled."""
    return _SETTLED[item](case, sitting, phase)


def baton_settled(case: Case, sitting: Sitting) -> bool:
    """Accepted, or answered for by a date; with nothing chosen now the old holder stays (D3)."""
    choice, given = sitting.meeting.choice, sitting.meeting.hand_over
    stays = bool(case.facts.relay_holder)
    if choice is not None and choice.none_now and stays:
        return True
    if given is None or given.declined:
        return given is not None and stays
    return given.accepted or given.answer_by is not None


def _family_first(case: Case, sitting: Sitting, phase: AgendaPhase) -> bool:
    return "family" not in floor_in(case, sitting, phase).waiting


def _heard(case: Case, sitting: Sitting, phase: AgendaPhase) -> bool:
    return not floor_in(case, sitting, phase).queue


def _offers(case: Case, sitting: Sitting, phase: AgendaPhase) -> bool:
    return _heard(case, sitting, phase) or bool(case.offers_in(sitting.meeting.id))


def _measures(case: Case, sitting: Sitting, phase: AgendaPhase) -> bool:
    del phase
    return bool(case.agreed_in(sitting.meeting.id)) or bool(sitting.meeting.no_measure)


def _read_aloud(case: Case, sitting: Sitting, phase: AgendaPhase) -> bool:
    """A reason stands in for measures only where there are none to read."""
    del phase
    none = bool(sitting.meeting.no_measure) and not case.agreed_in(sitting.meeting.id)
    return none or measures_read(case, sitting)


_SETTLED: Final[Mapping[Item, Callable[[Case, Sitting, AgendaPhase], bool]]] = {
    "introductions": lambda case, sitting, _: (
        bool(sitting.meeting.introductions) and not newcomers(case)
    ),
    "consent-told": lambda _case, sitting, _: sitting.meeting.consent_told,
    "writer": lambda case, sitting, _: bool(writer(case, sitting)),
    "viddevakt": lambda case, sitting, _: bool(viddevakt(case, sitting)),
    "family-first": _family_first,
    "services-heard": _heard,
    "challenge": lambda _case, sitting, _: bool(sitting.meeting.challenge),
    "offers": _offers,
    "choice": lambda _case, sitting, _: sitting.meeting.choice is not None,
    "decided-by": lambda _case, sitting, _: bool(sitting.meeting.decided_by),
    "relay-holder": lambda case, sitting, _: baton_settled(case, sitting),
    "measures": _measures,
    "read-aloud": _read_aloud,
    "next-meeting": lambda _case, sitting, _: sitting.meeting.next_meeting is not None,
    "inform-child": lambda case, sitting, _: (
        case.child_present or sitting.meeting.inform_child is not None
    ),
    "staff-stay": lambda _case, sitting, _: sitting.meeting.staff_stay,
}
"""Item -> whether it is settled; a new item is one line here."""
