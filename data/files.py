"""Files and folders for one person alone: 0600 and 0700 whatever the umask, no symlink followed.

Nothing here is kept open, and nothing works on one system only: what Windows lacks is left out
there, what it needs in addition (a second try at a rename) stands beside it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Callable
from pathlib import Path

from data.errors import DiskError, UsageError

FILE_MODE = 0o600
FOLDER_MODE = 0o700

_ALWAYS = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
    # A FIFO in place of the file must not stop us for ever; for a plain file it has no effect.
    | getattr(os, "O_NONBLOCK", 0)
)
_CODES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "read-only-disk",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "is-a-file",
    errno.EISDIR: "is-a-folder",
    errno.ELOOP: "symlink",
    errno.EIO: "disk-fault",
    errno.EFBIG: "disk-full",
    errno.EEXIST: "exists",
}
_HELD_ON_WINDOWS = (5, 32)
"""Access denied, sharing violation: a virus scanner or the indexer has the file for a moment."""


def _nothing() -> None:
    """Nothing more has to be done."""


def disk_error(error: OSError, path: Path) -> DiskError:
    """The error for a person's eyes: what kind of trouble, and with which file."""
    number = error.errno or 0
    return DiskError(_CODES.get(number, "disk"), path=path.name, errno=number)


def open_plain(path: Path, flags: int) -> tuple[int, os.stat_result]:
    """A descriptor of a plain file, and its status from just now.

    Raises DiskError for anything else there, with the code `missing` for nothing there.
    """
    fd = open_unchecked(path, flags)
    return fd, plain_status(fd, path, flags)


def open_unchecked(path: Path, flags: int) -> int:
    """A descriptor of whatever is there, which `plain_status` is to be asked about before use.

    Apart from it for the lock, which needs the status from after it is held. Raises DiskError.
    """
    try:
        return os.open(path, flags | _ALWAYS, FILE_MODE)
    except OSError as error:
        raise disk_error(error, path) from None


def plain_status(fd: int, path: Path, flags: int) -> os.stat_result:
    """The status of an open file; closes it and raises DiskError where it isn't a plain one."""
    try:
        status = os.fstat(fd)
    except OSError as error:
        close_quietly(fd)
        raise disk_error(error, path) from None
    if not stat.S_ISREG(status.st_mode):
        close_quietly(fd)
        raise DiskError("not-a-file", path=path.name)
    if flags & os.O_CREAT and status.st_mode & 0o777 != FILE_MODE:
        make_private(fd)
    return status


class opened:  # noqa: N801 - read as a function: `with opened(path, flags) as fd`
    """`open_plain`, closed afterwards; what goes wrong inside the block is a DiskError too.

    A class and not a generator, which takes three times as long: each save opens with it.
    """

    __slots__ = ("_fd", "_flags", "_path", "status")

    status: os.stat_result
    """The file as it was when it was opened."""

    def __init__(self, path: Path, flags: int) -> None:
        self._path = path
        self._flags = flags

    def __enter__(self) -> int:
        self._fd, self.status = open_plain(self._path, self._flags)
        return self._fd

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        close_quietly(self._fd)
        if isinstance(error, OSError):
            raise disk_error(error, self._path) from None


def close_quietly(fd: int) -> None:
    """Close; that a disk complains now changes nothing: what counts was synced before."""
    try:
        os.close(fd)
    except OSError:
        return


