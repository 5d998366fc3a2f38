"""The pages over home: which log, all of them, what is due, a new one, the help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.screens.home_lines import help_paragraphs, row_text
from app.screens.home_today import HomeChoice, HomeKind, HomeRoom, TodaysMeeting
from app.screens.keys_line import keys_line
from app.screens.top_screen import TopScreen

if TYPE_CHECKING:
    from app.words import Words
    from phases.words import Unit


class HomePages(TopScreen[None]):
    """A page is made when its key is pressed; what it gives is chosen."""

    room: HomeRoom
    words: Words
    unit: Unit
    """What a new case begins with."""

    def choose(self, choice: HomeChoice | None) -> None:
        """Open this; home does."""

    def ask_which(self, meetings: Sequence[TodaysMeeting], kind: HomeKind | None) -> None:
        """Which of several, by the names of their logs: guessing would show another child's."""
        from app.screens.choice import ChoicePage
        from app.screens.choice_option import Option

        _ = self.words
        kinds = {meeting.case_id: kind or meeting.kind for meeting in meetings}
        options = [Option(m.case_id, m.case_id, row_text(m, _)) for m in meetings]

        def take(case_id: str | None) -> None:
            if case_id is not None:
                self.choose(HomeChoice(kinds[case_id], case_id))

        foot = keys_line(("Esc", _("back")))
        self.app.push_screen(ChoicePage(_("Which log?"), options, foot=foot), take)

    def action_cases(self) -> None:
        """Everything in the vault, for whoever asks for it."""
        from app.screens.home_cases import CasesPage

        self.app.push_screen(CasesPage(self.room, self.words), self.choose)

    def action_due(self) -> None:
        """What is due in every log, for whoever asks for it: it names them (R-S6)."""
        from app.screens.home_due import DuePage

        self.app.push_screen(DuePage(self.room, self.words), self.choose)

    def action_new_meeting(self) -> None:
        """The next meeting of one of the logs, or the first of a new one."""
        from app.screens.home_new import ask_which

        ask_which(self.app, self.room, self.words, self.unit, self.choose)

    def action_new(self) -> None:
        """A new case, and its set-up at once."""
        from app.screens.home_cases import NewCasePage

        self.app.push_screen(NewCasePage(self.room, self.words, self.unit), self.choose)

    def action_help(self) -> None:
        """What the keys do."""
        from app.screens.text_page import TextPage

        _ = self.words
        self.app.push_screen(TextPage(_("Help"), help_paragraphs(_), _))
