"""Opening windows: from the command line, and from home. Each function runs one to its end."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from app.application import Viddevakt, run
from app.desk import Desk
from app.screens.lead.screen import LeadScreen
from app.words import Words
from data.caselog import CaseLog, Seat
from data.clock import SystemClock
from data.settings import Settings, load_settings, settings_path
from data.structures import shipped
from data.vault import Vault
from phases.clock import Clock

if TYPE_CHECKING:
    from textual.screen import Screen

    from app.screens.home import HomeChoice, HomeScreen


class Windows:
    """Makes screens for the cases of one vault; everything they need is handed over here."""

    def __init__(
        self,
        vault: Vault,
        words: Words,
        who: str,
        settings: Settings,
        clock: Clock | None = None,
    ) -> None:
        self._vault = vault
        self._words = words
        self._who = who
        self.settings = settings
        self._clock = clock or SystemClock()
        self._structures = shipped()

    def log(self, case_id: str) -> CaseLog:
        """The case, read and ready. Raises StoreError."""
        return self._vault.open(case_id, self._clock, self._structures, Seat("lead", self._who))

    def desk(self, case_id: str) -> Desk:
        """All that a window on this case needs. Raises StoreError."""
        from zoneinfo import ZoneInfo

        return Desk(
            log=self.log(case_id),
            clock=self._clock,
            structures=self._structures,
            settings=self.settings,
            drafts=self._vault.drafts(case_id),
            presence=self._vault.presence(case_id, "lead", os.getpid()),
            zone=ZoneInfo("Europe/Oslo"),
            monotonic=time.monotonic,
        )

    def evaluate(self, case_id: str) -> Screen[Any]:
        """The staff's evaluation."""
        from app.screens.evaluate import EvaluateScreen

        return EvaluateScreen(self.log(case_id), self._words)

    def set_up(self, case_id: str) -> Screen[Any]:
        """People, consents, time and structure."""
        from app.screens.setup import SetupScreen

        return SetupScreen(self.log(case_id), self._words)

    def home(self) -> HomeScreen:
        """Today's meeting."""
        from app.screens.home import HomeScreen

        return HomeScreen(self._vault, self._words, self._who, self._clock)

    def open_lead(self, app: Viddevakt, desk: Desk, then: Callable[[], None]) -> None:
        """Lead; when the family has left, evaluate; then whatever comes."""

        def left(answer: str | None) -> None:
            if answer == "evaluate":
                app.push_screen(self.evaluate(desk.log.case.id), lambda _: then())
            else:
                then()

        app.push_screen(LeadScreen(desk, self._words), left)

    def open_chosen(self, app: Viddevakt, choice: HomeChoice) -> None:
        """What was chosen at home, over it."""
        if choice.kind == "lead":
            self.open_lead(app, self.desk(choice.case_id), lambda: None)
        elif choice.kind == "evaluate":
            app.push_screen(self.evaluate(choice.case_id))
        else:
            app.push_screen(self.set_up(choice.case_id))


def _windows(vault: Vault, words: Words, who: str) -> Windows:
    return Windows(vault, words, who, load_settings(settings_path(os.environ)))


def run_lead(vault: Vault, case_id: str, words: Words, who: str = "") -> int:
    """Lead the meeting of a case. Raises StoreError before the screen is taken."""
    windows = _windows(vault, words, who)
    desk = windows.desk(case_id)

    def begin(app: Viddevakt) -> None:
        windows.open_lead(app, desk, lambda: app.exit(0))

    return run(Viddevakt(words, begin, windows.settings.theme))


def run_evaluate(vault: Vault, case_id: str, words: Words, who: str = "") -> int:
    """Evaluate the newest meeting of a case. Raises StoreError before the screen is taken."""
    windows = _windows(vault, words, who)
    screen = windows.evaluate(case_id)
    return run(Viddevakt(words, lambda app: app.push_screen(screen, lambda _: app.exit(0))))


def run_home(vault: Vault, words: Words, who: str = "") -> int:
    """Home, and whatever is opened from there."""
    windows = _windows(vault, words, who)
    home = windows.home()
    home_app = Viddevakt(words, lambda app: app.push_screen(home), open_chosen=windows.open_chosen)
    return run(home_app)


def run_demo(words: Words, speed: float = 1.0) -> int:
    """A fictional case in a temporary vault, straight into leading. Raises StoreError."""
    from app.play.demo import build_demo, temporary_vault

    with temporary_vault() as vault:
        case_id = build_demo(vault, words.language, SystemClock(), shipped(), speed)
        return run_lead(vault, case_id, words)