def read_all(fd: int, start: int = 0, limit: int | None = None) -> bytes:
    """Everything from `start` (bytes) to the end, or to a little over `limit` bytes."""
    os.lseek(fd, start, os.SEEK_SET)
    parts: list[bytes] = []
    size = 0
    while (limit is None or size < limit) and (part := os.read(fd, 1 << 20)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def read_file(path: Path) -> bytes | None:
    """The content of a plain file, None where there is none. Raises DiskError."""
    try:
        with opened(path, os.O_RDONLY) as fd:
            return read_all(fd)
    except DiskError as error:
        if error.code == "missing":
            return None
        raise


def make_private_folder(path: Path) -> None:
    """Make a folder that only this user may enter; its parents too. Raises DiskError."""
    try:
        missing = [p for p in (path, *path.parents) if not p.exists()]
        for folder in reversed(missing):
            folder.mkdir(FOLDER_MODE, exist_ok=True)
            folder.chmod(FOLDER_MODE)
        if not path.is_dir():
            raise DiskError("is-a-file", path=path.name)
    except OSError as error:
        raise disk_error(error, path) from None


def write_in_place(path: Path, data: bytes) -> None:
    """Overwrite a small file of one size with one write, unsynced. Raises DiskError.

    For what may be lost: the head beside a journal, a presence file. A rename would cost a
    directory change each second.
    """
    fd, _ = open_plain(path, os.O_WRONLY | os.O_CREAT)
    try:
        os.write(fd, data)
    except OSError as error:
        raise disk_error(error, path) from None
    finally:
        close_quietly(fd)


def write_atomically(path: Path, data: bytes, last: Callable[[], None] = _nothing) -> None:
    """Put `data` in place of the file, durably, or leave the old one whole. Raises DiskError.

    `last` is done once all is written and before it stands there; where it raises, nothing does.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with opened(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as fd:
            write_fully(fd, data)
            os.fsync(fd)
        _or_unlinked(temporary, last)
        replace_patiently(temporary, path)
        sync_folder(path.parent)
    except (OSError, DiskError) as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise _about(path, error) from None


def write_private(
    path: Path, data: bytes, *, force: bool = False, last: Callable[[], None] = _nothing
) -> None:
    """A new file for one person alone, durably; with `force` in place of the one that is there.

    `last` as of `write_atomically`. Raises UsageError (`file-kept`) where one is there and wasn't
    meant to be replaced, DiskError.
    """
    if _is_folder(path):
        # "." and "/" have no name to write beside, and --force wouldn't help with any folder.
        raise DiskError("is-a-folder", path=path.name or str(path))
    if force:
        write_atomically(path, data, last)
        return
    try:
        with opened(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as fd:
            try:
                write_fully(fd, data)
                os.fsync(fd)
            except OSError:
                # Ours since the line above, so nothing else is removed.
                path.unlink(missing_ok=True)
                raise
        _or_unlinked(path, last)
        sync_folder(path.parent)
    except DiskError as error:
        if error.code in ("exists", "symlink"):
            raise UsageError("file-kept", path=path.name) from None
        raise _about(path, error) from None
    except OSError as error:
        raise disk_error(error, path) from None


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False  # what is wrong with it is told by writing it


def _or_unlinked(path: Path, last: Callable[[], None]) -> None:
    """Do it; whatever it raises, the file that was written for it goes."""
    try:
        last()
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _about(path: Path, error: OSError | DiskError) -> DiskError:
    """What went wrong, told of the file that was meant and not of the one beside it.

    Nothing being there can only mean the folder.
    """
    found = disk_error(error, path) if isinstance(error, OSError) else error
    named = path.parent.name if found.code == "missing" else path.name
    return DiskError(found.code, **{**found.args_, "path": named})


def write_fully(fd: int, data: bytes) -> None:
    """One write, which must take it all. Raises OSError (ENOSPC) where it took less."""
    if os.write(fd, data) != len(data):
        raise OSError(errno.ENOSPC, "short write")


def make_private(fd: int) -> None:
    """0600, whatever the umask took away or left. Windows keeps the profile's own rights."""
    if hasattr(os, "fchmod"):
        os.fchmod(fd, FILE_MODE)


def replace_patiently(
    source: Path,
    target: Path,
    limit_s: float = 2.5,
    replace: Callable[[Path, Path], None] = os.replace,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """`os.replace`, tried again for `limit_s` while Windows says that somebody holds the file."""
    waited_s, pause_s = 0.0, 0.01
    while True:
        try:
            replace(source, target)
        except OSError as error:
            held = getattr(error, "winerror", None) in _HELD_ON_WINDOWS
            if not held or waited_s >= limit_s:
                raise
        else:
            return
        sleep(pause_s)
        waited_s += pause_s
        pause_s = min(pause_s * 2, 0.25)


def sync_folder(path: Path) -> None:
    """Make a new or renamed name durable. Windows has no such call and needs none."""
    if os.name == "nt":
        return
    fd = os.open(path, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        close_quietly(fd)
