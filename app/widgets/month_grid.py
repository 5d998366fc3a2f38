"""Months side by side with a cursor in them: Monday first, ISO week numbers, a sign behind a day.

It knows nothing of what the signs mean: it is told which sign a day has, says which day the
cursor came to, which was taken, and what somebody began to type.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import ClassVar, Final, Literal, NamedTuple

from textual import events
from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from phases.date_names import MONTHS, WEEKDAYS, language_or_default
from phases.dateutil_typed import add_months
from phases.month import DAYS_A_WEEK, MOST_WEEKS, Month, Week, month_of
from phases.reading_dates import FIRST_YEAR, LAST_YEAR

CELL: Final = 4
"""A sign or bracket before, two figures, a sign behind."""
BLOCK: Final = CELL + DAYS_A_WEEK * CELL + 1
"""The week's number, seven days, and the bracket behind the last."""
GAP: Final = 2
MOST_MONTHS: Final = 3
HEADINGS: Final = 2
"""The month's name, and the weekdays."""
AT: Final = "$block-cursor-foreground on $block-cursor-background bold"

Look = Literal["plain", "quiet", "strong"]
_LOOKS: Final = {"plain": "$foreground", "quiet": "$text-muted", "strong": "$hint bold"}


class DaySign(NamedTuple):
    """How a day looks: never by colour alone."""

    sign: str = " "
    """One cell behind the figures."""
    look: Look = "plain"


class MonthGrid(Widget, can_focus=True):
    """Arrows move by days and weeks, PageUp and PageDown by months; Home and End jump."""

    DEFAULT_CSS = """
    MonthGrid { width: 1fr; height: auto; text-wrap: nowrap; color: $foreground; }
    """
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("up", "move(-7)", show=False),
        Binding("down", "move(7)", show=False),
        Binding("enter", "take", show=False),
    ]

    day: reactive[date] = reactive(date.min)
    """Where the cursor is."""

    class Moved(Message):
        """The cursor came to another day, or somebody marked the one where it is."""

        def __init__(self, day: date) -> None:
            """To `day`."""
            super().__init__()
            self.day = day

    class Taken(Moved):
        """Enter, or a click on the day with the cursor."""

    class Typed(Message):
        """Somebody began to write a date."""

        def __init__(self, character: str) -> None:
            """With this letter, figure, point or space."""
            super().__init__()
            self.character = character

    def __init__(
        self, day: date, sign: Callable[[date], DaySign], language: str, week: str, today: date
    ) -> None:
        """With the cursor on `day`; `week` is the word over the weeks' numbers."""
        super().__init__()
        self.set_reactive(MonthGrid.day, day)
        self._sign = sign
        self._tongue = language_or_default(language)
        self._week = week
        self._today = today
        self._first = month_of(day)

    # -- what is shown

    @property
    def months(self) -> tuple[Month, ...]:
        """Those that there is room for, the cursor's among them."""
        room = max(1, min(MOST_MONTHS, (self.content_size.width + GAP) // (BLOCK + GAP)))
        here = month_of(self.day)
        # They stay where they are for as long as the cursor does: nothing jumps under the eyes.
        self._first = max(min(self._first, here), here.later(1 - room))
        return tuple(self._first.later(number) for number in range(room))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The same for every month."""
        del container, viewport, width
        return HEADINGS + MOST_WEEKS

    def render(self) -> RenderResult:
        """The months beside each other."""
        months = self.months
        blocks = [self._block(month, months) for month in months]
        gap = Content(" " * GAP)
        return Content("\n").join(gap.join(lines) for lines in zip(*blocks, strict=True))

    def _block(self, month: Month, months: tuple[Month, ...]) -> list[Content]:
        title = f"{MONTHS[self._tongue][month.month - 1]} {month.year}".center(BLOCK - 2)
        left = "‹" if month == months[0] else " "
        right = "›" if month == months[-1] else " "
        names = "".join(f"  {name[:2]}" for name in WEEKDAYS[self._tongue])
        week = f"{self._week:<{CELL}}"[:CELL]
        lines = [
            Content.assemble(left, (title, "bold"), right),
            Content.styled(f"{week}{names}"[:BLOCK].ljust(BLOCK), "$text-muted"),
        ]
        lines += [self._line(row) for row in month.weeks]
        return lines + [Content(" " * BLOCK)] * (HEADINGS + MOST_WEEKS - len(lines))

    def _line(self, row: Week) -> Content:
        parts: list[Content] = [Content.styled(f"{row.number:>3} ", "$text-muted")]
        behind = " "
        for each in row.days:
            cursor = each == self.day
            lead = "[" if cursor else behind
            behind = "]" if cursor else " "
            if each is None:
                parts.append(Content(f"{lead}   "))
                continue
            known = self._sign(each)
            look = _LOOKS[known.look]
            if cursor:
                look = AT if self.has_focus else "bold"
            if each == self._today:
                look += " underline"
            figures = Content.styled(f"{each.day:>2}{known.sign}", look)
            parts += [Content(lead), figures]
        return Content("").join([*parts, Content(behind)])

    # -- the keys

    def watch_day(self, day: date) -> None:
        """Tell where the cursor is."""
        self.post_message(self.Moved(day))

    def go(self, day: date) -> None:
        """Put the cursor on a day, as far as dates are read at all."""
        first, last = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
        wanted = max(first, min(last, day))
        if wanted == self.day:
            self.post_message(self.Moved(wanted))
        self.day = wanted

    def action_move(self, days: int) -> None:
        """By days and weeks."""
        self.go(self.day + timedelta(days=days))

    def move_months(self, months: int) -> None:
        """By months: the same day, else the month's last (DA-2)."""
        self.go(add_months(self.day, months))

    def action_take(self) -> None:
        """This day."""
        self.post_message(self.Taken(self.day))

    def on_key(self, event: events.Key) -> None:
        """What is no movement is the beginning of a date, or of what was written at one go."""
        if event.character and event.is_printable:
            event.stop()
            self.post_message(self.Typed(event.character))

    # -- the mouse

    def day_at(self, x: int, y: int) -> date | None:
        """The day that is drawn there, if any."""
        block, within = divmod(x, BLOCK + GAP)
        row, column = y - HEADINGS, (within - CELL) // CELL
        months = self.months
        if block >= len(months) or row < 0 or not 0 <= column < DAYS_A_WEEK:
            return None
        weeks = months[block].weeks
        return weeks[row].days[column] if row < len(weeks) else None

    def on_click(self, event: events.Click) -> None:
        """A day: there; the day with the cursor: taken; the arrows above: a month."""
        at = event.get_content_offset(self)
        if at is None:
            return
        event.stop()
        shown = len(self.months)
        width = shown * (BLOCK + GAP) - GAP
        if at.y == 0 and (at.x < CELL or width - CELL <= at.x < width):
            self.move_months(-1 if at.x < CELL else 1)
            return
        day = self.day_at(at.x, at.y)
        if day is not None and day == self.day:
            self.action_take()
        elif day is not None:
            self.go(day)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """A month on."""
        event.stop()
        self.move_months(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """A month back."""
        event.stop()
        self.move_months(-1)

    def on_focus(self) -> None:
        """The cursor stands out."""
        self.refresh()

    def on_blur(self) -> None:
        """It is still seen by its brackets."""
        self.refresh()
