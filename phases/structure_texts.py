"""The texts of a meeting structure: what may stand in one, and which language is shown.

Every text stands once per language. It may hold the tokens of `TOKENS`, which `fill` replaces by
the words of a school or a kindergarten. A word is in the definite form that fits inside a
sentence ("eleven", "rektor", "kontaktlæraren", "skulen"), so no text begins with a token. Nothing
else in a text means anything: `{0.__class__}`, `%s`, `${HOME}` and `[red]` are shown as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Final, TypeVar
from unicodedata import normalize

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from phases.words import Language

TOKENS: Final = ("child", "head", "teacher", "unit")
"""The words a text may leave open, written `{child}`; `fill` puts them in."""

MAX_WORD: Final = 16
MAX_TITLE: Final = 60
MAX_TEXT: Final = 200

_FALLBACK: Final[Mapping[Language, tuple[Language, ...]]] = {
    "nn": ("nb", "en"),
    "nb": ("nn", "en"),
    "en": ("nn", "nb"),
}
_TOKEN: Final = re.compile(r"\{(" + "|".join(TOKENS) + r")\}")

_T = TypeVar("_T", str, tuple[str, str])


def _one_plain_line(text: str) -> str:
    """Refuse what would move the cursor or turn the reading direction; compose the letters.

    A structure is shown on a wall before guardians, so a hidden character is an error to mend in
    the file and not, as in a field, something to remove quietly. No-break space is harmless.
    """
    if not text.strip():
        raise PydanticCustomError("blank", "must not be blank")
    if not text.replace("\N{NO-BREAK SPACE}", " ").isprintable():
        raise PydanticCustomError("unprintable", "must be one line without control characters")
    return normalize("NFC", text)


Word = Annotated[str, Field(max_length=MAX_WORD), AfterValidator(_one_plain_line)]
Title = Annotated[str, Field(max_length=MAX_TITLE), AfterValidator(_one_plain_line)]
Line = Annotated[str, Field(max_length=MAX_TEXT), AfterValidator(_one_plain_line)]
Words = Annotated[dict[Language, Word], Field(min_length=1)]
Titles = Annotated[dict[Language, Title], Field(min_length=1)]
Texts = Annotated[dict[Language, Line], Field(min_length=1)]
SayTexts = Annotated[dict[Language, tuple[Line, Line]], Field(min_length=1)]


def text_in(texts: Mapping[Language, _T], language: Language) -> tuple[_T, bool]:
    """The text in this language, and whether another language had to stand in for it.

    Nynorsk and bokmål stand in for each other before English does. Works for `say` too.

    Raises:
        KeyError: there is no text at all (a checked structure always has one).
    """
    shown = stand_in(texts, language)
    return texts[shown], shown != language


def stand_in(texts: Mapping[Language, object], language: Language) -> Language:
    """The language in which a text is shown to somebody who reads this one.

    Raises:
        KeyError: there is no text at all.
    """
    for other in (language, *_FALLBACK[language]):
        if other in texts:
            return other
    raise KeyError(language)


def fill(text: str, words: Mapping[str, str]) -> str:
    """The text with the tokens of `TOKENS` replaced by these words; all else stays literal.

    One pass and no format string: `str.format` would run `{0.__class__}`, and replacing token by
    token would look for tokens in a word already put in. A token without a word stays as it is.
    """
    return _TOKEN.sub(lambda found: words.get(found[1], found[0]), text)
