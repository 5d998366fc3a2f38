"""One compiled catalogue of texts, of which only those that are asked for are read.

Not `gettext.GNUTranslations`: it reads every text of the program beforehand, which takes several
times as long, and no window shows a tenth of them. The file is the same (GNU gettext's `.mo`).
"""

from __future__ import annotations

import struct
from operator import add
from pathlib import Path
from typing import Final, Self

_MAGIC: Final = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}
"""How a catalogue of each byte order begins."""


class Catalogue:
    """English texts and what stands for them in one language."""

    def __init__(self, data: bytes) -> None:
        """Take over the content of a file. Raises ValueError where it isn't a catalogue."""
        order = _MAGIC.get(data[:4])
        if order is None:
            raise ValueError("not a catalogue")
        try:
            count, english, own = struct.unpack_from(f"{order}3I", data, 8)
            sizes_and_starts = f"{order}{2 * count}I"
            keys = struct.unpack_from(sizes_and_starts, data, english)
            self._places: tuple[int, ...] = struct.unpack_from(sizes_and_starts, data, own)
        except struct.error:
            raise ValueError("cut short") from None
        self._data = data
        ends = (max(map(add, at[::2], at[1::2]), default=0) for at in (keys, self._places))
        if max(ends) > len(data):
            raise ValueError("cut short")
        # A text with a form for many stands under both, with a zero between them.
        self._numbers = {
            data[keys[n + 1] : keys[n + 1] + keys[n]].partition(b"\0")[0]: n
            for n in range(0, 2 * count, 2)
        }
        self._asked: dict[str, tuple[str, ...]] = {}

    @classmethod
    def of(cls, path: Path) -> Self:
        """The catalogue in a file. Raises OSError, ValueError."""
        return cls(path.read_bytes())

    def gettext(self, msgid: str) -> str:
        """The text that stands for this one; itself where none does."""
        return self._forms(msgid)[0] or msgid

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The form that suits a number. All our languages have two, the first for one alone."""
        return self._forms(one)[0 if n == 1 else -1] or (one if n == 1 else many)

    def _forms(self, msgid: str) -> tuple[str, ...]:
        """All forms of a text; an empty one where it has none. What isn't UTF-8 is left open."""
        found = self._asked.get(msgid)
        if found is None:
            number = self._numbers.get(msgid.encode("utf-8", "replace"))
            text = b"" if number is None else self._text(number)
            found = tuple(form.decode("utf-8", "replace") for form in text.split(b"\0"))
            self._asked[msgid] = found
        return found

    def _text(self, number: int) -> bytes:
        size, start = self._places[number : number + 2]
        return self._data[start : start + size]
