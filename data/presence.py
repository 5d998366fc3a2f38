"""Who has been here, and since when nobody was (design §4.8).

Each window touches a small file once a second, unsynced. After a crash the newest of them tells
since when the meeting was alone; after a suspend a window's own last touch does.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import NamedTuple

from data.codec import Codec, Place
from data.errors import StoreError
from data.files import make_private_folder, read_file, write_in_place
from data.strict_json import NotStrictError, dump, load_object
from phases.clock import Stamp, span

STALE_S = 5.0
"""A window that hasn't touched its file for longer was away (seconds)."""

_SIZE = 240
_ENDING = ".here"


class Mark(NamedTuple):
    """One window's last touch."""

    stamp: Stamp
    window: str
    pid: int


class Presence:
    """The presence of one window in one case."""

    def __init__(self, folder: Path, case: str, window: str, pid: int, codec: Codec) -> None:
        self._folder = folder
        self._case = case
        self._window = window
        self._pid = pid
        self._codec = codec
        self._path = folder / f"{window}-{pid}{_ENDING}"
        self._last: Stamp | None = None

    def touch(self, now: Stamp, stale_s: float = STALE_S) -> Stamp | None:
        """Say "here". Gives the stamp since when this machine slept, if it did. Raises StoreError.

        Compared with this window's own last touch and not with the newest file: after a suspend
        another window may have woken first.
        """
        last, self._last = self._last, now
        if last is None:
            make_private_folder(self._folder)
        facts = {"pid": self._pid, "stamp": now.to_doc(), "window": self._window}
        # Always of one length, so that writing in place leaves nothing of the old one behind.
        write_in_place(self._path, self._codec.encode(dump(facts).ljust(_SIZE), self._place()))
        return last if last is not None and span(last, now) > stale_s else None

    def newest(self) -> Mark | None:
        """The last touch of any window of this case, this one's included."""
        marks = [m for m in map(self._read, self._files()) if m is not None]
        return max(marks, key=lambda mark: mark.stamp.utc) if marks else None

    def away_since(self, now: Stamp, stale_s: float = STALE_S) -> Stamp | None:
        """Since when nobody was here, to be asked before the first `touch`; None if somebody is.

        None too where every window was left properly: then nobody was missing by accident.
        """
        mark = self.newest()
        return mark.stamp if mark is not None and span(mark.stamp, now) > stale_s else None

    def others(self, now: Stamp, window: str, stale_s: float = STALE_S) -> bool:
        """Whether another process shows this kind of window now (a wall, a leader)."""
        marks = [m for m in map(self._read, self._files()) if m is not None]
        return any(
            m.window == window and m.pid != self._pid and span(m.stamp, now) <= stale_s
            for m in marks
        )

    def seen(self, window: str) -> Stamp | None:
        """The newest touch by another process of this kind of window, however old."""
        marks = [m for m in map(self._read, self._files()) if m is not None]
        stamps = [m.stamp for m in marks if m.window == window and m.pid != self._pid]
        return max(stamps, key=lambda stamp: stamp.utc, default=None)

    def alone(self, now: Stamp, stale_s: float = STALE_S) -> bool:
        """Whether no other window of this case, of any kind, is here now."""
        others = (path for path in self._files() if path.name != self._path.name)
        marks = (mark for mark in map(self._read, others) if mark is not None)
        return all(span(mark.stamp, now) > stale_s for mark in marks)

    def leave(self) -> None:
        """Left properly: take the file away, and those of windows that died long ago with it."""
        for path in (self._path, *self._files()):
            mark = self._read(path)
            gone = mark is None or self._last is None or span(mark.stamp, self._last) > STALE_S
            if path == self._path or gone:
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)

    def _files(self) -> list[Path]:
        # Each window looks once a second; `Path.glob` takes ten times as long for three names.
        try:
            names = os.listdir(self._folder)  # noqa: PTH208
        except OSError:
            return []
        return [self._folder / name for name in names if name.endswith(_ENDING)]

    def _read(self, path: Path) -> Mark | None:
        """A mark; None for one that is gone, half written or not ours to read: nobody is there."""
        try:
            data = read_file(path)
            facts = load_object(self._codec.decode(data or b"", self._place()))
            return Mark(Stamp.from_doc(facts["stamp"]), facts["window"], facts["pid"])
        except (StoreError, NotStrictError, ValueError, KeyError, TypeError):
            return None

    def _place(self) -> Place:
        return Place(self._case, previous="presence")
