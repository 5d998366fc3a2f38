"""`meeting sent`: who has got their summons, invitation or reminder, and to note that it went."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

import click

from app.cli.output import put, write
from app.cli.typed import typed
from app.cli.verbs import Verb
from phases.words import Channel, NoticeKind

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from phases.case import Case


def sent(_: Words) -> click.Command:
    """List who has got theirs, or note it."""

    @click.command(
        "sent",
        cls=Verb,
        help=_("Say who has got their summons or reminder; with KIND, note that it was sent."),
    )
    @click.argument("case", metavar=_("CASE"))
    @click.argument(
        "kind", metavar=_("KIND"), required=False, type=click.Choice(get_args(NoticeKind))
    )
    @click.option("--channel", type=click.Choice(get_args(Channel)), help=_("How it went out."))
    @click.option(
        "--to",
        multiple=True,
        metavar=_("NAME"),
        help=_("To whom; else everybody who comes and hasn't got theirs."),
    )
    @click.option("--on", metavar=_("DATE"), help=_("On which day; else today."))
    @click.option("--json", "as_json", is_flag=True, help=_("As one JSON list."))
    @click.pass_obj
    def command(
        session: Session, /, case: str, kind: NoticeKind | None, as_json: bool, **options: Any
    ) -> None:
        given = {name: value for name, value in options.items() if value}
        log = session.open(case)
        if kind is not None:
            session.change(log, typed(session, "notice", kind=kind, **given))
        elif given:
            raise click.UsageError(session.words("Which kind was it?"))
        else:
            session.note_log("show", log)
        _tell(session, log.case, as_json=as_json)

    return command


def _tell(session: Session, case: Case, *, as_json: bool) -> None:
    """A line a kind, or a row a kind and person."""
    from app.wording.preparing import NOTICES, notices_words
    from phases.leaving_out import shown
    from phases.notices import receivers
    from phases.preparing_meeting import notices_before

    case = shown(case)
    sitting = case.sitting
    if sitting is None or sitting.state != "planned":
        if as_json:
            write("[]\n")
        else:
            put(session.words("No meeting is planned"))
        return
    kinds = notices_before(case, sitting)
    told = {kind: receivers(case, sitting.meeting.id, kind) for kind in kinds}
    if as_json:
        rows = [
            {
                "kind": kind,
                "to": each.person.id,
                "name": each.person.label,
                "sent_on": each.notice.sent_on.isoformat() if each.notice else None,
                "channel": each.notice.channel if each.notice else None,
            }
            for kind, found in told.items()
            for each in found
        ]
        write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return
    _, today = session.words, session.today
    put(*(f"{_(NOTICES[kind])}: {notices_words(found, today, _)}" for kind, found in told.items()))
