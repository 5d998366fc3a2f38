"""A small application around the widgets under test, with the program's themes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from app.theme import register_themes, semantic_defaults

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.message import Message
    from textual.widget import Widget

GOLDEN = Path(__file__).parent / "golden"


class Harness(App[None]):
    """Shows the widgets it is given, and keeps the messages of the types asked for."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        build: Callable[[], Sequence[Widget]],
        *,
        listen: tuple[type[Message], ...] = (),
        css: str = "",
    ) -> None:
        self.css = css
        self.build = build
        self.listen = listen
        self.heard: list[Message] = []
        super().__init__()
        register_themes(self)

    def on_load(self) -> None:
        self.stylesheet.add_source(self.css, read_from=("harness", ""))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return semantic_defaults()

    def compose(self) -> ComposeResult:
        yield from self.build()

    def hear(self, message: Message) -> None:
        """For `run_test(message_hook=…)`."""
        if isinstance(message, self.listen) and message not in self.heard:
            self.heard.append(message)


def frame(widget: Widget) -> str:
    """What `widget` shows, as lines of text without the spaces at their ends."""
    from textual.geometry import Region

    strips = widget.render_lines(Region(0, 0, *widget.outer_size))
    return "\n".join(strip.text.rstrip() for strip in strips)


def golden(name: str) -> str:
    """The frame kept under this name."""
    return (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
