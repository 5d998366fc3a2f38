"""From home to a new meeting: which log it is of, or a new one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from textual.app import App

from app.screens.home_cases import NewCasePage
from app.screens.home_today import HomeChoice, HomeRoom
from app.screens.new_meeting.which import NEW_LOG, WhichPage, waiting
from app.wording.store import store_words
from app.words import Words
from data.errors import StoreError
from phases.new_group import newest_like
from phases.words import Unit

Take = Callable[[HomeChoice | None], None]


def ask_which(app: App[Any], room: HomeRoom, words: Words, unit: Unit, take: Take) -> None:
    """Ask of which log, and hand on the window to open; in an empty vault a new log at once."""
    try:
        logs = waiting(room)
    except StoreError as error:
        app.notify(store_words(error, words), markup=False, severity="warning")
        return

    def made(choice: HomeChoice | None) -> None:
        # The first log of all has nothing to be like, and is set up from the beginning.
        like = choice is not None and bool(logs) and _has_like(room, choice.case_id)
        take(replace(choice, kind="new-meeting") if choice is not None and like else choice)

    def chosen(case_id: str | None) -> None:
        if case_id == NEW_LOG:
            app.push_screen(NewCasePage(room, words, unit), made)
        elif case_id is not None:
            planned = any(each.case_id == case_id and each.planned for each in logs)
            take(HomeChoice("prepare" if planned else "new-meeting", case_id))

    if logs:
        app.push_screen(WhichPage(logs, room.context().today, words), chosen)
    else:
        chosen(NEW_LOG)


def _has_like(room: HomeRoom, case_id: str) -> bool:
    """Whether another log of the same unit has had a meeting planned."""
    try:
        cases = [room.case(each) for each in room.ids()]
    except StoreError:
        return False
    mine = next((case for case in cases if case.id == case_id), None)
    return mine is not None and newest_like(cases, mine.facts.unit, case_id) is not None
