"""Text from people on its last step to the screen: literal, on one line, in whole cells."""

from __future__ import annotations

import re
from typing import Final

from rich.cells import cell_len, set_cell_size

from app.harmless import harmless

_SPACES: Final = re.compile(r"\s+")


def one_line(text: str) -> str:
    """`text` as one line without anything that could steer a terminal.

    What people type is cleaned before it is stored (design §10). This is the second lock, for a
    log that another program wrote. Textual itself takes out only five control characters, not
    the escape character.
    """
    if text.isprintable():
        return " ".join(text.split())
    return harmless(_SPACES.sub(" ", text)).strip()


def fit(text: str, width: int) -> str:
    """`text` cut and padded to exactly `width` cells, with "…" where something is left out."""
    return set_cell_size(cut(text, width), max(0, width))


def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells, with "…" where something is left out."""
    line = one_line(text)
    if cell_len(line) <= width:
        return line
    return set_cell_size(line, width - 1).rstrip() + "…" if width > 0 else ""


def fit_right(text: str, width: int) -> str:
    """Like `fit`, but against the right edge: for numbers."""
    line = fit(text, min(width, cell_len(one_line(text))))
    return " " * (width - cell_len(line)) + line


def wrap_words(text: str, width: int) -> list[str]:
    """`text` broken between words into lines of at most `width` cells; long words are broken.

    `textwrap` is no use here: it counts characters, and 日 is two cells.
    """
    lines: list[str] = []
    line = ""
    for word in one_line(text).split():
        tried = f"{line} {word}" if line else word
        if cell_len(tried) <= width:
            line = tried
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, max(2, width))
        lines.extend(whole)
    if line:
        lines.append(line)
    return lines


def wrap_items(text: str, width: int) -> list[str]:
    """`text`, whose items stand two spaces apart, with whole items on each line.

    An item that is wider than a line is broken between words, for want of anything better.
    """
    lines: list[str] = []
    line = ""
    for item in text.split("  "):
        tried = f"{line}  {item}" if line else item
        if cell_len(tried) <= width:
            line = tried
            continue
        lines += [line] if line else []
        *whole, line = wrap_words(item, width) or [""]
        lines += whole
    return [*lines, line] if line else lines


def _pieces(word: str, width: int) -> list[str]:
    """`word` in pieces of at most `width` cells (at least two, so that any character fits)."""
    pieces, piece = [], ""
    for char in word:
        if piece and cell_len(piece + char) > width:
            pieces.append(piece)
            piece = ""
        piece += char
    return [*pieces, piece]
