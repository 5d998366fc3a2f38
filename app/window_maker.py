"""Makes the windows on the cases of one vault, and opens one after the other."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from app.application import Viddevakt
from app.desk import Desk
from app.desk_maker import Desks
from app.wording.store import placed_words, store_words
from data.caselog import CaseLog
from data.errors import StoreError

if TYPE_CHECKING:
    from textual.screen import Screen

    from app.screens.home import HomeChoice, HomeScreen
    from app.screens.home_today import HomeKind
    from app.screens.text_to_send import TextToSend
    from app.screens.wall.screen import WallScreen
    from data.texts.fields import TextKind


class Windows(Desks):
    """Makes screens for the cases of one vault; everything they need is handed over here."""

    def tell(self, app: Viddevakt) -> None:
        """Say once that an opening couldn't be noted; the meeting goes on without."""
        told, self._untold = self._untold, ""
        if told:
            app.notify(told, markup=False, severity="warning")
        if self._calendar is not None:
            # The first screen waits for no calendar.
            app.call_after_refresh(self._tell_calendar, app)

    def _tell_calendar(self, app: Viddevakt) -> None:
        """Say why the calendar that the settings choose can't be used."""
        fault = self._calendar.fault if self._calendar else None
        if fault is not None:
            from app.wording.calendars import unused_words

            app.notify(unused_words(fault, self._words), markup=False, severity="warning")

    def wall(self, case_id: str) -> WallScreen:
        """A second display, handed what the wall may know alone. Raises StoreError."""
        from app.screens.wall.screen import WallScreen
        from data.wall import WallCase

        log = self.log(case_id, "wall")
        presence = self._vault.presence(case_id, "wall", os.getpid())
        calm_seconds = self.settings.calm_seconds
        wall = WallCase(log, presence, self._structures, time.monotonic, calm_seconds=calm_seconds)
        return WallScreen(wall, self._around(), self.words_for(log))

    def beside(
        self, case_id: str, window: Literal["notes", "guard"], opens: str = ""
    ) -> Screen[Any]:
        """The note-taker's desk, or the viddevakt's window. Raises StoreError.

        `opens` is what somebody came to the desk for.
        """
        desk = self.desk(case_id, window)
        if window == "guard":
            from app.screens.guard.screen import GuardScreen

            return GuardScreen(desk, self.words_for(desk.log))
        from app.screens.notes.screen import NotesScreen

        return NotesScreen(desk, self.words_for(desk.log), opens)

    def evaluate(self, case_id: str) -> Screen[str]:
        """The staff's evaluation."""
        from app.screens.evaluate import EvaluateScreen

        log = self.log(case_id)
        return EvaluateScreen(log, self.words_for(log), self._around())

    def after(self, case_id: str) -> Screen[str | None]:
        """Minutes, papers, and what else follows a meeting."""
        from app.screens.after.screen import AfterScreen

        desk = self.desk(case_id)
        return AfterScreen(desk, self.words_for(desk.log))

    def set_up(self, case_id: str, begin: str = "") -> Screen[Any]:
        """People, consents, time and structure; `begin` is the part that somebody came for."""
        from app.screens.setup import SetupScreen

        log = self.log(case_id)
        words, around, others = self.words_for(log), self._around(), self.other_days(case_id)
        shelf = self._shelf(case_id)
        return SetupScreen(
            log, words, around, ask=True, begin=begin, other_days=others, shelf=shelf
        )

    def prepare(self, case_id: str, set_up: Callable[[str], object]) -> Screen[Any]:
        """What a planned meeting still needs; `set_up` opens people and time over it."""
        from app.screens.prepare import PrepareScreen

        log = self.log(case_id)
        return PrepareScreen(log, self.words_for(log), set_up, self._outbox(case_id))

    def text(self, log: CaseLog, kind: TextKind = "reminder-sms") -> TextToSend:
        """The texts before the planned meeting of a log that is open."""
        from app.screens.text_to_send import TextToSend

        return TextToSend(log, self.words_for(log), self._outbox(log.case.id), kind)

    def home(self) -> HomeScreen:
        """Today's meeting."""
        from app.screens.home import HomeScreen

        unit = self.settings.unit
        notes, self._notes = self._notes, ()
        return HomeScreen(
            self._vault,
            self._words,
            self._who,
            self._clock,
            structures=self._structures,
            unit=unit,
            notes=notes,
            seat=self._seat("lead"),
        )

    def open_lead(self, app: Viddevakt, desk: Desk, then: Callable[[], None]) -> None:
        """Lead; when the family has left, evaluate; then whatever comes."""
        from app.screens.lead.screen import LeadScreen

        def left(answer: str | None) -> None:
            if answer == "evaluate":
                self.open_evaluation(app, self.evaluate(desk.log.case.id), then)
            elif answer == "after":
                self.open_after(app, desk.log.case.id, then)
            else:
                then()

        screen = LeadScreen(desk, self.words_for(desk.log))
        if placed := placed_words(self._notes, screen.words):
            screen.say(placed)
            self._notes = ()
        app.push_screen(screen, left)
        app.call_after_refresh(_load_what_keys_open)

    def open_evaluation(
        self, app: Viddevakt, screen: Screen[str], then: Callable[[], None]
    ) -> None:
        """Evaluate; then whatever comes, with what is to be said of it in `parting`."""

        def left(said: str | None) -> None:
            self.parting = said or ""
            then()

        app.push_screen(screen, left)

    def open_after(
        self,
        app: Viddevakt,
        case_id: str,
        then: Callable[[], None] = lambda: None,
        screen: Screen[str | None] | None = None,
    ) -> None:
        """What follows a meeting; then what was chosen there, else whatever comes."""

        def left(answer: str | None) -> None:
            if answer == "evaluate":
                # Back to what is left to do once the answers are saved.
                again = partial(self.open_after, app, case_id, then)
                self.open_evaluation(app, self.evaluate(case_id), again)
            elif answer in ("prepare", "new-meeting"):
                # Beneath it this one stands anew: what is planned there shows here.
                self.open_after(app, case_id, then)
                from app.screens.home_today import HomeChoice

                kind: HomeKind = "prepare" if answer == "prepare" else "new-meeting"
                self._open_before(app, HomeChoice(kind, case_id))
            else:
                if answer == "deleted":
                    self.parting = self._words("{case} is deleted", case=case_id)
                then()

        app.push_screen(screen or self.after(case_id), left)

    def open_chosen(self, app: Viddevakt, choice: HomeChoice) -> None:
        """What was chosen at home, over it; a log that can't be read is told of there."""
        try:
            self._open(app, choice)
        except StoreError as error:
            app.notify(store_words(error, self._words), markup=False, severity="warning")

    def _open(self, app: Viddevakt, choice: HomeChoice) -> None:
        if choice.kind == "lead":
            self.open_lead(app, self.desk(choice.case_id), lambda: self._part(app))
        elif choice.kind == "evaluate":
            self.open_evaluation(app, self.evaluate(choice.case_id), lambda: self._part(app))
        elif choice.kind == "after":
            self.open_after(app, choice.case_id, lambda: self._part(app))
        elif choice.kind == "notes":
            app.push_screen(self.beside(choice.case_id, "notes", choice.opens))
        else:
            self._open_before(app, choice)
        self.tell(app)

    def _open_before(self, app: Viddevakt, choice: HomeChoice) -> None:
        """One of the windows before a meeting."""
        from app import preparing_windows as before

        opens = {
            "prepare": before.open_prepare,
            "new-meeting": before.open_new_meeting,
            "text": before.open_text,
        }
        if choice.kind in opens:
            opens[choice.kind](self, app, choice.case_id)
        else:
            before.open_set_up(self, app, choice.case_id, choice.opens)

    def _part(self, app: Viddevakt) -> None:
        """Say on the screen that has come back what the one before left to say."""
        said, self.parting = self.parting, ""
        if said:
            app.notify(said, markup=False)


def _load_what_keys_open() -> None:
    """Pages and forms, while the leader reads the first screen: it didn't wait for them."""
    import app.screens.choice
    import app.screens.lead.pages
    import app.screens.log_forms.meanwhile
    import app.screens.log_forms.openers
    import app.screens.reading  # noqa: F401 - loading is all that is wanted
