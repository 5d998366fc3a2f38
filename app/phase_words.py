"""A phase's words in one language, with the unit's own words filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from app.wording.capital import capital
from app.wording.form_titles import FormTitles
from app.wording.units import said, said_pair, unit_words
from phases.structures import Structure, WorksOn, text_in
from phases.words import Language

if TYPE_CHECKING:
    from app.words import Words
    from phases.case import Case
    from phases.structure_parts import Form, RowWho


class PhaseWords(NamedTuple):
    """What a screen says of a phase."""

    title: str
    purpose: str
    now_later: str
    """What comes now and what later, on one line."""
    say: tuple[str, ...]
    """Two sentences to say aloud."""
    say_to: Mapping[str, str] = {}
    """In whose turn something else is said, by the kind of speaker."""
    works_on: WorksOn = "none"
    prompts: tuple[str, ...] = ()
    """Questions and tips, the most important one first."""


class AskedWords(NamedTuple):
    """What a phase asks for in words of its own, by the ids of its points and forms."""

    points: Mapping[str, str] = {}
    forms: Mapping[str, FormTitles] = {}

    def title_of(self, item: str) -> str:
        """The words of a point or a form; empty where it is neither."""
        form = self.forms.get(item)
        return form.title if form else self.points.get(item, "")


class Question(NamedTuple):
    """A point that the people here answer."""

    text: str
    quite: bool = False
    """The other answer is "not quite"."""


class MeetingWords(NamedTuple):
    """What a meeting says of itself as a whole."""

    aims: tuple[str, ...] = ()
    attitude: tuple[str, ...] = ()


def phase_words(
    structure: Structure | None, phase_id: str, unit: str, language: Language
) -> PhaseWords | None:
    """The words of one phase, or None where the structure's file has gone since."""
    shape = next((p for p in structure.phases if p.id == phase_id), None) if structure else None
    if shape is None:
        return None
    now, later = said(shape.now, language, unit), said(shape.later, language, unit)
    return PhaseWords(
        title=said(shape.title, language, unit),
        purpose=said(shape.purpose, language, unit),
        now_later=f"{now} – {later}",
        say=said_pair(shape.say, language, unit),
        say_to={to.who: said(to.text, language, unit) for to in shape.say_to},
        works_on=shape.works_on,
        prompts=tuple(said(each, language, unit) for each in shape.prompts),
    )


def asked_words(structure: Structure | None, phase_id: str, unit: str, words: Words) -> AskedWords:
    """The words of a phase's points and forms; none where the structure's file has gone since."""
    shape = next((p for p in structure.phases if p.id == phase_id), None) if structure else None
    if shape is None:
        return AskedWords()
    points = {point.id: said(point.text, words.language, unit) for point in shape.points}
    return AskedWords(points, {f.id: form_titles(f, unit, words) for f in shape.forms})


def question_words(
    structure: Structure | None, point_id: str, unit: str, language: Language
) -> Question:
    """A point's question; the point's id where the structure's file has gone since."""
    phases = structure.phases if structure else ()
    found = next((p for phase in phases for p in phase.points if p.id == point_id), None)
    if found is None or found.question is None:
        return Question(point_id)
    return Question(said(found.question, language, unit), found.quite)


def form_titles(form: Form, unit: str, words: Words) -> FormTitles:
    """The words of a form, its rows and its columns."""

    def title(texts: Mapping[Language, str]) -> str:
        return said(texts, words.language, unit)

    return FormTitles(
        title(form.title),
        {
            row.id: title(row.title) if row.title else row_of(row.who, unit, words)
            for row in form.rows
        },
        {column.id: title(column.title) for column in form.columns},
    )


def row_of(who: RowWho, unit: str, _: Words) -> str:
    """Whose row of a form it is, in the words of a school or a kindergarten."""
    if who in ("unit", "child"):
        return capital(unit_words(unit, _.language)[who])
    return {"guardians": _("Guardians"), "others": _("Others")}.get(who, "")


def meeting_words(structure: Structure | None, unit: str, language: Language) -> MeetingWords:
    """Aims and attitude; none where the structure's file has gone since."""
    if structure is None:
        return MeetingWords()
    return MeetingWords(
        aims=tuple(said(each, language, unit) for each in structure.aims),
        attitude=tuple(said(each, language, unit) for each in structure.attitude),
    )


def compass_words(
    structure: Structure | None, phase_id: str, language: Language
) -> tuple[tuple[str, bool], ...]:
    """The compass's words in order, each once, and whether it is the present one."""
    shapes = [p for p in structure.phases if p.compass] if structure else []
    words = {p.id: text_in(p.compass, language)[0] for p in shapes if p.compass}
    return tuple((word, word == words.get(phase_id)) for word in dict.fromkeys(words.values()))


def part_titles(case: Case, structures: Mapping[str, Structure], words: Words) -> Mapping[str, str]:
    """Phase id -> its title in these words, for the newest meeting."""
    sitting = case.sitting
    if sitting is None:
        return {}
    structure = structures.get(sitting.agenda.structure)
    unit, phases = case.facts.unit, [phase.id for phase in sitting.agenda.phases]
    found = {p: phase_words(structure, p, unit, words.language) for p in phases}
    return {phase: shown.title if shown else phase for phase, shown in found.items()}
