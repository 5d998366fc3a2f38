"""What lies beside a journal: drafts, and who was here."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest

from data.codec import Place, PlainCodec
from data.drafts import Draft, Drafts
from data.errors import DiskError
from data.presence import Presence
from phases.clock import Stamp
from tests.data.store import CASE, NOON


def _drafts(folder: Path) -> Drafts:
    return Drafts(folder / "drafts", CASE, PlainCodec())


def _at(seconds: float, boot: str | None = "boot-1") -> Stamp:
    awake = 1000.0 + seconds if boot else None
    return Stamp(NOON + timedelta(seconds=seconds), boot, awake)


def _presence(folder: Path, window: str = "lead", pid: int = 7) -> Presence:
    return Presence(folder / "here", CASE, window, pid, PlainCodec())


def test_a_draft_is_there_after_a_crash_with_what_it_started_from(tmp_path: Path) -> None:
    title = Draft("a1", "title", "Leksehjelp på [/]\nonsdag", base="Leksehjelp")
    _drafts(tmp_path).save("lead", Draft("a1", "title", "Lek"))
    _drafts(tmp_path).save("lead", title)
    _drafts(tmp_path).save("lead", Draft("", "owner", "Mor"))
    found = _drafts(tmp_path).load("lead")
    assert found["a1", "title"] == title
    assert found["", "owner"].text == "Mor"
    assert repr(title) == "Draft(a1, title)"
    assert _drafts(tmp_path).load("notes") == {}


def test_a_saved_draft_is_forgotten_and_the_last_one_takes_the_file_away(tmp_path: Path) -> None:
    drafts = _drafts(tmp_path)
    drafts.save("lead", Draft("a1", "title", "x"))
    drafts.save("lead", Draft("a2", "title", "y"))
    drafts.clear("lead", "a1", "title")
    drafts.clear("lead", "a9", "title")
    assert list(drafts.load("lead")) == [("a2", "title")]
    drafts.clear("lead", "a2", "title")
    assert list((tmp_path / "drafts").iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"{", b'[{"record":1}]', b"[5]", b"\xff"])
def test_a_damaged_draft_file_is_set_aside_and_stops_nothing(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "lead.draft").write_bytes(content)
    assert _drafts(tmp_path).load("lead") == {}
    assert (tmp_path / "drafts" / "lead.damaged").read_bytes() == content
    _drafts(tmp_path).save("lead", Draft("", "title", "x"))
    assert len(_drafts(tmp_path).load("lead")) == 1


def test_a_draft_that_can_not_be_kept_is_told_and_the_old_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = _drafts(tmp_path)
    drafts.save("lead", Draft("", "title", "gammal"))

    def full(*_: object) -> int:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(DiskError, match="disk-full"):
            drafts.save("lead", Draft("", "title", "ny"))
    assert drafts.load("lead")["", "title"].text == "gammal"
    assert [path.name for path in (tmp_path / "drafts").iterdir()] == ["lead.draft"]


def test_a_window_s_name_is_no_path(tmp_path: Path) -> None:
    with pytest.raises(DiskError):
        _drafts(tmp_path).load("../lead")


class _Reversed:
    """A codec that shows whether it was used."""

    def encode(self, data: bytes, place: Place) -> bytes:
        assert place.case == CASE
        return data[::-1]

    def decode(self, data: bytes, place: Place) -> bytes:
        assert place.case == CASE
        return data[::-1]


def test_drafts_and_presence_go_through_the_codec(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts", CASE, _Reversed())
    drafts.save("lead", Draft("", "title", "abcdef"))
    assert b"abcdef" not in (tmp_path / "drafts" / "lead.draft").read_bytes()
    assert drafts.load("lead")["", "title"].text == "abcdef"
    here = Presence(tmp_path / "here", CASE, "lead", 7, _Reversed())
    here.touch(_at(0))
    assert here.newest() is not None


def test_after_a_crash_the_newest_window_tells_since_when_nobody_was_here(tmp_path: Path) -> None:
    _presence(tmp_path, "lead", 1).touch(_at(10))
    _presence(tmp_path, "wall", 2).touch(_at(12))
    back = _presence(tmp_path, "lead", 3)
    newest = back.newest()
    assert newest is not None
    assert (newest.window, newest.pid) == ("wall", 2)
    assert back.away_since(_at(57)) == _at(12)
    assert back.away_since(_at(14)) is None


def test_after_a_restart_of_the_machine_the_wall_clock_tells(tmp_path: Path) -> None:
    _presence(tmp_path).touch(_at(0))
    later = Stamp(NOON + timedelta(seconds=90), "boot-2", 3.0)
    assert _presence(tmp_path, pid=8).away_since(later) == _at(0)


def test_after_a_suspend_a_window_s_own_last_touch_tells(tmp_path: Path) -> None:
    lead, wall = _presence(tmp_path, "lead", 1), _presence(tmp_path, "wall", 2)
    for window in (lead, wall):
        assert window.touch(_at(0)) is None
        assert window.touch(_at(1)) is None
    assert wall.touch(_at(601)) == _at(1)
    assert lead.touch(_at(602)) == _at(1)
    assert lead.touch(_at(603)) is None


def test_whoever_leaves_properly_was_not_missing(tmp_path: Path) -> None:
    lead = _presence(tmp_path)
    lead.touch(_at(0))
    lead.leave()
    assert lead.newest() is None
    assert lead.away_since(_at(900)) is None


def test_leaving_sweeps_windows_that_died_and_spares_those_that_live(tmp_path: Path) -> None:
    dead, lead, wall = (
        _presence(tmp_path, w, p) for w, p in (("notes", 1), ("lead", 2), ("wall", 3))
    )
    dead.touch(_at(0))
    lead.touch(_at(100))
    wall.touch(_at(100))
    lead.leave()
    assert [path.name for path in (tmp_path / "here").iterdir()] == ["wall-3.here"]


def test_it_is_known_which_windows_others_show(tmp_path: Path) -> None:
    lead, wall = _presence(tmp_path, "lead", 1), _presence(tmp_path, "wall", 2)
    assert lead.others(_at(0)) == frozenset()
    lead.touch(_at(0))
    assert lead.others(_at(0)) == frozenset()
    wall.touch(_at(1))
    assert lead.others(_at(1)) == {"wall"}
    assert wall.others(_at(1)) == {"lead"}
    assert lead.others(_at(60)) == frozenset()
    wall.leave()
    assert lead.others(_at(2)) == frozenset()


def keep_touching(window: Presence, first: int, last: int) -> None:
    """A window that is here once a second."""
    for at in range(first, last + 1):
        window.touch(_at(at))


def test_a_window_that_was_stopped_while_another_went_on_was_not_missed(tmp_path: Path) -> None:
    lead, notes = _presence(tmp_path, "lead", 1), _presence(tmp_path, "notes", 2)
    lead.touch(_at(3))
    keep_touching(notes, 0, 200)
    assert lead.touch(_at(201)) is None


def test_since_the_other_window_too_stood_still_nobody_was_here(tmp_path: Path) -> None:
    lead, notes = _presence(tmp_path, "lead", 1), _presence(tmp_path, "notes", 2)
    lead.touch(_at(3))
    keep_touching(notes, 0, 100)
    assert lead.touch(_at(200)) == _at(100)


@pytest.mark.parametrize("woke_first", [True, False])
def test_a_machine_that_slept_while_a_window_was_stopped_slept_since_the_other_one_s_last_touch(
    tmp_path: Path, woke_first: bool
) -> None:
    lead, notes = _presence(tmp_path, "lead", 1), _presence(tmp_path, "notes", 2)
    lead.touch(_at(3))
    keep_touching(notes, 0, 100)
    if woke_first:
        keep_touching(notes, 700, 702)
    assert lead.touch(_at(703)) == _at(100)


def test_a_window_opened_while_another_was_stopped_says_nothing_of_the_time_before(
    tmp_path: Path,
) -> None:
    lead, notes = _presence(tmp_path, "lead", 1), _presence(tmp_path, "notes", 2)
    lead.touch(_at(3))
    keep_touching(notes, 300, 400)
    assert lead.touch(_at(401)) == _at(3)


def test_a_mark_of_an_older_version_is_read(tmp_path: Path) -> None:
    lead, wall = _presence(tmp_path, "lead", 1), _presence(tmp_path, "wall", 2)
    wall.touch(_at(0))
    path = tmp_path / "here" / "wall-2.here"
    facts = json.loads(path.read_text("utf-8"))
    del facts["since"], facts["before"]
    path.write_text(json.dumps(facts), "utf-8")
    assert lead.others(_at(1)) == {"wall"}


@pytest.mark.parametrize("content", [b"", b"{}", b"{", b"[1]", b'{"stamp":5}'])
def test_a_half_written_presence_counts_as_nobody(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "wall-9.here").write_bytes(content)
    assert _presence(tmp_path).newest() is None


def test_a_touch_writes_one_size_so_that_nothing_old_is_left_behind(tmp_path: Path) -> None:
    lead = _presence(tmp_path)
    sizes = set()
    for stamp in (_at(0.123456), _at(1), _at(5, boot=None)):
        lead.touch(stamp)
        sizes.add((tmp_path / "here" / "lead-7.here").stat().st_size)
    assert len(sizes) == 1
