"""`report`: a paper from a log, in the format that somebody needs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.errors import StopError
from app.cli.taking_out import take_out
from app.cli.verbs import Verb
from app.papers.errors import PaperError
from app.papers.formats import BINARY, FORMATS
from app.papers.kinds import KINDS, sitting_for
from app.wording.said import Said
from app.words import LANGUAGES

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.papers.asking import Asked
    from app.words import Words
    from data.caselog import CaseLog
    from phases.sitting import Sitting


def build(_: Words) -> click.Command:
    """Write a paper from a log."""

    @click.command("report", cls=Verb, help=_help(_))
    @click.argument("case", metavar=_("CASE"))
    @click.option(
        "--kind", type=click.Choice(list(KINDS)), default="minutes", help=_("Which paper.")
    )
    @click.option("--meeting", type=int, metavar=_("NUMBER"), help=_("About an earlier meeting."))
    @click.option(
        "--for",
        "reader",
        metavar=_("NAME"),
        help=_("For whom: their part, in their language unless --lang says another."),
    )
    @click.option(
        "--format", "form", type=click.Choice(FORMATS), help=_("Else by the file's name, or text.")
    )
    @click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        help=_("In this language; else the reader's own, else the log's."),
    )
    @click.option("--blank", is_flag=True, help=_("A form to fill in by hand."))
    @click.option("-o", "--output", metavar=_("FILE"), help=_("Write it there instead."))
    @click.option("--force", is_flag=True, help=_("Write over the file that is there."))
    @click.pass_obj
    def command(session: Session, /, *, case: str, **options: Any) -> None:
        from app.papers.making import make

        output: str | None = options["output"]
        kind: str = options["kind"]
        form: str = options["form"] or _by_name(output, session.words)
        if output is None:
            _unless_screen(form, session.words)
        log = session.open(case)
        asked = wish(
            session,
            log,
            kind,
            options["meeting"],
            options["reader"],
            blank=options["blank"],
            language=options["lang"],
        )
        with said_plainly():
            made = make(asked, kind, form)
        take_out(session, log, made, output, force=options["force"])

    return command


def _unless_screen(form: str, _: Words) -> None:
    """Keep bytes that are no text off a terminal, which would take them for commands."""
    if form in BINARY and _is_terminal():
        said = Said(
            _("{form} is no text for a terminal", form=form),
            _("Give a file with {option}", option="-o"),
        )
        raise StopError(said, "E-FORMAT")


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


@contextmanager
def said_plainly() -> Iterator[None]:
    """That a paper can't be made ends the command with one line. Raises StopError."""
    try:
        yield
    except PaperError as error:
        raise StopError(error.said, error.code, error.exit_code) from None


def _help(_: Words) -> str:
    kinds = [f"{name}: {_(kind.words)}" for name, kind in KINDS.items()]
    about = _("Make a paper from a log. Nothing is typed again, and nothing is sent.")
    return "\n\n".join([about, *kinds])


def _by_name(output: str | None, _: Words) -> str:
    """The format that a file's name ends in; plain text where it says none.

    Raises StopError for another kind of file: text in a `.doc` or `.odt` would open as nonsense.
    """
    end = Path(output).suffix.lower().removeprefix(".") if output else ""
    if end.isalpha() and end not in FORMATS:
        asked = _("Choose one of: {allowed}", allowed=", ".join(FORMATS))
        raise StopError(Said(_("No paper is made as {form}", form=f".{end}"), asked), "E-FORMAT")
    return end if end in FORMATS else "txt"


def wish(
    session: Session,
    log: CaseLog,
    kind: str,
    meeting: int | None,
    reader: str | None,
    *,
    blank: bool = False,
    language: str | None = None,
) -> Asked:
    """What is asked for; `language` comes before the reader's own.

    Raises StopError where there is no such meeting or person.
    """
    from app.papers.asking import Asked
    from app.words import Words

    _, case = session.words, log.case
    person = case.find_participant(reader) if reader is not None else None
    if reader is not None and person is None:
        raise StopError(Said(_("Nobody here is called “{value}”", value=reader)), "E-WHO")
    # A blank form is for the meeting to come.
    nearest = case.sitting if blank else sitting_for(kind, case)
    sitting = nearest if meeting is None else _sitting(session, log, meeting)
    asked = language or session.language
    tongue = asked or (person.language if person else "") or _.language
    own = session.settings
    return Asked(
        case,
        log.context(),
        Words(tongue),
        sitting,
        person,
        measured=own.measured_times,
        blank=blank,
        sender=own.sender,
        vault=session.folder,
    )


def _sitting(session: Session, log: CaseLog, number: int) -> Sitting:
    case, _ = log.case, session.words
    for meeting in case.meetings.values():
        if meeting.number == number:
            return case.sitting_of(meeting.id)
    raise StopError(Said(_("There is no meeting {number}", number=number)), "E-MEETING")
