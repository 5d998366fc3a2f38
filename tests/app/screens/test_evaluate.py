"""The evaluation: open to the staff alone, saved as typed, about the meeting and not the child."""

from __future__ import annotations

from pathlib import Path

import pytest

import app.screens.evaluate as evaluate_module
from app.screens.confirm import ConfirmScreen
from app.screens.evaluate import SAVE_S
from app.screens.evaluate_answer import Answer
from app.screens.evaluate_measured import (
    MeasuredTable,
)
from app.wording.questions import LABELS
from data.caselog import CaseLog
from phases.commands.afterwards import Evaluate
from phases.commands.clock import Start
from tests.app.screens.evaluating import saved, screen_over
from tests.app.screens.held import hold
from tests.app.screens.stage import LARGE, SMALL, Stage, do, said, shown, type_in

# -- opening


@pytest.mark.parametrize("begun", [False, True])
async def test_before_the_meeting_is_over_it_refuses_in_words(stage: Stage, begun: bool) -> None:
    log = stage.ready_case()
    if begun:
        do(log, Start())
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        assert stage.words("The evaluation opens after the meeting") in shown(screen)
        assert not screen.query_one("#evaluate-questions").display
        await pilot.press("a", "tab", "b")
        screen.save()
    assert not log.case.evaluations


async def test_a_case_without_a_meeting_refuses_too(stage: Stage) -> None:
    screen = screen_over(stage, stage.case())
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        assert stage.words("The evaluation opens after the meeting") in shown(screen)


@pytest.mark.parametrize(("key", "opened"), [("j", True), ("n", False), ("escape", False)])
async def test_it_asks_whether_the_family_has_left(stage: Stage, key: str, opened: bool) -> None:
    log = stage.ready_case()
    hold(stage, log, family_left=False)
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        assert isinstance(pilot.app.screen, ConfirmScreen)
        assert stage.words("Has the family left?") in shown(pilot.app.screen)
        await pilot.press("enter", key)
        await pilot.pause()
        assert screen.query_one("#evaluate-questions").display is opened
        shut = stage.words("The evaluation is for the staff alone")
        assert (shut in shown(screen)) is not opened
    assert log.case.sitting is not None
    assert log.case.sitting.meeting.family_left is opened


