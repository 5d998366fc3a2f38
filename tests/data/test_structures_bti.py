"""The shipped structure is S3: its order, minutes, floor and items, and texts that fit the room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import data.structures
from data.structures import shipped
from phases.structures import TOKENS, Language, Structure, fill

LANGUAGES: tuple[Language, ...] = ("nn", "nb", "en")
LONG_WORDS = {
    "child": "barnet",
    "head": "rektor",
    "teacher": "den pedagogiske leiaren",
    "unit": "barnehagen",
}
FILE = Path(data.structures.__file__).parent / "bti-individual.toml"


@pytest.fixture(scope="module")
def bti() -> Structure:
    """The default structure."""
    return shipped()["bti-individual"]


def texts(bti: Structure) -> Iterator[tuple[str, Language, str]]:
    """Every text of the phases, filled with long words: (kind, language, text)."""
    for phase in bti.phases:
        for kind in ("title", "purpose", "now", "later"):
            for language, text in getattr(phase, kind).items():
                yield kind, language, fill(text, LONG_WORDS)
        for language, both in phase.say.items():
            for text in both:
                yield "say", language, fill(text, LONG_WORDS)


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


@pytest.mark.parametrize("number", range(1, 29))
def test_every_fact_of_the_source_is_traceable_in_the_file(number: int) -> None:
    text = FILE.read_text(encoding="utf-8")
    named = set(re.findall(r"S3-\d\d", text))
    for first, last in re.findall(r"S3-(\d\d) to S3-(\d\d)", text):
        named |= {f"S3-{n:02}" for n in range(int(first), int(last) + 1)}
    assert f"S3-{number:02}" in named


def test_every_text_stands_in_all_three_languages(bti: Structure) -> None:
    assert set(bti.title) == set(LANGUAGES)
    for phase in bti.phases:
        for kind in (phase.title, phase.purpose, phase.now, phase.later, phase.say):
            assert set(kind) == set(LANGUAGES), phase.id


def test_texts_are_short_enough_for_the_wall(bti: Structure) -> None:
    limits = {"title": 24, "purpose": 60, "now": 40, "later": 40, "say": 110}
    assert [it for it in texts(bti) if len(it[2]) > limits[it[0]]] == []


def test_now_and_later_fit_on_one_line_together(bti: Structure) -> None:
    for phase in bti.phases:
        for language in LANGUAGES:
            assert len(f"{phase.now[language]} – {phase.later[language]}") <= 56


def test_no_text_begins_with_a_token_or_holds_an_unknown_one(bti: Structure) -> None:
    for phase in bti.phases:
        for language, both in phase.say.items():
            for text in both:
                assert not text.startswith("{"), (phase.id, language)
                assert set(re.findall(r"\{(.*?)\}", text)) <= set(TOKENS)


def test_texts_keep_to_the_words_the_family_should_meet(bti: Structure) -> None:
    """No word that judges, sounds official, or makes the child the problem (domain §3.1)."""
    unkind = re.compile(
        r"utfordring|status quo|avgjerd|beslutning|ansvarleg|ansvarlig|inngrep|\bfrist|effekt"
        r"|\bsaka?\b|\bsaken\b|\bordet\b|problem|\bme\b",
        re.IGNORECASE,
    )
    norwegian = [text for _, language, text in texts(bti) if language != "en"]
    assert [text for text in norwegian if unkind.search(text)] == []


def test_each_said_text_is_whole_sentences_and_nothing_else_is(bti: Structure) -> None:
    for kind, _, text in texts(bti):
        assert text.endswith((".", "?", "!")) == (kind == "say") or kind == "title", text
        assert text[0].isupper() == (kind != "later"), text
        assert "  " not in text
        assert text == text.strip()


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
