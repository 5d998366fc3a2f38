"""Consents by service, their ages and ends, and what a withdrawal stops (S0-13, S0-14, SC-10)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from phases.changes import Changes, Refusal
from phases.commands.case_facts import CaseSet
from phases.commands.clock import Next, Start
from phases.commands.consents import ConsentAdd, ConsentWithdraw, LeaveOut
from phases.commands.log import ActivityAdd
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from phases.commands.talk import Arrive, Leave
from phases.covering import covered, expired, uncovered, uncovered_now
from phases.leaving_out import shown
from phases.settle import settled
from tests.phases.room import NOON, FakeClock, Room, set_up, started
from tests.phases.walk import DUE

TODAY = NOON.date()


def on(day: date) -> FakeClock:
    """The middle of that day where the meeting is held."""
    return FakeClock(datetime(day.year, day.month, day.day, 11, tzinfo=UTC))


# The age of consent -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "held"),
    [(date(2027, 1, 19), False), (date(2027, 1, 20), True), (date(2027, 1, 21), True)],
)
def test_somebody_born_on_20_january_2011_is_asked_from_the_day_they_turn_16(
    day: date, held: bool
) -> None:
    room = set_up(child=True)
    room.clock = on(day)
    room.do(CaseSet(birth_date=date(2011, 1, 20)))
    found = room.ask(ActivityAdd(title="Leksehjelp", owner="Mor", due=DUE))
    assert isinstance(found, Refusal) is held
    if isinstance(found, Refusal):
        assert (found.code, found.args["age"]) == ("R-C2", "16")


@pytest.mark.parametrize(
    ("age", "first"), [(15, "2027-02-28"), (16, "2028-02-29"), (18, "2030-02-28")]
)
def test_born_on_29_february_the_day_is_worked_out_for_each_age(age: int, first: str) -> None:
    """DA-8: 16 falls in a leap year, 15 and 18 on the 28th."""
    room = set_up(child=True)
    room.do(CaseSet(consent_age=age, birth_date=date(2012, 2, 29)))
    assert str(room.case.facts.own_consent_from) == first


def test_the_birth_date_is_not_kept_anywhere() -> None:
    room = set_up(child=True)
    room.do(CaseSet(birth_date=date(2011, 5, 17)))
    assert "2011-05-17" not in "".join(room.entries)
    assert room.case.facts.own_consent_from == date(2027, 5, 17)


def test_another_age_of_consent_moves_a_day_that_was_worked_out_and_not_one_that_was_told() -> None:
    room = set_up(child=True)
    room.do(CaseSet(birth_date=date(2011, 5, 17)), CaseSet(consent_age=18))
    assert room.case.facts.own_consent_from == date(2029, 5, 17)
    room.do(CaseSet(own_consent_from=date(2027, 8, 1)), CaseSet(consent_age=15))
    assert room.case.facts.own_consent_from == date(2027, 8, 1)


def test_a_birth_date_to_come_or_of_a_grown_up_is_refused() -> None:
    """Reliability §5 row 59."""
    room = set_up()
    ahead = CaseSet(birth_date=TODAY + timedelta(days=1))
    assert room.refused(ahead).code == "birth-ahead"
    assert room.refused(CaseSet(birth_date=date(1981, 1, 1))).code == "unlikely-child"


def test_a_youth_may_consent_alone_where_the_log_is_set_so() -> None:
    room = set_up(child=True)
    room.do(CaseSet(own_consent_from=TODAY, guardians_too=False))
    assert not covered(room.case, "PPT", TODAY)
    room.do(ConsentAdd(by="Eleven"), ConsentAdd(by="Eleven", covers="PPT"))
    assert covered(room.case, "PPT", TODAY)
    room.do(CaseSet(guardians_too=True))
    assert covered(room.case, "PPT", TODAY)
    assert not covered(room.case, "BUP", TODAY)


# What a consent holds -----------------------------------------------------------------------


def test_an_oral_consent_needs_a_day_a_note_or_the_meeting_it_is_given_in() -> None:
    room = set_up()
    assert room.refused(ConsentAdd(by="Far", form="oral")).code == "oral-unnoted"
    room.do(ConsentAdd(by="Far", form="oral", given=TODAY))
    room.do(ConsentAdd(by="Far", form="oral", note="Telefon, sjå mappa"))
    room.do(Start())
    room.do(ConsentAdd(by="Far", form="oral"))
    *_, noted, given_here = room.case.consents.values()
    assert (noted.note, noted.meeting) == ("Telefon, sjå mappa", "")
    assert given_here.meeting == room.sitting.meeting.id


def test_a_new_consent_replaces_one_that_has_run_out_and_both_stay() -> None:
    """R-C7."""
    room = set_up()
    room.do(ConsentAdd(by="Mor", covers="PPT", expires=TODAY))
    room.clock.tick(86400)
    tomorrow = TODAY + timedelta(days=1)
    assert expired(room.case, tomorrow) == ("PPT",)
    assert uncovered(room.case, tomorrow) == ("PPT",)
    room.do(ConsentAdd(by="Mor", covers="PPT"))
    assert expired(room.case, tomorrow) == ()
    assert covered(room.case, "PPT", tomorrow)
    assert len([c for c in room.case.consents.values() if c.covers == "PPT"]) == 3


def test_a_consent_that_had_run_out_already_opens_nothing_again() -> None:
    """INV-05: an old paper that is noted late, or one guardian's against the other's."""
    room = set_up()
    room.do(ConsentWithdraw(by="Mor", covers="PPT"))
    yesterday = TODAY - timedelta(days=1)
    room.do(ConsentAdd(by="Mor", covers="PPT", given=yesterday, expires=yesterday))
    assert [p.service for p in room.case.participants.values() if p.left_out] == ["PPT"]
    assert "PPT" not in [p.service for p in shown(room.case).participants.values()]
    room.do(ConsentAdd(by="Mor", covers="PPT"))
    assert not any(p.left_out for p in room.case.participants.values())


def test_a_consent_does_not_run_out_before_it_was_given() -> None:
    room = set_up()
    before = TODAY - timedelta(days=1)
    assert room.refused(ConsentAdd(by="Mor", expires=before)).code == "expires-before"


def test_cooperation_is_a_consent_of_its_own() -> None:
    room = set_up()
    room.do(ConsentAdd(by="Mor", covers="Cooperation", purpose="Samarbeid", what="Skulegang"))
    newest = list(room.case.consents.values())[-1]
    assert (newest.covers, newest.purpose, newest.what) == ("cooperation", "Samarbeid", "Skulegang")


# R-C4 ---------------------------------------------------------------------------------------


def uncovered_room() -> Room:
    room = started()
    room.do(ParticipantAdd(label="BUP", role="service"))
    assert room.refused(Next()).args == {"names": "BUP"}
    assert uncovered_now(room.case) == ("BUP",)
    return room


@pytest.mark.parametrize(
    "way",
    [
        Leave(who="BUP"),
        LeaveOut(who="BUP"),
        ConsentAdd(by="Mor", covers="BUP", form="oral"),
    ],
    ids=["leave", "leave-out", "consent-now"],
)
def test_each_of_the_three_ways_out_opens_the_sharing_part(way: Leave | LeaveOut) -> None:
    room = uncovered_room()
    room.do(way)
    assert uncovered_now(room.case) == ()
    phase = room.sitting.phase
    assert phase is not None
    assert settled("covered", room.case, room.sitting, phase)
    room.do(Next())


def test_no_reason_passes_an_uncovered_service() -> None:
    assert uncovered_room().refused(Next(), reason="family-wishes").code == "R-C4"


def test_who_was_left_out_takes_part_again_with_a_consent() -> None:
    room = uncovered_room()
    room.do(LeaveOut(who="BUP"))
    assert "BUP" not in room.case.services
    room.do(ConsentAdd(by="Far", covers="BUP"))
    assert "BUP" in room.case.services


def test_leaving_out_a_service_is_everybody_who_speaks_for_it() -> None:
    room = started()
    room.do(ParticipantAdd(label="PPT-leiar", role="service", service="PPT"))
    room.do(LeaveOut(who="PPT"))
    assert "PPT" not in room.case.services
    room.do(LeaveOut(who="PPT-leiar", out=False))
    assert "PPT" in room.case.services
    assert room.refused(LeaveOut(who="Mor")).code == "not-family"


def test_a_latecomer_without_consent_waits_until_there_is_one() -> None:
    room = set_up()
    room.do(ParticipantAdd(label="BUP", role="service", absent=True))
    room.do(Start())
    room.next()
    assert room.refused(Arrive(who="BUP")).code == "R-C4"
    room.do(ConsentAdd(by="Mor", covers="BUP", form="oral"))
    room.do(Arrive(who="BUP"))
    assert "BUP" in room.case.services


@pytest.mark.parametrize("structure", sorted(set_up().structures))
def test_in_every_structure_nothing_is_shared_before_all_are_covered(structure: str) -> None:
    room = set_up()
    room.do(MeetingPlan(structure=structure))
    room.do(ParticipantAdd(label="BUP", role="service"))
    room.do(Start())
    codes = set()
    for _ in room.sitting.agenda.phases:
        found = room.ask(Next(), reason="family-wishes")
        if isinstance(found, Changes):
            room.do(Next(), reason="family-wishes")
        else:
            codes.add(found.code)
            break
    assert codes == {"R-C4"}
