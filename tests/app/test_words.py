"""Words in the language that was asked for, and never a crash for the lack of one."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.words import LANGUAGES, N_, Words, bind_click, choose_language, locale_language

if TYPE_CHECKING:
    from pathlib import Path

CLICK = """
import click
from app.words import bind_click
bind_click({language!r})
@click.command()
@click.argument("case")
@click.option("--due", type=click.DateTime())
def talk(case, due):
    pass
talk({arguments!r}, prog_name="viddevakt")
"""


def click_says(language: str, *arguments: str) -> str:
    # The text domain belongs to a whole process, so each language gets one of its own.
    code = CLICK.format(language=language, arguments=list(arguments))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False,
        env={"PYTHONUTF8": "1", "PATH": "", "LC_ALL": "C"},
    )  # fmt: skip
    return done.stdout + done.stderr


def write_catalogue(folder: Path, **texts: str) -> Path:
    """Compile a nynorsk catalogue with the given texts, underscores standing for spaces."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    catalogue = Catalog(locale="nn")
    for msgid, text in texts.items():
        catalogue.add(msgid.replace("_", " "), text)
    path = folder / "nn" / "LC_MESSAGES" / "viddevakt.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)
    return folder


def test_a_text_is_given_in_the_language_asked_for() -> None:
    assert [Words(language)("Commands") for language in LANGUAGES] == [
        "Kommandoar",
        "Kommandoer",
        "Commands",
    ]


def test_arguments_are_put_where_the_translation_wants_them() -> None:
    text = "Could not open file {filename!r}: {message}"
    assert Words("nn")(text, filename="a", message="b") == "Fekk ikkje opna fila 'a': b"


def test_braces_stay_as_they_are_without_arguments() -> None:
    assert Words("en")("{who} asks") == "{who} asks"


def test_an_argument_is_never_read_as_a_pattern_itself() -> None:
    assert Words("en")("{who} asks", who="{0.__class__} %s [/]") == "{0.__class__} %s [/] asks"


@pytest.mark.parametrize(
    ("language", "n", "shown"),
    [
        ("nn", 1, "Valet 'a' treng ein verdi."),
        ("nn", 2, "Valet 'a' treng 2 verdiar."),
        ("nn", 0, "Valet 'a' treng 0 verdiar."),
        ("nb", 1, "Valget 'a' trenger en verdi."),
        ("en", 1, "Option 'a' requires an argument."),
        ("en", 2, "Option 'a' requires 2 arguments."),
    ],
)
def test_a_number_chooses_its_form(language: str, n: int, shown: str) -> None:
    one = "Option {name!r} requires an argument."
    many = "Option {name!r} requires {nargs} arguments."
    assert Words(language).many(one, many, n, name="a", nargs=n) == shown


def test_the_number_itself_can_be_shown_without_being_given_twice() -> None:
    assert Words("en").many("{n} minute left", "{n} minutes left", 3) == "3 minutes left"


def test_a_text_without_a_translation_is_shown_in_english() -> None:
    assert Words("nn")("Nobody has written this yet") == "Nobody has written this yet"


def test_an_empty_text_is_empty_and_not_the_header_of_the_catalogue() -> None:
    assert Words("nn")("") == ""


def test_a_translation_whose_placeholders_do_not_fit_is_shown_in_english(tmp_path: Path) -> None:
    folder = write_catalogue(tmp_path, **{"{who}_asks": "{kven} spør"})
    words = Words("nn", folder)
    assert words("{who} asks", who="PPT") == "PPT asks"
    assert words("{who} asks", whom="PPT") == "{who} asks"


@pytest.mark.parametrize("content", [b"", b"no catalogue at all", b"\xde\x12\x04\x95\x00\x00"])
def test_a_damaged_catalogue_leaves_the_program_in_english(tmp_path: Path, content: bytes) -> None:
    path = write_catalogue(tmp_path) / "nn" / "LC_MESSAGES" / "viddevakt.mo"
    path.write_bytes(content)
    assert Words("nn", tmp_path)("Commands") == "Commands"


def test_a_catalogue_that_is_not_there_leaves_the_program_in_english(tmp_path: Path) -> None:
    words = Words("nb", tmp_path)
    assert (words.language, words("Commands")) == ("nb", "Commands")


def test_an_unknown_language_is_english() -> None:
    assert Words("../../etc").language == "en"


@given(st.text(), st.dictionaries(st.text(), st.text()))
def test_no_text_and_no_arguments_can_stop_the_program(msgid: str, args: dict[str, str]) -> None:
    assert isinstance(Words("en")(msgid, **args), str)


def test_a_marked_text_is_unchanged() -> None:
    assert N_("Next phase") == "Next phase"


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "nn_NO.UTF-8"}, "nn"),
        ({"LANG": "nb_NO.UTF-8"}, "nb"),
        ({"LANG": "no_NO"}, "nb"),
        ({"LANG": "nn"}, "nn"),
        ({"LANG": "NN-no"}, "nn"),
        ({"LANG": "en_GB@euro"}, "en"),
        ({"LANG": "en.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, None),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "POSIX"}, None),
        ({}, None),
        ({"LANG": "nn_NO", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LANG": "nn_NO", "LC_MESSAGES": "en_GB", "LC_ALL": "nb_NO"}, "nb"),
        ({"LANG": "nn_NO", "LC_ALL": ""}, "nn"),
        ({"LANG": "nn_NO", "LC_ALL": "C"}, None),
    ],
)
def test_the_locale_decides_as_posix_says(environ: dict[str, str], language: str | None) -> None:
    assert locale_language(environ) == language


@pytest.mark.parametrize(
    ("option", "case", "lang", "language"),
    [
        ("en", "nn", "nb_NO", "en"),
        (None, "nn", "en_GB", "nn"),
        (None, None, "en_GB", "en"),
        (None, None, "de_DE", "nb"),
        ("", "", "", "nb"),
        ("klingon", None, "nn_NO", "nn"),
    ],
)
def test_the_option_wins_then_the_case_then_the_locale_then_bokmal(
    option: str | None, case: str | None, lang: str, language: str
) -> None:
    assert choose_language(option, case, {"LANG": lang}) == language


@given(st.none() | st.text(), st.none() | st.text(), st.text())
def test_whatever_is_wished_the_choice_is_one_of_ours(
    option: str | None, case: str | None, lang: str
) -> None:
    assert choose_language(option, case, {"LANG": lang}) in LANGUAGES


def test_click_speaks_the_language_too() -> None:
    assert "Bruk: viddevakt [OPTIONS]" in click_says("nn", "--help")
    assert "Vis denne hjelpa og avslutt." in click_says("nn", "--help")
    assert "Vis denne hjelpen og avslutt." in click_says("nb", "--help")
    assert "Show this message and exit." in click_says("en", "--help")
    assert "Feil: Manglar argument 'CASE'." in click_says("nn")
    assert "Valget '--nei' finnes ikke." in click_says("nb", "--nei")


def test_the_language_of_click_is_set_where_gettext_looks_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    called: list[tuple[str, ...]] = []
    monkeypatch.setattr("gettext.bindtextdomain", lambda *args: called.append(args))
    monkeypatch.setattr("gettext.textdomain", lambda *args: called.append(args))
    environ: dict[str, str] = {}
    bind_click("nn", environ)
    assert environ == {"LANGUAGE": "nn"}
    assert [args[0] for args in called] == ["viddevakt", "viddevakt"]
