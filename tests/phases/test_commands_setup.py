"""Commands that set up: what each changes and what it refuses."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from phases.commands import Command
from phases.commands.afterwards import Undo
from phases.commands.case_facts import CaseNew, CaseSet
from phases.commands.choosing import DecidedBy, HandOverCommand
from phases.commands.clock import Start
from phases.commands.closing import InformChildCommand, NextMeetingCommand
from phases.commands.consents import ConsentAdd, ConsentWithdraw
from phases.commands.log import ActivityAdd
from phases.commands.participants import ParticipantAdd, ParticipantEdit, ParticipantRemove
from phases.commands.planning import MeetingCancel, MeetingPlan
from phases.commands.welcome import Viddevakt, Writer
from phases.covering import consent_holds
from phases.fold import fold
from tests.phases.room import NOON, Room, id_of, set_up, started
from tests.phases.rooms import spoken
from tests.phases.walk import DUE

TODAY = NOON.date()


# The case -----------------------------------------------------------------------------------


def test_a_case_is_made_once() -> None:
    room = Room()
    assert room.refused(CaseNew(), CaseNew()).code == "case-exists"
    room.do(CaseNew(language="nb", unit="kindergarten", rehearsal=True))
    assert room.refused(CaseNew()).code == "case-exists"
    facts = room.case.facts
    assert (facts.language, facts.unit, facts.rehearsal) == ("nb", "kindergarten", True)


def test_a_case_needs_a_structure_that_is_there() -> None:
    assert Room().refused(CaseNew(structure="mine")).args == {"id": "mine"}


def test_facts_change_one_by_one() -> None:
    room = set_up()
    room.do(CaseSet(consent_age=15, meeting_dates=(DUE,)))
    room.do(CaseSet(relay_holder="Rektor"))
    assert room.case.facts.consent_age == 15
    assert room.case.facts.language == "nn"
    assert room.case.facts.relay_holder == id_of(room, "Rektor")
    room.do(CaseSet(relay_holder=""))
    assert room.case.facts.relay_holder == ""
    assert room.refused(CaseSet(consent_age=17)).code == "bad-value"
    assert room.refused(CaseSet(relay_holder="Onkel")).code == "no-participant"


def test_the_day_from_which_the_youth_consents_too_can_be_taken_away_again() -> None:
    room = set_up()
    room.do(CaseSet(own_consent_from=DUE))
    room.do(CaseSet(consent_age=18))
    assert room.case.facts.own_consent_from == DUE
    room.do(CaseSet(own_consent_from=""))
    assert room.case.facts.own_consent_from is None


# Participants -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["rektor", " Rektor ", "Mor", "føresett 1"])
def test_nobody_is_set_up_twice(name: str) -> None:
    assert set_up().refused(ParticipantAdd(label=name)).code == "participant-exists"


def test_only_a_service_speaks_for_a_service() -> None:
    refused = set_up().refused(ParticipantAdd(label="Vikar", role="teacher", service="PPT"))
    assert refused.code == "service-needs-role"


@pytest.mark.parametrize("role", ["guardian", "child"])
def test_a_guard_is_never_of_the_family(role: str) -> None:
    room = set_up()
    made = ParticipantAdd(label="Bestemor", role=role, duties=("guard",))  # type: ignore[arg-type]
    assert room.refused(made).code == "not-family"
    assert room.refused(ParticipantEdit(who="Mor", duties=("guard",))).code == "not-family"
    assert room.refused(Viddevakt(who="Mor")).code == "not-family"
    assert room.refused(Writer(who="Mor")).code == "not-family"


def test_a_duty_has_one_holder_at_a_time() -> None:
    room = set_up()
    room.do(ParticipantAdd(label="Vikar", duties=("writer", "relay-holder")))
    teacher = room.case.find_participant("Kontaktlærar")
    assert teacher is not None
    assert teacher.duties == ()
    assert room.case.facts.relay_holder == id_of(room, "Vikar")
    rektor = room.case.find_participant("Rektor")
    assert rektor is not None
    assert rektor.duties == ("leader", "summariser")


def test_an_interpreter_is_not_in_the_log() -> None:
    room = set_up()
    room.do(ParticipantAdd(label="Tolk", role="interpreter"))
    tolk = room.case.find_participant("Tolk")
    assert tolk is not None
    assert not tolk.in_log


def test_the_log_knows_from_when_to_when_somebody_takes_part_in_it() -> None:
    room = set_up()
    room.clock.tick(86_400 * 30)
    room.do(ParticipantEdit(who="Rektor", in_log=False), ParticipantEdit(who="Rektor", new=True))
    left = TODAY + timedelta(days=30)
    assert _taking_part(room) == (False, TODAY, left)
    room.clock.tick(86_400)
    room.do(ParticipantEdit(who="Rektor", in_log=True))
    assert _taking_part(room) == (True, left + timedelta(days=1), None)


def _taking_part(room: Room) -> tuple[bool, date | None, date | None]:
    found = room.case.find_participant("Rektor")
    assert found is not None
    return found.in_log, found.active_from, found.active_to


def test_what_is_left_out_of_an_edit_stays() -> None:
    room = set_up()
    room.do(ParticipantEdit(who="Mor", new=True))
    room.do(ParticipantEdit(who="Mor", call="Mamma", absent=True))
    mor = room.case.find_participant("Mamma")
    assert mor is not None
    assert (mor.name, mor.new, mor.absent) == ("Føresett 1", True, True)
    assert room.refused(ParticipantEdit(who="Onkel")).args == {"name": "Onkel"}


def test_a_new_name_keeps_the_id_and_all_that_is_theirs() -> None:
    room = set_up()
    before = id_of(room, "Kontaktlærar")
    room.do(ParticipantEdit(who="Kontaktlærar", label="Lærar Li"))
    assert id_of(room, "Lærar Li") == before
    assert room.case.with_duty("writer") == room.case.find_participant("Lærar Li")
    assert room.case.find_participant("Kontaktlærar") is None
    room.do(Undo())
    assert id_of(room, "Kontaktlærar") == before


@pytest.mark.parametrize("name", ["rektor", "MOR", "Føresett 1"])
def test_a_new_name_is_nobody_elses(name: str) -> None:
    room = set_up()
    assert room.refused(ParticipantEdit(who="Far", label=name)).code == "participant-exists"


def test_a_name_may_be_written_otherwise_and_never_be_empty() -> None:
    room = set_up()
    room.do(ParticipantEdit(who="Mor", label="føresett 1"))
    room.do(ParticipantEdit(who="Mor", label="Mor"))
    mor = room.case.find_participant("Mor")
    assert mor is not None
    assert mor.name == "Mor"
    assert room.refused(ParticipantEdit(who="Mor", label=" ")).code == "empty"


def test_a_service_that_goes_by_its_name_keeps_its_consent_under_a_new_name() -> None:
    room = set_up()
    room.do(ParticipantAdd(label="Logopeden", role="service"))
    room.do(ParticipantAdd(label="Legen", role="service"))
    room.do(ConsentAdd(by="Mor", covers="Logopeden", given=TODAY))
    room.do(ParticipantEdit(who="Logopeden", label="Anne"))
    room.do(ParticipantEdit(who="Legen", label="Lege"))
    anne, lege = (room.case.find_participant(name) for name in ("Anne", "Lege"))
    assert anne is not None
    assert lege is not None
    assert (anne.service, lege.service) == ("Logopeden", "")


def test_who_is_set_up_by_mistake_is_taken_out() -> None:
    room = set_up()
    room.do(ParticipantRemove(who="PPT-rådgjevar"))
    assert room.case.services == ("skulehelseteneste",)


@pytest.mark.parametrize(
    ("command", "who"),
    [
        (ActivityAdd(title="Leksehjelp", owner="Rektor", due=DUE), "Rektor"),
        (CaseSet(relay_holder="Rektor"), "Rektor"),
        (Writer(who="Rektor"), "Rektor"),
        (Viddevakt(who="Rektor"), "Rektor"),
        (DecidedBy(who=("Far",)), "Far"),
        (HandOverCommand(to="Rektor"), "Rektor"),
        (NextMeetingCommand(caller="Rektor", by=DUE), "Rektor"),
        (InformChildCommand(who="Far"), "Far"),
        (ConsentAdd(by="Far"), "Far"),
    ],
    ids=lambda x: getattr(x, "name", x),
)
def test_nobody_is_taken_out_of_whom_something_is_written(command: Command, who: str) -> None:
    room = started()
    room.do(command)
    assert room.refused(ParticipantRemove(who=who)).code == "still-named"


# Consents -----------------------------------------------------------------------------------


def test_only_the_family_consents_and_not_ahead() -> None:
    room = set_up()
    assert room.refused(ConsentAdd(by="Rektor")).code == "family-consents"
    tomorrow = TODAY + timedelta(days=1)
    assert room.refused(ConsentAdd(by="Mor", given=tomorrow)).code == "date-ahead"


def test_a_consent_is_for_a_service_and_never_for_one_employee() -> None:
    room = set_up()
    room.do(ConsentAdd(by="Far", covers="ppt-rådgjevar", form="oral", note="Telefon"))
    newest = list(room.case.consents.values())[-1]
    assert (newest.covers, newest.given, newest.form) == ("PPT", TODAY, "oral")
    assert room.refused(ConsentAdd(by="Far", covers="BUP")).args == {"name": "BUP"}
    assert room.refused(ConsentAdd(by="Far", covers="Rektor")).code == "R-C10"


def test_a_consent_is_withdrawn_from_today_and_once() -> None:
    room = set_up()
    room.do(ConsentWithdraw(by="Mor", covers="PPT"))
    assert not consent_holds(room.case, "PPT", TODAY)
    assert consent_holds(room.case, "log", TODAY)
    assert room.refused(ConsentWithdraw(by="Mor", covers="PPT")).code == "no-consent"
    assert room.refused(ConsentWithdraw(by="Far")).code == "no-consent"


# Plans --------------------------------------------------------------------------------------


def test_a_plan_is_changed_until_the_meeting_begins() -> None:
    room = set_up()
    here = room.sitting.meeting.id
    later = NOON + timedelta(hours=1)
    room.do(MeetingPlan(at=later, minutes=(1, 2, 3, 4, 5, 6, 480)))
    assert room.sitting.meeting.id == here
    assert (room.sitting.meeting.at, room.sitting.meeting.place) == (later, "Møterom 2")
    assert [p.planned_s for p in room.sitting.agenda.phases][-1] == 28800.0
    room.do(MeetingPlan(structure="bti-individual"))
    assert room.sitting.agenda.phases[0].planned_s == 300.0
    room.do(Start())
    assert room.refused(MeetingPlan()).code == "meeting-underway"


@pytest.mark.parametrize(
    "minutes", [(5,), (5,) * 8, (0, 5, 5, 5, 5, 5, 5), (481, 5, 5, 5, 5, 5, 5)]
)
def test_minutes_are_one_number_a_phase_from_1_to_480(minutes: tuple[int, ...]) -> None:
    assert set_up().refused(MeetingPlan(minutes=minutes)).code == "E-MIN"


def test_a_plan_needs_a_structure_that_is_there() -> None:
    assert set_up().refused(MeetingPlan(structure="mine")).code == "no-structure"


def test_a_cancelled_meeting_makes_room_for_another() -> None:
    room = set_up()
    room.do(MeetingCancel())
    assert room.sitting.state == "cancelled"
    room.do(MeetingPlan())
    assert (room.sitting.state, room.sitting.meeting.number) == ("planned", 2)
    room.do(Start())
    assert room.refused(MeetingCancel()).code == "not-now"


def test_a_meeting_without_phases_does_not_start() -> None:
    room = set_up()
    here = room.sitting.meeting.id
    room.case = fold(room.case, {"agendas": {here: None}}, room.case.revision + 1)
    assert room.refused(Start()).code == "no-structure"


@pytest.mark.parametrize(("structure", "told"), [("bti-individual", False), ("bti-basic", True)])
def test_minutes_with_an_interpreter_are_counted_before_they_are_called_too_long(
    structure: str, told: bool
) -> None:
    room = set_up()
    room.do(MeetingPlan(structure=structure))
    assert ("R-P5" in spoken(room, MeetingPlan(interpreter=True))) == told
