"""Who might be viddevakt: never the family, and rather somebody whose hands are free (S3-07)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from phases.case import Case
from phases.records import Participant
from phases.words import Role

RATHER: Final[tuple[Role, ...]] = ("other", "service", "head", "educator", "teacher")
"""Who has least to do in a meeting comes first: the services ask and offer, the teacher answers."""


def suggested_guard(case: Case) -> str:
    """Who has the duty, else who was it last time, else one with free hands; empty for nobody.

    Whoever carries the baton or writes has the log to see to (domain §2.2), and whoever leads can't
    well call themselves back. Only a proposal: it is asked.
    """
    able = tuple(p for p in case.participants.values() if not p.absent and able_to_guard(p))
    held = next((p for p in able if p.has("guard")), None)
    if held is not None:
        return held.id
    last = case.held.meeting.viddevakt if case.held is not None else ""
    if last in {p.id for p in able}:
        return last
    free = [p for p in able if not _busy(p, case)]
    # Whoever sits elsewhere sees neither faces nor hands, and is the last to be asked.
    return min(free, key=lambda p: (p.joins != "room", RATHER.index(p.role))).id if free else ""


def able_to_guard(person: Participant) -> bool:
    """Whether they may be: not of the family, and nobody who interprets."""
    return not person.family and not person.left_out and person.role in RATHER


def guards(case: Case) -> tuple[Participant, ...]:
    """Everybody who may be it and comes, the one who is proposed first."""
    first = suggested_guard(case)
    able: Iterable[Participant] = (p for p in case.participants.values() if able_to_guard(p))
    return tuple(sorted((p for p in able if not p.absent), key=lambda p: p.id != first))


def _busy(person: Participant, case: Case) -> bool:
    duties = {"leader", "writer", "relay-holder"} & set(person.duties)
    return bool(duties) or person.id == case.facts.relay_holder
