"""What a window does to make a paper: one key for the Word file, one for a copy, a list for all.

What makes papers is imported when one is asked for: the leader's first screen waits for none of it.
"""

from __future__ import annotations

import asyncio
import importlib.util
from typing import TYPE_CHECKING, Final

from app.screens.choice_option import Option
from app.screens.log_forms.rows import TableActs
from app.wording.capital import capital
from app.words import N_, Words

if TYPE_CHECKING:
    from app.papers.asking import Asked
    from phases.records import Participant
    from phases.sitting import Sitting

WORD: Final = "docx"
"""What one key makes: the format that archive systems and schools take."""

CALLED: Final = {
    "docx": N_("a Word file"),
    "pdf": N_("PDF for the archive"),
    "html": N_("a page for the browser"),
    "md": N_("Markdown"),
    "txt": N_("plain text"),
    "json": N_("JSON, for other programs"),
    "csv": N_("a table for a spreadsheet"),
}
"""Format -> what people know it as."""


def has_pdf(extra: str = "typst") -> bool:
    """Whether the extra that writes PDF is installed; nothing of it is loaded."""
    return importlib.util.find_spec(extra) is not None


class PaperActs(TableActs):
    """Papers of the newest meeting that was held, and those of the one to come."""

    def asked(self, kind: str, reader: Participant | None = None, *, blank: bool = False) -> Asked:
        """A wish, in the reader's language where one is known."""
        from app.papers.asking import Asked

        log, own = self.desk.log, self.desk.settings
        case = log.case
        words = self.words
        if reader is not None and reader.language and reader.language != words.language:
            words = Words(reader.language)
        return Asked(
            case,
            log.context(),
            words,
            # A blank form is for the meeting to come.
            case.sitting if blank else self.paper_of(kind),
            reader,
            blank=blank,
            measured=own.measured_times,
            sender=own.sender,
            vault=self.desk.vault,
        )

    def paper_of(self, kind: str) -> Sitting | None:
        """The meeting that a paper of this kind is about, where nobody named one."""
        from app.papers.kinds import sitting_for

        return sitting_for(kind, self.desk.log.case)

    async def show_timeline(self) -> None:
        """The log as pictures."""
        from app.screens.timeline.page import TimelinePage

        await self.app.push_screen_wait(TimelinePage(self.asked("log")))

    async def write_paper(
        self, kind: str, form: str, reader: Participant | None = None, *, blank: bool = False
    ) -> None:
        """Make it, keep it in the vault, and say where."""
        shelf = self.desk.shelf
        if shelf is None:
            return
        made = await self._made(kind, form, reader, blank=blank)
        if made is None:
            return
        from app.taking_out import keep

        self.tell_taken(keep(self.desk.log, shelf, self.words, *made))

    async def write_minutes(self) -> None:
        """The minutes as a Word file: the one thing that most want at goodbye."""
        await self.write_paper("minutes", WORD)

    async def copy_paper(self, kind: str, reader: Participant | None = None) -> None:
        """Put its plain text on the clipboard, for a while."""
        shelf = self.desk.shelf
        made = await self._made(kind, "txt", reader) if shelf is not None else None
        if shelf is None or made is None:
            return
        from app.clipboard import Copied, copied_words
        from app.taking_out import may_copy

        taken = may_copy(self.desk.log, shelf, self.words)
        if taken.done:
            self.post_message(Copied(made[1].decode("utf-8")))
            taken = taken._replace(words=copied_words(self.words))
        self.tell_taken(taken)

    async def look_at_paper(self, kind: str, reader: Participant | None = None) -> None:
        """Its text, before anything is made of it."""
        made = await self._made(kind, "txt", reader)
        if made is None:
            return
        from app.screens.papers.preview import PreviewPage
        from app.screens.papers.readers import called

        page = PreviewPage(
            called(kind, self.words), made[1].decode("utf-8"), foot=self.words("Esc: back")
        )
        await self.app.push_screen_wait(page)

    async def choose_paper(self) -> None:
        """Which paper, for whom, and what to do with it."""
        from app.papers.kinds import KINDS
        from app.screens.papers.readers import called

        _ = self.words
        options = [Option(kind, called(kind, _)) for kind in KINDS]
        kind = await self.choose(_("Which paper?"), options, foot=_("Esc: back"))
        if kind is not None:
            await self.paper(kind)

    async def paper(self, kind: str) -> None:
        """One kind: for whom where that matters, then what to do with it until Esc."""
        from app.screens.papers.readers import FOR_THE_FAMILY, called

        reader = None
        if kind in FOR_THE_FAMILY:
            reader = await self._for_whom(kind)
            if reader is None:
                return
        title = called(kind, self.words)
        while True:
            told = f"{title} – {reader.label}" if reader is not None else title
            options = self._ways(kind, reader)
            way = await self.choose(told, options, foot=self.words("Esc: back"))
            if way == "look":
                await self.look_at_paper(kind, reader)
                continue
            if way == "for":
                reader = await self._for_whom(kind) or reader
                continue
            if way == "copy":
                await self.copy_paper(kind, reader)
            elif way == "blank":
                await self.write_paper(kind, "pdf" if has_pdf() else WORD, blank=True)
            elif way is not None:
                await self.write_paper(kind, way, reader)
            return

    def _ways(self, kind: str, reader: Participant | None) -> list[Option]:
        """What can be done with a paper of this kind."""
        from app.papers.formats import FORMATS
        from app.screens.papers.readers import FOR_ANYBODY

        _ = self.words
        options = [Option("look", _("Look at it")), Option("copy", _("Copy the text"))]
        options += [self._format(form) for form in FORMATS]
        if kind in FOR_ANYBODY and reader is None:
            options.append(Option("for", _("For one of those who take part …")))
        if kind == "form":
            options.append(Option("blank", _("Blank, to fill in by hand")))
        return options

    def _format(self, form: str) -> Option:
        """A format; PDF can't be chosen where its extra isn't installed, and says why."""
        _, there = self.words, form != "pdf" or has_pdf()
        note = "" if there else _("not installed here")
        return Option(form, capital(_(CALLED[form])), note, enabled=there)

    async def _for_whom(self, kind: str) -> Participant | None:
        """One of those who may get it; nobody is asked where there is one alone."""
        from app.screens.papers.readers import readers

        _, case = self.words, self.desk.log.case
        options = readers(kind, case, self.desk.today(), _)
        if not options:
            self._tell(_("Nobody in the log is to get it"))
            return None
        if len(options) == 1:
            return case.participants[options[0].value]
        who = await self.choose(_("For whom?"), options, foot=_("Esc: back"))
        return case.participants[who] if who else None

    async def _made(
        self, kind: str, form: str, reader: Participant | None, *, blank: bool = False
    ) -> tuple[str, bytes] | None:
        """Name and bytes, made beside the screen: Word and PDF take a while."""
        from app.papers.errors import PaperError
        from app.papers.making import default_name, make

        asked = self.asked(kind, reader, blank=blank)
        self._tell(self.words("Making it …"))
        try:
            data = await asyncio.to_thread(make, asked, kind, form)
        except PaperError as error:
            self._tell(str(error.said))
            return None
        self._tell("")
        return default_name(asked, kind, form), data

    def _tell(self, text: str) -> None:
        """One line, drawn at once."""
        if text:
            self.say(text)
        else:
            self.say_no_more()
        self.paint()
