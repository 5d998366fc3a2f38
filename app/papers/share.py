"""Who may be given a paper, and how much of it (R-E9, S2-2b, S2-6d)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.papers.errors import refused
from phases.changes import EXIT_RULE
from phases.minutes import kept_from, share_of

if TYPE_CHECKING:
    from app.papers.asking import Asked
    from phases.records import Activity
    from phases.words import Share


def share(asked: Asked) -> Share:
    """How much whoever it is for gets: `parts` or `whole`.

    Consent decides first, then what the meeting agreed about the log. The family isn't bound by
    the latter: they may read all that is written about them. Raises PaperError (R-E9).
    """
    person = asked.reader
    if person is None or person.family:
        return "whole"
    # Of today, and not of the meeting's day: a consent taken back since counts (R-C6).
    if share_of(asked.case, person, asked.ctx.today) == "none":
        raise refused("R-E9", asked.words, exit_code=EXIT_RULE)
    if kept_from(asked.sitting.meeting if asked.sitting else None, person):
        raise refused("R-E9", asked.words, {"agreed": "no"}, EXIT_RULE)
    agreed = asked.sitting.meeting.distribution if asked.sitting else None
    return "parts" if agreed is not None and agreed.how == "parts" else "whole"


def concerns(activity: Activity, asked: Asked) -> bool:
    """Whether whoever it is for does it, or helps with it."""
    return asked.reader is not None and asked.reader.id in (activity.owner, *activity.contributors)


def for_family(asked: Asked) -> bool:
    """Whether a guardian or the child reads it."""
    return asked.reader is not None and asked.reader.family
