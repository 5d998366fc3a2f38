"""The windows before a meeting, opened one over the other: a new one, preparing it, setting up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from textual.screen import Screen

    from app.application import Viddevakt
    from app.words import Words
    from data.access import Act
    from data.caselog import CaseLog
    from phases.case import Case
    from phases.rights import Window


class Maker(Protocol):
    """Whoever makes the windows on the cases of a vault."""

    def log(self, case_id: str, window: Window = "lead", act: Act = "open") -> CaseLog:
        """The case, noted as opened or shown. Raises StoreError."""

    def others(self, case_id: str) -> Iterator[Case]:
        """Every other case that can be opened. Raises DiskError."""

    def other_days(self, case_id: str) -> Callable[[], Iterator[tuple[date, ...]]]:
        """The days of their meetings."""

    def words_for(self, log: CaseLog) -> Words:
        """The words of a window on this case."""

    def prepare(self, case_id: str, set_up: Callable[[str], object]) -> Screen[Any]:
        """What a planned meeting still needs. Raises StoreError."""

    def text(self, log: CaseLog) -> Screen[Any]:
        """The texts before the planned meeting."""

    def set_up(self, case_id: str, begin: str = "") -> Screen[Any]:
        """People, consents, time and structure, from one part on. Raises StoreError."""


def open_new_meeting(windows: Maker, app: Viddevakt, case_id: str) -> None:
    """Propose a new meeting; once it is planned, prepare it. Raises StoreError."""
    from app.screens.new_meeting import NewMeetingScreen

    log = windows.log(case_id)
    like = None if log.case.meetings else _like(windows, log)

    def planned(done: bool | None) -> None:
        if done:
            open_prepare(windows, app, case_id)

    days = windows.other_days(case_id)
    app.push_screen(NewMeetingScreen(log, windows.words_for(log), like, days), planned)


def open_prepare(windows: Maker, app: Viddevakt, case_id: str) -> None:
    """The preparation of the planned meeting, with the set-up over it. Raises StoreError."""

    def left(wanted: str | None) -> None:
        if wanted == "new-meeting":
            open_new_meeting(windows, app, case_id)

    def set_up(part: str) -> None:
        app.push_screen(windows.set_up(case_id, part))

    screen = windows.prepare(case_id, set_up)
    app.push_screen(screen, left)


def open_set_up(windows: Maker, app: Viddevakt, case_id: str, begin: str = "") -> None:
    """The set-up from one part on, and what its key for preparing asks for. Raises StoreError."""

    def left(wanted: str | None) -> None:
        if wanted == "prepare":
            open_prepare(windows, app, case_id)

    app.push_screen(windows.set_up(case_id, begin), left)


def open_text(windows: Maker, app: Viddevakt, case_id: str) -> None:
    """The texts of the planned meeting; where only its day is agreed, what comes before them.

    Raises StoreError.
    """
    log = windows.log(case_id)
    if log.case.sitting is None or log.case.sitting.state != "planned":
        open_prepare(windows, app, case_id)
    else:
        app.push_screen(windows.text(log))


def _like(windows: Maker, log: CaseLog) -> Case | None:
    """The newest log of the same unit, whose roles and services are proposed; noted as shown."""
    from phases.new_group import newest_like

    case = log.case
    found = newest_like(windows.others(case.id), case.facts.unit)
    if found is not None:
        windows.log(found.id, act="show")
    return found
