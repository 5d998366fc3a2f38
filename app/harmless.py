"""Text without what could steer a terminal: the last lock before anything is shown or written.

What people type is cleaned before it is stored (design §10). This is for a log that another
program wrote.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_UNWRITABLE: Final = ("Cc", "Cs")
"""Control characters, and lone surrogates, which no terminal can be sent as UTF-8."""
_BIDI: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def harmless(text: str) -> str:
    """`text` with its lines and spaces as they are, without what could steer a terminal."""
    if text.isprintable():
        return text
    return "".join(
        char
        for char in text
        if char == "\n" or (unicodedata.category(char) not in _UNWRITABLE and char not in _BIDI)
    )
