"""SC-10: a consent is withdrawn in the middle of a meeting (domain §6)."""

from __future__ import annotations

from datetime import date

import pytest

from app.wording.rules import finding_words
from app.words import LANGUAGES, Words
from data.wall import WallView, wall_view
from phases.case import Case
from phases.clock import Stamp
from tests.scenarios.playing import SHIPPED, before, by_title, document, meeting, played, refused

SERVICE = "barnevernstjenesten"
WHOLE_LOG = 'consent-withdraw by="Foresatt 2" covers=log'
LEFT_OUT = ("Saksbehandler", SERVICE, "Avlastning i helgene")


def at_14(case: Case) -> Stamp:
    assert case.sitting is not None
    return case.sitting.events[-1].at


def test_both_guardians_consented_on_the_8th_of_december() -> None:
    case = before("sc10", "consent-withdraw")
    given = {(case.label(c.by), c.covers, c.given) for c in case.consents.values()}
    day = date(2026, 12, 8)
    assert {("Foresatt 1", "log", day), ("Foresatt 2", "log", day)} <= given
    assert {("Foresatt 1", SERVICE, day), ("Foresatt 2", SERVICE, day)} <= given


def test_the_withdrawals_are_kept_with_time_and_role_in_the_walk_through_after_14_minutes() -> None:
    case = played("sc10").case
    assert case.sitting is not None
    assert case.sitting.line.started is not None
    told = [e for e in case.sitting.events if e.kind == "consent-withdraw"]
    assert [(e.args["role"], e.args["covers"]) for e in told] == [
        ("guardian", SERVICE),
        ("guardian", "log"),
    ]
    began = case.sitting.line.started.utc
    assert {(e.at.utc - began).total_seconds() for e in told} == {14 * 60}
    assert {e.reason for e in told} == {""}
    assert all("why" not in e.args and "reason" not in e.args for e in told)


def test_the_clock_pauses_when_a_service_is_withdrawn() -> None:
    case = before("sc10", WHOLE_LOG)
    assert case.sitting is not None
    assert case.sitting.state == "paused"
    assert case.sitting.line.phase == "activities"
    assert case.facts.status == "open"


def test_a_withdrawn_service_is_left_out_of_log_and_meeting_from_now() -> None:
    case = before("sc10", WHOLE_LOG)
    worker = case.find_participant("Saksbehandler")
    assert worker is not None
    assert worker.left_out
    assert "Saksbehandler" not in [p.label for p in case.present]
    seen = repr(wall_view(case, SHIPPED, at_14(case)))
    assert not [text for text in LEFT_OUT if text in seen]
    assert "Faste måltider" in seen


def test_the_log_is_closed_for_good_with_its_reason() -> None:
    case = played("sc10").case
    assert (case.facts.status, case.facts.closed_reason) == ("closed", "consent-withdrawn")
    assert case.facts.locked
    assert case.facts.closed_on == date(2027, 2, 2)


def test_the_meeting_is_broken_off_in_the_walk_through_and_none_follows() -> None:
    held = meeting("sc10")
    assert held.state == "broken-off"
    assert [p.id for p in held.phases if p.runs][-1] == "activities"
    assert held.used_s == 14 * 60
    assert held.next_meeting is None


def test_nothing_is_written_shared_or_opened_again_after_it() -> None:
    assert refused("sc10") == [*["R-C6"] * 6, "not-now", "R-C6"]
    assert meeting("sc10").notes == ()


def test_the_text_up_to_that_moment_is_kept() -> None:
    found = by_title(played("sc10").case)
    assert len(found) == 4
    case = played("sc10").case
    assert [a.comment for a in case.assessments_of(found["Faste måltider"].id)] == [
        "Middag sammen de fleste dager"
    ]


def test_the_wall_goes_dark_and_tells_nothing() -> None:
    case = played("sc10").case
    assert wall_view(case, SHIPPED, at_14(case)) == WallView(blank=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_asks_for_no_reason_and_judges_nobody(language: str) -> None:
    words = Words(language)
    told = [r.finding for r in played("sc10").remarks if r.finding.rule == "R-C6"]
    assert [f.args["of"] for f in told] == ["service-guardians", "log-guardians"]
    said = " ".join(finding_words(f, words) for f in told)
    leader = {"nn": "jurist", "nb": "jurist", "en": "lawyer"}[language]
    assert leader in said.replace("advokat", "jurist")
    assert "?" not in said.replace(finding_words(told[0], words), "")
    assert not {"kvifor", "hvorfor", "why"} & set(said.lower().split())


def test_the_export_knows_that_it_was_closed() -> None:
    assert document("sc10").case.status == "closed"
    assert document("sc10").case.locked
