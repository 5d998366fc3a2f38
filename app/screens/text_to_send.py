"""The texts before a meeting, to be copied or saved, and that they went out to be noted.

Nothing is sent by the program. The page is handed an `Outbox`; `Windows.text` makes it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from app.clipboard import Copied, copied_words
from app.harmless import harmless
from app.papers.asking import Asked
from app.papers.errors import PaperError
from app.papers.making import default_name
from app.papers.names import way_word
from app.papers.texts import made_text
from app.screens.box import Box
from app.screens.saving import done_or_why
from app.screens.text_notice import NOTICES, ask_notice
from app.taking_out import Taken, keep, may_copy
from app.widgets.key_footer import FooterKey, KeyFooter
from app.wording.preparing import notices_words
from app.wording.reaching import reaching_words
from app.wording.rules import finding_words
from app.wording.structure_faults import fault_words
from app.wording.texts import SHORT, notes_on, whole_text
from app.words import Words
from data.caselog import CaseLog
from data.structures.problems import StructureError
from data.texts.fields import KINDS, TextKind
from phases.commands import Command
from phases.commands.afterwards import Undo
from phases.notices import receivers
from phases.rules import RULES

if TYPE_CHECKING:
    from data.shelf import Shelf
    from data.texts.made import MadeText
    from phases.records import Participant

OFFERED: Final[tuple[TextKind, ...]] = ("reminder-sms", "reminder-email", "summons", "invitation")
"""In the order of their keys, 1 to 4."""


class Outbox(NamedTuple):
    """What the page needs besides the log."""

    shelf: Shelf
    """Where a text is kept, and that it was taken out is noted."""
    vault: Path | None
    """The folder with the logs: one's own texts lie in it."""
    sender: str = ""
    """Whom the texts come from, by the settings."""
    keep_sender: Callable[[str], None] | None = None
    """Put another one into the settings. Raises StoreError, BadInputError."""


