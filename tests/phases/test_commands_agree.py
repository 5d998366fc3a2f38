"""Commands of what is agreed: what each changes and what it refuses."""

from __future__ import annotations

from datetime import date

import pytest

from phases.commands import Command
from phases.commands.case_facts import CaseSet
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
from phases.commands.clock import BreakOff
from phases.commands.closing import FamilyLeft, InformChildCommand, NextMeetingCommand
from phases.commands.consents import ConsentAdd, ConsentWithdraw
from phases.commands.log import ActivityAdd
from phases.commands.participants import ParticipantEdit, ParticipantRemove
from phases.commands.talk import Arrive, Leave
from phases.commands.welcome import Introductions, Viddevakt, Writer
from tests.phases.room import NOON, id_of, started
from tests.phases.walk import DUE, closed, in_phase

TODAY = NOON.date()


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
