"""Filling in a form: it opens with its draft, is saved, and meets what others wrote meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from app.keys import PROCEED
from app.screens.choice_option import Option
from app.screens.log_forms.asking import AskingWindow
from app.screens.log_forms.panel import EntryPanel
from app.screens.saving import Outcome

if TYPE_CHECKING:
    from textual.css.query import QueryType
    from textual.widget import Widget

    from app.screens.log_forms.form import Form, Values
    from app.widgets.entry_row import EntryRow
    from app.widgets.key_footer import KeyFooter


GONE = frozenset({"no-activity", "no-offer", "no-note", "no-goal"})
"""Refusals that say that the record of an edit isn't there any more."""


def _faulty(outcome: Outcome, values: Values) -> str | None:
    """The field that is meant: named, or the one that holds the name that was refused."""
    holds = (name for name, text in values.items() if text and text == outcome.value)
    return outcome.field or next(holds, None)


class FormWindow(AskingWindow):
    """A window with one place where forms open."""

    async def _open_item_now(self, item: str, service: str = "") -> None:
        """Open what follows; the part that knows the items does."""

    async def _passed_by(self, form: Form) -> None:
        """After Enter over a form in which nothing was changed; mostly that was all."""

    async def _go_on(self, form: Form, then: str) -> None:
        """Open what follows on a form that was saved."""
        del form
        await self._open_item_now(then)

    def _what_follows(self, form: Form) -> str:
        """The item to open once this form is saved; empty where none is."""
        return form.then

    def _told_too(self, form: Form) -> str:
        """What is worth knowing beside that this form was saved; mostly nothing."""
        del form
        return ""

    async def _nothing_offered(self, service: str) -> None:
        """Enter over an empty offer; the part that knows whose turn it is asks."""

    async def _no_line_more(self, form: Form) -> None:
        """Enter over an empty line; the part that knows whose turn it is may go on."""

    async def _nothing_to_add(self, form: Form) -> None:
        """Enter over an empty row of a structure's own form; the part that knows them asks."""

    def _tried_before(self) -> bool:
        """What is written down while the family tells has been tried already (S3-10)."""
        sitting = self.desk.log.case.sitting
        phase = sitting.phase if sitting is not None else None
        return phase is not None and phase.tried

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

    def focus_next(self, selector: str | type[QueryType] = "*") -> Widget | None:
        """Tab goes round in an open form: outside it each letter would be a key of the screen."""
        return super().focus_next(self._stops(selector))

    def focus_previous(self, selector: str | type[QueryType] = "*") -> Widget | None:
        """Likewise backwards."""
        return super().focus_previous(self._stops(selector))

    def _stops(self, selector: str | type[QueryType]) -> str | type[QueryType]:
        return selector if self.query_one(EntryPanel).form is None else "EntryPanel Input"

    def form_key(self, action: str) -> bool:
        """A click on a key of the open form; says whether it was one."""
        from app.widgets.entry_row import EntryRow

        if action == "submit":
            for row in self.query(EntryRow):
                row.post_message(EntryRow.Submitted(row, row.values))
        elif action == "leave":
            self.close_form()
        elif action == "field":
            self.focus_next()
        else:
            return False
        return True

    def action_act(self, act: str) -> None:
        """Any key of the window's table, or a click in the footer; each window does."""

    def on_key_footer_pressed(self, event: KeyFooter.Pressed) -> None:
        """A click on a key."""
        event.stop()
        if not self.form_key(event.action):
            self.action_act(event.action)

    def on_entry_row_left(self, event: EntryRow.Left) -> None:
        """Esc."""
        event.stop()
        self.close_form()

    def on_entry_row_submitted(self, event: EntryRow.Submitted) -> None:
        """Enter, unless it is the press that opened the form, still held down."""
        event.stop()
        if self.covered:
            return
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
        nothing = not any(values.values()) or (form.again and form.untouched(values))
        if nothing and await self._entered_nothing(form):
            return
        from app.screens.log_forms.form import FieldFaultError

        try:
            commands = form.build(values)
        except FieldFaultError as fault:
            from app.wording.bad_input import bad_input_said

            said = bad_input_said(fault.code, fault.details, self.words)
            panel.show_hint(str(said), "fault", fault.name)
            return
        reason = values["reason"] if form.name == "reason" else ""
        labels = {spec.name: spec.label for spec in form.fields}
        if not commands:
            await self._nothing_changed(panel)
            await self._passed_by(form)
            return
        outcome = self.keep(commands, reason, labels)
        if outcome.code == "changed-meanwhile":
            outcome = await self._pick_texts(form, values) or outcome
        if outcome.code in GONE and await self._write_it_anew(form, values):
            return
        if not outcome.done:
            panel.show_hint(outcome.words, "fault", _faulty(outcome, values))
            return
        await self._after_saving(panel, form, outcome)

    async def _entered_nothing(self, form: Form) -> bool:
        """Enter over empty fields means something of its own in some forms; says whether here."""
        if form.name == "offer-add":
            await self._nothing_offered(form.about)
        elif form.name == "fill" and not any(form.values.values()):
            await self._nothing_to_add(form)
        elif form.again:
            await self._put_empty_form_away()
            await self._no_line_more(form)
            self.paint()
        elif form.if_empty:
            await self.open_form(getattr(self.forms(), form.if_empty)())
        else:
            return False
        return True

    async def _nothing_changed(self, panel: EntryPanel) -> None:
        """Enter over what stands in the log already: it closes, and nothing is said of saving."""
        await panel.saved()
        self.set_focus(None)
        self.paint()

    async def _pick_texts(self, form: Form, typed: Values) -> Outcome | None:
        """Mine, theirs or both, for each field that was changed twice; None: not decided."""
        from app.screens.log_forms.meanwhile import differences, merged

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

    async def _write_it_anew(self, form: Form, typed: Values) -> bool:
        """The line was taken away elsewhere: what was typed may become a new one (design §5)."""
        _ = self.words
        anew = self.forms().anew(form)
        if anew is None:
            return False
        options = (Option("new", _("Write it as a new line")), Option("leave", _("Leave it")))
        text = " · ".join(text for text in typed.values() if text)
        title = _("This line was taken away in another window")
        if await self.choose(title, options, text=text, foot=_("Esc: back")) != "new":
            return False
        panel = self.query_one(EntryPanel)
        await panel.saved()
        await self.open_form(anew)
        panel.type_in(typed)
        return True

    def _as_it_stands(self, form: Form) -> Form | None:
        """The same form over what the log says now."""
        case = self.desk.log.case
        forms = self.forms()
        if form.about in case.activities:
            return forms.over(case.activities[form.about], form)
        if form.about in case.goals:
            return forms.edit_goal(case.goals[form.about])
        if form.name == "offer-edit" and form.about in case.offers:
            return forms.edit_offer(case.offers[form.about])
        if form.name == "note-edit" and form.about in case.notes:
            return forms.edit_note(case.notes[form.about])
        if form.name == "fill":
            from app.screens.log_forms.part_forms import PartForms

            return PartForms(case, self.desk, self.words).row(form.about)
        return forms.challenge() if form.name == "challenge" else None

    async def _put_empty_form_away(self) -> None:
        """Close a form that waits for another line, when nothing is typed in it."""
        panel = self.query_one(EntryPanel)
        if panel.awaits_a_line:
            await panel.close()
            self.set_focus(None)

    async def _next_line(self, panel: EntryPanel, form: Form, outcome: Outcome) -> None:
        """The line stands in the log; the form stays, empty, for the next one."""
        new = self._one_more(form)
        if [f.name for f in new.fields] == [f.name for f in form.fields]:
            panel.start_over(new)
        else:
            # The part has changed meanwhile: what is agreed is asked by when, what was tried isn't.
            await panel.saved()
            await panel.open(new)
        # The line itself isn't repeated: it may be what a rule says isn't needed here.
        saved = self.words("Saved: {what}", what=form.title)
        panel.show_hint(" · ".join(filter(None, (outcome.words, saved, self._told_too(form)))))
        self._remember(outcome)
        self.paint()

    def _one_more(self, form: Form) -> Form:
        """The same form, empty."""
        forms = self.forms()
        if form.name == "note":
            return forms.note(again=True)
        if form.name == "goal-add":
            return forms.goal(again=True, owner=form.values.get("owner", ""))
        return forms.activity(tried=self._tried_before(), again=True)

    async def _after_saving(self, panel: EntryPanel, form: Form, outcome: Outcome) -> None:
        if form.again:
            await self._next_line(panel, form, outcome)
            return
        await panel.saved()
        self.set_focus(None)
        self._remember(outcome)
        saved = self.words("Saved: {what}", what=form.saved or form.title)
        self.say(outcome.words or " · ".join(filter(None, (saved, self._told_too(form)))))
        self.paint()
        if then := self._what_follows(form):
            await self._go_on(form, then)
