"""A phase's words in one language, with the unit's own words filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, cast

from app.wording.capital import capital
from app.wording.form_titles import FormTitles
from phases.structures import Language, Structure, WorksOn, fill, text_in

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
    structure: Structure | None, phase_id: str, tokens: Mapping[str, str], language: str
) -> PhaseWords | None:
    """The words of one phase, or None where the structure's file has gone since."""
    shape = next((p for p in structure.phases if p.id == phase_id), None) if structure else None
    if shape is None:
        return None
    tongue = cast("Language", language)
    now = fill(text_in(shape.now, tongue)[0], tokens)
    later = fill(text_in(shape.later, tongue)[0], tokens)
    return PhaseWords(
        title=fill(text_in(shape.title, tongue)[0], tokens),
        purpose=fill(text_in(shape.purpose, tongue)[0], tokens),
        now_later=f"{now} – {later}",
        say=tuple(fill(sentence, tokens) for sentence in text_in(shape.say, tongue)[0]),
        works_on=shape.works_on,
        prompts=tuple(fill(text_in(each, tongue)[0], tokens) for each in shape.prompts),
    )


def asked_words(
    structure: Structure | None, phase_id: str, tokens: Mapping[str, str], words: Words
) -> AskedWords:
    """The words of a phase's points and forms; none where the structure's file has gone since."""
    shape = next((p for p in structure.phases if p.id == phase_id), None) if structure else None
    if shape is None:
        return AskedWords()
    tongue = cast("Language", words.language)
    points = {point.id: fill(text_in(point.text, tongue)[0], tokens) for point in shape.points}
    return AskedWords(points, {f.id: form_titles(f, tokens, words) for f in shape.forms})


def question_words(
    structure: Structure | None, point_id: str, tokens: Mapping[str, str], language: str
) -> Question:
    """A point's question; the point's id where the structure's file has gone since."""
    phases = structure.phases if structure else ()
    found = next((p for phase in phases for p in phase.points if p.id == point_id), None)
    if found is None or found.question is None:
        return Question(point_id)
    text = text_in(found.question, cast("Language", language))[0]
    return Question(fill(text, tokens), found.quite)


def form_titles(form: Form, tokens: Mapping[str, str], words: Words) -> FormTitles:
    """The words of a form, its rows and its columns."""
    tongue = cast("Language", words.language)

    def said(texts: Mapping[Language, str]) -> str:
        return fill(text_in(texts, tongue)[0], tokens)

    return FormTitles(
        said(form.title),
        {
            row.id: said(row.title) if row.title else row_of(row.who, tokens, words)
            for row in form.rows
        },
        {column.id: said(column.title) for column in form.columns},
    )


def row_of(who: RowWho, tokens: Mapping[str, str], _: Words) -> str:
    """Whose row of a form it is, in the words of a school or a kindergarten."""
    token = {"unit": "unit", "child": "child"}.get(who, "")
    if token in tokens:
        return capital(tokens[token])
    return {"guardians": _("Guardians"), "others": _("Others")}.get(who, "")


def meeting_words(
    structure: Structure | None, tokens: Mapping[str, str], language: str
) -> MeetingWords:
    """Aims and attitude; none where the structure's file has gone since."""
    if structure is None:
        return MeetingWords()
    tongue = cast("Language", language)
    return MeetingWords(
        aims=tuple(fill(text_in(each, tongue)[0], tokens) for each in structure.aims),
        attitude=tuple(fill(text_in(each, tongue)[0], tokens) for each in structure.attitude),
    )


def compass_words(
    structure: Structure | None, phase_id: str, language: str
) -> tuple[tuple[str, bool], ...]:
    """The compass's words in order, each once, and whether it is the present one."""
    tongue = cast("Language", language)
    shapes = [p for p in structure.phases if p.compass] if structure else []
    words = {p.id: text_in(p.compass, tongue)[0] for p in shapes if p.compass}
    return tuple((word, word == words.get(phase_id)) for word in dict.fromkeys(words.values()))


def part_titles(case: Case, structures: Mapping[str, Structure], words: Words) -> Mapping[str, str]:
    """Phase id -> its title in these words, for the newest meeting."""
    from app.wording.units import unit_words

    sitting = case.sitting
    if sitting is None:
        return {}
    structure = structures.get(sitting.agenda.structure)
    tokens = unit_words(case.facts.unit, words.language)
    phases = [phase.id for phase in sitting.agenda.phases]
    found = {p: phase_words(structure, p, tokens, words.language) for p in phases}
    return {phase: shown.title if shown else phase for phase, shown in found.items()}
