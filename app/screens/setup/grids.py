"""The three grids of the set-up: people, consents, minutes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from app.screens.setup.grid import AT, Grid
from app.widgets.plain import fit, fit_right

NAME_SHARE, ROLE_SHARE = 0.34, 0.45
"""The most of the width that a name and a role take: a service is told whole, and before duties."""
LONGEST_BAR: Final = 15
"""Cells of the longest bar; the others are in proportion."""
COVERS: Final = 22


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One participant, in words."""

    id: str
    name: str
    role: str
    """With the service, where there is one."""
    duties: str


class PeopleGrid(Grid):
    """Who takes part; Enter opens one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,d,backspace", "remove", show=False),
    ]

    class Remove(Message):
        """Somebody is to be taken out."""

        def __init__(self, participant: str) -> None:
            """The participant's id."""
            super().__init__()
            self.participant = participant

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        """Nobody yet."""
        super().__init__(id=id)
        self.people: tuple[PersonRow, ...] = ()
        self.invitation = ""
        """What stands here while nobody has been entered."""

    def row_count(self) -> int:
        """One for each."""
        return len(self.people)

    def empty(self) -> str:
        """Invite to enter the first one."""
        return self.invitation

    def line(self, row: int, width: int, column: int | None) -> Content:
        """Name, role, duties."""
        person = self.people[row]
        name = min(int(width * NAME_SHARE), max(cell_len(p.name) for p in self.people))
        role = min(int(width * ROLE_SHARE), max(cell_len(p.role) for p in self.people))
        rest = width - name - role - 2
        text = f"{fit(person.name, name)} {fit(person.role, role)} {fit(person.duties, rest)}"
        return Content.styled(text, AT if column is not None else "")

    def action_remove(self) -> None:
        """Ask for the one under the cursor to be taken out."""
        if self.people:
            self.post_message(self.Remove(self.people[self.row].id))


class ConsentGrid(Grid):
    """Rows: the log and each service. Columns: guardians and child. A tick where one consents.

    The line beneath tells all that is known of the consent under the cursor: a cell has no room.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("n", "open", show=False)]

    class Opened(Message):
        """All that may be said of the consent under the cursor is asked for."""

        def __init__(self, row: int, column: int) -> None:
            """Where it stands."""
            super().__init__()
            self.row = row
            self.column = column

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        """Nothing to consent to yet."""
        super().__init__(id=id)
        self.people: tuple[str, ...] = ()
        self.rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
        """What is covered, and what stands in each column."""
        self.told: tuple[tuple[str, ...], ...] = ()
        """All that is known of each, in the same order; empty where there is none."""
        self.invitation = ""

    def row_count(self) -> int:
        """Nothing to show while nobody can consent."""
        return len(self.rows) if self.people else 0

    def column_count(self) -> int:
        """One for each of the family."""
        return len(self.people)

    def empty(self) -> str:
        """Who has to be entered first."""
        return self.invitation

    def heading(self, width: int) -> str:
        """The names."""
        cell = self._cell(width)
        return " " * COVERS + "".join(f" {fit(name, cell - 1)}" for name in self.people)

    def line(self, row: int, width: int, column: int | None) -> Content:
        """What is covered, then a cell each."""
        covers, cells = self.rows[row]
        cell = self._cell(width)
        parts: list[str | tuple[str, str]] = [fit(covers, COVERS)]
        for number, text in enumerate(cells):
            shown = f" {fit(text, cell - 1)}"
            parts.append((shown, AT) if number == column else shown)
        return Content.assemble(*parts)

    def foot(self, row: int, column: int) -> str | None:
        """All of the consent under the cursor."""
        return self.told[row][column] if row < len(self.told) else ""

    def action_open(self) -> None:
        """Say more than Enter does: what it is for, and where the paper lies."""
        if self.row_count():
            self.post_message(self.Opened(self.row, self.column))

    def column_of(self, x: int, width: int) -> int:
        """A click on the words to the left means the first column."""
        return max(0, min(len(self.people) - 1, (x - COVERS) // self._cell(width)))

    def _cell(self, width: int) -> int:
        return max(6, min(26, (width - COVERS) // max(1, len(self.people))))


class StructureGrid(Grid):
    """The one line that says which structure the meeting follows; Enter opens the picker."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        """Nothing known yet."""
        super().__init__(id=id)
        self.title = ""
        self.invitation = ""

    def row_count(self) -> int:
        """One, where the structure's file is there."""
        return 1 if self.title else 0

    def empty(self) -> str:
        """Invite to choose one."""
        return self.invitation

    def line(self, row: int, width: int, column: int | None) -> Content:
        """The title, and what Enter does while the cursor is here."""
        del row
        invited = column is not None and bool(self.invitation)
        rest = width - cell_len(self.title) - 3
        told = f"   {fit(self.invitation, rest)}" if invited and rest > 0 else ""
        return Content.styled(fit(f"{self.title}{told}", width), AT if column is not None else "")


class MinutesGrid(Grid):
    """A line a phase, with a bar of its minutes; `+` and `-` change them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus,right", "more(1)", show=False),
        Binding("minus,left", "more(-1)", show=False),
    ]

    class Adjusted(Message):
        """The minutes are these now."""

        def __init__(self, minutes: tuple[int, ...]) -> None:
            """One number a phase."""
            super().__init__()
            self.minutes = minutes

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        """No phase yet."""
        super().__init__(id=id)
        self.titles: tuple[str, ...] = ()
        self.minutes: tuple[int, ...] = ()

    def row_count(self) -> int:
        """One a phase."""
        return len(self.titles)

    def line(self, row: int, width: int, column: int | None) -> Content:
        """Title, minutes, bar."""
        minutes = self.minutes[row]
        number = max((cell_len(str(m)) for m in self.minutes), default=2)
        title = max(10, min(26, width - LONGEST_BAR - number - 4))
        text = f"{fit(self.titles[row], title)} {fit_right(str(minutes), number)} "
        most = max(self.minutes)
        room = min(most, LONGEST_BAR, max(1, width - title - number - 2))
        bar = "▪" * max(1, round(minutes * room / most))
        style = AT if column is not None else ""
        return Content.assemble((text, style), (bar, "$time-normal"))

    def action_more(self, minutes: int) -> None:
        """A minute more or less where the cursor is; at least one stays."""
        if not self.minutes:
            return
        now = list(self.minutes)
        now[self.row] = max(1, min(480, now[self.row] + minutes))
        if tuple(now) != self.minutes:
            self.minutes = tuple(now)
            self.refresh()
            self.post_message(self.Adjusted(self.minutes))

    def action_pick(self) -> None:
        """Enter has nothing to open here, and a click only moves the cursor."""
