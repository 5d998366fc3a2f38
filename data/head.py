"""`CASE.head`: the newest revision known to be durable, beside the journal.

It shows that a journal became shorter or was put back to an older one. It isn't synced, so it may
be missing, older than the journal or half written, and none of that is a fault.
"""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass
from pathlib import Path

from data.codec import Codec, Place
from data.errors import StoreError
from data.files import read_file, write_in_place
from data.strict_json import NotStrictError, dump, load_object


@dataclass(frozen=True, slots=True)
class Head:
    """A revision and the digest of its entry's head; in which journal."""

    journal: str
    revision: int
    digest: str

    def to_bytes(self) -> bytes:
        """Always of one length, so that writing in place leaves nothing of the old one behind."""
        facts = dump([self.digest, self.journal, self.revision])
        return (hashlib.sha256(facts).hexdigest().encode() + b" " + facts).ljust(255) + b"\n"


def write_head(path: Path, head: Head, codec: Codec, case_id: str) -> None:
    """Note what is durable. That it fails is no fault: the journal alone is the truth."""
    with contextlib.suppress(OSError, StoreError):
        write_in_place(path, codec.encode(head.to_bytes(), Place(case_id, previous="head")))


def read_head(path: Path, codec: Codec, case_id: str) -> Head | None:
    """What was noted; None where it is missing or unreadable."""
    try:
        data = read_file(path)
        plain = codec.decode(data, Place(case_id, previous="head")) if data else b""
    except StoreError:
        return None
    digest, _, facts = plain.strip().partition(b" ")
    if hashlib.sha256(facts).hexdigest().encode() != digest:
        return None
    try:
        told = load_object(b'{"facts":' + facts + b"}")["facts"]
    except NotStrictError:
        return None
    return Head(journal=told[1], revision=told[2], digest=told[0])
