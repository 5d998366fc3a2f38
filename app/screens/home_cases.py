"""What home shows after a key: the names of all cases, and a new one."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as ListOption

from app.keys import PROCEED, KeyGate
from app.screens.box import Box
from app.screens.choice import ChoicePage, keys_of
from app.screens.choice_option import Option
from app.screens.home_flow import free_name, make_case
from app.screens.home_today import HomeChoice, HomeKind, HomeRoom, usual_window
from app.screens.keys_line import keys_line
from app.widgets.choice_line import ChoiceLine, Pick
from app.widgets.entry_row import EntryRow, FieldSpec
from app.wording.refusals import refusal_words
from app.wording.store import store_words
from app.words import N_, Words
from data.errors import StoreError
from data.vault import Listed
from phases.changes import Refusal
from phases.showing_dates import short_date
from phases.words import Unit

WINDOWS: Final[tuple[tuple[HomeKind, str], ...]] = (
    ("lead", N_("Lead the meeting")),
    ("prepare", N_("What is left before the meeting")),
    ("after", N_("Minutes, papers and the rest")),
    ("evaluate", N_("Evaluate the meeting")),
    ("setup", N_("Set the meeting up")),
)
"""What a log can be opened in, by how often it is: always in this order, by the same digits."""

STATES = {
    "damaged": N_("damaged, ask for help"),
    "newer": N_("made by a newer version"),
    "unreadable": N_("can't be opened"),
}


class CasesPage(Box[HomeChoice | None]):
    """Every case by its id alone: no name, no date of a meeting."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", show=False),
        Binding("c,n", "new", show=False),
    ]

    def __init__(self, room: HomeRoom, words: Words) -> None:
        """Over the cases of `room`."""
        super().__init__()
        self._room = room
        self._words = words
        self._gate = KeyGate()

    def compose(self) -> ComposeResult:
        """The list."""
        _ = self._words
        listed, fault = self._listed()
        with Vertical(id="cases"):
            yield Static(Content(_("All logs")), id="cases-title", markup=False)
            if not listed:
                yield Static(Content(fault or _("No log yet.")), id="cases-text", markup=False)
            yield OptionList(*(self._line(each) for each in listed), id="cases-list", markup=False)
            foot = keys_line(("Enter", _("open it")), ("c", _("new log")), ("Esc", _("back")))
            yield Static(Content(foot), id="cases-foot", markup=False)

    def _listed(self) -> tuple[tuple[Listed, ...], str]:
        try:
            return self._room.listed(), ""
        except StoreError as error:
            return (), store_words(error, self._words)

    def _line(self, listed: Listed) -> ListOption:
        _ = self._words
        if listed.state != "whole":
            note = _(STATES[listed.state])
        elif listed.changed is not None:
            changed = listed.changed.astimezone(self._room.zone).date()
            day = short_date(changed, _.language, today=self._room.context().today)
            note = _("last written {day}", day=day)
        else:
            note = ""
        text = Content(f" {listed.id:<12}  {note}")
        return ListOption(text, id=listed.id, disabled=listed.state != "whole")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask which window to open; they are too different to guess. The usual one is marked."""
        event.stop()
        _ = self._words
        case_id = str(event.option.id)
        ways: dict[str, HomeChoice] = {kind: HomeChoice(kind, case_id) for kind, _label in WINDOWS}
        options = [Option(kind, _(label)) for kind, label in WINDOWS]
        self._gate.passes(PROCEED)  # held down, this Enter must not answer the next page too

        def take(kind: str | None) -> None:
            if kind is not None:
                self.dismiss(ways[kind])

        page = ChoicePage(
            case_id,
            options,
            foot=_("Esc: back"),
            digits=_("{keys}: choose", keys=keys_of(options)),
            take=_("Enter: what is marked"),
            ready=self._usual(case_id),
            passes=self._gate.passes,
        )
        self.app.push_screen(page, take)

    def _usual(self, case_id: str) -> int:
        """The number of the window that this log is for now; -1 where it can't be read."""
        try:
            kind = usual_window(self._room.case(case_id), self._room.context())
        except StoreError:
            return -1
        return [each for each, _label in WINDOWS].index(kind)

    def action_new(self) -> None:
        """A new case from here too."""
        self.app.push_screen(NewCasePage(self._room, self._words), self._made)

    def _made(self, choice: HomeChoice | None) -> None:
        if choice is not None:
            self.dismiss(choice)

    def action_close(self) -> None:
        """Back to today's meeting."""
        self.dismiss(None)


class NewCasePage(Box[HomeChoice | None]):
    """Make a case: a name that says nothing, and whether it is a rehearsal."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    def __init__(self, room: HomeRoom, words: Words, unit: Unit = "school") -> None:
        """In the vault of `room`."""
        super().__init__()
        self._room = room
        self._words = words
        self._unit: Unit = unit

    def compose(self) -> ComposeResult:
        """The name, proposed; the kind."""
        _ = self._words
        with Vertical(id="new-case"):
            yield Static(Content(_("A new log")), id="new-case-title", markup=False)
            text = _("Choose a name that says nothing about the child.")
            yield Static(Content(text), id="new-case-text", markup=False)
            yield EntryRow([FieldSpec("name", _("Name of the log"))], id="new-case-row")
            yield ChoiceLine(
                (Pick("real", _("a real meeting")), Pick("rehearsal", _("a rehearsal"))),
                ("real",),
                id="new-case-kind",
            )
            foot = keys_line(("Enter", _("make it")), ("Esc", _("back")))
            yield Static(Content(foot), id="new-case-foot", markup=False)

    def on_mount(self) -> None:
        """Propose a free name; Enter alone takes it."""
        row = self.query_one(EntryRow)
        try:
            row.propose("name", free_name(self._room))
        except StoreError as error:
            row.show_hint(store_words(error, self._words), "fault", "name")
        row.focus_field("name")

    def on_entry_row_submitted(self, event: EntryRow.Submitted) -> None:
        """Make it, or say beside the field why not."""
        event.stop()
        rehearsal = self.query_one(ChoiceLine).value == "rehearsal"
        name = event.values["name"].strip()
        try:
            made = make_case(
                self._room, name, self._words.language, self._unit, rehearsal=rehearsal
            )
        except StoreError as error:
            event.row.show_hint(store_words(error, self._words), "fault", "name")
            return
        if isinstance(made, Refusal):
            event.row.show_hint(refusal_words(made, self._words), "fault", "name")
            return
        self.dismiss(HomeChoice("setup", made))

    def on_entry_row_left(self, event: EntryRow.Left) -> None:
        """Esc in the field closes the page: nothing was made, and a name is quickly typed."""
        event.stop()
        self.dismiss(None)

    def key_enter(self) -> None:
        """Enter on the kind makes it too."""
        row = self.query_one(EntryRow)
        row.post_message(EntryRow.Submitted(row, row.values))

    def action_close(self) -> None:
        """Make nothing."""
        self.dismiss(None)
