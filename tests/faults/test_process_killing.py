"""Killed at random moments, and nothing acknowledged is lost (the short of `make faults`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.acts import KINDS, RUNS, Act, Doer
from tests.faults.audit import possible, unsynced, verdict
from tests.faults.killing import kill_loop
from tests.faults.plain_store import Plain
from tests.faults.stores import STORES, Journalled


@pytest.mark.slow
@pytest.mark.parametrize("portable", [False, True], ids=["as here", "as elsewhere"])
def test_whenever_it_is_killed_all_that_was_acknowledged_is_there(
    tmp_path: Path, portable: bool
) -> None:
    done = kill_loop(Journalled(), tmp_path, 15, seed=2 + portable, portable=portable)
    assert done.strange == []
    assert done.verdicts == {"whole": 15}
    assert done.leftovers <= 1


def test_the_harness_chooses_every_kind_of_change() -> None:
    doer = Doer(1, {RUNS: "1", "start-0": "x"})
    assert {doer.choose().kind for _ in range(200)} == set(KINDS)


def test_what_may_stand_after_a_kill_is_all_acknowledged_with_or_without_the_last() -> None:
    one, two = Act("add", "a", "1"), Act("edit", "a", "2")
    lines = [f"TRY {one.told()}", "ACK", f"TRY {two.told()}"]
    assert possible({}, lines) == [{"a": "1"}, {"a": "2"}]
    assert possible({}, [*lines, "ACK"]) == [{"a": "2"}]
    assert Act("next", RUNS).on({RUNS: "1"}) == {RUNS: "2"}


@pytest.mark.parametrize("name", list(STORES))
def test_the_harness_notices_a_lost_record_and_a_damaged_file(tmp_path: Path, name: str) -> None:
    store = STORES[name]()
    store.prepare(tmp_path / "x", 2)
    state = store.state(tmp_path / "x")
    assert verdict(store, tmp_path / "x", [state]) == "whole"
    assert verdict(store, tmp_path / "x", [{**state, "more": "x"}]) == "lost"
    assert verdict(store, tmp_path / "x", [{**state, "start-0": "x"}]) == "changed"
    path = store.file(tmp_path / "x")
    path.write_bytes(path.read_bytes()[:-20] + b"x\n")
    assert verdict(store, tmp_path / "x", [state]) == "damaged"


def test_the_harness_notices_what_was_acknowledged_before_it_was_synced() -> None:
    saved = [("write", "v/a.journal", ""), ("fsync", "v/a.journal", "")]
    assert unsynced([*saved, ("write", "v/a.head", "")]) == []
    assert unsynced([*saved, ("ftruncate", "v/a.journal", "")]) == ["ftruncate: a.journal"]
    renamed = ("replace", "v/t.tmp", "v/a.journal")
    assert unsynced([renamed, ("fsync", "v", "")]) == []
    assert unsynced([renamed]) == ["replace: v"]
    assert unsynced([("write", "v/t.tmp", ""), renamed, ("fsync", "v", "")]) != []


def test_plain_tinydb_truncates_after_its_sync(tmp_path: Path) -> None:
    """The figure that stands beside ours: the harness sees into TinyDB too."""
    from tests.faults.sweep import sweep

    done = sweep(Plain(), tmp_path, Act("delete", "start-1"), every=4)
    assert done.unsynced == ["ftruncate: plain.json"]
    assert done.damaged
