"""One person alone in a small kindergarten: leads, types and sums up (S3, design §8 "Alone")."""

from __future__ import annotations

from datetime import date

from phases.settle import open_in
from tests.scenarios.playing import agreed, called, meeting, played, refused


def test_the_head_does_everything_and_nobody_is_viddevakt() -> None:
    case, held = played("alone").case, meeting("alone")
    head = case.find_participant("Styrar")
    assert head is not None
    assert head.duties == ("leader", "writer", "summariser", "relay-holder")
    assert held.viddevakt == "none"
    assert refused("alone") == ["R-M1"]


def test_with_one_service_both_rounds_are_five_minutes() -> None:
    planned = {p.id: p.planned_s for p in meeting("alone").phases}
    assert planned["clarifying"] == planned["offers"] == 300
    assert meeting("alone").planned_s == 35 * 60


def test_the_childs_place_is_with_the_family_and_nobody_has_to_tell_it() -> None:
    case, held = played("alone").case, meeting("alone")
    assert held.child_present
    assert held.inform_child is None
    assert called(case, held.decision.decided_by) == ["Barnet", "Mor"]


def test_no_turn_waits_for_a_teacher_who_isnt_there() -> None:
    heard = {f.phase: (f.heard, f.not_heard) for f in meeting("alone").floor}
    assert heard["description"] == (("family",), ())
    assert heard["clarifying"] == (("helsestasjonen",), ())


def test_a_pause_takes_nothing_from_the_meeting() -> None:
    held = meeting("alone")
    assert held.paused_s == 120
    assert {p.id: p.paused_s for p in held.phases if p.paused_s} == {"status-quo": 120}
    assert held.used_s == 31 * 60


def test_the_baton_may_be_declined_and_stays_where_it_was() -> None:
    case, decision = played("alone").case, meeting("alone").decision
    assert decision.hand_over is not None
    assert decision.hand_over.declined
    assert case.label(case.facts.relay_holder) == "Styrar"
    assert set(decision.read_aloud) == {a.id for a in agreed(case).values()}


def test_without_a_calendar_at_hand_somebody_calls_by_a_day() -> None:
    case, following = played("alone").case, meeting("alone").next_meeting
    assert following is not None
    assert following.on is None
    assert (case.label(following.caller or ""), case.label(following.called or "")) == (
        "Styrar", "Mor",
    )  # fmt: skip
    assert following.by == date(2027, 3, 19)


def test_nothing_is_left_open_but_who_wasnt_needed() -> None:
    case = played("alone").case
    assert case.sitting is not None
    left = {i for p in case.sitting.agenda.phases for i in open_in(case, case.sitting, p)}
    assert left == set()
