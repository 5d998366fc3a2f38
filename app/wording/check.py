"""What is wrong with a log's file, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from app.words import N_

if TYPE_CHECKING:
    from app.words import Words
    from data.salvage import Fault
    from data.synced import Copy

_NO_ENTRY = N_("this is no entry of a log")
_CHANGED = N_("the text isn't the one that was written")

FAULTS: Final[Mapping[str, str]] = {
    "empty": N_("the file is empty"),
    "header": N_("the first line says nothing that a log begins with"),
    "header-digest": N_("the first line isn't the one that was written"),
    "other-case": N_("the first line is that of another log"),
    "not-an-entry": _NO_ENTRY,
    "head": _NO_ENTRY,
    "payload": _NO_ENTRY,
    "not-an-object": _NO_ENTRY,
    "not-json": _NO_ENTRY,
    "utf-8": N_("the characters aren't UTF-8"),
    "depth": N_("it is nested too deeply"),
    "number": N_("a number in it can't be read"),
    "doubled-key": N_("a key stands in it twice"),
    "surrogate": N_("half a character stands in it"),
    "head-digest": N_("who, when or what isn't as it was written"),
    "payload-digest": _CHANGED,
    "seal": _CHANGED,
    "chain": N_("it doesn't follow the entry before it"),
    "emptied": N_("the text was taken out without saying so"),
    "record": N_("a record in it can't be read"),
    "events": N_("its events don't hang together"),
    "doubled": N_("the entry stands there a second time"),
    "second": N_("another entry has the same number"),
    "moved": N_("the entry stands in the wrong place"),
    "replaced": N_("this is another file than the one that was written last"),
    "other-file": N_("this is another file than the one that was opened last"),
    "gone": N_("the file is gone, and no deletion was noted"),
    "shorter": N_("entries are missing"),
}
"""The word in a DamagedError -> what to tell."""


def fault_words(fault: Fault, words: Words) -> str:
    """One fault with its place: the line in the file, and the number of the entry."""
    if fault.why == "missing":
        if fault.until > fault.revision:
            return words(
                "entries {first} to {last} are missing", first=fault.revision, last=fault.until
            )
        return words("entry {number} is missing", number=fault.revision)
    why = words(FAULTS[fault.why]) if fault.why in FAULTS else fault.why
    if not fault.line:
        return why
    if not fault.revision:
        return words("line {line}: {why}", line=fault.line, why=why)
    return words(
        "line {line}, entry {number}: {why}", line=fault.line, number=fault.revision, why=why
    )


def copy_words(copy: Copy, words: Words) -> str:
    """A copy that a synchroniser left."""
    from phases.text import safe

    name = safe(copy.name, 80)
    if copy.by:
        return words(
            "“{file}” is a copy that {program} made of a log changed in two places. It isn't read: "
            "compare the two and keep one",
            file=name,
            program=copy.by,
        )
    return words("“{file}” looks like a log and has no name that we give. It isn't read", file=name)
