"""What is consented to on a day, and which services in the room aren't covered (R-C1 … R-C7).

Of each person the newest consent counts: a new one replaces the old, which stays in the history.
One that any of the family has taken back stops what it covers, whatever the others have said: how
guardians who disagree come to terms isn't for a program to decide (SC-10).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, Literal

from phases.case import Case
from phases.records import Agenda, AgendaPhase, Consent, Participant
from phases.sitting import Sitting

COOPERATION: Final = "cooperation"
"""What it covers when it is the consent to cooperate (S4)."""


SHARING: Final = frozenset({"consent-told", "covered"})
"""Items after which something is shared: before that everybody has to be covered (R-C4)."""


def newest_consents(case: Case, covers: str) -> Mapping[str, Consent]:
    """Each of the family who has consented to this -> their newest consent."""
    wanted = covers.casefold()
    found: dict[str, Consent] = {}
    for consent in case.consents.values():
        giver = case.participants.get(consent.by)
        if giver is not None and giver.family and consent.covers.casefold() == wanted:
            found[consent.by] = consent
    return found


def taken_back(case: Case, covers: str) -> bool:
    """Whether one of the family has withdrawn this, and not consented anew."""
    return any(c.withdrawn is not None for c in newest_consents(case, covers).values())


def differing(case: Case, by: str, covers: str, on: date) -> Literal["", "guardians", "family"]:
    """Whose consent still stands where this one has taken theirs back (SC-10).

    Guardians who see it differently, or a young person and a guardian; nobody judges between them.
    """
    people, giver = case.participants, case.participants.get(by)
    newest = newest_consents(case, covers)
    roles = {people[who].role for who, c in newest.items() if who != by and c.holds(on)}
    if giver is None or not roles:
        return ""
    return "guardians" if giver.role == "guardian" and "guardian" in roles else "family"


def consent_holds(case: Case, covers: str, on: date, *, by_child: bool = False) -> bool:
    """Whether a guardian (or the child) has consented to this, and it is in force."""
    newest = newest_consents(case, covers)
    if any(c.withdrawn is not None and c.withdrawn <= on for c in newest.values()):
        return False
    return any(
        c.holds(on)
        for who, c in newest.items()
        if (case.participants[who].role == "child") == by_child
    )


def of_age(case: Case, on: date) -> bool:
    """Whether the youth's own consent is needed on that day (R-C2, DA-8)."""
    required = case.facts.own_consent_from
    return required is not None and required <= on


def guardians_needed(case: Case, on: date) -> bool:
    """Whether a guardian has to consent: always for a child, for a youth by the log's own tick."""
    return case.facts.guardians_too or not of_age(case, on)


def covered(case: Case, service: str, on: date) -> bool:
    """Whether sharing with a service is consented to by those whose consent it takes (INV-05).

    Asked of `LOG`, whether the log is: that too takes a guardian, or a youth alone.
    """
    if guardians_needed(case, on):
        return consent_holds(case, service, on)
    return consent_holds(case, service, on, by_child=True)


def service_of(person: Participant) -> str:
    """The service somebody speaks for; empty for all who speak for none."""
    return (person.service or person.label) if person.role == "service" else ""


def uncovered(case: Case, on: date, people: Iterable[Participant] | None = None) -> tuple[str, ...]:
    """The services in the room that no consent covers, in their order (R-C4, S2-2b)."""
    here = case.present if people is None else people
    named = dict.fromkeys(s for p in here if (s := service_of(p)))
    return tuple(s for s in named if not covered(case, s, on))


def uncovered_now(case: Case) -> tuple[str, ...]:
    """The same on the day of the newest meeting, for what knows no clock (`settle`)."""
    line = case.sitting.line if case.sitting else None
    if line is None or line.started is None:
        return ()
    return uncovered(case, line.started.utc.date())


def shares(sitting: Sitting, phase: AgendaPhase) -> bool:
    """Whether something is shared from the end of this phase on: everybody is covered by then."""
    return _place(sitting, phase) >= _begins(sitting.agenda)


def shared_before(sitting: Sitting, phase: AgendaPhase) -> bool:
    """Whether something was shared before this phase began."""
    return _place(sitting, phase) > _begins(sitting.agenda)


def _place(sitting: Sitting, phase: AgendaPhase) -> int:
    return [each.id for each in sitting.agenda.phases].index(phase.id)


def _begins(agenda: Agenda) -> int:
    """Which phase settles the consent; the first where none does."""
    asks = (n for n, phase in enumerate(agenda.phases) if SHARING & set(phase.settle))
    return next(asks, 0)


def expired(case: Case, on: date) -> tuple[str, ...]:
    """What a consent has run out for, and nobody's holds any more (R-C7)."""
    found: dict[str, None] = {}
    for consent in case.consents.values():
        newest = newest_consents(case, consent.covers)
        old = [c for c in newest.values() if c.withdrawn is None and c.expired(on)]
        if old and not any(c.holds(on) for c in newest.values()):
            found.setdefault(consent.covers)
    return tuple(found)
