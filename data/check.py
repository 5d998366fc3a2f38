"""Is a case what was written? Everything that can be asked, without changing a byte (design §5).

Header, chain, digests, JSON, whether every record can be read, what `CASE.head` and
`access.journal` remember of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from pydantic import ValidationError

from data.access import NAME as ACCESS
from data.access import Accessed
from data.caseid import case_id
from data.codec import Codec, PlainCodec
from data.entry import Entry
from data.errors import DamagedError, NewerError
from data.files import read_file
from data.head import read_head
from data.salvage import Fault, Found, not_readable, salvage
from data.vault import HEAD, JOURNAL, Identity, Vault
from phases.case import Case
from phases.clock import Stamp
from phases.fold import fold
from phases.newer import from_newer, of_newer_words

_UNREAD = (ValidationError, LookupError, TypeError, ValueError, AttributeError, ArithmeticError)
"""What a record or an event that isn't one of ours comes to."""


class Checked(NamedTuple):
    """What was found in one case."""

    case: str
    found: Found
    """Its entries are those that fold to a case."""
    faults: tuple[Fault, ...]
    """All of them, those of `found` included."""

    @property
    def revision(self) -> int:
        """How many entries it has."""
        return self.found.entries[-1].revision if self.found.entries else 0


def check_case(
    vault: Vault, name: str, noted: Sequence[Accessed] = (), codec: Codec | None = None
) -> Checked:
    """Check one case. Raises NewerError, DiskError, UsageError where there never was one.

    `noted` is what `access.journal` tells, of all cases; empty where it can't be read.
    """
    wanted = case_id(name)
    path = vault.folder / f"{wanted}{JOURNAL}"
    known = expected(noted, wanted)
    codec = codec or PlainCodec()
    # Before the file: a window that saves in between would make a sound log look cut.
    head = read_head(path.with_suffix(HEAD), codec, wanted)
    data = read_file(path)
    if data is None:
        if known is None:
            vault.journal(wanted)
        gone = Fault("gone", revision=known.revision if known else 0)
        return Checked(wanted, Found(None, (), (), torn=False), (gone,))
    found = salvage(data, wanted, codec, head)
    entries, unread = _folded(wanted, found)
    faults = [*found.faults, *unread, *_older(found, known, mended(noted, wanted))]
    if not faults:
        faults += _as_a_reader(vault, wanted)
    return Checked(wanted, found._replace(entries=tuple(entries)), tuple(faults))


def check_access(vault: Vault) -> tuple[tuple[Accessed, ...], tuple[str, Fault] | None]:
    """What `access.journal` holds, and what is wrong in which of its files. Raises DiskError."""
    try:
        return vault.access.history(), None
    except DamagedError as error:
        return (), (str(error.args_.get("case", ACCESS)), not_readable(error))


def expected(noted: Sequence[Accessed], case: str) -> Identity | None:
    """Which file a case must be and how far it must go, by what was noted; None: nothing was.

    A deletion ends what is known. A mended copy is another file, of fewer entries; only where it
    was put in place it counts, and nobody can be made to.
    """
    known: Identity | None = None
    for one in noted:
        if one.case != case:
            continue
        if one.act == "delete":
            known = None
        elif one.act != "repair" and one.journal:
            same = known is not None and known.journal == one.journal
            known = Identity(
                one.journal, max(one.revision, known.revision if same and known else 0)
            )
    return known


def mended(noted: Sequence[Accessed], case: str) -> frozenset[str]:
    """The files that were written as mended copies of a case."""
    return frozenset(one.journal for one in noted if one.case == case and one.act == "repair")


def _older(found: Found, known: Identity | None, copies: frozenset[str]) -> list[Fault]:
    """Whether the case went back behind what was seen of it."""
    if known is None or found.header is None or found.header.journal in copies:
        return []
    if found.header.journal != known.journal:
        return [Fault("other-file", 1, left_out=False)]
    last = found.entries[-1].revision if found.entries else 0
    if last < known.revision and not any(fault.why == "missing" for fault in found.faults):
        return [Fault("missing", 0, last + 1, known.revision)]
    return []


def _folded(case: str, found: Found) -> tuple[list[Entry], list[Fault]]:
    """The entries that make a case one after another, and those whose records can't be read."""
    folded = Case.empty(case)
    entries: list[Entry] = []
    faults: list[Fault] = []
    for entry in found.entries:
        tables = entry.tables or {}
        if from_newer(tables):
            raise NewerError("newer-event", case=case, revision=entry.revision)
        try:
            folded = fold(folded, tables, entry.revision)
        except _UNREAD as error:
            if isinstance(error, ValidationError) and of_newer_words(error):
                raise NewerError("newer-event", case=case, revision=entry.revision) from None
            faults.append(Fault("record", entry.revision + 1, entry.revision))
        else:
            entries.append(entry)
    if entries and not _can_be_told(folded, entries[-1].at):
        faults.append(Fault("events", left_out=False))
    return entries, faults


def _can_be_told(case: Case, at: datetime) -> bool:
    """Whether the events make meetings: what one did is free in form, and looked at only here."""
    from phases.export import export

    try:
        export(case, Stamp(at, None, None))
    except _UNREAD:
        return False
    return True


def _as_a_reader(vault: Vault, case: str) -> list[Fault]:
    """Nothing was found; a reader must be of the same mind, and it has the last word."""
    try:
        vault.journal(case).history()
    except DamagedError as error:
        return [not_readable(error)]
    return []
