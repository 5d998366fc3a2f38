"""The folder with the cases."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.caseid import case_id, path_below
from data.drafts import Draft
from data.errors import CaseIdError, DamagedError, DiskError, NewerError, UsageError
from data.structures import shipped
from data.vault import Vault
from data.vault_folder import check_folder, default_folder
from tests.data.store import CASE, NOON, StillClock, activity, do, entry, opened, ready_case


@pytest.mark.parametrize("name", ["ELEV-A", "A", "0", "elev-a", "X" * 32, "CONSENT", "COM10"])
def test_a_good_id_is_told_in_capitals(name: str) -> None:
    assert case_id(name) == name.upper()


@pytest.mark.parametrize(
    "name",
    ["", "-A", "../../etc/passwd", "/etc/x", "..\\x", "A/B", "A\0B", "A\n", "\x1b[31m", "A.",
     "A ", " A", "%2e%2e", "A_B", "ÅSE", "straße", "ıd", "X" * 33, "X" * 5000, "CON", "con", "nul",
     "COM1", "lpt9", "AUX", "PRN"],
)  # fmt: skip
def test_what_is_no_id_is_refused_without_being_quoted(name: str, tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    for act in (lambda: vault.create(name, NOON), lambda: vault.exists(name),
                lambda: vault.delete(name, "", NOON)):  # fmt: skip
        with pytest.raises(CaseIdError) as caught:
            act()
        assert caught.value.exit_code == 2
        assert not name or name not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@given(st.text(max_size=12))
def test_whatever_is_typed_a_case_lies_right_in_its_folder(text: str) -> None:
    folder = Path("vault")
    try:
        name = case_id(text)
    except CaseIdError:
        return
    assert path_below(folder, f"{name}.journal").parent == folder


@pytest.mark.parametrize("name", ["../x", "a/b", "..", "/etc/passwd"])
def test_a_path_that_leads_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(CaseIdError):
        path_below(tmp_path, name)


def test_a_case_is_made_once_however_its_id_is_written(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    assert vault.create("elev-a", NOON) == "ELEV-A"
    before = (vault.folder / "ELEV-A.journal").read_bytes()
    for name in ("ELEV-A", "Elev-a"):
        assert vault.exists(name)
        with pytest.raises(UsageError, match="case-exists"):
            vault.create(name, NOON)
    assert (vault.folder / "ELEV-A.journal").read_bytes() == before


def test_a_file_in_small_letters_takes_the_name_too(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    (tmp_path / "elev-a.journal").write_bytes(b"")
    with pytest.raises(UsageError, match="case-exists"):
        vault.create("ELEV-A", NOON)


def test_a_case_that_is_absent_is_told_and_not_made(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    for act in (lambda: opened(vault), lambda: vault.delete(CASE, "", NOON)):
        with pytest.raises(UsageError, match="case-absent"):
            act()
    assert not vault.folder.exists()


def test_cases_are_listed_with_what_is_cheap_to_know(tmp_path: Path) -> None:
    vault, log = ready_case(tmp_path)
    vault.create("B", NOON)
    (vault.folder / "C.journal").write_bytes(b"")
    (vault.folder / "D.journal").mkdir()
    (vault.folder / "ELEV-A (konfliktkopi).journal").write_bytes(b"x")
    (vault.folder / "notat.txt").write_bytes(b"x")
    listed = {case.id: case for case in vault.list()}
    assert list(listed) == ["B", "C", "D", "ELEV-A"]
    assert {name: case.state for name, case in listed.items()} == {
        "B": "whole", "C": "damaged", "D": "unreadable", "ELEV-A": "whole",
    }  # fmt: skip
    assert listed["ELEV-A"].revision == log.revision
    assert listed["ELEV-A"].created == NOON
    assert listed["B"].revision is None
    assert Vault(tmp_path / "none").list() == ()


def test_a_case_of_a_newer_program_is_listed_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, _ = ready_case(tmp_path)
    monkeypatch.setattr("data.header.FORMAT", 0)
    assert [case.state for case in vault.list()] == ["newer"]
    with pytest.raises(NewerError):
        opened(vault)


def test_a_deleted_case_leaves_nothing_and_its_name_is_free(tmp_path: Path) -> None:
    vault, log = ready_case(tmp_path)
    vault.create("B", NOON)
    vault.drafts(CASE).save("lead", Draft("", "title", "halv"))
    vault.presence(CASE, "lead", 7).touch(StillClock().stamp())
    (vault.folder / f".{CASE}.journal.0a1b.tmp").write_bytes(b"left behind")
    vault.delete("elev-a", "Kari", NOON)
    left = {path.name for path in vault.folder.iterdir() if path.stem != "access"}
    assert left == {"B.journal", "B.lock"}
    with pytest.raises(DiskError, match="missing"):
        log.refresh()
    vault.create(CASE, NOON)
    assert opened(vault).case.revision == 0


def test_a_deletion_that_was_cut_short_leaves_no_case_that_looks_damaged(tmp_path: Path) -> None:
    vault, _ = ready_case(tmp_path)
    (vault.folder / f"{CASE}.journal").unlink()
    vault.create(CASE, NOON)
    assert opened(vault).case.revision == 0


def test_a_window_of_the_deleted_case_notices_the_new_one(tmp_path: Path) -> None:
    vault, log = ready_case(tmp_path)
    vault.delete(CASE, "", NOON)
    vault.create(CASE, NOON)
    with pytest.raises(DamagedError, match="replaced"):
        log.refresh()


def test_an_import_is_one_entry_or_nothing(tmp_path: Path) -> None:
    vault, log = ready_case(tmp_path)
    do(log, activity())
    tables: Any = JournalTables.of(log)
    assert vault.import_("kopi", tables, NOON, "Kari") == "KOPI"
    copy = vault.open("KOPI", StillClock(), shipped())
    assert [step.command for step in copy.history()] == ["import"]
    assert copy.case.activities == log.case.activities
    assert copy.case.happened == log.case.happened
    with pytest.raises(UsageError, match="case-exists"):
        vault.import_("KOPI", tables, NOON)


class JournalTables:
    """All that a case holds, as tables."""

    @staticmethod
    def of(log: Any) -> dict[str, Any]:
        db = log.db
        return {
            name: {doc.doc_id: dict(doc) for doc in db.table(name).all()} for name in db.tables()
        }


@pytest.mark.parametrize(
    ("tables", "error"),
    [
        ({"activities": {"a1": {"id": "a1", "title": 5}}}, UsageError),
        ({"events": {"v1": {"id": "v1", "seq": 1, "kind": "teleport", "stamp": {}}}}, NewerError),
    ],
)
def test_an_import_that_could_not_be_read_back_makes_nothing(
    tmp_path: Path, tables: Any, error: type[Exception]
) -> None:
    vault = Vault(tmp_path / "vault")
    with pytest.raises(error):
        vault.import_("KOPI", tables, NOON)
    assert not vault.folder.exists()


def test_a_disk_that_is_full_makes_no_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = Vault(tmp_path / "vault")

    def full(*_: object) -> int:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(DiskError, match="disk-full"):
            vault.create(CASE, NOON, entry(1))
    assert {path.name for path in vault.folder.iterdir()} <= {f"{CASE}.lock"}
    vault.create(CASE, NOON)


def test_the_default_folder_is_the_one_named_or_the_platform_s() -> None:
    assert default_folder({"VIDDEVAKT_VAULT": "/srv/saker"}) == Path("/srv/saker")
    assert default_folder({}).parts[-2:] == ("viddevakt", "vault")
    assert default_folder({"VIDDEVAKT_VAULT": ""}) == default_folder({})


def test_a_folder_that_is_a_file_or_can_not_be_made_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for folder in (tmp_path / "file", tmp_path / "file" / "vault"):
        with pytest.raises(DiskError, match="vault-is-a-file") as caught:
            Vault(folder).check()
        assert caught.value.exit_code == 3
    with pytest.raises(DiskError):
        Vault(tmp_path / "file" / "vault").create(CASE, NOON)


def test_a_folder_on_a_read_only_medium_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class ReadOnly:
        f_flag = getattr(os, "ST_RDONLY", 1)

    monkeypatch.setattr(os, "statvfs", lambda _: ReadOnly, raising=False)
    with pytest.raises(DiskError, match="vault-read-only"):
        check_folder(tmp_path)


def test_a_folder_without_the_right_to_write_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(DiskError, match="vault-denied"):
        check_folder(tmp_path)
    with pytest.raises(DiskError, match="vault-denied"):
        check_folder(tmp_path / "new" / "vault")


def test_a_folder_named_by_a_slip_is_not_made_and_our_own_is(tmp_path: Path) -> None:
    """Row 13. The default may need several new folders, the one that is typed only itself."""
    with pytest.raises(DiskError, match="vault-missing"):
        check_folder(tmp_path / "sakr" / "vault", named=True)
    assert not (tmp_path / "sakr").exists()
    check_folder(tmp_path / "saker", named=True)
    check_folder(tmp_path / "share" / "viddevakt" / "vault")


@pytest.mark.parametrize(
    ("name", "notes"),
    [("OneDrive - Kommune", ("synced-folder",)), ("Dropbox", ("synced-folder",)), ("saker", ())],
)
def test_a_synced_folder_gives_a_note(tmp_path: Path, name: str, notes: tuple[str, ...]) -> None:
    folder = tmp_path / name / "vault"
    assert check_folder(folder) == notes
    Vault(folder).create(CASE, NOON)
    assert check_folder(folder) == notes
