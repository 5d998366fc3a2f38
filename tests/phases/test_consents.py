"""Consents by service, their ages and ends, and what a withdrawal stops (S0-13, S0-14, SC-10)."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from phases.changes import Changes, Refusal
from phases.commands import COMMANDS
from phases.commands.case_facts import CaseSet
from phases.commands.choosing import Accept, Choose, HandOverCommand, OfferAdd
from phases.commands.clock import Back, Minute, Next, Pause, Resume, Start
from phases.commands.closing import FamilyLeft, NextMeetingCommand
from phases.commands.consents import ConsentAdd, ConsentWithdraw, LeaveOut
from phases.commands.log import ActivityAdd, NoteCommand
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.commands.planning import MeetingPlan
from phases.commands.talk import Arrive, Leave
from phases.covering import consent_holds, covered, expired, uncovered, uncovered_now
from phases.export import export
from phases.interpreter import with_interpreter
from phases.leaving_out import left_out_ids, masked, shown
from phases.settle import settled
from tests.phases.room import NOON, FakeClock, Room, comes, id_of, set_up, started
from tests.phases.walk import DUE, closed, in_phase

TODAY = NOON.date()
HEALTH = "skulehelseteneste"


def on(day: date) -> FakeClock:
    """The middle of that day where the meeting is held."""
    return FakeClock(datetime(day.year, day.month, day.day, 11, tzinfo=UTC))


def written() -> Room:
    """A meeting under way with something of the nurse's, of PPT's and of Mor's in the log."""
    room = in_phase("decision")
    room.do(Choose(offers=(HEALTH,)), HandOverCommand(to="Helsesjukepleiar"), Accept())
    room.do(ActivityAdd(title="Fire samtalar", owner="Helsesjukepleiar", due=DUE))
    room.do(ActivityAdd(title="Prat med PPT", owner="Mor", due=DUE))
    room.do(NoteCommand(text="PPT-rådgjevar ringjer om PPTs plan"))
    return room


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


# Withdrawal ---------------------------------------------------------------------------------


def test_withdrawing_a_service_pauses_the_clock_and_leaves_the_service_out() -> None:
    room = written()
    done = room.do(ConsentWithdraw(by="Mor", covers="PPT"))
    assert room.sitting.state == "paused"
    assert [(f.rule, f.args["of"]) for f in done.findings] == [("R-C6", "service")]
    assert id_of(room, "PPT-rådgjevar") in left_out_ids(room.case)
    assert room.refused(OfferAdd(service="PPT", text="Rettleiing")).code == "R-C6"
    assert room.refused(HandOverCommand(to="PPT-rådgjevar")).code == "R-C6"
    assert room.refused(Arrive(who="PPT-rådgjevar"), reason="family-wishes").code == "R-C6"
    room.do(Resume())
    room.do(ActivityAdd(title="Leksehjelp", owner="Mor", due=DUE))


def test_a_paused_clock_stays_paused_and_the_time_adds_up() -> None:
    room = started()
    room.do(Pause(), after=60)
    room.do(ConsentWithdraw(by="Mor", covers="PPT"), after=60)
    room.do(Resume(), after=60)
    room.clock.tick(60)
    [held] = export(room.case, room.clock.stamp()).meetings
    assert (held.used_s, held.paused_s) == (120.0, 120.0)
    assert len(held.pauses) == 1


def test_a_withdrawal_pauses_the_time_that_is_told() -> None:
    room = started()
    room.do(ConsentWithdraw(by="Mor", covers="PPT"), after=60)
    room.do(Resume(), after=90)
    [held] = export(room.case, room.clock.stamp()).meetings
    assert (held.used_s, held.paused_s, len(held.pauses)) == (60.0, 90.0, 1)


def test_one_guardians_withdrawal_stops_it_whatever_the_other_has_said() -> None:
    """Who decides where they disagree isn't told: ask your leader or a lawyer (SC-10)."""
    room = started()
    room.do(ConsentAdd(by="Far", covers="PPT"))
    done = room.do(ConsentWithdraw(by="Far", covers="PPT"))
    assert done.findings[0].args["of"] == "service-disagree"
    assert not consent_holds(room.case, "PPT", TODAY)
    room.do(ConsentAdd(by="Far", covers="PPT"))
    assert consent_holds(room.case, "PPT", TODAY)


