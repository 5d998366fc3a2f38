"""Trouble with the store, in words: what, where as far as it helps, and what to do.

Never text from the store: the arguments of a StoreError are ids, numbers and file names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from app.wording.said import Pair, Said, say
from app.words import N_

if TYPE_CHECKING:
    from app.words import Words
    from data.errors import StoreError

STORE: Final[Mapping[str, Pair]] = {
    "bad-document": (
        N_("The text can't be saved as it is"),
        N_("Write it again with ordinary characters"),
    ),
    "calendar-ics": (N_("{path} isn't a calendar file (ICS)"), N_("Choose another file")),
    "calendar-name": (
        N_("That can't be the name of a municipality here"),
        N_("Use small letters, digits and hyphens"),
    ),
    "calendar-none": (
        N_("{path} has no whole days in it that are called a holiday or a day off"),
        N_("Look at it in a calendar, or add --all"),
    ),
    "calendar-unknown": (
        N_("There is no school calendar for “{name}”"),
        N_("Did you mean “{nearest}”?"),
    ),
    "case-absent": (N_("There is no log {case}"), N_("See `viddevakt case list`")),
    "case-exists": (N_("There is a log {case} already"), N_("Choose another name")),
    "case-id": (
        N_("That can't be the name of a log"),
        N_("Use at most 32 letters A to Z, digits and hyphens"),
    ),
    "conflict": (N_("Somebody else saved first"), N_("Try again")),
    "damaged": (
        N_("The file of the log {case} isn't what was written, from line {line} on"),
        N_("Leave it as it is and ask for help"),
    ),
    "denied": (N_("You may not open {path}"), N_("Ask for the right, or choose another folder")),
    "disk": (N_("The disk doesn't answer as it should, at {path}"), N_("Look at the disk")),
    "disk-fault": (N_("The disk has a fault, at {path}"), N_("Copy the folder to another disk")),
    "disk-full": (N_("The disk is full"), N_("Make room and try again")),
    "exists": (N_("{path} is there already"), N_("Choose another name")),
    "file-kept": (N_("{path} is there already"), N_("Add --force to write it anew")),
    "vault-file": (
        N_("{path} would be a file of the logs themselves"),
        N_("Choose another name, or another folder"),
    ),
    "file-exists": (N_("{path} is there already"), N_("Choose another name")),
    "import-big": (N_("{path} is too large to be a log"), N_("Choose another file")),
    "import-doubled": (N_("{path} has the same `id` twice"), N_("Export it again")),
    "import-empty": (N_("{path} is empty"), N_("Choose another file")),
    "import-control": (
        N_("The file holds a control character: {record}"),
        N_("Take it out of the file; nothing was taken in"),
    ),
    "import-dangling": (
        N_("The file names something that isn't in it: {record}"),
        N_("Export it again with `--format tinydb`; nothing was taken in"),
    ),
    "import-record": (
        N_("The file holds something that isn't a record of a log"),
        N_("Export it again with `--format tinydb`"),
    ),
    "import-type": (
        N_("{path} isn't a file that `case export --format tinydb` made"),
        N_("Choose another file"),
    ),
    "is-a-file": (N_("{path} is a file, not a folder"), N_("Choose a folder")),
    "is-a-folder": (N_("{path} is a folder, not a file"), N_("Choose a file")),
    "locked": (
        N_("Another window has been saving for too long"),
        N_("Try again in a moment"),
    ),
    "missing": (N_("{path} isn't there"), N_("Look at the name")),
    "newer": (
        N_("The log {case} was made by a newer version"),
        N_("Install the newest viddevakt; nothing was changed"),
    ),
    "newer-entry": (
        N_("The log was written by a newer version"),
        N_("Install the newest viddevakt; nothing was changed"),
    ),
    "newer-event": (
        N_("The log {case} was written by a newer version"),
        N_("Install the newest viddevakt; nothing was changed"),
    ),
    "no-such-record": (N_("There is no record “{id}” in {table}"), N_("Look at `case export`")),
    "not-a-file": (N_("{path} isn't a plain file"), N_("Choose another file")),
    "read-only-disk": (N_("The disk can only be read"), N_("Choose another folder")),
    "setting-unknown": (N_("There is no setting “{key}”"), N_("See `viddevakt settings`")),
    "setting-value": (N_("“{key}” can't be that"), N_("Choose one of: {expected}")),
    "settings-encoding": (N_("{path} is not UTF-8 text"), N_("Save it as UTF-8")),
    "settings-key": (
        N_("{path}, line {line}: there is no setting “{key}”"),
        N_("Did you mean “{nearest}”?"),
    ),
    "settings-key-far": (
        N_("{path}, line {line}: there is no setting “{key}”"),
        N_("See `viddevakt settings`"),
    ),
    "settings-toml": (N_("{path}, line {line}: this is not TOML"), N_("Mend that line")),
    "settings-value": (
        N_("{path}, line {line}: “{key}” can't be that"),
        N_("Choose one of: {expected}"),
    ),
    "structure-exists": (
        N_("There is a structure “{structure}” of your own already"),
        N_("Choose another name"),
    ),
    "structure-id": (
        N_("That can't be the id of a structure"),
        N_("Use small letters, digits and hyphens, like {nearest}"),
    ),
    "structure-taken": (
        N_("“{structure}” is a structure that ships"),
        N_("Choose another name"),
    ),
    "stuck": (
        N_("The disk can't be written to now"),
        N_("What you typed stays here: try again in a moment"),
    ),
    "symlink": (N_("{path} is a link to somewhere else"), N_("Remove the link")),
    "text-exists": (
        N_("There is a text {path} of your own already"),
        N_("Change that one"),
    ),
    "unnoted": (
        N_("The access log can't be written to, so nothing is deleted"),
        N_("Make room on the disk, or look at `viddevakt check`"),
    ),
    "vault-denied": (
        N_("You may not write in the folder {path}"),
        N_("Choose another with --vault"),
    ),
    "vault-foreign": (
        N_("The folder {path} belongs to another user of this machine"),
        N_("Choose another with --vault"),
    ),
    "vault-is-a-file": (N_("{path} is a file, not a folder"), N_("Choose a folder with --vault")),
    "vault-missing": (N_("The folder {path} isn't there"), N_("Choose another with --vault")),
    "vault-read-only": (
        N_("The disk of {path} can only be read"),
        N_("Choose another folder with --vault"),
    ),
    "window-name": (N_("That can't be the name of a window"), N_("Use letters and digits")),
}
"""Code -> what is wrong and what to do."""

NOTES: Final[Mapping[str, str]] = {
    "synced-folder": N_(
        "This folder is synchronised with a cloud: two machines that save at once make two logs "
        "of one, and the text leaves this machine. Choose a folder that stays here."
    ),
    "network-folder": N_(
        "This folder is on another machine (E-NETFS): its locks can't be trusted, so two who save "
        "at once can lose what was written. Choose a folder on this machine."
    ),
    "open-folder": N_("Others on this machine can look into this folder (`chmod 700`)."),
}
"""What `Vault.check` notes without refusing."""


def store_said(error: StoreError, words: Words) -> Said:
    """What is wrong with the store and what to do."""
    args = {"case": "", "path": "", "line": "", **{k: str(v) for k, v in error.args_.items()}}
    code = error.code
    if code == "settings-key" and not args.get("nearest"):
        code = "settings-key-far"
    if code in STORE:
        return say(STORE[code], args, words)
    return Said(words("The store can't be used ({code})", code=code))


def store_words(error: StoreError, words: Words) -> str:
    """Say the same as plain sentences, for a banner."""
    return str(store_said(error, words))


PLACED: Final[Mapping[str, str]] = {
    "synced-folder": N_("The logs lie in a folder that a cloud synchronises"),
    "network-folder": N_("The logs lie on another machine"),
}
"""The same in short, for a screen that the whole room may read: without path, why or what to do."""


def placed_words(notes: Sequence[str], words: Words) -> str:
    """Where the logs lie that they shouldn't; empty if all is well."""
    told = [words(PLACED[note]) for note in notes if note in PLACED]
    return " · ".join([*told, words("see `viddevakt check`")]) if told else ""


def note_words(note: str, words: Words) -> str:
    """A note about the folder with the logs."""
    return words(NOTES[note]) if note in NOTES else note
