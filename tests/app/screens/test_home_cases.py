"""Home after a key: all logs, a new one, and what can't be opened."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from app.keys import KeyGate
from app.screens.choice import ChoicePage, OptionLine
from app.screens.home import HomeChoice
from app.screens.home_cases import CasesPage, NewCasePage
from app.screens.home_flow import free_name, make_case
from app.screens.home_today import HomeRoom
from app.widgets.choice_line import ChoiceLine
from app.widgets.entry_row import EntryRow
from phases.changes import Refusal
from tests.app.screens.at_home import Opened
from tests.app.screens.stage import SIZES, Stage, shown, type_in
from tests.phases.room import NOON, OSLO


def marked(app: Opened) -> str:
    """What Enter would take of the windows that a log can be opened in."""
    page = app.screen
    assert isinstance(page, ChoicePage)
    assert [option.value for option in page.options][::4] == ["lead", "setup"]
    line = page.query_one(".-at", OptionLine)
    return line.option.value


def spoil(stage: Stage, name: str) -> bytes:
    """Break a line in the middle of a journal; what stood there before."""
    path = stage.vault.folder / f"{name}.journal"
    whole = path.read_bytes()
    lines = whole.splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:3], b"x" + lines[3], *lines[4:]]))
    return whole


async def test_a_case_that_cant_be_read_does_not_hide_todays_meeting(stage: Stage) -> None:
    stage.ready_case("ELEV-A")
    stage.ready_case("ELEV-B")
    path = stage.vault.folder / "ELEV-B.journal"
    path.write_bytes(path.read_bytes()[:-40] + b"x\n")
    (stage.vault.folder / "ELEV-C.journal").write_bytes(b"")
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert [m.case_id for m in app.home.meetings] == ["ELEV-A"]
        told = stage.words.many(
            "A log can't be opened – {key}", "{n} logs can't be opened – {key}", 2, key="v"
        )
        assert told in shown(app.home)
        assert "ELEV" not in shown(app.home)


async def test_a_log_of_today_with_a_bad_line_in_the_middle_is_counted_and_named(
    stage: Stage,
) -> None:
    stage.ready_case("ELEV-B")
    whole = spoil(stage, "ELEV-B")
    assert [listed.state for listed in stage.vault.list()] == ["whole"]
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        seen = shown(app.home)
        assert stage.words("No BTI meeting today") in seen
        assert "Ein logg kan ikkje opnast – v" in seen
        assert "ELEV-B" not in seen
        await pilot.press("v")
        await pilot.pause()
        assert stage.words("damaged, ask for help") in shown(app.screen)
        await pilot.press("escape")
        (stage.vault.folder / "ELEV-B.journal").write_bytes(whole)
        app.home.look()
        await pilot.pause()
        assert app.home.meeting is not None
        assert "opnast" not in shown(app.home)


@pytest.mark.parametrize("size", SIZES)
async def test_all_logs_are_shown_by_their_ids_after_a_key(
    stage: Stage, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    # However slowly a busy machine takes them in: a key that is held down comes again at once.
    monkeypatch.setattr("app.screens.home_cases.KeyGate", partial(KeyGate, lambda: 0.0))
    stage.ready_case("ELEV-A")
    stage.ready_case("ELEV-B", NOON + timedelta(days=1))
    (stage.vault.folder / "ELEV-C.journal").write_bytes(b"")
    app = Opened(stage)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("v")
        await pilot.pause()
        seen = shown(app.screen)
        assert isinstance(app.screen, CasesPage)
        for text in ("ELEV-A", "ELEV-B", "ELEV-C", stage.words("damaged, ask for help")):
            assert text in seen
        for hidden in ("Mor", "Far", "Møterom"):
            assert hidden not in seen.replace("Møterom 2  ", "")
        await pilot.press("down", "enter", "enter", "enter")  # held down
        await pilot.pause()
        assert marked(app) == "prepare"
        await pilot.press("5")
        await pilot.pause()
    assert app.chosen == [HomeChoice("setup", "ELEV-B")]


@pytest.mark.parametrize("key", ["v", "d", "n", "c", "question_mark"])
async def test_a_box_in_a_small_window_gives_its_frame_up_and_then_says_so(
    stage: Stage, key: str
) -> None:
    stage.ready_case("ELEV-A")
    said = stage.words("The window is too small. Make it larger; the keys work all the same.")
    app = Opened(stage)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        seen = shown(app.screen)
        assert "Esc" in seen
        assert "╭" not in seen
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        assert " ".join(shown(app.screen).split()) == said
        await pilot.resize_terminal(*SIZES[0])
        await pilot.pause()
        assert "╭" in shown(app.screen)


async def test_an_empty_vault_says_so(stage: Stage) -> None:
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("v")
        await pilot.pause()
        assert stage.words("No log yet.") in shown(app.screen)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen == app.home


async def test_a_new_log_is_made_with_a_name_that_says_nothing(stage: Stage) -> None:
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert app.chosen == [HomeChoice("setup", "BTI-1")]
    case = stage.vault.open("BTI-1", stage.clock, stage.structures).case
    assert (case.revision, case.facts.language, case.facts.rehearsal) == (1, "nn", False)


async def test_typing_replaces_the_name_that_was_proposed(stage: Stage) -> None:
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.press("c")
        await pilot.pause()
        await type_in(pilot, "ELEV-N")
        await pilot.press("enter")
        await pilot.pause()
    assert app.chosen == [HomeChoice("setup", "ELEV-N")]


async def test_a_rehearsal_is_one_from_the_start(stage: Stage) -> None:
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.press("n")
        await pilot.pause()
        app.screen.query_one(ChoiceLine).focus()
        await pilot.press("right", "enter")
        await pilot.pause()
    case = stage.vault.open("BTI-1", stage.clock, stage.structures).case
    assert case.facts.rehearsal


@pytest.mark.parametrize("name", ["", "Kari Nordmann", "../ELEV", "ÆØÅ", "CON", "[/]", "A" * 33])
async def test_a_bad_name_is_refused_beside_the_field_and_nothing_is_made(
    stage: Stage, name: str
) -> None:
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.press("c")
        await pilot.pause()
        row = app.screen.query_one(EntryRow)
        row.set_values({"name": name})
        await pilot.press("enter")
        await pilot.pause()
        page: object = app.screen
        assert isinstance(page, NewCasePage)
        assert stage.words("That can't be the name of a log") in shown(app.screen)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen == app.home
    assert app.chosen == []
    assert stage.vault.list() == ()


async def test_a_name_that_is_taken_is_refused(stage: Stage) -> None:
    stage.ready_case("ELEV-A")
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.press("c")
        await pilot.pause()
        app.screen.query_one(EntryRow).set_values({"name": "elev-a"})
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, NewCasePage)
    assert len(stage.vault.list()) == 1


def test_the_proposed_name_is_free(stage: Stage) -> None:
    room = HomeRoom(stage.vault, stage.clock, stage.structures, OSLO, "")
    assert free_name(room) == "BTI-1"
    made = make_case(room, free_name(room), "nb", "kindergarten", rehearsal=True)
    assert made == "BTI-1"
    assert not isinstance(made, Refusal)
    assert free_name(room) == "BTI-2"


async def test_a_case_that_turns_out_damaged_is_told_and_not_opened(stage: Stage) -> None:
    stage.ready_case("ELEV-B", NOON + timedelta(days=1))
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        spoil(stage, "ELEV-B")
        await pilot.press("v", "enter")
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        assert "ELEV-B" in shown(app.home)
    assert app.chosen == []


async def test_a_log_without_a_meeting_is_prepared_before_it_is_led(stage: Stage) -> None:
    stage.case()
    app = Opened(stage)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("v", "enter")
        await pilot.pause()
        assert marked(app) == "setup"
        await pilot.press("1")
        await pilot.pause()
        assert stage.words("No meeting is planned") in shown(app.home)
    assert app.chosen == []
