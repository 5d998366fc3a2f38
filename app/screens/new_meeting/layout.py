"""The parts of the page for a new meeting, in the order in which Enter goes through them."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from app.harmless import harmless
from app.proposing import Proposing
from app.screens.setup.section import Section
from app.structure_cards import Card, cards
from app.widgets.choice_line import ChoiceLine, Pick
from app.widgets.entry_row import EntryRow, FieldSpec
from app.widgets.plain import fit
from app.wording.new_meeting import NOBODY_YET
from app.words import Words

NOBODY = "none"
"""No viddevakt yet: it is settled in the meeting (S3-07)."""


class PlanIt(Static, can_focus=True):
    """The last stop: Enter or a click here plans the meeting."""

    ALLOW_SELECT = False

    class Chosen(Message):
        """It was clicked."""

    def on_click(self, event: events.Click) -> None:
        """A click is the key."""
        event.stop()
        self.post_message(self.Chosen())


class PartsLine(Static):
    """The chosen kind's parts: their minutes as blocks, and what they are called."""

    def __init__(self, cards: Iterable[Card], chosen: str) -> None:
        super().__init__("", id="new-parts-line", markup=False)
        self._cards = {card.id: card for card in cards}
        self._chosen = chosen

    def choose(self, structure: str) -> None:
        """Another kind."""
        self._chosen = structure
        self.on_resize()

    def on_resize(self) -> None:
        """The blocks are as wide as there is room for."""
        card, width = self._cards.get(self._chosen), self.content_size.width
        shown = (card.bar(width), fit(harmless(card.whole()), width)) if card and width else ()
        self.update(Content("\n".join(shown)))


def when_part(words: Words) -> Section:
    """Day, time, place."""
    days, placeholder = words("{key}: calendar", key="F12"), words("Tuesday, or 19 January")
    fields = (
        FieldSpec("date", words("Day"), placeholder=placeholder, weight=3, days=days),
        FieldSpec("time", words("Time"), placeholder="13.00", weight=1),
        FieldSpec("place", words("Place"), weight=2),
    )
    return Section(words("When and where"), EntryRow(fields, id="new-when"), id="part-when")


def kind_part(proposing: Proposing, words: Words) -> Section:
    """What kind of meeting; the proposed one is first and chosen."""
    found, case = proposing.found, proposing.case
    structures, unit = proposing.ctx.structures, case.facts.unit
    each = cards(structures, found.structure, found.structure_why, unit, words)
    picks = tuple(Pick(card.id, f"{card.title} {card.total}") for card in each)
    line = ChoiceLine(picks, (found.structure,), id="new-kind")
    parts = PartsLine(each, found.structure)
    return Section(words("What kind of meeting?"), line, parts, id="part-kind")


def people_part(proposing: Proposing, words: Words) -> Section:
    """Who comes: as last time until somebody says otherwise."""
    people = proposing.people
    picks = tuple(Pick(p.key, p.said(words)) for p in people)
    comes = tuple(p.key for p in people if p.comes)
    line = ChoiceLine(picks, comes, several=True, id="new-people")
    return Section(words("Who comes"), line, id="part-people")


def guard_part(proposing: Proposing, words: Words) -> Section:
    """Who is viddevakt: one is proposed, and nobody yet is an answer too."""
    picks = (*guard_picks(proposing, None), Pick(NOBODY, words(NOBODY_YET)))
    line = ChoiceLine(picks, (proposing.found.guard or NOBODY,), id="new-guard")
    return Section(words("Viddevakt"), line, id="part-guard")


def guard_picks(proposing: Proposing, comes: Iterable[str] | None) -> tuple[Pick, ...]:
    """Those who may be it, of all or of those who come."""
    wanted = None if comes is None else set(comes)
    able = (p for p in proposing.people if p.may_guard and (wanted is None or p.key in wanted))
    return tuple(Pick(p.key, p.label) for p in able)


def plan_it(words: Words) -> PlanIt:
    """The last stop."""
    return PlanIt(Content(words("Plan the meeting")), id="new-plan", markup=False)
