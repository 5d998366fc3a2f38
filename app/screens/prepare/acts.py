"""What Enter does on each line of the preparing: a tick, a question, or a text to read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from app.screens.choice import ChoicePage
from app.screens.choice_option import Option
from app.screens.interpreting import LONGER, more_time
from app.screens.keys_line import keys_line
from app.screens.prepare.agenda_paper import Printing, ask_form
from app.screens.prepare.ask_text import AskText
from app.screens.prepare.lines import LineId
from app.wording.new_meeting import NOBODY_YET
from phases.commands.participants import ParticipantEdit
from phases.commands.planning import MeetingPlan
from phases.commands.preparing import AttendanceCleared, OwnSystemCommand
from phases.suggesting_guard import guards
from phases.words import OwnSystemKind

if TYPE_CHECKING:
    from app.screens.text_to_send import Outbox
    from data.texts.fields import TextKind
    from phases.commands import Command

NOBODY: Final = ""


class Preparing(Printing, Protocol):
    """What the acts need of the screen they are done on."""

    outbox: Outbox | None

    def save(self, *commands: Command) -> str:
        """Save at once, or say why not: those words are the answer, else it is empty."""

    def keep_sender(self, sender: str) -> str:
        """The same for whom the texts come from."""


class Acts:
    """The acts of one preparing."""

    def __init__(self, screen: Preparing) -> None:
        """For the case of `screen`."""
        self._screen = screen
        self._words = screen.words
        self._case = screen.case_log.case

    def do(self, line: LineId) -> bool:
        """Do it, and say whether it is done here: the rest is done in the set-up."""
        doing: Mapping[LineId, Callable[[], None]] = {
            "people": self._clear,
            "purpose": self._purpose,
            "sender": self._sender,
            "own-summons": partial(self._own, "summons"),
            "own-note": partial(self._own, "note"),
            "summons": partial(self._text, "summons"),
            "invitation": partial(self._text, "invitation"),
            "reminder": partial(self._text, "reminder-sms"),
            "screen": self._room_screen,
            "interpreter": self._interpret,
            "guard": self._guard,
            "agenda": partial(ask_form, self._screen),
        }
        act = doing.get(line)
        if act is None or (line == "interpreter" and not self._somebody_interprets()):
            return False
        act()
        return True

    # -- ticks

    def _clear(self) -> None:
        sitting = self._case.sitting
        if sitting is not None:
            self._screen.save(AttendanceCleared(done=not sitting.meeting.attendance_cleared))

    def _somebody_interprets(self) -> bool:
        sitting = self._case.sitting
        done = sitting is not None and sitting.meeting.interpreter
        return not done and any(p.role == "interpreter" for p in self._case.present)

    # -- questions

    def _purpose(self) -> None:
        _, sitting = self._words, self._case.sitting
        now = sitting.meeting.purpose if sitting is not None else ""
        about = _("It stands in the summons, and everybody who is summoned reads it.")
        began = now

        def save(text: str) -> str:
            """By what it started from: what another window wrote meanwhile is shown first."""
            nonlocal began
            fault = self._screen.save(MeetingPlan(purpose=text, purpose_was=began))
            there = self._screen.case_log.case.sitting
            theirs = there.meeting.purpose if there is not None else ""
            if not fault or theirs == began:
                return fault
            began = theirs
            told = _(
                "Somebody changed it meanwhile: “{text}”. Enter saves yours, Esc leaves it.",
                text=theirs,
            )
            self._screen.say("")  # the refusal names the field as commands do
            return told

        page = AskText(_, _("What is the meeting for?"), _("Purpose"), save, now, about)
        self._screen.app.push_screen(page)

    def _sender(self) -> None:
        _ = self._words
        now = self._screen.outbox.sender if self._screen.outbox is not None else ""
        about = _(
            "It ends every summons and reminder, of all logs: “Sund skule, tlf. 12 34 56 78”."
        )
        title, label = _("Who writes, and whom can one call?"), _("Sender")
        page = AskText(_, title, label, self._screen.keep_sender, now, about)
        self._screen.app.push_screen(page)

    def _own(self, kind: OwnSystemKind) -> None:
        _ = self._words
        title = {
            "summons": _("In which system is the summons?"),
            "note": _("In which system is the note that there is a log?"),
        }[kind]
        known = [ticked.system for ticked in self._case.own_systems.values() if ticked.system]

        def tick(system: str) -> str:
            if not system.strip():
                # A tick alone would say that it stands somewhere, and nobody could find it.
                return _("Write what it is called, or a word for it")
            return self._screen.save(OwnSystemCommand(kind=kind, system=system))

        page = AskText(_, title, _("System"), tick, known[-1] if known else "")
        self._screen.app.push_screen(page)

    def _room_screen(self) -> None:
        _ = self._words
        options = (Option("yes", _("yes")), Option("no", _("no")))
        title = _("Can everybody see the log on a screen in the room?")

        def answered(value: str | None) -> None:
            if value is not None:
                self._screen.save(MeetingPlan(screen=value == "yes"))

        self._ask(title, options, answered)

    def _interpret(self) -> None:
        """Asked first: the meeting gets another end, which others may have been told."""
        sitting = self._case.sitting
        if sitting is None:
            return
        title, options = more_time(sitting, self._words)

        def answered(value: str | None) -> None:
            if value == LONGER:
                self._screen.save(MeetingPlan(interpreter=True))

        self._ask(title, options, answered)

    def _guard(self) -> None:
        _, case = self._words, self._case
        options = [Option(p.id, p.label) for p in guards(case)]
        options.append(Option(NOBODY, _(NOBODY_YET)))

        def chosen(who: str | None) -> None:
            held = case.with_duty("guard")
            if who:
                duties = case.participants[who].duties
                kept = tuple(d for d in duties if d != "guard")
                self._screen.save(ParticipantEdit(who=who, duties=(*kept, "guard")))
            elif who is not None and held is not None:
                kept = tuple(d for d in held.duties if d != "guard")
                self._screen.save(ParticipantEdit(who=held.id, duties=kept))

        self._ask(_("Who is viddevakt?"), options, chosen)

    # -- what is sent

    def _text(self, kind: TextKind) -> None:
        """The text, to be copied or saved, and noted as sent; nothing is sent from here."""
        from app.screens.text_to_send import TextToSend

        screen = self._screen
        if screen.outbox is not None:
            page = TextToSend(screen.case_log, self._words, screen.outbox, kind)
            screen.app.push_screen(page)

    def _ask(
        self,
        title: str,
        options: tuple[Option, ...] | list[Option],
        then: Callable[[str | None], None],
        text: str = "",
    ) -> None:
        foot = keys_line(("Esc", self._words("back")))
        page = ChoicePage(title, options, text=text, foot=foot)
        self._screen.app.push_screen(page, then)
