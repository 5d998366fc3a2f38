"""Settling what must be agreed: each item opens a list, a form or a page, and saves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import work

from app.keys import PROCEED
from app.screens.log_forms.lists import Lists
from app.screens.log_forms.panel import EntryPanel
from phases.commands.choosing import ReadAloud
from phases.floor import floor
from phases.measures import DESCRIBED, next_lack
from phases.proposal import TOLD
from phases.records import Activity, Offer
from phases.settle import undated
from phases.structures import Item
from phases.walk import left

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.screens.log_forms.form import Form
    from app.screens.log_forms.forms import Forms

CLOSING_NAMES = frozenset(
    {
        "outcome",
        "distribution",
        "feedback",
        "half-year-plan",
        "inform-others",
        "minutes",
        "sign",
    }
)
"""What the end of a meeting asks for; the lists stand in `closing_asks.py`."""

CONSENT_NAMES = frozenset({"consent-add", "consent-withdraw", "consent-after", "leave-out"})
"""What may be asked about consent at any time; the lists stand in `consent_asks.py`."""

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
        *CLOSING_NAMES,
        "covered",
        *CONSENT_NAMES,
    }
)
"""Items that `m` can open at any time."""


class Settling(Lists):
    """Items, and the forms they open."""

    # -- items

    @work(exclusive=True, group="flow")
    async def open_item(self, item: Item) -> None:
        """By a digit."""
        await self._open_item_now(item)

    async def _open_item_now(self, item: str, service: str = "") -> None:
        told = TOLD.get(item)
        if told is not None:
            self.save_all([told])
            return
        forms = self.forms()
        plain: dict[str, Callable[[], Form]] = {
            "no-measure": forms.no_measure,
            "challenge": forms.challenge,
            "decided-by": forms.decided_by,
            "next-meeting": forms.next_meeting,
            "inform-child": forms.inform_child,
            "goals": partial(forms.goal, again=True),
        }
        if item in plain:
            await self.open_form(plain[item]())
            return
        match item:
            case "viddevakt" | "writer" | "choice" | "relay-holder" | "everyone-active" | "assess":
                await self._run_ask(item.replace("-", "_"))
            case "offers":
                await self.open_form(forms.offer(service or self._offering()))
            case "measures":
                await self._measures(forms)
            case "read-aloud":
                await self._read_aloud()
            case "walk-through" | "assess-dates" | "measures-described":
                await self._open_for(item)
            case "family-first" | "services-heard":
                await self._run_ask("floor")
            case "covered":
                await self._open_covering()
            case name if name in CLOSING_NAMES:
                await self._open_closing(name)
            case name if name in CONSENT_NAMES:
                await self._open_consent(name)
            case _:
                await self._open_own(item)

    async def _open_for(self, item: str, activity: str = "") -> None:
        """How an activity has gone, or when that is looked at: of this one, or the next left."""
        if item == DESCRIBED:
            await self._describe()
            return
        case = self.desk.log.case
        found = case.activities.get(activity) or self._next_of(item)
        if item == "walk-through":
            asks = self.openers()
            await self._follow(asks.assess(found) if found else asks.which_to_assess())
        elif item == "assess-dates" and found is not None:
            await self.open_form(self.forms().assess_on(found))

    async def _describe(self, asked: str = "", *, period: bool = False) -> None:
        """What is still to be said of the measures, row by row; after what was just asked."""
        case, sitting = self.desk.log.case, self.desk.log.case.sitting
        lack = next_lack(case, sitting, asked, period=period) if sitting is not None else None
        if lack is not None:
            await self.open_form(self.forms().lacking(lack))

    async def _passed_by(self, form: Form) -> None:
        """Of the measures the next one is asked all the same: this one's may stay open."""
        if form.then == DESCRIBED:
            await self._go_on(form, form.then)

    async def _go_on(self, form: Form, then: str) -> None:
        """Open what follows on a form; of the measures the next, whatever was left open here."""
        if then == DESCRIBED:
            await self._describe(form.about, period=form.name == "activity-period")
        else:
            await self._open_item_now(then)

    def _next_of(self, item: str) -> Activity | None:
        """The activity that such an item comes to next."""
        case, sitting = self.desk.log.case, self.desk.log.case.sitting
        if sitting is None:
            return None
        walking = item == "walk-through"
        waiting = left(case, sitting, sitting.line.phase) if walking else undated(case, sitting)
        return next(iter(waiting), None)

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
        chosen = case.chosen_in(case.sitting.meeting.id) if case.sitting else ()
        return chosen[0] if chosen else None

    async def _read_aloud(self) -> None:
        from app.screens.reading import ReadingPage
        from app.wording.agreements import reading_lines

        _ = self.words
        lines = reading_lines(self.desk.log.case, _)
        if not lines:
            await self._open_item_now("measures")
            return
        foot = _("Enter: it has been read   Esc: back")
        page = ReadingPage(_("Read aloud"), lines, foot, lambda: self._gate.passes(PROCEED))
        if await self.app.push_screen_wait(page):
            self.save_all([ReadAloud()])

    # -- after a form

    def _what_follows(self, form: Form) -> str:
        """Each offer that was chosen becomes an activity; nothing is asked that is settled."""
        case = self.desk.log.case
        if form.name == "fill":
            return self._next_row(form)
        if form.name == "activity-add" and form.about and self._chosen_offer() is not None:
            return "measures"
        if form.then != "inform-child" or case.sitting is None:
            return form.then
        told = case.child_present or case.sitting.meeting.inform_child is not None
        return "" if told else form.then

    def _told_too(self, form: Form) -> str:
        """After the next date, by when its reminder goes out (S0-06)."""
        sitting = self.desk.log.case.sitting
        following = sitting.meeting.next_meeting if sitting else None
        if form.name != "next-meeting" or following is None or following.on is None:
            return ""
        from app.wording.next_day import reminder_words

        return reminder_words(following.on, self.desk.log.context(), self.words)

    async def _open_named(self, name: str) -> None:
        if name == "park":
            await self.open_form(self.forms().park())
            return
        if name == "note":
            await self.open_form(self.forms().note(again=True))
            return
        await self.open_form(self.forms().activity(tried=self._tried_before(), again=True))

    async def _nothing_offered(self, service: str) -> None:
        """Enter over an empty offer: it may be that there is none (only in that one's turn)."""
        case = self.desk.log.case
        turn = floor(case, case.sitting).now if case.sitting else None
        await self.query_one(EntryPanel).close()
        self.set_focus(None)
        if turn is not None and turn.act == "offer" and turn.service == service:
            await self._follow(self.openers().nothing_offered(service))
        self.paint()
