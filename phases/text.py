r"""Text from people, cleaned on the way in and once more before it is shown in an error.

Design §10, reliability T13 and §5 rows 9-12, 48-53. What is taken away is told in a notice; what
is too long is refused with both lengths, never cut. Cleaning twice changes nothing.

Only the control bytes of an escape sequence go: `ESC [ 3 1 m` becomes the harmless text `[31m`.
Removing whole sequences was rejected: an unclosed one would swallow what follows it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from phases.bad_input import BadInputError

NAME_LIMIT = 60
"""Characters of a name."""
SAFE_WIDTH = 40
"""Characters of a typed value that an error shows (design §9)."""
MARKS_LIMIT = 6
"""Combining marks on one letter; no living script needs more, a prank uses a hundred."""

_ELLIPSIS = "\u2026"
# Patterns are kept as text and compiled by `re` at first use: the first screen needs none.
_LINE_BREAKS = "\r\n|[\r\n\v\f\x85\u2028\u2029]"
_SURROGATES = "[\ud800-\udfff]"
# Controls, bidi marks and overrides, invisible fillers, tags and noncharacters. The two joiners
# U+200C and U+200D aren't here, they have a rule of their own; \n is taken out before, or kept.
_UNWANTED = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
_FIRST_MARK = "\u0300"
"""From here on there are characters that belong to their neighbours."""

_JOINERS = "\u200c\u200d"
_LOOKS_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0\ufe0e\ufe0f\u200c\u200d")
_ARROW_EMOJI = frozenset("\u2194\u2195")
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))


class TextError(BadInputError):
    """Text that can't be taken: E-ENC (broken characters), E-LONG or E-EMPTY."""


class NoticeKind(StrEnum):
    """What cleaning did that the person should hear about."""

    REMOVED = "removed"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Notice:
    """A thing done to the text, and how many characters or line breaks it concerned."""

    kind: NoticeKind
    count: int


class Cleaned(NamedTuple):
    """Text fit to store and to show, with what was done to it."""

    text: str
    notices: tuple[Notice, ...] = ()


def clean_line(text: str, limit: int, *, required: bool = False) -> Cleaned:
    """Clean a one-line field: several pasted lines are joined with one space (row 49).

    Raises:
        TextError: E-ENC for lone surrogates, E-LONG over the limit, E-EMPTY for a blank text
            where one is required.
    """
    _refuse_surrogates(text)
    line, removed, joined = _one_line(text)
    return _within(Cleaned(line, _notices(removed, joined)), limit, required=required)


def clean_text(text: str, limit: int, *, required: bool = False) -> Cleaned:
    r"""Clean a text of several lines; every kind of line break becomes `\n`.

    Raises:
        TextError: as `clean_line`.
    """
    _refuse_surrogates(text)
    found, removed = _clean(text)
    return _within(Cleaned(found, _notices(removed)), limit, required=required)


def is_clean(text: str, limit: int) -> bool:
    """Whether cleaning would surely leave this one line as it is: a quick yes for most."""
    return len(text) <= limit and _needs_nothing(text) and text == text.strip()


def safe(text: str, width: int = SAFE_WIDTH) -> str:
    """Return what was typed for an error message: one clean line, at most `width` characters.

    Never raises: broken characters are shown as U+FFFD, and here, only here, text is cut.
    """
    # A huge paste needn't be cleaned whole to show its beginning.
    start = re.sub(_SURROGATES, "\ufffd", text[: 50 * width])
    line = _one_line(start)[0]
    if len(line) <= width:
        return line
    return line[: width - 1].rstrip(" \u200c\u200d") + _ELLIPSIS


def has_controls(text: str) -> bool:
    """Whether a text holds what cleaning takes away: controls, bidi overrides, invisible fillers.

    Line feeds are the text's own, as in what people wrote in several lines.
    """
    return not text.isprintable() and re.search(_UNWANTED, text) is not None


def is_blank(text: str) -> bool:
    """Say whether nothing of a text can be seen, whichever kind of empty sign it is made of."""
    return all(char.isspace() or char in _LOOKS_BLANK for char in text)


