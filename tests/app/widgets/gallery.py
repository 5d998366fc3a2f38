"""Screens that show all the widgets, to look at with `scripts/screenshot_png.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from app.theme import LIGHT_NAME
from app.widgets.banner import Banner
from app.widgets.big_digits import BigDigits
from app.widgets.big_text import BigText
from app.widgets.entry_row import EntryRow, FieldSpec
from app.widgets.key_footer import FooterKey, KeyFooter
from app.widgets.log_table import LogHeadings, LogRow, LogTable
from app.widgets.phase_list import PhaseList, PhaseRow
from app.widgets.quiet_picture import QuietPicture
from app.widgets.time_bar import TimeBar
from tests.app.widgets.harness import Harness

if TYPE_CHECKING:
    from textual.app import ComposeResult

PHASES = (
    PhaseRow("Velkomen", "done", "5"),
    PhaseRow("Slik opplever vi det", "done", "5"),
    PhaseRow("Oppklarande runde", "now", "10"),
    PhaseRow("Kva tenkjer de no om situasjonen?", "later", "5"),
    PhaseRow("Tilbod", "later", "10"),
    PhaseRow("Val og avtale", "later", "5"),
    PhaseRow("Avslutning", "later", "5"),
)
KEYS = (
    FooterKey("n", "neste", True, "next"),
    FooterKey("mellomrom", "pause", True, "pause"),
    FooterKey("v", "viddevakt", True, "guard"),
    FooterKey("a", "ny", True, "add"),
    FooterKey("u", "angre", False, "undo"),
    FooterKey("+", "minutt", True, "more"),
    FooterKey("m", "meir", True, "menu"),
)
HELP = FooterKey("?", "hjelp", True, "help")
HEADS = LogHeadings("Kva", "Kven", "Når", "Status")
ROWS = (
    LogRow("a1", "Leksehjelp tysdag og torsdag", "kontaktlærar", "9. des.", "·", "i gang"),
    LogRow("a2", "Fire samtalar", "helsesjukepleiar", "9. feb.", "·", "i gang"),
    LogRow("a3", "Fast leggetid", "mor og far", "22. des.", "✓", "verka"),
    LogRow("a4", "[@click=app.quit]x", "[/]", "i morgon", "○", "for tidleg"),
)
FIELDS = (
    FieldSpec("what", "Kva", lambda _: ("Leksehjelp", "Leksehjelp tysdag"), weight=2),
    FieldSpec("who", "Kven", lambda _: ("kontaktlærar", "Kari Nordmann", "Kåre", "mor", "far")),
    FieldSpec("when", "Når", lambda typed: ("22.02.2027",) if typed else ()),
)


class Gallery(Harness):
    """Something like the lead screen."""

    def __init__(self) -> None:
        super().__init__(
            lambda: (),
            css="""
            #top { height: 2fr; } #list { width: 26; height: 1fr; margin: 0 1; }
            #clock { height: 1fr; } #table { height: 1fr; margin: 0 1; }
            EntryRow { margin: 0 1; } TimeBar { margin: 0 2; }
            """,
        )

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield PhaseList(PHASES, id="list")
            with Vertical(id="clock"):
                yield BigDigits("06:42", template="00:00", classes="-soon")
                yield TimeBar(id="bar")
        yield LogTable(ROWS, headings=HEADS, with_cursor=True, id="table")
        yield EntryRow(FIELDS, id="entry")
        yield KeyFooter(KEYS, HELP)

    def on_mount(self) -> None:
        self.query_one(TimeBar).show(0.73, "soon", "snart slutt")
        self.query_one(EntryRow).focus_field("who")
        self.set_up()

    def set_up(self) -> None:
        self.query_one(EntryRow).show_hint("Skriv ein dato: 9. des, tysdag, 09.12.")


class LightGallery(Gallery):
    """The same in the light theme, with a fault in the entry row."""

    def set_up(self) -> None:
        self.theme = LIGHT_NAME
        self.query_one(EntryRow).show_hint("Kven er ansvarleg?", "fault", "who")


class Quiet(Harness):
    """The picture while the screen is hidden."""

    def __init__(self) -> None:
        super().__init__(lambda: (QuietPicture("Vi tek ein liten pause"),))


class LightQuiet(Quiet):
    """The same in the light theme."""

    def on_mount(self) -> None:
        self.theme = LIGHT_NAME


class Call(Harness):
    """The viddevakt's banner over a page to read aloud."""

    def __init__(self) -> None:
        super().__init__(
            lambda: (
                Banner("Vi går tilbake til: spørsmål som hjelper oss å forstå"),
                BigText(
                    (
                        "Helsesjukepleiar har fire samtalar innan 9. februar.",
                        "Kontaktlærar gir leksehjelp tysdag og torsdag, frå no av og fram til jul.",
                        "Mor og far prøver fast leggetid.",
                    )
                ),
            )
        )
