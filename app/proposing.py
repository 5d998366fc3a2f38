"""A new meeting as it is proposed on a screen and on the command line, before anybody took it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from app.structure_cards import WHY as FITS
from app.wording.new_meeting import ProposedLine, members_by_label, proposed_lines
from app.wording.states import duty_words
from phases.new_group import group_of
from phases.new_meeting import new_meeting, usual_minutes
from phases.new_meeting_acts import Accepted, acts, usual_duties
from phases.reading_times import local_to_utc
from phases.suggesting_guard import RATHER, able_to_guard

if TYPE_CHECKING:
    from app.words import Words
    from phases.case import Case
    from phases.commands import Command
    from phases.context import Context
    from phases.new_group import Member
    from phases.records import Participant
    from phases.words import ParticipantDuty


class Comer(NamedTuple):
    """Somebody who may come."""

    key: str
    """Their id; for a case in which nobody stands yet, the label."""
    label: str
    comes: bool
    may_guard: bool
    duties: tuple[ParticipantDuty, ...] = ()
    """What they would do in the meeting; the viddevakt is asked apart."""

    def said(self, words: Words) -> str:
        """The label, with those tasks."""
        told = ", ".join(duty_words(duty, words) for duty in self.duties)
        return f"{self.label} ({told})" if told else self.label


class Proposing:
    """What is proposed of one case's next meeting, and the acts of what was made of it."""

    def __init__(self, case: Case, ctx: Context, words: Words, like: Case | None = None) -> None:
        self.case, self.ctx, self._words = case, ctx, words
        self.found = new_meeting(case, ctx, like)
        group = group_of(like) if like is not None and not case.participants else ()
        self.members: Mapping[str, Member] = members_by_label(group, case.facts.unit, words)
        """Whom to enter, for a case in which nobody stands yet."""

    @property
    def people(self) -> tuple[Comer, ...]:
        """Everybody who may come."""
        if self.members:
            usual = usual_duties(self.members)
            return tuple(
                Comer(label, label, True, member.role in RATHER, usual[label])
                for label, member in self.members.items()
            )
        return tuple(self._comer(person) for person in self.found.people)

    def _comer(self, person: Participant) -> Comer:
        duties = tuple(d for d in person.duties if d != "guard")
        if person.id == self.found.writer:
            duties = (*duties, "writer")
        return Comer(person.id, person.label, not person.absent, able_to_guard(person), duties)

    def lines(self) -> tuple[ProposedLine, ...]:
        """All of it in words."""
        comes = ", ".join(p.said(self._words) for p in self.people if p.comes)
        lines = proposed_lines(
            self.found, self.case, self.ctx, self.fits(self.found.structure), self._words
        )
        why = self._words("as in the newest log here") if self.members else lines[WHO].why
        who = lines[WHO]._replace(value=comes, why=why)
        return (*lines[:WHO], who, *lines[WHO + 1 :])

    def fits(self, structure: str) -> str:
        """Why this structure, and what its minutes would be where they aren't its own."""
        _, found = self._words, self.found
        told = [_(FITS[found.structure_why])] if structure == found.structure else []
        minutes = usual_minutes(self.case, structure, self.ctx)
        if minutes is not None:
            count = _.many("{n} minute", "{n} minutes", sum(minutes))
            told.append(_("as last time: {minutes}", minutes=count))
        if found.interpreter:
            told.append(_("with an interpreter"))
        return " · ".join(told)

    def commands(
        self,
        day: date,
        clock: time,
        *,
        place: str,
        structure: str,
        comes: Iterable[str],
        guard: str,
    ) -> tuple[Command, ...]:
        """The acts that make it so. Raises TimeError for an hour that isn't there."""
        accepted = Accepted(
            at=_moment(day, clock, self.ctx.zone),
            place=place,
            structure=structure,
            comes=frozenset(comes),
            guard=guard,
            writer=self.found.writer,
            interpreter=self.found.interpreter,
            minutes=usual_minutes(self.case, structure, self.ctx),
            members=self.members,
        )
        return acts(self.case, accepted)


WHO = 4
"""Which of the lines says who comes."""


def stands(case: Case) -> bool:
    """Whether a meeting is planned or under way already, and a new one would change it."""
    return case.sitting is not None and case.sitting.state in ("planned", "running", "paused")


def _moment(day: date, clock: time, zone: tzinfo) -> datetime:
    return local_to_utc(datetime.combine(day, clock), zone)
