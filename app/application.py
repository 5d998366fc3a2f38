"""The Textual application: themes, words, and leaving the terminal sane whatever happens."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App
from textual.binding import BindingType

from app.clipboard import Clipboard, Copied
from app.collecting import begin_collecting
from app.terminal_gone import watch_terminal
from app.theme import DARK_NAME, register_themes, semantic_defaults
from app.widgets.key_footer import KeyFooter
from app.wording.crash import crash_place, crash_words
from app.words import Words

EXIT_CRASHED = 1


class Viddevakt(App[int]):
    """One window. It only wires: what is shown is a screen's business."""

    ENABLE_COMMAND_PALETTE = False  # its words are English, and it lists screenshots to disk
    BINDINGS: ClassVar[list[BindingType]] = []
    TITLE = "viddevakt"
    """All that a window title may say (T23)."""

    def __init__(
        self,
        words: Words,
        begin: Callable[[Viddevakt], object],
        theme: str = DARK_NAME,
        open_chosen: Callable[[Viddevakt, Any], None] | None = None,
    ) -> None:
        """A window in which `begin` pushes the first screen.

        `open_chosen` opens what is chosen on the home screen.
        """
        super().__init__()
        register_themes(self)
        self.theme = theme
        self.words = words
        self.fault = ""
        """Type and place of a crash, to be told on one line after the terminal is given back."""
        self._begin = begin
        self._clipboard_for_a_while = Clipboard(self)
        self._open_chosen = open_chosen

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour names, known before a theme is in force."""
        return semantic_defaults()

    def on_mount(self) -> None:
        """Signals, and the first screen."""
        self._catch_signals()
        # Not now: while the application starts, nothing is painted, and Textual would style and
        # draw the first screen once for nobody.
        self.call_next(self._show_first)

    def _show_first(self) -> None:
        self.call_after_refresh(begin_collecting)
        self._begin(self)

    def push_screen(self, screen: Any, *args: Any, **how: Any) -> Any:
        """As Textual does, but the style sheet of a new kind of screen is added beforehand.

        Finding it new, Textual would parse all others again too, which takes as long as drawing.
        """
        for path in screen.css_path:
            if not self.stylesheet.has_source(str(path)):
                style = Path(path).read_text(encoding="utf-8")
                self.stylesheet.add_source(style, (str(path), ""))
        return super().push_screen(screen, *args, **how)

    def on_home_screen_chosen(self, event: Any) -> None:
        """Home asks for another window; untyped, so that leading never imports home."""
        if self._open_chosen is not None:
            self._open_chosen(self, event.choice)

    async def on_key_footer_pressed(self, event: KeyFooter.Pressed) -> None:
        """A click in a footer is the key, unless its screen has said that it is more than that."""
        await self.run_action(event.action, event.footer.screen)

    def on_copied(self, event: Copied) -> None:
        """A window copies something of a log: for a while alone."""
        self._clipboard_for_a_while.copy(event.text)

    def _catch_signals(self) -> None:
        """SIGTERM and SIGHUP leave like a key press would, so the terminal is given back."""
        if sys.platform != "win32":
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self.exit, None, 128 + number)

    def exit(self, *args: Any, **how: Any) -> None:
        """Leave, and nothing of a log stays on the clipboard."""
        self._clipboard_for_a_while.clear()
        super().exit(*args, **how)

    def action_help_quit(self) -> None:
        """Ctrl+C says nothing: Textual's own hint is English, and the keys are in the footer."""

    def _fatal_error(self) -> None:
        """Leave with one line: type and place, no message and no locals.

        Textual's own (private API, held by a test) prints a traceback with local variables on
        the projected screen, where a name or a text of the case must never stand.
        """
        self.fault = crash_place(self._exception) if self._exception else ""
        self._close_messages_no_wait()

    def panic(self, *renderables: Any) -> None:
        """The same for errors that bring a picture of themselves."""
        del renderables
        self._fatal_error()


def run(application: Viddevakt) -> int:
    """Run a window to its end; the exit code, with a crash told on one line."""
    watch = watch_terminal()
    try:
        answer = application.run()
    finally:
        if watch is not None:
            watch.set()
    if application.fault:
        told = crash_words(application.fault, application.words)
        sys.stderr.write(f"viddevakt: {told}\n")
        return EXIT_CRASHED
    return answer or application.return_code or 0
