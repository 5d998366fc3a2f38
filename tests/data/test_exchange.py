"""Out to a stock TinyDB and back (reliability rows 22-47 as far as they concern JSON)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where

from data.errors import DiskError, UsageError
from data.exchange import MAX_BYTES, MAX_RECORDS, read_tinydb, to_tinydb
from data.strict_json import dump

TABLES: Any = {
    "activities": {"a1": {"id": "a1", "title": "Leksehjelp på tysdag"}, "b2": {"title": "=1+1"}},
    "case": {"case": {"id": "case", "language": "nn"}},
}


def _write(folder: Path, content: bytes) -> Path:
    path = folder / "case.json"
    path.write_bytes(content)
    return path


def test_a_stock_tinydb_opens_the_export(tmp_path: Path) -> None:
    path = _write(tmp_path, to_tinydb(TABLES))
    with TinyDB(path, encoding="utf-8") as db:
        assert db.tables() == {"activities", "case"}
        found = db.table("activities").get(where("id") == "a1")
        assert found is not None
        assert isinstance(found, dict)
        assert found["title"] == "Leksehjelp på tysdag"
        assert sorted(d.doc_id for d in db.table("activities").all()) == [1, 2]


def test_an_export_reads_back_as_the_same_tables(tmp_path: Path) -> None:
    back = read_tinydb(_write(tmp_path, to_tinydb(TABLES)))
    assert back["activities"]["a1"] == TABLES["activities"]["a1"]
    assert back["activities"]["b2"] == {"id": "b2", "title": "=1+1"}
    assert back["case"] == TABLES["case"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "import-empty"),
        (b" \n", "import-empty"),
        (b"{}", "import-empty"),
        (b'{"activities":{}}', "import-empty"),
        (b"PK\x03\x04", "import-type"),
        (b"[]", "import-type"),
        (b'{"activities":[]}', "import-type"),
        (b'{"activities":{"1":5}}', "import-type"),
        (b'{"activities":{"1":{"title":"x"}}}', "import-type"),
        (b'{"activities":{"1":{"id":7}}}', "import-type"),
        (b'{"activities":{"1":{"id":""}}}', "import-type"),
        (b'{"a":{"1":{"id":"x"},"2":{"id":"x"}}}', "import-doubled"),
        (b'{"a":{"1":{"id":"x"},"1":{"id":"y"}}}', "import-type"),
        (b"[" * 100_000, "import-type"),
        (b'{"a":{"1":{"id":"x","n":NaN}}}', "import-type"),
        ("{\u00e6".encode("utf-16"), "import-type"),
        (b" " * (MAX_BYTES + 1), "import-big"),
    ],
)
def test_what_is_no_export_is_refused_by_its_kind(
    tmp_path: Path, content: bytes, code: str
) -> None:
    with pytest.raises(UsageError) as caught:
        read_tinydb(_write(tmp_path, content))
    assert caught.value.code == code
    assert caught.value.exit_code == 2


def test_too_many_records_are_refused(tmp_path: Path) -> None:
    many = {"a": {str(n): {"id": str(n)} for n in range(MAX_RECORDS + 1)}}
    with pytest.raises(UsageError, match="import-big"):
        read_tinydb(_write(tmp_path, dump(many)))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DiskError, match="missing"):
        read_tinydb(tmp_path / "none.json")
