"""A new meeting as it is proposed on a screen and on the command line, before anybody took it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from app.structure_cards import WHY as FITS
from app.wording.new_meeting import ProposedLine, members_by_label, proposed_lines
from phases.new_group import group_of
from phases.new_meeting import new_meeting, usual_minutes
from phases.new_meeting_acts import Accepted, acts
from phases.reading_times import local_to_utc
from phases.suggesting_guard import RATHER, able_to_guard

if TYPE_CHECKING:
    from app.words import Words
    from phases.case import Case
    from phases.commands import Command
    from phases.context import Context
    from phases.new_group import Member


class Comer(NamedTuple):
    """Somebody who may come."""

    key: str
    """Their id; for a case in which nobody stands yet, the label."""
    label: str
    comes: bool
    may_guard: bool
    away: bool = False
    """Whether they were away last time."""


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
            each = self.members.items()
            return tuple(Comer(label, label, True, m.role in RATHER) for label, m in each)
        return tuple(
            Comer(p.id, p.label, not p.absent, able_to_guard(p), p.absent)
            for p in self.found.people
        )

    def lines(self) -> tuple[ProposedLine, ...]:
        """All of it in words."""
        fits = self._words(FITS[self.found.structure_why])
        lines = proposed_lines(self.found, self.case, self.ctx, fits, self._words)
        if not self.members:
            return lines
        labels = ", ".join(self.members)
        why = self._words("as in the newest log here")
        return tuple(
            line._replace(value=labels, why=why) if number == WHO else line
            for number, line in enumerate(lines)
        )

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


def _moment(day: date, clock: time, zone: tzinfo) -> datetime:
    return local_to_utc(datetime.combine(day, clock), zone)
