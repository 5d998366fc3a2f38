"""What a phase has to settle, and what still is open: "Att i denne delen: …"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from phases.case import Case
from phases.covering import shares, uncovered_now
from phases.floor import FAMILY_ALONE, floor_in
from phases.measures import DESCRIBED, undescribed
from phases.records import Activity, AgendaForm, AgendaPhase, AgendaPoint, Answer, Participant
from phases.sitting import Sitting
from phases.structures import Item
from phases.walk import left

OPTIONAL: Final[frozenset[Item]] = frozenset({"half-year-plan"})
"""Asked for only where somebody wants it (S0-36)."""

TICKED: Final[frozenset[Item]] = frozenset({"everyone-active"})
"""Built-in items that are settled by a tick as well: asked, and that was enough."""

NOBODY = "none"
"""No viddevakt: the clock and all help (R-M1)."""


def open_items(case: Case, sitting: Sitting) -> tuple[Item, ...]:
    """What the running phase still has to settle, in the structure's order."""
    phase = sitting.phase
    return open_in(case, sitting, phase) if phase else ()


def open_in(case: Case, sitting: Sitting, phase: AgendaPhase) -> tuple[Item, ...]:
    """What one phase still has to settle; help that was chosen follows into the phases after.

    So does a service that no consent covers: the rule would hold the step out of the phase (R-C4).
    """
    items = phase.settle
    if "covered" not in items and shares(sitting, phase):
        items = (*items, "covered")
    if _comes_after("measures", sitting, phase) and case.chosen_in(sitting.meeting.id):
        items = (*items, "measures")
    return tuple(i for i in items if not settled(i, case, sitting, phase))


def needed(item: Item, case: Case) -> bool:
    """Whether Enter opens an item; else it is an offer, shown with its digit.

    Introductions are needed once somebody is new (R-M3), measures until there is one. That a
    chosen offer has no activity yet never stands between Enter and the next part. Of points and
    forms the structure says it.
    """
    if item == "introductions":
        return bool(newcomers(case))
    sitting = case.sitting
    if item in OPTIONAL or sitting is None or sitting.phase is None:
        return item not in OPTIONAL
    if item == "measures":
        return item in sitting.phase.settle and not case.agreed_in(sitting.meeting.id)
    if item == "offers":
        return bool(case.services)
    own = point_in(sitting.phase, item) or form_in(sitting.phase, item)
    return own is None or own.needed


def newcomers(case: Case) -> tuple[Participant, ...]:
    """Those in the room for the first time."""
    return tuple(p for p in case.present if p.new)


def has_next(sitting: Sitting) -> bool:
    """A date, who calls whom by when, or an outcome after which none is needed (R-E4)."""
    outcome = sitting.meeting.outcome
    return sitting.meeting.next_meeting is not None or (outcome is not None and outcome.ends)


def outcome_told(sitting: Sitting) -> bool:
    """Said how it goes on, where any part of the meeting asks it (R-E14, S4-32)."""
    asked = any("outcome" in phase.settle for phase in sitting.agenda.phases)
    return sitting.meeting.outcome is not None or not asked


def child_told(case: Case, sitting: Sitting) -> bool:
    """Here, or somebody will tell it; how and when too, where the structure asks (R-E5, S1-17f)."""
    told = sitting.meeting.inform_child
    if case.child_present or told is None:
        return case.child_present
    return sitting.agenda.inform_child == "who" or bool(told.how and told.when)


def to_ask(case: Case, sitting: Sitting) -> tuple[Participant, ...]:
    """Who hasn't been asked yet how the meeting was: one guardian, and the child if it is here.

    A guardian's answer stands for the others, as they sit together; each may give their own.
    """
    asked = {f.by for f in case.feedback.values() if f.meeting == sitting.meeting.id}
    here = case.present_family()
    guardians = tuple(p for p in here if p.role == "guardian")
    open_ones = () if any(p.id in asked for p in guardians) else guardians
    return open_ones + tuple(p for p in here if p.role == "child" and p.id not in asked)


def writer(case: Case, sitting: Sitting) -> str:
    """Who writes the minutes, by choice or by duty; empty while open (S3-04)."""
    by_duty = case.with_duty("writer")
    return sitting.meeting.writer or (by_duty.id if by_duty else "")


def viddevakt(case: Case, sitting: Sitting) -> str:
    """Who guards the structure, `none` when the clock and all do, empty while open (S3-07)."""
    by_duty = case.with_duty("guard")
    return sitting.meeting.viddevakt or (by_duty.id if by_duty else "")


def to_read(case: Case, sitting: Sitting) -> tuple[str, ...]:
    """What is read aloud: the ids of the measures, and of the help chosen that is none yet."""
    here = sitting.meeting.id
    return tuple(x.id for x in (*case.agreed_in(here), *case.chosen_in(here)))


def measures_read(case: Case, sitting: Sitting) -> bool:
    """Whether everything agreed here has been read aloud (S3-22)."""
    agreed = set(to_read(case, sitting))
    return bool(agreed) and agreed <= set(sitting.meeting.read_aloud)


