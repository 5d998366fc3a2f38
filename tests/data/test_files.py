"""Files: replaced whole, renamed patiently, never left half; and the machine's clock."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

import pytest

from data.clock import SystemClock
from data.errors import DiskError, StoreError
from data.files import (
    make_private_folder,
    read_file,
    replace_patiently,
    sync_folder,
    write_atomically,
    write_private,
)
from phases.clock import span


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "f"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert read_file(path) == b"two"
    assert [p.name for p in tmp_path.iterdir()] == ["f"]
    assert read_file(tmp_path / "none") is None


class _HeldError(OSError):
    """What Windows says while a scanner has the file."""

    winerror = 32


def test_a_rename_that_windows_holds_up_is_tried_again(tmp_path: Path) -> None:
    tries: list[float] = []

    def replace(_: Path, __: Path) -> None:
        if len(tries) < 3:
            raise _HeldError

    replace_patiently(tmp_path / "a", tmp_path / "b", replace=replace, sleep=tries.append)
    assert tries == [0.01, 0.02, 0.04]


def test_a_rename_is_not_tried_for_ever(tmp_path: Path) -> None:
    waited: list[float] = []

    def replace(_: Path, __: Path) -> None:
        raise _HeldError

    with pytest.raises(_HeldError):
        replace_patiently(tmp_path / "a", tmp_path / "b", replace=replace, sleep=waited.append)
    assert 2.5 <= sum(waited) < 3.0


def test_another_fault_of_a_rename_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(DiskError, match="is-a-folder"):
        write_atomically(tmp_path / "folder", b"x")
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("name", ["", ".", "..", "/", "folder"])
def test_a_folder_where_a_file_is_to_be_written_is_told_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, force: bool
) -> None:
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DiskError, match="is-a-folder") as told:
        write_private(Path(name), b"x", force=force)
    assert told.value.args_["path"] == (name or ".")
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


def test_a_folder_in_the_way_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DiskError, match="is-a-file"):
        make_private_folder(tmp_path / "file")
    make_private_folder(tmp_path / "a" / "b")
    make_private_folder(tmp_path / "a" / "b")
    sync_folder(tmp_path / "a")


def test_an_error_says_its_code_and_ids() -> None:
    error = StoreError("damaged", case="A", line=3)
    assert str(error) == "damaged case=A line=3"
    assert str(StoreError("locked")) == "locked"


def test_the_machine_s_clock_gives_utc_and_runs_on() -> None:
    clock = SystemClock()
    a, b = clock.stamp(), clock.stamp()
    assert a.utc.tzinfo is UTC
    assert span(a, b) >= 0
    assert (a.boot is None) == (a.awake_s is None)
