"""What is told as written by a newer program, and what is left to be told as damage."""

from __future__ import annotations

from typing import Any

import pytest

from phases.changes import Tables
from phases.newer import from_newer


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
        _agenda(planned_s="long"),
        {"agendas": {"m": None}, "events": {"v": None}},
        {"events": {"v": {"id": "v", "kind": "start"}}, "weather": {"w": {"id": "w"}}},
    ],
)
def test_what_is_ours_and_what_is_no_word_at_all_wants_none(tables: Tables) -> None:
    assert not from_newer(tables)
