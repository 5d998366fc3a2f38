"""What a meeting leaves: outcome, minutes, signatures, the family's word, what is shared."""

from __future__ import annotations

import pytest

from phases.commands.afterwards import Undo
from phases.commands.clock import Close
from phases.commands.closing import InformChildCommand, NextMeetingCommand
from phases.commands.consents import ConsentAdd, ConsentWithdraw
from phases.commands.outcome import DistributionCommand, InformOthers, OutcomeCommand
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.minutes import recipients_of, share_of
from tests.phases.chain import BOOKED, FRIDAY, broken_off, led, over
from tests.phases.room import Room, id_of

TOLD = InformChildCommand(who="Foresatt", how="hjemme", when=FRIDAY.date())


def called(room: Room, ids: tuple[str, ...]) -> list[str]:
    return [room.case.label(i) for i in ids]


# --- how it goes on --------------------------------------------------------------------------


@pytest.mark.realises("S4-32", "S4-32a", "S4-32b", "S4-32c")
def test_closed_stands_alone_and_the_other_two_may_go_together() -> None:
    room = led(ends=True)
    refused = room.refused(OutcomeCommand(kinds=("closed", "continue")))
    assert refused.code == "closed-stands-alone"
    room.do(OutcomeCommand(kinds=("referred", "continue"), to="BUP", responsible="Rektor"))
    outcome = room.sitting.meeting.outcome
    assert outcome is not None
    assert outcome.kinds == ("referred", "continue")
    assert (outcome.to, room.case.label(outcome.responsible)) == ("BUP", "Rektor")


def test_an_outcome_has_to_be_one() -> None:
    assert led().refused(OutcomeCommand()).code == "empty"


def test_a_case_is_closed_when_its_meeting_is_and_needs_no_next_date() -> None:
    room = led(ends=True)
    room.do(OutcomeCommand(kinds=("closed",)), TOLD)
    assert room.case.facts.status == "open"
    room.do(Close())
    assert (room.case.facts.status, room.case.facts.closed_reason) == ("closed", "goals-reached")
    assert room.sitting.meeting.next_meeting is None


def test_closing_that_is_undone_opens_the_case_again() -> None:
    room = led(ends=True)
    room.do(OutcomeCommand(kinds=("closed",)), TOLD, Close())
    room.do(Undo())
    assert room.case.facts.status == "open"
    assert room.sitting.underway


def test_a_referred_case_needs_no_next_date_and_one_that_goes_on_does() -> None:
    room = led(ends=True)
    room.do(TOLD, OutcomeCommand(kinds=("continue",)))
    assert room.refused(Close()).code == "R-E4"
    room.do(OutcomeCommand(kinds=("continue", "referred"), to="BUP", responsible="Rektor"))
    room.do(Close())
    assert (room.case.facts.status, room.case.facts.closed_reason) == ("referred", "referred")


def test_a_meeting_broken_off_needs_neither_outcome_nor_date_nor_who_tells() -> None:
    assert broken_off(ends=True).sitting.state == "broken-off"


def test_who_tells_needs_how_and_when_where_the_structure_asks_for_it() -> None:
    room = led(inform_child="who-how-when")
    room.do(NextMeetingCommand(on=BOOKED), InformChildCommand(who="Foresatt", how="hjemme"))
    refused = room.refused(Close())
    assert (refused.code, dict(refused.args)) == ("R-E5", {"lacks": "how-when"})
    room.do(TOLD, Close())
    assert room.sitting.state == "closed"


# --- who gets what ---------------------------------------------------------------------------


@pytest.mark.realises("S2-6d")
def test_the_family_and_the_unit_get_it_all_and_a_service_what_the_consent_covers() -> None:
    room = over()
    today, people = room.context().today, room.case.participants
    shares = {p.label: share_of(room.case, p, today) for p in people.values()}
    assert shares == {"Rektor": "whole", "Foresatt": "whole", "PPT-rådgiver": "none"}
    room.do(ConsentAdd(by="Foresatt", covers="PPT"))
    assert share_of(room.case, people[id_of(room, "PPT-rådgiver")], today) == "whole"


def test_nobody_but_the_family_gets_anything_once_the_consent_is_withdrawn() -> None:
    room = over()
    room.do(ConsentAdd(by="Foresatt", covers="PPT"))
    room.do(ConsentWithdraw(by="Foresatt"))
    assert called(room, recipients_of(room.case, room.context().today)) == ["Foresatt"]


def test_an_interpreter_gets_no_minutes() -> None:
    room = over()
    room.do(ParticipantAdd(label="Tolk", role="interpreter"))
    assert "Tolk" not in called(room, recipients_of(room.case, room.context().today))


def test_whoever_was_away_and_is_not_in_the_log_gets_none() -> None:
    room = over()
    room.do(ParticipantAdd(label="Vikar", role="other", in_log=False))
    assert "Vikar" in called(room, recipients_of(room.case, room.context().today))
    room.do(ParticipantEdit(who="Vikar", absent=True))
    assert "Vikar" not in called(room, recipients_of(room.case, room.context().today))


def test_a_distribution_of_nothing_may_name_anybody() -> None:
    room = led()
    room.do(DistributionCommand(how="none", to=("PPT-rådgiver",)))
    assert room.sitting.meeting.distribution is not None


@pytest.mark.realises("S2-6c", "S4-55")
def test_others_to_be_told_are_named_by_role_and_each_once() -> None:
    room = led()
    room.do(InformOthers(who="SFO, tannlege, SFO,"))
    assert room.sitting.meeting.informed_others == ("SFO", "tannlege")
