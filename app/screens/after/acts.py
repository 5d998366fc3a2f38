"""What the keys and the rows of `after` do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from app.keys import AFTER_KEYS
from app.screens.confirm import ConfirmScreen
from app.screens.log_forms.row_window import RowWindow
from app.screens.papers.acts import PaperActs
from app.widgets.log_table import LogTable
from app.wording.refusals import refusal_words
from app.wording.store import store_words
from data.errors import StoreError
from phases.commands.minutes import AfterwardsCommand
from phases.rules import blocked
from phases.rules_ask import Ask as RuleAsk

if TYPE_CHECKING:
    from app.screens.after.asks import AfterAsks
    from app.screens.log_forms.asks import Ask
    from app.screens.saving import Outcome
    from phases.commands import Command
    from phases.sitting import Sitting

ACTS = frozenset(key.act for key in AFTER_KEYS)

TICKED = {"recipients", "filed", "sign"}
"""Lists that stay until Esc: a tick is seldom the only one."""


class AfterActs(RowWindow, PaperActs):
    """From a key or a row to a list, a form or a paper."""

    WINDOW = "after"

    meeting = ""
    """The earlier meeting that the rows are about; empty: the newest."""

    def about(self) -> Sitting | None:
        """That earlier meeting, as it stands now."""
        case = self.desk.log.case
        return case.sitting_of(self.meeting) if self.meeting in case.meetings else None

    def paper_of(self, kind: str) -> Sitting | None:
        """A paper made here is of the meeting that the rows are about."""
        return self.about() or super().paper_of(kind)

    def keep(
        self,
        commands: Sequence[Command],
        reason: str = "",
        labels: Mapping[str, str] | None = None,
    ) -> Outcome:
        """What is said of a meeting is said of the one that the rows are about."""
        about = self.about()
        if about is not None:
            number = about.meeting.number
            commands = [
                c.with_(meeting=number) if isinstance(c, AfterwardsCommand) else c for c in commands
            ]
        return super().keep(commands, reason, labels)

    def action_act(self, act: str) -> None:
        """Any key of the table, or a click in the footer."""
        if act in ACTS:
            self.do_act(act)

    @work(exclusive=True, group="flow")
    async def do_act(self, act: str) -> None:
        """One act at a time."""
        acts: dict[str, Callable[[], Awaitable[None]]] = {
            "open": self._open_marked,
            "word": self.write_minutes,
            "copy": partial(self.copy_paper, "minutes"),
            "papers": self.choose_paper,
            "timeline": self.show_timeline,
            "calendar": self.write_calendar,
            "language": self._next_language,
            "help": self._show_help,
            "quit": self._quit,
        }
        await acts[act]()

    def open_marked(self, row_id: str) -> None:
        """What a row is about."""
        self.open_task(row_id)

    @work(exclusive=True, group="flow")
    async def open_task(self, task: str) -> None:
        """What a row is about."""
        if task == "agreed":
            await self._agreed()
        elif task == "feedback":
            await self._open_closing("feedback", self.about())
        elif task in ("evaluation", "next"):
            self.leave("evaluate" if task == "evaluation" else self._next_window())
        elif task in TICKED:
            await self._tick(task)
        elif task == "earlier":
            await self._earlier()
        elif task == "log":
            await self._the_log()
        elif task == "parked":
            await self._run_ask("parked")
        else:
            await self._minutes()

    async def _minutes(self) -> None:
        """Read them, say how far they are, who answers for them; until Esc."""
        while True:
            ask = self._asks().minutes()
            way = await self.choose(ask.title, ask.options, foot=self.words("Esc: that is all"))
            if way == "look":
                await self.look_at_paper("minutes")
            elif way == "who":
                await self._follow(self._asks().responsible())
            elif way is None or not (await self._save_or_reason(ask.answers[way].commands)).done:
                return

    async def _earlier(self) -> None:
        """Turn to a meeting before the newest; Esc turns back."""
        ask = self._asks().earlier()
        found = await self.choose(ask.title, ask.options, foot=self.words("Esc: back"))
        if found is not None:
            self._turn_to(found)

    def _turn_to(self, meeting: str) -> None:
        self.meeting = meeting
        self.query_one(LogTable).cursor = 0
        self.paint()

    def _next_window(self) -> str:
        """A meeting that is planned is prepared, else one is proposed."""
        case = self.desk.log.case
        planned = case.sitting is not None and case.sitting is not case.held
        return "prepare" if planned else "new-meeting"

    def _asks(self) -> AfterAsks:
        from app.screens.after.asks import AfterAsks

        return AfterAsks(self.desk.log.case, self.desk, self.words, self.about())

    async def _agreed(self) -> None:
        """For guardians and for the child: each has a sheet of their own."""
        case = self.desk.log.case
        child = any(p.role == "child" for p in case.participants.values())
        if not child:
            await self.paper("agreed")
            return
        from app.screens.choice_option import Option

        _ = self.words
        options = (Option("agreed", _("For guardians")), Option("agreed-child", _("For the child")))
        kind = await self.choose(_("This is what we agreed"), options, foot=_("Esc: back"))
        if kind is not None:
            await self.paper(kind)

    async def _tick(self, task: str) -> None:
        """Tick one after the other, until Esc."""
        while True:
            ask = self._ticks(task)
            way = await self.choose(ask.title, ask.options, foot=self.words("Esc: that is all"))
            if way is None:
                return
            if not (await self._save_or_reason(ask.answers[way].commands)).done:
                return

    def _ticks(self, task: str) -> Ask:
        if task == "sign":
            from app.screens.log_forms.closing_asks import ClosingAsks

            case = self.desk.log.case
            return ClosingAsks(case, self.desk, self.words, self.about()).sign()
        asks = self._asks()
        return asks.filed() if task == "filed" else asks.recipients()

    # -- the end of the log

    async def _the_log(self) -> None:
        """Close it, say where it stands, or delete it; a closed log asks at once what is next."""
        while True:
            case, ask = self.desk.log.case, self._asks().log()
            way = await self.choose(ask.title, ask.options, foot=self.words("Esc: back"))
            if way == "paper":
                await self.paper("log")
            elif way == "delete":
                await self._delete()
            elif way is not None:
                answer = ask.answers[way]
                if answer.more is not None:
                    await self._follow(answer.more())
                else:
                    await self._take(answer)
            if case.facts.status == self.desk.log.case.facts.status:
                return

    async def _delete(self) -> None:
        """Only where it is known whether it was taken over, and after two questions (R-S4)."""
        _, log, shelf = self.words, self.desk.log, self.desk.shelf
        if shelf is None:
            return
        refusal = blocked(RuleAsk(log.case, log.context()), "delete")
        if refusal is not None:
            self.say(refusal_words(refusal, _))
            self.paint()
            return
        told = _("Its history, its drafts and its papers here go too.")
        if left := self._asks().still_open():
            told = f"{told}\n{left}"
        questions = (
            (_("Delete {case} for good?", case=log.case.id), told),
            (_("Are you sure?"), _("Nobody can bring it back.")),
        )
        for question, text in questions:
            page = ConfirmScreen(_, question, text=text, yes=_("Delete"), no=_("Keep it"))
            if not await self.app.push_screen_wait(page):
                return
        try:
            shelf.delete(archived=log.case.facts.archived)
        except StoreError as error:
            self.say(store_words(error, _))
            self.paint()
            return
        self.desk.presence.leave()
        self.dismiss("deleted")

    # -- the window

    def action_leave(self) -> None:
        """Esc outside a form leaves; from an earlier meeting to the newest first."""
        if self.meeting:
            self._turn_to("")
        else:
            self.leave(None)
