"""One setting, put into the file where the others stand: their lines and comments stay as they are.

The file is a person's own, with their remarks in it, so it isn't written anew from what was read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from data.errors import UsageError
from data.files import make_private_folder, read_file, write_atomically
from data.settings import Settings, load_settings
from phases.nearest import nearest
from phases.text import clean_line, safe

LONGEST = 2000
"""Characters of a value that has no limit of its own; a list of words is the longest there is."""


def save_setting(path: Path, key: str, typed: str) -> Settings:
    """Set one and give them all as they are now; an empty text takes the setting out again.

    `typed` is what a person writes: `16`, `true`, a text without quotes, `["a", "b"]`.

    Raises:
        UsageError: `setting-unknown` with the nearest there is, `setting-value` with what is
            expected.
        SettingsError: the file can't be used as it is; nothing is written.
        BadInputError: the text is too long, or its characters are broken.
        DiskError: it can't be read or written.
    """
    load_settings(path)
    if key not in Settings.model_fields:
        near = nearest(key, Settings.model_fields) or ""
        raise UsageError("setting-unknown", key=safe(key), nearest=near)
    own = (getattr(rule, "max_length", None) for rule in Settings.model_fields[key].metadata)
    text = clean_line(typed, next(filter(None, own), LONGEST)).text
    line = f"{key} = {_written(key, text)}\n" if text else ""
    before = (read_file(path) or b"").decode("utf-8")
    after = _with_line(before, key, line)
    # Read back before it is written: whatever a line of theirs was, the file stays usable.
    _checked(after, key)
    make_private_folder(path.parent)
    write_atomically(path, after.encode("utf-8"))
    return load_settings(path)


def _written(key: str, text: str) -> str:
    """The value in TOML: as it was typed where that is of the right kind, else as a text."""
    for value in (text, json.dumps(text, ensure_ascii=False)):
        try:
            _checked(f"{key} = {value}\n", key)
        except UsageError as error:
            fault = error
        else:
            return value
    raise fault


def _checked(content: str, key: str) -> None:
    import tomllib

    from pydantic import ValidationError

    try:
        Settings.model_validate(tomllib.loads(content))
    except tomllib.TOMLDecodeError:
        raise UsageError("setting-value", key=key, expected="TOML") from None
    except ValidationError as error:
        found: Any = error.errors(include_url=False, include_input=False)[0]
        expected = str(found.get("ctx", {}).get("expected", found["msg"]))
        raise UsageError("setting-value", key=key, expected=expected) from None


def _with_line(before: str, key: str, line: str) -> str:
    """The file with this line in place of the key's own, else at its end."""
    lines = before.splitlines(keepends=True)
    begins = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
    at = next((n for n, each in enumerate(lines) if begins.match(each)), None)
    if at is None:
        gap = "" if not before or before.endswith("\n") else "\n"
        return before + gap + line
    return "".join([*lines[:at], line, *lines[at + _length(lines[at:]) :]])


def _length(lines: list[str]) -> int:
    """How many lines a setting takes: a list may stand on several."""
    return next(_whole(lines), 1)


def _whole(lines: list[str]) -> Iterator[int]:
    import tomllib

    for count in range(1, len(lines) + 1):
        try:
            tomllib.loads("".join(lines[:count]))
        except tomllib.TOMLDecodeError:
            continue
        yield count
