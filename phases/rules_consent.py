"""The checks of the rules about consent: each answers None, or the arguments of its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from phases.case import LOG, Case
from phases.commands.base import Command
from phases.commands.case_facts import CaseSet
from phases.commands.choosing import HandOverCommand
from phases.commands.closing import NextMeetingCommand
from phases.commands.consents import ConsentAdd, ConsentWithdraw
from phases.commands.planning import MeetingPlan
from phases.commands.talk import Arrive
from phases.covering import (
    consent_holds,
    covered,
    differing,
    expired,
    guardians_needed,
    of_age,
    service_of,
    shared_before,
    shares,
    taken_back,
    uncovered,
)
from phases.records import Participant
from phases.rules_ask import Ask

Hit = Mapping[str, str] | None


def no_guardian_consent(ask: Ask) -> Hit:
    """R-C1: no guardian has consented to the log, or it has run out."""
    today = ask.ctx.today
    if not guardians_needed(ask.case, today) or consent_holds(ask.case, LOG, today):
        return None
    return {"why": "expired"} if LOG in expired(ask.case, today) else {}


def no_own_consent(ask: Ask) -> Hit:
    """R-C2: the youth is old enough to be asked, and hasn't consented (S0-14, DA-8)."""
    if not of_age(ask.case, ask.ctx.today):
        return None
    if consent_holds(ask.case, LOG, ask.ctx.today, by_child=True):
        return None
    return {"age": str(ask.case.facts.consent_age)}


def age_ahead(ask: Ask) -> Hit:
    """R-C3: the youth is old enough by the next meeting, and hasn't consented yet."""
    required, following = ask.case.facts.own_consent_from, _next_day(ask)
    if required is None or following is None or not ask.ctx.today < required <= following:
        return None
    if consent_holds(ask.case, LOG, ask.ctx.today, by_child=True):
        return None
    return {"age": str(ask.case.facts.consent_age), "on": required.isoformat()}


def _next_day(ask: Ask) -> date | None:
    """The day of the next meeting: the one being agreed, planned or agreed before."""
    command, sitting = ask.command, ask.sitting
    if isinstance(command, NextMeetingCommand):
        return command.on
    if isinstance(command, MeetingPlan) and command.at is not None:
        return ask.ctx.local_day(command.at)
    if sitting is None:
        return None
    if sitting.state == "planned":
        return ask.ctx.local_day(sitting.meeting.at) if sitting.meeting.at else None
    agreed = sitting.meeting.next_meeting
    return agreed.on if agreed else None


def not_covered(ask: Ask) -> Hit:
    """R-C4: something would be shared with a service that no consent covers."""
    sitting, phase, today = ask.sitting, ask.phase, ask.ctx.today
    if sitting is None or phase is None:
        return None
    if isinstance(ask.command, Arrive):
        # Before that the step into the sharing part asks; after it nobody else would.
        comer = ask.case.find_participant(ask.command.who)
        late = uncovered(ask.case, today, [comer] if comer else [])
        return _services(late) if shared_before(sitting, phase) else None
    return _services(uncovered(ask.case, today)) if shares(sitting, phase) else None


def _services(named: Iterable[str]) -> Hit:
    names = ", ".join(named)
    return {"names": names} if names else None


def left_out(ask: Ask) -> Hit:
    """R-C4: the log would name somebody whom no consent covers (INV-05)."""
    out = [p for p in _meant(ask) if p.left_out and not _withdrawn(ask.case, p)]
    return _services(p.label for p in out)


def taken_out(ask: Ask) -> Hit:
    """R-C6: the log is closed for good, or its consent no longer reaches who is written about."""
    command = ask.command
    if command is None:
        return None
    if ask.case.facts.locked:
        return None if command.when_locked else {"of": LOG}
    out = [p for p in _meant(ask) if _withdrawn(ask.case, p)]
    return _services(dict.fromkeys(service_of(p) for p in out))


def _withdrawn(case: Case, person: Participant) -> bool:
    return bool(service_of(person)) and taken_back(case, service_of(person))


