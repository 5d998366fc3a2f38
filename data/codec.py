"""Between bytes on the disk and what they mean: plain now, sealed later.

A codec sees every line of a journal and every file beside it. The context goes into the seal as
associated data, so that a line can't be moved to another place or another case.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Place(NamedTuple):
    """Where the bytes stand."""

    case: str
    revision: int = 0
    """The entry's revision; 0 for files beside the journal."""
    previous: str = ""
    """The digest of the head before; for a file beside the journal, its kind."""


class Codec(Protocol):
    """`encode` never puts a newline into what it gives back: a line of a journal is one entry."""

    def encode(self, data: bytes, place: Place) -> bytes:
        """The bytes for the disk."""
        ...

    def decode(self, data: bytes, place: Place) -> bytes:
        """The bytes as they were. Raises StoreError (7 for a wrong key, 6 for a broken seal)."""
        ...


class PlainCodec:
    """Bytes as they are."""

    def encode(self, data: bytes, place: Place) -> bytes:  # noqa: ARG002 - the sealed one uses it
        """The same bytes."""
        return data

    def decode(self, data: bytes, place: Place) -> bytes:  # noqa: ARG002 - the sealed one uses it
        """The same bytes."""
        return data
