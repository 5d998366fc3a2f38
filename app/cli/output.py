"""What reaches the terminal: clean lines, UTF-8, and quiet when nobody listens any more."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import NoReturn, TextIO

from phases.text import safe

EXIT_PIPE = 141
"""As a program that the signal of a closed pipe ended."""

LONGEST_ERROR = 200
"""Characters of an error line (reliability §5)."""


class PrintError(OSError):
    """Standard output is there and can't be written: a full disk, for one."""


def put(*lines: str) -> None:
    """Write lines to standard output, each cleaned once more before it is shown (design §10)."""
    write("".join(f"{clean(line)}\n" for line in lines))


def put_error(line: str) -> None:
    """Write one line to standard error; `viddevakt: ` goes before it."""
    try:
        sys.stderr.write(f"viddevakt: {safe(line, LONGEST_ERROR)}\n")
        sys.stderr.flush()
    except (OSError, AttributeError):
        # Nobody can read the errors either, or there is no standard error: nothing to say.
        _hush(sys.stderr)


def put_warning(line: str) -> None:
    """Write one line to standard error that doesn't mean failure."""
    put_error(line)


def write(text: str) -> None:
    """Write text as UTF-8 whatever the locale: a document must come out whole everywhere.

    Nothing where there is no standard output at all (`>&-`): nobody wants the answer. Raises
    PrintError where there is one that can't be written.
    """
    write_bytes(text.encode("utf-8", "replace"))


def write_bytes(data: bytes) -> None:
    """Write a document as it is; the same rules as for text. Raises PrintError."""
    out = sys.stdout
    if out is None:
        return
    try:
        if hasattr(out, "buffer"):
            out.flush()
            out.buffer.write(data)
        else:
            out.write(data.decode("utf-8", "replace"))
        out.flush()
    except BrokenPipeError:
        _leave_quietly()
    except OSError as error:
        raise PrintError(error.errno, "stdout") from None


def cant_print() -> bool:
    """Whether something still waits to be written to standard output, in vain."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        return True
    return False


def drop_output() -> None:
    """Forget what waits to be written, or the interpreter would fail over it at the end."""
    _hush(sys.stdout)


def clean(line: str) -> str:
    """One line without control characters, of any length. An imported log may hold anything."""
    if line.isascii() and line.isprintable():
        return line
    text = line.lstrip(" ")
    return line[: len(line) - len(text)] + safe(text, len(line) + 1)


def table(rows: Iterable[Iterable[str]], *, gap: str = "  ") -> list[str]:
    """Columns as wide as their widest cell."""
    cells = [[clean(cell) for cell in row] for row in rows]
    if not cells:
        return []
    widths = [max(len(cell) for cell in column) for column in zip(*cells, strict=True)]
    return [
        gap.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]


def _leave_quietly() -> NoReturn:
    _hush(sys.stdout)
    raise SystemExit(EXIT_PIPE)


def _hush(stream: TextIO | None) -> None:
    """Let the interpreter's own flush at the end go nowhere."""
    if stream is None:
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
