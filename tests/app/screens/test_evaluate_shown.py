"""What the evaluation shows: kind remarks, hostile text as text, and what the clock measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.screens.evaluate_answer import Answer, shown_text
from app.screens.evaluate_measured import (
    MeasuredTable,
    measured_lines,
    measured_rows,
    signs_words,
)
from app.wording.over_or_under import over_or_under
from app.words import Words
from data.caselog import CaseLog
from phases.commands.afterwards import Evaluate
from tests.app.screens.evaluating import saved, screen_over
from tests.app.screens.held import hold
from tests.app.screens.stage import HOSTILE, LARGE, SMALL, Stage, do, shown


@pytest.mark.parametrize("text", ["Bra av Mor", "PPT-rådgjevar snakka lenge", "ELEV-A var roleg"])
async def test_a_text_that_names_somebody_gets_a_kind_line_and_is_saved(
    stage: Stage, log: CaseLog, text: str
) -> None:
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        answer = screen.query(Answer).first()
        answer.field.text = text
        await pilot.pause()
        screen.save()
        assert answer.hint == stage.words("Here we talk about the meeting, not about the child.")
        answer.field.text = "Vi heldt tida"
        await pilot.pause()
        screen.save()
        assert answer.hint == ""
    assert saved(log).a == "Vi heldt tida"


async def test_a_phone_number_gets_its_own_kind_line(stage: Stage, log: CaseLog) -> None:
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        answer = screen.query(Answer).first()
        answer.field.text = "ring 91 23 45 67"
        await pilot.pause()
        screen.save()
        expected = stage.words("This looks like a phone number. It isn't needed here.")
        assert answer.hint == expected


async def test_a_remark_is_there_again_when_the_screen_is_opened_again(
    stage: Stage, log: CaseLog
) -> None:
    do(log, Evaluate(b="Far sa mykje"))
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        assert screen.query_one("#answer-b", Answer).hint


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_shown_as_text(stage: Stage, log: CaseLog, text: str) -> None:
    do(log, Evaluate(a=f"før {text} etter"))
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        field = screen.query(Answer).first().field
        from textual.events import Paste

        await field._on_paste(Paste(f"\x1b[31m{text}\r\n\u202e2"))
        await pilot.pause()
        seen = shown(screen)
        assert "\x1b" not in seen
        assert "\u202e" not in seen
        assert "\x1b" not in field.text
        if text.isprintable():
            assert f"før {text} etter" in seen


def test_a_text_with_half_a_character_is_shown_and_does_not_stop_anything() -> None:
    assert shown_text("a\ud800b") == "a\ufffdb"


def test_the_table_tells_each_part_in_words(stage: Stage, log: CaseLog) -> None:
    rows = measured_rows(log.case, stage.structures, Words("en"))
    assert [(r.planned, r.more, r.used, r.paused, r.verdict) for r in rows] == [
        ("5", "", "5:00", "", "as planned"),
        ("5", "", "6:20", "1:20", "1 min over"),
        ("10", "+ 1", "10:25", "", "40 s to spare"),
        ("5", "", "2:50", "", "2 min to spare"),
        ("10", "", "1:00", "", "9 min to spare"),
        ("5", "", "", "", "not begun"),
        ("5", "", "", "", "not begun"),
        ("45", "", "25:35", "1:20", "19 min to spare"),
    ]
    assert rows[0].title == "Welcome"
    assert rows[-1].title == "In all"


def test_signs_are_counted_by_kind_and_never_by_name(log: CaseLog) -> None:
    told = signs_words(log.case, Words("en"))
    assert told == "3 signs: the time 1, the topic 1, nothing in particular 1"


async def test_a_meeting_without_signs_says_so(stage: Stage) -> None:
    log = stage.ready_case()
    assert signs_words(log.case, Words("en")) == "The viddevakt gave no sign."


async def test_no_participant_is_named_on_the_screen(stage: Stage, log: CaseLog) -> None:
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test(size=LARGE) as pilot:
        await pilot.pause()
        seen = shown(screen)
        for person in log.case.participants.values():
            assert person.label not in seen
            assert not person.service or person.service not in seen


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "as planned"),
        (14, "as planned"),
        (-14, "as planned"),
        (20, "20 s over"),
        (-40, "40 s to spare"),
        (58, "1 min over"),
        (-95, "2 min to spare"),
        (600, "10 min over"),
    ],
)
def test_a_difference_is_told_as_people_would(seconds: float, told: str) -> None:
    assert over_or_under(seconds, Words("en")) == told


@pytest.mark.parametrize(("language", "size"), [("nn", SMALL), ("nb", LARGE), ("en", SMALL)])
async def test_the_figures_stand_in_columns_with_the_pause_beside_what_was_used(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    stage = Stage(tmp_path, language)
    log = stage.ready_case()
    hold(stage, log)
    screen = screen_over(stage, log)
    async with stage.app(lambda: screen).run_test(size=size) as pilot:
        await pilot.pause()
        table = screen.query_one(MeasuredTable)
        heading, *lines = measured_lines((table._heading, *table.rows), table.content_size.width)
    words = stage.words
    plan, used, paused = (
        heading.index(words(name)) + len(words(name)) for name in ("Plan", "Used", "Pause")
    )
    assert plan < used < paused
    assert heading[used:paused].split() == [words("Pause")]
    for row, line in zip(table.rows, lines, strict=True):
        assert line[:plan].endswith(f" {row.planned}")
        assert line[:used].endswith(row.used or " ")
        assert line[:paused].endswith(row.paused or " ")
        assert line[paused:].strip() == row.verdict


@pytest.mark.parametrize("width", [20, 40, 60, 74, 120])
def test_every_line_of_the_table_has_the_same_width(stage: Stage, log: CaseLog, width: int) -> None:
    rows = measured_rows(log.case, stage.structures, Words("nn"))
    lines = measured_lines(rows, width)
    assert {len(line) for line in lines} == {width}
    if width >= 60:
        assert all(row.verdict in line for row, line in zip(rows, lines, strict=True))
