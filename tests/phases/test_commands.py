"""Commands one by one: what each changes and what it refuses."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from phases.commands import Command
from phases.commands.afterwards import Reason
from phases.commands.case_facts import CaseNew, CaseSet
from phases.commands.choosing import (
    Accept,
    Choose,
    DecidedBy,
    Decline,
    HandOverCommand,
    NoMeasure,
    OfferAdd,
    OfferEdit,
)
from phases.commands.clock import BreakOff, Pause, Start
from phases.commands.closing import FamilyLeft, InformChildCommand, NextMeetingCommand
from phases.commands.consents import ConsentAdd, ConsentWithdraw
from phases.commands.log import (
    ActivityAdd,
    ActivityEdit,
    ActivityEnd,
    ActivityEvaluate,
    Park,
    ParkedHandle,
)
from phases.commands.participants import ParticipantAdd, ParticipantEdit, ParticipantRemove
from phases.commands.planning import MeetingCancel, MeetingPlan
from phases.commands.talk import Arrive, Guard, GuardKindCommand, Leave
from phases.commands.welcome import Challenge, Introductions, Viddevakt, Writer
from phases.fold import fold
from tests.phases.room import NOON, Room, set_up, started
from tests.phases.walk import DUE, closed, in_phase

TODAY = NOON.date()


def id_of(room: Room, label: str) -> str:
    return next(p.id for p in room.case.participants.values() if p.label == label)


def with_activity() -> tuple[Room, str]:
    room = started()
    room.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar", due=DUE))
    return room, next(iter(room.case.activities))


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


def test_what_is_left_out_of_an_edit_stays() -> None:
    room = set_up()
    room.do(ParticipantEdit(who="Mor", new=True))
    room.do(ParticipantEdit(who="Mor", call="Mamma", absent=True))
    mor = room.case.find_participant("Mamma")
    assert mor is not None
    assert (mor.name, mor.new, mor.absent) == ("Føresett 1", True, True)
    assert room.refused(ParticipantEdit(who="Onkel")).args == {"name": "Onkel"}


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
    room.do(ConsentAdd(by="Far", covers="ppt-rådgjevar", form="oral"))
    newest = list(room.case.consents.values())[-1]
    assert (newest.covers, newest.given, newest.form) == ("PPT", TODAY, "oral")
    assert room.refused(ConsentAdd(by="Far", covers="BUP")).args == {"name": "BUP"}
    assert room.refused(ConsentAdd(by="Far", covers="Rektor")).code == "no-service"


def test_a_consent_is_withdrawn_from_today_and_once() -> None:
    room = set_up()
    room.do(ConsentWithdraw(by="Mor", covers="PPT"))
    assert not room.case.consent_holds("PPT", TODAY)
    assert room.case.consent_holds("log", TODAY)
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


# Reasons ------------------------------------------------------------------------------------


def test_a_reason_may_follow_a_warning_and_is_kept_with_the_history() -> None:
    room = started()
    room.do(ActivityAdd(title="Leksehjelp", owner="Mor"))
    warned = room.sitting.events[-1]
    room.do(Pause())
    room.do(Reason(text="family-wishes"))
    told = room.sitting.events[-1]
    assert told.args == {"of": warned.id, "rules": ["R-M14"], "reason": "family-wishes"}


def test_a_reason_is_about_something_and_says_something() -> None:
    room = Room()
    room.do(CaseNew())
    assert room.refused(Reason(text="family-wishes")).code == "no-remark"
    assert room.refused(Reason()).code == "empty"


# Agreements ---------------------------------------------------------------------------------


def test_offers_are_made_by_services_and_edited_by_field() -> None:
    room = in_phase("offers")
    assert room.refused(OfferAdd(service="Rektor", text="x")).code == "no-service"
    room.do(OfferAdd(service="ppt", text="Rettleiing", view="Ein travel dag"))
    (offer_id,) = room.case.offers
    room.do(OfferEdit(id=offer_id, field="text", value="Meir\nrettleiing", was="Rettleiing"))
    room.do(OfferEdit(id="PPT", field="view", value="", was="Ein travel dag"))
    offer = room.case.offers[offer_id]
    assert (offer.service, offer.text, offer.view) == ("PPT", "Meir rettleiing", "")
    stale = room.refused(OfferEdit(id=offer_id, field="text", value="x", was="Rettleiing"))
    assert (stale.code, stale.exit_code, stale.args) == ("changed-meanwhile", 4, {"field": "text"})
    assert room.refused(OfferEdit(id=offer_id, value="")).code == "empty"
    assert room.refused(OfferEdit(id=offer_id, value="å" * 161)).code == "E-LONG"
    assert room.refused(OfferEdit(id="BUP", value="x")).code == "no-offer"


def test_choosing_is_offers_or_none_and_not_both() -> None:
    room = in_phase("decision")
    assert room.refused(Choose()).code == "choose-or-none"
    assert room.refused(Choose(offers=("PPT",), none_now=True)).code == "choose-or-none"
    room.do(Choose(none_now=True, why="tenkjetid", decided_by=("Mor", "Far")))
    choice = room.sitting.meeting.choice
    assert choice is not None
    assert (choice.offers, choice.none_now, choice.reason) == ((), True, "tenkjetid")


def test_the_decision_is_the_familys_and_theirs_is_the_last_word() -> None:
    room = in_phase("decision", child=True)
    room.do(Choose(offers=("PPT",)))
    by = [room.case.label(i) for i in room.sitting.meeting.decided_by]
    assert by == ["Kontaktlærar", "Eleven", "Mor", "Far"]
    assert room.refused(DecidedBy(who=("Rektor",))).code == "family-decides"
    assert room.refused(DecidedBy()).code == "family-decides"
    staff_only = Choose(offers=("PPT",), decided_by=("Rektor",))
    assert room.refused(staff_only).code == "family-decides"


def test_asking_is_not_accepting() -> None:
    room = in_phase("decision")
    room.do(CaseSet(relay_holder="Kontaktlærar"))
    assert room.refused(Accept()).code == "nobody-asked"
    room.do(HandOverCommand(to="Helsesjukepleiar", answer_by=DUE))
    assert room.case.facts.relay_holder == id_of(room, "Kontaktlærar")
    room.do(Accept())
    assert room.case.facts.relay_holder == id_of(room, "Helsesjukepleiar")
    assert room.refused(Decline()).code == "nobody-asked"


def test_an_answer_by_a_date_may_come_after_the_meeting() -> None:
    room = in_phase("decision")
    room.do(HandOverCommand(to="Helsesjukepleiar", answer_by=DUE))
    room.do(BreakOff())
    room.do(Accept())
    assert room.case.facts.relay_holder == id_of(room, "Helsesjukepleiar")


def test_a_no_leaves_the_baton_where_it_was_and_another_is_asked() -> None:
    room = in_phase("decision")
    room.do(HandOverCommand(to="Helsesjukepleiar"))
    room.do(Decline())
    assert room.case.facts.relay_holder == ""
    room.do(HandOverCommand(to="PPT-rådgjevar"), Accept())
    assert room.case.facts.relay_holder == id_of(room, "PPT-rådgjevar")


@pytest.mark.parametrize(
    "command",
    [
        Writer(),
        Viddevakt(),
        HandOverCommand(),
        InformChildCommand(),
        Arrive(),
        Leave(who=" "),
        OfferAdd(text="x"),
        DecidedBy(who=("",)),
        ParticipantEdit(),
        ParticipantRemove(who="\u3164"),
        ConsentAdd(),
        ConsentWithdraw(by="  "),
        ActivityAdd(title="x", owner="  "),
    ],
    ids=lambda c: c.name,
)
def test_an_empty_name_is_told_as_that(command: Command) -> None:
    refusal = started().refused(command)
    assert refusal.code == "empty"
    assert refusal.args["field"] in ("who", "to", "owner", "by", "service")


def test_the_next_meeting_is_a_date_or_who_calls_by_when() -> None:
    room = in_phase("closing")
    assert room.refused(NextMeetingCommand()).code == "date-or-caller"
    assert room.refused(NextMeetingCommand(caller="Rektor")).code == "date-or-caller"
    assert room.refused(NextMeetingCommand(on=TODAY)).code == "date-passed"
    room.do(NextMeetingCommand(on=date(2027, 3, 2), at="13:00"))
    room.do(NextMeetingCommand(caller="Rektor", called="Mor", by=DUE))
    agreed = room.sitting.meeting.next_meeting
    assert agreed is not None
    assert (agreed.on, agreed.caller, agreed.by) == (None, id_of(room, "Rektor"), DUE)


def test_no_measure_takes_a_reason() -> None:
    assert in_phase("decision").refused(NoMeasure()).code == "empty"


def test_introductions_are_done_or_skipped() -> None:
    room = started()
    room.do(Introductions("skipped"))
    room.do(Introductions("done"))
    assert room.sitting.meeting.introductions == "done"


def test_the_family_leaves_when_the_meeting_is_over() -> None:
    assert started().refused(FamilyLeft()).code == "not-now"
    room = closed()
    room.do(FamilyLeft())
    assert room.sitting.meeting.family_left


# The log ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("owner", "arena"),
    [
        ("Mor", "home"),
        ("Kontaktlærar", "school"),
        ("Rektor", "school"),
        ("PPT-rådgjevar", "services"),
    ],
)
def test_an_activity_belongs_where_the_responsible_person_is(owner: str, arena: str) -> None:
    room = started()
    room.do(ActivityAdd(title="x", owner=owner, due=DUE))
    (found,) = room.case.activities.values()
    assert found.arena == arena


def test_an_activity_may_grow_out_of_an_offer() -> None:
    room = in_phase("offers")
    room.do(OfferAdd(service="PPT", text="Rettleiing"))
    room.do(ActivityAdd(title="Rettleiing", owner="PPT-rådgjevar", offer="PPT", arena="school"))
    (found,) = room.case.activities.values()
    assert found.offer in room.case.offers
    assert found.arena == "school"
    assert found.meeting == room.sitting.meeting.id


def test_between_two_meetings_an_activity_belongs_to_none() -> None:
    room = set_up()
    room.do(ActivityAdd(title="x", owner="Mor"))
    room.do(ActivityAdd(title="Fast plass", owner="Mor", tried=True, effect="partly"))
    first, tried = room.case.activities.values()
    assert first.meeting == ""
    assert (tried.status, tried.tried_before, tried.effect) == ("ended", True, "partly")


def test_every_field_is_edited_by_itself() -> None:
    room, activity_id = with_activity()
    for field, value in (
        ("title", "Lekser"),
        ("owner", "Mor"),
        ("due", "2027-03-01"),
        ("arena", "home"),
        ("status", "planned"),
        ("comment", "ei linje\nto"),
    ):
        room.do(ActivityEdit(id=activity_id, field=field, value=value))  # type: ignore[arg-type]
    found = room.case.activities[activity_id]
    assert found.owner == id_of(room, "Mor")
    assert (found.title, found.due, found.arena) == ("Lekser", date(2027, 3, 1), "home")
    assert (found.status, found.comment) == ("planned", "ei linje\nto")
    room.do(ActivityEdit(id=activity_id, field="due", value="", was="2027-03-01"))
    assert room.case.activities[activity_id].due is None
    room.do(ActivityEdit(id=activity_id, field="due", value="2027-03-02", was=""))


def test_two_fields_edited_at_once_both_live() -> None:
    room, activity_id = with_activity()
    room.do(ActivityEdit(id=activity_id, field="title", value="Lekser", was="Leksehjelp"))
    room.do(ActivityEdit(id=activity_id, field="comment", value="bra", was=""))
    found = room.case.activities[activity_id]
    assert (found.title, found.comment) == ("Lekser", "bra")


@pytest.mark.parametrize("field", ["title", "owner", "due", "arena", "status", "comment"])
def test_a_field_that_changed_meanwhile_is_not_overwritten(field: str) -> None:
    room, activity_id = with_activity()
    before = room.case
    stale = ActivityEdit(id=activity_id, field=field, value="x", was="noko anna")  # type: ignore[arg-type]
    refused = room.refused(stale)
    assert (refused.code, refused.exit_code) == ("changed-meanwhile", 4)
    assert refused.args == {"field": field}
    assert room.case is before


def test_a_challenge_that_changed_meanwhile_is_not_overwritten() -> None:
    room = in_phase("status-quo")
    room.do(Challenge(text="Måndagar", was=""))
    assert room.refused(Challenge(text="x", was="")).exit_code == 4
    room.do(Challenge(text="Tysdagar", was="Måndagar"))


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("title", "", "empty"),
        ("title", "å" * 161, "E-LONG"),
        ("comment", "å" * 1001, "E-LONG"),
        ("owner", "Onkel", "no-participant"),
        ("due", "31.02.2026", "E-DATE"),
        ("due", "2026-02-31", "E-DATE"),
        ("arena", "moon", "bad-value"),
        ("status", "lost", "bad-value"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(field: str, value: str, code: str) -> None:
    room, activity_id = with_activity()
    edit = ActivityEdit(id=activity_id, field=field, value=value)  # type: ignore[arg-type]
    assert room.refused(edit).code == code


def test_an_activity_is_evaluated_and_ended_once() -> None:
    room, activity_id = with_activity()
    room.do(ActivityEvaluate(id=activity_id, effect="partly", comment="halvvegs"))
    room.do(ActivityEvaluate(id=activity_id, effect="wanted"))
    assert room.case.activities[activity_id].comment == "halvvegs"
    room.do(ActivityEnd(id=activity_id, effect="negative", comment="nei"))
    ended = room.case.activities[activity_id]
    assert (ended.status, ended.effect, ended.comment) == ("ended", "negative", "nei")
    assert room.refused(ActivityEnd(id=activity_id)).code == "already-ended"
    assert room.refused(ActivityEnd(id="nowhere")).args == {"id": "nowhere"}


def test_a_parked_topic_keeps_its_phase_and_is_handled() -> None:
    room = in_phase("clarifying")
    room.do(Park(text="SFO"))
    (topic,) = room.case.parked.values()
    assert (topic.phase, topic.handled) == ("clarifying", None)
    room.do(ParkedHandle(id=topic.id, handled="bilateral"))
    assert room.case.parked[topic.id].handled == "bilateral"
    assert room.refused(ParkedHandle(id="nowhere")).code == "no-parked"


def test_the_kind_of_a_sign_is_told_afterwards_of_the_newest() -> None:
    room = started()
    assert room.refused(GuardKindCommand("time")).code == "no-sign"
    room.do(Guard())
    room.do(Guard())
    room.do(GuardKindCommand("time", "extended"))
    kinds = [i.kind for i in room.case.interventions.values()]
    assert kinds == ["none", "time"]
