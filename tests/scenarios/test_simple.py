"""A simple meeting from start to end (S1): four parts, and the guardians say how it was."""

from __future__ import annotations

from datetime import date

import pytest

from phases.settle import open_in
from tests.scenarios.playing import OSLO, agreed, meeting, played, refused, rules, warned


@pytest.mark.realises("S1-07")
def test_it_has_four_parts_and_ends_within_its_fixed_time() -> None:
    held = meeting("simple")
    assert (held.structure, held.state) == ("bti-basic", "closed")
    assert [(p.id, p.used_s / 60) for p in held.phases] == [
        ("opening", 6), ("main", 28), ("closing", 12), ("how-it-was", 5),
    ]  # fmt: skip
    assert held.ended_at is not None
    assert f"{held.ended_at.astimezone(OSLO):%H:%M}" == "15:06"
    assert held.used_s < held.planned_s == 3600


@pytest.mark.realises("S1-08", "S1-14")
def test_topic_time_and_the_summing_up_along_the_way_are_ticked() -> None:
    assert meeting("simple").ticked == (
        "topic", "fixed-time", "go-on", "something-else", "in-step", "summed-up",
        "more-people", "heard", "alike",
    )  # fmt: skip


def test_every_part_has_settled_what_it_should() -> None:
    case = played("simple").case
    assert case.sitting is not None
    for phase in case.sitting.agenda.phases:
        assert open_in(case, case.sitting, phase) == (), phase.id


@pytest.mark.realises("S1-10", "S1-11")
def test_the_family_speaks_before_the_others_in_the_main_part() -> None:
    heard = {f.phase: f for f in meeting("simple").floor}
    assert heard["main"].heard[0] == "family"
    assert "R-M4" not in rules("simple")


@pytest.mark.realises("S1-17a", "S1-17c", "S1-17d")
def test_each_measure_has_an_owner_and_a_deadline_the_guardians_too() -> None:
    case = played("simple").case
    found = {t: (case.label(a.owner), a.arena, a.due) for t, a in agreed(case).items()}
    march = date(2027, 3, 19)
    assert found == {
        "Roleg start kvar dag": ("Kontaktlærar", "school", march),
        "Faste leggetider": ("Mor", "home", march),
        "Samtale kvar veke": ("Helsesjukepleiar", "services", march),
    }
    assert "R-M14" not in rules("simple")


@pytest.mark.realises("S1-17f")
def test_without_how_and_when_the_meeting_isnt_closed() -> None:
    assert refused("simple") == ["R-E5"]
    case, told = played("simple").case, meeting("simple").inform_child
    assert told is not None
    assert (case.label(told.who), told.how, told.when) == (
        "Far", "På veg heim frå trening", date(2027, 2, 10),
    )  # fmt: skip


@pytest.mark.realises("S1-18")
def test_feedback_is_asked_of_each_guardian_and_may_be_declined() -> None:
    case = played("simple").case
    said = {case.label(f.by): (f.heard, f.differently) for f in case.feedback.values()}
    assert said == {"Mor": ("yes", "Litt meir tid til slutt"), "Far": ("declined", "")}


def test_one_consent_was_given_orally_and_noted_and_both_cover_the_service() -> None:
    case = played("simple").case
    forms = {(case.label(c.by), c.covers): c.form for c in case.consents.values()}
    assert forms == {
        ("Mor", "log"): "written",
        ("Far", "log"): "oral",
        ("Mor", "skulehelsetenesta"): "written",
        ("Far", "skulehelsetenesta"): "oral",
    }


def test_it_only_asks_once_more_what_the_father_can_contribute() -> None:
    assert warned("simple", "R-M13") == ["Far"]
