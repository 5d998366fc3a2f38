"""The bar under the time: how much is used, and the state in a symbol and a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal, NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from app.widgets.plain import fit, one_line

if TYPE_CHECKING:
    from textual.app import RenderResult

TimeState = Literal["normal", "soon", "last", "over"]
"""Plenty of time, the last 20 %, the last 5 %, past zero (design §4.5)."""

SYMBOLS: Final[dict[str, str]] = {"normal": "", "soon": "○", "last": "●", "over": "■"}
"""A symbol for each state; growing fill, so that the order is seen without colour."""


class _BarStyle(NamedTuple):
    """The glyphs of one state: a whole cell, half a cell, and the unused track."""

    whole: str
    half: str
    track: str


_THIN: Final[dict[str, _BarStyle]] = {
    "normal": _BarStyle("━", "╸", "─"),
    "soon": _BarStyle("━", "╸", "╌"),
    "last": _BarStyle("╍", "╸", "╌"),
    "over": _BarStyle("═", "═", "═"),
}
_THICK: Final[dict[str, _BarStyle]] = {
    "normal": _BarStyle("█", "▌", "─"),
    "soon": _BarStyle("█", "▌", "╌"),
    "last": _BarStyle("▓", "▌", "╌"),
    "over": _BarStyle("▒", "▒", "▒"),
}
_MIN_BAR: Final = 4
"""Cells below which a bar says nothing; the words keep the room then."""


def render_bar(share: float, width: int, state: str = "normal", *, thick: bool = False) -> str:
    """A bar of exactly `width` cells, `share` (0 to 1, clamped) of it filled, to half a cell."""
    style = (_THICK if thick else _THIN)[state]
    halves = round(max(0.0, min(1.0, share)) * width * 2)
    whole, half = divmod(halves, 2)
    return style.whole * whole + style.half * half + style.track * (width - whole - half)


class TimeBar(Widget):
    """A bar with a caption: on one row side by side, on more rows the caption beneath.

    The caption never gives way to the bar: a state must be readable without colour. With
    `calm` (the family has the floor) colour, symbol and glyphs stay those of plenty of time;
    the caller passes whole minutes ("om lag 3 min att") as the caption.
    """

    DEFAULT_CSS = """
    TimeBar {
        width: 1fr;
        height: 1;
        color: $time-normal;

        &.-soon { color: $time-soon; }
        &.-last { color: $time-last; }
        &.-over { color: $time-over; }

        & > .time-bar--track { color: $time-track; }
        & > .time-bar--caption { text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"time-bar--track", "time-bar--caption"}
    ALLOW_SELECT = False

    share: reactive[float] = reactive(0.0, repaint=False)
    """The used part of the allotted time, 0 to 1."""
    state: reactive[TimeState] = reactive("normal")
    """Which of the four states the time is in."""
    calm: reactive[bool] = reactive(False)
    """No state at all: as plenty of time, whatever `state` is."""
    caption: reactive[str] = reactive("")
    """A word for the state, or whole minutes. In the user's language; shown literally."""

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        """An empty bar; set the four attributes, most easily with `show`."""
        self._drawn = -1
        super().__init__(id=id, classes=classes)

    def show(
        self, share: float, state: TimeState, caption: str = "", *, calm: bool = False
    ) -> None:
        """Set everything at once; repaints only if something seen has changed."""
        self.share, self.state, self.caption, self.calm = share, state, caption, calm

    def watch_share(self) -> None:
        """Repaint only when the bar grows by half a cell, which most seconds don't bring."""
        if self._drawn != round(self.share * self.content_size.width * 2):
            self.refresh()

    def watch_state(self) -> None:
        """Colour follows the state."""
        self._set_state_class()

    def watch_calm(self) -> None:
        """Colour follows calmness too."""
        self._set_state_class()

    def _set_state_class(self) -> None:
        for state in SYMBOLS:
            self.set_class(state == self._seen_state, f"-{state}")

    @property
    def _seen_state(self) -> TimeState:
        return "normal" if self.calm else self.state

    def render(self) -> RenderResult:
        """The bar and its caption."""
        width, height = self.content_size
        self._drawn = round(self.share * width * 2)
        caption = f"{SYMBOLS[self._seen_state]} {one_line(self.caption)}".strip()
        if height > 1:
            return self._stacked(caption, width, height)
        room = width - (cell_len(caption) + 2 if caption else 0)
        if room < _MIN_BAR:
            return Content.assemble((fit(caption, width), ".time-bar--caption"))
        gap = "  " if caption else ""
        return Content.assemble(self._bar(room, thick=False), gap, (caption, ".time-bar--caption"))

    def _stacked(self, caption: str, width: int, height: int) -> Content:
        rows = [self._bar(width, thick=True)] * (height - 1)
        side = max(0, width - cell_len(caption)) // 2
        rows.append(
            Content.assemble((" " * side + fit(caption, width - side), ".time-bar--caption"))
        )
        return Content("\n").join(rows)

    def _bar(self, width: int, *, thick: bool) -> Content:
        text = render_bar(self.share, width, self._seen_state, thick=thick)
        track = _THICK if thick else _THIN
        filled = len(text.rstrip(track[self._seen_state].track)) if self.share < 1 else width
        if self._seen_state == "over":
            filled = width
        return Content.assemble(text[:filled], (text[filled:], ".time-bar--track"))
