"""SC-03: a follow-up, walking through home, school and services (domain §6)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from phases.deadlines import SIX_WEEKS, latest_meeting_day, latest_reminder_day
from phases.settle import idle, open_items
from phases.walk import walked
from tests.scenarios.playing import (
    agreed,
    before,
    by_title,
    closures_w8,
    meeting,
    played,
    refused,
    rules,
    warned,
)

A1, A2 = "Leggetid klokka ti", "Fast plass foran"
A3, A4 = "Trygg gruppe i friminuttene", "Samtale annenhver uke"
A5, A6 = "Klubbkveld onsdag", "Ukentlig prat"


@pytest.mark.realises("S0-09", "S0-10")
def test_the_relay_holder_leads_and_types_and_the_youth_isnt_there() -> None:
    case = played("sc03").case
    teacher = case.find_participant("Kontaktlærer")
    assert teacher is not None
    assert case.facts.relay_holder == teacher.id
    assert teacher.has("leader")
    assert teacher.has("writer")
    assert not case.child_present
    assert [p.label for p in case.present if p.in_log] == [
        "Kontaktlærer", "Mor", "Sosiallærer", "Helsesykepleier", "Fritidskontakt",
    ]  # fmt: skip


@pytest.mark.realises("S0-11")
def test_the_meeting_is_held_by_the_follow_up_on_the_day_in_57_minutes() -> None:
    held = meeting("sc03")
    assert (held.structure, held.state) == ("bti-followup", "closed")
    assert held.started_at is not None
    assert held.started_at.date() == date(2026, 11, 24)
    assert held.used_s == 57 * 60
    assert held.planned_s == 60 * 60


@pytest.mark.realises("S0-19")
def test_the_new_ones_role_cant_be_skipped() -> None:
    assert refused("sc03") == ["R-M3", "R-M12"]
    assert meeting("sc03").introductions == "done"
    assert not any(p.new for p in played("sc03").case.present)


@pytest.mark.realises("S0-20", "S0-21")
def test_the_guardian_speaks_first_then_each_of_the_others() -> None:
    heard = {f.phase: f for f in meeting("sc03").floor}
    assert heard["family"].heard == ("family",)
    case = played("sc03").case
    assert [case.label(i) for i in heard["others"].heard] == [
        "Kontaktlærer", "Sosiallærer", "Helsesykepleier", "Fritidskontakt",
    ]  # fmt: skip
    assert "R-M4" not in rules("sc03")


@pytest.mark.realises("S0-23", "S0-24")
def test_the_walk_goes_home_school_services_whatever_the_order_of_writing() -> None:
    case = before("sc03", "id=$a1")
    assert case.sitting is not None
    walk = [a.title for a in walked(case, case.sitting, "activities")]
    assert walk == [A1, A2, A3, A4]
    assert [a.title for a in case.activities.values()] == [A2, A1, A3, A4]


@pytest.mark.realises("S0-25", "S0-26", "S0-27")
def test_each_activity_has_a_comment_and_a_decision_in_that_order() -> None:
    case = played("sc03").case
    said = [
        (case.activities[a.activity].title, a.decision, a.effect, bool(a.comment))
        for a in case.assessments.values()
    ]
    assert said == [
        (A1, "continue", "partly", True),
        (A2, "end", "not-enough-yet", True),
        (A3, "continue", "wanted", True),
        (A4, "adjust", "partly", True),
    ]
    found = by_title(case)
    assert found[A1].arena == "home"
    assert found[A2].arena == found[A3].arena == "school"
    assert found[A4].arena == "services"
    assert {t: found[t].open for t in (A1, A2, A3, A4)} == {A1: True, A2: False, A3: True, A4: True}


@pytest.mark.realises("S0-28")
def test_two_new_activities_are_owned_by_the_new_one_and_the_teacher() -> None:
    case = played("sc03").case
    new = {title: (case.label(a.owner), a.status) for title, a in agreed(case).items()}
    assert new == {A5: ("Fritidskontakt", "planned"), A6: ("Kontaktlærer", "planned")}


@pytest.mark.realises("S0-31", "S0-32")
def test_the_teacher_is_asked_for_once_a2_has_ended_and_nobody_is_left_in_the_end() -> None:
    case = before("sc03", A6)
    assert case.sitting is not None
    assert "everyone-active" in open_items(case, case.sitting)
    assert [p.label for p in idle(case)] == ["Kontaktlærer"]
    assert idle(played("sc03").case) == ()
    assert warned("sc03", "R-M13") == []


@pytest.mark.realises("S0-37")
def test_the_child_is_told_the_day_after_by_the_teacher() -> None:
    case, told = played("sc03").case, meeting("sc03").inform_child
    assert told is not None
    assert (case.label(told.who), told.when) == ("Kontaktlærer", date(2026, 11, 25))


@pytest.mark.realises("S0-35")
def test_the_next_meeting_is_on_the_six_week_day_without_a_warning() -> None:
    following = meeting("sc03").next_meeting
    assert following is not None
    assert following.on == date(2027, 1, 5) == date(2026, 11, 24) + timedelta(weeks=6)
    assert following.on == latest_meeting_day(date(2026, 11, 24), SIX_WEEKS, closures_w8())
    assert rules("sc03").isdisjoint({"R-E1", "R-E2", "R-E3", "R-P8"})
    assert latest_reminder_day(following.on, closures_w8()) == date(2026, 12, 18)


@pytest.mark.realises("S0-06", "S0-15", "S0-17")
def test_the_reminder_was_in_time_and_the_own_system_was_ticked() -> None:
    assert rules("sc03").isdisjoint({"R-P1", "R-P3"})


@pytest.mark.realises("S0-40")
def test_the_guardian_says_that_she_was_heard() -> None:
    case = played("sc03").case
    [said] = case.feedback.values()
    assert (case.label(said.by), said.heard) == ("Mor", "yes")
