"""The page with the texts before a meeting: copied, saved, noted, and never sent."""

from __future__ import annotations

import re
from datetime import timedelta

from app.papers.texts import made_text
from app.screens.home_today import HomeChoice
from app.screens.text_to_send import Outbox, TextToSend
from app.window_maker import Windows
from app.wording.refusals import refusal_words
from data.caselog import CaseLog
from data.settings import Settings
from data.shelf import Shelf
from phases.changes import Refusal
from phases.commands.participants import ParticipantEdit
from phases.commands.planning import MeetingPlan
from tests.app.screens.stage import Stage, do, shown
from tests.phases.room import NOON


class Page:
    """The page over a case with a meeting in twelve days."""

    def __init__(self, stage: Stage, *, purpose: str = "Bli einige om vegen vidare") -> None:
        self.log: CaseLog = stage.ready_case(at=NOON + timedelta(days=12))
        edit = ParticipantEdit(who="Føresett 1", language="nb", channel="e-mail")
        do(self.log, MeetingPlan(purpose=purpose), edit)
        self.vault = stage.vault
        self.folder = stage.vault.papers("ELEV-A")
        shelf = Shelf(stage.vault, "ELEV-A", stage.clock)
        outbox = Outbox(shelf, stage.vault.folder, "Sund skule")
        self.page = TextToSend(self.log, stage.words, outbox)

    @property
    def exports(self) -> int:
        return [each.act for each in self.vault.access.history()].count("export")


async def test_a_text_is_copied_or_saved_in_the_readers_language(stage: Stage) -> None:
    it = Page(stage)
    app = stage.app(lambda: it.page)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        seen = shown(it.page)
        assert "Hei! Vi minner om møtet" in seen
        assert stage.words("{used} of {limit} characters", used=99, limit=160)[2:] in seen
        await pilot.press("c")
        await pilot.pause()
        assert app.clipboard.endswith("Helsing Sund skule")
        assert "ELEV" not in app.clipboard
        await pilot.press("2", "right", "right", "right", "s", "s")
        assert "bokmål" in shown(it.page)
        await pilot.press("c")
        second, first = sorted(it.folder.iterdir())
        assert first.name == "ELEV-A-paaminnelse-2027-01-31-e-post.txt"
        assert second.name == "ELEV-A-paaminnelse-2027-01-31-e-post-2.txt"
        assert first.read_text("utf-8").startswith("Emne: Møte søndag 31. januar")
        assert "Beste hilsen\nSund skule\n" in first.read_text("utf-8")
        assert {p.stat().st_mode & 0o777 for p in (first, first.parent)} == {0o600, 0o700}
        [access] = it.vault.access.paths()
        access.unlink()
        access.mkdir()
        await pilot.press("1", "c", "s")
        await pilot.pause()
        assert "Emne" in app.clipboard
        assert len(list(it.folder.iterdir())) == 2
        assert refusal_words(Refusal("R-S1"), stage.words)[:40] in shown(it.page)


async def test_that_it_went_out_is_noted_with_channel_and_day_and_can_be_taken_back(
    stage: Stage,
) -> None:
    it = Page(stage)
    app = stage.app(lambda: it.page)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "2")
        await pilot.pause()
        [notice] = it.log.case.notices.values()
        assert re.fullmatch(r"[a-z-]+\.[a-z]+\.txt [0-9a-f]{8}", notice.template)
        yesterday = NOON.date() - timedelta(days=1)
        assert (notice.kind, notice.channel, notice.sent_on) == ("reminder", "sms", yesterday)
        assert "18. jan." in shown(it.page)
        await pilot.press("u")
        assert not it.log.case.notices
        await pilot.press("3", "n", "1", "1")
        await pilot.pause()
        [notice] = it.log.case.notices.values()
        assert (notice.kind, notice.channel, notice.sent_on) == ("summons", "letter", NOON.date())
        await pilot.press("n", "escape", "u", "u")
        assert not it.log.case.notices
        assert stage.words("There is nothing to undo here.") in shown(it.page)


async def test_where_there_is_no_text_it_says_why_and_copies_nothing(stage: Stage) -> None:
    it = Page(stage, purpose="")
    folder = it.vault.folder / "texts"
    folder.mkdir()
    (folder / "invitation.nn.txt").write_text("Kom\n\n{{ pupose }} [/]", encoding="utf-8")
    app = stage.app(lambda: it.page)
    async with app.run_test(size=(60, 16)) as pilot:
        await pilot.press("3", "c", "s")
        assert "R-P6" in shown(it.page)
        await pilot.press("4", "c", "s")
        seen = " ".join(shown(it.page).split())
        assert "invitation.nn.txt:3: pupose" in seen
        assert "purpose" in seen
        assert app.clipboard == ""
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is not it.page
    assert not it.folder.exists()
    assert it.exports == 0


def test_a_window_is_made_that_has_ones_own_texts(stage: Stage) -> None:
    log = stage.ready_case(at=NOON + timedelta(days=12))
    windows = Windows(stage.vault, stage.words, "Rektor", Settings(), stage.clock)
    page = windows.text(log, "invitation")
    assert isinstance(page, TextToSend)
    assert page._outbox.vault == stage.vault.folder
    assert HomeChoice("text", "ELEV-A").kind == "text"
    assert made_text(page._asked(), "invitation").body
