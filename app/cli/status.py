"""`status CASE`: how the meeting stands, for people and for programs."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any, Final

import click

from app.cli.output import put, write
from app.cli.verbs import Verb
from app.wording.states import state_words

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from phases.case import Case
    from phases.clock import Stamp

NOTHING: Final = "-"
"""What stands where a key means nothing now."""


def build(_: Words) -> click.Command:
    """Say how the meeting stands."""

    @click.command("status", cls=Verb, help=_("Say how the newest meeting stands."))
    @click.argument("case", metavar=_("CASE"))
    @click.option("--json", "as_json", is_flag=True, help=_("As one JSON object."))
    @click.pass_obj
    def command(session: Session, case: str, as_json: bool) -> None:
        found = session.open(case).case
        if as_json:
            state = state_of(found, session.clock.stamp())
            write(json.dumps(state, ensure_ascii=False) + "\n")
        else:
            put(*state_lines(session, found))

    return command


def state_of(case: Case, now: Stamp) -> dict[str, Any]:
    """The keys of design §9; what means nothing outside a meeting is null there."""
    from phases.floor import floor
    from phases.pace import pace

    sitting = case.sitting
    at = pace(sitting, now) if sitting and sitting.underway else None
    speaking = floor(case, sitting).now if sitting else None
    return {
        "state": sitting.state if sitting else "draft",
        "phase": at.phase if at else None,
        "remaining_s": round(at.remaining_s, 3) if at else None,
        "lateness_s": round(at.lateness_s, 3) if at else None,
        "floor": speaking.key if speaking else None,
        "running": sitting is not None and sitting.state == "running",
        "revision": case.revision,
    }


def state_lines(session: Session, case: Case) -> list[str]:
    """The same as `key: value` for people: the keys are fixed, the values are words."""
    words, now = session.words, session.clock.stamp()
    state = state_of(case, now)
    told = {
        "state": state_words(state["state"], words),
        "phase": _phase(session, case, state["phase"]),
        "remaining_s": _whole(state["remaining_s"]),
        "lateness_s": _lateness(state["lateness_s"], words),
        "floor": _floor(case, words) if state["floor"] else NOTHING,
        "running": words("yes") if state["running"] else words("no"),
    }
    return [f"{key}: {told.get(key, value)}" for key, value in state.items()]


def _phase(session: Session, case: Case, phase: str | None) -> str:
    """The title of a part, its id where the structure's file has gone since."""
    from app.phase_words import phase_words

    if phase is None or case.sitting is None:
        return NOTHING
    structure = session.structures.get(case.sitting.agenda.structure)
    said = phase_words(structure, phase, case.facts.unit, session.words.language)
    return said.title if said else phase


def _whole(seconds: float | None) -> str:
    """Seconds rounded up, as the clock of the meeting shows them."""
    return NOTHING if seconds is None else str(math.ceil(seconds))


def _lateness(seconds: float | None, words: Words) -> str:
    """Against the agreed end, in words: a bare sign says nothing to people (design §4.4)."""
    if seconds is None:
        return NOTHING
    minutes = round(abs(seconds) / 60)
    if not minutes:
        return words("as agreed")
    if seconds > 0:
        return words("{n} min later than agreed", n=minutes)
    return words("{n} min earlier than agreed", n=minutes)


def _floor(case: Case, words: Words) -> str:
    from app.wording.speech import turn_words
    from phases.floor import floor

    turn = floor(case, case.sitting).now if case.sitting else None
    return turn_words(turn, case, words) if turn else NOTHING
