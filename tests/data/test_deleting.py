"""A deletion is noted before anything is removed, so that no log goes without a line (T19, S4)."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from data.drafts import Draft
from data.errors import DiskError
from data.shelf import Shelf
from tests.data.store import CASE, NOON, opened, ready_case
from tests.phases.room import FakeClock


def files(folder: Path) -> set[str]:
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.suffix != ".lock"}


@pytest.mark.parametrize("broken", ["folder", "damaged"])
def test_where_it_cant_be_noted_nothing_is_removed(tmp_path: Path, broken: str) -> None:
    vault, log = ready_case(tmp_path)
    shelf = Shelf(vault, CASE, FakeClock(), "Kari")
    shelf.keep(f"{CASE}-minutes.txt", b"x", lambda: None)
    vault.drafts(CASE).save("lead", Draft("", "title", "halv"))
    path = vault.folder / "access.journal"
    path.mkdir() if broken == "folder" else path.write_bytes(b"")
    before = files(vault.folder)
    with pytest.raises(DiskError, match="unnoted"):
        shelf.delete()
    assert files(vault.folder) == before
    assert opened(vault).revision == log.revision


def test_a_removal_that_the_disk_stops_is_noted_and_leaves_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, log = ready_case(tmp_path)
    noted: list[int] = []

    unlink = Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if CASE not in path.name:
            unlink(path, missing_ok=missing_ok)
            return
        noted.append(len(vault.access.history()))
        raise OSError(errno.EIO, "injected", str(path))

    with monkeypatch.context() as fault:
        fault.setattr(Path, "unlink", refuse)
        with pytest.raises(DiskError):
            vault.delete(CASE, "Kari", NOON)
    assert noted == [1], "the note stood there before the first file was to go"
    assert opened(vault).revision == log.revision
    vault.delete(CASE, "Kari", NOON)
    assert [(n.act, n.who) for n in vault.access.history()] == [("delete", "Kari")] * 2
