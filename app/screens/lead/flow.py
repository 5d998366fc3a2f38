"""What the keys of the lead screen do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from app.keys import PROCEED
from app.phase_words import AskedWords, part_titles
from app.screens.lead.window_acts import WindowActs
from app.screens.log_forms.settling import ITEM_NAMES
from app.wording.undone import undone_words
from phases.case import Case
from phases.commands import COMMANDS, Command
from phases.commands.afterwards import Undo
from phases.commands.clock import Back, Close, Hide, Minute, Next, Pause, Resume, Show, Start
from phases.commands.taking_back import newest_of
from phases.commands.talk import Answered, Guard
from phases.floor import floor
from phases.listing import listed
from phases.proposal import TOLD, Proposal, proposal
from phases.records import Event
from phases.replan import shorter_rounds

if TYPE_CHECKING:
    from app.screens.log_forms.form import Form

WHILE_HIDDEN = frozenset({"hide", "step-out", "pause", "guard", "quit", "next", "back"})
"""Acts that need nothing to be seen; any other would be done blindly under the quiet picture."""

GATED = frozenset({PROCEED, "next", "back", "undo", "guard", "pause", "hide", "step-out"})
"""Acts that a held or doubled key must not repeat (design §4.6).

Held for a second, undo would take back thirty acts, and nothing brings them again; the others
would fill the log with signs and pauses that nobody meant."""

PREPARED = frozenset(
    command.name
    for command in COMMANDS
    if command.duty == "prepare" and command.name != "leave-out"
)
"""What set the meeting up; undo on this screen stops there. Somebody is left out here too."""


class LeadFlow(WindowActs):
    """From a key to an act, and Enter to the highlighted next thing."""

    @property
    def _asked(self) -> AskedWords:
        """The words of what the part asks for; the screen knows them."""
        return AskedWords()

    # -- keys

    @property
    def covered(self) -> bool:
        """Hidden, and no wall hides for it."""
        return self.shown.hidden

    def action_act(self, act: str) -> None:
        """Any key of the table, or a click in the footer."""
        if act == "leave":
            self.action_leave()
        if act in GATED and not self._gate.passes(act):
            return
        if not self.covered or act in WHILE_HIDDEN:
            self.do_act(act)

    def at_once(self, act: str) -> None:
        """What can't wait for a list or a page over this screen."""
        if self._gate.passes(act):
            self.save_all(self._quick(act))

    def action_item(self, number: int) -> None:
        """A digit settles the item with that number."""
        case = self.desk.log.case
        item = listed(case, case.sitting).at(number) if case.sitting else None
        if self.covered or not self._gate.passes(str(number)):
            return
        if item is not None:
            self.open_item(item)

    def action_leave(self) -> None:
        """Esc: out of the table; a form is left by its own key and keeps its draft."""
        self.set_focus(None)

    def _told_too(self, form: Form) -> str:
        """After a new measure, where content, extent and period are said of it (S4-22)."""
        sitting = self.desk.log.case.sitting
        phase = sitting.phase if sitting is not None else None
        if form.name == "activity-add" and phase is not None and phase.works_on == "measures":
            return self.words("{key}: more about it", key="e")
        return super()._told_too(form)

    @work(exclusive=True, group="flow")
    async def do_act(self, act: str) -> None:
        """One act at a time."""
        if act == "undo" and self._only_prepared():
            self.say(self.words("There is nothing to undo"))
            self.paint()
            return
        quick = self._quick(act)
        if Close() in quick and not await self.nothing_more(self._asked):
            return
        undone, before = self._own_newest(), self.desk.log.case
        if quick:
            outcome = await self._save_or_reason(quick)
            if outcome.done and act == "next":
                await self._put_empty_form_away()
                self._offer_replan()
            elif outcome.done and act == "guard":
                self._tell_answers()
            elif outcome.done and act == "undo":
                self._tell_undone(undone, before)
            elif not outcome.done:
                await self._open_what_is_missing(outcome.code)
            return
        opens = self._opens()
        if act in opens:
            await opens[act]()
        elif act in TOLD or act in ITEM_NAMES:
            await self._open_item_now(act)

    def _opens(self) -> Mapping[str, Callable[[], Awaitable[None]]]:
        """Acts that open something, or ask first."""
        return {
            PROCEED: self._proceed,
            "floor": self._whose_turn,
            "replan": self._share_out,
            "park": partial(self._open_named, "park"),
            "activity-add": partial(self._open_named, "activity"),
            "note": partial(self._open_named, "note"),
            "activity-edit": self._into_the_table,
            "time": self._tell_time,
            "language": self._next_language,
            "remarks": self._show_remarks,
            "word": partial(self._afterwards, self.write_minutes),
            "copy": partial(self._afterwards, partial(self.copy_paper, "minutes")),
            "after": partial(self._afterwards, self._to_what_follows),
            "calendar": self.write_calendar,
            "windows": self._other_windows,
            "more": self._show_more,
            "help": self._show_help,
            "break-off": self._break_off,
            "guard-kind": self._ask_kind,
            "assess": partial(self._run_ask, "assess"),
            "goal-add": partial(self._open_item_now, "goals"),
            "parked-handle": partial(self._run_ask, "parked"),
            "quit": self._quit,
        }

    def _only_prepared(self) -> bool:
        """Whether the newest act set the meeting up: that is changed where it was done.

        Else one press too many would take away the meeting, then its people.
        """
        newest = self._own_newest()
        return newest is not None and newest.kind in PREPARED

    def _quick(self, act: str) -> Sequence[Command]:
        """Acts that are one command, or two in one entry."""
        sitting = self.desk.log.case.sitting
        if sitting is None:
            return ()
        phase = sitting.line.phase
        paused, hidden = sitting.state == "paused", sitting.hidden
        newest = self._own_newest()
        quick: dict[str, Sequence[Command]] = {
            "next": [Next(phase)] if sitting.to_come else [Close()],
            "back": [Back(phase)],
            "pause": [Resume()] if paused else [Pause()],
            "minute": [Minute(1)],
            "minute-less": [Minute(-1)],
            "guard": [Guard()],
            "undo": [Undo(newest.id if newest else "")],
            "hide": [Show()] if hidden else [Hide()],
            "show": [Show()],
            "step-out": _stepping(paused=paused, hidden=hidden),
            "resume": [Resume()],
            "close": [Close()],
        }
        return quick.get(act, ())

    def _tell_answers(self) -> None:
        """After the sign, the keys that note what came of it; nothing while it is only a ◆."""
        if not self.shown.sign:
            self.say(self.words("{park}: park it   {more}: a minute more", park="p", more="+"))
            self.paint()

    def _own_newest(self) -> Event | None:
        """What this kind of window did last: a note-taker's line isn't taken back from here."""
        # Of the whole log: that somebody was left out isn't told in the one that is shown.
        return newest_of(self.desk.log.whole, "lead")

    def _tell_undone(self, undone: Event | None, before: Case) -> None:
        """Name what was taken back: it may be something else than was meant."""
        if undone is not None:
            titles = part_titles(before, self.desk.structures, self.words)
            self.say(undone_words(undone, before, self.words, self._asked.title_of, titles))
            self.paint()

    # -- Enter

    async def _proceed(self) -> None:
        """The highlighted next thing; it never fills in a decision, a yes or a date."""
        next_thing = proposal(self.desk.log.case)
        if next_thing is None:
            self.say(self.words("No meeting is planned yet"))
        elif next_thing.evaluate:
            self.leave("evaluate")
        elif next_thing.ask_family_left:
            await self._ask_family_left()
        elif next_thing.item is not None:
            await self._open_proposed(next_thing)
        elif next_thing.command is not None:
            command, begins = next_thing.command, isinstance(next_thing.command, Start)
            if isinstance(command, Close) and not await self.nothing_more(self._asked):
                return
            first = await self._more_time() if begins else []
            if first is None:
                return
            command = Start(self.desk.speed) if begins else command
            outcome = await self._save_or_reason([*first, command])
            if not outcome.done:
                await self._open_what_is_missing(outcome.code)
            elif isinstance(command, Next):
                self._offer_replan()

    async def _open_proposed(self, next_thing: Proposal) -> None:
        """What Enter opens: for the service or the activity whose turn it is."""
        item = next_thing.item or ""
        if next_thing.activity:
            await self._open_for(item, next_thing.activity)
        elif item == "goals":
            await self.open_form(self.forms().goal(again=True, owner=self._asked_alone()))
        else:
            await self._open_item_now(item, next_thing.service)

    def _asked_alone(self) -> str:
        """Whoever has the floor, where that is one person."""
        case = self.desk.log.case
        turn = floor(case, case.sitting).now if case.sitting else None
        return case.label(turn.people[0]) if turn is not None and len(turn.people) == 1 else ""

    async def _no_line_more(self, form: Form) -> None:
        """Who is asked for a goal in a round may have none: then the turn goes on."""
        found = proposal(self.desk.log.case)
        if form.name == "goal-add" and found is not None and found.item == "goals":
            case = self.desk.log.case
            if case.sitting is not None and floor(case, case.sitting).now is not None:
                self.save_all([Answered()])

    async def _open_what_is_missing(self, code: str) -> None:
        """A rule that refused opens what it asks for, where one key settles it."""
        missing = {
            "R-C4": "covered",
            "R-M1": "viddevakt",
            "INV-08": "choice",
            "R-M12": "walk-through",
            "R-M17": "relay-holder",
            "R-E4": "next-meeting",
            "R-E5": "inform-child",
            "R-E14": "outcome",
        }
        if code in missing:
            await self._open_item_now(missing[code])

    def _offer_replan(self) -> None:
        """At a change of phase, late: one sentence, the alternatives behind a key (§4.7)."""
        case, now = self.desk.log.case, self.desk.clock.stamp()
        if case.sitting is None or self._remarks:
            return
        if shorter_rounds(case, case.sitting, now):
            self.say(self.words("{key}: Shorter rounds, same end?", key="r"))


def _stepping(*, paused: bool, hidden: bool) -> Sequence[Command]:
    """Pause and hide; where both stand already, the same key takes both back."""
    if paused and hidden:
        return [Show(), Resume()]
    return [*([] if paused else [Pause()]), *([] if hidden else [Hide()])]
