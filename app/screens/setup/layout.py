"""The parts of the set-up and their fields, in the order in which they are filled in."""

from __future__ import annotations

from typing import Final

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from app.screens.setup.grids import ConsentGrid, MinutesGrid, PeopleGrid, StructureGrid
from app.screens.setup.section import Section
from app.screens.setup.view import SetupView
from app.widgets.choice_line import ChoiceLine, Pick, picks
from app.widgets.entry_row import EntryRow, FieldSpec
from app.wording.states import FORMS
from app.words import N_, Words
from phases.commands.case_facts import CONSENT_AGES

UNITS: Final = {"school": N_("school"), "kindergarten": N_("kindergarten")}
LANGUAGES: Final = (Pick("nn", "nynorsk"), Pick("nb", "bokmål"), Pick("en", "English"))
"""Each language is called by its own name."""


def left_part(view: SetupView, words: Words) -> Vertical:
    """Who, and what they have consented to."""
    return Vertical(
        unit_section(view, words),
        when_section(words),
        people_section(words),
        consent_section(words),
        id="setup-left",
    )


def right_part(words: Words) -> Vertical:
    """The meeting's time, and the other meetings of the year."""
    return Vertical(minutes_section(words), dates_section(words), id="setup-right")


def unit_section(view: SetupView, words: Words) -> Section:
    """Whose words are used, in which language."""
    facts = view.case.facts
    units = picks(UNITS, lambda unit: words(UNITS[unit]))
    return Section(
        words("Words and language"),
        Horizontal(
            ChoiceLine(units, (facts.unit,), id="setup-unit"),
            ChoiceLine(LANGUAGES, (facts.language,), id="setup-language"),
            classes="setup-row",
        ),
        id="part-unit",
    )


def when_section(words: Words) -> Section:
    """Day, time, place."""
    days = words("{key}: calendar", key="F12")
    placeholder = words("Tuesday, or 19 January")
    fields = (
        FieldSpec("date", words("Day"), placeholder=placeholder, weight=3, days=days, anew=True),
        FieldSpec("time", words("Time"), placeholder="13.00", weight=1, anew=True),
        FieldSpec("place", words("Place"), weight=2, anew=True),
    )
    return Section(words("When and where"), EntryRow(fields, id="setup-when"), id="part-when")


def people_section(words: Words) -> Section:
    """Everybody who comes, and a line to add one more."""
    return Section(words("Who takes part"), PeopleGrid(id="setup-people"), id="part-people")


def consent_section(words: Words) -> Section:
    """Ticks, and how and when the next ones were given."""
    forms = picks(FORMS, lambda form: words(FORMS[form]))
    given = (
        FieldSpec("given", words("Given when"), placeholder=words("today"), anew=True),
        FieldSpec("expires", words("Holds until"), anew=True),
        FieldSpec("note", words("Noted where")),
    )
    own = (
        FieldSpec("own", words("The young person consents too from"), weight=2, anew=True),
        FieldSpec("born", words("or born"), placeholder=words("isn't kept")),
    )
    ages = [Pick(str(age), str(age)) for age in CONSENT_AGES]
    return Section(
        words("Consents"),
        ConsentGrid(id="setup-consents"),
        Horizontal(
            Vertical(
                Static(Content(words("Given how")), markup=False, classes="setup-label"),
                ChoiceLine(forms, ("written",), id="setup-form"),
            ),
            EntryRow(given, id="setup-given"),
            classes="setup-row",
        ),
        Horizontal(
            Vertical(
                Static(
                    Content(words("Age of consent")),
                    markup=False,
                    classes="setup-label",
                ),
                ChoiceLine(ages, id="setup-age"),
            ),
            EntryRow(own, id="setup-own"),
            classes="setup-row",
        ),
        id="part-consents",
    )


def minutes_section(words: Words) -> Section:
    """The structure, and the minutes of each part."""
    return Section(
        words("The meeting"),
        StructureGrid(id="setup-structure"),
        MinutesGrid(id="setup-minutes"),
        Static("", id="setup-sum", markup=False),
        id="part-minutes",
    )


def dates_section(words: Words) -> Section:
    """The meetings that are in the calendar already (S3-25)."""
    label = words("Days with commas between")
    placeholder = words("8.9., 27.10., 1.12. …")
    days = words("{key}: calendar", key="F12")
    fields = [FieldSpec("dates", label, placeholder=placeholder, days=days)]
    return Section(
        words("The BTI meetings of the school year"),
        EntryRow(fields, id="setup-dates"),
        id="part-dates",
    )
