"""Everything that can be done here, with search: what has no key of its own stands here too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from app.screens.page import Page
from app.widgets.plain import wrap_words
from app.words import Words

KEY_WIDTH = 12
"""Cells for the keys: "mellomrom F3" is the longest."""

MOST_WIDTH, FRAME_WIDTH = 110, 9
"""The page as `more.tcss` has it: its largest width, and what isn't text of a line."""

MIN_HELP = 20
"""Beside its label a help has at least this width."""


class MoreRow(NamedTuple):
    """One act: its label, what it does, and its key if it has one."""

    act: str
    label: str
    help: str
    key: str = ""


class MorePage(Page[str | None]):
    """Type to search, arrows to move; answers the act, or None for Esc."""

    CSS_PATH = "more.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("home", "end(0)", show=False, priority=True),
        Binding("end", "end(-1)", show=False, priority=True),
    ]

    def __init__(self, rows: Sequence[MoreRow], words: Words, *, searching: bool = True) -> None:
        """The acts; `searching` off shows them as a plain help page."""
        super().__init__()
        self._rows = tuple(rows)
        self._words = words
        self._searching = searching
        self._lines: list[Content] = []
        """Each shown act as it is drawn without the mark."""
        self._marked: int | None = None
        self._tops: list[int] = []
        """The line on which each shown act begins."""

    def compose(self) -> ComposeResult:
        """Search field and list."""
        _ = self._words
        with Vertical(id="more"):
            title = _("All that can be done") if self._searching else _("Help: keys")
            yield Static(Content(title), id="more-title", markup=False)
            if self._searching:
                yield Input(placeholder=_("Search"), id="more-search")
            yield OptionList(id="more-list", markup=False)
            foot = _("Enter: do it   Esc: back") if self._searching else _("Esc: back")
            yield Static(Content(foot), id="more-foot", markup=False)

    def on_mount(self) -> None:
        """Everything to begin with."""
        self._show("")
        target = "#more-search" if self._searching else "#more-list"
        self.query_one(target).focus()

    def _show(self, typed: str) -> None:
        """What has every word that was typed, in any order."""
        found = self.query_one(OptionList)
        found.clear_options()
        wanted = typed.casefold().split()
        self._tops, self._lines, self._marked, line = [], [], None, 0
        for row in self._rows:
            told = f"{row.label} {row.help} {row.act}".casefold()
            if all(word in told for word in wanted):
                shown = self._line(row)
                found.add_option(Option(shown, id=row.act))
                self._tops.append(line)
                self._lines.append(shown)
                line += shown.plain.count("\n") + 1
        found.highlighted = 0 if found.option_count else None
        if not found.option_count:
            nothing = self._words(
                "Nothing here is called that. Try another word, or a part of one."
            )
            found.add_option(Option(Content(nothing), disabled=True))

    def _line(self, row: MoreRow) -> Content:
        """Key, label and help; a help too long for the line goes on beneath itself."""
        before = KEY_WIDTH + 1
        room = self._line_width - before - cell_len(row.label) - 2
        if room < MIN_HELP:
            # Too little beside a long label: all of it stands beneath, under the label's beginning.
            first, rest = "", wrap_words(row.help, max(1, self._line_width - before))
        else:
            before += cell_len(row.label) + 2
            first, *rest = wrap_words(row.help, room) or [""]
        under = " " * before
        return Content.assemble(
            (f"{row.key:>{KEY_WIDTH}} ", "$accent bold"),
            (row.label, "bold"),
            (f"  {first}", "$text-muted"),
            *((f"\n{under}{line}", "$text-muted") for line in rest),
        )

    @property
    def _line_width(self) -> int:
        """The cells of a line: those of the list, without its padding and its scroll bar."""
        return min(MOST_WIDTH, self.app.size.width * 9 // 10) - FRAME_WIDTH

    def on_resize(self) -> None:
        """Break the lines anew; the mark stays where it was."""
        found = self.query_one(OptionList)
        at = found.highlighted
        self._show(self.query_one(Input).value if self._searching else "")
        if at is not None and at < found.option_count:
            found.highlighted = at

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """On the mark's ground all in its one colour: a key in its own would be unseen there."""
        found, before = self.query_one(OptionList), self._marked
        self._marked = event.option_index
        if before is not None and before < len(self._lines):
            found.replace_option_prompt_at_index(before, self._lines[before])
        if self._marked < len(self._lines):
            plain = Content(self._lines[self._marked].plain)
            found.replace_option_prompt_at_index(self._marked, plain)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as one types."""
        self._show(event.value)

    def action_move(self, step: int) -> None:
        """Arrows move through the list from the search field."""
        found = self.query_one(OptionList)
        if self._tops:
            found.highlighted = ((found.highlighted or 0) + step) % found.option_count

    def action_page(self, way: int) -> None:
        """A whole page: what wasn't seen whole at the edge comes first on the next one.

        OptionList moves its mark by a page, and the first press only moves it to the last line.
        """
        found = self.query_one(OptionList)
        if not self._tops:
            return
        height = max(1, found.scrollable_content_region.height)
        top = round(found.scroll_offset.y)
        ends = [*self._tops[1:], found.virtual_size.height]
        if way > 0:
            at = next((n for n, end in enumerate(ends) if end > top + height), len(ends) - 1)
        else:
            at = next(n for n, begins in enumerate(self._tops) if begins >= top - height or not top)
        found.highlighted = at
        found.scroll_to(y=self._tops[at], animate=False, force=True, immediate=True)

    def action_end(self, at: int) -> None:
        """The first or the last act."""
        found = self.query_one(OptionList)
        if self._tops:
            found.highlighted = at % found.option_count

    def on_input_submitted(self) -> None:
        """Enter does what is marked."""
        found = self.query_one(OptionList)
        if found.highlighted is not None:
            self._choose(found.get_option_at_index(found.highlighted).id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """So does a click."""
        self._choose(event.option.id)

    def _choose(self, act: str | None) -> None:
        self.dismiss(act if self._searching else None)
