"""Typing in the log: nothing lost, few keys, known words offered, always literal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from app.widgets.entry_field import EntryField
from app.widgets.entry_row import EntryRow, FieldSpec
from app.widgets.labelled_field import LabelledField
from app.widgets.suggestions import MOST_SHOWN, Suggestions
from tests.app.widgets.harness import Harness, frame

if TYPE_CHECKING:
    from collections.abc import Sequence

PEOPLE = ("kontaktlærar", "Kari Nordmann", "Kåre", "mor", "far", "rektor", "[/]", "k8", "k9")


def people(typed: str) -> Sequence[str]:
    return [name for name in PEOPLE if name.casefold().startswith(typed.casefold())]


def dates(typed: str) -> Sequence[str]:
    return ("22.02.2027",) if typed.startswith("22") else ()


def build() -> tuple[EntryRow]:
    return (
        EntryRow(
            (
                FieldSpec("what", "Kva", weight=2),
                FieldSpec("who", "Kven", people),
                FieldSpec("when", "Når", dates, placeholder="9. des"),
            )
        ),
    )


def harness() -> Harness:
    return Harness(build, listen=(EntryRow.Submitted, EntryRow.Left, EntryRow.Changed))


def entry(app: Harness, name: str) -> EntryField:
    return app.query_one(f"#entry-{name}", EntryField)


def offered(app: Harness, name: str) -> tuple[str, ...]:
    return app.query_one(f"#field-{name}", LabelledField).offered


@pytest.mark.parametrize(("days", "asked"), [((), []), (("when",), ["when"]), (("when", "b"), [])])
async def test_a_calendar_is_asked_for_from_beside_the_only_date_of_a_row(
    days: tuple[str, ...], asked: list[str]
) -> None:
    specs = [FieldSpec(name, name, days="F12" * (name in days)) for name in ("what", "when", "b")]
    app = Harness(lambda: (EntryRow(specs),), listen=(EntryRow.DayWanted,))
    async with app.run_test(size=(80, 24), message_hook=app.hear) as pilot:
        app.query_one(EntryRow).focus_field("what")
        await pilot.press("f12")
        wanted = [event.name for event in app.heard if isinstance(event, EntryRow.DayWanted)]
        assert wanted == asked


async def test_three_fields_are_filled_and_saved_with_three_keys_besides_the_texts() -> None:
    app = harness()
    async with app.run_test(size=(80, 24), message_hook=app.hear) as pilot:
        app.query_one(EntryRow).focus_field()
        await pilot.press(*"Leksehjelp", "tab", *"kon", "tab", *"22. feb", "enter")
        submitted = [event for event in app.heard if isinstance(event, EntryRow.Submitted)]
        assert [event.values for event in submitted] == [
            {"what": "Leksehjelp", "who": "kontaktlærar", "when": "22. feb"}
        ]
        assert submitted[0].control is app.query_one(EntryRow)


async def test_pasted_lines_are_joined_and_none_is_lost() -> None:
    app = harness()
    async with app.run_test(size=(80, 24)) as pilot:
        row = app.query_one(EntryRow)
        row.focus_field("what")
        await pilot.press("a", "b", "left")
        app.screen.focused and app.screen.focused.post_message(
            Paste("éin\r\nto\n\n tre\x1b[31m\x00")
        )
        await pilot.pause()
        assert entry(app, "what").value == "aéin to tre[31mb"
        app.copy_to_clipboard("fire\nfem")
        await pilot.press("end", "ctrl+v")
        assert row.values["what"] == "aéin to tre[31mbfire fem"


async def test_the_callers_cleaning_is_used() -> None:
    app = Harness(lambda: (EntryRow((FieldSpec("what", "Kva"),), clean=str.upper),))
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(EntryRow).focus_field()
        await pilot.press("a")
        entry(app, "what").post_message(Paste("b"))
        await pilot.pause()
        assert entry(app, "what").value == "aB"
        assert app.query_one(EntryRow).values == {"what": "AB"}


async def test_at_most_five_suggestions_are_shown_and_go_when_the_field_is_left() -> None:
    app = harness()
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(EntryRow).focus_field("who")
        await pilot.press("k")
        await pilot.pause()
        assert len(offered(app, "who")) == MOST_SHOWN
        box = app.query_one("#field-who Suggestions", Suggestions)
        assert frame(box).splitlines()[0].strip() == "› kontaktlærar"
        assert box.region.y == entry(app, "who").region.bottom
        await pilot.press("shift+tab")
        await pilot.pause()
        assert offered(app, "who") == ()
        assert entry(app, "who").value == "k"


async def test_near_the_bottom_the_suggestions_stand_above_the_label() -> None:
    app = Harness(build, css="EntryRow { dock: bottom; }")
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(EntryRow).focus_field("who")
        await pilot.press("k")
        await pilot.pause()
        box = app.query_one("#field-who Suggestions", Suggestions)
        assert box.region.height == MOST_SHOWN
        assert box.region.bottom == entry(app, "who").region.y - 1


async def test_down_puts_a_suggestion_in_and_up_brings_back_what_was_typed() -> None:
    app = harness()
    async with app.run_test(size=(80, 24), message_hook=app.hear) as pilot:
        app.query_one(EntryRow).focus_field("who")
        await pilot.press("k", "down")
        assert entry(app, "who").value == "kontaktlærar"
        await pilot.press("down")
        assert entry(app, "who").value == "Kari Nordmann"
        await pilot.press("up", "up")
        assert entry(app, "who").value == "k"
        await pilot.press("tab")
        assert entry(app, "who").value == "k"
        await pilot.press("shift+tab", "k", "backspace", "down", "down", "enter")
        submitted = [event for event in app.heard if isinstance(event, EntryRow.Submitted)]
        assert submitted[-1].values["who"] == "Kari Nordmann"


async def test_up_refuses_what_tab_would_take() -> None:
    app = harness()
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(EntryRow).focus_field("who")
        await pilot.press(*"kari", "up", "tab")
        assert entry(app, "who").value == "kari"
        assert app.screen.focused is entry(app, "when")


async def test_down_in_an_empty_field_shows_what_there_is() -> None:
    app = harness()
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(EntryRow).focus_field("who")
        await pilot.press("up", "down")
        assert offered(app, "who") == PEOPLE[:MOST_SHOWN]
        await pilot.press("down", "tab")
        assert entry(app, "who").value == "kontaktlærar"
        app.query_one(EntryRow).focus_field("what")
        await pilot.press("down")
        assert offered(app, "what") == ()


async def test_a_click_takes_a_suggestion() -> None:
    app = harness()
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(EntryRow).focus_field("who")
        await pilot.press("k")
        await pilot.pause()
        await pilot.click("#field-who Suggestions", offset=(3, 1))
        await pilot.pause()
        assert entry(app, "who").value == "Kari Nordmann"
        assert offered(app, "who") == ()


async def test_escape_leaves_and_keeps_the_draft() -> None:
    app = harness()
    async with app.run_test(size=(80, 24), message_hook=app.hear) as pilot:
        row = app.query_one(EntryRow)
        row.focus_field()
        await pilot.press(*"Leks", "escape")
        assert app.screen.focused is None
        assert [type(event) for event in app.heard][-1] is EntryRow.Left
        assert row.values["what"] == "Leks"
        row.focus_field()
        await pilot.press("e")
        assert row.values["what"] == "Lekse"


async def test_a_change_is_told_with_the_field_and_the_row() -> None:
    app = harness()
    async with app.run_test(size=(80, 24), message_hook=app.hear) as pilot:
        row = app.query_one(EntryRow)
        row.set_values({"what": "utkast", "who": "k"})
        await pilot.pause()
        assert app.heard == []
        assert offered(app, "who") == ()
        row.focus_field("when")
        await pilot.press("2")
        told = [event for event in app.heard if isinstance(event, EntryRow.Changed)]
        assert [(event.name, event.values["what"]) for event in told] == [("when", "utkast")]
        row.clear()
        assert set(row.values.values()) == {""}


async def test_a_fault_goes_to_its_field_with_a_sign_and_words() -> None:
    app = harness()
    async with app.run_test(size=(80, 24)) as pilot:
        row = app.query_one(EntryRow)
        row.show_hint("Kven er [/] ansvarleg?", "fault", "who")
        await pilot.pause()
        shown = "\n".join(frame(each) for each in row.query("Static"))
        assert app.screen.focused is entry(app, "who")
        assert "! Kven er [/] ansvarleg?" in shown
        assert "! Kven\n" in shown
        row.show_hint("Skriv ein dato")
        await pilot.pause()
        shown = "\n".join(frame(each) for each in row.query("Static"))
        assert "!" not in shown
        with pytest.raises(KeyError):
            row.focus_field("finst ikkje")


async def test_function_keys_pass_through_a_field() -> None:
    pressed: list[str] = []

    class Screenful(Harness):
        BINDINGS = [("f2", "note", "")]  # noqa: RUF012

        def action_note(self) -> None:
            pressed.append("f2")

    app = Screenful(build)
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(EntryRow).focus_field()
        await pilot.press("f2", "n")
        assert pressed == ["f2"]
        assert entry(app, "what").value == "n"


async def test_what_is_typed_and_offered_is_never_markup() -> None:
    app = harness()
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(EntryRow).focus_field("who")
        await pilot.press("[")
        await pilot.pause()
        assert frame(app.query_one("#field-who Suggestions")).strip() == "› [/]"
        await pilot.press("tab")
        assert app.query_one(EntryRow).values["who"] == "[/]"


async def test_no_field_rings_the_bell() -> None:
    app = harness()
    async with app.run_test(size=(80, 24)):
        rung: list[bool] = []
        app.bell = lambda: rung.append(True)  # type: ignore[method-assign]
        entry(app, "what").restricted()
        assert rung == []
