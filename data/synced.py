"""File synchronisers: whether a folder is theirs, and the copies they leave of our files (T25).

A log in such a folder is written by two machines at once, and each makes a log of its own of it:
the synchroniser keeps one and puts the other beside it under a name like those below. Such a copy
is reported and never read: which of the two is right, only people can say.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final, NamedTuple

from data.access import NAME as ACCESS
from data.caseid import case_id
from data.errors import CaseIdError, StoreError
from data.files import opened
from data.header import HEADER_MOST, read_header

_NAMES: Final = (
    *("onedrive", "dropbox", "google drive", "googledrive", "icloud", "mobile documents"),
    *("cloudstorage", "nextcloud", "owncloud", "syncthing"),
)
"""What their folders are called, or begin with."""

_MARKS: Final = (".stfolder", ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log")
"""What they leave in the topmost folder of theirs."""

_COPIES: Final = (
    ("Syncthing", re.compile(r"\.sync-conflict-\d{8}-\d{6}")),
    ("Nextcloud", re.compile(r"\(conflicted copy \d{4}-\d{2}-\d{2} \d+\)|_conflict-\d{8}")),
    ("Dropbox", re.compile(r"conflicted copy|konfliktkopi|i konflikt|motstridande|motstridende",
                           re.IGNORECASE)),
    ("iCloud", re.compile(r" \d{1,3}$")),
    ("Google Drive", re.compile(r" ?\(\d{1,3}\)$")),
)  # fmt: skip
"""Whose copy a name is, by what stands in it before `.journal`."""


class Copy(NamedTuple):
    """A file that looks like a log and isn't the one we write."""

    name: str
    """As it is called; made by others, so to be shown with care."""
    by: str
    """Whose way of naming that is; empty where it is nobody's we know."""


def is_synced(folder: Path) -> bool:
    """Whether a synchroniser's folder lies around this one, as far as names and marks tell."""
    folder = folder.absolute()
    parts = [part.casefold() for part in folder.parts]
    if any(part.startswith(name) for part in parts for name in _NAMES):
        return True
    return any((place / mark).exists() for place in (folder, *folder.parents) for mark in _MARKS)


def copies(folder: Path) -> tuple[Copy, ...]:
    """The copies of logs in a vault, by name; an unreadable folder has none to tell of."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return ()
    stems = [name[: -len(".journal")] for name in names if name.casefold().endswith(".journal")]
    ids = {stem for stem in stems if _is_id(stem)}
    found = []
    for stem in stems:
        if stem == ACCESS or re.fullmatch(rf"{ACCESS}\.\d+", stem):
            continue
        if stem not in ids:
            by = next((by for by, pattern in _COPIES if pattern.search(stem)), "")
            found.append(Copy(f"{stem}.journal", by))
        elif any(stem.startswith(f"{other}-") for other in ids) and _is_other(folder, stem, ids):
            # OneDrive puts the machine's name behind: that may be a good id, so its first line
            # is asked, which tells whose log it is.
            found.append(Copy(f"{stem}.journal", "OneDrive"))
    return tuple(found)


def _is_id(stem: str) -> bool:
    try:
        return case_id(stem) == stem
    except CaseIdError:
        return False


def _is_other(folder: Path, stem: str, ids: set[str]) -> bool:
    """Whether the first line of `stem` says that it is another of these cases."""
    try:
        with opened(folder / f"{stem}.journal", os.O_RDONLY) as fd:
            line = os.read(fd, HEADER_MOST).partition(b"\n")[0]
    except StoreError:
        return False
    for other in ids:
        if stem.startswith(f"{other}-"):
            try:
                read_header(line, other)
            except StoreError:
                continue
            return True
    return False