def _refuse_surrogates(text: str) -> None:
    """Refuse what can't be written as UTF-8: it would fail at save time (rows 12 and 78)."""
    # Quicker than to search: half a character can't be printed.
    if not text.isprintable() and re.search(_SURROGATES, text):
        raise TextError("E-ENC", {"value": safe(text)})


def _within(cleaned: Cleaned, limit: int, *, required: bool) -> Cleaned:
    """Hand the text on if it has an allowed length."""
    if required and is_blank(cleaned.text):
        raise TextError("E-EMPTY")
    if len(cleaned.text) > limit:
        raise TextError("E-LONG", {"limit": str(limit), "length": str(len(cleaned.text))})
    return cleaned


def _one_line(text: str) -> tuple[str, int, int]:
    """Return a clean line, how many characters were removed and how many breaks joined."""
    found, removed = _clean(text)
    lines = [stripped for line in found.split("\n") if (stripped := line.strip())]
    return " ".join(lines), removed, max(0, len(lines) - 1)


def _notices(removed: int, joined: int = 0) -> tuple[Notice, ...]:
    """Return a notice for each thing that was done at all."""
    counts = ((NoticeKind.REMOVED, removed), (NoticeKind.JOINED, joined))
    return tuple(Notice(kind, count) for kind, count in counts if count)


def _clean(text: str) -> tuple[str, int]:
    """Take away what isn't text, bring the rest to NFC and count what went.

    Every line break becomes a line feed and every tab a space, which isn't worth a notice.
    """
    if _needs_nothing(text):
        return text.strip(), 0
    plain = re.sub(_LINE_BREAKS, "\n", text).replace("\t", " ")
    plain, removed = re.subn(_UNWANTED, "", plain)
    # NFC comes before the rules that look at neighbours, and after them once more, because
    # what they take away may bring a letter and its mark together.
    plain, joiners = _without_stray_joiners(unicodedata.normalize("NFC", plain))
    plain, marks = _without_piled_marks(plain)
    return unicodedata.normalize("NFC", plain).strip(), removed + joiners + marks


def _needs_nothing(text: str) -> bool:
    """Whether there is surely nothing to take away or compose: so with all letters of Norwegian."""
    return text.isprintable() and (text.isascii() or max(text) < _FIRST_MARK)


def _without_stray_joiners(text: str) -> tuple[str, int]:
    """Keep a joiner only between two emoji, or two letters of a script without capitals.

    Those are where it changes what one sees: a family of emoji, Persian, Hindi. Between Latin
    letters it is invisible, and two names that look the same would be different.
    """
    if not any(joiner in text for joiner in _JOINERS):
        return text, 0
    kept: list[str] = []
    for index, char in enumerate(text):
        if char in _JOINERS:
            following = text[index + 1 : index + 2]
            before = _joins(_base(kept))
            if before is None or before != _joins(following):
                continue
        kept.append(char)
    return "".join(kept), len(text) - len(kept)


def _base(kept: list[str]) -> str:
    """Return the last character that isn't a mark or a skin tone on another one."""
    for char in reversed(kept[-MARKS_LIMIT - 2 :]):
        if unicodedata.category(char) not in {"Mn", "Mc", "Me"} and char not in _SKIN_TONES:
            return char
    return ""


def _joins(char: str) -> str | None:
    """Return the family in which a character can be joined: emoji, letter or none."""
    if not char:
        return None
    if char in _ARROW_EMOJI:
        return "So"
    category = unicodedata.category(char)
    return category if category in {"So", "Lo"} else None


def _without_piled_marks(text: str) -> tuple[str, int]:
    """Drop the marks beyond the sixth on one letter, so that no line grows into its neighbours."""
    kept: list[str] = []
    piled = 0
    for char in text:
        piled = piled + 1 if unicodedata.category(char) in {"Mn", "Me"} else 0
        if piled <= MARKS_LIMIT:
            kept.append(char)
    return "".join(kept), len(text) - len(kept)
