"""One question to the staff and the field for its answer."""

from __future__ import annotations

import re
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from app.widgets.told_line import ToldLine
from phases.text import clean_text

_ROOM: Final = 10**9
"""How long a paste may be; what is too long to save is said by the command, with both lengths."""
_SURROGATES: Final = "[\ud800-\udfff]"


def shown_text(text: str) -> str:
    """A text of several lines as it may be shown: without what could steer a terminal."""
    return clean_text(re.sub(_SURROGATES, "\ufffd", text), _ROOM).text


class AnswerField(TextArea):
    """A `TextArea` that lets nothing in but text, and doesn't blink."""

    def __init__(self, text: str) -> None:
        """Hold `text`; Tab goes to the next question."""
        super().__init__(text, tab_behavior="focus", compact=True, highlight_cursor_line=False)
        self.cursor_blink = False

    async def _on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted; Textual would take an escape sequence as it comes."""
        event.prevent_default()
        event.stop()
        self.replace(shown_text(event.text), *self.selection)


class Answer(Vertical):
    """A question, its field, and a line beneath when there is something to say."""

    class Typed(Message):
        """The answer to `question` changed."""

        def __init__(self, question: str) -> None:
            """Which one: a, b, c, d or e."""
            super().__init__()
            self.question = question

    class Left(Typed):
        """Somebody went on to another field."""

    def __init__(self, question: str, label: str, text: str) -> None:
        """Ask `label`, with `text` as it was saved."""
        super().__init__(id=f"answer-{question}")
        self.question = question
        self._label = label
        self.field = AnswerField(shown_text(text))
        self._hint = ToldLine(classes="answer-hint")

    def compose(self) -> ComposeResult:
        """Question, field, hint."""
        label = Content.assemble((f"{self.question}  ", "$accent bold"), (self._label, "bold"))
        yield Static(label, markup=False, classes="answer-question")
        yield self.field
        yield self._hint

    @property
    def text(self) -> str:
        """What stands in the field, as it would be saved."""
        return shown_text(self.field.text)

    @property
    def hint(self) -> str:
        """The line beneath, empty when there is none."""
        return self._hint.told

    def show_text(self, text: str) -> None:
        """Another window changed the answer."""
        with self.field.prevent(TextArea.Changed):
            self.field.text = shown_text(text)

    def say(self, text: str, *, fault: bool = False) -> None:
        """Show a line beneath, or nothing."""
        self._hint.tell(text, fault=fault)
        self._hint.display = bool(self.hint)

    def on_mount(self) -> None:
        """Nothing to say yet."""
        self._hint.display = False

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Pass it on by the question's name."""
        event.stop()
        self.post_message(self.Typed(self.question))

    def on_descendant_blur(self) -> None:
        """The field was left."""
        self.post_message(self.Left(self.question))
