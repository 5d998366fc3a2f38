"""One entry of a journal: a head that is chained, and a payload that may be emptied.

A line is `{"digest":…,"head":{…},"payload":{…}}`, always in this order and without spaces, so
that both digests are taken over the very bytes on the disk: nothing has to be written again to
be checked, and any changed byte is noticed. The head names the digest of its payload (`body`)
and of the head before (`prev`); the chain covers heads only, so a payload can be emptied
(`null`) later while the chain still holds. A random salt in the payload keeps its digest from
being guessed afterwards from short texts.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple, TypeGuard

from data.errors import BadDocumentError, NewerError
from data.strict_json import NotStrictError, dump, load_object, quote
from data.upcast import VERSION, upcast
from phases.changes import Tables

REDACT = "redact"
"""The command of the entry that says which payloads were emptied."""

_OPEN = b'{"digest":"'
_HEAD = b'","head":'
_PAYLOAD = b',"payload":'
_HEAD_AT = len(_OPEN) + 64 + len(_HEAD)
_TEXTS = ("at", "body", "by", "command", "id", "prev")


class BadLineError(Exception):
    """This line isn't what was written; the reason is one word. Whoever reads knows its number."""


class NewEntry(NamedTuple):
    """What is to be appended. A retry carries the same id."""

    id: str
    at: datetime
    """Aware; written in UTC."""
    who: str
    """A label for the history. It stands in the head and can't be redacted."""
    command: str
    tables: Tables
    redacted: Mapping[str, Any] | None = None
    """Only in a `redact` entry: the revisions emptied and what else stood in them."""

    def __repr__(self) -> str:
        """Id and command alone: what people wrote about a child never reaches a traceback."""
        return f"{type(self).__name__}({self.id}, {self.command})"


class Entry(NamedTuple):
    """One durable entry."""

    revision: int
    id: str
    at: datetime
    who: str
    command: str
    version: int
    digest: str
    """Of its head; the next head points back to it."""
    tables: Tables | None
    """None where the payload was emptied and nothing has been put in its place yet."""
    redacted: Mapping[str, Any] | None = None

    def __repr__(self) -> str:
        """Id and command alone: what people wrote about a child never reaches a traceback."""
        return f"{type(self).__name__}({self.id}, {self.command})"


def seal(new: NewEntry, revision: int, previous: str) -> tuple[bytes, Entry]:
    """The line (no newline) and the entry as every reader will see it.

    Its tables are the caller's, who doesn't change them any more: copying them would cost as much
    as writing them. What couldn't be read again never gets to the disk. Raises BadDocumentError.
    """
    payload: dict[str, Any] = {"salt": os.urandom(16).hex(), "tables": new.tables}
    if new.redacted is not None:
        payload["redacted"] = new.redacted
    utc = new.at if new.at.tzinfo is UTC else new.at.astimezone(UTC)
    at = utc.isoformat(timespec="milliseconds")
    try:
        body = dump(payload)
        head = (
            f'{{"at":"{at}","body":"{_sha256(body)}","by":{quote(new.who)},'
            f'"command":{quote(new.command)},"id":{quote(new.id)},"prev":"{previous}",'
            f'"revision":{revision},"version":{VERSION}}}'
        ).encode()
    except NotStrictError as error:
        raise BadDocumentError("bad-document", why=str(error)) from None
    except UnicodeEncodeError:
        raise BadDocumentError("bad-document", why="surrogate") from None
    digest = _sha256(head)
    line = b"".join((_OPEN, digest.encode(), _HEAD, head, _PAYLOAD, body, b"}"))
    entry = Entry(
        revision, new.id, new.at, new.who, new.command, VERSION, digest, new.tables, new.redacted
    )
    return line, entry


def unseal(line: bytes, revision: int, previous: str) -> Entry:
    """The entry on this line (no newline), which must be `revision` and follow `previous`.

    Raises BadLineError for a changed, dropped, doubled or swapped line, NewerError for an entry
    that a newer program wrote.
    """
    head_bytes, body = _parts(line)
    try:
        head = load_object(head_bytes)
    except NotStrictError as error:
        raise BadLineError(str(error)) from None
    at = _check_head(head)
    if head["version"] > VERSION:
        raise NewerError("newer-entry", revision=revision)
    if head["revision"] != revision or head["prev"] != previous:
        raise BadLineError("chain")
    tables, redacted = _read_payload(body, head)
    return Entry(
        revision=revision,
        id=head["id"],
        at=at,
        who=head["by"],
        command=head["command"],
        version=head["version"],
        digest=line[len(_OPEN) : len(_OPEN) + 64].decode(),
        tables=tables,
        redacted=redacted,
    )


def unseal_alone(line: bytes) -> tuple[Entry, str]:
    """The entry on this line taken by itself, and the digest of the head it points back to.

    For finding out what is left of a damaged journal. Raises as `unseal`, but for `chain`.
    """
    try:
        head = load_object(_parts(line)[0])
    except NotStrictError as error:
        raise BadLineError(str(error)) from None
    _check_head(head)
    return unseal(line, head["revision"], head["prev"]), head["prev"]


def emptied(line: bytes) -> bytes:
    """The same line with its payload emptied; its head and digest stand as they are."""
    return line.partition(_PAYLOAD)[0] + _PAYLOAD + b"null}"


def _parts(line: bytes) -> tuple[bytes, bytes]:
    """The bytes of head and payload, the head's digest verified.

    The marker can't stand inside the head: there every quotation mark of a text is escaped.
    """
    head, found, rest = line[_HEAD_AT:].partition(_PAYLOAD)
    digest = line[len(_OPEN) : len(_OPEN) + 64]
    framed = line.startswith(_OPEN) and line[len(_OPEN) + 64 : _HEAD_AT] == _HEAD
    if not framed or not found or not rest.endswith(b"}"):
        raise BadLineError("not-an-entry")
    if _sha256(head).encode() != digest:
        raise BadLineError("head-digest")
    return head, rest[:-1]


def _check_head(head: dict[str, Any]) -> datetime:
    texts = all(isinstance(head.get(key), str) for key in _TEXTS)
    if not texts or type(head.get("revision")) is not int or type(head.get("version")) is not int:
        raise BadLineError("head")
    if head["version"] < 1:
        raise BadLineError("head")
    try:
        at = datetime.fromisoformat(head["at"])
    except ValueError:
        raise BadLineError("head") from None
    if at.tzinfo is None:
        raise BadLineError("head")
    return at


def _read_payload(
    body: bytes, head: dict[str, Any]
) -> tuple[Tables | None, Mapping[str, Any] | None]:
    if body == b"null":
        # Legitimate only where a later `redact` entry names this revision; the reader checks it.
        return None, None
    if _sha256(body) != head["body"]:
        raise BadLineError("payload-digest")
    try:
        payload = load_object(body)
    except NotStrictError as error:
        raise BadLineError(str(error)) from None
    tables, redacted = payload.get("tables"), payload.get("redacted")
    if not is_tables(tables) or (redacted is not None and not _is_redaction(redacted)):
        raise BadLineError("payload")
    return upcast(tables, head["version"]), redacted


def is_tables(value: object) -> TypeGuard[Tables]:
    """Whether this is `{table: {id: document or null}}`."""
    return isinstance(value, dict) and all(
        isinstance(changed, dict)
        and all(doc is None or isinstance(doc, dict) for doc in changed.values())
        for changed in value.values()
    )


def _is_redaction(value: object) -> bool:
    if not isinstance(value, dict) or not isinstance(value.get("revisions"), dict):
        return False
    return all(key.isdecimal() and is_tables(left) for key, left in value["revisions"].items())


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
