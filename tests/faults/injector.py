"""The file-system calls of this process: counted, told, and one of them made to fail.

It stands between `os` and whoever calls it, so it sees each system call of ours; TinyDB writes
through a Python file, whose lowest layer is exchanged for one that asks here too. Installed before
anything of the program is imported, since a function may be kept as a default argument.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import signal
from collections.abc import Callable
from typing import Any, Final, NamedTuple, NoReturn

WRITES: Final = ("write", "pwrite")
CHANGES: Final = (
    *("write", "pwrite", "ftruncate", "truncate", "fsync", "fdatasync", "open"),
    *("replace", "rename", "link", "unlink", "remove", "mkdir", "rmdir", "chmod", "fchmod"),
)
LOOKS: Final = ("read", "pread", "lseek", "close", "stat", "lstat", "fstat", "scandir", "listdir")

KILL_BEFORE, KILL_AFTER, HALF_KILL = "kill before", "kill after", "half a write, then kill"
NO_ROOM, FAULT, HALF_NO_ROOM = "ENOSPC", "EIO", "half a write, then ENOSPC"
FAULT_ON = "EIO from here on"
STOP: Final = "stop"

PORTABLE_LACKS: Final = (
    *("O_NOFOLLOW", "O_CLOEXEC", "O_NONBLOCK", "O_DIRECTORY", "fchmod", "statvfs"),
    *("pread", "pwrite", "preadv", "pwritev", "fdatasync", "posix_fallocate", "sendfile"),
)
"""What Windows, macOS or both don't have."""


class Call(NamedTuple):
    """One call that was made."""

    name: str
    path: str
    to: str = ""
    """The other path of a rename."""


class Injector:
    """Passes everything on until it is armed; then counts, and fails at one call."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self._armed = False
        self._at = -1
        self._fault = ""
        self._paths: dict[int, str] = {}
        self._close = os.close

    def install(self, *, portable: bool = False) -> None:
        """Take the place of the calls in `os`. Once a process, before the program is imported."""
        for name in PORTABLE_LACKS if portable else ():
            if hasattr(os, name):
                delattr(os, name)
        for name in (*CHANGES, *LOOKS):
            real = getattr(os, name, None)
            if real is not None:
                setattr(os, name, self._around(name, real))
        builtins.open = self._open

    def arm(self, at: int = -1, fault: str = "") -> None:
        """From here on count; at call number `at` (from 0) do `fault`."""
        self.calls, self._at, self._fault, self._armed = [], at, fault, True

    def disarm(self) -> None:
        """Everything works again."""
        self._armed = False

    def _around(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            if not self._armed:
                found = real(*args, **kwargs)
                if name == "open":
                    self._paths[found] = os.fspath(args[0])
                return found
            path = self._path(args[0]) if args else ""
            to = os.fspath(args[1]) if name in ("replace", "rename", "link") else ""
            return self.made(Call(name, path, to), lambda a: real(*a, **kwargs), args)

        return call

    def made(
        self, call: Call, real: Callable[[tuple[Any, ...]], Any], args: tuple[Any, ...]
    ) -> Any:
        """Make an armed call, or what is to happen instead of it."""
        self.calls.append(call)
        number = len(self.calls) - 1
        due = number == self._at or (self._fault == FAULT_ON and 0 <= self._at <= number)
        if due:
            self._before(call, real, args)
        found = real(args)
        if call.name == "open":
            self._paths[found] = call.path
        if due and self._fault == KILL_AFTER:
            _die()
        return found

    def _before(
        self, call: Call, real: Callable[[tuple[Any, ...]], Any], args: tuple[Any, ...]
    ) -> None:
        if self._fault == STOP:
            os.kill(os.getpid(), signal.SIGSTOP)
        if self._fault in (HALF_KILL, HALF_NO_ROOM) and call.name in WRITES:
            fd, data, *rest = args
            real((fd, bytes(data)[: len(data) // 2], *rest))
        if self._fault in (KILL_BEFORE, HALF_KILL):
            _die()
        number = {NO_ROOM: errno.ENOSPC, HALF_NO_ROOM: errno.ENOSPC,
                  FAULT: errno.EIO, FAULT_ON: errno.EIO}  # fmt: skip
        if self._fault in number:
            if call.name == "close":
                # The descriptor is gone all the same, as on Linux.
                real(args)
            raise OSError(number[self._fault], os.strerror(number[self._fault]))

    def _path(self, target: Any) -> str:
        return self._paths.get(target, f"fd {target}") if isinstance(target, int) else str(target)

    def _open(self, file: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        """A text file over a lowest layer that asks the injector; others as ever."""
        if "b" in mode or isinstance(file, int):
            return io.open(file, mode, *args, **kwargs)  # noqa: UP020 - builtins.open is this one
        raw = _Raw(self, file, mode)
        buffered: Any = io.BufferedRandom(raw) if "+" in mode else (
            io.BufferedReader(raw) if "r" in mode else io.BufferedWriter(raw)
        )  # fmt: skip
        text = io.TextIOWrapper(buffered, encoding=kwargs.get("encoding"))
        text.mode = mode  # type: ignore[misc]  # TinyDB asks for it
        return text


class _Raw(io.FileIO):
    """The system calls of a Python file."""

    def __init__(self, injector: Injector, file: Any, mode: str) -> None:
        super().__init__(file, mode.replace("t", ""))
        self._injector = injector
        injector._paths[self.fileno()] = os.fspath(file)

    def write(self, data: Any) -> int:
        return int(self._call("write", lambda a: super(_Raw, self).write(a[1]), bytes(data)))

    def truncate(self, size: int | None = None) -> int:
        wanted = self.tell() if size is None else size
        return int(self._call("ftruncate", lambda a: super(_Raw, self).truncate(a[1]), wanted))

    def _call(self, name: str, real: Callable[[tuple[Any, ...]], Any], value: Any) -> Any:
        if not self._injector._armed:
            return real((self.fileno(), value))
        call = Call(name, self._injector._path(self.fileno()))
        return self._injector.made(call, real, (self.fileno(), value))


def _die() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise SystemExit("unreachable")
