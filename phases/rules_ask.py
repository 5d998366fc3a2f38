"""What a rule's check is asked about."""

from __future__ import annotations

from typing import NamedTuple

from phases.case import Case
from phases.commands.base import Command
from phases.context import Context
from phases.leaving_out import shown
from phases.records import AgendaPhase
from phases.sitting import Sitting


class Ask(NamedTuple):
    """The case before the command, the command (None on a screen), and the moment."""

    case: Case
    ctx: Context
    command: Command | None = None

    @property
    def seen(self) -> Ask:
        """The same of what the windows show: what a consent hides isn't asked for (R-C6).

        Not all is asked of that: who may be named, and what is consented to, is of the whole.
        """
        case = shown(self.case)
        return self if case is self.case else self._replace(case=case)

    @property
    def sitting(self) -> Sitting | None:
        """The newest meeting."""
        return self.case.sitting

    @property
    def phase(self) -> AgendaPhase | None:
        """The phase that runs."""
        return self.sitting.phase if self.sitting else None
