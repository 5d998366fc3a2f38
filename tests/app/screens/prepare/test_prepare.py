"""The preparing of a meeting by its keys, at the sizes of a laptop and of a projector."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import OptionList

from app.screens.papers.preview import PreviewPage
from app.screens.prepare import PrepareScreen
from app.screens.prepare.ask_text import AskText
from app.screens.setup import SetupScreen
from app.screens.text_to_send import Outbox, TextToSend
from data.caselog import CaseLog
from data.errors import DiskError
from data.shelf import Shelf
from phases.changes import Refusal
from phases.commands.planning import MeetingPlan
from tests.app.screens.stage import HOSTILE, LARGE, SMALL, Stage, do, shown, type_in
from tests.phases.room import NOON


def preparing(stage: Stage, log: CaseLog, opened: list[str] | None = None) -> PrepareScreen:
    """The screen over this log; opening the set-up is only noted."""
    asked = opened if opened is not None else []
    shelf, kept = Shelf(stage.vault, log.case.id, stage.clock), list[str]()
    outbox = Outbox(shelf, stage.vault.folder, keep_sender=kept.append)
    return PrepareScreen(log, stage.words, asked.append, outbox)


async def test_each_line_is_done_by_enter_and_taken_back_by_u(stage: Stage) -> None:
    log, opened = stage.ready_case(), list[str]()
    screen = preparing(stage, log, opened)
    app = stage.app(lambda: screen)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        listed = screen.query_one(OptionList)
        assert listed.get_option_at_index(listed.highlighted or 0).id == "purpose"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, AskText)
        await type_in(pilot, "Vi ser på hausten")
        await pilot.press("enter", "down", "enter", "down", "enter")  # people, then consents
        await pilot.pause()
        assert opened == ["consents"]
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, AskText)
        assert not log.case.own_systems
        await type_in(pilot, "WebSak")
        await pilot.press("enter", "down", "down", "enter")
        await pilot.pause()
        await type_in(pilot, "Sund skule, tlf. 12 34 56 78")
        await pilot.press("enter", "enter")  # its line goes, and the summons comes up
        await pilot.pause()
        assert screen.outbox is not None
        assert screen.outbox.sender == "Sund skule, tlf. 12 34 56 78"
        page: object = app.screen
        assert isinstance(page, TextToSend)
        await pilot.press("escape")
        await pilot.pause()
        assert [t.system for t in log.case.own_systems.values()] == ["WebSak"]
        await pilot.press("u")
        await pilot.pause()
        meeting = log.case.sitting.meeting if log.case.sitting else None
        assert meeting is not None
        assert (meeting.purpose, meeting.attendance_cleared) == ("Vi ser på hausten", True)
        assert not log.case.own_systems
        await pilot.press("p", "3")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        paper: object = app.screen
        assert isinstance(paper, PreviewPage)
        assert "BTI-MØTE PÅ INDIVIDNIVÅ" in shown(paper)
        await pilot.press("escape", "p", "1")
        await pilot.pause()
        await app.workers.wait_for_complete()
        (made,) = stage.vault.papers("ELEV-A").iterdir()
        assert made.name == "ELEV-A-agenda-2027-01-19.pdf"
        assert made.stat().st_mode & 0o777 == 0o600
        assert made.name in shown(screen)


async def test_what_cant_be_saved_stays_where_it_was_typed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_commands: object) -> None:
        raise DiskError("disk-full", path="x")

    log = stage.ready_case()
    screen = preparing(stage, log)
    app = stage.app(lambda: screen)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await type_in(pilot, "Vi ser på hausten")
        with monkeypatch.context() as broken:
            broken.setattr(log, "do", full)
            await pilot.press("enter")
            await pilot.pause()
        page: object = app.screen
        assert isinstance(page, AskText)
        assert "Disken er full" in shown(page)
        # Saved from another window meanwhile: it is shown, and only then written over.
        do(log, MeetingPlan(purpose="Frå ei anna"))
        await pilot.press("enter")
        await pilot.pause()
        assert "«Frå ei anna»" in " ".join(shown(page).split())
        assert "purpose" not in shown(page)
        assert purpose(log) == "Frå ei anna"
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is screen
    assert purpose(log) == "Vi ser på hausten"


def purpose(log: CaseLog) -> str:
    return log.case.sitting.meeting.purpose if log.case.sitting else ""


@pytest.mark.parametrize(("was", "kept"), [("Gamalt", False), ("", True), (None, True)])
def test_a_purpose_is_changed_from_what_it_was(stage: Stage, was: str | None, kept: bool) -> None:
    log = stage.ready_case()
    if was is not None and not kept:
        do(log, MeetingPlan(purpose="Nytt"))
    done = log.do(MeetingPlan(purpose="Mitt", purpose_was=was))
    assert isinstance(done, Refusal) is not kept
    assert purpose(log) == ("Mitt" if kept else "Nytt")


async def test_a_paper_is_kept_though_the_screen_was_left_while_it_was_made(stage: Stage) -> None:
    screen = preparing(stage, stage.ready_case())
    app = stage.app(lambda: screen)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("p", "2", "escape")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert not screen.is_attached
    (made,) = stage.vault.papers("ELEV-A").iterdir()
    assert made.suffix == ".docx"


@pytest.mark.parametrize("size", [SMALL, LARGE, (60, 16)])
async def test_all_of_it_is_reached_at_each_size_and_nothing_typed_is_markup(
    stage: Stage, size: tuple[int, int]
) -> None:
    log = stage.ready_case()
    do(log, MeetingPlan(place=HOSTILE[1], purpose=HOSTILE[2]))
    screen = preparing(stage, log)
    async with stage.app(lambda: screen).run_test(size=size) as pilot:
        await pilot.pause()
        assert HOSTILE[1] in shown(screen).replace("\n", "")
        await pilot.press("end")
        await pilot.pause()
        assert "Viddevakt" in shown(screen)
        assert all(len(line) <= size[0] for line in shown(screen).splitlines())


async def test_the_reminder_of_the_duty_to_report_stands_here(tmp_path: Path) -> None:
    stage = Stage(tmp_path, "en")
    screen = preparing(stage, stage.ready_case())
    app = stage.app(lambda: screen)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        seen = " ".join(shown(screen).split())
        assert "The duty to report:" in seen
        assert "small pause." in seen
        await pilot.resize_terminal(*SMALL)
        await pilot.pause()
        assert "The duty to report applies whatever" in shown(screen)
        await pilot.press("question_mark")
        await pilot.pause()  # a page that isn't laid out yet has nothing to roll
        await pilot.press(*("pagedown",) * 6)
        await pilot.pause()
        assert "small pause." in " ".join(shown(app.screen).split())


async def test_the_set_up_leads_here_by_its_key(stage: Stage) -> None:
    left: list[str | None] = []
    screen = SetupScreen(stage.ready_case(at=NOON), stage.words, stage.around)
    app = stage.app(lambda: screen)
    async with app.run_test() as pilot:
        await pilot.pause()
        app.pop_screen()
        app.push_screen(SetupScreen(stage.vault.open("ELEV-A", stage.clock, stage.structures),
                                    stage.words, stage.around), left.append)  # fmt: skip
        await pilot.pause()
        await pilot.press("f")
        await pilot.pause()
    assert left == ["prepare"]
