"""Who has been here, and since when nobody was (design §4.8).

Each window touches a small file once a second, unsynced. After a crash or a suspend the newest of
them tells since when the meeting was alone.
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

_SIZE = 480
_ENDING = ".here"


class Mark(NamedTuple):
    """One window's last touch."""

    stamp: Stamp
    window: str
    pid: int
    since: Stamp
    """From here to `stamp` it was never away."""
    before: Stamp | None = None
    """Its last touch before that, where it was away in between."""


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
        self._since: Stamp | None = None
        self._before: Stamp | None = None

    def touch(self, now: Stamp, stale_s: float = STALE_S) -> Stamp | None:
        """Say "here". Gives the stamp since when nobody was, if so. Raises StoreError.

        This window's own last touch tells that it was away, not the newest file: after a suspend
        another window may have woken first.
        """
        last, self._last = self._last, now
        if last is None:
            make_private_folder(self._folder)
        away = last is not None and span(last, now) > stale_s
        if away or self._since is None:
            self._since, self._before = now, last
        facts: dict[str, object] = {"pid": self._pid, "stamp": now.to_doc(), "window": self._window}
        facts["since"] = self._since.to_doc()
        facts["before"] = self._before.to_doc() if self._before else None
        # Always of one length, so that writing in place leaves nothing of the old one behind.
        write_in_place(self._path, self._codec.encode(dump(facts).ljust(_SIZE), self._place()))
        return self._deserted(last, now, stale_s) if last is not None and away else None

    def _deserted(self, last: Stamp, now: Stamp, stale_s: float) -> Stamp | None:
        """Since when nobody was here, of the time since `last`; None if somebody was all along.

        Where this process alone stood still, other windows went on. Where the machine slept, they
        did too: whatever of them came before their own sleep counts, the moment since doesn't.
        """
        here = [last]
        for mark in self._others():
            if span(last, mark.since) <= stale_s:
                here.append(mark.stamp)
            elif mark.before is not None:
                here.append(mark.before)
        newest = max(here, key=lambda stamp: span(last, stamp))
        return newest if span(newest, now) > stale_s else None

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

    def others(self, now: Stamp, stale_s: float = STALE_S) -> frozenset[str]:
        """Which kinds of window other processes show of this case now (a wall, a leader's)."""
        return frozenset(m.window for m in self._others() if span(m.stamp, now) <= stale_s)

    def seen(self, window: str) -> Stamp | None:
        """The newest touch by another process of this kind of window, however old."""
        stamps = [mark.stamp for mark in self._others() if mark.window == window]
        return max(stamps, key=lambda stamp: stamp.utc, default=None)

    def leave(self) -> None:
        """Left properly: take the file away, and those of windows that died long ago with it."""
        for path in (self._path, *self._files()):
            mark = self._read(path)
            gone = mark is None or self._last is None or span(mark.stamp, self._last) > STALE_S
            if path == self._path or gone:
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)

    def _others(self) -> list[Mark]:
        """The marks of all windows but this one."""
        paths = (path for path in self._files() if path.name != self._path.name)
        return [mark for mark in map(self._read, paths) if mark is not None]

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
            stamp, before = Stamp.from_doc(facts["stamp"]), facts.get("before")
            since = Stamp.from_doc(facts.get("since", facts["stamp"]))
            last = Stamp.from_doc(before) if before else None
            return Mark(stamp, facts["window"], facts["pid"], since, last)
        except (StoreError, NotStrictError, ValueError, KeyError, TypeError):
            return None

    def _place(self) -> Place:
        return Place(self._case, previous="presence")
