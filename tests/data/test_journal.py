"""Reading and appending: the journal of one case (design §5, reliability rows 71-90)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from data.codec import Place
from data.entry import Entry, seal
from data.errors import DamagedError, DiskError
from data.header import new_header
from data.journal import Conflict, FileJournal, create_journal
from tests.data.store import CASE, NOON, again, appended, entry, new_journal


def _path(folder: Path) -> Path:
    return folder / f"{CASE}.journal"


def test_a_new_journal_has_a_header_and_no_entries(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    assert journal.read(0).items == ()
    assert _path(tmp_path).read_bytes().startswith(b'{"case":"ELEV-A"')


def test_what_is_appended_is_read_by_another_window(tmp_path: Path) -> None:
    journal, other = new_journal(tmp_path), again(tmp_path)
    done = appended(journal, 1, 2)
    assert [e.revision for e in done] == [1, 2]
    assert list(other.read(0).items) == done
    assert list(journal.history()) == done


def test_a_tail_is_read_without_reading_what_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, other = new_journal(tmp_path), again(tmp_path)
    appended(journal, 1, 2)
    other.read(0)
    appended(journal, 3)
    sizes: list[int] = []
    read = os.read

    def counted(fd: int, size: int) -> bytes:
        data = read(fd, size)
        sizes.append(len(data))
        return data

    monkeypatch.setattr(os, "read", counted)
    tail = other.read(2)
    line = _path(tmp_path).read_bytes().splitlines()[-1]
    assert [e.revision for e in tail.items] == [3]
    assert not tail.from_zero
    assert sum(sizes) == len(line) + 1


def test_reading_from_an_earlier_revision_gives_everything_again(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    appended(journal, 1, 2, 3)
    again_read = journal.read(1)
    assert again_read.from_zero
    assert [e.revision for e in again_read.items] == [1, 2, 3]


def test_a_window_that_was_not_first_is_told_so_and_writes_nothing(tmp_path: Path) -> None:
    journal, other = new_journal(tmp_path), again(tmp_path)
    other.read(0)
    appended(journal, 1)
    before = _path(tmp_path).read_bytes()
    assert other.append(entry(2), 0) == Conflict(1)
    assert _path(tmp_path).read_bytes() == before
    assert [e.id for e in other.read(0).items] == ["e1"]
    assert isinstance(other.append(entry(2), 1), Entry)


def test_an_entry_that_is_durable_already_is_not_written_again(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    appended(journal, 1, 2)
    before = _path(tmp_path).read_bytes()
    assert again(tmp_path).append(entry(1), 0) == Conflict(2, own=1)
    assert journal.append(entry(2), 2) == Conflict(2, own=2)
    assert journal.find("e2") == 2
    assert journal.find("e9") is None
    assert _path(tmp_path).read_bytes() == before


def test_a_torn_last_line_is_ignored_by_readers_and_left_alone(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    appended(journal, 1)
    with _path(tmp_path).open("ab") as file:
        file.write(b'{"digest":"0')
    before = _path(tmp_path).read_bytes()
    assert [e.revision for e in again(tmp_path).read(0).items] == [1]
    assert [e.revision for e in journal.history()] == [1]
    assert _path(tmp_path).read_bytes() == before


@pytest.mark.parametrize("torn", [b'{"digest":"cut short', b"\x00" * 300])
def test_a_writer_cuts_a_torn_last_line(tmp_path: Path, torn: bytes) -> None:
    journal = new_journal(tmp_path)
    appended(journal, 1)
    with _path(tmp_path).open("ab") as file:
        file.write(torn)
    assert isinstance(journal.append(entry(2), 1), Entry)
    assert [e.revision for e in again(tmp_path).read(0).items] == [1, 2]
    assert torn not in _path(tmp_path).read_bytes()


def test_the_token_changes_with_each_append(tmp_path: Path) -> None:
    journal, other = new_journal(tmp_path), again(tmp_path)
    before = other.changed()
    assert other.changed() == before
    appended(journal, 1)
    assert other.changed() != before


def test_a_reader_starts_again_where_a_line_it_saw_was_taken_back(tmp_path: Path) -> None:
    """A line that was written but couldn't be synced is cut off again; nobody was told of it."""
    journal, other = new_journal(tmp_path), again(tmp_path)
    appended(journal, 1)
    durable = _path(tmp_path).read_bytes()
    line, _ = seal(entry(2), 2, journal.history()[-1].digest)
    _path(tmp_path).write_bytes(durable + line + b"\n")
    assert [e.id for e in other.read(0).items] == ["e1", "e2"]
    _path(tmp_path).write_bytes(durable)
    back = other.read(2)
    assert back.from_zero
    assert [e.id for e in back.items] == ["e1"]


def test_a_reader_starts_again_where_another_line_took_its_place(tmp_path: Path) -> None:
    journal, other = new_journal(tmp_path), again(tmp_path)
    appended(journal, 1)
    durable = _path(tmp_path).read_bytes()
    line, _ = seal(entry(2), 2, journal.history()[-1].digest)
    _path(tmp_path).write_bytes(durable + line + b"\n")
    other.read(0)
    _path(tmp_path).write_bytes(durable)
    appended(journal, 3, 4)
    back = other.read(2)
    assert back.from_zero
    assert [e.id for e in back.items] == ["e1", "e3", "e4"]


def test_a_journal_that_vanished_is_told_and_not_made_anew(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    _path(tmp_path).unlink()
    for act in (journal.changed, lambda: journal.append(entry(1), 0)):
        with pytest.raises(DiskError, match="missing"):
            act()
    assert not _path(tmp_path).exists()


class _Upside:
    """A codec that shows what it is given."""

    def __init__(self) -> None:
        self.places: list[Place] = []

    def encode(self, data: bytes, place: Place) -> bytes:
        self.places.append(place)
        return data[::-1].hex().encode()

    def decode(self, data: bytes, place: Place) -> bytes:
        self.places.append(place)
        return bytes.fromhex(data.decode())[::-1]


def test_every_line_and_the_head_go_through_the_codec_with_their_place(tmp_path: Path) -> None:
    codec = _Upside()
    path = _path(tmp_path)
    header = new_header(CASE, NOON)
    create_journal(path, header, entry(1), codec)
    journal = FileJournal(path, CASE, codec)
    first = journal.read(0).items[0]
    assert isinstance(journal.append(entry(2), 1), Entry)
    assert codec.places[0] == Place(CASE, 1, header.anchor)
    assert Place(CASE, 2, first.digest) in codec.places
    assert Place(CASE, 0, "head") in codec.places
    assert b"activity-add" not in path.read_bytes()
    assert [e.id for e in FileJournal(path, CASE, codec).read(0).items] == ["e1", "e2"]


def test_the_same_bytes_of_another_case_are_refused(tmp_path: Path) -> None:
    new_journal(tmp_path)
    (tmp_path / "ELEV-B.journal").write_bytes(_path(tmp_path).read_bytes())
    with pytest.raises(DamagedError):
        FileJournal(tmp_path / "ELEV-B.journal", "ELEV-B").read(0)
