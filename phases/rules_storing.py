"""The checks of the rules about keeping the log (R-S1, R-S3, R-S4); the store keeps the first two.

`data/access.py` writes the note of R-S1, and two writers meet in `data/journal.py` (R-S3): one
entry each, and an edit by field is refused where that field has another value by now (exit 4).
"""

from __future__ import annotations

from collections.abc import Mapping

from phases.changes import EXIT_CONFLICT, RefusedError
from phases.rules_ask import Ask

Hit = Mapping[str, str] | None


def access_unnoted(ask: Ask) -> Hit:
    """R-S1: that the log was opened, shown or taken out couldn't be noted: it is told.

    A window is opened all the same, and a withdrawal holds: a meeting must not stand still for a
    full disk. A change is its own entry in the log, which is durable or isn't made at all.
    """
    return None if ask.ctx.noted else {}


def goes_out_unnoted(ask: Ask) -> Hit:
    """R-S1: nothing is shown or taken out of a log unnoted, but while its meeting is under way."""
    sitting = ask.case.sitting
    underway = sitting is not None and sitting.underway
    return None if ask.ctx.noted or underway else {}


def somebody_was_first(ask: Ask) -> Hit:
    """R-S3: what the command starts from isn't what stands there any more."""
    command = ask.command
    if command is None:
        return None
    try:
        command.unless_overtaken(ask.case)
        if getattr(command, "was", None) is not None:
            command.change(ask.case, ask.ctx)
    except RefusedError as found:
        refusal = found.refusal
        return {"why": refusal.code} if refusal.exit_code == EXIT_CONFLICT else None
    return None


def to_be_handed_over(ask: Ask) -> Hit:
    """R-E18: the log is closed: to the folder, then away from here."""
    if ask.case.facts.status == "open":
        return None
    return {"archived": "yes" if ask.case.facts.archived else "no"}


def kept_too_long(ask: Ask) -> Hit:
    """R-S4: the day until which the log was to be kept has gone by."""
    until = ask.case.facts.keep_until
    return {"day": until.isoformat()} if until is not None and ask.ctx.today > until else None


def archived_untold(ask: Ask) -> Hit:
    """R-S4: nobody has said whether the log stands in folder or archive, and it is deleted."""
    if ask.case.facts.archived is not None or ask.case.facts.rehearsal:
        return None
    return {} if ask.case.held is not None else None
