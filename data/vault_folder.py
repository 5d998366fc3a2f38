"""Where the cases lie by default, and whether a folder can carry them (reliability T4, T25)."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from data.errors import DiskError
from data.files import disk_error

VARIABLE = "VIDDEVAKT_VAULT"


def default_folder(environ: Mapping[str, str]) -> Path:
    """`VIDDEVAKT_VAULT`, else the platform's data folder (on Windows under Local AppData).

    Never the documents folder: that one is synced to a cloud on most Windows machines.
    """
    if environ.get(VARIABLE):
        return Path(environ[VARIABLE]).expanduser()
    from platformdirs import user_data_path

    return user_data_path("viddevakt", appauthor=False) / "vault"


def check_folder(folder: Path, *, named: bool = False) -> tuple[str, ...]:
    """Notes for a person: `synced-folder`, `network-folder`, `open-folder`.

    Raises DiskError: `vault-is-a-file`, `vault-missing` (it was `named` just now, and its parent
    isn't there either: most likely a slip of the keys), `vault-read-only` (the medium),
    `vault-denied` (the rights), `vault-foreign` (another user's).
    """
    try:
        status = folder.stat()
    except (FileNotFoundError, NotADirectoryError):
        _check_can_be_made(folder, named=named)
        return _placed(folder)
    except OSError as error:
        raise disk_error(error, folder) from None
    if not stat.S_ISDIR(status.st_mode):
        raise DiskError("vault-is-a-file", path=str(folder))
    _check_writable(folder)
    notes = _placed(folder)
    if "network-folder" not in notes:
        _check_ours(status.st_uid, folder)
    if os.name != "nt" and status.st_mode & 0o077:
        notes += ("open-folder",)
    return notes


def _check_can_be_made(folder: Path, *, named: bool) -> None:
    """Our own default may need several new folders; the nearest one that exists decides."""
    nearest = folder.parent
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    if named and nearest != folder.parent:
        raise DiskError("vault-missing", path=str(folder.parent))
    if not nearest.is_dir():
        raise DiskError("vault-is-a-file", path=str(nearest))
    _check_writable(nearest)


def _check_writable(folder: Path) -> None:
    if hasattr(os, "statvfs") and os.statvfs(folder).f_flag & os.ST_RDONLY:
        raise DiskError("vault-read-only", path=str(folder))
    if not os.access(folder, os.W_OK | os.X_OK):
        raise DiskError("vault-denied", path=str(folder))


def _check_ours(owner: int, folder: Path) -> None:
    """A folder of another user's can be read, and changed behind our back, by that one.

    The administrator may: containers run as root over a user's folder. A folder of our own that
    is open to others only gives a note, for on a memory stick or a Windows disk under WSL all
    folders look open and `chmod` does nothing. On a network share owners are often made up by the
    mount, so there nothing is concluded from them.
    """
    if hasattr(os, "geteuid") and os.geteuid() not in (0, owner):
        raise DiskError("vault-foreign", path=str(folder))


def _placed(folder: Path) -> tuple[str, ...]:
    """Notes on where the folder lies, whether it is there yet or not."""
    from data.network import lies
    from data.synced import is_synced

    synced = ("synced-folder",) if is_synced(folder) else ()
    return synced + (("network-folder",) if lies(folder) == "network" else ())
