"""Ways to catch up, each with its result: an offer, never done silently (design §4.7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from phases.case import Case
from phases.clock import Stamp
from phases.floor import floor
from phases.pace import Pace, allotted_s, pace
from phases.records import AgendaPhase
from phases.sitting import Sitting
from phases.timeline import NOTHING

Way = Literal["proportion", "protect", "drop", "later"]
WAYS: tuple[Way, ...] = ("proportion", "protect", "drop", "later")

SHORTEST_S = 60
"""No phase is cut below a minute."""

WORTH_S = 60.0
"""A meeting less than a minute late needs no re-plan."""


class Replan(NamedTuple):
    """One way: what each phase would get, when the meeting would end, or why it can't be."""

    way: Way
    minutes_s: Mapping[str, float] = NOTHING
    """Phase -> allotted seconds afterwards, for the phases not begun."""
    delta: Mapping[str, float] = NOTHING
    dropped: tuple[str, ...] = ()
    end_later_s: float = 0.0
    ends: datetime | None = None
    impossible: str = ""
    """A code: `not-late`, `too-short`, `nothing-to-drop`, `nothing-left`."""


def share_out(amounts: Sequence[float], total_s: int) -> list[int]:
    """`total_s` whole seconds in proportion to `amounts`, by largest remainder, in that order."""
    whole = sum(amounts)
    exact = [amount * total_s / whole for amount in amounts]
    shares = [int(e) for e in exact]
    by_rest = sorted(range(len(exact)), key=lambda i: (shares[i] - exact[i], i))
    for i in by_rest[: total_s - sum(shares)]:
        shares[i] += 1
    return shares


def replans(sitting: Sitting, now: Stamp) -> tuple[Replan, ...]:
    """Every way with its result, the impossible ones with why."""
    at = pace(sitting, now)
    line = sitting.line
    coming = tuple(p for p in sitting.to_come if not line.begun(p.id))
    return tuple(_way(way, sitting, at, coming) for way in WAYS)


def replan(way: Way, sitting: Sitting, now: Stamp) -> Replan:
    """One way with its result."""
    return next(r for r in replans(sitting, now) if r.way == way)


def shorter_rounds(case: Case, sitting: Sitting, now: Stamp) -> bool:
    """Whether "shorter rounds, same end?" is offered: it can be done, and hurries nobody.

    Not while guardians or child have the floor: a late start, or a long part before, isn't theirs
    to make up for (design §4.5).
    """
    if floor(case, sitting).calm:
        return False
    return not replan("proportion", sitting, now).impossible


def _way(way: Way, sitting: Sitting, at: Pace, coming: tuple[AgendaPhase, ...]) -> Replan:
    if at.lateness_s < WORTH_S:
        return Replan(way, impossible="not-late")
    if way == "later":
        return Replan(way, end_later_s=float(round(at.lateness_s)), ends=at.projected_end)
    if not coming:
        return Replan(way, impossible="nothing-left")
    have = {p.id: allotted_s(sitting.line, p) for p in coming}
    if way == "drop":
        return _drop(at, coming, have)
    fixed = {p.id for p in coming if p.protected} if way == "protect" else set()
    return _shorten(way, at, have, fixed)


def _drop(at: Pace, coming: tuple[AgendaPhase, ...], have: Mapping[str, float]) -> Replan:
    gone = next((p.id for p in coming if p.droppable), None)
    if gone is None:
        return Replan("drop", impossible="nothing-to-drop")
    return Replan(
        "drop",
        minutes_s={k: v for k, v in have.items() if k != gone},
        delta={gone: -have[gone]},
        dropped=(gone,),
        ends=at.projected_end - timedelta(seconds=have[gone]),
    )


def _shorten(way: Way, at: Pace, have: Mapping[str, float], fixed: set[str]) -> Replan:
    bend = {k: v for k, v in have.items() if k not in fixed}
    total = round(sum(have.values()) - at.lateness_s - sum(have[k] for k in fixed))
    if not bend or total < SHORTEST_S * len(bend):
        return Replan(way, impossible="too-short")
    shares = dict(zip(bend, share_out(list(bend.values()), total), strict=True))
    if min(shares.values()) < SHORTEST_S:
        return Replan(way, impossible="too-short")
    after = {k: float(shares.get(k, have[k])) for k in have}
    delta = {k: after[k] - have[k] for k in have if after[k] != have[k]}
    won = -sum(delta.values())
    return Replan(way, minutes_s=after, delta=delta, ends=at.projected_end - timedelta(seconds=won))
