"""Planned against used time for each part of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.papers.paper import Bar, TimeBars
from app.papers.parts import phase_titles

if TYPE_CHECKING:
    from app.papers.asking import Asked

MINUTE_S = 60.0


def time_bars(asked: Asked) -> TimeBars:
    """A bar a part that was begun; seconds."""
    _, sitting = asked.words, asked.sitting
    phases = sitting.agenda.phases if sitting else ()
    titles = phase_titles(asked)
    bars = tuple(
        Bar(label=titles[p.id], planned_s=p.planned_s, used_s=sitting.line.used_s(p.id))
        for p in phases
        if sitting is not None and sitting.line.begun(p.id)
    )
    planned, used = (sum(b.planned_s for b in bars), sum(b.used_s for b in bars))
    return TimeBars(
        title=_("Planned and used time"),
        head=(_("Part"), _("Planned"), _("Used")),
        bars=bars,
        alt=_(
            "Planned {planned} min in all, used {used} min.",
            planned=round(planned / MINUTE_S),
            used=round(used / MINUTE_S),
        ),
    )
