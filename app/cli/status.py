"""`status CASE`: how the meeting stands, for people and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from app.cli.output import put, write
from app.cli.verbs import Verb

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from phases.case import Case
    from phases.clock import Stamp


def build(_: Words) -> click.Command:
    """Say how the meeting stands."""

    @click.command("status", cls=Verb, help=_("Say how the newest meeting stands."))
    @click.argument("case", metavar=_("CASE"))
    @click.option("--json", "as_json", is_flag=True, help=_("As one JSON object."))
    @click.pass_obj
    def command(session: Session, case: str, as_json: bool) -> None:
        found, now = session.open(case).case, session.clock.stamp()
        if as_json:
            write(json.dumps(state_of(found, now), ensure_ascii=False) + "\n")
        else:
            put(*state_lines(found, now))

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


def state_lines(case: Case, now: Stamp) -> list[str]:
    """The same as `key: value`, in plain words that scripts can read too."""
    return [f"{key}: {_shown(value)}" for key, value in state_of(case, now).items()]


def _shown(value: Any) -> str:
    if value is None:
        return "-"
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
