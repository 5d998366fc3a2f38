"""The default structure is S3: its order, minutes, floor and items, and what is told."""

from __future__ import annotations

import pytest

from data.structures import shipped
from phases.structures import Structure
from phases.words import Language

LANGUAGES: tuple[Language, ...] = ("nn", "nb", "en")


@pytest.fixture(scope="module")
def bti() -> Structure:
    """The default structure."""
    return shipped()["bti-individual"]


def test_it_is_seven_phases_in_45_minutes(bti: Structure) -> None:
    assert [(phase.id, phase.minutes) for phase in bti.phases] == [
        ("welcome", 5),
        ("description", 5),
        ("clarifying", 10),
        ("status-quo", 5),
        ("offers", 10),
        ("decision", 5),
        ("closing", 5),
    ]
    assert bti.total_s == 45 * 60
    assert bti.activity_label == "measure"


def test_the_floor_is_s3s_with_the_family_first_and_last_in_the_choice(bti: Structure) -> None:
    floor = {phase.id: [f"{turn.who}/{turn.act}" for turn in phase.floor] for phase in bti.phases}
    assert floor == {
        "welcome": ["leader/lead"],
        "description": ["family/tell", "teacher/tell"],
        "clarifying": ["service/ask", "family-and-teacher/answer"],
        "status-quo": ["family/think", "teacher/think"],
        "offers": ["service/offer"],
        "decision": ["teacher/think", "family/choose", "relay-holder/read"],
        "closing": ["summariser/sum-up"],
    }
    assert [phase.id for phase in bti.phases if phase.round] == ["clarifying", "offers"]


def test_what_is_to_be_settled_is_s3s(bti: Structure) -> None:
    assert {phase.id: phase.settle for phase in bti.phases} == {
        "welcome": ("introductions", "consent-told", "writer", "viddevakt"),
        "description": ("family-first",),
        "clarifying": ("services-heard",),
        "status-quo": ("challenge",),
        "offers": ("offers", "services-heard"),
        "decision": ("choice", "decided-by", "relay-holder", "measures", "read-aloud"),
        "closing": ("next-meeting", "inform-child", "staff-stay"),
    }


def test_only_status_quo_may_be_dropped_and_only_the_decision_is_protected(bti: Structure) -> None:
    assert [phase.id for phase in bti.phases if phase.droppable] == ["status-quo"]
    assert [phase.id for phase in bti.phases if phase.protected] == ["decision"]


def test_with_one_service_both_rounds_are_proposed_at_five_minutes(bti: Structure) -> None:
    assert bti.single_service_minutes == {"clarifying": 5, "offers": 5}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nn", ("samtykt", "avgjer", "taletid", "to rundar", "spør", "tilbyr", "Viddevakta")),
        ("nb", ("samtykket", "bestemmer", "taletid", "to runder", "spør", "tilbyr", "Viddevakten")),
        ("en", ("agreed", "you decide", "time to talk", "two rounds", "ask", "offer", "viddevakt")),
    ],
)
def test_the_welcome_tells_consent_rounds_who_decides_and_the_viddevakt(
    bti: Structure, language: Language, words: tuple[str, ...]
) -> None:
    said = " ".join(bti.phase("welcome").say[language])
    assert [word for word in words if word not in said] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_closing_ends_with_thanks(bti: Structure, language: Language) -> None:
    last = bti.phase("closing").say[language][1]
    assert {"nn": "Tusen takk", "nb": "Tusen takk", "en": "Thank you"}[language] in last
    assert last.endswith("!")
