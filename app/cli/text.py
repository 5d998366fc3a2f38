"""`text list | show | new | check`: the texts before a meeting, and wording one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.errors import StopError
from app.cli.faults import put_found, unusable
from app.cli.output import put, put_warning
from app.cli.verbs import Verb, Verbs
from app.wording.said import Said
from phases.words import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.cli.session import Session
    from app.words import Words
    from data.texts import Texts
    from data.texts.fields import TextKind
    from data.texts.filling import Filled


def build(_: Words) -> click.Command:
    """The group."""
    return Verbs(
        "text",
        _,
        {"list": list_, "show": show, "new": new, "check": check},
        help=_("The texts before a meeting, and wording your own."),
    )


def list_(_: Words) -> click.Command:
    """List the texts."""

    @click.command(
        "list", cls=Verb, help=_("List the texts by name, and which are your own wording.")
    )
    @click.pass_obj
    def command(session: Session) -> None:
        from app.wording.texts import kind_words
        from data.texts.fields import KINDS, TEXT_LANGUAGES

        texts, words = _texts(session), session.words
        rows = []
        for kind in KINDS:
            for language in TEXT_LANGUAGES:
                own = texts.own_path(kind, language) is not None
                told = words("your own") if own else ""
                rows.append((f"{kind}.{language}", kind_words(kind, words), told))
        put_found(rows, tuple(texts.strange()), words)

    return command


def show(_: Words) -> click.Command:
    """Show a text as it stands in its file."""

    @click.command("show", cls=Verb, help=_("Show a text as it is worded in its file."))
    @click.argument("name", metavar=_("TEXT"))
    @click.pass_obj
    def command(session: Session, name: str) -> None:
        template = _texts(session).template(*_named(session, name))
        put(*template.text.rstrip("\n").split("\n"))

    return command


def new(_: Words) -> click.Command:
    """Make one's own."""

    @click.command(
        "new", cls=Verb, help=_("Copy a text into your own, to word it anew; prints the new file.")
    )
    @click.argument("name", metavar=_("TEXT"))
    @click.pass_obj
    def command(session: Session, name: str) -> None:
        wanted = _named(session, name)
        session.vault  # noqa: B018 - raises where the folder can't carry anything
        path = _texts(session).make_own(*wanted)
        session.tell_notes()
        put(str(path))

    return command


def check(_: Words) -> click.Command:
    """Check one's own wording."""

    @click.command(
        "check", cls=Verb, help=_("See whether a text of your own can be used: its file, or name.")
    )
    @click.argument("file", metavar=_("FILE"))
    @click.pass_obj
    def command(session: Session, file: str) -> None:
        from data.structures.problems import StructureError
        from data.texts import read_template
        from data.texts.trying import tried

        try:
            path = Path(file)
            if not file.endswith(".txt") and not path.exists():
                path = _texts(session).path(*_named(session, file))
            template = read_template(path)
            found = tried(template)
        except StructureError as error:
            raise unusable(error, session.words) from None
        put(*_shown(found, template.kind, session.words))
        for warning in _warnings(found, template.kind, session.words):
            put_warning(warning)

    return command


def _shown(found: Filled, kind: TextKind, words: Words) -> Iterator[str]:
    """How it reads, for a meeting that isn't one."""
    if kind == "reminder-email":
        yield f"{words('Subject')}: {found.title}"
        yield ""
    elif found.title:
        yield from (found.title, "")
    yield from found.body.split("\n")


def _warnings(found: Filled, kind: TextKind, words: Words) -> Iterator[str]:
    """What doesn't hinder its use, and still isn't meant."""
    from app.wording.texts import size_words
    from data.texts.trying import telling_words
    from phases.personal import PersonalKind, personal_kinds
    from phases.sms import sms_size

    told = telling_words(found, kind)
    if told:
        yield words("This tells others what the meeting is about: {words}", words=", ".join(told))
    if PersonalKind.BIRTH_NUMBER in personal_kinds(found.body):
        yield "R-S2: " + words("This looks like a birth number. It isn't needed here.")
    if kind == "reminder-sms":
        size = sms_size(found.body)
        if size.foreign or not size.fits:
            yield size_words(size, words)


def _texts(session: Session) -> Texts:
    from data.texts import texts_of

    return texts_of(session.folder)


def _named(session: Session, typed: str) -> tuple[TextKind, Language]:
    """Which text `summons.nn`, a file's name or `summons` alone means. Raises StopError."""
    from data.texts.fields import FILE_NAMES, KINDS
    from phases.nearest import nearest
    from phases.text import safe

    name = typed.removesuffix(".txt")
    if f"{name}.txt" in FILE_NAMES:
        return FILE_NAMES[f"{name}.txt"]
    if name in KINDS:
        return name, session.words.language
    known = [each.removesuffix(".txt") for each in FILE_NAMES]
    near = nearest(name, [*KINDS, *known])
    words = session.words
    todo = words("Did you mean “{nearest}”?", nearest=near) if near else ""
    said = Said(
        words("There is no text “{value}”", value=safe(typed)),
        todo or words("See `viddevakt text list`"),
    )
    raise StopError(said, "no-text")
