"""A whole structure as text: its parts with their time as bars, the floor, and the words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.phase_blocks import BETWEEN, bar
from app.phase_words import form_titles
from app.structure_gaps import gaps_line
from app.wording.floor_words import floor_line
from app.wording.items import ITEMS, item_words
from app.wording.units import said, said_pair

if TYPE_CHECKING:
    from app.words import Words
    from phases.structures import Form, Structure, StructurePhase, Texts

WIDTH = 76
"""Columns of the bar of all parts; a little less than the narrowest usual terminal."""


def shown(structure: Structure, unit: str, _: Words) -> list[str]:
    """The lines, in the language and with the words of the unit."""
    return list(_Shown(structure, unit, _).lines())


class _Shown:
    """One structure in one language."""

    def __init__(self, structure: Structure, unit: str, words: Words) -> None:
        self._structure = structure
        self._words = words
        self._unit = unit

    def lines(self) -> Iterator[str]:
        shape = self._structure
        yield f"{self._text(shape.title)} ({shape.id}), {shape.total_s / 60:g} min"
        lacking = gaps_line(shape, self._words)
        if lacking:
            yield self._words("{line}; another language stands in", line=lacking)
        whole = bar([phase.minutes for phase in shape.phases], WIDTH)
        if whole:
            yield f"{BETWEEN}{whole}{BETWEEN}"
        if shape.about is not None:
            yield self._text(shape.about)
        yield from (f"– {self._text(line)}" for line in (*shape.aims, *shape.attitude))
        for number, phase in enumerate(shape.phases, start=1):
            yield ""
            yield f"{number}. {self._text(phase.title)} ({phase.id}), {phase.minutes} min"
            yield from (f"   {line}" for line in self._phase(phase))

    def _phase(self, phase: StructurePhase) -> Iterator[str]:
        _ = self._words
        yield "█" * min(WIDTH - 3, phase.minutes)
        if phase.compass is not None:
            yield self._text(phase.compass)
        yield self._text(phase.purpose)
        yield f"{self._text(phase.now)} – {self._text(phase.later)}"
        yield from said_pair(phase.say, _.language, self._unit)
        yield from (self._text(to.text) for to in phase.say_to)
        yield from (f"– {self._text(line)}" for line in phase.prompts)
        yield _("Whose turn: {turns}", turns=floor_line(phase, self._unit, _))
        built_in = [item_words(item, _) for item in phase.settle if item in ITEMS]
        if built_in:
            yield _("To settle: {items}", items=", ".join(built_in))
        for point in phase.points:
            asked = f" – {self._text(point.question)}" if point.question else ""
            yield f"{'□' if point.needed else '·'} {self._text(point.text)}{asked}"
        for form in phase.forms:
            yield _("Form: {title}", title=self._form(form))

    def _form(self, form: Form) -> str:
        """A form's title, its rows and its columns."""
        titles = form_titles(form, self._unit, self._words)
        inside = (", ".join(filter(None, x.values())) for x in (titles.rows, titles.columns))
        return f"{titles.title} ({' × '.join(filter(None, inside))})"

    def _text(self, texts: Texts) -> str:
        return said(texts, self._words.language, self._unit)
