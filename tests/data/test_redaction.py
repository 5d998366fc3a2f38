"""Taking a record out of a journal whose chain still holds (right to erasure)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.entry import Entry
from data.errors import DamagedError, DiskError, UsageError
from data.journal import FileJournal
from data.redaction import RecordKey, carries, without
from phases.changes import Tables
from tests.data.store import CASE, NOON, again, entry, new_journal

SECRET = "løyndomen"
RECORD = RecordKey("activities", "a1")


def _path(folder: Path) -> Path:
    return folder / f"{CASE}.journal"


def _write(journal: FileJournal, *tables: dict[str, Any]) -> None:
    for number, content in enumerate(tables, start=1):
        assert isinstance(journal.append(entry(number, content), number - 1), Entry)


def _filled(folder: Path) -> FileJournal:
    journal = new_journal(folder)
    journal.read(0)
    _write(
        journal,
        {"activities": {"a1": {"title": SECRET}, "a2": {"title": "anna"}}},
        {"events": {"v1": {"seq": 1, "kind": "start", "was": {}}}},
        {
            "activities": {"a1": {"title": SECRET + " 2"}},
            "events": {"v2": {"seq": 2, "was": {"activities": {"a1": {"title": SECRET}}}}},
        },
        {
            "events": {
                "v3": {"seq": 3, "was": {"activities": {"a1": {"title": SECRET}, "a2": None}}}
            }
        },
    )
    return journal


def _redact(journal: FileJournal, record: RecordKey = RECORD, entry_id: str = "r1") -> int:
    return journal.redact(record, NOON, "Kari", entry_id)


def test_nothing_of_the_record_is_left_in_the_file_and_the_chain_holds(tmp_path: Path) -> None:
    journal = _filled(tmp_path)
    heads = [e.digest for e in journal.history()]
    assert _redact(journal) == 5
    assert SECRET.encode() not in _path(tmp_path).read_bytes()
    assert [e.digest for e in again(tmp_path).history()][:4] == heads
    assert {path.suffix for path in tmp_path.iterdir()} == {".journal", ".head", ".lock"}


def test_what_shared_an_entry_with_the_record_stays_and_keeps_its_place(tmp_path: Path) -> None:
    journal = _filled(tmp_path)
    _redact(journal)
    tables = [e.tables for e in again(tmp_path).read(0).items]
    assert tables == [
        {"activities": {"a2": {"title": "anna"}}},
        {"events": {"v1": {"seq": 1, "kind": "start", "was": {}}}},
        {"events": {"v2": {"seq": 2, "was": {}}}},
        {"events": {"v3": {"seq": 3, "was": {"activities": {"a2": None}}}}},
        {},
    ]


def test_the_redact_entry_names_the_record_by_its_id_alone(tmp_path: Path) -> None:
    journal = _filled(tmp_path)
    _redact(journal)
    last = journal.history()[-1]
    assert last.command == "redact"
    assert last.redacted is not None
    assert last.redacted["records"] == [["activities", "a1"]]


def test_other_windows_read_from_zero_after_a_redaction(tmp_path: Path) -> None:
    journal, other = _filled(tmp_path), again(tmp_path)
    other.read(0)
    _redact(journal)
    for window, after in ((other, 4), (journal, 4)):
        back = window.read(after)
        assert back.from_zero
        assert [e.revision for e in back.items] == [1, 2, 3, 4, 5]
    assert isinstance(other.append(entry(6), 5), Entry)


def test_a_second_redaction_also_clears_what_the_first_one_kept(tmp_path: Path) -> None:
    journal = _filled(tmp_path)
    _redact(journal)
    assert b"anna" in _path(tmp_path).read_bytes()
    assert _redact(journal, RecordKey("activities", "a2"), "r2") == 6
    content = _path(tmp_path).read_bytes()
    assert b"anna" not in content
    assert SECRET.encode() not in content
    items = again(tmp_path).read(0).items
    assert items[0].tables == {}
    assert items[2].tables == {"events": {"v2": {"seq": 2, "was": {}}}}
    assert items[-1].redacted is not None
    assert items[-1].redacted["records"] == [["activities", "a1"], ["activities", "a2"]]


def test_a_record_that_nobody_wrote_changes_nothing(tmp_path: Path) -> None:
    journal = _filled(tmp_path)
    before = _path(tmp_path).read_bytes()
    with pytest.raises(UsageError, match="no-such-record"):
        _redact(journal, RecordKey("activities", "a9"))
    with pytest.raises(UsageError, match="no-such-record"):
        _redact(journal, RecordKey("offers", "a1"))
    assert _path(tmp_path).read_bytes() == before


def test_an_emptied_payload_that_no_redaction_names_is_damage(tmp_path: Path) -> None:
    journal = _filled(tmp_path)
    _redact(journal)
    lines = _path(tmp_path).read_bytes().splitlines()
    lines[2] = lines[2].partition(b',"payload":')[0] + b',"payload":null}'
    _path(tmp_path).write_bytes(b"\n".join(lines) + b"\n")
    with pytest.raises(DamagedError) as caught:
        again(tmp_path).read(0)
    assert caught.value.args_["line"] == 3


def test_a_rewrite_that_fails_leaves_the_old_journal_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = _filled(tmp_path)
    before = _path(tmp_path).read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(DiskError, match="disk-full"):
            _redact(journal)
    assert _path(tmp_path).read_bytes() == before
    assert {path.suffix for path in tmp_path.iterdir()} == {".journal", ".head", ".lock"}


IDS = st.sampled_from(["a1", "a2", "a3"])
DOCUMENTS = st.none() | st.fixed_dictionaries({"title": st.sampled_from(["x", "y"])})
EVENTS = st.fixed_dictionaries(
    {"was": st.dictionaries(st.sampled_from(["activities", "offers"]),
                            st.dictionaries(IDS, DOCUMENTS, max_size=2), max_size=2)}
)  # fmt: skip
TABLES = st.fixed_dictionaries(
    {},
    optional={
        "activities": st.dictionaries(IDS, DOCUMENTS, min_size=1),
        "offers": st.dictionaries(IDS, DOCUMENTS, min_size=1),
        "events": st.dictionaries(st.sampled_from(["v1", "v2"]), EVENTS, min_size=1),
    },
)


@given(TABLES)
def test_what_is_left_carries_the_record_nowhere_and_loses_nothing_else(tables: Tables) -> None:
    left = without(tables, RECORD)
    assert not carries(left, RECORD)
    assert without(left, RECORD) == left
    for table, changed in tables.items():
        for record_id, document in changed.items():
            if (table, record_id) == ("activities", "a1"):
                continue
            kept = left[table][record_id]
            if document is None or "was" not in document:
                assert kept == document
            else:
                assert kept is not None
                assert kept.keys() == document.keys()
