"""Files that were taken out of a log into its own vault: deletion removes them, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import UsageError
from data.taken_out import TakenOut
from data.vault import Vault
from tests.phases.room import FakeClock


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    vault = Vault(tmp_path / "vault")
    vault.create("ELEV-A", FakeClock().utc)
    return vault


def written(vault: Vault, name: str) -> Path:
    """A file of that name, known to the case."""
    path = vault.folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"1")
    taken = vault.taken_out("ELEV-A")
    taken.check(path)
    taken.remember(path)
    return path


def test_what_was_taken_out_into_the_vault_goes_with_the_log(vault: Vault) -> None:
    named = [written(vault, name) for name in ("out.docx", "til mappa/Ola.pdf", "out.docx")]
    other = vault.folder / "mine.txt"
    other.write_bytes(b"2")
    vault.delete("ELEV-A", "Kari", FakeClock().utc)
    assert not any(path.exists() for path in named)
    assert other.exists()
    assert not vault.papers("ELEV-A").exists()


def test_what_lies_elsewhere_is_not_kept_track_of(vault: Vault, tmp_path: Path) -> None:
    elsewhere = written(vault, "../mappa.docx")
    assert elsewhere.exists()
    assert not vault.papers("ELEV-A").exists()
    vault.delete("ELEV-A", "", FakeClock().utc)
    assert (tmp_path / "mappa.docx").exists()


def test_what_was_moved_away_or_replaced_by_a_folder_stops_no_deletion(vault: Vault) -> None:
    gone, replaced = written(vault, "gone.pdf"), written(vault, "kept.pdf")
    gone.unlink()
    replaced.unlink()
    replaced.mkdir()
    vault.delete("ELEV-A", "", FakeClock().utc)
    assert replaced.is_dir()
    assert not vault.exists("ELEV-A")


@pytest.mark.parametrize(
    "name",
    ["ELEV-B.journal", "access.journal", "ELEV-A.head", "ELEV-A.drafts/lead.draft", "x.LOCK"],
)
def test_no_file_of_the_logs_can_be_written_over(vault: Vault, name: str) -> None:
    with pytest.raises(UsageError) as refused:
        vault.taken_out("ELEV-A").check(vault.folder / name)
    assert refused.value.code == "vault-file"


def test_a_list_that_cannot_be_read_stops_no_deletion(vault: Vault) -> None:
    written(vault, "out.docx")
    (vault.papers("ELEV-A") / ".taken-out").write_bytes(b"\xff{")
    vault.delete("ELEV-A", "", FakeClock().utc)
    assert isinstance(vault.taken_out("ELEV-A"), TakenOut)
    assert not vault.papers("ELEV-A").exists()
