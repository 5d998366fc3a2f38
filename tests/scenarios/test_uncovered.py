"""Participants whom no consent covers, and the three ways out (S2, R-C4)."""

from __future__ import annotations

from datetime import date

import pytest

from phases.covering import uncovered
from tests.scenarios.playing import before, document, meeting, played, refused

DAY = date(2027, 2, 16)


def test_the_part_that_shares_doesnt_begin_before_everybody_is_covered() -> None:
    assert refused("uncovered") == ["R-C10", *["R-C4"] * 5]
    case = before("uncovered", "form=oral")
    assert case.sitting is not None
    assert case.sitting.line.phase == "welcome"
    assert set(uncovered(case, DAY)) == {"skolehelsetjenesten", "PPT", "miljøtjenesten"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("leave-out who=PPT", {"PPT", "miljøtjenesten"}),
        ("leave who=Miljøterapeut", {"miljøtjenesten"}),
        ("+3:00 next", set()),
    ],
)
def test_each_way_out_takes_one_of_the_list(text: str, left: set[str]) -> None:
    assert set(uncovered(before("uncovered", text), DAY)) == left


def test_a_consent_may_be_given_there_and_then_and_is_noted_as_oral() -> None:
    case = played("uncovered").case
    oral = {c.covers: c for c in case.consents.values() if c.form == "oral"}
    assert set(oral) == {"skolehelsetjenesten", "logopedtjenesten"}
    assert {c.meeting for c in oral.values()} == {meeting("uncovered").id}


def test_who_was_left_out_has_no_turn_and_nothing_in_the_log() -> None:
    case = played("uncovered").case
    out = case.find_participant("PPT-rådgiver")
    assert out is not None
    assert out.left_out
    for told in meeting("uncovered").floor:
        assert out.id not in told.heard
        assert "PPT" not in told.heard
    assert out.id not in {a.owner for a in case.activities.values()}


def test_who_left_is_kept_with_the_time_and_no_reason() -> None:
    case = played("uncovered").case
    gone = document("uncovered").meetings[-1].left_early
    assert "Miljøterapeut" in [case.label(left.who) for left in gone]
    assert all(set(type(left).model_fields) == {"who", "at"} for left in gone)


def test_one_who_comes_late_is_asked_about_at_the_door() -> None:
    case = before("uncovered", "arrive who=Logoped expect")
    assert "Logoped" not in [p.label for p in case.present]
    assert "Logoped" in [p.label for p in played("uncovered").case.present]


def test_a_consent_is_never_to_a_named_employee() -> None:
    case = played("uncovered").case
    assert {c.covers for c in case.consents.values()} == {
        "log", "skolehelsetjenesten", "logopedtjenesten",
    }  # fmt: skip


def test_the_meeting_is_held_with_those_who_are_covered_and_shares_a_part_of_the_log() -> None:
    case, held = played("uncovered").case, meeting("uncovered")
    assert held.state == "closed"
    assert [p.label for p in case.present] == ["Kontaktlærer", "Mor", "Helsesykepleier", "Logoped"]
    assert case.sitting is not None
    shared = case.sitting.meeting.distribution
    assert shared is not None
    assert (shared.how, [case.label(i) for i in shared.to]) == ("parts", ["Mor", "Kontaktlærer"])
