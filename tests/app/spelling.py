"""Texts in one language and what is wrong with their words; used by the tests beside it."""

from __future__ import annotations

import fnmatch
import os
import re
import shutil
import subprocess
import tomllib
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from app.words import TRANSLATIONS
from data.texts.fields import LETTER, PHASE
from scripts.translations import ROOT, load, po_path, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NOT_WORDS = re.compile(
    r"""\{[^{}]*\}          # {placeholders}
      | %\(\w+\)s           # %(placeholders)s
      | `[^`]*`             # what is to be typed
      | --[\w-]+            # options
      | \bid(?:-en)?\b      # what the program calls an id
      | \S*[=_\\@]\S*       # key=value, file_names
      | \b\w+(?:\|\w+)+     # one|of|these
    """,
    re.VERBOSE,
)
_TEMPLATE = re.compile(
    rf"{{{{.*?}}}}|{{%.*?%}}|\b(?:if|for|phases?|{'|'.join((*LETTER, *PHASE))})\b"
)
"""What a text's template is told by, and the names it explains in its comment."""
_WORD = re.compile(r"[^\W\d_]+")


class Text(NamedTuple):
    """A text people read, and where it stands."""

    where: str
    text: str


def shipped_texts(language: str) -> list[Text]:
    """Collect the translations and all that data/ holds in a language."""
    catalogue = load(po_path(language))
    found = [
        Text(f"{language}.po: {texts(message.id)[0]}", text)
        for message in catalogue
        if message.id
        for text in texts(message.string)
    ]
    for path in sorted((ROOT / "data").rglob("*.toml")):
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        found += [Text(f"{path.name}: {key}", text) for key, text in _in_toml(document, language)]
    for path in sorted((ROOT / "data" / "texts").glob(f"*.{language}.txt")):
        prose = _TEMPLATE.sub(" ", path.read_text(encoding="utf-8"))
        found += [Text(path.name, line) for line in prose.splitlines() if line.strip()]
    return found


def words_of(text: str) -> list[str]:
    """Split a text in words, the parts of a hyphenated one by themselves."""
    return _WORD.findall(_NOT_WORDS.sub(" ", text))


def read_list(name: str) -> list[tuple[str, str]]:
    """Read a list of words from data/translations: the word, and what to write instead if given."""
    lines = (TRANSLATIONS / name).read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" ") for line in lines if line.strip() and not line.startswith("#"))
    return [(word, instead.strip()) for word, _, instead in pairs]


def denied(found: Iterable[Text], language: str) -> list[str]:
    """Tell which texts hold a word of the other written Norwegian, and what to write."""
    rules = [
        (re.compile(fnmatch.translate(pattern)), instead)
        for pattern, instead in read_list(f"deny.{language}.txt")
    ]
    return [
        f"{text.where}: “{word}”, write {instead}"
        for text in found
        for word in words_of(text.text)
        for rule, instead in rules
        if rule.match(word.casefold())
    ]


def misspelt(words: Iterable[str], language: str) -> set[str]:
    """Ask hunspell, and the project's own list, which words there are not.

    Without hunspell the test stands aside and says so; in CI that fails it.
    """
    own = {part for word, _ in read_list(f"words.{language}.txt") for part in words_of(word)}
    known = {word.casefold() for word in own}
    asked = {word for word in words if word.casefold() not in known and not word.isupper()}
    return _unknown_to_hunspell(asked, f"{language}_NO")


def _unknown_to_hunspell(words: set[str], dictionary: str) -> set[str]:
    program = shutil.which("hunspell")
    if program is None:
        _stand_aside("hunspell isn't installed")
    done = subprocess.run(
        [str(program), "-i", "utf-8", "-d", dictionary, "-l"],
        input="\n".join(sorted(words)),
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        check=False,
    )
    if done.returncode:
        _stand_aside(f"hunspell has no dictionary {dictionary}")
    return set(done.stdout.split())


def _stand_aside(why: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(f"{why}, and CI needs it")
    pytest.skip(f"{why} (Debian: hunspell, hunspell-no)")


def _in_toml(value: Any, language: str, key: str = "") -> Iterator[tuple[str, str]]:
    """Find the texts under keys named by the language."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _in_toml(item, language, f"{key}[{number}]")
    elif isinstance(value, dict):
        for name, item in value.items():
            if name == language:
                yield from ((key, text) for text in texts(item))
            else:
                yield from _in_toml(item, language, f"{key}.{name}".lstrip("."))
