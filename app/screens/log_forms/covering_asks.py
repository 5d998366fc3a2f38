"""What opens where no consent covers a service in the room: three ways on (R-C4, S2-2b)."""

from __future__ import annotations

from collections.abc import Sequence

from app.screens.choice_option import Option
from app.screens.log_forms.asks import Answer, Ask
from app.words import Words
from phases.case import Case
from phases.commands import Command
from phases.commands.consents import ConsentAdd, LeaveOut
from phases.commands.talk import Leave
from phases.covering import guardians_needed, service_of, uncovered_now
from phases.records import Participant


def covering(case: Case, words: Words) -> Ask | None:
    """The first service that isn't covered, and what the family and the service want; or nothing.

    A consent stands first: it is why they came. Nothing is chosen for anybody, and the question
    comes again for each service.
    """
    service = next(iter(uncovered_now(case)), None)
    if service is None:
        return None
    rows = [
        (
            Option(person.id, words("{who} says yes to it now", who=person.label)),
            _then([ConsentAdd(by=person.id, covers=service, form="oral")]),
        )
        for person in _who_may_consent(case)
    ]
    people = [p for p in case.present if service_of(p) == service]
    leaves = words("They leave for now")
    rows.append((Option("leave", leaves), _then([Leave(p.id) for p in people])))
    # Whoever stayed in the room would hear it all the same: so this isn't called staying.
    out = words("They are left out and not named")
    rows.append((Option("out", out), _then([LeaveOut(who=service)])))
    title = words("May we share with {service}?", service=service)
    answers = {option.value: answer for option, answer in rows}
    return Ask(title, tuple(option for option, _answer in rows), answers)


def _then(commands: Sequence[Command]) -> Answer:
    """Saved, and the next service is asked about."""
    return Answer(commands, then="covered")


def _who_may_consent(case: Case) -> tuple[Participant, ...]:
    """Guardians, or a youth who is old enough to decide alone."""
    line = case.sitting.line if case.sitting else None
    started = line.started.utc.date() if line and line.started else None
    role = "child" if started and not guardians_needed(case, started) else "guardian"
    return tuple(p for p in case.present if p.role == role)