class TextToSend(Box[bool]):
    """Answers whether something was noted."""

    CSS_PATH = "text_to_send.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"kind({n - 1})", show=False) for n in range(1, len(OFFERED) + 1)),
        Binding("left", "reader(-1)", show=False),
        Binding("right", "reader(1)", show=False),
        Binding("down,pagedown,space", "roll(1)", show=False),
        Binding("up,pageup", "roll(-1)", show=False),
        Binding("c", "copy", show=False),
        Binding("s", "save", show=False),
        Binding("n", "note", show=False),
        Binding("u", "undo", show=False),
        Binding("escape,q", "close", show=False),
    ]

    def __init__(
        self, log: CaseLog, words: Words, outbox: Outbox, kind: TextKind = "reminder-sms"
    ) -> None:
        """The texts of the planned meeting of `log`, this one first."""
        super().__init__()
        self._log, self._words, self._outbox = log, words, outbox
        self._kind: TextKind = kind if kind in KINDS else "reminder-sms"
        self._reader = 0
        self._made: MadeText | None = None
        self._noted = False

    def compose(self) -> ComposeResult:
        """Which text, for whom, the text, what is to be said of it, the keys."""
        with Vertical(id="text"):
            yield Static("", id="text-kinds", markup=False)
            yield Static("", id="text-reader", markup=False)
            with VerticalScroll(id="text-page", can_focus=False):
                yield Static("", id="text-whole", markup=False)
            yield Static("", id="text-notes", markup=False)
            yield Static("", id="text-said", markup=False)
            yield KeyFooter()

    def on_mount(self) -> None:
        """The text at once."""
        self.show_text()

    # -- what is shown

    @property
    def _readers(self) -> tuple[Participant | None, ...]:
        people = self._log.case.participants.values()
        return (None, *(p for p in people if not (p.absent or p.left_out)))

    def _asked(self) -> Asked:
        readers = self._readers
        reader = readers[self._reader % len(readers)]
        words = Words(reader.language) if reader and reader.language else self._words
        return Asked(
            case=self._log.case,
            ctx=self._log.context(),
            words=words,
            sitting=self._log.case.sitting,
            reader=reader,
            sender=self._outbox.sender,
            vault=self._outbox.vault,
        )

    def show_text(self, said: str = "") -> None:
        """Make the text anew and show it, or why there is none; `said` is what was just done."""
        _, asked = self._words, self._asked()
        fault = ""
        self._made = None
        try:
            self._made = made_text(asked, self._kind, _)
        except PaperError as error:
            fault = f"{error.said} ({error.code})"
        except StructureError as error:
            fault = fault_words(error, _)
        text = whole_text(self._made, asked.words) if self._made else fault
        self.query_one("#text-kinds", Static).update(self._kinds())
        self._say("#text-reader", self._for_whom(asked.reader))
        whole = self.query_one("#text-whole", Static)
        whole.update(Content(harmless(text)))
        whole.set_class(bool(fault), "-fault")
        notes = [*notes_on(self._made, asked.sender, _)] if self._made else []
        self._say("#text-notes", " · ".join([*notes, *self._sent(asked.reader)]))
        self._say("#text-said", said)
        self._show_keys()

    def _say(self, where: str, text: str) -> None:
        self.query_one(where, Static).update(Content(harmless(text)))

    def _kinds(self) -> Content:
        """Each with its key; the one that is shown is marked, and not by a colour alone."""
        parts: list[tuple[str, str]] = []
        for number, kind in enumerate(OFFERED, start=1):
            here = kind == self._kind
            name = f"{'▸' if here else ' '} {number} {self._words(SHORT[kind])}   "
            parts.append((name, "$now bold" if here else "$text-muted"))
        return Content.assemble(*parts)

    def _for_whom(self, reader: Participant | None) -> str:
        _ = self._words
        if reader is None:
            return _("For: {who}", who=_("everybody")) + "  ← →"
        wishes = reaching_words(reader, _)
        told = f"{reader.label} ({wishes})" if wishes else reader.label
        return _("For: {who}", who=told) + "  ← →"

    def _sent(self, reader: Participant | None) -> Sequence[str]:
        """Who has got it and who hasn't, or the one person whom it is shown for."""
        _, sitting = self._words, self._log.case.sitting
        if sitting is None:
            return ()
        everybody = receivers(self._log.case, sitting.meeting.id, NOTICES[self._kind])
        found = [each for each in everybody if reader is None or each.person.id == reader.id]
        if not any(each.notice for each in found):
            return (_("not noted as sent"),)
        return (notices_words(found, self._log.context().today, _),)

    def _show_keys(self) -> None:
        _, there = self._words, self._made is not None
        self.query_one(KeyFooter).keys = (
            FooterKey("c", _("copy"), there, "copy"),
            FooterKey("s", _("save"), there, "save"),
            FooterKey("n", _("note that it was sent"), action="note"),
            FooterKey("Esc", _("back"), action="close"),
            FooterKey("u", _("undo"), action="undo"),
        )

    # -- what is done

    def action_kind(self, number: int) -> None:
        """Another text."""
        self._kind = OFFERED[number]
        self.show_text()

    def action_reader(self, step: int) -> None:
        """For somebody else, in their language."""
        self._reader = (self._reader + step) % len(self._readers)
        self.show_text()

    def action_roll(self, way: int) -> None:
        """Move the text where it doesn't fit."""
        self.query_one("#text-page").scroll_relative(y=way * 5, animate=False, immediate=True)

    def action_copy(self) -> None:
        """To the clipboard for a while, if the terminal lets a program do that (T21)."""
        if self._made is None:
            return
        taken = may_copy(self._log, self._outbox.shelf, self._words)
        if taken.done:
            self.post_message(Copied(whole_text(self._made, self._asked().words)))
            taken = taken._replace(words=copied_words(self._words))
        self._tell_taken(taken)

    def action_save(self) -> None:
        """A file beside the log, for this user alone."""
        if self._made is None:
            return
        asked = self._asked()
        data = (whole_text(self._made, asked.words) + "\n").encode("utf-8")
        stem, _, form = default_name(asked, NOTICES[self._kind], "txt").rpartition(".")
        name = f"{stem}{way_word(self._kind, asked.language)}.{form}"
        self._tell_taken(keep(self._log, self._outbox.shelf, self._words, name, data))

    def _tell_taken(self, taken: Taken) -> None:
        self._say("#text-said", taken.words)
        if taken.untold:
            self.notify(taken.untold, markup=False, severity="warning")

    def action_note(self) -> None:
        """How it went out to whom it is shown for, where that isn't plain, and on which day."""
        today, reader = self._log.context().today, self._asked().reader
        to = (reader.id,) if reader is not None else ()
        template = self._made.template if self._made is not None else ""
        ask_notice(self.app, self._words, self._kind, today, self._save_act, to, template)

    def action_undo(self) -> None:
        """Take back that it was noted, if that was the last thing that was done."""
        newest = self._log.case.newest_event
        if newest is not None and newest.kind == "notice":
            self._save_act(Undo())
        else:
            self._say("#text-said", self._words("There is nothing to undo here."))

    def _save_act(self, command: Command) -> None:
        _ = self._words
        done = done_or_why(self._log, (command,), _)
        if isinstance(done, str):
            self.show_text(done)
            return
        self._noted = True
        warned = {rule.id for rule in RULES if rule.priority == "W"}
        told = [finding_words(found, _) for found in done.findings if found.rule in warned]
        self.show_text(" ".join([_("Saved"), *(f"· {each}" for each in told)]))

    def action_close(self) -> None:
        """Back to where this was opened."""
        self.dismiss(self._noted)
