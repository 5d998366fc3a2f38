"""A vault's other cases, for what one case takes from them: roles of a unit, days that are taken.

Opening a case takes some milliseconds, and a vault may hold hundreds: a case at a time, so that
whoever asks can rest in between, or stop.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from data.caselog import CaseLog, Seat
from data.errors import StoreError
from data.vault import Vault
from phases.clock import Clock
from phases.slots import slots
from phases.structures import Structure


class OtherCases:
    """Every case of a vault but one; nothing is opened before it is looked at."""

    def __init__(
        self,
        vault: Vault,
        clock: Clock,
        structures: Mapping[str, Structure],
        seat: Seat,
        but: str,
    ) -> None:
        """Seen from `but`."""
        self._vault, self._clock, self._structures = vault, clock, structures
        self._seat, self._but = seat, but

    def logs(self) -> Iterator[CaseLog]:
        """Those that can be opened; home tells of one that can't. Raises DiskError."""
        for listed in self._vault.list():
            if listed.id == self._but:
                continue
            try:
                yield self._vault.open(listed.id, self._clock, self._structures, self._seat)
            except StoreError:
                continue

    def days(self) -> Iterator[tuple[date, ...]]:
        """The days of the meetings to come, a case at a time; a rehearsal has none.

        Nothing else of a case is told by it. Where the folder can't be read there are none: a
        date can be picked without.
        """
        try:
            for log in self.logs():
                yield _days(log)
        except StoreError:
            return


def _days(log: CaseLog) -> tuple[date, ...]:
    if log.case.facts.rehearsal:
        return ()
    ctx = log.context()
    found = slots(log.case, ctx)
    return tuple(slot.day for slot in found if not slot.cancelled and slot.day >= ctx.today)
