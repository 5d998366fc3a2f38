"""`CASE.head`: the newest revision known to be durable, beside the journal.

It shows that a journal became shorter or was put back to an older one. It isn't synced, so it may
be missing, older than the journal or half written, and none of that is a fault.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import NamedTuple

from data.codec import Codec, Place
from data.errors import StoreError
from data.files import read_file, write_in_place

_SIZE = 200
"""Bytes; room for every revision, so that the file never changes its length."""


class Head(NamedTuple):
    """A revision and the digest of its entry's head; in which journal."""

    journal: str
    revision: int
    digest: str

    def to_bytes(self) -> bytes:
        """Always of one length, so that writing in place leaves nothing of the old one behind."""
        facts = f"{self.journal} {self.revision} {self.digest}".encode()
        return b"%08x %b" % (zlib.crc32(facts), facts.ljust(_SIZE)) + b"\n"


def write_head(path: Path, head: Head, codec: Codec, case_id: str) -> None:
    """Note what is durable. That it fails is no fault: the journal alone is the truth."""
    try:
        write_in_place(path, codec.encode(head.to_bytes(), Place(case_id, 0, "head")))
    except StoreError:
        return


def read_head(path: Path, codec: Codec, case_id: str) -> Head | None:
    """What was noted; None where it is missing or unreadable."""
    try:
        data = read_file(path)
        plain = codec.decode(data, Place(case_id, previous="head")) if data else b""
    except StoreError:
        return None
    told, _, facts = plain.strip().partition(b" ")
    words = facts.split()
    if told != b"%08x" % zlib.crc32(facts) or len(words) != 3 or not words[1].isdigit():
        return None
    return Head(words[0].decode(), int(words[1]), words[2].decode())
