"""Where a thing that is due is done: one line a kind, and nothing else to change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from app.screens.home_today import HomeChoice, HomeKind
from phases.due import Due, DueKind


class Way(NamedTuple):
    """A window, and what is opened in it at once."""

    window: HomeKind
    opens: str = ""


WAYS: Final[Mapping[DueKind, Way]] = {
    "reminder": Way("text"),
    "minutes": Way("after"),
    "assess": Way("notes", "assess"),
    "consent-expires": Way("setup", "consents"),
    "consent-youth": Way("setup", "consents"),
    "keep": Way("after"),
}


def way_to(case_id: str, due: Due) -> HomeChoice:
    """What Enter opens over a line of the list."""
    way = WAYS[due.kind]
    return HomeChoice(way.window, case_id, way.opens)