def settled(item: Item, case: Case, sitting: Sitting, phase: AgendaPhase) -> bool:
    """Whether this item is settled; one that this program doesn't know stands in nobody's way."""
    known = _SETTLED.get(item)
    if known is not None:
        return known(case, sitting, phase)
    if item in sitting.meeting.ticked:
        return True
    if form_in(phase, item) is not None:
        return bool(filled(case, sitting, item))
    return point_in(phase, item) is None


def point_in(phase: AgendaPhase, item: Item) -> AgendaPoint | None:
    """The point of this phase with this id."""
    return next((p for p in phase.points if p.id == item), None)


def form_in(phase: AgendaPhase, item: Item) -> AgendaForm | None:
    """The form of this phase with this id."""
    return next((f for f in phase.forms if f.id == item), None)


def filled(case: Case, sitting: Sitting, form: str) -> tuple[Answer, ...]:
    """What stands in the cells of a form of this meeting."""
    here = sitting.meeting.id
    return tuple(a for a in case.answers.values() if a.meeting == here and a.form == form)


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
    waiting = floor_in(case, sitting, phase).queue
    return not any(turn.who in FAMILY_ALONE for group in waiting for turn in group.turns[:1])


def _heard(case: Case, sitting: Sitting, phase: AgendaPhase) -> bool:
    return not floor_in(case, sitting, phase).queue


def _offers(case: Case, sitting: Sitting, phase: AgendaPhase) -> bool:
    return _heard(case, sitting, phase) or bool(case.offers_in(sitting.meeting.id))


def _measures(case: Case, sitting: Sitting, phase: AgendaPhase) -> bool:
    """Something is agreed and every chosen offer has its activity, or there is a reason."""
    del phase
    here = sitting.meeting
    every = bool(case.agreed_in(here.id)) and not case.chosen_in(here.id)
    return every or bool(here.no_measure)


def _goals(case: Case, sitting: Sitting, phase: AgendaPhase) -> bool:
    """Whether each whose round it is has been asked, and a goal has been said (S2-4a)."""
    if phase.round and not _heard(case, sitting, phase):
        return False
    return any(goal.meeting == sitting.meeting.id for goal in case.goals.values())


def idle(case: Case) -> tuple[Participant, ...]:
    """Those in the log and in the room who own no open activity (S0-31, R-M13)."""
    owners = {a.owner for a in case.activities.values() if a.open}
    return tuple(p for p in case.present if in_the_log(case, p) and p.id not in owners)


def in_the_log(case: Case, person: Participant) -> bool:
    """A service that wasn't chosen is no log participant (D9), nor is the child asked for one."""
    if not person.in_log or person.role in ("child", "interpreter"):
        return False
    if person.role != "service" or person.id == case.facts.relay_holder:
        return True
    choice = case.sitting.meeting.choice if case.sitting else None
    if choice is None:
        return True
    chosen = {case.offers[o].service for o in choice.offers if o in case.offers}
    return (person.service or person.label) in chosen


def undated(case: Case, sitting: Sitting) -> tuple[Activity, ...]:
    """What was agreed here that nobody has said when to assess (S2-5e)."""
    return tuple(a for a in case.agreed_in(sitting.meeting.id) if a.assess_on is None)


def _comes_after(item: Item, sitting: Sitting, phase: AgendaPhase) -> bool:
    """Whether a phase before this one settles the item."""
    ids = [p.id for p in sitting.agenda.phases]
    earlier = sitting.agenda.phases[: ids.index(phase.id)]
    return item not in phase.settle and any(item in p.settle for p in earlier)


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
    "covered": lambda case, _sitting, _phase: not uncovered_now(case),
    "writer": lambda case, sitting, _: bool(writer(case, sitting)),
    "viddevakt": lambda case, sitting, _: bool(viddevakt(case, sitting)),
    "family-first": _family_first,
    "services-heard": _heard,
    "challenge": lambda _case, sitting, _: bool(sitting.meeting.challenge),
    "walk-through": lambda case, sitting, phase: not left(case, sitting, phase.id),
    "goals": _goals,
    "offers": _offers,
    "choice": lambda _case, sitting, _: sitting.meeting.choice is not None,
    "decided-by": lambda _case, sitting, _: bool(sitting.meeting.decided_by),
    "relay-holder": lambda case, sitting, _: baton_settled(case, sitting),
    "measures": _measures,
    DESCRIBED: lambda case, sitting, _: not undescribed(case, sitting),
    "everyone-active": lambda case, sitting, _: (
        "everyone-active" in sitting.meeting.ticked or not idle(case)
    ),
    "assess-dates": lambda case, sitting, _: not undated(case, sitting),
    "read-aloud": _read_aloud,
    "next-meeting": lambda _case, sitting, _: has_next(sitting),
    "inform-child": lambda case, sitting, _: child_told(case, sitting),
    "outcome": lambda _case, sitting, _: outcome_told(sitting),
    "distribution": lambda _case, sitting, _: sitting.meeting.distribution is not None,
    "half-year-plan": lambda _case, sitting, _: sitting.meeting.half_year is not None,
    "feedback": lambda case, sitting, _: not to_ask(case, sitting),
    "staff-stay": lambda _case, sitting, _: sitting.meeting.staff_stay,
}
"""Item -> whether it is settled; a new item is one line here."""
