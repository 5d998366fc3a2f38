"""JSON without surprises: one way to write a value, and nothing read that would change by it.

Python's reader takes NaN, lets the last of two equal keys win, and ends in a RecursionError or a
ValueError for deep or long input; here each of them is one `NotStrictError` (reliability 75-78).
"""

from __future__ import annotations

import json
import math
from json.encoder import encode_basestring
from typing import Any, NoReturn

MAX_DEPTH = 64
"""Nesting that no document of ours comes near; far below where Python's reader gives up."""


class NotStrictError(ValueError):
    """The reason in one word, without the text: `doubled-key`, `depth`, `number` or the like."""


def dump(value: object) -> bytes:
    """The one form: no spaces, UTF-8, and sure to be read again.

    Keys stand in their own order: sorted, three lines saved together would come in another order
    in every window that reads them than in the one that wrote them. Digests are of the bytes.

    Raises NotStrictError.
    """
    try:
        data = _ENCODER.encode(value).encode("utf-8")
    except UnicodeEncodeError:
        raise NotStrictError("surrogate") from None
    except (TypeError, ValueError, RecursionError):
        raise NotStrictError("not-json") from None
    if data.count(b"[") + data.count(b"{") > MAX_DEPTH and _too_deep(value):
        raise NotStrictError("depth")
    return data


def quote(text: str) -> str:
    """One text as JSON."""
    return encode_basestring(text)


def load(data: bytes) -> Any:
    """Read one value. Raises NotStrictError; the cause is cut off, for it holds the text."""
    try:
        value = _DECODER.decode(data.decode("utf-8"))
    except NotStrictError:
        raise
    except UnicodeDecodeError:
        raise NotStrictError("utf-8") from None
    except RecursionError:
        raise NotStrictError("depth") from None
    except ValueError:
        raise NotStrictError("not-json") from None
    if data.count(b"[") + data.count(b"{") > MAX_DEPTH and _too_deep(value):
        raise NotStrictError("depth")
    if b"\\u" in data:
        _refuse_surrogates(value)
    return value


def load_object(data: bytes) -> dict[str, Any]:
    """Read one JSON object. Raises NotStrictError for anything else at the top."""
    value = load(data)
    if not isinstance(value, dict):
        raise NotStrictError("not-an-object")
    return value


def _refuse_surrogates(value: object) -> None:
    """Only an escape can smuggle in half a surrogate pair; it would fail at the next save."""
    try:
        _ENCODER.encode(value).encode("utf-8")
    except UnicodeEncodeError:
        raise NotStrictError("surrogate") from None


def _too_deep(value: object) -> bool:
    """Whether values nest deeper than `MAX_DEPTH`, looked at layer by layer, without recursion."""
    layer: list[Any] = [value]
    for _ in range(MAX_DEPTH):
        layer = [
            inner
            for outer in layer
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, (dict, list, tuple))
        ]
        if not layer:
            return False
    return True


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotStrictError("doubled-key")
    return found


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise NotStrictError("number")
    return number


def _no_constant(_: str) -> NoReturn:
    raise NotStrictError("number")


_ENCODER = json.JSONEncoder(
    ensure_ascii=False,
    allow_nan=False,
    separators=(",", ":"),
    # A circle ends in a RecursionError just as well, and looking for one costs each save.
    check_circular=False,
)
_DECODER = json.JSONDecoder(
    object_pairs_hook=_no_doubles,
    parse_constant=_no_constant,
    parse_float=_finite,
)
