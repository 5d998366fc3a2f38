"""Yes or no, asked before something that can't simply be taken back."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from app.screens.box import Box
from app.words import Words

YES_KEYS = "j,J,y,Y"
"""J for "ja" and Y for "yes" mean yes in every language, with Caps Lock on too: a slip into the
other language must not be an answer that nobody hears."""


class Answer(Static):
    """An answer that can be clicked; the focus never rests on it, so Enter can't press it."""

    class Clicked(Message):
        """This one was clicked."""

        def __init__(self, yes: bool) -> None:
            """With what it means."""
            super().__init__()
            self.yes = yes

    def __init__(self, key: str, text: str, *, yes: bool) -> None:
        """Show `text` behind its key."""
        super().__init__(Content.assemble((key, "$accent bold"), f"  {text}"), markup=False)
        self._yes = yes

    def on_click(self, event: events.Click) -> None:
        """Tell which."""
        event.stop()
        self.post_message(self.Clicked(self._yes))


class ConfirmScreen(Box[bool]):
    """Ask a question; answers True for yes, False for no and for Esc.

    Enter does nothing: a presenter's clicker sends it, and must not decide (design §8).
    """

    CSS_PATH = "confirm.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(YES_KEYS, "answer(True)", show=False),
        Binding("n,N,escape", "answer(False)", show=False),
    ]

    def __init__(
        self, words: Words, question: str, *, text: str = "", yes: str = "", no: str = ""
    ) -> None:
        """Ask `question`, with `text` to explain; `yes` and `no` say what each answer does."""
        super().__init__()
        self._words = words
        self._question = question
        self._text = text
        self._yes = yes or words("Yes")
        self._no = no or words("No")

    def compose(self) -> ComposeResult:
        """The question and its two answers."""
        key = "Y" if self._words.language == "en" else "J"
        with Vertical(id="confirm"):
            yield Static(Content(self._question), id="confirm-question", markup=False)
            if self._text:
                yield Static(Content(self._text), id="confirm-text", markup=False)
            with Horizontal(id="confirm-answers"):
                yield Answer(key, self._yes, yes=True)
                yield Answer("N", self._no, yes=False)

    @on(Answer.Clicked)
    def _clicked(self, event: Answer.Clicked) -> None:
        self.dismiss(event.yes)

    def action_answer(self, yes: bool) -> None:
        """One of the two."""
        self.dismiss(yes)
