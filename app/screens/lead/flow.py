"""What the keys of the lead screen do: acts become commands, lists or forms."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from textual import work
from textual.screen import Screen

from app.desk import Desk
from app.keys import PROCEED, KeyGate
from app.screens.choice import ChoicePage, Option
from app.screens.lead.forms import FieldFaultError, Form, Forms
from app.screens.lead.openers import Answer, Ask, Openers
from app.screens.lead.pages import help_rows, more_rows, reading_lines
from app.screens.lead.panel import EntryPanel
from app.screens.lead.saving import Outcome, save
from app.screens.lead.view import LeadView, minutes_left
from app.screens.more import MorePage
from app.screens.reading import ReadingPage
from app.widgets.entry_row import EntryRow
from app.widgets.key_footer import KeyFooter
from app.widgets.log_table import LogTable
from app.wording.bad_input import bad_input_said
from app.wording.rules import finding_words, reason_words
from app.wording.store import store_words
from app.words import LANGUAGES, Words
from data.errors import StoreError
from phases.changes import Finding
from phases.clock import Stamp, span
from phases.commands import Command
from phases.commands.afterwards import Reason, Undo
from phases.commands.agree import FamilyLeft, ReadAloud
from phases.commands.clock import (
    Away,
    Back,
    BreakOff,
    Close,
    Hide,
    Minute,
    Next,
    Pause,
    Resume,
    Show,
)
from phases.commands.log import ActivityEdit
from phases.commands.prepare import CaseSet
from phases.commands.talk import Guard, GuardKindCommand
from phases.floor import floor
from phases.pace import pace
from phases.proposal import TOLD, proposal
from phases.records import Offer
from phases.replan import WORTH_S
from phases.rules import READY_REASONS
from phases.settle import open_items
from phases.showing_dates import clock_time
from phases.structures import Item

MESSAGE_S = 8.0
"""How long a line stays, in real seconds."""

GATED = frozenset({PROCEED, "next", "back"})
"""Acts that a held or doubled key must not repeat (design §4.6)."""


class LeadFlow(Screen[str | None]):
    """The acts. Answers `evaluate` when the family has left, else None."""

    def __init__(self, desk: Desk, words: Words) -> None:
        """For one case at one desk."""
        super().__init__()
        self.desk = desk
        self.words = words
        self.shown = LeadView()
        self._gate = KeyGate(desk.monotonic)
        self._message = ""
        self._message_until = 0.0
        self._remarks: tuple[Finding, ...] = ()
        self._touched_s = -10.0
        self._asked_away = False

    # -- being here

    def came_in(self) -> None:
        """After a crash, ask once about the time away (design §4.8)."""
        self._ask_about(self.desk.presence.away_since(self.desk.clock.stamp()))
        self.be_present()

    def be_present(self) -> None:
        """Touch the presence file once a second; a suspend is told of by the same."""
        now_s = self.desk.monotonic()
        if now_s - self._touched_s >= 1.0:
            self._touched_s = now_s
            self._ask_about(self.desk.presence.touch(self.desk.clock.stamp()))

    def _ask_about(self, since: Stamp | None) -> None:
        sitting = self.desk.log.case.sitting
        if since is None or sitting is None or sitting.state != "running":
            return
        last = sitting.line.since
        now = self.desk.clock.stamp()
        away_s = min(span(since, now), span(last, now) if last else 0.0)
        if away_s > 0:
            self.ask_away(away_s)

    @work(exclusive=True, group="away")
    async def ask_away(self, away_s: float) -> None:
        """One question; until it is answered the time counts."""
        _ = self.words
        options = (Option("count", _("Count it")), Option("out", _("Take it out, as a pause")))
        minutes = max(1, round(away_s / 60))
        title = _.many(
            "Nobody was here for about {n} minute.",
            "Nobody was here for about {n} minutes.",
            minutes,
        )
        answer = await self.app.push_screen_wait(ChoicePage(title, options))
        if answer is not None:
            self.save_all([Away(round(away_s, 1), "out" if answer == "out" else "count")])

    # -- messages

    def say(self, text: str) -> None:
        """One quiet line, for some seconds."""
        self._message = text
        self._message_until = self.desk.monotonic() + MESSAGE_S

    def message_now(self) -> str:
        """The line that stands now; else a quiet word that there are remarks."""
        if self.desk.monotonic() < self._message_until:
            return self._message
        count = len(self._remarks)
        return self.words.many("d: {n} remark", "d: {n} remarks", count) if count else ""

    def store_trouble(self, error: StoreError) -> None:
        """The disk or the log is in trouble: say so, and keep what is typed."""
        self.say(store_words(error, self.words))

    def paint(self, *, force: bool = False) -> None:
        """Draw; the screen does."""

    # -- saving

    def save_all(self, commands: Sequence[Command], reason: str = "") -> Outcome:
        """Save and say what has to be said."""
        outcome = save(self.desk, self.words, commands, reason)
        if outcome.words:
            self.say(outcome.words)
        elif outcome.done:
            self._message_until = 0.0
        if outcome.done:
            self._remarks = outcome.remarks
        self.paint()
        return outcome

    async def _save_or_reason(self, commands: Sequence[Command]) -> Outcome:
        """Save; where a reason passes the rule, ask for one by one key."""
        outcome = self.save_all(commands)
        if not outcome.may_pass:
            return outcome
        _ = self.words
        options = [Option(code, reason_words(code, _)) for code in READY_REASONS]
        options.append(Option("typed", _("Another reason …")))
        page = ChoicePage(outcome.words, options, foot=_("Esc: back"))
        reason = await self.app.push_screen_wait(page)
        if reason == "typed":
            form = Forms(self.desk.log.case, self.desk, _).reason(_("Why"), lambda _text: commands)
            await self.open_form(form)
        elif reason:
            return self.save_all(commands, reason)
        return outcome

    # -- keys

    def action_act(self, act: str) -> None:
        """Any key of the table, or a click in the footer."""
        if act in GATED and not self._gate.passes(act):
            return
        self.do_act(act)

    def action_item(self, number: int) -> None:
        """A digit settles the item with that number."""
        case = self.desk.log.case
        items = open_items(case, case.sitting) if case.sitting else ()
        if number <= len(items):
            self.open_item(items[number - 1])

    def action_leave(self) -> None:
        """Esc: out of the table; a form is left by its own key and keeps its draft."""
        self.set_focus(None)

    def on_key_footer_pressed(self, event: KeyFooter.Pressed) -> None:
        """A click on a key."""
        event.stop()
        if event.action == "submit":
            for row in self.query(EntryRow):
                row.post_message(EntryRow.Submitted(row, row.values))
        elif event.action == "leave":
            self.close_form()
        elif event.action == "field":
            self.focus_next()
        else:
            self.action_act(event.action)

    @work(exclusive=True, group="flow")
    async def do_act(self, act: str) -> None:
        """One act at a time."""
        quick = self._quick(act)
        if quick:
            outcome = await self._save_or_reason(quick)
            if outcome.done and act == "next":
                self._offer_replan()
            elif not outcome.done:
                await self._open_what_is_missing(outcome.code)
            return
        opens: dict[str, Callable[[], Awaitable[None]]] = {
            PROCEED: self._proceed,
            "floor": partial(self._run_ask, "floor"),
            "replan": partial(self._run_ask, "replan"),
            "park": partial(self._open_named, "park"),
            "activity-add": partial(self._open_named, "activity"),
            "activity-edit": self._into_the_table,
            "time": self._tell_time,
            "language": self._next_language,
            "remarks": self._show_remarks,
            "more": self._show_more,
            "help": self._show_help,
            "break-off": self._break_off,
            "guard-kind": self._guard_kind,
            "quit": self._quit,
        }
        if act in opens:
            await opens[act]()
        elif act in TOLD or act in ITEM_NAMES:
            await self._open_item_now(act)

    def _quick(self, act: str) -> Sequence[Command]:
        """Acts that are one command, or two in one entry."""
        sitting = self.desk.log.case.sitting
        if sitting is None:
            return ()
        phase = sitting.line.phase
        paused, hidden = sitting.state == "paused", sitting.hidden
        quick: dict[str, Sequence[Command]] = {
            "next": [Next(phase)] if sitting.to_come else [Close()],
            "back": [Back(phase)],
            "pause": [Resume()] if paused else [Pause()],
            "minute": [Minute(1)],
            "minute-less": [Minute(-1)],
            "guard": [Guard()],
            "undo": [Undo()],
            "hide": [Show()] if hidden else [Hide()],
            "show": [Show()],
            "step-out": [Hide()] if paused else [Pause(), Hide()],
            "resume": [Resume()],
            "close": [Close()],
        }
        return quick.get(act, ())

    # -- Enter

    async def _proceed(self) -> None:
        """The highlighted next thing; it never fills in a decision, a yes or a date."""
        next_thing = proposal(self.desk.log.case)
        if next_thing is None:
            self.say(self.words("No meeting is planned yet"))
        elif next_thing.evaluate:
            self.dismiss("evaluate")
        elif next_thing.ask_family_left:
            await self._ask_family_left()
        elif next_thing.item is not None:
            await self._open_item_now(next_thing.item, next_thing.service)
        elif next_thing.command is not None:
            outcome = await self._save_or_reason([next_thing.command])
            if not outcome.done:
                await self._open_what_is_missing(outcome.code)
            elif isinstance(next_thing.command, Next):
                self._offer_replan()

    async def _ask_family_left(self) -> None:
        _ = self.words
        options = (Option("yes", _("Yes")), Option("no", _("Not yet")))
        if await self.app.push_screen_wait(ChoicePage(_("Has the family left?"), options)) == "yes":
            self.save_all([FamilyLeft()])

    async def _open_what_is_missing(self, code: str) -> None:
        """A rule that refused opens what it asks for, where one key settles it."""
        missing = {
            "R-M1": "viddevakt",
            "INV-08": "choice",
            "R-M17": "relay-holder",
            "R-E4": "next-meeting",
            "R-E5": "inform-child",
        }
        if code in missing:
            await self._open_item_now(missing[code])

    def _offer_replan(self) -> None:
        """At a change of phase, late: one sentence, the alternatives behind a key (§4.7)."""
        sitting = self.desk.log.case.sitting
        if sitting is None or not sitting.to_come:
            return
        if pace(sitting, self.desk.clock.stamp()).lateness_s >= WORTH_S and not self._remarks:
            self.say(self.words("r: Shorter rounds, same end?"))

    # -- items

    @work(exclusive=True, group="flow")
    async def open_item(self, item: Item) -> None:
        """By a digit."""
        await self._open_item_now(item)

    async def _open_item_now(self, item: str, service: str = "") -> None:
        case = self.desk.log.case
        told = TOLD.get(item)  # type: ignore[call-overload]
        if told is not None:
            self.save_all([told])
            return
        forms = Forms(case, self.desk, self.words)
        match item:
            case "viddevakt" | "writer" | "choice" | "relay-holder":
                await self._run_ask(item.replace("-", "_"))
            case "offers":
                await self.open_form(forms.offer(service or self._offering()))
            case "measures":
                await self.open_form(forms.activity(self._chosen_offer()))
            case "read-aloud":
                await self._read_aloud()
            case "challenge":
                await self.open_form(forms.challenge())
            case "decided-by":
                await self.open_form(forms.decided_by())
            case "next-meeting":
                await self.open_form(forms.next_meeting())
            case "inform-child":
                if "inform-child" in open_items(case, case.sitting) if case.sitting else ():
                    await self.open_form(forms.inform_child())
            case "family-first" | "services-heard":
                await self._run_ask("floor")

    def _offering(self) -> str:
        """Whose offer is noted: who has the floor, else the first service."""
        case = self.desk.log.case
        now = floor(case, case.sitting).now if case.sitting else None
        return (now.service if now else "") or (case.services[0] if case.services else "")

    def _chosen_offer(self) -> Offer | None:
        """The chosen offer that has no activity yet."""
        case = self.desk.log.case
        choice = case.sitting.meeting.choice if case.sitting else None
        taken = {a.offer for a in case.activities.values()}
        for offer_id in choice.offers if choice else ():
            if offer_id not in taken and offer_id in case.offers:
                return case.offers[offer_id]
        return None

    async def _read_aloud(self) -> None:
        _ = self.words
        lines = reading_lines(self.desk.log.case, _)
        if not lines:
            await self._open_item_now("measures")
            return
        page = ReadingPage(_("Read aloud"), lines, _("Enter: it has been read   Esc: back"))
        if await self.app.push_screen_wait(page):
            self.save_all([ReadAloud()])

    # -- lists and forms

    async def _run_ask(self, name: str) -> None:
        openers = Openers(self.desk.log.case, self.desk, self.words)
        asks = {
            "floor": openers.floor,
            "replan": openers.replan,
            "viddevakt": openers.viddevakt,
            "writer": openers.writer,
            "choice": openers.choice,
            "relay_holder": openers.relay_holder,
        }
        await self._follow(asks[name]())

    async def _follow(self, ask: Ask) -> None:
        """From list to list until commands are saved or a form opens."""
        foot = self.words("Esc: back")
        while True:
            page = ChoicePage(ask.title, ask.options, text=ask.text, foot=foot)
            value = await self.app.push_screen_wait(page)
            if value is None:
                return
            answer = ask.answers[value]
            if answer.ask is None:
                break
            ask = answer.ask
        await self._take(answer)

    async def _take(self, answer: Answer) -> None:
        if answer.form is not None:
            await self.open_form(answer.form)
        elif answer.commands:
            outcome = await self._save_or_reason(answer.commands)
            if outcome.done and answer.then:
                await self._open_item_now(answer.then)

    async def _open_named(self, name: str) -> None:
        case = self.desk.log.case
        forms = Forms(case, self.desk, self.words)
        if name == "park":
            await self.open_form(forms.park())
            return
        sitting = case.sitting
        tried = sitting is not None and sitting.line.phase == "description"
        await self.open_form(forms.activity(tried=tried))

    async def open_form(self, form: Form) -> None:
        """Open one row of fields."""
        await self.query_one(EntryPanel).open(form)
        self.paint()

    @work(exclusive=True, group="flow")
    async def close_form(self) -> None:
        """Put it away; the draft stays."""
        await self.query_one(EntryPanel).close()
        self.set_focus(None)
        self.paint()

    def on_entry_row_left(self, event: EntryRow.Left) -> None:
        """Esc."""
        event.stop()
        self.close_form()

    def on_entry_row_submitted(self, event: EntryRow.Submitted) -> None:
        """Enter, unless it is the press that opened the form, still held down."""
        event.stop()
        if self._gate.passes(PROCEED):
            self.submit(dict(event.values))

    @work(exclusive=True, group="flow")
    async def submit(self, values: dict[str, str]) -> None:
        """Make commands of what was typed, and save them."""
        panel = self.query_one(EntryPanel)
        form = panel.form
        if form is None:
            return
        if form.if_empty and not any(values.values()):
            forms = Forms(self.desk.log.case, self.desk, self.words)
            await self.open_form(getattr(forms, form.if_empty)())
            return
        try:
            commands = form.build(values)
        except FieldFaultError as fault:
            said = bad_input_said(fault.code, fault.details, self.words)
            panel.show_hint(str(said), "fault", fault.name)
            return
        reason = values["reason"] if form.name == "reason" else ""
        outcome = save(self.desk, self.words, commands, reason) if commands else Outcome(True)
        if not outcome.done:
            panel.show_hint(outcome.words, "fault", outcome.field or None)
            return
        await self._after_saving(panel, form, outcome)

    async def _after_saving(self, panel: EntryPanel, form: Form, outcome: Outcome) -> None:
        await panel.saved()
        self.set_focus(None)
        self._remarks = outcome.remarks
        if outcome.words:
            self.say(outcome.words)
        self.paint()
        if form.then:
            await self._open_item_now(form.then)

    # -- the table

    async def _into_the_table(self) -> None:
        table = self.query_one(LogTable)
        if table.rows:
            table.show_last()
            table.focus()

    def on_log_table_selected(self, event: LogTable.Selected) -> None:
        """Enter or a click on a line of the log."""
        event.stop()
        self.open_row(event.row_id)

    @work(exclusive=True, group="flow")
    async def open_row(self, row_id: str) -> None:
        """Change a line, end it, or make an activity of an offer."""
        case = self.desk.log.case
        openers = Openers(case, self.desk, self.words)
        self.set_focus(None)
        if row_id in case.activities:
            await self._follow(openers.activity(case.activities[row_id]))
        elif row_id in case.offers:
            await self._follow(openers.offer(case.offers[row_id]))

    # -- what the window does itself

    async def _tell_time(self) -> None:
        _ = self.words
        sitting = self.desk.log.case.sitting
        if sitting is None or not sitting.underway:
            return
        at = pace(sitting, self.desk.clock.stamp())
        left = minutes_left(at.remaining_s)
        ends = clock_time(self.desk.local(at.end_shown), _.language)
        told = _.many("about {n} minute left", "about {n} minutes left", left)
        self.say(_("In this part: {left}. Ends about {time}.", left=told, time=ends))

    async def _next_language(self) -> None:
        """nn, nb, en: at once, and for every window of this case."""
        at = LANGUAGES.index(self.words.language)
        language = LANGUAGES[(at + 1) % len(LANGUAGES)]
        self.words = Words(language)
        self.save_all([CaseSet(language=language)])  # type: ignore[arg-type]
        self.paint(force=True)

    async def _show_remarks(self) -> None:
        """What the rules remarked, with three ready reasons and a typed one."""
        _ = self.words
        if not self._remarks:
            self.say(_("No remarks"))
            return
        text = "\n".join(finding_words(f, _, named=True) for f in self._remarks)
        options = [Option(code, reason_words(code, _)) for code in READY_REASONS]
        options.append(Option("typed", _("Another reason …")))
        foot = _("Esc: back")
        reason = await self.app.push_screen_wait(
            ChoicePage(_("Remark"), options, text=text, foot=foot)
        )
        if reason == "typed":
            await self.open_form(Forms(self.desk.log.case, self.desk, _).remark())
        elif reason:
            self.save_all([Reason(text=reason_words(reason, _))])

    async def _show_more(self) -> None:
        rows = more_rows(self.desk.log.case, self.words)
        act = await self.app.push_screen_wait(MorePage(rows, self.words))
        if act is not None:
            self.do_act(act)

    async def _show_help(self) -> None:
        await self.app.push_screen_wait(
            MorePage(help_rows(self.words), self.words, searching=False)
        )

    async def _break_off(self) -> None:
        _ = self.words
        options = (Option("yes", _("Break the meeting off")), Option("no", _("Go on")))
        text = _("Everything so far is kept.")
        title = _("Break the meeting off?")
        if await self.app.push_screen_wait(ChoicePage(title, options, text=text)) == "yes":
            self.save_all([BreakOff()])

    async def _guard_kind(self) -> None:
        _ = self.words
        kinds = {
            "time": _("Time"),
            "topic": _("Topic"),
            "order": _("Whose turn"),
            "interpretation": _("Description, not interpretation"),
            "early-offer": _("Offers come later"),
        }
        page = ChoicePage(_("What was the sign about?"), [Option(k, v) for k, v in kinds.items()])
        kind = await self.app.push_screen_wait(page)
        if kind is not None:
            self.save_all([GuardKindCommand(kind)])  # type: ignore[arg-type]

    async def _quit(self) -> None:
        """The meeting goes on in the log."""
        self.dismiss(None)


ITEM_NAMES = frozenset(
    {
        "viddevakt",
        "writer",
        "challenge",
        "offers",
        "choice",
        "decided-by",
        "relay-holder",
        "measures",
        "read-aloud",
        "next-meeting",
        "inform-child",
    }
)
"""Items that `m` can open at any time."""

__all__ = ["ActivityEdit", "LeadFlow"]