def test_withdrawing_the_log_closes_it_for_good() -> None:
    room = written()
    room.do(NextMeetingCommand(on=date(2027, 3, 2)))
    done = room.do(ConsentWithdraw(by="Mor"))
    facts = room.case.facts
    assert [f.args["of"] for f in done.findings if f.rule == "R-C6"] == ["log"]
    assert (facts.status, facts.closed_reason, facts.locked) == (
        "closed",
        "consent-withdrawn",
        True,
    )
    assert facts.closed_on == TODAY
    assert room.sitting.state == "broken-off"
    assert room.sitting.meeting.next_meeting is None
    assert {a.title for a in room.case.activities.values()} >= {"Fire samtalar", "Prat med PPT"}
    for command in (
        ActivityAdd(title="x", owner="Mor", due=DUE),
        CaseSet(status="open"),
        MeetingPlan(at=NOON),
        ConsentAdd(by="Mor"),
        ParticipantAdd(label="Ny"),
    ):
        refused = room.refused(command, reason="family-wishes")
        assert (refused.code, refused.exit_code) == ("R-C6", 9)
    room.do(FamilyLeft())


def test_what_may_still_be_done_with_a_closed_log_writes_nothing_of_the_child() -> None:
    assert {c.name for c in COMMANDS if c.when_locked} == {
        "evaluate",
        "family-left",
        "hide",
        "reason",
        "retention",
        "show",
    }


def test_the_clock_stands_still_after_the_log_is_closed() -> None:
    room = started()
    room.do(ConsentWithdraw(by="Mor"), after=840)
    room.clock.tick(600)
    [held] = export(room.case, room.clock.stamp()).meetings
    assert held.used_s == 840.0
    for command in (Next(), Back(), Resume(), Minute()):
        assert isinstance(room.ask(command), Refusal)


def test_a_log_that_was_never_opened_stays_a_draft() -> None:
    """A tick in the wrong place of the set-up closes nothing (INV-01)."""
    room = set_up()
    room.do(ConsentWithdraw(by="Mor"))
    assert not room.case.facts.locked
    assert not room.sitting.meeting.cancelled
    room.do(ConsentAdd(by="Mor"))
    room.do(Start())


def test_a_planned_meeting_of_a_closed_log_is_called_off() -> None:
    room = closed()
    room.do(MeetingPlan(at=NOON + timedelta(days=42)))
    room.do(ConsentWithdraw(by="Mor"))
    assert room.sitting.state == "cancelled"


def test_a_guardian_whose_consent_to_the_log_was_never_noted_can_close_it_too() -> None:
    room = written()
    room.do(ConsentAdd(by="Far", covers="PPT"))
    room.do(ConsentWithdraw(by="Far"))
    assert room.case.facts.locked


def test_a_withdrawal_is_told_with_time_role_part_and_reach() -> None:
    room = written()
    room.do(ConsentWithdraw(by="Mor", covers="PPT"))
    room.do(ConsentWithdraw(by="Mor"), after=60)
    told = export(room.case, room.clock.stamp()).withdrawals
    assert [(w.role, w.of, w.phase) for w in told] == [
        ("guardian", "service", "decision"),
        ("guardian", "log", "decision"),
    ]
    assert told[1].at == room.clock.stamp().utc


# Leaving out --------------------------------------------------------------------------------


def test_what_is_shown_leaves_the_service_out_and_the_history_does_not() -> None:
    room = written()
    room.do(ConsentWithdraw(by="Mor", covers=HEALTH))
    seen = shown(room.case)
    assert "Helsesjukepleiar" not in {p.name for p in seen.participants.values()}
    assert {a.title for a in seen.activities.values()} == {"Prat med PPT"}
    assert HEALTH not in {o.service for o in seen.offers.values()}
    assert seen.facts.relay_holder == ""
    meeting = seen.meetings[room.sitting.meeting.id]
    assert meeting.hand_over is None
    assert meeting.choice is not None
    assert meeting.choice.offers == ()
    assert shown(room.case) is seen
    assert "Fire samtalar" in "".join(room.entries)
    assert any(a.title == "Fire samtalar" for a in room.case.activities.values())


def test_names_of_who_is_left_out_are_taken_out_of_texts_that_are_handed_on() -> None:
    room = written()
    room.do(ConsentWithdraw(by="Mor", covers="PPT"))
    text = json.dumps(
        export(room.case, room.clock.stamp()).model_dump(mode="json"), ensure_ascii=False
    )
    assert "PPT-rådgjevar" not in text
    assert "Prat med …" in text
    # A word that only begins like the name isn't the name.
    assert "PPTs plan" in text
    assert masked(room.case).revision == room.case.revision


