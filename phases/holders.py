"""Who carries the baton, and who has carried it (INV-02, domain §2.1)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from phases.case import Case
from phases.records import Held


def holding(
    case: Case, who: str, on: date, *, accepted_at: datetime | None = None
) -> dict[str, Any]:
    """The fields of the case's facts when this participant carries the baton from that day.

    Nobody is written down twice in a row; where the baton is laid down, the history stays.
    """
    facts = case.facts
    held = facts.holders
    same = bool(held) and held[-1].who == who and facts.relay_holder == who
    if who and (not same or accepted_at is not None):
        held = (*held, Held(who=who, on=on, accepted_at=accepted_at))
    return {"relay_holder": who, "holders": held}
