"""What the keys of the note-taker's desk do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from textual import work
from textual.widgets import Input

from app.desk import Desk
from app.keys import NOTES_KEYS
from app.screens.log_forms.row_window import RowWindow
from app.screens.notes.marks import changed_by_others, taken_away
from app.screens.saving import Outcome
from app.widgets.log_table import LogTable
from app.wording.agreed_rows import ITEM
from app.wording.refusals import refusal_words
from app.wording.rules import finding_words
from app.wording.undone import undone_words
from app.words import Words
from phases.case import LOG
from phases.changes import EXIT_RULE, Refusal
from phases.commands import Command
from phases.commands.afterwards import Undo

MARK_S = 10.0
"""How long a line says who changed it, in real seconds."""

HINTS = frozenset({"R-M10"})
"""Rules about what was just typed: said to whoever typed it."""

ACTS = frozenset(key.act for key in NOTES_KEYS)

LOOKING = frozenset({"find", "language", "help", "quit"})
"""What is still done in a log that is closed for good: reading it."""


class NotesActs(RowWindow):
    """Writing, finding, and taking back what was written here."""

    WINDOW = "notes"

    def __init__(self, desk: Desk, words: Words) -> None:
        """For one case at one desk."""
        super().__init__(desk, words)
        self.wanted = ""
        """What is looked for."""
        self._looked = desk.log.case
        """The case as it stood when this window last looked for others' changes."""
        self._saves: list[tuple[str, ...]] = []
        """The acts of each save from here (event ids), the newest last."""
        self._own: set[str] = set()
        self._marks: dict[str, tuple[str, float]] = {}
        """Row id -> who changed it, and until when that is said."""

    # -- keys

    def action_act(self, act: str) -> None:
        """Any key of the table, or a click in the footer; other windows' acts aren't done here."""
        if act == "undo" and not self._gate.passes(act):
            return  # held down, it would take back everything there is
        if act in ACTS and self.may_write(act):
            self.do_act(act)
        elif act in ACTS:
            self.paint()
        else:
            self.say(refusal_words(Refusal("no-right", {"window": "notes"}), self.words))
            self.paint()

    def may_write(self, act: str = "") -> bool:
        """Whether this may be done here: in a closed log nothing is opened to be written in."""
        return act in LOOKING or not self.desk.log.case.facts.locked

    def why_closed(self) -> str:
        """Why nothing can be written any more; empty while it can."""
        if self.may_write():
            return ""
        return refusal_words(Refusal("R-C6", {"of": LOG}, EXIT_RULE), self.words)

    @work(exclusive=True, group="flow")
    async def do_act(self, act: str) -> None:
        """One act at a time."""
        acts: dict[str, Callable[[], Awaitable[None]]] = {
            "open": self._open_marked,
            "offer-add": self._whose_offer,
            "goal-add": partial(self._open_item_now, "goals"),
            "assess": partial(self._run_ask, "assess"),
            "find": self._find,
            "calendar": self.write_calendar,
            "undo": self._undo,
            "language": self._next_language,
            "help": self._show_help,
            "quit": self._quit,
        }
        if act in acts:
            await acts[act]()
        else:
            await self._open_named({"activity-add": "activity"}.get(act, act))

    async def _whose_offer(self) -> None:
        """One service needs no question."""
        services = self.desk.log.case.services
        if len(services) == 1:
            await self.open_form(self.forms().offer(services[0]))
        else:
            await self._follow(self.openers().whose_offer())

    # -- rows

    def open_marked(self, row_id: str) -> None:
        """Change what stands in a row."""
        if not self.may_write():
            return
        if row_id.startswith(ITEM):
            self.open_agreed(row_id.removeprefix(ITEM))
        elif row_id in self.desk.log.case.parked or row_id in self.desk.log.case.notes:
            self.open_line(row_id)
        else:
            self.open_row(row_id)

    @work(exclusive=True, group="flow")
    async def open_agreed(self, item: str) -> None:
        """What is agreed can be written anew, also when nothing is left to settle."""
        if item == "inform-child":
            await self.open_form(self.forms().inform_child())
        else:
            await self._open_item_now(item)

    @work(exclusive=True, group="flow")
    async def open_line(self, row_id: str) -> None:
        """A topic put aside, or a note."""
        case = self.desk.log.case
        if row_id in case.parked:
            await self._follow(self.openers().handle(case.parked[row_id]))
        else:
            await self.open_form(self.forms().edit_note(case.notes[row_id]))

    # -- finding

    async def _find(self) -> None:
        field = self.query_one("#find", Input)
        field.display = True
        field.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as one types."""
        if event.input.id == "find":
            self.wanted = event.value
            self.paint()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Into what was found."""
        if event.input.id == "find":
            self.query_one(LogTable).focus()

    def action_leave(self) -> None:
        """Esc: everything is shown again."""
        field = self.query_one("#find", Input)
        field.value, field.display, self.wanted = "", False, ""
        self.set_focus(None)
        self.paint()

    # -- saving and taking back

    def keep(
        self,
        commands: Sequence[Command],
        reason: str = "",
        labels: Mapping[str, str] | None = None,
    ) -> Outcome:
        """Save, and remember what this window did."""
        outcome = super().keep(commands, reason, labels)
        if outcome.done:
            done = tuple(c for c in commands if not isinstance(c, Undo))
            happened = self.desk.log.case.happened.values()
            events = sorted((e for each in happened for e in each), key=lambda e: e.seq)
            # Whatever others saved while this waited for its turn stands before it.
            own = tuple(event.id for event in events[len(events) - len(done) :])
            self._own |= set(own)
            self._saves += [own] if own else []
            self._look(mine=len(done) < len(commands) or "note" in {c.name for c in done})
        return self._hinted(outcome)

    def _hinted(self, outcome: Outcome) -> Outcome:
        """What helps whoever writes is said here at once: nobody else reads this window."""
        said = [finding_words(f, self.words) for f in outcome.remarks if f.rule in HINTS]
        return outcome._replace(words=" ".join([outcome.words, *said]).strip())

    async def _undo(self) -> None:
        """Take back what was last written here, and nothing that anybody else did."""
        case = self.desk.log.case
        while self._saves and not any(case.event(i) for i in self._saves[-1]):
            self._saves.pop()
        if not self._saves:
            self.say(self.words("There is nothing to undo"))
            self.paint()
            return
        events = [e for i in reversed(self._saves[-1]) if (e := case.event(i)) is not None]
        outcome = self.save_all([Undo(event.id) for event in events])
        if outcome.done:
            self._saves.pop()
            self.say(undone_words(events[0], case, self.words))
            self.paint()

    # -- what others do

    def at_a_beat(self) -> None:
        """Mark what others changed."""
        if self.desk.log.case is not self._looked:
            self._look(mine=False)

    def _look(self, *, mine: bool) -> None:
        """Compare with what was seen last; lines that go by an act of `mine` aren't told of."""
        before, self._looked = self._looked, self.desk.log.case
        changed = changed_by_others(before, self._looked, self._own, self.words)
        until_s = self.desk.monotonic() + MARK_S
        self._marks |= {row_id: (who, until_s) for row_id, who in changed.items()}
        gone = taken_away(before, self._looked)
        if gone and not mine:
            what = next(iter(gone.values()))
            self.say(self.words("Taken away in another window: “{what}”", what=what))

    def marks_now(self) -> dict[str, str]:
        """Row id -> who changed it a moment ago."""
        now_s = self.desk.monotonic()
        self._marks = {i: mark for i, mark in self._marks.items() if mark[1] > now_s}
        return {i: who for i, (who, _until) in self._marks.items()}
