"""The young person's own consent, from the day they turn sixteen (S2, R-C2, R-C3, domain §4.1)."""

from __future__ import annotations

from datetime import date

from phases.levels import level_of
from tests.scenarios.playing import agreed, before, meeting, played, refused


def remarks(rule: str) -> list[dict[str, str]]:
    return [dict(r.finding.args) for r in played("youth").remarks if r.finding.rule == rule]


def test_the_day_is_computed_and_the_date_of_birth_isnt_kept() -> None:
    found = played("youth")
    assert found.case.facts.own_consent_from == date(2027, 1, 20)
    assert "2011" not in str(found.tables)


def test_planning_tells_ahead_that_the_young_person_will_be_asked() -> None:
    assert remarks("R-C3") == [{"age": "16", "on": "2027-01-20"}]


def test_the_day_before_the_guardian_is_enough_and_on_the_day_it_isnt() -> None:
    assert [a.title for a in before("youth", "2027-01-20T08:00").activities.values()] == [
        "Eigen plan for måndagane"
    ]
    assert refused("youth") == ["R-C2"]
    assert played("youth").case.activities
    case = before("youth", "13:00 start")
    own = {c.covers: c.form for c in case.consents.values() if case.label(c.by) == "Ungdommen"}
    assert own == {"log": "oral", "skulehelsetenesta": "oral"}


def test_an_interpretation_gets_a_hint_and_is_kept_until_somebody_describes() -> None:
    assert remarks("R-M10") == [{"words": "lat"}]
    case = before("youth", 'was="Han er lat')
    assert [a.text for a in case.answers.values()][-1] == "Han er lat om morgonen"
    texts = [a.text for a in played("youth").case.answers.values()]
    assert "Han kom etter klokka ni fire måndagar" in texts
    assert "Han er lat om morgonen" not in texts


def test_the_family_speaks_first_in_every_round_and_each_of_the_others_after_it() -> None:
    heard = {f.phase: f.heard for f in meeting("youth").floor}
    for phase in ("names", "know", "can"):
        assert heard[phase][0] == "family"
        assert len(heard[phase]) == 3
    assert heard["will"][0] == "family"


def test_each_has_a_goal_and_one_is_everybodys() -> None:
    case = played("youth").case
    goals = {
        g.text: (case.label(g.owner) if g.owner else "", g.shared) for g in case.goals.values()
    }
    assert goals == {
        "Sove betre": ("Ungdommen", False),
        "Ro i første time": ("Kontaktlærar", False),
        "Godt å kome på måndag": ("", True),
    }


def test_one_alone_is_on_level_1_the_health_service_too_and_two_together_on_2() -> None:
    case = played("youth").case
    levels = {title: level_of(a, case) for title, a in agreed(case).items()}
    assert levels == {
        "Skjermen ut av rommet": 1,
        "Samtale om søvn": 1,
        "Mekking med faglærar": 2,
    }


def test_everything_agreed_has_a_day_on_which_it_is_assessed() -> None:
    case = played("youth").case
    assert {a.assess_on for a in agreed(case).values()} == {date(2027, 2, 17)}


def test_the_core_the_agreements_and_the_share_of_the_log_are_kept() -> None:
    case = played("youth").case
    cells = {(a.form, a.row, a.column): a.text for a in case.answers.values()}
    assert cells["core", "attentive", "text"] == "Søvn i helgene"
    assert case.label(cells["agreements", "1", "who"]) == "Kontaktlærar"
    assert case.sitting is not None
    assert case.sitting.meeting.distribution is not None
    assert case.sitting.meeting.distribution.how == "whole"


def test_the_young_person_was_there_and_says_how_it_was() -> None:
    case, held = played("youth").case, meeting("youth")
    assert held.child_present
    assert held.inform_child is None
    said = {case.label(f.by): f.heard for f in case.feedback.values()}
    assert said == {"Ungdommen": "yes", "Mor": "partly"}
