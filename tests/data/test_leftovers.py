"""What a killed rewrite leaves is swept by the next one, under the lock of its case."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.lock import FileLock
from data.redaction import RecordKey
from tests.data.store import CASE, NOON, activity, do, opened, ready_case

LEFT = (f".{CASE}.journal.0a1b2c3d.tmp", ".NEVER-MADE.journal.0a1b2c3d.tmp")


def left_behind(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.suffix == ".tmp"}


@pytest.mark.parametrize("how", ["create", "redact", "delete"])
def test_the_next_creation_or_redaction_sweeps_them_all(tmp_path: Path, how: str) -> None:
    vault, log = ready_case(tmp_path)
    done = do(log, activity())
    for name in LEFT:
        (vault.folder / name).touch()
    for name in ("NEVER-MADE", "DELETED"):
        (vault.folder / f"{name}.lock").touch()
    if how == "create":
        vault.create("B", NOON)
    elif how == "delete":
        (vault.folder / "B.journal").touch()
        vault.delete("B", "", NOON)
    else:
        key = RecordKey("activities", done.made or "")
        vault.journal(CASE).redact(key, NOON, "", "redact-1")
    assert left_behind(vault.folder) == set()
    locks = {path.name for path in vault.folder.glob("*.lock")} - {"access.lock"}
    assert locks == {f"{CASE}.lock"} | ({"B.lock"} if how == "create" else set())
    assert opened(vault).case.id == CASE


def test_one_that_somebody_is_writing_right_now_stays(tmp_path: Path) -> None:
    vault, _ = ready_case(tmp_path)
    (vault.folder / LEFT[0]).touch()
    with FileLock(vault.folder / f"{CASE}.lock"):
        vault.create("B", NOON)
    assert left_behind(vault.folder) == {LEFT[0]}


def test_the_lock_of_a_case_that_is_being_made_right_now_stays(tmp_path: Path) -> None:
    vault, _ = ready_case(tmp_path)
    with FileLock(vault.folder / "BORN-NOW.lock"):
        vault.create("B", NOON)
    assert (vault.folder / "BORN-NOW.lock").exists()


def test_other_files_are_nobodys_business(tmp_path: Path) -> None:
    vault, _ = ready_case(tmp_path)
    (vault.folder / "notat.tmp").touch()
    vault.create("B", NOON)
    assert left_behind(vault.folder) == {"notat.tmp"}
