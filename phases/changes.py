"""What a command leads to: changes to be made durable, or a refusal with its code."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from phases.records.base import Record

Document = dict[str, Any]
"""A record as the journal keeps it: plain JSON."""

Tables = dict[str, dict[str, Document | None]]
"""Table name -> record id -> the new document, or None where the record is removed."""

Built = Mapping[tuple[str, str], "tuple[Document, Record]"]
"""Table and record id -> a document, and the validated record that it was written from.

Whoever folds takes the record where it meets that very document, and needn't read it again.
"""

UNBUILT: Built = MappingProxyType({})
"""No records."""

NOTHING: Mapping[str, str] = MappingProxyType({})
"""No arguments."""

EXIT_USAGE = 2
EXIT_CONFLICT = 4
EXIT_RULE = 9


class Finding(NamedTuple):
    """A rule that speaks up (domain §4), with what its words need."""

    rule: str
    args: Mapping[str, str] = NOTHING

    def __repr__(self) -> str:
        """The rule alone: its arguments may be names."""
        return f"Finding({self.rule})"


class Changes(NamedTuple):
    """What one or more commands change: one journal entry, all of it or nothing."""

    tables: Tables
    command: str
    """The command's name, or several joined by `+`."""
    made: str | None = None
    """The id of the record that was made, to be printed once it is durable."""
    findings: tuple[Finding, ...] = ()
    """Rules that warn or inform (W, I); they never stand in the way."""
    built: Built = UNBUILT
    """What `fold` needn't read again; it changes nothing of what is folded."""

    def __repr__(self) -> str:
        """The command alone: the tables hold what was typed."""
        return f"Changes({self.command})"


class Refusal(NamedTuple):
    """Why a command changed nothing. `app/` words it; the code is a rule's id or a short name."""

    code: str
    args: Mapping[str, str] = NOTHING
    exit_code: int = EXIT_USAGE

    def __repr__(self) -> str:
        """The code alone: its arguments may be what was typed."""
        return f"Refusal({self.code}, {self.exit_code})"


class RefusedError(Exception):
    """Raised inside a command's change to refuse; `decide` turns it into the Refusal it holds."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


def refuse(code: str, exit_code: int = EXIT_USAGE, **args: str) -> RefusedError:
    """Wrap a code and its arguments, ready to be raised."""
    return RefusedError(Refusal(code, args, exit_code))
