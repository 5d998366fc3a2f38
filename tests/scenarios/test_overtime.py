"""A meeting that runs late: topics put aside, shorter rounds, an end moved (S3, design §4)."""

from __future__ import annotations

from datetime import timedelta

from tests.scenarios.playing import OSLO, agreed, meeting, played, refused

MINUTE = 60.0


def test_a_late_start_is_counted_from_the_time_that_was_agreed() -> None:
    held = meeting("overtime")
    assert held.scheduled_at is not None
    assert held.started_at is not None
    assert held.started_at - held.scheduled_at == timedelta(minutes=4)
    assert held.planned_s == 45 * MINUTE


def test_each_part_keeps_what_was_planned_given_used_and_run_over() -> None:
    told = [
        (p.id, p.planned_s, p.given_s, p.used_s, p.overrun_s) for p in meeting("overtime").phases
    ]
    assert told[:3] == [
        ("welcome", 300, 0, 240, 0),
        ("description", 300, 0, 420, 120),
        ("clarifying", 600, 60, 810, 150),
    ]


def test_the_decision_keeps_its_minutes_and_the_others_give_up_what_is_missing() -> None:
    changed = {p.id: p.replanned_s for p in meeting("overtime").phases if p.replanned_s}
    # 8:30 late, and nothing but the offers and the closing is still to come beside the decision.
    assert changed == {"offers": -340, "closing": -170}
    assert sum(changed.values()) == -(8 * MINUTE + 30)


def test_the_end_is_moved_only_by_what_was_accepted() -> None:
    held = meeting("overtime")
    assert held.agreed_end is not None
    assert held.ended_at is not None
    assert f"{held.agreed_end.astimezone(OSLO):%H:%M:%S}" == "09:49:10"
    assert f"{held.ended_at.astimezone(OSLO):%H:%M:%S}" == "09:52:30"
    assert held.used_s == 48.5 * MINUTE


def test_two_topics_are_put_aside_and_each_gets_its_answer() -> None:
    parked = [(p.phase, p.text, p.handled) for p in meeting("overtime").parked]
    assert parked == [
        ("description", "Skuleskyss om vinteren", "next-meeting"),
        ("clarifying", "Ferieplanar", "dropped"),
    ]


def test_the_signs_are_kept_with_kind_part_and_outcome_and_nothing_else() -> None:
    signs = meeting("overtime").interventions
    assert [(s.phase, s.kind, s.outcome) for s in signs] == [
        ("description", "topic", "parked"),
        ("clarifying", "time", "parked"),
    ]
    assert set(type(signs[0]).model_fields) == {"id", "phase", "at", "kind", "outcome"}


def test_running_over_stops_nothing_and_the_meeting_closes_with_its_agreements() -> None:
    assert refused("overtime") == []
    assert meeting("overtime").state == "closed"
    case = played("overtime").case
    assert {t: case.label(a.owner) for t, a in agreed(case).items()} == {
        "Rettleiing tysdagar": "PPT-rådgjevar",
        "Fast plass ved vindauget": "Kontaktlærar",
    }
    assert case.label(case.facts.relay_holder) == "PPT-rådgjevar"
