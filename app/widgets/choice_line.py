"""A few words to choose among, side by side: one of them, or any number.

Textual's `RadioSet` and `SelectionList` take a line for each option; the whole of a set-up has to
be seen at once on 24 lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar, Final, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from app.widgets.plain import fit, one_line

ONE: Final = ("( )", "(•)")
SEVERAL: Final = ("[ ]", "[x]")
"""Not chosen and chosen: forms of punctuation, so that no colour is needed."""
GAP: Final = 2
_AT: Final = "$block-cursor-foreground on $block-cursor-background bold"


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing to choose."""

    value: str
    label: str
    """Shown literally."""


class _Placed(NamedTuple):
    row: int
    start: int
    end: int


def place_picks(labels: Iterable[str], width: int) -> list[_Placed]:
    """Where each label goes: row after row, a label whole on its row."""
    placed: list[_Placed] = []
    row = start = 0
    for label in labels:
        end = start + min(cell_len(label), width)
        if start and end > width:
            row, start, end = row + 1, 0, min(cell_len(label), width)
        placed.append(_Placed(row, start, end))
        start = end + GAP
    return placed


class ChoiceLine(Widget, can_focus=True):
    """Words to choose with Left and Right, Space or a click.

    Of one, the marked word is the chosen one. Of several, Space sets and takes away. Enter isn't
    taken here: it belongs to the page.
    """

    DEFAULT_CSS = """
    ChoiceLine { width: 1fr; height: auto; text-wrap: nowrap; color: $foreground; }
    """
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("space", "pick", show=False),
    ]

    chosen: reactive[tuple[str, ...]] = reactive((), layout=True)
    """The values chosen, in the order of the options."""

    class Chosen(Message):
        """Somebody chose; not posted when the program does."""

        def __init__(self, line: ChoiceLine, values: tuple[str, ...]) -> None:
            """On `line`, these are chosen now."""
            super().__init__()
            self.line = line
            self.values = values

        @property
        def control(self) -> ChoiceLine:
            """The line, for `@on` selectors."""
            return self.line

    def __init__(
        self,
        picks: Iterable[Pick],
        chosen: Iterable[str] = (),
        *,
        several: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        """Offer `picks`; `several` lets any number of them be chosen."""
        super().__init__(id=id)
        self._picks = tuple(picks)
        self._several = several
        self.set_reactive(ChoiceLine.chosen, self._in_order(chosen))
        self._at = self._place_of_chosen()

    @property
    def value(self) -> str:
        """The one that is chosen; empty when none is."""
        return self.chosen[0] if self.chosen else ""

    def choose(self, *values: str) -> None:
        """Show these as chosen, without telling anybody."""
        self.chosen = self._in_order(values)
        if not self._several:
            self._at = self._place_of_chosen()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the words need."""
        del container, viewport
        placed = place_picks(self._labels(), width)
        return placed[-1].row + 1 if placed else 1

    def render(self) -> RenderResult:
        """The words, with the mark of each."""
        width = self.content_size.width
        parts: list[Content | str | tuple[str, str]] = []
        row = start = 0
        labels = self._labels()
        for number, place in enumerate(place_picks(labels, width)):
            parts.append("\n" * (place.row - row))
            gap = place.start - (start if place.row == row else 0)
            parts.append(" " * gap)
            text = fit(labels[number], place.end - place.start)
            here = self.has_focus and number == self._at
            parts.append((text, _AT) if here else text)
            row, start = place.row, place.end
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Choose the word under the pointer."""
        at = event.get_content_offset(self)
        if at is None:
            return
        places = place_picks(self._labels(), self.content_size.width)
        for number, place in enumerate(places):
            if place.row == at.y and place.start <= at.x < place.end:
                event.stop()
                self._at = number
                self._pick(number)

    def action_move(self, step: int) -> None:
        """To the next or the previous word; of one, it is chosen thereby."""
        if not self._picks:
            return
        self._at = max(0, min(len(self._picks) - 1, self._at + step))
        self.refresh()
        if not self._several:
            self._pick(self._at)

    def action_pick(self) -> None:
        """Set or take away the word the cursor is on."""
        if self._picks:
            self._pick(self._at)

    def on_focus(self) -> None:
        """Show where the cursor is."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is elsewhere."""
        self.refresh()

    def _pick(self, number: int) -> None:
        value = self._picks[number].value
        if self._several:
            kept = set(self.chosen) ^ {value}
            found = tuple(p.value for p in self._picks if p.value in kept)
        else:
            found = (value,)
        if found != self.chosen:
            self.chosen = found
            self.post_message(self.Chosen(self, found))

    def _in_order(self, values: Iterable[str]) -> tuple[str, ...]:
        wanted = set(values)
        return tuple(p.value for p in self._picks if p.value in wanted)

    def _place_of_chosen(self) -> int:
        if self._several:
            return 0
        values = [p.value for p in self._picks]
        return values.index(self.chosen[0]) if self.chosen else 0

    def _labels(self) -> list[str]:
        marks = SEVERAL if self._several else ONE
        return [f"{marks[p.value in self.chosen]} {one_line(p.label)}" for p in self._picks]


def picks(values: Iterable[str], word: Callable[[str], str]) -> list[Pick]:
    """One pick for each value, worded by `word`."""
    return [Pick(value, word(value)) for value in values]
