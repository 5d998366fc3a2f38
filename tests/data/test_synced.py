"""Folders of file synchronisers, and the copies they leave."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.synced import copies, is_synced
from data.vault import Vault
from tests.data.store import CASE, NOON


@pytest.mark.parametrize(
    "place",
    ["OneDrive - Kommune/saker", "Dropbox (Skulen)", "Library/Mobile Documents/x", "Nextcloud",
     "Library/CloudStorage/GoogleDrive-kari"],
)  # fmt: skip
def test_a_folder_is_known_by_the_names_around_it(tmp_path: Path, place: str) -> None:
    assert is_synced(tmp_path / place / "vault")


@pytest.mark.parametrize("mark", [".stfolder", ".nextcloudsync.log", ".dropbox.cache"])
def test_a_folder_is_known_by_what_the_program_left_above_it(tmp_path: Path, mark: str) -> None:
    assert not is_synced(tmp_path / "saker" / "vault")
    (tmp_path / "saker").mkdir()
    (tmp_path / "saker" / mark).touch()
    assert is_synced(tmp_path / "saker" / "vault")


@pytest.mark.parametrize(
    ("name", "by"),
    [
        ("ELEV-A.sync-conflict-20270119-130501-ABCDEFG.journal", "Syncthing"),
        ("ELEV-A (conflicted copy 2027-01-19 130501).journal", "Nextcloud"),
        ("ELEV-A_conflict-20270119-130501.journal", "Nextcloud"),
        ("ELEV-A (Kari's conflicted copy 2027-01-19).journal", "Dropbox"),
        ("ELEV-A (Karis motstridende kopi 2027-01-19).journal", "Dropbox"),
        ("ELEV-A 2.journal", "iCloud"),
        ("ELEV-A (1).journal", "Google Drive"),
        ("ELEV-A-KARI-PC.journal", "OneDrive"),
        ("kopi av ELEV-A.journal", ""),
        ("access.sync-conflict-20270119-130501-ABCDEFG.journal", "Syncthing"),
    ],
)
def test_a_copy_is_told_with_whose_it_is(tmp_path: Path, name: str, by: str) -> None:
    vault = Vault(tmp_path / "vault")
    vault.create(CASE, NOON)
    (vault.folder / name).write_bytes((vault.folder / f"{CASE}.journal").read_bytes())
    assert [tuple(copy) for copy in copies(vault.folder)] == [(name, by)]


def test_logs_of_our_own_are_no_copies(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    for name in (CASE, f"{CASE}-2", "B"):
        vault.create(name, NOON)
        vault.note("open", name, vault.identity(name), "", NOON)
    (vault.folder / "access.1.journal").touch()
    (vault.folder / f"{CASE}-3.journal").mkdir()
    assert copies(vault.folder) == ()
    assert copies(tmp_path / "none") == ()
