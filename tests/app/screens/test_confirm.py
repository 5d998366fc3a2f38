"""Yes or no: Enter decides nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.screens.confirm import Answer, ConfirmScreen
from app.words import Words
from tests.app.screens.stage import HOSTILE, SIZES, Stage, shown


async def answers(stage: Stage, *keys: str) -> list[bool | None]:
    """What the question is answered with after these keys."""
    found: list[bool | None] = []
    app = stage.app(lambda: ConfirmScreen(stage.words, "?"))
    async with app.run_test() as pilot:
        app.push_screen(ConfirmScreen(stage.words, "Ta bort?"), found.append)
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
    return found


@pytest.mark.parametrize(("key", "answer"), [("j", True), ("y", True), ("J", True), ("n", False)])
async def test_a_letter_answers(tmp_path: Path, key: str, answer: bool) -> None:
    assert await answers(Stage(tmp_path), key) == [answer]


async def test_escape_means_no(tmp_path: Path) -> None:
    assert await answers(Stage(tmp_path), "escape") == [False]


async def test_enter_space_and_the_keys_of_a_clicker_decide_nothing(tmp_path: Path) -> None:
    keys = ("enter", "space", "pagedown", "pageup", "tab", "enter", "down", "enter", "f5")
    assert await answers(Stage(tmp_path), *keys) == []


@pytest.mark.parametrize(("language", "key"), [("nn", "J"), ("nb", "J"), ("en", "Y")])
@pytest.mark.parametrize("size", SIZES)
async def test_the_keys_are_shown_in_the_language(
    tmp_path: Path, language: str, key: str, size: tuple[int, int]
) -> None:
    stage = Stage(tmp_path, language)
    screen = ConfirmScreen(stage.words, "?", yes="Remove", no="Keep")
    async with stage.app(lambda: screen).run_test(size=size) as pilot:
        await pilot.pause()
        seen = shown(screen)
        assert f"{key}  Remove" in seen
        assert "N  Keep" in seen


async def test_an_answer_can_be_clicked(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    found: list[bool | None] = []
    app = stage.app(lambda: ConfirmScreen(Words("nn"), "?"))
    async with app.run_test() as pilot:
        app.push_screen(ConfirmScreen(stage.words, "Ta bort?"), found.append)
        await pilot.pause()
        await pilot.click(app.screen.query(Answer).last())
        await pilot.pause()
    assert found == [False]


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_name_in_the_question_is_only_a_name(tmp_path: Path, name: str) -> None:
    stage = Stage(tmp_path)
    screen = ConfirmScreen(stage.words, f"Ta bort {name}?", text=name)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        assert stage.words("Yes") in shown(screen)
        if name.isprintable():
            assert name in shown(screen)
