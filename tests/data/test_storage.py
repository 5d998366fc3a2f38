"""TinyDB's face: the same over memory and over a journal, and what only a journal gives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from data.case_db import CaseDB, open_db
from data.entry import NewEntry
from data.errors import ConflictError, DamagedError
from data.journal import Conflict
from data.storage import JournalStorage
from tests.data.store import CASE, NOON, again, entry, new_journal


def _storage(folder: Path) -> JournalStorage:
    return JournalStorage(again(folder), lambda: NOON)


@pytest.fixture(params=["memory", "journal"])
def db(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[TinyDB]:
    """A database with our tables, over memory or over a journal."""
    if request.param == "memory":
        yield CaseDB(storage=MemoryStorage)
    else:
        new_journal(tmp_path)
        yield open_db(_storage(tmp_path))


def _put(db: TinyDB, record_id: Any, **fields: object) -> None:
    db.table("activities").insert(Document(fields, doc_id=record_id))


def test_an_empty_database_has_no_tables(db: TinyDB) -> None:
    assert db.tables() == set()
    assert db.table("activities").all() == []


def test_a_document_is_found_by_our_own_id(db: TinyDB) -> None:
    _put(db, "a1", title="Leksehjelp")
    found: Any = db.table("activities").get(doc_id="a1")  # type: ignore[call-overload]
    assert found == {"title": "Leksehjelp"}
    assert found.doc_id == "a1"


def test_a_document_without_an_id_gets_one_that_is_a_text(db: TinyDB) -> None:
    ids = db.table("activities").insert_multiple([{"n": 1}, {"n": 2}])
    assert len(set(ids)) == 2
    assert all(isinstance(i, str) for i in ids)


def test_documents_are_searched_changed_and_removed(db: TinyDB) -> None:
    _put(db, "a1", n=1)
    _put(db, "a2", n=2)
    table = db.table("activities")
    table.update({"done": True}, where("n") == 1)
    assert [d["n"] for d in table.search(where("done") == True)] == [1]  # noqa: E712 - a query
    table.remove(where("n") == 1)
    assert [d["n"] for d in table.all()] == [2]
    db.drop_tables()
    assert db.table("activities").all() == []


def test_a_repeated_search_sees_what_was_saved_meanwhile(tmp_path: Path) -> None:
    new_journal(tmp_path)
    mine, theirs = open_db(_storage(tmp_path)), open_db(_storage(tmp_path))
    _put(mine, "a1", n=1)
    assert len(mine.table("activities").search(where("n") > 0)) == 1
    _put(theirs, "a2", n=2)
    assert len(mine.table("activities").search(where("n") > 0)) == 2


def test_what_is_handed_out_is_a_copy(tmp_path: Path) -> None:
    new_journal(tmp_path)
    storage = _storage(tmp_path)
    storage.commit(0, entry(1, {"activities": {"a1": {"tags": ["x"], "deep": {"n": 1}}}}))
    data = storage.read()
    assert data is not None
    data["activities"]["a1"]["tags"].append("y")
    data["activities"]["a1"]["deep"]["n"] = 2
    del data["activities"]
    assert storage.read() == {"activities": {"a1": {"tags": ["x"], "deep": {"n": 1}}}}


def test_a_journal_that_can_not_be_read_is_never_taken_for_an_empty_database(
    tmp_path: Path,
) -> None:
    new_journal(tmp_path)
    path = tmp_path / f"{CASE}.journal"
    path.write_bytes(b"")
    with pytest.raises(DamagedError):
        _put(open_db(_storage(tmp_path)), "a1", n=1)
    assert path.read_bytes() == b""


def test_one_commit_is_one_entry_for_all_tables(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    storage = JournalStorage(journal, lambda: NOON)
    tables: Any = {"activities": {"a1": {"n": 1}}, "events": {"v1": {"seq": 1}}}
    assert storage.commit(0, entry(1, tables)) == 1
    assert storage.read() == tables
    assert len(journal.history()) == 1
    assert storage.commit(1, entry(2, {"activities": {"a1": None, "a9": None}})) == 2
    assert storage.read() == {"events": {"v1": {"seq": 1}}}


def test_a_commit_that_was_not_first_changes_nothing(tmp_path: Path) -> None:
    new_journal(tmp_path)
    first, second = _storage(tmp_path), _storage(tmp_path)
    first.commit(0, entry(1))
    assert second.commit(0, entry(2)) == Conflict(1)
    assert second.revision == 0
    assert second.refresh()
    assert not second.refresh()
    assert second.commit(1, entry(2)) == 2
    assert second.commit(2, entry(2)) == 2
    assert first.commit(1, entry(2)) == 2
    assert first.read() == second.read()


def test_a_plain_write_that_would_undo_another_window_s_is_refused(tmp_path: Path) -> None:
    new_journal(tmp_path)
    first, second = _storage(tmp_path), _storage(tmp_path)
    first.commit(0, entry(1))
    data = second.read()
    assert data is not None
    first.commit(1, entry(2))
    data["activities"]["a1"] = {"n": 7}
    with pytest.raises(ConflictError) as caught:
        second.write(data)
    assert caught.value.exit_code == 4
    found = second.read()
    assert found is not None
    assert found["activities"] == {"a1": {"n": 1}, "a2": {"n": 2}}


def test_a_write_that_changes_nothing_is_no_entry(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    storage = JournalStorage(journal, lambda: NOON)
    storage.commit(0, entry(1))
    storage.write(storage.read() or {})
    assert len(journal.history()) == 1


def test_whoever_listens_is_told_of_every_change_and_of_starting_again(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    told: list[tuple[Any, int, bool]] = []
    storage = JournalStorage(
        journal, lambda: NOON, lambda tables, revision, zero: told.append((tables, revision, zero))
    )
    storage.commit(0, entry(1))
    again(tmp_path).append(entry(2), 1)
    again(tmp_path).append(NewEntry("e3", NOON, "", "x", {"activities": {"a2": None}}), 2)
    storage.refresh()
    assert told == [
        ({"activities": {"a1": {"n": 1}}}, 1, False),
        ({"activities": {"a2": None}}, 3, False),
    ]
    journal.recover()
    storage.refresh()
    assert told[-1] == ({"activities": {"a1": {"n": 1}, "a2": None}}, 3, True)
    assert storage.read() == {"activities": {"a1": {"n": 1}}}
