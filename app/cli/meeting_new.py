"""`meeting new`: the next meeting as last time, proposed; `--accept` plans it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from app.cli.errors import StopError
from app.cli.output import put, table, write
from app.cli.verbs import Verb
from app.wording.said import Said

if TYPE_CHECKING:
    from datetime import date, time

    from app.cli.session import Session
    from app.proposing import Proposing
    from app.words import Words
    from data.caselog import CaseLog
    from phases.case import Case
    from phases.commands import Command


def new(_: Words) -> click.Command:
    """Propose the next meeting."""

    @click.command(
        "new",
        cls=Verb,
        help=_(
            "Propose the next meeting: people, place and kind as last time, the day that was "
            "agreed, else the latest one. Saves nothing without --accept."
        ),
    )
    @click.argument("case", metavar=_("CASE"))
    @click.option("--accept", is_flag=True, help=_("Plan it as proposed; prints its id."))
    @click.option("--at", metavar=_("DATE TIME"), help=_("When, like “2027-01-19 13:00”."))
    @click.option("--place", metavar=_("TEXT"), help=_("Where."))
    @click.option("--structure", metavar=_("ID"), help=_("Another structure than the proposed."))
    @click.option("--without", multiple=True, metavar=_("NAME"), help=_("Who doesn't come."))
    @click.option("--guard", metavar=_("NAME"), help=_("Who is viddevakt; “none”: nobody yet."))
    @click.option("--json", "as_json", is_flag=True, help=_("As one JSON list."))
    @click.pass_obj
    def command(
        session: Session, /, *, case: str, accept: bool, as_json: bool, **given: Any
    ) -> None:
        session.check_structure(given["structure"])
        log, proposing = _proposing(session, case)
        if accept:
            done = session.change(log, *_commands(session, proposing, given))
            put(done.made or "")
        else:
            session.note_log("show", log)
            _tell(proposing, as_json=as_json)

    return command


def _proposing(session: Session, case: str) -> tuple[CaseLog, Proposing]:
    """The proposal for this log. Refused while a meeting of it is planned or under way."""
    from app.proposing import Proposing, stands

    log = session.open(case)
    if stands(log.case):
        words = session.words
        said = Said(words("A meeting is planned already"), words("Change it: `meeting plan`"))
        raise StopError(said, "E-EXISTS")
    like = None if log.case.meetings else _like(session, log.case)
    return log, Proposing(log.case, log.context(), session.words, like)


def _like(session: Session, case: Case) -> Case | None:
    """The newest log of the same unit, noted as shown: its roles and services are."""
    from data.other_cases import OtherCases
    from phases.new_group import newest_like

    others = OtherCases(session.vault, session.clock, session.structures, session.seat, case.id)
    logs = {log.case.id: log for log in others.logs()}
    found = newest_like((log.case for log in logs.values()), case.facts.unit)
    if found is not None:
        session.note_log("show", logs[found.id])
    return found


def _tell(proposing: Proposing, *, as_json: bool) -> None:
    lines = proposing.lines()
    if as_json:
        write(json.dumps([line._asdict() for line in lines], ensure_ascii=False, indent=2) + "\n")
    else:
        put(*table([(each.label, each.value or "–", each.why) for each in lines]))


def _commands(session: Session, proposing: Proposing, given: dict[str, Any]) -> tuple[Command, ...]:
    found = proposing.found
    day, clock = _when(session, proposing, given["at"])
    away = {_person(proposing, name) for name in given["without"]}
    return proposing.commands(
        day,
        clock,
        place=found.place if given["place"] is None else session.text(given["place"]),
        structure=given["structure"] or found.structure,
        comes={p.key for p in proposing.people if p.comes} - away,
        guard=_guard(proposing, given["guard"]),
    )


def _when(session: Session, proposing: Proposing, at: str | None) -> tuple[date, time]:
    """What was typed, else what is proposed; a person decides where nothing is."""
    from phases.reading_times import read_moment

    words, found = session.words, proposing.found
    if at is not None:
        moment = read_moment(at, session.zone, today=session.today, language=words.language)
        local = moment.astimezone(session.zone)
        return local.date(), local.time()
    if found.day.on is None or found.clock is None:
        said = Said(words("No day and time is known for it"), words("Say when with --at"))
        raise StopError(said, "E-DATE")
    return found.day.on, found.clock


def _person(proposing: Proposing, name: str) -> str:
    from phases.changes import Refusal, RefusedError

    wanted = name.casefold()
    person = proposing.case.find_participant(name)
    keys = [p.key for p in proposing.people if p.label.casefold() == wanted]
    if person is not None:
        return person.id
    if not keys:
        raise RefusedError(Refusal("no-participant", {"name": name}))
    return keys[0]


def _guard(proposing: Proposing, name: str | None) -> str:
    if name is None:
        return proposing.found.guard
    return "" if name == "none" else _person(proposing, name)
