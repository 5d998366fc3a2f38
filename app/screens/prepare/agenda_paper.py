"""The agenda on paper, made from the preparing: looked at first, or kept as a file in the vault."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final, Protocol

from app.screens.choice import ChoicePage
from app.screens.choice_option import Option
from app.screens.keys_line import keys_line
from app.words import N_

if TYPE_CHECKING:
    from textual.app import App

    from app.papers.asking import Asked
    from app.words import Words
    from data.caselog import CaseLog
    from data.shelf import Shelf

KIND: Final = "agenda"
LOOK: Final = "look"
FORMS: Final = {
    "pdf": N_("PDF, to be printed"),
    "docx": N_("a Word file, to be changed first"),
    LOOK: N_("look at it here"),
}
"""What can be made of it; one page to be printed, and no more to choose from than that."""
SHOWN_S: Final = 12.0
"""How long it is told where the file is."""


class Printing(Protocol):
    """What making it needs of the screen."""

    words: Words
    case_log: CaseLog

    @property
    def is_attached(self) -> bool:
        """Whether it is still there."""

    @property
    def shelf(self) -> Shelf | None:
        """Where papers are kept."""

    @property
    def app(self) -> App[Any]:
        """Where pages are pushed."""

    def say(self, text: str, *, fault: bool = False) -> None:
        """Say on top where it is, or why not."""

    def wish(self) -> Asked:
        """What a paper of this meeting is made from."""


def ask_form(screen: Printing) -> None:
    """Ask what to make of it, and make it."""
    _ = screen.words
    options = [Option(form, _(told)) for form, told in FORMS.items()]
    foot = keys_line(("Esc", _("back")))
    page = ChoicePage(_("The agenda on paper"), options, foot=foot)

    def chosen(form: str | None) -> None:
        if form is not None:
            screen.app.run_worker(_make(screen, form), exclusive=True, group=KIND)

    screen.app.push_screen(page, chosen)


async def _make(screen: Printing, form: str) -> None:
    """Beside the screen: a PDF takes a while."""
    from app.papers.errors import PaperError
    from app.papers.making import default_name, make

    asked = screen.wish()
    screen.say(screen.words("Making it …"))
    try:
        data = await asyncio.to_thread(make, asked, KIND, "txt" if form == LOOK else form)
    except PaperError as error:
        screen.say(str(error.said), fault=True)
        return
    if form == LOOK:
        _look(screen, data.decode("utf-8"))
    elif screen.shelf is not None:
        _keep(screen, screen.shelf, default_name(asked, KIND, form), data)


def _look(screen: Printing, text: str) -> None:
    from app.screens.papers.preview import PreviewPage

    _ = screen.words
    if not screen.is_attached:
        return  # left meanwhile: it names people, and another screen may be shown to others
    screen.say("")
    page = PreviewPage(_("The agenda on paper"), text, foot=keys_line(("Esc", _("back"))))
    screen.app.push_screen(page)


def _keep(screen: Printing, shelf: Shelf, name: str, data: bytes) -> None:
    """Keep it beside the journal, private, and note that it was taken out."""
    from app.taking_out import keep, shown_path

    taken = keep(screen.case_log, shelf, screen.words, name, data)
    if taken.path is None:
        screen.say(taken.words, fault=True)
        return
    screen.say(screen.words("Made: {path}", path=taken.path.name))
    # The line on top has no room for all of the way there.
    screen.app.notify(shown_path(taken.path), markup=False, timeout=SHOWN_S)
    if taken.untold:
        screen.app.notify(taken.untold, markup=False, severity="warning")
