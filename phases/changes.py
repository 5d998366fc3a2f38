"""What a command leads to: changes to be made durable, or a refusal with its code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Document = dict[str, Any]
"""A record as the journal keeps it: plain JSON."""

Tables = dict[str, dict[str, Document | None]]
"""Table name -> record id -> the new document, or None where the record is removed."""

EXIT_USAGE = 2
EXIT_CONFLICT = 4
EXIT_RULE = 9


@dataclass(frozen=True)
class Finding:
    """A rule that speaks up (domain §4), with what its words need."""

    rule: str
    args: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Changes:
    """What one or more commands change: one journal entry, all of it or nothing."""

    tables: Tables = field(repr=False)
    command: str
    """The command's name, or several joined by `+`."""
    made: str | None = None
    """The id of the record that was made, to be printed once it is durable."""
    findings: tuple[Finding, ...] = ()
    """Rules that warn or inform (W, I); they never stand in the way."""


@dataclass(frozen=True)
class Refusal:
    """Why a command changed nothing. `app/` words it; the code is a rule's id or a short name."""

    code: str
    args: Mapping[str, str] = field(default_factory=dict, repr=False)
    exit_code: int = EXIT_USAGE


class RefusedError(Exception):
    """Raised inside a command's change to refuse; `decide` turns it into the Refusal it holds."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


def refuse(code: str, exit_code: int = EXIT_USAGE, **args: str) -> RefusedError:
    """Wrap a code and its arguments, ready to be raised."""
    return RefusedError(Refusal(code, args, exit_code))
