"""A journal on a bad disk: the same entries or error 6, never changed content."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.entry import Entry
from data.errors import DamagedError
from tests.data.store import CASE, again, appended, entry, new_journal


def _path(folder: Path) -> Path:
    return folder / f"{CASE}.journal"


def _damage(folder: Path) -> DamagedError:
    with pytest.raises(DamagedError) as caught:
        again(folder).read(0)
    assert caught.value.exit_code == 6
    return caught.value


@pytest.mark.parametrize("content", [b"", b"\n", b"null\n", b"[]\n", b'"x"\n', b"5\n", b"{}\n"])
def test_an_empty_or_foreign_file_is_damage_and_never_a_new_case(
    tmp_path: Path, content: bytes
) -> None:
    _path(tmp_path).write_bytes(content)
    assert _damage(tmp_path).args_["line"] == 1
    with pytest.raises(DamagedError):
        again(tmp_path).append(entry(1), 0)
    assert _path(tmp_path).read_bytes() == content


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: [*lines[:2], *lines[3:]],
        lambda lines: [*lines[:3], lines[2], *lines[3:]],
        lambda lines: [lines[0], lines[2], lines[1], lines[3]],
        lambda lines: [lines[0], *lines[2:]],
        lambda lines: [*lines[:2], lines[2].replace(b'"n":2', b'"n":7'), lines[3]],
        lambda lines: [*lines[:2], lines[2].replace(b'"Kari"', b'"Ola"'), lines[3]],
        lambda lines: [*lines[:2], b"", *lines[2:]],
        lambda lines: [*lines[:2], lines[2].partition(b',"payload":')[0] + b',"payload":null}',
                       lines[3]],
        lambda lines: [line + b"\r" for line in lines],
        lambda lines: [b"\xff\xfe" + line for line in lines],
    ],
    ids=["dropped", "doubled", "swapped", "first-dropped", "edited", "renamed", "blank", "emptied",
         "crlf", "utf-16"],
)  # fmt: skip
def test_a_line_that_is_not_what_was_written_is_named_by_its_number(
    tmp_path: Path, change: object
) -> None:
    appended(new_journal(tmp_path), 1, 2, 3)
    lines = _path(tmp_path).read_bytes().splitlines()
    assert callable(change)
    changed = b"\n".join(change(lines)) + b"\n"
    _path(tmp_path).write_bytes(changed)
    error = _damage(tmp_path)
    assert 1 <= int(error.args_["line"]) <= 5
    assert "activit" not in str(error)
    assert _path(tmp_path).read_bytes() == changed


def test_a_journal_that_became_shorter_is_noticed(tmp_path: Path) -> None:
    appended(new_journal(tmp_path), 1, 2, 3)
    lines = _path(tmp_path).read_bytes().splitlines(keepends=True)
    _path(tmp_path).write_bytes(b"".join(lines[:3]))
    assert _damage(tmp_path).args_["why"] == "shorter"


def test_a_window_notices_that_its_own_durable_entry_is_gone(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    appended(journal, 1, 2)
    lines = _path(tmp_path).read_bytes().splitlines(keepends=True)
    (tmp_path / f"{CASE}.head").unlink()
    _path(tmp_path).write_bytes(b"".join(lines[:2]))
    with pytest.raises(DamagedError, match="shorter"):
        journal.read(2)


def test_an_older_journal_that_was_put_back_and_gone_on_with_is_noticed(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    appended(journal, 1)
    older = _path(tmp_path).read_bytes()
    appended(journal, 2)
    head = (tmp_path / f"{CASE}.head").read_bytes()
    _path(tmp_path).write_bytes(older)
    (tmp_path / f"{CASE}.head").unlink()
    appended(again(tmp_path), 3)
    (tmp_path / f"{CASE}.head").write_bytes(head)
    assert _damage(tmp_path).args_["why"] == "replaced"


def test_another_journal_of_the_same_case_is_noticed(tmp_path: Path) -> None:
    appended(new_journal(tmp_path), 1)
    new_journal(tmp_path)
    assert _damage(tmp_path).args_["why"] == "replaced"


@pytest.mark.parametrize("head", [None, b"", b"\x00" * 210, b"half", b"00000000 a b c"])
def test_a_missing_or_unreadable_head_is_no_fault(tmp_path: Path, head: bytes | None) -> None:
    appended(new_journal(tmp_path), 1, 2)
    path = tmp_path / f"{CASE}.head"
    path.unlink()
    if head is not None:
        path.write_bytes(head)
    assert len(again(tmp_path).read(0).items) == 2


def test_a_head_that_is_older_than_the_journal_is_no_fault(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    appended(journal, 1)
    old = (tmp_path / f"{CASE}.head").read_bytes()
    appended(journal, 2)
    (tmp_path / f"{CASE}.head").write_bytes(old)
    assert len(again(tmp_path).read(0).items) == 2


def _read_damaged(data: bytes, head: bytes | None) -> tuple[Entry, ...] | None:
    """The entries of these bytes, None for error 6. Any other error fails the test."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _path(folder).write_bytes(data)
        if head is not None:
            (folder / f"{CASE}.head").write_bytes(head)
        try:
            return again(folder).read(0).items
        except DamagedError:
            return None


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes, tuple[Entry, ...]]:
    """A journal of five entries, its head, and what is in it."""
    folder = tmp_path_factory.mktemp("whole")
    done = appended(new_journal(folder), 1, 2, 3, 4, 5)
    return _path(folder).read_bytes(), (folder / f"{CASE}.head").read_bytes(), tuple(done)


@settings(max_examples=200)
@given(data=st.data())
def test_a_cut_journal_gives_a_prefix_of_what_was_written_or_error_6(
    whole: tuple[bytes, bytes, tuple[Entry, ...]], data: st.DataObject
) -> None:
    content, head, entries = whole
    cut = data.draw(st.integers(0, len(content) - 1))
    found = _read_damaged(content[:cut], None)
    assert found is None or found == entries[: len(found)]
    # With what was noted beside it, a journal that lost an entry is never taken for a whole one.
    assert _read_damaged(content[:cut], head) is None


@settings(max_examples=200)
@given(data=st.data())
def test_a_flipped_bit_gives_a_prefix_of_what_was_written_or_error_6(
    whole: tuple[bytes, bytes, tuple[Entry, ...]], data: st.DataObject
) -> None:
    content, head, entries = whole
    changed = bytearray(content)
    for _ in range(data.draw(st.integers(1, 3))):
        changed[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    beside = data.draw(st.sampled_from([head, None]))
    found = _read_damaged(bytes(changed), beside)
    if bytes(changed) == content:
        assert found == entries
    else:
        assert found is None or (beside is None and found == entries[: len(found)])


@settings(max_examples=50)
@given(st.lists(st.binary(max_size=30), max_size=4))
def test_any_bytes_behind_the_last_newline_change_nothing(
    whole: tuple[bytes, bytes, tuple[Entry, ...]], tail: list[bytes]
) -> None:
    content, head, entries = whole
    torn = b"".join(tail).replace(b"\n", b"")
    assert _read_damaged(content + torn, head) == entries
