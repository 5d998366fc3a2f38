"""The minutes (*referat*), made from the log and typed by nobody (S3-29 … S3-32).

What was seen and said in the meeting, and nothing that was not: no evaluation, no signs of the
viddevakt, no lateness. How long each part took stands there where the owner's settings want it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.papers.bars import time_bars
from app.papers.errors import refused
from app.papers.minutes_ends import decision, filing, onward, put_aside, signatures
from app.papers.minutes_talk import challenge, goals, offers, talk, tried, walk
from app.papers.minutes_who import consents, head, people
from app.papers.parts import (
    NONE,
    agreed_table,
    chosen_rows,
    facts,
    newly_agreed,
    paper_of,
    part_told,
    section,
)
from app.papers.share import concerns, share
from app.wording.capital import capital
from app.wording.states import minutes_words
from phases.minutes import minutes_of
from phases.showing_dates import long_date

if TYPE_CHECKING:
    from app.papers.asking import Asked
    from app.papers.paper import Paper
    from app.papers.parts import Blocks, Row
    from phases.records import Activity


def minutes(asked: Asked) -> Paper:
    """Who met, what was told and agreed, who does what by when. Raises PaperError."""
    _ = asked.words
    if asked.sitting is None or asked.sitting.line.started is None:
        raise refused("not-held", _)
    whole = share(asked) == "whole"
    status = status_words(asked)
    met = long_date(asked.met_on, _.language) if asked.met_on else ""
    return paper_of(
        asked,
        "minutes",
        _("Minutes"),
        (*part_told(asked, whole=whole), *(_whole(asked) if whole else _part(asked))),
        subtitle=" – ".join(part for part in (met, status) if part),
        foot=" – ".join((asked.case.id, _("Minutes"), status)),
    )


def status_words(asked: Asked) -> str:
    """Say "Utkast": everybody must see that it isn't the last word."""
    if asked.sitting is None:
        return ""
    kept = minutes_of(asked.case, asked.sitting)
    return capital(minutes_words(kept.status, asked.words))


def _whole(asked: Asked) -> Blocks:
    return (
        *head(asked),
        *people(asked),
        *consents(asked),
        *challenge(asked),
        *tried(asked),
        *goals(asked),
        *walk(asked),
        *talk(asked),
        *offers(asked),
        *decision(asked),
        *_agreed(asked, newly_agreed(asked), chosen_rows(asked.case, asked.here)),
        *onward(asked),
        *put_aside(asked),
        *_measured(asked),
        *filing(asked),
        *signatures(asked),
    )


def _part(asked: Asked) -> Blocks:
    """Their part: who met, what they themselves are to do, and what comes next (S2-6d).

    Not what was put aside: that may be about anything.
    """
    own = [a for a in newly_agreed(asked) if concerns(a, asked)]
    return (*head(asked), *people(asked), *_agreed(asked, own), *onward(asked))


def _agreed(asked: Asked, found: Iterable[Activity], more: Iterable[Row] = ()) -> Blocks:
    _ = asked.words
    why = asked.sitting.meeting.no_measure if asked.sitting else ""
    none = facts((_("Nothing is written down"), why))
    return section(_("Who does what"), agreed_table(asked, found, more), none)


def _measured(asked: Asked) -> Blocks:
    if not asked.measured:
        return NONE
    return section(asked.words("The time"), time_bars(asked))
