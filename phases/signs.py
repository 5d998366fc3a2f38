"""What came of the viddevakt's sign, told by what was done next (S3-08, design §8)."""

from __future__ import annotations

from typing import Literal

from phases.case import Case
from phases.clock import Stamp, span
from phases.records import Intervention
from phases.sitting import Sitting

BANNER_S = 8.0
"""How long the viddevakt's banner stays, in real seconds."""

ANSWERED_S = 60.0
"""Seconds in which a minute more or a parked topic is taken as the answer to the sign.

Longer than the banner stands: a topic is agreed on and typed first.
"""


MAKES_WAY = frozenset({"pause", "resume", "minute", "hide", "next", "back"})
"""Acts after which the banner has done its work."""


def fresh_sign(sitting: Sitting, now: Stamp) -> Literal["banner", "calm"] | None:
    """The newest sign of this part, while it is fresh: every window works it out from the log.

    Calm where it was given while the family had the floor: then no banner stands over them. It
    makes way for what somebody does after it that changes the clock or the part, which is looked
    for on the screen and would else happen unseen.
    """
    told = MAKES_WAY | {"guard"}
    given = next((e for e in reversed(sitting.events) if e.kind in told), None)
    if given is None or given.kind != "guard":
        return None
    if given.phase != sitting.line.phase or span(given.at, now) >= BANNER_S:
        return None
    return "calm" if given.args.get("calm", False) else "banner"


def unanswered_sign(case: Case, sitting: Sitting, now: Stamp) -> Intervention | None:
    """The newest sign, given in the phase that runs, a moment ago, and not answered otherwise."""
    given = next((e for e in reversed(sitting.events) if e.kind == "guard"), None)
    if given is None or given.phase != sitting.line.phase or span(given.at, now) > ANSWERED_S:
        return None
    signs = [i for i in case.interventions.values() if i.meeting == sitting.meeting.id]
    return signs[-1] if signs and signs[-1].outcome == "back" else None
