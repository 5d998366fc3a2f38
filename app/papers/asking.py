"""What a kind of paper is made from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from phases.leaving_out import masked, whole
from phases.then import as_then

if TYPE_CHECKING:
    from pathlib import Path

    from app.words import Words
    from phases.case import Case
    from phases.context import Context
    from phases.records import Participant
    from phases.sitting import Sitting
    from phases.structures import Structure
    from phases.words import Language


@dataclass(frozen=True)
class Asked:
    """One wish for a paper."""

    case: Case
    ctx: Context
    words: Words
    sitting: Sitting | None = None
    """The meeting it is about; None where there was none."""
    reader: Participant | None = None
    """Whom it is for; None: the folder."""
    measured: bool = False
    """Whether measured times are shown: the owner's setting."""
    sender: str = ""
    """Whom a summons or a reminder comes from: a setting; empty: the school or kindergarten."""
    vault: Path | None = None
    """Where one's own templates of texts lie; None: those that ship alone."""
    blank: bool = False
    """A form to fill in by hand: nothing of the log in it."""

    @property
    def language(self) -> Language:
        """The language it is written in."""
        return self.words.language

    @property
    def structure(self) -> Structure | None:
        """How that meeting was built, while the structure's file is there."""
        return self.ctx.structures.get(self.sitting.agenda.structure) if self.sitting else None

    @property
    def made(self) -> datetime:
        """When the log was last written in (UTC)."""
        newest = self.case.newest_event
        return newest.at.utc if newest else datetime(2000, 1, 1, tzinfo=UTC)

    @property
    def here(self) -> str:
        """That meeting's id; empty where there was none."""
        return self.sitting.meeting.id if self.sitting else ""

    @property
    def met_on(self) -> date | None:
        """The meeting's local day: when it began, else when it is planned."""
        if self.sitting is None:
            return None
        began, planned = self.sitting.line.started, self.sitting.meeting.at
        if began is not None:
            return self.ctx.local_day(began.utc)
        return self.ctx.local_day(planned) if planned else None


def ask(asked: Asked, *, as_it_stood: bool = False) -> Asked:
    """The same wish over the log as it may be shown (R-C4, R-C6, R-E9).

    `as_it_stood`: after that meeting, whatever later ones have changed.
    """
    case, sitting = asked.case, asked.sitting
    if as_it_stood and sitting is not None:
        # Of the whole one: what a later meeting changed of a part couldn't be masked any more.
        case = as_then(whole(case), sitting)
    case = masked(case)
    if sitting is not None and sitting.meeting.id in case.meetings:
        # The meeting too holds texts, and names in them.
        sitting = case.sitting_of(sitting.meeting.id)
    return replace(asked, case=case, sitting=sitting)