@pytest.mark.parametrize(("language", "size"), [("nn", SMALL), ("nb", LARGE), ("en", SMALL)])
async def test_the_five_questions_stand_together_in_their_order(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    stage = Stage(tmp_path, language)
    log = stage.ready_case()
    hold(stage, log)
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test(size=size) as pilot:
        await pilot.pause()
        asked = [said(a.query(".answer-question").first()) for a in screen.query(Answer)]
        assert asked == [f"{q}  {stage.words(LABELS[q])}" for q in "abcde"]
        if size == LARGE:
            seen = shown(screen)
            assert all(question in seen for question in asked)


async def test_question_c_stands_beside_the_table_where_there_is_room(
    stage: Stage, log: CaseLog
) -> None:
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test(size=LARGE) as pilot:
        await pilot.pause()
        answer, table = screen.query_one("#answer-c"), screen.query_one(MeasuredTable)
        assert table.region.x > answer.region.right
        assert table.region.y == answer.region.y
        await pilot.resize_terminal(*SMALL)
        await pilot.pause()
        assert table.region.y >= answer.region.bottom


async def test_every_field_can_be_reached_and_seen_at_80_by_24(stage: Stage, log: CaseLog) -> None:
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test(size=SMALL) as pilot:
        await pilot.pause()
        for question in "abcde":
            field = screen.query_one(f"#answer-{question}", Answer).field
            assert field.has_focus
            assert screen.query_one("#evaluate-questions").region.contains_region(field.region)
            await pilot.press("tab")
            await pilot.pause()


# -- saving


async def test_what_is_typed_is_saved_without_leaving_the_field(
    stage: Stage, log: CaseLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert SAVE_S <= 2.0
    monkeypatch.setattr(evaluate_module, "SAVE_S", 0.02)
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await type_in(pilot, "god tid")
        await pilot.pause(0.1)
        await pilot.pause()
        assert saved(log).a == "god tid"
        assert said(screen.query_one("#evaluate-state")) == stage.words("Everything is saved")


async def test_the_time_to_saving_is_not_put_off_by_more_keys(
    stage: Stage, log: CaseLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Real seconds: a busy machine would save between the two keys.
    monkeypatch.setattr(evaluate_module, "SAVE_S", 60.0)
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await type_in(pilot, "a")
        first = screen._soon
        await type_in(pilot, "b")
        assert first is not None
        assert screen._soon is first


async def test_leaving_a_field_saves_that_answer_and_no_other(stage: Stage, log: CaseLog) -> None:
    do(log, Evaluate(e="meir tid til avtalen"))
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        before = log.revision
        await type_in(pilot, "ro")
        assert said(screen.query_one("#evaluate-state")) == stage.words("Saving …")
        await pilot.press("tab")
        await pilot.pause()
        assert (saved(log).a, saved(log).e) == ("ro", "meir tid til avtalen")
        assert log.revision == before + 1
        newest = log.history()[-1]
        assert newest.command == "evaluate"
        await pilot.press("tab", "tab", "tab", "tab")
        await pilot.pause()
        assert log.revision == before + 1


async def test_f2_saves_and_tells_what_is_saved_and_what_is_open(
    stage: Stage, log: CaseLog
) -> None:
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("f2")
        await pilot.pause()
        assert stage.words("Nothing written yet, and that is fine") in shown(screen)
        await type_in(pilot, "x")
        await pilot.press("tab", "y", "f2")
        await pilot.pause()
        assert (saved(log).a, saved(log).b) == ("x", "y")
        assert "Lagra: a, b · står ope: c, d, e" in shown(screen)
        do(log, Evaluate(c="x", d="x", e="x"))
        screen._follow()
        await pilot.press("f2")
        await pilot.pause()
        assert stage.words("All five answers are saved") in shown(screen)
        assert pilot.app.screen is screen


@pytest.mark.parametrize(("text", "told"), [("x", "The evaluation is saved."), ("", ""), (" ", "")])
async def test_leaving_saves_and_says_so(stage: Stage, log: CaseLog, text: str, told: str) -> None:
    screen = screen_over(stage, log)
    done: list[str | None] = []
    app = stage.app(lambda: ConfirmScreen(stage.words, "?"))
    async with app.run_test() as pilot:
        app.push_screen(screen, done.append)
        await pilot.pause()
        if text:
            await type_in(pilot, text)
        await pilot.press("escape")
        await pilot.pause()
    assert done == [stage.words(told) if told else ""]
    assert [e.a for e in log.case.evaluations.values()] == ([text] if text.strip() else [])


async def test_an_answer_of_several_lines_keeps_them(stage: Stage, log: CaseLog) -> None:
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await pilot.press("a", "enter", "b", "tab")
        await pilot.pause()
    assert saved(log).a == "a\nb"


async def test_an_answer_can_be_emptied_again(stage: Stage, log: CaseLog) -> None:
    do(log, Evaluate(a="x"))
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await pilot.press("delete", "tab")
        await pilot.pause()
    assert saved(log).a == ""


async def test_one_too_long_is_told_beside_its_field_and_holds_up_no_other(
    stage: Stage, log: CaseLog
) -> None:
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        first, second = list(screen.query(Answer))[:2]
        first.field.text = "x" * 1001
        second.field.text = "kort"
        await pilot.pause()
        screen.save()
        assert "1001" in first.hint
        assert saved(log).b == "kort"
        assert saved(log).a == ""
        assert said(screen.query_one("#evaluate-state")).startswith("! ")
        await pilot.press("f2")
        await pilot.pause()
        assert said(screen.query_one("#evaluate-state")).startswith("! ")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ConfirmScreen)
        await pilot.press("n")
        await pilot.pause()
        first.field.text = "kortare"
        await pilot.pause()
        screen.save()
        assert first.hint == ""
    assert saved(log).a == "kortare"


async def test_what_another_window_answers_comes_in_but_never_over_what_is_typed(
    stage: Stage, log: CaseLog
) -> None:
    screen = screen_over(stage, log)
    other = stage.vault.open("ELEV-A", stage.clock, stage.structures)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await type_in(pilot, "mitt")
        do(other, Evaluate(a="deira", b="frå dei"))
        screen._follow()
        await pilot.pause()
        texts = {a.question: a.text for a in screen.query(Answer)}
        assert (texts["a"], texts["b"]) == ("mitt", "frå dei")
        screen.save()
    assert (saved(log).a, saved(log).b) == ("mitt", "frå dei")


# -- remarks


# -- what the clock measured
