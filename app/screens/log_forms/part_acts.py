"""What a structure asks for by points and forms: a point is ticked, a form filled row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.phase_words import Question, question_words
from app.screens.choice_option import Option
from app.screens.log_forms.filling import FormWindow
from app.screens.log_forms.panel import EntryPanel
from app.wording.log_parts import FORM
from phases.commands.filling import Tick
from phases.settle import form_in, point_in

if TYPE_CHECKING:
    from app.screens.log_forms.form import Form
    from app.screens.log_forms.part_forms import PartForms

NOTHING = "nothing"


class PartActs(FormWindow):
    """Points and forms; which of them a part has is the structure's."""

    def part_forms(self) -> PartForms:
        """The structure's own forms as the case stands."""
        from app.screens.log_forms.part_forms import PartForms

        return PartForms(self.desk.log.case, self.desk, self.words)

    async def _open_own(self, item: str) -> None:
        """A point of this part is ticked; a form opens at the first row that is still empty."""
        sitting = self.desk.log.case.sitting
        phase = sitting.phase if sitting else None
        if item.startswith(FORM):
            await self.open_cells(item.removeprefix(FORM))
        elif phase is not None and (point := point_in(phase, item)) is not None:
            if point.asks:
                await self._ask_point(item)
            else:
                self.save_all([Tick(item)])
        elif phase is not None and form_in(phase, item) is not None:
            await self._open_rows(item)

    async def _ask_point(self, item: str) -> None:
        """What the people here say to it; whoever leads answers nothing for them."""
        _, asked = self.words, self._question(item)
        other = _("Not quite") if asked.quite else _("No")
        options = (Option("yes", _("Yes")), Option("no", other))
        found = await self.choose(asked.text, options, foot=_("Esc: not yet"))
        if found is None:
            return
        done = self.save_all([Tick(item, answer="yes" if found == "yes" else "no")]).done
        if done and found == "no" and asked.quite:
            self.say(_("Noted. Ask what is missing, before you go on"))
            self.paint()

    def _question(self, item: str) -> Question:
        case, language = self.desk.log.case, self.words.language
        structure = (
            self.desk.structures.get(case.sitting.agenda.structure) if case.sitting else None
        )
        return question_words(structure, item, case.facts.unit, language)

    async def open_cells(self, about: str) -> None:
        """The fields of one row, `form:row`."""
        form = self.part_forms().row(about)
        if form is not None:
            await self.open_form(form)

    async def _open_rows(self, form_id: str) -> None:
        """The first empty row; where all are filled, whichever is chosen."""
        forms = self.part_forms()
        rows = forms.rows(form_id)
        at = next((row for row in rows if forms.empty(form_id, row)), None)
        if at is None and len(rows) > 1:
            options = [Option(row, forms.title(form_id, row)) for row in rows]
            foot = self.words("Esc: back")
            at = await self.choose(forms.title(form_id), options, foot=foot)
            if at is None:
                return
        await self.open_cells(f"{form_id}:{at or rows[0]}")

    def _next_row(self, form: Form) -> str:
        """The empty row after this one, once this one is saved; empty where there is none."""
        form_id, _colon, row = form.about.partition(":")
        forms = self.part_forms()
        rows = forms.rows(form_id)
        after = rows[rows.index(row) + 1 :] if row in rows else ()
        found = next((each for each in after if forms.empty(form_id, each)), None)
        return f"{FORM}{form_id}:{found}" if found else ""

    async def _nothing_to_add(self, form: Form) -> None:
        """Enter over an empty row: the form is put away, or there is nothing to add to it."""
        form_id, _colon, row = form.about.partition(":")
        await self.query_one(EntryPanel).close()
        self.set_focus(None)
        self.paint()
        forms = self.part_forms()
        rows = forms.rows(form_id)
        if any(not forms.empty(form_id, each) for each in rows):
            return
        _ = self.words
        others = [Option(each, forms.title(form_id, each)) for each in rows if each != row]
        options = [Option(NOTHING, _("Nothing to add")), *(others if forms.named(form_id) else ())]
        found = await self.choose(forms.title(form_id), options, foot=_("Esc: back"))
        if found == NOTHING:
            self.save_all([Tick(form_id)])
        elif found is not None:
            await self.open_cells(f"{form_id}:{found}")
