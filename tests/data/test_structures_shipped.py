"""The structures that ship beside the default: their phases, minutes, and who speaks first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.data.structure_facts import SHIPPED

MINUTES = {
    "bti-individual": [5, 5, 10, 5, 10, 5, 5],
    "bti-followup": [5, 10, 5, 20, 12, 8],
    "bti-basic": [8, 35, 12, 5],
    "know-can-will-do": [4, 4, 15, 12, 15, 10],
    "meeting-1": [5, 30, 15, 10],
    "meeting-2": [5, 20, 25, 10],
    "meeting-3": [5, 25, 20, 10],
}

PHASES = {
    "bti-followup": ["opening", "family", "others", "activities", "new-activities", "closing"],
    "bti-basic": ["opening", "main", "closing", "how-it-was"],
    "know-can-will-do": ["welcome", "names", "know", "can", "will", "do"],
    "meeting-1": ["welcome", "situation", "information", "summing-up"],
    "meeting-2": ["welcome", "findings", "measures-to-try", "summing-up"],
    "meeting-3": ["welcome", "effect", "way-ahead", "summing-up"],
}

LEADS = {"leader", "summariser", "newcomer", "owner", "relay-holder"}
"""Whose turn may come before the family's: to welcome, to introduce themselves."""


def test_seven_structures_ship() -> None:
    assert set(SHIPPED) == set(MINUTES)


@pytest.mark.parametrize("structure_id", MINUTES)
def test_the_minutes_are_those_of_the_domain_and_never_more_than_an_hour(structure_id: str) -> None:
    shape = SHIPPED[structure_id]
    assert [phase.minutes for phase in shape.phases] == MINUTES[structure_id]
    assert shape.total_s == (45 if structure_id == "bti-individual" else 60) * 60
    assert shape.limit_minutes == 60


@pytest.mark.parametrize("structure_id", PHASES)
def test_the_phases_stand_in_their_sources_order(structure_id: str) -> None:
    assert [phase.id for phase in SHIPPED[structure_id].phases] == PHASES[structure_id]


@pytest.mark.parametrize("structure_id", PHASES)
def test_nobody_speaks_before_the_family_but_to_welcome(structure_id: str) -> None:
    """Also where a form prints the unit first (D7); a round over participants begins with them."""
    turns = [
        (turn.who, phase.each if phase.round else "")
        for phase in SHIPPED[structure_id].phases
        for turn in phase.floor
        if turn.who not in LEADS
    ]
    assert turns[0] in {("family", ""), ("everyone", "participant")}


@pytest.mark.parametrize("structure_id", MINUTES)
def test_nothing_is_shared_before_the_consent_is_settled(structure_id: str) -> None:
    """R-C4 and D8: the first phase of every meeting asks whether all are covered."""
    first = SHIPPED[structure_id].phases[0]
    assert {"covered", "consent-told"} & set(first.settle)


@pytest.mark.parametrize("structure_id", MINUTES)
def test_every_meeting_settles_the_next_one_and_who_tells_the_child(structure_id: str) -> None:
    settled = {item for phase in SHIPPED[structure_id].phases for item in phase.items}
    assert {"next-meeting", "inform-child"} <= settled


def test_the_chain_goes_from_one_to_three_and_ends() -> None:
    following = {it: SHIPPED[it].next_structure for it in ("meeting-1", "meeting-2", "meeting-3")}
    assert following == {"meeting-1": "meeting-2", "meeting-2": "meeting-3", "meeting-3": None}


def test_the_compass_is_four_words_in_order() -> None:
    shape = SHIPPED["know-can-will-do"]
    words = [phase.compass["nb"] for phase in shape.phases if phase.compass]
    assert words == ["VET", "KAN", "VIL", "GJØR"]


def test_no_form_is_shown_on_the_wall() -> None:
    forms = [form for shape in SHIPPED.values() for phase in shape.phases for form in phase.forms]
    assert forms
    assert not any(form.wall for form in forms)


@pytest.mark.parametrize("structure_id", PHASES)
def test_no_code_knows_a_structure_by_its_id(structure_id: str) -> None:
    """A structure file chooses parts; the default alone is named, for a new log."""
    root = Path(__file__).parents[2]
    code = [path for it in ("app", "data", "phases") for path in (root / it).rglob("*.py")]
    quoted = (f'"{structure_id}"', f"'{structure_id}'")
    named = [path for path in code if any(q in path.read_text("utf-8") for q in quoted)]
    assert named == []
