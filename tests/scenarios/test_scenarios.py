"""SC-01, SC-08 and SC-11 of the domain (§6), each played from its script."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from data.wall import WallView, wall_view
from phases.calendar import Closures
from phases.deadlines import SIX_WEEKS, latest_meeting_day, latest_reminder_day
from tests.scenarios.playing import (
    OSLO,
    SHIPPED,
    agreed,
    before,
    called,
    closures_w8,
    document,
    meeting,
    played,
    rules,
    warned,
)


@pytest.fixture
def w8() -> Closures:
    """The municipality with winter break in week 8 (domain §4.1)."""
    return closures_w8()


# --- SC-01: a smooth first meeting -----------------------------------------------------------


def test_sc01_takes_45_minutes_with_no_overrun_and_no_intervention() -> None:
    held = meeting("sc01")
    assert held.state == "closed"
    assert held.structure == "bti-individual"
    assert held.used_s == 2700
    assert [p.used_s for p in held.phases] == [300, 300, 600, 300, 600, 300, 300]
    assert [p.overrun_s for p in held.phases] == [0] * 7
    assert held.paused_s == 0
    assert held.interventions == ()


def test_sc01_begins_each_phase_when_the_domain_says() -> None:
    began = [p.runs[0].started_at.astimezone(OSLO) for p in meeting("sc01").phases]
    assert [f"{at:%H:%M}" for at in began] == [
        "13:00", "13:05", "13:10", "13:20", "13:25", "13:35", "13:40",
    ]  # fmt: skip
    ended = meeting("sc01").ended_at
    assert ended is not None
    assert f"{ended.astimezone(OSLO):%H:%M}" == "13:45"


def test_sc01_has_the_heads_lead_two_guardians_two_services_and_six_meetings_planned() -> None:
    case = played("sc01").case
    head = case.find_participant("Rektor")
    assert head is not None
    assert head.duties == ("leader", "summariser")
    assert [p.label for p in case.participants.values() if p.role == "guardian"] == ["Mor", "Far"]
    assert case.services == ("skulehelseteneste", "PPT")
    assert {c.covers for c in case.consents.values()} == {"log", "skulehelseteneste", "PPT"}
    assert [f"{day:%m-%d}" for day in case.facts.meeting_dates] == [
        "09-08", "10-27", "12-01", "01-19", "03-02", "04-20",
    ]  # fmt: skip


def test_sc01_is_warned_of_nothing_but_who_has_no_activity() -> None:
    assert rules("sc01") == {"R-C5", "R-M16", "R-M13"}


@pytest.mark.realises("S3-02", "S3-03", "S3-04", "S3-07")
def test_sc01_settles_the_welcome() -> None:
    case, held = played("sc01").case, meeting("sc01")
    assert held.introductions == "skipped"
    assert held.consent_told
    assert case.label(held.writer or "") == "Kontaktlærar"
    assert case.label(held.viddevakt or "") == "Inspektør"
    assert held.staff_stay


@pytest.mark.realises("S3-09", "S3-11")
def test_sc01_hears_the_family_first_and_every_service() -> None:
    heard = {f.phase: f for f in meeting("sc01").floor}
    assert heard["description"].heard == ("family", "teacher")
    assert heard["clarifying"].heard == ("skulehelseteneste", "PPT")
    assert all(f.not_heard == () for f in heard.values() if f.phase != "welcome")


def test_sc01_hands_the_baton_to_the_nurse_who_accepts() -> None:
    case, decision = played("sc01").case, meeting("sc01").decision
    assert decision.hand_over is not None
    assert decision.hand_over.accepted
    assert case.label(decision.hand_over.to) == "Helsesjukepleiar"
    assert case.label(case.facts.relay_holder) == "Helsesjukepleiar"


def test_sc01_lets_the_family_decide_last() -> None:
    case, decision = played("sc01").case, meeting("sc01").decision
    assert called(case, decision.decided_by) == ["Kontaktlærar", "Mor", "Far"]


def test_sc01_keeps_ppts_offer_unchosen_and_asks_ppt_for_no_activity() -> None:
    offers = {o.service: o for o in meeting("sc01").offers}
    assert offers["skulehelseteneste"].chosen
    assert not offers["PPT"].chosen
    assert offers["PPT"].text == "Rettleiing til kontaktlæraren"
    [idle] = warned("sc01", "R-M13")
    assert "PPT" not in idle


def test_sc01_writes_three_measures_with_arena_and_owner_and_reads_them_aloud() -> None:
    case = played("sc01").case
    measures = {title: (a.arena, case.label(a.owner)) for title, a in agreed(case).items()}
    assert measures == {
        "Fire samtalar": ("services", "Helsesjukepleiar"),
        "Tidlegare leggetid": ("home", "Mor"),
        "Roleg start måndag": ("school", "Kontaktlærar"),
    }
    assert set(meeting("sc01").decision.read_aloud) == {a.id for a in agreed(case).values()}
    assert all(a.read_aloud for a in document("sc01").activities if not a.tried_before)


def test_sc01_notes_what_was_tried_before() -> None:
    [tried] = [a for a in document("sc01").activities if a.tried_before]
    assert (tried.title, tried.effect) == ("Fast plass i klasserommet", "partly")
    assert tried.comment == "Liten effekt"


def test_sc01_meets_again_within_six_weeks_and_reminds_before_the_winter_break(
    w8: Closures,
) -> None:
    following = meeting("sc01").next_meeting
    assert following is not None
    assert following.on == date(2027, 3, 2)
    assert following.on == date(2027, 1, 19) + timedelta(weeks=6)
    assert following.on == latest_meeting_day(date(2027, 1, 19), SIX_WEEKS, w8)
    assert following.on in played("sc01").case.facts.meeting_dates
    assert latest_reminder_day(following.on, w8) == date(2027, 2, 19)


def test_sc01_has_someone_who_tells_the_absent_child() -> None:
    case, told = played("sc01").case, meeting("sc01").inform_child
    assert meeting("sc01").child_present is False
    assert told is not None
    assert (case.label(told.who), told.how, told.when) == (
        "Mor",
        "Samtale heime",
        date(2027, 1, 19),
    )


@pytest.mark.realises("S3-26", "S3-28")
def test_sc01_opens_the_evaluation_only_after_the_family_has_left() -> None:
    refused = [code for _, code in played("sc01").refused]
    assert refused == ["R-M5", "R-M15", "R-E4", "R-E10", "R-E10"]
    evaluation = meeting("sc01").evaluation
    assert evaluation is not None
    assert evaluation.a == "Roleg og greitt"
    assert set(evaluation.took_part) == {"head", "teacher", "service", "other"}


# --- SC-08: nothing chosen now ---------------------------------------------------------------


def test_sc08_is_held_on_the_6th_of_april_from_noon_to_a_quarter_to_one() -> None:
    held = meeting("sc08")
    assert held.structure == "bti-individual"
    assert held.started_at is not None
    assert f"{held.started_at.astimezone(OSLO):%a %Y-%m-%d %H:%M}" == "Tue 2027-04-06 12:00"
    assert held.used_s == 2700


def test_sc08_lets_no_substitute_accept_for_the_health_station() -> None:
    case = played("sc08").case
    stand_in = case.find_participant("Vikar")
    assert stand_in is not None
    assert stand_in.substitute
    assert stand_in.service == "helsestasjon"
    waiting = before("sc08", "accept expect=R-M17")
    assert waiting.sitting is not None
    assert waiting.sitting.meeting.hand_over is not None
    assert waiting.sitting.meeting.hand_over.waiting
    assert waiting.label(waiting.facts.relay_holder) == "Kontaktlærar"


@pytest.mark.realises("S3-20")
def test_sc08_keeps_the_teacher_as_relay_holder() -> None:
    case, decision = played("sc08").case, meeting("sc08").decision
    assert case.label(case.facts.relay_holder) == "Kontaktlærar"
    assert decision.hand_over is not None
    assert case.label(decision.hand_over.to) == "Vikar"
    assert not decision.hand_over.accepted


def test_sc08_holds_while_nobody_has_taken_the_baton_and_then_can_close() -> None:
    assert [code for _, code in played("sc08").refused] == ["R-M17", "R-M17", "R-M15"]
    assert meeting("sc08").state == "closed"


@pytest.mark.realises("S3-19")
def test_sc08_decides_none_now_with_a_reason_and_both_guardians() -> None:
    case, held = played("sc08").case, meeting("sc08")
    assert held.decision.none_now
    assert held.decision.offers == ()
    assert held.decision.reason == "tenkjetid"
    assert called(case, held.decision.decided_by) == ["Mor", "Far"]
    assert {o.service for o in held.offers} == {"PPT", "helsestasjon"}
    assert not any(o.chosen for o in held.offers)


def test_sc08_writes_two_activities_one_with_the_answer_by_friday() -> None:
    case = played("sc08").case
    found = agreed(case)
    assert {t: case.label(a.owner) for t, a in found.items()} == {
        "Leksehjelp tysdag": "Kontaktlærar",
        "Svar om teneste": "Mor",
    }
    assert found["Svar om teneste"].due == date(2027, 4, 9)
    assert set(meeting("sc08").decision.read_aloud) == {a.id for a in found.values()}


def test_sc08_meets_again_on_the_planned_day_which_is_also_six_weeks(w8: Closures) -> None:
    following = meeting("sc08").next_meeting
    assert following is not None
    assert following.on == date(2027, 5, 18)
    assert following.on == date(2027, 4, 6) + timedelta(weeks=6)
    assert following.on == latest_meeting_day(date(2027, 4, 6), SIX_WEEKS, w8)
    assert following.on in played("sc08").case.facts.meeting_dates


# --- SC-11: something serious is said --------------------------------------------------------


def test_sc11_stores_a_pause_in_its_phase_and_a_hidden_wall_and_nothing_else() -> None:
    case = played("sc11").case
    assert case.sitting is not None
    [pause] = meeting("sc11").pauses
    assert pause.phase == "status-quo"
    assert pause.ended_at is not None
    assert (pause.ended_at - pause.started_at).total_seconds() == 360
    about = [e for e in case.sitting.events if e.kind in ("pause", "hide", "show", "resume")]
    assert [e.kind for e in about] == ["pause", "hide", "show", "resume"]
    for event in about:
        assert event.args == {}
        assert event.was == {}
        assert event.reason == ""
    assert meeting("sc11").interventions == ()
    assert case.parked == {}


def test_sc11_shows_only_the_quiet_picture_while_the_clock_stands() -> None:
    case = before("sc11", "+23:00 show")
    assert case.sitting is not None
    now = case.sitting.events[-1].at
    assert wall_view(case, SHIPPED, now) == WallView(hidden=True, paused=True)
    assert meeting("sc11").notes == ()
    assert meeting("sc11").state == "closed"


def test_sc11_warns_of_an_evaluation_about_the_child() -> None:
    [remark] = [r for r in played("sc11").remarks if r.finding.rule == "R-E11"]
    assert "Eleven" in remark.finding.args["names"]
    evaluation = meeting("sc11").evaluation
    assert evaluation is not None
    assert evaluation.a == "Vi heldt oss til temaet"


def test_sc11_goes_on_and_ends_ten_minutes_after_the_pause() -> None:
    held = meeting("sc11")
    assert held.state == "closed"
    assert held.pauses[0].ended_at is not None
    assert held.ended_at == held.pauses[0].ended_at + timedelta(minutes=10)
    assert held.paused_s == 360
    assert sum(p.paused_s for p in held.phases) == 360
    assert held.decision.offers != ()


def test_sc11_meets_again_on_the_25th_of_may_and_reminds_a_week_before(w8: Closures) -> None:
    following = meeting("sc11").next_meeting
    assert following is not None
    assert following.on == date(2027, 5, 25) == date(2027, 4, 13) + timedelta(weeks=6)
    assert latest_reminder_day(following.on, w8) == date(2027, 5, 18)


def test_sc11_asks_nobody_to_tell_a_child_who_is_here() -> None:
    held = meeting("sc11")
    assert held.child_present
    assert held.inform_child is None