def _meant(ask: Ask) -> Iterator[Participant]:
    """Whom a command of the log or the talk is about: themselves, or by what is theirs.

    The set-up isn't asked: consents, names and leaving out are put right there.
    """
    command, case = ask.command, ask.case
    if command is None or command.duty == "prepare" or command.name == "leave":
        return
    # Two short looks first: in nearly every case nobody is, and each line that is saved asks.
    anybody_out = any(p.left_out for p in case.participants.values())
    if not anybody_out and all(c.withdrawn is None for c in case.consents.values()):
        return
    for value in _values(command):
        person = case.find_participant(value) or case.speaker_for(value)
        if value in case.activities:
            person = case.participants.get(case.activities[value].owner)
        elif value in case.offers:
            person = case.speaker_for(case.offers[value].service)
        if person is not None:
            yield person


def _values(command: Command) -> Iterator[str]:
    """Everything it names; not what is only text."""
    for name in command.FIELDS:
        value = getattr(command, name)
        if name == "value" and getattr(command, "field", "") == "owner":
            yield value
        elif name in command.texts or not value:
            continue
        elif isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (each for each in value if isinstance(each, str))


def what_now(ask: Ask) -> Hit:
    """R-C6: what follows a withdrawal; guardians who disagree aren't judged between (SC-10)."""
    command = ask.command
    if not isinstance(command, ConsentWithdraw):
        return None
    giver = ask.case.find_participant(command.by)
    by = giver.id if giver is not None else ""
    other = differing(ask.case, by, command.covers, ask.ctx.today)
    of = "log" if command.covers.casefold() == LOG else "service"
    return {"of": f"{of}-{other}" if other else of, "service": command.covers}


def consent_to_tell(ask: Ask) -> Hit:
    """R-C5: the welcome tells of the consent that has been given."""
    return {"count": str(len(ask.case.consents))}


def run_out(ask: Ask) -> Hit:
    """R-C7: a consent has run out, or does before the next meeting; a new one replaces it."""
    command = ask.command
    if isinstance(command, ConsentAdd):
        # Said of the one that is written: an old paper may be noted, but it opens nothing.
        gone = command.expires is not None and command.expires < ask.ctx.today
        return _run_out((command.covers,)) if gone else None
    on = max(filter(None, (ask.ctx.today, _next_day(ask))))
    return _run_out(expired(ask.case, on))


def _run_out(named: tuple[str, ...]) -> Hit:
    return {"of": LOG, "names": LOG} if LOG in named else _services(named)


def baton_uncovered(ask: Ask) -> Hit:
    """R-C8: the baton goes to a service that no consent covers."""
    person = _new_holder(ask)
    service = service_of(person) if person else ""
    if not service or covered(ask.case, service, ask.ctx.today):
        return None
    return {"names": service}


def _new_holder(ask: Ask) -> Participant | None:
    command, sitting = ask.command, ask.sitting
    if isinstance(command, HandOverCommand):
        return ask.case.find_participant(command.to)
    if isinstance(command, CaseSet):
        return ask.case.find_participant(command.relay_holder or "")
    given = sitting.meeting.hand_over if sitting else None
    return ask.case.participants.get(given.to) if given else None


def attendance_open(ask: Ask) -> Hit:
    """R-C9: who attends hasn't been cleared with the guardians yet."""
    sitting = ask.sitting
    if sitting is None or sitting.over or sitting.state == "cancelled":
        return {}
    return None if sitting.meeting.attendance_cleared else {}


def to_an_employee(ask: Ask) -> Hit:
    """R-C10: a consent to somebody who speaks for no service: consents are never to a person."""
    person = _named_employee(ask)
    return {} if person is not None and not service_of(person) else None


def service_meant(ask: Ask) -> Hit:
    """R-C10: an employee was named; the consent is kept as one to their service."""
    person = _named_employee(ask)
    if person is None or not service_of(person):
        return None
    return {"of": "service", "service": service_of(person)}


def _named_employee(ask: Ask) -> Participant | None:
    command = ask.command
    if not isinstance(command, ConsentAdd):
        return None
    person = ask.case.find_participant(command.covers)
    if person is None or service_of(person).casefold() == command.covers.casefold().strip():
        return None
    return person


def substitute_asked(ask: Ask) -> Hit:
    """R-M17: whoever sits in for somebody can't take the baton on their behalf (SC-08)."""
    person = _new_holder(ask)
    return {"name": person.label, "state": "substitute"} if person and person.substitute else None
