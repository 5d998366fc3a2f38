"""What can be asked of a case: who is here, who is meant, what holds."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from phases.case import Case
from phases.changes import Tables
from phases.commands.afterwards import Undo
from phases.commands.case_facts import CaseNew
from phases.commands.clock import BreakOff, Start
from phases.commands.consents import ConsentAdd
from phases.commands.log import ActivityAdd
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from phases.commands.talk import Leave
from phases.commands.welcome import ConsentTold
from phases.covering import consent_holds
from phases.fold import fold
from phases.records import Consent
from tests.phases.room import NOON, Room, set_up, started
from tests.phases.walk import closed

TODAY = NOON.date()


def test_an_empty_case_has_nobody_and_nothing() -> None:
    case = Case.empty("A")
    assert case.sitting is None
    assert case.newest_event is None
    assert case.present == ()
    assert case.services == ()
    assert not case.child_present
    assert repr(case) == "Case(A, revision 0)"


@pytest.mark.parametrize("name", ["Føresett 1", "føresett 1", " MOR ", "mor", "id4"])
def test_somebody_is_found_by_id_name_or_nickname(name: str) -> None:
    room = set_up()
    found = room.case.find_participant(name if name != "id4" else _id_of(room, "Mor"))
    assert found is not None
    assert found.label == "Mor"


def _id_of(room: Room, label: str) -> str:
    return next(p.id for p in room.case.participants.values() if p.label == label)


@pytest.mark.parametrize("name", ["", "   ", "Onkel"])
def test_nobody_is_found_by_nothing_or_by_another_name(name: str) -> None:
    assert set_up().case.find_participant(name) is None


def test_a_label_is_what_they_want_to_be_called_and_else_the_name() -> None:
    room = set_up()
    assert room.case.label(_id_of(room, "Mor")) == "Mor"
    assert room.case.label(_id_of(room, "Rektor")) == "Rektor"
    assert room.case.label("gone") == "gone"


def test_who_has_left_has_no_duty_and_is_not_here() -> None:
    room = started()
    room.do(Leave(who="Inspektør"))
    assert room.case.with_duty("guard") is None
    assert "Inspektør" not in [p.label for p in room.case.present]
    assert [p.label for p in room.case.present_family()] == ["Mor", "Far"]


def test_who_left_early_is_expected_at_the_next_meeting() -> None:
    room = closed()
    room.do(MeetingPlan(at=NOON + timedelta(days=42)))
    assert room.sitting.meeting.number == 2
    assert room.sitting.state == "planned"


def test_the_next_meeting_is_planned_for_all_services_though_one_left_early() -> None:
    room = closed()
    room.do(MeetingPlan(at=NOON, structure="bti-individual"))
    first = room.sitting
    room.do(Start(), ConsentTold(), Leave(who="PPT-rådgjevar"), BreakOff())
    room.do(MeetingPlan(at=NOON, structure="bti-individual"))
    minutes = [p.planned_s / 60 for p in room.sitting.agenda.phases]
    assert minutes == [5, 5, 10, 5, 10, 5, 5]
    assert first.meeting.id != room.sitting.meeting.id
    assert room.case.services == ("skulehelseteneste", "PPT")


def test_the_newest_meeting_is_the_one_that_counts() -> None:
    room = closed()
    first = room.sitting.meeting.id
    room.do(MeetingPlan())
    assert room.sitting.meeting.id != first
    assert room.case.sitting_of(first).state == "closed"
    with pytest.raises(KeyError):
        room.case.sitting_of("nowhere")


def consent(**fields: object) -> Consent:
    return Consent.from_doc({"id": "c", "by": "p", "covers": "log", **fields})


@pytest.mark.parametrize(
    ("given", "holds"),
    [
        (consent(), True),
        (consent(expires=TODAY.isoformat()), True),
        (consent(expires=(TODAY - timedelta(days=1)).isoformat()), False),
        (consent(withdrawn=TODAY.isoformat()), False),
        (consent(withdrawn=(TODAY + timedelta(days=1)).isoformat()), True),
    ],
)
def test_a_consent_holds_to_its_last_day_and_not_from_the_day_it_is_withdrawn(
    given: Consent, holds: bool
) -> None:
    assert given.holds(TODAY) is holds


def test_a_consent_is_asked_for_by_what_it_covers_and_who_gave_it() -> None:
    room = set_up(child=True)
    case = room.case
    assert consent_holds(case, "log", TODAY)
    assert consent_holds(case, "ppt", TODAY)
    assert not consent_holds(case, "BUP", TODAY)
    assert not consent_holds(case, "log", TODAY, by_child=True)
    room.do(ConsentAdd(by="Eleven"))
    assert consent_holds(room.case, "log", TODAY, by_child=True)


def test_a_consent_of_somebody_who_is_no_participant_says_nothing() -> None:
    room = Room()
    room.do(CaseNew())
    room.do(ParticipantAdd(label="Mor", role="guardian"))
    room.do(ConsentAdd(by="Mor", given=date(2026, 12, 1)))
    lost: Tables = {"participants": dict.fromkeys(room.case.participants)}
    assert not consent_holds(fold(room.case, lost, 9), "log", TODAY)


def test_a_log_is_opened_by_what_is_begun_and_is_a_draft_again_without_it() -> None:
    room = set_up()
    told = [room.case.opened]
    for command in (Start(), Undo(), ActivityAdd(title="Leksehjelp", owner="Mor")):
        room.do(command)
        told.append(room.case.opened)
    assert told == [False, True, False, True]
