"""The days of the meetings in a vault's other cases, for whoever picks a date: nothing but days.

Opening a case takes some milliseconds, and a vault may hold hundreds: a case at a time, so that
whoever asks can rest in between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from data.caselog import CaseLog, Seat
from data.errors import StoreError
from data.vault import Vault
from phases.clock import Clock
from phases.slots import slots
from phases.structures import Structure


def other_days(
    vault: Vault, clock: Clock, structures: Mapping[str, Structure], seat: Seat, but: str
) -> Callable[[], Iterator[tuple[date, ...]]]:
    """For every case but one, the days of its meetings to come; a rehearsal has none.

    A case that can't be opened is passed over: home tells of it, and a date can wait.
    """

    def look() -> Iterator[tuple[date, ...]]:
        try:
            listed = vault.list()
        except StoreError:
            return
        for each in listed:
            if each.id == but:
                continue
            try:
                log = vault.open(each.id, clock, structures, seat)
            except StoreError:
                continue
            yield _days(log)

    return look


def _days(log: CaseLog) -> tuple[date, ...]:
    ctx = log.context()
    if log.case.facts.rehearsal:
        return ()
    found = slots(log.case, ctx)
    return tuple(slot.day for slot in found if not slot.cancelled and slot.day >= ctx.today)
