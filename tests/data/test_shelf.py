"""Papers made in the vault: private, never over another, gone with the case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from data.shelf import Shelf
from data.vault import Vault
from tests.phases.room import FakeClock


def nothing() -> None:
    """Nothing is left to do once the paper is written."""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    clock = FakeClock()
    vault = Vault(tmp_path / "vault")
    vault.create("ELEV-A", clock.utc)
    return Shelf(vault, "ELEV-A", clock, "Kari")


def test_the_second_paper_of_a_name_gets_a_number(shelf: Shelf) -> None:
    first, second = (shelf.keep("ELEV-A-minutes.docx", data, nothing) for data in (b"1", b"2"))
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")
    assert second.name == "ELEV-A-minutes-2.docx"
    assert {path.stat().st_mode & 0o777 for path in (first, second)} == {0o600}
    assert shelf.folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("name", ["../x.txt", "/etc/x.txt", ".x", "x", "a b.txt", "x.txt/"])
def test_a_name_that_is_a_path_is_refused(shelf: Shelf, name: str) -> None:
    with pytest.raises(ValueError, match=re.escape(name)):
        shelf.keep(name, b"", nothing)


def test_a_folder_among_its_papers_stops_no_deletion_and_goes_too(
    shelf: Shelf, tmp_path: Path
) -> None:
    """Somebody had tidied up; a link is taken away, and not what it leads to."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_bytes(b"mine")
    shelf.keep("ELEV-A-minutes.docx", b"1", nothing)
    (shelf.folder / "gamle").mkdir()
    (shelf.folder / "gamle" / "ELEV-A-minutes.docx").write_bytes(b"1")
    (shelf.folder / "lenke").symlink_to(elsewhere)
    shelf.delete()
    assert not shelf.folder.exists()
    assert (elsewhere / "mine.txt").read_bytes() == b"mine"


def test_its_papers_go_with_the_case_and_one_line_with_the_id_stays(
    shelf: Shelf, tmp_path: Path
) -> None:
    vault = Vault(tmp_path / "vault")
    # English names are those of an earlier version.
    for name in ("ELEV-A-minutes-2027-01-19.docx", "ELEV-A-referat-2027-01-19.docx"):
        shelf.keep(name, b"1", nothing)
    shelf.delete()
    assert sorted(p.name for p in vault.folder.iterdir() if "ELEV-A" in p.name) == []
    assert not shelf.folder.exists()
    [noted] = vault.access.history()
    assert (noted.act, noted.case, noted.who) == ("delete", "ELEV-A", "Kari")
