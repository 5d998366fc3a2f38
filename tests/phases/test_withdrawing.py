"""A consent is taken back: what stops, and what is shown of whom no consent covers (SC-10)."""

from __future__ import annotations

import json
from datetime import date, timedelta

from phases.changes import Refusal
from phases.commands import COMMANDS
from phases.commands.case_facts import CaseSet
from phases.commands.choosing import Accept, Choose, HandOverCommand, OfferAdd
from phases.commands.clock import Back, Minute, Next, Pause, Resume, Start
from phases.commands.closing import FamilyLeft, NextMeetingCommand
from phases.commands.consents import ConsentAdd, ConsentWithdraw
from phases.commands.log import ActivityAdd, NoteCommand
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from phases.commands.talk import Arrive
from phases.covering import consent_holds
from phases.export import export
from phases.leaving_out import left_out_ids, masked, shown
from tests.phases.room import NOON, Room, id_of, set_up, started
from tests.phases.walk import DUE, closed, in_phase

TODAY = NOON.date()


HEALTH = "skulehelseteneste"


def written() -> Room:
    """A meeting under way with something of the nurse's, of PPT's and of Mor's in the log."""
    room = in_phase("decision")
    room.do(Choose(offers=(HEALTH,)), HandOverCommand(to="Helsesjukepleiar"), Accept())
    room.do(ActivityAdd(title="Fire samtalar", owner="Helsesjukepleiar", due=DUE))
    room.do(ActivityAdd(title="Prat med PPT", owner="Mor", due=DUE))
    room.do(NoteCommand(text="PPT-rådgjevar ringjer om PPTs plan"))
    return room


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
    assert done.findings[0].args["of"] == "service-guardians"
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
