"""`meeting prepare | due | minutes | feedback`: what is left to do around a meeting."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal, get_args

import click

from app.cli.output import put, write
from app.cli.typed import typed
from app.cli.verbs import Verb
from phases.words import Heard, MinutesStatus

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from phases.changes import Finding


def prepare(_: Words) -> click.Command:
    """List what the next meeting still needs."""
    return _listing("prepare", _("List what the planned meeting still needs."), _)


def due(_: Words) -> click.Command:
    """List what is due."""
    return _listing("due", _("List what is due before and after a meeting."), _)


def _listing(moment: Literal["prepare", "due"], told: str, _: Words) -> click.Command:
    @click.command(moment, cls=Verb, help=told)
    @click.argument("case", metavar=_("CASE"))
    @click.option("--json", "as_json", is_flag=True, help=_("As one JSON list."))
    @click.pass_obj
    def command(session: Session, case: str, as_json: bool) -> None:
        from app.wording.rules import finding_words

        found = _asked(session, case, moment)
        said = [(f, finding_words(f, session.words)) for f in found]
        if as_json:
            rows = [{"rule": f.rule, "says": text, "args": dict(f.args)} for f, text in said]
            write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        else:
            put(*(f"{f.rule}: {text}" for f, text in said))

    return command


def _asked(session: Session, case: str, moment: str) -> list[Finding]:
    """The rules that speak up at this moment, in the table's order, each once."""
    from phases.changes import Finding
    from phases.preparing_meeting import findings
    from phases.rules import asked_at
    from phases.rules_ask import Ask

    log = session.open(case)
    session.note_log("show", log)
    if moment == "prepare":
        return list(findings(log.case, log.context()).values())
    ask = Ask(log.case, log.context())
    hits = ((rule.id, rule.check(ask)) for rule in asked_at(moment))
    return [Finding(rule, hit) for rule, hit in hits if hit is not None]


def minutes(_: Words) -> click.Command:
    """Say how far the minutes are."""

    @click.command(
        "minutes", cls=Verb, help=_("Say how far the minutes are and where they are filed.")
    )
    @click.argument("case", metavar=_("CASE"))
    @click.option("--status", type=click.Choice(get_args(MinutesStatus)), help=_("How far."))
    @click.option("--responsible", metavar=_("NAME"), help=_("Who answers for them."))
    @click.option("--filed", multiple=True, metavar=_("PLACE"), help=_("Every place, ticked."))
    @click.option("--to", "recipients", multiple=True, metavar=_("NAME"), help=_("Who gets them."))
    @click.option("--meeting", metavar=_("NUMBER"), help=_("Another than the newest one held."))
    @click.pass_obj
    def command(session: Session, /, case: str, **options: Any) -> None:
        given = {name: value for name, value in options.items() if value}
        log = session.open(case)
        session.change(log, typed(session, "minutes", **given))

    return command


def feedback(_: Words) -> click.Command:
    """Note how somebody found the meeting."""

    @click.command(
        "feedback", cls=Verb, help=_("Note how a guardian or the child found the meeting.")
    )
    @click.argument("case", metavar=_("CASE"))
    @click.argument("name", metavar=_("NAME"))
    @click.argument("heard", type=click.Choice(get_args(Heard)))
    @click.option("--differently", metavar=_("TEXT"), help=_("What to do otherwise next time."))
    @click.option("--meeting", metavar=_("NUMBER"), help=_("Another than the newest one held."))
    @click.pass_obj
    def command(session: Session, /, case: str, name: str, heard: str, **options: Any) -> None:
        given = {key: value for key, value in options.items() if value}
        log = session.open(case)
        session.change(log, typed(session, "feedback", who=name, heard=heard, **given))

    return command
