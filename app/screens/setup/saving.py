"""Saving from the set-up: one durable entry at once, and what a refusal says."""

from __future__ import annotations

from app.screens.saving import Outcome, done_or_why
from app.screens.surroundings import Surroundings
from app.wording.rules import finding_words
from app.wording.undone import undone_words
from app.words import Words
from data.caselog import CaseLog
from phases.case import Case
from phases.changes import Refusal
from phases.commands import Command
from phases.commands.afterwards import Undo
from phases.commands.planning import MeetingPlan, agenda_of
from phases.decide import decide
from phases.fold import fold
from phases.records import Agenda
from phases.structures import Structure

OWN_KINDS = frozenset(
    {
        *("case-set", "participant-add", "participant-edit", "participant-remove"),
        *("meeting-plan", "leave-out", "expect"),
    }
)
"""What undo takes back from here; the meeting itself is undone where it is led."""


class Saver:
    """The way from the set-up to the log."""

    def __init__(self, log: CaseLog, words: Words, around: Surroundings) -> None:
        self.log = log
        self.around = around
        self._words = words

    def do(self, *commands: Command) -> Outcome:
        """All of these in one entry, or nothing and the words why."""
        done = done_or_why(self.log, self._replanned(commands), self._words)
        if isinstance(done, str):
            return Outcome(False, done)
        remarks = [f for f in done.findings if f.rule == "R-S2"]
        return Outcome(True, finding_words(remarks[0], self._words) if remarks else "")

    def undo(self) -> Outcome:
        """Take back the newest act, if it was one of the set-up."""
        newest = self.log.whole.newest_event
        if newest is None or newest.kind not in OWN_KINDS:
            return Outcome(False, self._words("There is nothing to undo here."))
        told = undone_words(newest, self.log.whole, self._words)
        outcome = self.do(Undo())
        return Outcome(True, told) if outcome.done else outcome

    def _replanned(self, commands: tuple[Command, ...]) -> tuple[Command, ...]:
        """With one service the whole is shorter: plan anew when that number changes (§4.9).

        Minutes that somebody has chosen stay as they are.
        """
        case = self.log.whole
        sitting = case.sitting
        if sitting is None or sitting.state != "planned":
            return commands
        changes = decide(case, commands, self.around.context(_TriedIds()))
        if isinstance(changes, Refusal):
            return commands
        after = fold(case, changes.tables, case.revision)
        single = [len(c.services) == 1 for c in (case, after)]
        structure = self.around.structures.get(sitting.agenda.structure)
        if single[0] == single[1] or structure is None:
            return commands
        if not _standard(sitting.agenda, structure, case):
            return commands
        return (*commands, MeetingPlan(structure=structure.id))


def _standard(agenda: Agenda, structure: Structure, case: Case) -> bool:
    proposed = agenda_of(structure, agenda.id, len(case.services))
    return [p.planned_s for p in agenda.phases] == [p.planned_s for p in proposed.phases]


class _TriedIds:
    """Ids for a change that is only tried out; the log gives the real ones."""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self) -> str:
        """The next one."""
        self._count += 1
        return f"tried-{self._count}"
