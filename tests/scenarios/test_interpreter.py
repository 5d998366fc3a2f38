"""An interpreter, a guardian who calls in late, and a substitute who can't take the baton (S3)."""

from __future__ import annotations

from phases.commands.planning import agenda_of
from tests.scenarios.playing import OSLO, SHIPPED, before, called, meeting, played, refused, rules


def test_every_part_gets_its_minutes_times_one_point_three_and_whole_ones() -> None:
    planned = [round(p.planned_s / 60) for p in meeting("interpreter").phases]
    assert planned == [6, 7, 13, 6, 13, 7, 6]
    assert sum(planned) == 58 == 45 * 13 // 10
    assert "R-P5" not in rules("interpreter")


def test_the_proposal_is_told_of_when_the_plan_is_made_without_it() -> None:
    told = [r.line for r in played("interpreter").remarks if r.finding.rule == "INV-16"]
    assert len(told) == 1
    case = before("interpreter", "meeting-plan interpreter=yes")
    assert case.sitting is not None
    assert case.sitting.agenda == agenda_of(
        SHIPPED["bti-individual"], case.sitting.meeting.id, services=3
    )


def test_the_father_comes_late_by_phone_and_speaks_with_the_family() -> None:
    case = played("interpreter").case
    joins = {p.label: p.joins for p in case.participants.values() if p.joins != "room"}
    assert joins == {"Far": "phone", "PPT-rådgjevar": "video"}
    assert "Far" not in [p.label for p in before("interpreter", "arrive who=Far").present]
    assert "Far" in [p.label for p in case.present]
    assert called(case, meeting("interpreter").decision.decided_by)[-2:] == ["Mor", "Far"]


def test_coming_late_takes_nobodys_turn() -> None:
    heard = {f.phase: (f.heard, f.not_heard) for f in meeting("interpreter").floor}
    assert heard["description"] == (("family", "teacher"), ())
    assert heard["clarifying"] == (("skulehelsetenesta", "PPT", "BUP"), ())


def test_the_interpreter_has_no_turn_no_activity_and_isnt_asked_for_one() -> None:
    case = played("interpreter").case
    interpreter = case.find_participant("Tolk")
    assert interpreter is not None
    assert all(interpreter.id not in f.heard for f in meeting("interpreter").floor)
    [idle] = [r for r in played("interpreter").remarks if r.finding.rule == "R-M13"]
    assert "Tolk" not in idle.finding.args["names"]


def test_a_substitute_cant_take_the_baton_for_somebody_else() -> None:
    assert refused("interpreter") == ["R-M17"]
    case = played("interpreter").case
    stand_in = case.find_participant("Vikar")
    assert stand_in is not None
    assert (stand_in.substitute, stand_in.sits_in_for) == (True, "Psykolog")
    assert case.label(case.facts.relay_holder) == "Helsesjukepleiar"


def test_it_ends_when_58_minutes_have_gone() -> None:
    held = meeting("interpreter")
    assert held.used_s == 58 * 60
    assert held.ended_at == held.agreed_end
    assert held.ended_at is not None
    assert f"{held.ended_at.astimezone(OSLO):%H:%M}" == "12:58"