def test_a_case_in_which_nobody_is_left_out_is_shown_as_it_is() -> None:
    room = written()
    assert shown(room.case) is room.case
    assert masked(room.case) is room.case


# Baton, levels, state -----------------------------------------------------------------------


def test_everybody_who_has_carried_the_baton_is_kept_in_order() -> None:
    """INV-02: a hand-over is complete when the new holder has accepted."""
    room = in_phase("decision")
    room.do(CaseSet(relay_holder="Kontaktlærar"))
    room.do(HandOverCommand(to="Helsesjukepleiar"))
    assert room.case.label(room.case.facts.relay_holder) == "Kontaktlærar"
    room.do(Accept())
    held = room.case.facts.holders
    assert [room.case.label(h.who) for h in held] == ["Kontaktlærar", "Helsesjukepleiar"]
    assert [h.accepted_at is not None for h in held] == [False, True]
    [first, second] = export(room.case, room.clock.stamp()).case.holders
    assert (first.accepted_at, second.on) == (None, TODAY)


def test_the_levels_are_kept_with_their_day() -> None:
    room = set_up()
    room.do(CaseSet(level=1))
    room.clock.tick(86400)
    room.do(CaseSet(level=1), CaseSet(level=2))
    assert room.case.facts.level == 2
    assert [(x.level, x.on) for x in room.case.facts.levels] == [
        (1, TODAY),
        (2, TODAY + timedelta(days=1)),
    ]
    assert room.refused(CaseSet(level=4)).code == "bad-value"


def test_a_log_closed_by_mistake_is_opened_again() -> None:
    room = set_up()
    room.do(CaseSet(status="closed", closed_reason="family-wishes"))
    assert room.case.facts.closed_on == TODAY
    room.do(CaseSet(status="open"))
    assert (room.case.facts.status, room.case.facts.closed_reason) == ("open", None)
    withdrawn = CaseSet(status="closed", closed_reason="consent-withdrawn")
    assert room.refused(withdrawn).code == "withdraw-instead"
    reasoned = CaseSet(status="open", closed_reason="other")
    assert room.refused(reasoned).code == "open-has-no-reason"


# People -------------------------------------------------------------------------------------


def test_with_an_interpreter_the_minutes_are_a_third_more_and_add_up() -> None:
    assert with_interpreter((5, 5, 10, 5, 10, 5, 5)) == (6, 7, 13, 6, 13, 7, 6)
    assert sum(with_interpreter((5, 5, 10, 5, 10, 5, 5))) == 58
    assert with_interpreter((1,)) == (1,)


def minutes_of(room: Room) -> list[int]:
    return [round(p.planned_s / 60) for p in room.sitting.agenda.phases]


def test_more_time_is_taken_given_back_and_changed() -> None:
    room = set_up()
    room.do(MeetingPlan(interpreter=True))
    assert minutes_of(room) == [6, 7, 13, 6, 13, 7, 6]
    room.do(MeetingPlan(interpreter=True))
    assert minutes_of(room) == [6, 7, 13, 6, 13, 7, 6]
    room.do(MeetingPlan(minutes=(6, 6, 12, 6, 12, 6, 6)))
    assert minutes_of(room) == [6, 6, 12, 6, 12, 6, 6]
    room.do(MeetingPlan(interpreter=False))
    assert minutes_of(room) == [5, 5, 10, 5, 10, 5, 5]


def test_how_somebody_joins_and_for_whom_they_sit_in_is_kept() -> None:
    room = set_up()
    room.do(ParticipantAdd(label="Vikar", role="service", sits_in_for="Legen", joins="phone"))
    person = room.case.find_participant("Vikar")
    assert person is not None
    assert (person.substitute, person.sits_in_for, person.joins) == (True, "Legen", "phone")
    room.do(ParticipantEdit(who="Vikar", substitute=False, joins="video"))
    person = room.case.find_participant("Vikar")
    assert person is not None
    assert (person.substitute, person.sits_in_for, person.joins) == (False, "", "video")


def test_a_substitute_cannot_take_the_baton() -> None:
    """SC-08."""
    room = in_phase("decision")
    comes(room, "BUP")
    room.do(ParticipantEdit(who="BUP", substitute=True))
    room.do(HandOverCommand(to="BUP"))
    refused = room.refused(Accept())
    assert (refused.code, refused.args["state"]) == ("R-M17", "substitute")
