"""What stands in a journal's file, line by line, also behind the first that is wrong.

A reader stops at the first fault, because nothing may be built on what follows. Here everything
is looked at, so that all that is wrong can be named, and all that is whole by itself can be saved
into another file. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from data.codec import Codec, Place
from data.entry import BadLineError, Entry, unseal_alone
from data.errors import DamagedError, StoreError
from data.head import Head
from data.header import Header, read_header
from data.redaction import put_back
from phases.changes import Tables

MOST_NAMED: Final = 1_000_000
"""A number of entries that no meeting makes: beyond it a head's own number isn't believed."""


class Fault(NamedTuple):
    """One thing that is wrong."""

    why: str
    """One word, as in a DamagedError."""
    line: int = 0
    """Counts from 1, the header included; 0 where no line is to be seen."""
    revision: int = 0
    """The entry's number, 0 where that can't be known."""
    until: int = 0
    """The last of several that are missing; else 0."""
    left_out: bool = True
    """Whether what stands there can't be saved."""


class Found(NamedTuple):
    """What is left of a journal."""

    header: Header | None
    entries: tuple[Entry, ...]
    """Whole by themselves, each once, in the order of their numbers; redacted ones put back."""
    faults: tuple[Fault, ...]
    torn: bool
    """Whether half a line stands at the end, which is no fault."""


class _Line(NamedTuple):
    number: int
    entry: Entry
    previous: str


def salvage(data: bytes, case: str, codec: Codec, head: Head | None) -> Found:
    """Look at every line. Raises NewerError where a newer program must do it."""
    size = data.rfind(b"\n") + 1
    lines = data[:size].split(b"\n")[:-1]
    header, faults = _header((lines or [b""])[0] if data else None, case)
    whole, bad = _alone(lines[1:], case, codec)
    kept, more = _in_order(whole)
    faults += bad + more + _chain_faults(kept, header)
    faults += _missing(kept, [*faults], _expected(kept, header, head))
    faults += _head_faults(kept, header, head)
    entries, emptied = _put_back([line.entry for line in kept])
    faults += [Fault("emptied", _line_of(kept, revision), revision) for revision in emptied]
    faults.sort(key=lambda fault: (fault.line or fault.revision + 1, fault.revision))
    return Found(header, tuple(entries), tuple(faults), torn=size != len(data))


def _header(line: bytes | None, case: str) -> tuple[Header | None, list[Fault]]:
    """The first line, None of an empty file."""
    if line is None:
        return None, [Fault("empty", 1)]
    try:
        return read_header(line, case), []
    except DamagedError as error:
        return None, [Fault(str(error.args_["why"]), 1)]


def _alone(lines: Sequence[bytes], case: str, codec: Codec) -> tuple[list[_Line], list[Fault]]:
    """Each line by itself: whole, or what is wrong with it."""
    whole: list[_Line] = []
    faults: list[Fault] = []
    previous = ""
    for number, line in enumerate(lines, start=2):
        try:
            plain = codec.decode(line, Place(case, number - 1, previous))
            entry, before = unseal_alone(plain)
        except BadLineError as error:
            faults.append(Fault(str(error.args[0]), number, number - 1))
            continue
        except DamagedError as error:
            # A seal that doesn't fit.
            faults.append(Fault(str(error.args_.get("why", "seal")), number, number - 1))
            continue
        previous = entry.digest
        whole.append(_Line(number, entry, before))
    return whole, faults


def _in_order(whole: Sequence[_Line]) -> tuple[list[_Line], list[Fault]]:
    """Each entry once, by its number, and what stood doubled or elsewhere."""
    pointed_to = {line.previous for line in whole}
    faults: list[Fault] = []
    by_number: dict[int, _Line] = {}
    highest = 0
    for line in whole:
        revision, digest = line.entry.revision, line.entry.digest
        other = by_number.get(revision)
        if other is not None and other.entry.digest == digest:
            faults.append(Fault("doubled", line.number, revision))
            continue
        if other is not None:
            # Two that say they are this one: the later ones tell which of them they followed.
            loser = line if other.entry.digest in pointed_to else other
            faults.append(Fault("second", loser.number, revision))
            if loser is line:
                continue
        elif revision < highest:
            faults.append(Fault("moved", line.number, revision, left_out=False))
        highest = max(highest, revision)
        by_number[revision] = line
    return [by_number[revision] for revision in sorted(by_number)], faults


def _chain_faults(kept: Sequence[_Line], header: Header | None) -> list[Fault]:
    """Entries that don't point back to the one before, where that one is there to be seen."""
    before = {line.entry.revision: line.entry.digest for line in kept}
    if header is not None:
        before[0] = header.anchor
    return [
        Fault("chain", line.number, line.entry.revision, left_out=False)
        for line in kept
        if before.get(line.entry.revision - 1, line.previous) != line.previous
    ]


def _expected(kept: Sequence[_Line], header: Header | None, head: Head | None) -> int:
    """How many entries there must have been, as far as anything tells."""
    last = kept[-1].entry.revision if kept else 0
    ours = header is None or (head is not None and head.journal == header.journal)
    return max(last, head.revision if head is not None and ours else 0)


def _missing(kept: Sequence[_Line], faults: Sequence[Fault], expected: int) -> list[Fault]:
    """The numbers of which no line is left, several in a row told at once."""
    there = {line.entry.revision for line in kept}
    # A bad line in its place is told already, as what is wrong with that line.
    there |= {fault.revision for fault in faults if fault.line == fault.revision + 1}
    found: list[Fault] = []
    if expected > MOST_NAMED:
        return found
    for revision in range(1, expected + 1):
        if revision in there:
            continue
        if found and found[-1].until == revision - 1:
            found[-1] = found[-1]._replace(until=revision)
        else:
            found.append(Fault("missing", 0, revision, revision))
    return found


def _head_faults(kept: Sequence[_Line], header: Header | None, head: Head | None) -> list[Fault]:
    """What was noted beside the journal as durable, and isn't what stands there."""
    if head is None or header is None or head.revision == 0:
        return []
    if head.journal != header.journal:
        return [Fault("replaced", 1, left_out=False)]
    for line in kept:
        if line.entry.revision == head.revision and line.entry.digest != head.digest:
            return [Fault("replaced", line.number, head.revision, left_out=False)]
    return []


def _put_back(entries: list[Entry]) -> tuple[list[Entry], list[int]]:
    """The entries with what redactions keep for emptied ones, and the numbers of the hopeless."""
    kept: Mapping[str, Tables] = {}
    for entry in entries:
        if entry.redacted is not None:
            kept = entry.redacted["revisions"]
    lost = [e.revision for e in entries if e.tables is None and str(e.revision) not in kept]
    return put_back([e for e in entries if e.revision not in lost]), lost


def _line_of(kept: Sequence[_Line], revision: int) -> int:
    return next((line.number for line in kept if line.entry.revision == revision), 0)


def not_readable(error: StoreError) -> Fault:
    """What a reader says of a journal in which nothing else was found."""
    line = int(error.args_.get("line", 0))
    return Fault(str(error.args_.get("why", error.code)), line, max(line - 1, 0), left_out=False)
