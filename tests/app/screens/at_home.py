"""The home screen in an application that opens nothing."""

from __future__ import annotations

from app.application import Viddevakt
from app.screens.home import HomeChoice, HomeScreen
from tests.app.screens.stage import Stage
from tests.phases.room import OSLO


class Opened(Viddevakt):
    """Keeps what home asks to be opened."""

    def __init__(self, stage: Stage) -> None:
        self.home = HomeScreen(
            stage.vault, stage.words, "Rektor", stage.clock, structures=stage.structures, zone=OSLO
        )
        super().__init__(
            stage.words,
            lambda app: app.push_screen(self.home),
            open_chosen=lambda _, choice: self.chosen.append(choice),
        )
        self.chosen: list[HomeChoice] = []
