"""The finer points of the rules."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from phases.changes import Changes
from phases.commands.afterwards import Evaluate
from phases.commands.case_facts import CaseNew, CaseSet
from phases.commands.choosing import Accept, Choose, HandOverCommand, OfferAdd, ReadAloud
from phases.commands.clock import Close, Next, Start
from phases.commands.closing import InformChildCommand, NextMeetingCommand
from phases.commands.consents import ConsentAdd, ConsentWithdraw
from phases.commands.log import ActivityAdd
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from phases.commands.talk import Answered, GiveFloor, Guard
from phases.rules import RULES
from phases.rules_ask import Ask
from tests.phases.room import NOON, Room, set_up, started, without_log_consent
from tests.phases.rooms import (
    CHOSEN,
    HEALTH,
    TALKS,
    TO_HEALTH,
    at_decision,
    fifty_minutes,
    ready_to_close,
    shown,
    sixteen,
    spoken,
    without_consent,
)
from tests.phases.shapes import begun, phase
from tests.phases.walk import DUE, MEASURES, closed, go_to, in_phase, step

# The finer points ---------------------------------------------------------------------------


def test_one_guardians_consent_is_enough_and_either_withdrawal_stops_the_log() -> None:
    for who in ("Mor", "Far"):
        room = started()
        room.do(ConsentAdd(by="Far"))
        room.do(TALKS)
        room.do(ConsentWithdraw(by=who))
        assert room.refused(TALKS).code == "R-C6"


def test_a_consent_that_has_run_out_holds_the_log() -> None:
    room = without_consent()
    room.do(ConsentAdd(by="Mor", expires=NOON.date()))
    room.do(TALKS)
    room.clock.tick(86400)
    assert room.refused(TALKS).code == "R-C1"


def test_a_childs_consent_is_no_guardians_consent() -> None:
    room = without_log_consent(sixteen(consents=False))
    room.do(ConsentAdd(by="Eleven"))
    assert room.refused(TALKS).code == "R-C1"


def test_a_youths_own_consent_is_needed_from_the_day_and_not_before() -> None:
    room = set_up(child=True)
    room.do(CaseSet(own_consent_from=NOON.date() + timedelta(days=1)))
    assert isinstance(room.ask(TALKS), Changes)
    room.clock.tick(86400)
    refused = room.refused(TALKS)
    assert (refused.code, refused.args) == ("R-C2", {"age": "16"})


def test_a_waiting_baton_is_told_from_a_missing_one() -> None:
    room = at_decision(CHOSEN, TALKS, ReadAloud())
    assert room.refused(Next()).args == {"name": "", "state": "nobody"}
    room.do(TO_HEALTH)
    assert room.refused(Next()).args == {"name": "Helsesjukepleiar", "state": "waiting"}
    room.do(HandOverCommand(to="Helsesjukepleiar", answer_by=DUE))
    room.do(ReadAloud())
    assert isinstance(room.ask(Next()), Changes)


def test_with_nothing_chosen_nobody_has_to_take_the_baton() -> None:
    room = at_decision(Choose(none_now=True, why="tenkjetid"), TALKS, ReadAloud())
    assert isinstance(room.ask(Next()), Changes)


def test_measures_noted_after_reading_aloud_must_be_read_too() -> None:
    room = at_decision(CHOSEN, TO_HEALTH, Accept(), TALKS, ReadAloud(), MEASURES[1])
    assert room.refused(Next()).code == "R-M15"


def test_the_answers_that_are_missing_are_named() -> None:
    room = in_phase("clarifying")
    assert room.refused(Next()).args == {"service": f"{HEALTH}, PPT"}
    room.do(Answered())
    assert room.refused(GiveFloor(to="PPT")).args == {"service": HEALTH}


def test_answers_are_not_missing_in_the_round_of_offers() -> None:
    room = in_phase("offers")
    assert spoken(room, GiveFloor(to="PPT")) == frozenset()
    assert isinstance(room.ask(Next()), Changes)


def test_a_service_that_was_not_chosen_is_not_asked_for_an_activity() -> None:
    room = ready_to_close()
    found = room.do(Close())
    assert {f.rule: f.args["names"] for f in found.findings} == {"R-M13": "Rektor, Far"}


def test_with_none_chosen_no_service_is_asked_for_an_activity() -> None:
    room = go_to(started(), "decision")
    room.do(Choose(none_now=True, why="tenkjetid"), *MEASURES)
    room.do(ReadAloud())
    room.next()
    room.do(NextMeetingCommand(on=date(2027, 3, 2)))
    room.do(InformChildCommand(who="Mor", how="heime", when=NOON.date()))
    names = next(f.args["names"] for f in room.do(Close()).findings if f.rule == "R-M13")
    assert names == "Rektor, Far"


def test_the_hour_is_told_at_50_and_at_60_minutes() -> None:
    hour = next(r for r in RULES if r.id == "R-M9")
    for more, minutes in ((0, "50"), (599, "50"), (600, "60")):
        room = fifty_minutes(more=more)
        assert hour.check(Ask(room.case, room.context())) == {"minutes": minutes}


@pytest.mark.parametrize("moment", ["beat", "open", "home"])
def test_without_a_meeting_there_is_nothing_to_show_but_that_it_is_not_today(moment: str) -> None:
    assert shown(Room(), moment) == ({"R-S6"} if moment == "home" else frozenset())


def test_a_meeting_under_way_is_on_the_home_list_whatever_the_date() -> None:
    room = started()
    room.clock.tick(2 * 86400)
    assert shown(room, "home") == frozenset()


def test_a_meeting_without_a_day_begins_on_any_day() -> None:
    room = Room()
    for command in (CaseNew(), MeetingPlan()):
        room.do(command)
    assert "INV-13" not in spoken(room, Start())


@pytest.mark.parametrize(
    ("minutes", "structure", "speaks"),
    [
        (None, None, True),
        ((1,) * 7, None, False),
        (None, "bti-individual", True),
        ((480,) * 7, None, True),
    ],
)
def test_past_midnight_is_asked_of_the_minutes_that_will_count(
    minutes: tuple[int, ...] | None, structure: str | None, speaks: bool
) -> None:
    room = Room()
    room.do(CaseNew())
    late = NOON.replace(hour=22, minute=30)  # 23:30 in Oslo
    plan = MeetingPlan(at=late, minutes=minutes, structure=structure)
    assert ("INV-15" in spoken(room, plan)) is speaks


def test_what_was_tried_before_may_have_been_before_today() -> None:
    room = started()
    before = NOON.date().replace(year=2020)
    tried = ActivityAdd(title="Lesing", owner="Mor", due=before, tried=True)
    assert "INV-14" not in spoken(room, tried)


def test_home_follows_the_date_where_the_meeting_is_held() -> None:
    room = set_up()
    room.do(MeetingPlan(at=NOON.replace(hour=23, minute=30)))  # 00:30 the day after, in Oslo
    assert shown(room, "home") == {"R-S6"}
    room.clock.tick(12 * 3600)
    assert shown(room, "home") == frozenset()


def test_a_sign_tells_whether_the_clock_is_calm() -> None:
    room = in_phase("description")
    calm = [f.args for f in room.do(Guard()).findings]
    room.do(Answered())
    assert [*calm, *(f.args for f in room.do(Guard()).findings)] == [
        {"calm": "yes"},
        {"calm": "no"},
    ]


def test_who_comes_new_and_late_is_named_where_introductions_are_due() -> None:
    room = set_up()
    room.do(ParticipantAdd(label="Vikar", new=True))
    room.do(Start())
    assert room.refused(Next()).args == {"names": "Vikar"}


@pytest.mark.parametrize("rule", RULES, ids=lambda r: f"{r.id}-{r.priority}")
def test_no_check_falls_over_an_empty_case(rule: object) -> None:
    room = Room()
    found = next(r for r in RULES if r is rule).check(Ask(room.case, room.context(), Close()))
    assert found is None or isinstance(found, dict)


def test_evaluating_a_meeting_that_has_not_ended_names_what_is_open() -> None:
    room = started()
    assert room.refused(Evaluate(a="x")).args == {"open": "meeting"}
    room = closed()
    assert room.refused(Evaluate(a="x")).args == {"open": "family"}
    step(room)
    room.do(Evaluate(a="Greitt"))
    assert room.case.evaluations[room.sitting.meeting.id].a == "Greitt"


def test_an_offer_is_not_too_early_in_a_round_that_ends_with_offers() -> None:
    """R-M6 in a structure of one's own: asked, answered and offered by one service at a time."""
    turns = [
        {"who": "service", "act": "ask"},
        {"who": "family", "act": "answer"},
        {"who": "service", "act": "offer"},
    ]
    offer = OfferAdd(service="PPT", text="Rettleiing")
    both = begun(phase("talk", round=True, each="service", floor=turns))
    asking = begun(phase("talk", round=True, each="service", floor=turns[:2]))
    assert "R-M6" not in spoken(both, offer)
    assert "R-M6" in spoken(asking, offer)
