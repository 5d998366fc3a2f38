"""Trouble with the store: words, the text kept, and going on when it is over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from data.caselog import CaseLog
from data.drafts import Draft, Drafts
from data.errors import DamagedError, DiskError, LockedError, NewerError, StoreError
from data.lock import FileLock
from data.presence import Presence
from phases.commands.clock import Next, Pause
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import kinds, phase

TROUBLE: list[tuple[StoreError, str]] = [
    (DiskError("disk-full", path="ELEV-A.journal"), "Disken er full"),
    (LockedError("locked", case="ELEV-A"), "Eit anna vindauge"),
    (DiskError("denied", path="ELEV-A.journal"), "ELEV-A.journal"),
]


def fail_with(monkeypatch: pytest.MonkeyPatch, error: StoreError, name: str = "do") -> None:
    """Every save fails from now on."""

    def failing(*_args: object, **_named: object) -> object:
        raise error

    monkeypatch.setattr(CaseLog, name, failing)


@pytest.mark.parametrize(("error", "said"), TROUBLE)
async def test_a_form_that_cant_be_saved_keeps_its_text_and_works_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: StoreError, said: str
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type("Leksehjelp", then="tab")
        await seat.type("Mor")
        with monkeypatch.context() as patched:
            fail_with(patched, error)
            await seat.press("enter")
            assert said in walks.hint(seat)
            assert walks.values(seat)["title"] == "Leksehjelp"
        await seat.press("enter")
        assert [a.title for a in seat.case.activities.values()] == ["Leksehjelp"]


@pytest.mark.parametrize(("error", "said"), TROUBLE)
async def test_a_key_that_cant_be_saved_says_so_and_works_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: StoreError, said: str
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        with monkeypatch.context() as patched:
            fail_with(patched, error)
            await seat.press("space")
            assert said in walks.line(seat, "message")
            assert "pause" not in kinds(seat)
        await seat.press("space")
        assert kinds(seat)[-1] == "pause"


async def test_a_disk_that_got_stuck_is_tried_again_and_nothing_is_saved_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type("Leksehjelp", then="tab")
        await seat.type("Mor")
        with monkeypatch.context() as patched:
            _answer_lost(patched)
            fail_with(patched, DiskError("stuck", path="ELEV-A.journal"), "recover")
            await seat.press("enter")
            assert "Det de skreiv, står her" in walks.hint(seat)
        await seat.press("enter")
        assert [a.title for a in seat.case.activities.values()] == ["Leksehjelp"]
        assert set(walks.values(seat).values()) == {""}  # open for the next line


def _answer_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """The entry reaches the file, and the disk refuses to say so."""
    done = CaseLog.do

    def failing(self: CaseLog, *commands: object, **named: object) -> object:
        done(self, *commands, **named)  # type: ignore[arg-type]
        raise DiskError("stuck", path="ELEV-A.journal")

    monkeypatch.setattr(CaseLog, "do", failing)


async def test_a_disk_that_recovers_at_once_is_not_even_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        done = CaseLog.do
        tries: list[int] = []

        def once(self: CaseLog, *commands: object, **named: object) -> object:
            tries.append(1)
            if len(tries) == 1:
                raise DiskError("stuck", path="ELEV-A.journal")
            return done(self, *commands, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(CaseLog, "do", once)
        await seat.press("space")
        assert kinds(seat)[-1] == "pause"
        assert walks.line(seat, "message") == ""


@pytest.mark.parametrize(
    "error",
    [
        DiskError("missing", path="ELEV-A.journal"),
        DamagedError("damaged", case="ELEV-A", line=4),
        NewerError("newer-event", case="ELEV-A", revision=4),
    ],
)
async def test_a_log_that_cant_be_read_leaves_the_last_picture_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: StoreError
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        fail_with(monkeypatch, error, "refresh")
        await seat.settle()
        assert walks.line(seat, "message")
        assert "Oppklarande runde" in seat.wall()
        await walks.wait(seat, 1)
        assert seat.screen.shown.clock.figures == "09:59"


def _failing(error: StoreError) -> Callable[..., object]:
    def failing(*_args: object, **_named: object) -> object:
        raise error

    return failing


@pytest.mark.parametrize("name", ["save", "load", "clear"])
async def test_drafts_that_the_disk_refuses_stop_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        monkeypatch.setattr(Drafts, name, _failing(DiskError("disk-full", path="lead.draft")))
        await seat.press("a")
        await seat.type("Leksehjelp")
        walks.panel(seat).keep()
        assert walks.values(seat)["title"] == "Leksehjelp"
        await seat.press("tab")
        await seat.type("Mor", then="enter")
        assert [a.title for a in seat.case.activities.values()] == ["Leksehjelp"]
        assert set(walks.values(seat).values()) == {""}  # open for the next line


async def test_a_draft_that_couldnt_be_kept_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type("Leksehjelp")
        with monkeypatch.context() as patched:
            patched.setattr(Drafts, "save", _failing(DiskError("disk-full", path="lead.draft")))
            walks.panel(seat).keep()
            assert "Disken er full" in walks.line(seat, "message") or seat.screen.message_now()
        walks.panel(seat).keep()
        kept = seat.desk.drafts.load("lead")
        assert kept["activity-add", "title"] == Draft("activity-add", "title", "Leksehjelp")


async def test_a_presence_file_that_cant_be_written_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Presence, "touch", _failing(DiskError("read-only-disk", path="here")))
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("space")
        assert kinds(seat)[-1] == "pause"


async def test_next_in_two_windows_is_one_step(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "description")
        other = seat.vault.open("ELEV-A", seat.clock, seat.desk.structures)
        other.do(Next("description"))
        await seat.press("n")
        assert phase(seat) == "clarifying"
        assert "clarifying" not in walks.line(seat, "message")


async def test_what_another_window_did_is_drawn_at_the_next_look(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        seat.vault.open("ELEV-A", seat.clock, seat.desk.structures).do(Pause())
        await seat.settle()
        assert "pause" in seat.screen.shown.clock.caption


async def test_a_rule_that_refuses_says_what_to_do_in_the_persons_language(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("enter", "n")
        assert phase(seat) == "clarifying"
        assert "Enter: ferdig" in walks.line(seat, "message")
        assert "R-M5" not in walks.line(seat, "message")


async def test_undo_with_nothing_left_says_so(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await seat.press("enter")
        await seat.press("u")
        assert seat.case.sitting is not None
        assert seat.case.sitting.state == "planned"
        await seat.press("u", "u")
        assert seat.case.sitting is not None
        assert "ikkje noko å angre" in walks.line(seat, "message")


async def test_while_another_window_stands_still_with_the_lock_the_text_is_kept(
    tmp_path: Path,
) -> None:
    """A real lock, held for longer than a save waits for it."""
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type("Leksehjelp", then="tab")
        await seat.type("Mor")
        with FileLock(seat.vault.folder / "ELEV-A.lock"):
            await seat.press("enter")
            assert "Eit anna vindauge" in walks.hint(seat)
            assert walks.values(seat)["title"] == "Leksehjelp"
        await seat.press("enter")
        assert [a.title for a in seat.case.activities.values()] == ["Leksehjelp"]
