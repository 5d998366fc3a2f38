"""What is told as written by a newer program, and what is left to be told as damage."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from phases.changes import Tables
from phases.newer import from_newer, of_newer_words
from phases.records import Activity, Participant, Record


def _agenda(**phase: Any) -> Tables:
    phases = [{"id": "opening", "planned_s": 300.0, **phase}]
    return {"agendas": {"m": {"id": "m", "structure": "bti-individual", "phases": phases}}}


@pytest.mark.parametrize(
    "phase",
    [
        {"floor": [{"who": "neighbour", "act": "tell"}]},
        {"floor": [{"who": "family", "act": "sing"}]},
        {"floor": [{"who": "family", "act": "tell", "loud": True}]},
        {"each": "chair"},
        {"works_on": "budget"},
        {"settle": ["introductions", "horoscope"]},
        {"forms": [{"id": "f", "columns": [{"id": "c", "kind": "picture"}]}]},
    ],
)
def test_an_agenda_with_a_word_that_is_not_ours_wants_a_newer_program(phase: Any) -> None:
    assert from_newer(_agenda(**phase))


def test_an_act_that_is_not_ours_wants_a_newer_program() -> None:
    assert from_newer({"events": {"v": {"id": "v", "kind": "teleport"}}})


@pytest.mark.parametrize(
    "tables",
    [
        _agenda(floor=[{"who": "family", "act": "tell"}], each="other", works_on="goals"),
        _agenda(works_on=5),
        _agenda(settle=["measures", "said"], points=[{"id": "said"}]),
        _agenda(settle=["table"], forms=[{"id": "table"}]),
        _agenda(planned_s="long"),
        {"agendas": {"m": None}, "events": {"v": None}},
        {"events": {"v": {"id": "v", "kind": "start"}}, "weather": {"w": {"id": "w"}}},
    ],
)
def test_what_is_ours_and_what_is_no_word_at_all_wants_none(tables: Tables) -> None:
    assert not from_newer(tables)


@pytest.mark.parametrize(
    ("record", "document", "newer"),
    [
        (Participant, {"name": "Mor", "role": "guardian", "joins": "hologram"}, True),
        (Participant, {"name": "Mor", "role": "godparent"}, True),
        (Activity, {"title": "x", "owner": "p", "status": "dreamt-of"}, True),
        (Participant, {"name": "Mor", "role": 5}, False),
        (Participant, {"name": 5, "role": "guardian"}, False),
        (Activity, {"title": "x"}, False),
    ],
)
def test_a_closed_word_that_is_not_ours_is_told_apart_from_damage(
    record: type[Record], document: dict[str, Any], newer: bool
) -> None:
    with pytest.raises(ValidationError) as caught:
        record.from_doc({"id": "r", **document})
    assert of_newer_words(caught.value) is newer
