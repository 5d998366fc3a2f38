"""The schema of a meeting structure: what it takes, what it refuses, and its two text helpers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from phases.structures import TOKENS, Structure, StructurePhase, fill, text_in
from phases.words import Language

TEXT = {"nn": "Velkomen"}


def phase(**changes: object) -> dict[str, Any]:
    """A whole phase as a file would give it, with these keys changed."""
    whole: dict[str, Any] = {
        "id": "welcome",
        "minutes": 5,
        "floor": [{"who": "leader", "act": "lead"}],
        "title": TEXT,
        "purpose": TEXT,
        "now": TEXT,
        "later": TEXT,
        "say": {"nn": ["Hei.", "Kom inn."]},
    }
    return {**whole, **changes}


def structure(**changes: object) -> dict[str, Any]:
    """A whole structure of one phase, with these keys changed."""
    whole: dict[str, Any] = {
        "id": "mine",
        "version": 1,
        "activity_label": "activity",
        "title": TEXT,
        "phases": [phase()],
    }
    return {**whole, **changes}


def test_a_small_structure_is_read_with_its_defaults() -> None:
    made = Structure.model_validate(structure())
    first = made.phase("welcome")
    assert made.total_s == first.planned_s == 300.0
    assert first.thresholds == (0.20, 0.05)
    assert (first.droppable, first.protected, first.round) == (False, False, False)
    assert first.works_on == "none"
    assert first.settle == ()
    assert made.single_service_minutes == {}


def test_a_phase_that_is_not_there_is_a_key_error() -> None:
    made = Structure.model_validate(structure())
    with pytest.raises(KeyError):
        made.phase("farewell")


def test_a_structure_is_frozen() -> None:
    made = Structure.model_validate(structure())
    with pytest.raises(ValidationError):
        setattr(made, "version", 2)  # noqa: B010 - written plainly, mypy refuses it first


@pytest.mark.parametrize(
    "minutes", [0, -5, 481, 10**30, 5.0, 5.5, "5", "fem", None, True, float("nan"), float("inf")]
)
def test_minutes_are_whole_numbers_from_1_to_480(minutes: object) -> None:
    with pytest.raises(ValidationError):
        StructurePhase.model_validate(phase(minutes=minutes))


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "Two Words"},
        {"id": ""},
        {"floor": []},
        {"floor": [{"who": "everybody", "act": "tell"}]},
        {"settle": ["nothing"]},
        {"settle": ["choice", "choice"]},
        {"works_on": "everything"},
        {"thresholds": [0.05, 0.20]},
        {"thresholds": [0.2, 0.2]},
        {"thresholds": [1.5, 0.05]},
        {"thresholds": [float("nan"), 0.05]},
        {"round": "yes"},
        {"round": True},
        {"droppable": True, "protected": True},
        {"title": {}},
        {"title": {"nn": "  "}},
        {"title": {"nn": "x" * 61}},
        {"title": {"dk": "Velkommen"}},
        {"purpose": {"nn": "to\nlinjer"}},
        {"purpose": {"nn": "rød \x1b[31m skrift"}},
        {"purpose": {"nn": "snudd \u202e skrift"}},
        {"say": {"nn": ["berre éi"]}},
        {"next": "closing"},
    ],
)
def test_a_phase_with_a_fault_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        StructurePhase.model_validate(phase(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"phases": []},
        {"phases": [phase(id=f"p{n}") for n in range(51)]},
        {"phases": [phase(), phase()]},
        {"phases": [phase(id=f"p{n}", minutes=480) for n in range(4)]},
        {"single_service_minutes": {"farewell": 5}},
        {"single_service_minutes": {"welcome": 0}},
        {"version": 0},
        {"activity_label": "task"},
    ],
)
def test_a_structure_with_a_fault_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Structure.model_validate(structure(**changes))


def test_fifty_phases_and_exactly_24_hours_are_allowed() -> None:
    fifty = [phase(id=f"p{n}") for n in range(50)]
    assert len(Structure.model_validate(structure(phases=fifty)).phases) == 50
    three = [phase(id=f"p{n}", minutes=480) for n in range(3)]
    assert Structure.model_validate(structure(phases=three)).total_s == 24 * 3600


def test_texts_are_composed_and_may_hold_a_no_break_space() -> None:
    made = StructurePhase.model_validate(phase(title={"nn": "A\u030a\N{NO-BREAK SPACE}ja"}))
    assert made.title["nn"] == "Å\N{NO-BREAK SPACE}ja"


@pytest.mark.parametrize(
    ("there", "asked", "expected"),
    [
        (("nn", "nb", "en"), "nb", ("nb", False)),
        (("nb", "en"), "nn", ("nb", True)),
        (("nn", "en"), "nb", ("nn", True)),
        (("nn", "nb"), "en", ("nn", True)),
        (("en",), "nn", ("en", True)),
    ],
)
def test_a_missing_language_is_stood_in_for_and_said(
    there: tuple[Language, ...], asked: Language, expected: tuple[str, bool]
) -> None:
    texts: dict[Language, str] = {language: language for language in there}
    assert text_in(texts, asked) == expected


def test_what_is_said_aloud_falls_back_too() -> None:
    assert text_in({"en": ("One.", "Two.")}, "nn") == (("One.", "Two."), True)


def test_no_text_at_all_is_a_key_error() -> None:
    nothing: dict[Language, str] = {}
    with pytest.raises(KeyError):
        text_in(nothing, "nn")


def test_tokens_become_the_words_of_the_unit() -> None:
    words = {"child": "eleven", "head": "rektor", "teacher": "læraren", "unit": "skulen"}
    assert fill("{teacher}, {head}, {child}, {unit}", words) == "læraren, rektor, eleven, skulen"


@pytest.mark.parametrize(
    "text", ["{0.__class__}", "%s %(child)s", "${HOME}", "[red]x[/]", "{}", "{ child }", "{writer}"]
)
def test_what_only_looks_like_a_token_stays_literal(text: str) -> None:
    assert fill(text, {"child": "eleven", "writer": "x"}) == text


def test_a_token_without_a_word_stays_and_a_word_is_not_searched_again() -> None:
    assert fill("{head} {child}", {"child": "{head} {child}"}) == "{head} {head} {child}"


@given(st.text(), st.dictionaries(st.sampled_from(TOKENS), st.text()))
def test_filling_never_fails_and_changes_nothing_but_tokens(
    text: str, words: dict[str, str]
) -> None:
    filled = fill(text, words)
    if not any("{" + token + "}" in text for token in TOKENS):
        assert filled == text
