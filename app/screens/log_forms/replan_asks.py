"""How the time that is left may be shared out: each way with its result (design §4.7)."""

from __future__ import annotations

from datetime import timedelta

from app.desk import Desk
from app.screens.choice_option import Option
from app.screens.log_forms.activity_asks import ActivityAsks
from app.screens.log_forms.asks import Answer, Ask, ask_of
from app.wording.states import way_words
from app.words import Words
from phases.commands.clock import ReplanCommand
from phases.pace import Pace, began_late_s, pace
from phases.replan import Replan, replans
from phases.showing_dates import clock_time


class ReplanAsks(ActivityAsks):
    """The ways to catch up, for a meeting that is late or would end later."""

    def replan(self) -> Ask:
        """The ways to catch up with their results, the impossible ones with why.

        When it ends is told, never by how much it is late: the screen is mirrored, and the family
        may have the floor (design §4.5, §8).
        """
        _ = self._words
        sitting = self._case.sitting
        if sitting is None:
            return ask_of("", [])
        now = self._desk.clock.stamp()
        at = pace(sitting, now)
        rows = [self._way(way) for way in replans(sitting, now)]
        if round(at.lateness_s / 60) <= 0 or at.agreed_end is None:
            return ask_of(_("You are on time"), rows, _("Nothing has to be won back."))
        later = round(began_late_s(sitting) / 60)
        began = _.many(
            "It began {n} minute after the time that was set.",
            "It began {n} minutes after the time that was set.",
            later,
        )
        planned = clock_time(self._desk.local(at.agreed_end), _.language)
        ends = _ends_at(at, self._desk, 0.0, _)
        text = _(
            "As things stand it ends about {time}; {planned} was the plan.",
            time=ends,
            planned=planned,
        )
        told = f"{began} {text}" if later else text
        return ask_of(_("How do you share out the time that is left?"), rows, told)

    def _way(self, way: Replan) -> tuple[Option, Answer]:
        _ = self._words
        label = way_words(way.way, _)
        if way.impossible:
            why = {
                "not-late": _("not needed now"),
                "too-short": _("the parts would be under a minute"),
                "nothing-to-drop": _("no part can be left out"),
                "nothing-left": _("no part is left"),
            }[way.impossible]
            return Option(way.way, label, why, enabled=False), Answer()
        sitting = self._case.sitting
        at = pace(sitting, self._desk.clock.stamp()) if sitting else None
        more = (way.ends - at.projected_end).total_seconds() if way.ends and at else 0.0
        lengths = " · ".join(_length(s) for s in way.minutes_s.values())
        ends = _("ends about {time}", time=_ends_at(at, self._desk, more, _)) if at else ""
        note = f"{lengths}   {ends}" if lengths else ends
        return Option(way.way, label, note), Answer([ReplanCommand(way.way)])


def _length(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def _ends_at(at: Pace, desk: Desk, more_s: float, _: Words) -> str:
    """A finishing time with some seconds more or less, for the results of a re-plan."""
    moved = at._replace(projected_end=at.projected_end + timedelta(seconds=more_s))
    return clock_time(desk.local(moved.end_shown), _.language)
