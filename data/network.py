"""Whether a folder lies on another machine's disk, where a lock may be nothing (reliability S3).

Told from what the system says of the mount, never by trying: a lock that is ignored looks like one
that works until the day two people save at once.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final, Literal

Lies = Literal["here", "network", "unknown"]

_NETWORK: Final = frozenset(
    (
        *("9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "glusterfs", "gfs2"),
        *("lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "prl_fs", "smb3", "smbfs", "vboxsf"),
        *("virtiofs", "webdav", "fuse.vmhgfs-fuse"),
        *("fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse"),
        *("fuse.ceph", "fuse.s3fs", "fuse.google-drive-ocamlfuse", "fuse.onedriver"),
    )
)
"""Shares of other machines, and of the host of a virtual one: their locks are their own matter."""

_UNKNOWN: Final = ("fuse.", "macfuse", "osxfuse", "autofs")
"""Kinds behind which anything may stand."""

_DRIVE_REMOTE, _DRIVES_HERE = 4, (2, 3, 5, 6)
"""Of GetDriveType: removable, fixed, CD, RAM disk."""


def lies(folder: Path) -> Lies:
    """Where the folder, or the nearest one above it that exists, lies; `unknown` told as such."""
    folder = _nearest(folder)
    if sys.platform == "win32":
        return _on_windows(folder)
    if sys.platform == "darwin":
        return _of_kind(_kind(folder, bsd_mounts(_mount_output())))
    try:
        told = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return "unknown"
    return _of_kind(_kind(folder, linux_mounts(told)))


def linux_mounts(told: str) -> list[tuple[str, str]]:
    """Mount points and kinds from `/proc/self/mounts`, where a space is a number in octal."""
    rows = [line.split(" ") for line in told.splitlines()]
    return [(_plain(row[1]), row[2]) for row in rows if len(row) > 2]


def bsd_mounts(told: str) -> list[tuple[str, str]]:
    """The same from what `mount` prints on macOS: `//host/x on /Volumes/x (smbfs, nodev)`."""
    found = (re.fullmatch(r".*? on (/.*) \(([^,)]+).*\)", line) for line in told.splitlines())
    return [(match[1], match[2]) for match in found if match]


def _kind(folder: Path, mounts: Iterable[tuple[str, str]]) -> str:
    """The kind of the innermost mount around the folder, the newest where two lie on each other."""
    best, kind = -1, ""
    for point, found in mounts:
        parts = len(Path(point).parts)
        if parts >= best and folder.is_relative_to(point):
            best, kind = parts, found
    return kind


def _of_kind(kind: str) -> Lies:
    if kind in _NETWORK:
        return "network"
    return "unknown" if not kind or kind.startswith(_UNKNOWN) else "here"


def _plain(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)


def _nearest(folder: Path) -> Path:
    folder = folder.absolute()
    for path in (folder, *folder.parents):
        if path.exists():
            return path.resolve()
    return folder


def _mount_output() -> str:
    """What `mount` prints; nothing where it can't be asked."""
    import subprocess

    try:
        done = subprocess.run(
            ["/sbin/mount"],
            capture_output=True,
            timeout=2,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "surrogateescape")


if sys.platform == "win32":

    def _on_windows(folder: Path) -> Lies:
        """A UNC path is a share by its looks; a letter is asked for."""
        import ctypes

        if folder.drive.startswith("\\\\"):
            return "network"
        kind = ctypes.windll.kernel32.GetDriveTypeW(folder.drive + "\\")
        if kind == _DRIVE_REMOTE:
            return "network"
        return "here" if kind in _DRIVES_HERE else "unknown"

else:

    def _on_windows(folder: Path) -> Lies:  # pragma: no cover - the other branch is the system's
        del folder
        return "unknown"
