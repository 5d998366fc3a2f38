"""The words people see, in nynorsk, bokmål or English.

Every text in `app/` is written in English where it is used and looked up here (gettext). English
has no catalogue: its texts are the ones in the code, so none can be missing or out of date.
Babel extracts and compiles when the program is built; nothing here needs it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

import data
from app.catalogue import Catalogue
from phases.words import Language

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

__all__ = [
    "DOMAIN",
    "LANGUAGES",
    "N_",
    "TRANSLATIONS",
    "Words",
    "bind_click",
    "choose_language",
    "locale_language",
]

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
"""The languages of the program, the first one written first (design §8, `l`)."""

DOMAIN: Final = "viddevakt"
"""The name of the catalogues: `LANGUAGE/LC_MESSAGES/viddevakt.mo`."""

TRANSLATIONS: Final = Path(data.__file__).parent / "translations"
"""Where the catalogues are shipped."""

_BY_LOCALE: Final = {"nn": "nn", "nb": "nb", "no": "nb", "en": "en"}
"""What the first part of a locale's name stands for; `no` is older and means bokmål."""

_BAD_FORMAT: Final = (AttributeError, IndexError, KeyError, TypeError, ValueError)
"""All that `str.format` raises on a text and arguments that don't fit each other."""


def N_(msgid: str, /) -> str:  # noqa: N802 - the name that gettext users know
    """Mark a text for extraction where it stands, to be looked up later.

    Returns:
        The text unchanged.
    """
    return msgid


class Words:
    """The texts of one language.

    A text without a translation is shown in English, a translation whose placeholders don't fit
    likewise: a wrong word can be seen and reported, a crash in a meeting can't be undone. The
    tests see to it that neither is shipped.
    """

    def __init__(self, language: str, folder: Path = TRANSLATIONS) -> None:
        self.language: Language = next((each for each in LANGUAGES if each == language), "en")
        """One of `LANGUAGES`; an unknown one has become English, as its texts have."""
        self._catalogue = _load(self.language, folder)

    def __call__(self, msgid: str, /, **args: object) -> str:
        """Give one text, with its arguments filled in.

        Args:
            msgid: The English text, as it stands in the code.
            args: What the text's `{names}` stand for. Without arguments braces stay as they are.
        """
        # gettext keeps the catalogue's own header under the empty text.
        text = self._catalogue.gettext(msgid) if self._catalogue and msgid else msgid
        return _fill(text, msgid, args)

    def next(self) -> Words:
        """The words of the next language, round and round."""
        return Words(LANGUAGES[(LANGUAGES.index(self.language) + 1) % len(LANGUAGES)])

    def many(self, one: str, many: str, n: int, /, **args: object) -> str:
        """Give the text that suits a number.

        Args:
            one: The English text for one.
            many: The English text for any other number.
            n: The number, which the texts may show as `{n}`.
            args: What the other `{names}` stand for.
        """
        english = one if n == 1 else many
        text = self._catalogue.ngettext(one, many, n) if self._catalogue else english
        return _fill(text, english, {"n": n, **args})


def locale_language(environ: Mapping[str, str]) -> str | None:
    """Tell the language of the locale, None when it isn't one of ours.

    As in POSIX the first of LC_ALL, LC_MESSAGES and LANG that is set and not empty decides alone.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name, ""):
            first = value.replace("-", "_").partition("_")[0].partition(".")[0].partition("@")[0]
            return _BY_LOCALE.get(first.lower())
    return None


def choose_language(option: str | None, case: str | None, environ: Mapping[str, str]) -> str:
    """Choose the language to show: the option, else the case's, else the locale's, else bokmål.

    Args:
        option: What `--lang` says.
        case: The language the case was made in.
        environ: The environment's variables.

    Returns:
        One of `LANGUAGES`; whatever is none of them is passed over.
    """
    for wish in (option, case, locale_language(environ)):
        if wish in LANGUAGES:
            return wish
    return "nb"


def bind_click(language: str, environ: MutableMapping[str, str] | None = None) -> None:
    """Let click speak a language too: its own usage line, errors and help.

    Click asks the standard library's default text domain, which belongs to the whole process and
    takes its language from the environment alone. Wrapping click's classes instead would leave
    out the errors it words itself.

    Args:
        language: One of `LANGUAGES`.
        environ: Where LANGUAGE is set; the process's own environment unless a test gives one.
    """
    import gettext

    (os.environ if environ is None else environ)["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(TRANSLATIONS))
    gettext.textdomain(DOMAIN)


def _load(language: str, folder: Path) -> Catalogue | None:
    """Read a catalogue; None where there is none, or it can't be read, or none is needed."""
    if language == "en":
        return None
    # Not gettext.translation(): it loads `locale` to guess at names of folders that we know.
    try:
        return Catalogue.of(folder / language / "LC_MESSAGES" / f"{DOMAIN}.mo")
    except (OSError, ValueError):
        return None


def _fill(text: str, msgid: str, args: Mapping[str, object]) -> str:
    """Put arguments in a text, in the English one if they don't fit, else leave it open."""
    if not args:
        return text
    for candidate in (text, msgid):
        try:
            return candidate.format(**args)
        except _BAD_FORMAT:
            continue
    return msgid
