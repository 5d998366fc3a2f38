"""The minutes (*referat*), made from the log (S3-29 … S3-32)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.papers.paper import Facts, Paper, Table
from phases.showing_dates import long_date, numeric_date

if TYPE_CHECKING:
    from app.papers.asking import Asked
    from app.papers.paper import AnyBlock


def minutes(asked: Asked) -> Paper:
    """Who met, what was agreed, who does what by when."""
    _, case = asked.words, asked.case
    blocks: list[AnyBlock] = []
    if asked.met_on:
        blocks.append(Facts(rows=((_("When"), long_date(asked.met_on, _.language)),)))
    here = asked.sitting.meeting.id if asked.sitting else ""
    rows = tuple(
        (a.title, case.label(a.owner), numeric_date(a.due) if a.due else "")
        for a in case.agreed_in(here)
    )
    blocks.append(Table(head=(_("What"), _("Who"), _("When")), rows=rows, shares=(3, 2, 1)))
    return Paper(
        kind="minutes",
        title=_("Minutes"),
        language=asked.language,
        case=case.id,
        made=asked.made,
        blocks=tuple(blocks),
    )
