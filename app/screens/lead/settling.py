"""Settling what must be agreed: each item opens a list, a form or a page, and saves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from app.keys import PROCEED
from app.screens.choice_option import Option
from app.screens.lead.base import LeadBase
from app.screens.lead.panel import EntryPanel
from app.screens.saving import Outcome
from phases.commands.choosing import ReadAloud
from phases.floor import floor
from phases.proposal import TOLD
from phases.records import Offer
from phases.settle import open_items
from phases.structures import Item

if TYPE_CHECKING:
    from app.screens.lead.form import Form, Values
    from app.screens.lead.forms import Forms
    from app.screens.lead.openers import Answer, Ask, Openers
    from app.widgets.entry_row import EntryRow

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
        "no-measure",
        "read-aloud",
        "next-meeting",
        "inform-child",
    }
)
"""Items that `m` can open at any time."""


def _faulty(outcome: Outcome, values: Values) -> str | None:
    """The field that is meant: named, or the one that holds the name that was refused."""
    holds = (name for name, text in values.items() if text and text == outcome.value)
    return outcome.field or next(holds, None)


class Settling(LeadBase):
    """Items, lists and forms."""

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
        forms = self.forms()
        match item:
            case "viddevakt" | "writer" | "choice" | "relay-holder":
                await self._run_ask(item.replace("-", "_"))
            case "offers":
                await self.open_form(forms.offer(service or self._offering()))
            case "measures":
                await self._measures(forms)
            case "no-measure":
                await self.open_form(forms.no_measure())
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

    async def _measures(self, forms: Forms) -> None:
        """What was chosen becomes an activity; with nothing chosen, perhaps there is none."""
        sitting = self.desk.log.case.sitting
        choice = sitting.meeting.choice if sitting else None
        if choice is not None and choice.none_now:
            await self._run_ask("measures")
        else:
            await self.open_form(forms.activity(self._chosen_offer()))

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
        from app.screens.lead.pages import reading_lines
        from app.screens.reading import ReadingPage

        _ = self.words
        lines = reading_lines(self.desk.log.case, _)
        if not lines:
            await self._open_item_now("measures")
            return
        foot = _("Enter: it has been read   Esc: back")
        page = ReadingPage(_("Read aloud"), lines, foot, lambda: self._gate.passes(PROCEED))
        if await self.app.push_screen_wait(page):
            self.save_all([ReadAloud()])

    # -- lists and forms

    def openers(self) -> Openers:
        """The lists for the case as it stands."""
        from app.screens.lead.openers import Openers

        return Openers(self.desk.log.case, self.desk, self.words)

    async def _run_ask(self, name: str) -> None:
        openers = self.openers()
        asks = {
            "floor": openers.floor,
            "replan": openers.replan,
            "viddevakt": openers.viddevakt,
            "writer": openers.writer,
            "choice": openers.choice,
            "relay_holder": openers.relay_holder,
            "measures": openers.measures,
            "parked": openers.parked,
        }
        await self._follow(asks[name]())

    async def _follow(self, ask: Ask) -> None:
        """From list to list until commands are saved or a form opens."""
        foot = self.words("Esc: back")
        while True:
            value = await self.choose(ask.title, ask.options, text=ask.text, foot=foot)
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
        if name == "park":
            await self.open_form(self.forms().park())
            return
        await self.open_form(self.forms().activity(tried=self._tried_before(), again=True))

    def _tried_before(self) -> bool:
        """What is written down while the family tells has been tried already (S3-10)."""
        sitting = self.desk.log.case.sitting
        return sitting is not None and sitting.line.phase == "description"

    async def open_form(self, form: Form) -> None:
        """Open one row of fields."""
        panel = self.query_one(EntryPanel)
        await panel.open(form)
        for saved in panel.overtaken().values():
            panel.show_hint(self.words("The log says now: {text}", text=saved or "–"))
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
        passes = self._gate.passes(PROCEED)
        if passes or self.query_one(EntryPanel).typed:
            self.submit(dict(event.values))

    @work(exclusive=True, group="flow")
    async def submit(self, values: dict[str, str]) -> None:
        """Make commands of what was typed, and save them."""
        panel = self.query_one(EntryPanel)
        form = panel.form
        if form is None:
            return
        if form.name == "offer-add" and not any(values.values()):
            await self._nothing_offered(form.about)
            return
        if form.again and not any(values.values()):
            await self._put_empty_form_away()
            self.paint()
            return
        if form.if_empty and not any(values.values()):
            forms = self.forms()
            await self.open_form(getattr(forms, form.if_empty)())
            return
        from app.screens.lead.form import FieldFaultError

        try:
            commands = form.build(values)
        except FieldFaultError as fault:
            from app.wording.bad_input import bad_input_said

            said = bad_input_said(fault.code, fault.details, self.words)
            panel.show_hint(str(said), "fault", fault.name)
            return
        reason = values["reason"] if form.name == "reason" else ""
        labels = {spec.name: spec.label for spec in form.fields}
        outcome = self.keep(commands, reason, labels) if commands else Outcome(True)
        if outcome.code == "changed-meanwhile":
            outcome = await self._pick_texts(form, values) or outcome
        if not outcome.done:
            panel.show_hint(outcome.words, "fault", _faulty(outcome, values))
            return
        await self._after_saving(panel, form, outcome)

    async def _nothing_offered(self, service: str) -> None:
        """Enter over an empty offer: it may be that there is none (only in that one's turn)."""
        case = self.desk.log.case
        turn = floor(case, case.sitting).now if case.sitting else None
        await self.query_one(EntryPanel).close()
        self.set_focus(None)
        if turn is not None and turn.act == "offer" and turn.service == service:
            await self._follow(self.openers().nothing_offered(service))
        self.paint()

    async def _pick_texts(self, form: Form, typed: Values) -> Outcome | None:
        """Mine, theirs or both, for each field that was changed twice; None: not decided."""
        from app.screens.lead.meanwhile import differences, merged

        _ = self.words
        now = self._as_it_stands(form)
        if now is None:
            return None
        texts = merged(form, typed, now)
        for each in differences(form, typed, now):
            ways = {"mine": each.mine, "theirs": each.theirs, "both": each.both}
            labels = {"mine": _("Mine"), "theirs": _("The other one"), "both": _("Both")}
            options = [Option(way, labels[way], text) for way, text in ways.items() if text]
            title = _("“{what}” was changed in another window too", what=each.label)
            way = await self.choose(title, options, foot=_("Esc: back"))
            if way is None:
                return None
            texts[each.name] = ways[way]
        commands = now.build(texts)
        return self.keep(commands) if commands else Outcome(True)

    def _as_it_stands(self, form: Form) -> Form | None:
        """The same form over what the log says now."""
        case = self.desk.log.case
        forms = self.forms()
        if form.name == "activity-edit" and form.about in case.activities:
            return forms.edit(case.activities[form.about])
        if form.name == "offer-edit" and form.about in case.offers:
            return forms.edit_offer(case.offers[form.about])
        return forms.challenge() if form.name == "challenge" else None

    async def _put_empty_form_away(self) -> None:
        """Close a form that waits for another line, when nothing is typed in it."""
        panel = self.query_one(EntryPanel)
        if panel.awaits_a_line:
            await panel.close()
            self.set_focus(None)

    def _next_line(self, panel: EntryPanel, form: Form, outcome: Outcome) -> None:
        """The line stands in the log; the form stays, empty, for the next one."""
        panel.start_over(self.forms().activity(tried=self._tried_before(), again=True))
        # The line itself isn't repeated: it may be what a rule says isn't needed here.
        saved = self.words("Saved: {what}", what=form.title)
        panel.show_hint(" · ".join(filter(None, (outcome.words, saved))))
        self._remarks = outcome.remarks
        self.paint()

    async def _after_saving(self, panel: EntryPanel, form: Form, outcome: Outcome) -> None:
        if form.again:
            self._next_line(panel, form, outcome)
            return
        await panel.saved()
        self.set_focus(None)
        self._remarks = outcome.remarks
        self.say(outcome.words or self.words("Saved: {what}", what=form.title))
        self.paint()
        if form.then:
            await self._open_item_now(form.then)
