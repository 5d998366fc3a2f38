"""What an import refuses besides another shape: names of nothing, and control characters (T24)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from data.errors import UsageError
from data.exchange import check_readable, read_tinydb, to_tinydb
from phases.records import TABLES
from phases.references import dangling, telling_gone
from tests.scenarios.playing import played

NOON = datetime(2027, 6, 1, 11, tzinfo=UTC)
SCRIPTS = ("sc01", "sc03", "sc06", "sc08", "sc10", "sc11", "referral", "simple", "uncovered")


def tables_of(script: str) -> Any:
    """A played log, as the store keeps it."""
    case = played(script).case
    tables: Any = {"case": {"case": case.facts.to_doc()}}
    for table in TABLES:
        if table not in ("case", "events"):
            tables[table] = {k: r.to_doc() for k, r in getattr(case, table).items()}
    tables["events"] = {e.id: e.to_doc() for told in case.happened.values() for e in told}
    return tables


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_was_led_here_comes_in_again_as_it_is(script: str, tmp_path: Path) -> None:
    tables = telling_gone(tables_of(script))
    (tmp_path / "out.json").write_bytes(to_tinydb(tables))
    back: Any = read_tinydb(tmp_path / "out.json")
    check_readable("ELEV-B", back, NOON)
    assert back == telling_gone(back) == tables


@pytest.mark.parametrize(
    ("table", "field", "value", "told"),
    [
        ("activities", "owner", "p9", "activities a9 owner"),
        ("activities", "contributors", ["p9"], "activities a9 contributors"),
        ("activities", "goal", "g9", "activities a9 goal"),
        ("assessments", "activity", "a8", "assessments a9 activity"),
        ("goals", "meeting", "m9", "goals a9 meeting"),
        ("minutes", "responsible", "p9", "minutes a9 id"),
        ("own_systems", "who", "p9", "own_systems a9 who"),
    ],
)
def test_a_name_of_nothing_is_refused_with_where_it_stands(
    table: str, field: str, value: Any, told: str
) -> None:
    tables = tables_of("sc01")
    someone = next(iter(tables["participants"]))
    made: dict[str, Any] = {
        "activities": {"title": "Lesing", "owner": someone},
        "goals": {"text": "Lese"},
        "own_systems": {"kind": "note", "on": "2027-01-01"},
    }.get(table, {})
    tables.setdefault(table, {})["a9"] = {"id": "a9", **made, field: value}
    with pytest.raises(UsageError, match="import-dangling") as refused:
        check_readable("ELEV-B", tables, NOON)
    assert refused.value.args_["record"] == told


def test_what_was_redacted_may_be_named_on_and_comes_in_again_just_so() -> None:
    tables = tables_of("sc01")
    owner = next(iter(tables["activities"].values()))["owner"]
    del tables["participants"][owner]
    assert {name.named for name in dangling(tables)} == {owner}
    with pytest.raises(UsageError, match="import-dangling"):
        check_readable("ELEV-B", tables, NOON)
    told: Any = telling_gone(tables)
    check_readable("ELEV-B", told, NOON)
    assert telling_gone(told) == told
    assert "gone" not in (tables["case"]["case"] or {})


@pytest.mark.parametrize(
    "letter",
    list("\x00\x07\x1b\x7f\x9b\u202e\u2066\u200f\u200b\ufeff\t"),
)
def test_a_control_character_is_refused_and_never_shown(letter: str) -> None:
    tables = tables_of("sc01")
    record_id, document = next(iter(tables["activities"].items()))
    assert document is not None
    tables["activities"][record_id] = {**document, "title": f"Le{letter}sing"}
    with pytest.raises(UsageError, match="import-control") as refused:
        check_readable("ELEV-B", tables, NOON)
    assert refused.value.args_["record"] == f"activities {record_id} title"
    assert "Le" not in refused.value.args_["record"].split()


def test_it_is_refused_in_an_id_a_key_and_deep_within_too() -> None:
    for record_id, document, where in (
        ("x\x1b", {"id": "x\x1b"}, "notes x"),
        ("x", {"id": "x", "k\x1b": 1}, "notes x k"),
        ("x", {"id": "x", "l": [{"m": "\x1b"}]}, "notes x l.0.m"),
    ):
        tables: Any = {**tables_of("sc01"), "notes": {record_id: document}}
        with pytest.raises(UsageError, match="import-control") as refused:
            check_readable("ELEV-B", tables, NOON)
        assert refused.value.args_["record"] == where


def test_several_lines_an_emoji_family_and_other_scripts_come_in() -> None:
    tables = tables_of("sc01")
    record_id, document = next(iter(tables["activities"].items()))
    text = "Éi line\nog ei til 👩‍👧 می‌خواهم åøæ"
    tables["activities"][record_id] = {**(document or {}), "comment": text}
    check_readable("ELEV-B", tables, NOON)
