"""Something of a log leaves it: to a file or to standard output, and noted (R-S1)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.output import write_bytes

if TYPE_CHECKING:
    from app.cli.session import Session
    from data.access import Act
    from data.caselog import CaseLog


def take_out(
    session: Session,
    log: CaseLog,
    data: bytes,
    output: str | None,
    *,
    force: bool = False,
    act: Act = "export",
) -> None:
    """Write it to the file `output`, for this user alone, or to standard output where none is told.

    `force`: in place of a file that is there. Raises RefusedError where it can't be noted,
    StoreError where it can't be written or a log is kept there; neither leaves anything behind.
    """
    if output is None:
        session.note_log(act, log)
        write_bytes(data)
        return
    from data.files import write_private

    path, taken = Path(output), session.vault.taken_out(log.case.id)
    taken.check(path)

    def last() -> None:
        # Noted last: a place that can't be written to must leave the vault as it is, too.
        taken.remember(path)
        session.note_log(act, log)

    write_private(path, data, force=force, last=last)
