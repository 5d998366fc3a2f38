"""Who gets the minutes, where the meeting agreed on who gets what (S2-6d, S3-31)."""

from __future__ import annotations

import pytest

from phases.commands.minutes import MinutesCommand
from phases.commands.outcome import DistributionCommand
from phases.commands.participants import ParticipantAdd
from phases.minutes import kept_from, minutes_of, recipients_of
from tests.phases.chain import over


@pytest.mark.realises("S2-6d")
def test_whom_the_meeting_gave_nothing_is_not_among_those_who_get_the_minutes() -> None:
    """One list everywhere: a paper is refused them, so none may say that they get it."""
    room = over()
    room.do(ParticipantAdd(label="Sosiallærer", role="other"))
    room.do(DistributionCommand(how="parts", to=("Rektor",)))
    room.do(MinutesCommand(status="final"))
    kept = minutes_of(room.case, room.sitting).recipients
    assert [room.case.label(i) for i in kept] == ["Rektor", "Foresatt"]


def test_the_family_gets_them_whatever_the_meeting_agreed() -> None:
    room = over()
    room.do(DistributionCommand(how="none"))
    case, met = room.case, room.sitting.meeting
    found = recipients_of(case, room.context().today, met)
    assert [case.label(i) for i in found] == ["Foresatt"]
    assert not kept_from(None, next(iter(case.participants.values())))
