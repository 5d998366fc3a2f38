"""A folder that others share is told of once, where a window is opened, and without its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from app.application import Viddevakt
from app.screens.home import HomeScreen
from app.screens.lead.screen import LeadScreen
from app.window_maker import Windows
from app.wording.store import PLACED, placed_words
from app.words import Words
from data.settings import Settings
from data.vault_folder import check_folder
from tests.app.screens.stage import Stage

LANGUAGES = ("nn", "nb", "en")


def windows(stage: Stage, *notes: str) -> Windows:
    """As the command line makes them."""
    return Windows(stage.vault, stage.words, "", Settings(), stage.clock, notes=notes)


@pytest.mark.parametrize("note", list(PLACED))
async def test_home_says_so_in_a_line_of_its_own(stage: Stage, note: str) -> None:
    made = windows(stage, note)
    home = made.home()
    app = Viddevakt(stage.words, lambda app: app.push_screen(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        line = home.query_one("#home-folder", Static)
        assert str(line.content) == placed_words([note], stage.words)
        assert line.display
        assert line.region.bottom <= 23


async def test_where_all_is_well_home_has_no_such_line(stage: Stage) -> None:
    home = HomeScreen(stage.vault, stage.words, "", stage.clock)
    app = Viddevakt(stage.words, lambda app: app.push_screen(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not home.query_one("#home-folder").display


async def test_lead_says_so_once_and_not_where_home_has(stage: Stage) -> None:
    stage.ready_case()
    for made, told in ((windows(stage, "synced-folder"), True), (_past_home(stage), False)):
        app = Viddevakt(stage.words, lambda _: None)
        async with app.run_test(size=(80, 24)) as pilot:
            for said in (told, False):
                made.open_lead(app, made.desk("ELEV-A"), lambda: None)
                await pilot.pause()
                screen = app.screen
                assert isinstance(screen, LeadScreen)
                assert (
                    placed_words(["synced-folder"], stage.words) in screen.message_now()
                ) == said
                assert str(stage.vault.folder) not in screen.message_now()


def _past_home(stage: Stage) -> Windows:
    made = windows(stage, "synced-folder")
    made.home()
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_are_worded_without_path_and_fit_the_line(language: str) -> None:
    words = Words(language)
    told = {placed_words([note], words) for note in PLACED}
    assert len(told) == len(PLACED)
    assert all(len(line) <= 78 and "/" not in line for line in told)
    assert placed_words([], words) == placed_words(["open-folder"], words) == ""


def test_what_is_told_is_what_the_folder_is_found_to_be(tmp_path: Path) -> None:
    folder = tmp_path / "Nextcloud" / "vault"
    folder.mkdir(parents=True, mode=0o700)
    assert set(check_folder(folder)) & set(PLACED) == {"synced-folder"}
