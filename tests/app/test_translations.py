"""The catalogues are whole: nothing missing, guessed, broken or out of date."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from babel.messages.catalog import Catalog

from app.words import DOMAIN, LANGUAGES, TRANSLATIONS, Words
from scripts import translations

APP: Final = Path(__file__).parents[2] / "app"
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\(\w+\)s")


def placeholders(text: str) -> Counter[str]:
    return Counter(PLACEHOLDER.findall(text))


def edges(text: str) -> tuple[str, str]:
    """The white space that a text begins and ends with."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def formatted(source: str) -> Iterator[str]:
    """The texts that are marked for translation within f-strings."""
    if "{_(" not in source:
        return
    for string in ast.walk(ast.parse(source)):
        for call in ast.walk(string) if isinstance(string, ast.JoinedStr) else ():
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "_":
                [text, *_] = call.args
                if isinstance(text, ast.Constant):
                    yield str(text.value)


def test_the_program_and_its_tools_agree_on_names() -> None:
    assert DOMAIN == translations.DOMAIN
    assert TRANSLATIONS == translations.FOLDER
    assert {*translations.LANGUAGES, "en"} == set(LANGUAGES)


def test_the_template_holds_what_the_code_says_today() -> None:
    template = (TRANSLATIONS / f"{DOMAIN}.pot").read_text(encoding="utf-8")
    assert template == translations.dump(translations.extract()), "run: make words"


def test_what_is_said_inside_a_formatted_string_is_in_the_template_too() -> None:
    # It isn't found there, so it has to stand somewhere else as well: else it stays English.
    template = translations.load(TRANSLATIONS / f"{DOMAIN}.pot")
    said = {text for path in APP.rglob("*.py") for text in formatted(path.read_text("utf-8"))}
    assert {text for text in said if text not in template} == set()


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_a_catalogue_lacks_nothing_and_guesses_at_nothing(language: str) -> None:
    assert translations.missing(language) == []


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_a_catalogue_has_the_texts_of_the_template_and_no_others(language: str) -> None:
    path = translations.po_path(language)
    template = translations.load(TRANSLATIONS / f"{DOMAIN}.pot")
    catalogue = translations.load(path)
    assert {str(message.id) for message in catalogue} == {str(entry.id) for entry in template}
    assert path.read_text(encoding="utf-8") == translations.dump(catalogue, language)


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_a_translation_keeps_placeholders_and_white_space(language: str) -> None:
    for message in translations.load(translations.po_path(language)):
        if not message.id:
            continue
        originals = translations.texts(message.id)
        for number, text in enumerate(translations.texts(message.string)):
            original = originals[min(number, len(originals) - 1)]
            assert edges(text) == edges(original), original
            if len(originals) == 1:
                assert placeholders(text) == placeholders(original), original
            else:
                # "One child" may leave out the number that "{n} children" shows.
                assert placeholders(text) <= placeholders("".join(originals)), original


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_what_is_compiled_is_what_the_catalogue_says(language: str) -> None:
    words = Words(language)
    for message in translations.load(translations.po_path(language)):
        if isinstance(message.id, str) and message.id:
            assert words(message.id) == message.string


def test_no_file_tells_when_or_where_it_was_made() -> None:
    for path in [TRANSLATIONS / f"{DOMAIN}.pot", *TRANSLATIONS.glob("*/*/*.po")]:
        text = path.read_text(encoding="utf-8")
        assert "-Date:" not in text
        assert "\n#: " not in text


def test_a_new_text_shows_up_as_missing_and_never_as_a_guess(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = Catalog(charset="utf-8")
    code.add("Next phase")
    monkeypatch.setattr(translations, "extract", lambda: code)
    translations.update(tmp_path)
    path = translations.po_path("nn", tmp_path)
    nynorsk = translations.load(path)
    nynorsk["Next phase"].string = "Neste del"
    path.write_text(translations.dump(nynorsk, "nn"), encoding="utf-8")

    code.add("Next phases")
    code.add(("{n} minute left", "{n} minutes left"))
    translations.update(tmp_path)

    new = ["Next phases", "{n} minute left"]
    assert translations.missing("nn", tmp_path) == new
    assert translations.missing("nb", tmp_path) == ["Next phase", *new]


def test_compiling_again_touches_nothing(tmp_path: Path) -> None:
    source = translations.po_path("nn", tmp_path)
    source.parent.mkdir(parents=True)
    source.write_bytes(translations.po_path("nn").read_bytes())
    [target] = translations.compile_catalogues(tmp_path)
    first = target.stat()
    assert translations.compile_catalogues(tmp_path) == [target]
    assert target.stat() == first
    assert set(target.parent.iterdir()) == {target, source}
