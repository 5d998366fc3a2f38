"""Files that hold no structure, or that the system doesn't hand out, and folders of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.structures import MAX_BYTES, StructureError, Structures, load_structure, shipped
from tests.data.structure_files import GOOD, Write, refused


def loads(path: Path) -> bool:
    """Whether this file gives a structure."""
    try:
        load_structure(path)
    except StructureError:
        return False
    return True


@pytest.mark.parametrize("name", ["gone.toml", "folder.toml", "pipe.toml"])
def test_what_is_not_a_plain_file_is_refused_without_waiting(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.toml").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.toml")
    error = refused(tmp_path / name)
    assert (error.code, error.exit_code) == ("structure-unreadable", 3)


def test_a_file_the_system_does_not_hand_out_is_refused(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(GOOD)

    def denied(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    error = refused(path)
    assert error.exit_code == 3
    assert "Permission denied" in str(error)


def test_a_file_that_is_too_big_or_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert refused(path).code == "structure-too-big"
    path.write_bytes(b'id = "mine"\n\ntitle = "M\xf8te"\n')
    error = refused(path)
    assert (error.code, error.first.line) == ("structure-encoding", 3)


@given(
    st.integers(0, len(GOOD)),
    st.integers(0, 12),
    st.sampled_from(["", "[[", "]", "=", '"', "\n", "'", "-1", "nn", "x.y = 1\n", "\x00", "\u202e"])
    | st.text(max_size=8),
)
def test_any_slip_of_the_hand_gives_a_structure_or_one_clean_error(
    tmp_path_factory: pytest.TempPathFactory, place: int, gone: int, typed: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "slip.toml"
    slipped = GOOD[:place] + typed + GOOD[place + gone :]
    path.write_bytes(slipped.encode("utf-8", "surrogatepass"))
    if not loads(path):
        refused(path)


def test_a_folder_is_a_mapping_that_reads_each_file_once(write: Write, tmp_path: Path) -> None:
    path = write(GOOD)
    (tmp_path / "bad.toml").write_text("broken", encoding="utf-8")
    there = Structures(tmp_path)
    assert list(there) == ["bad", "mine"]
    assert len(there) == 2
    first = there["mine"]
    path.unlink()
    assert there["mine"] is first
    assert there.get("other") is None
    with pytest.raises(StructureError):
        there["bad"]


def test_the_id_must_be_the_name_of_the_file(write: Write) -> None:
    path = write(GOOD)
    path.rename(path.with_name("other.toml"))
    with pytest.raises(StructureError, match=r"id must be the file's name.*did you mean other"):
        Structures(path.parent)["other"]


def test_each_caller_gets_a_mapping_of_its_own() -> None:
    assert shipped() is not shipped()
    assert "bti-individual" in shipped()
