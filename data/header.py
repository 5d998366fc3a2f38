"""The first line of a journal, there from birth: what it is and who may open it.

The form of this line never changes, whatever the format of the entries: an old program must
always be able to read that it is too old.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime
from typing import Any, NamedTuple

from data.errors import DamagedError, NewerError
from data.strict_json import NotStrictError, dump, load_object

FORMAT = 1
"""The format this program writes, and the newest it reads."""

HEADER_MOST = 4096
"""Bytes; a first line is far shorter, in every format."""

_KEYS = {
    "case": str,
    "created": str,
    "format": int,
    "generation": int,
    "journal": str,
    "oldest_reader": int,
}


class Header(NamedTuple):
    """What a journal says of itself."""

    case: str
    created: str
    """UTC, ISO 8601."""
    journal: str
    """A random id, so that a deleted and newly made case isn't taken for the old one."""
    generation: int = 1
    """Counts the rewrites (redaction); a reader that sees another one folds from zero."""
    format: int = FORMAT
    oldest_reader: int = 1
    """The oldest format a program must know to open this journal."""

    @property
    def anchor(self) -> str:
        """What the first entry's head points back to; the same in every generation."""
        birth = {"case": self.case, "created": self.created, "journal": self.journal}
        return hashlib.sha256(dump(birth)).hexdigest()

    def next_generation(self) -> Header:
        """The header of the rewritten file."""
        return self._replace(generation=self.generation + 1)

    def to_line(self) -> bytes:
        """The line, with its newline and a digest of its own: nothing else vouches for it."""
        facts: dict[str, Any] = {key: getattr(self, key) for key in _KEYS}
        facts["digest"] = _digest(facts)
        return dump(facts) + b"\n"


def new_header(case_id: str, at: datetime) -> Header:
    """The header of a case that is being made now."""
    born = at.astimezone(UTC).isoformat(timespec="seconds")
    return Header(case=case_id, created=born, journal=secrets.token_hex(8))


def read_header(line: bytes, case_id: str) -> Header:
    """The header of `case_id`'s journal, from its first line without the newline.

    Raises NewerError where a newer program is needed (8), DamagedError for everything that isn't
    a header of this case (6).
    """
    try:
        facts = load_object(line)
        intact = facts.pop("digest", None) == _digest(facts)
    except NotStrictError as error:
        raise DamagedError("damaged", case=case_id, line=1, why=str(error)) from None
    if not intact:
        raise DamagedError("damaged", case=case_id, line=1, why="header-digest")
    for key, kind in _KEYS.items():
        if type(facts.get(key)) is not kind:
            raise DamagedError("damaged", case=case_id, line=1, why="header")
    header = Header(**{key: facts[key] for key in _KEYS})
    if min(header.format, header.oldest_reader, header.generation) < 1:
        raise DamagedError("damaged", case=case_id, line=1, why="header")
    if header.oldest_reader > FORMAT:
        raise NewerError("newer", case=case_id, format=header.format, ours=FORMAT)
    if header.case != case_id:
        raise DamagedError("damaged", case=case_id, line=1, why="other-case")
    return header


def _digest(facts: dict[str, Any]) -> str:
    return hashlib.sha256(dump(facts)).hexdigest()
