"""Translations from the code to the catalogues: `extract`, `update`, `compile`, `missing`.

    python -m scripts.translations extract    the texts of app/ and click into viddevakt.pot
    python -m scripts.translations update     ... and the new ones into each language's .po
    python -m scripts.translations compile    each .po into the .mo that the program reads
    python -m scripts.translations missing    what is still to be translated

The files carry no dates, paths or line numbers: they would change with every commit and on every
machine, and two people who add a text would always be in each other's way.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "data" / "translations"
DOMAIN: Final = "viddevakt"
LANGUAGES: Final = ("nn", "nb")
"""Those with a catalogue. English needs none: its texts are the ones in the code."""

KEYWORDS: Final = {"_": None, "N_": None, "words": None, "_words": None, "many": (1, 2)}
"""What marks a text in app/; `many` takes the text for one and for any other number."""

CLICK_FILES: Final = (
    "core", "decorators", "exceptions", "formatting", "parser", "termui", "types",
)  # fmt: skip
"""The parts of click whose words a user can meet; the others are for Windows' console, editors
and progress bars, which we don't use."""

CLICK_UNREACHABLE: Final = frozenset(
    {
        "Argument {name!r} takes {nargs} values.",
        "Arguments take exactly one parameter declaration, got {length}: {decls}.",
        "Boolean option {decl!r} cannot use the same flag for true/false.",
        "Choice({choices})",
        "Could not determine name for option with declarations {decls!r}",
        "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
        "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
        "Invalid start character for option ({option})",
        "Name '{name}' defined twice",
        "No options defined but a name was passed ({name}). Did you mean to declare an argument "
        "instead? Did you mean to pass '--{name}'?",
        "Unknown color {colour!r}",
        "Value must be an iterable.",
        "{value!r} is not a valid UUID.",
    }
)
"""What only somebody who writes a command wrongly would see. A list of what to leave out, not of
what to take: a message that a new click brings then shows up as missing instead of in English."""

_HEADER: Final = """\
# Viddevakt.
# MIT, as the program.
msgid ""
msgstr ""
"Project-Id-Version: viddevakt\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def po_path(language: str, folder: Path = FOLDER) -> Path:
    """Tell where a language's catalogue is kept."""
    return folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def extract() -> Catalog:
    """Collect the texts of app/ and those of the installed click that a user can meet."""
    catalog = Catalog(charset="utf-8")
    for message, comments in (*_app_messages(), *_click_messages()):
        catalog.add(message, auto_comments=comments)
    return catalog


def dump(catalog: Catalog, language: str = "") -> str:
    """Write a catalogue as text, sorted, so that only what really changed differs."""
    buffer = io.BytesIO()
    write_po(
        buffer, catalog, width=100, no_location=True, omit_header=True, sort_output=True,
        ignore_obsolete=True,
    )  # fmt: skip
    body = buffer.getvalue().decode().strip("\n")
    return _HEADER.format(language=language) + (body + "\n" if body else "")


def load(path: Path) -> Catalog:
    """Read a .po or .pot file.

    Raises:
        OSError: It can't be read.
        babel.messages.pofile.PoFileError: It isn't such a file.
    """
    with path.open("rb") as file:
        catalog = read_po(file, charset="utf-8", abort_invalid=True)
    # Babel puts the hour into what it writes where the file has none: a build would never
    # give the same bytes twice.
    catalog.creation_date = catalog.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    return catalog


def update(folder: Path = FOLDER) -> None:
    """Write the template anew and take its texts into each language, guessing at nothing."""
    template = extract()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{DOMAIN}.pot").write_text(dump(template), encoding="utf-8", newline="\n")
    for language in LANGUAGES:
        path = po_path(language, folder)
        catalog = load(path) if path.exists() else Catalog(locale=language, charset="utf-8")
        # A likely translation that nobody has read is worse than none, so no fuzzy ones.
        catalog.update(template, no_fuzzy_matching=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dump(catalog, language), encoding="utf-8", newline="\n")


def compile_catalogues(folder: Path = FOLDER) -> list[Path]:
    """Make every .mo that is older than its .po; called by the build, by make and by the tests.

    Returns:
        The .mo files, made now or before.
    """
    made = []
    for source in sorted(folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        target = source.with_suffix(".mo")
        made.append(target)
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        buffer = io.BytesIO()
        write_mo(buffer, load(source))
        # Whole or not at all: two test runs may do this at once.
        unfinished = target.with_name(f".{target.name}.{os.getpid()}")
        unfinished.write_bytes(buffer.getvalue())
        unfinished.replace(target)
    return made


def missing(language: str, folder: Path = FOLDER) -> list[str]:
    """List the texts that a language lacks, or has only half or as a guess."""
    found = []
    for message in load(po_path(language, folder)):
        strings = texts(message.string)
        if message.id and (message.fuzzy or not strings or not all(strings)):
            found.append(texts(message.id)[0])
    return found


def texts(entry: str | Iterable[str] | None) -> tuple[str, ...]:
    """Give the texts of a message's id or translation: one, or as many as it has plural forms."""
    return (entry,) if isinstance(entry, str) else tuple(entry or ())


def _app_messages() -> Iterator[tuple[str | tuple[str, ...], list[str]]]:
    for path in sorted((ROOT / "app").rglob("*.py")):
        found = extract_from_file(
            "python", path, KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
        )
        for _line, message, comments, _context in found:
            yield message, comments


def _click_messages() -> Iterator[tuple[str | tuple[str, ...], list[str]]]:
    spec = find_spec("click")
    if spec is None or spec.origin is None:
        text = "click isn't installed, and its words are part of the translations"
        raise RuntimeError(text)
    keywords = {"_": None, "ngettext": (1, 2)}
    for name in CLICK_FILES:
        path = Path(spec.origin).with_name(f"{name}.py")
        for _line, message, _comments, _context in extract_from_file("python", path, keywords):
            if texts(message)[0] not in CLICK_UNREACHABLE:
                yield message, []


def main(arguments: list[str] | None = None) -> int:
    """Run one of the four steps; 1 when `missing` finds something."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m scripts.translations")
    parser.add_argument("step", choices=("extract", "update", "compile", "missing"))
    step = parser.parse_args(arguments).step
    if step == "extract":
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / f"{DOMAIN}.pot").write_text(dump(extract()), encoding="utf-8", newline="\n")
    elif step == "update":
        update()
    elif step == "compile":
        compile_catalogues()
    if step in ("update", "missing"):
        lacking = [(language, text) for language in LANGUAGES for text in missing(language)]
        for language, text in lacking:
            sys.stdout.write(f"{language}: {text!r}\n")
        return 1 if lacking and step == "missing" else 0
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
