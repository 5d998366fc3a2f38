"""Killed in the fifth part, and opened again: nothing acknowledged is lost (design §4.8)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.play.clock import VirtualClock
from app.play.player import Player, beginning
from app.play.script import read_script
from data.caselog import CaseLog, Done
from data.clock import SystemClock
from data.entry import NewEntry
from data.structures import shipped
from data.vault import Vault
from phases.clock import Stamp
from phases.commands.clock import Next, Start
from phases.commands.talk import Answered
from phases.floor import floor
from phases.pace import pace
from tests.app.terminal.terminal import Terminal
from tests.phases.room import OSLO

pytestmark = pytest.mark.terminal

SET_UP = """
now case-new id=ELEV-A language=nn
participant-add label=Rektor role=head duties=leader,summariser
participant-add label=Kontaktlærar role=teacher duties=writer
participant-add label=Mor role=guardian
participant-add label=Helsesjukepleiar role=service service=Skulehelsetenesta
participant-add label=PPT-rådgjevar role=service service=PPT
participant-add label=Inspektør role=other duties=guard in-log=no
consent-add by=Mor covers=log
consent-add by=Mor covers=Skulehelsetenesta
consent-add by=Mor covers=PPT
meeting-plan place="Møterom 2"
"""


def in_the_fifth_part(vault: Vault) -> CaseLog:
    """A real journal, with a meeting that has come to the offers."""
    clock = SystemClock()
    lines = read_script(SET_UP)
    played = Player(VirtualClock(beginning(lines, OSLO), OSLO, clock), shipped()).play(lines)
    at = clock.stamp().utc
    vault.create("ELEV-A", at, NewEntry("setup", at, "", "play", played.tables))
    log = vault.open("ELEV-A", clock, shipped())
    steps = [Start(), Next(), Next(), *[Answered()] * 4, Next(), Next()]
    for step in steps:
        assert isinstance(log.do(step), Done), step.name
    return log


def test_a_window_killed_in_part_five_goes_on_there_with_the_time_right_and_one_question(
    tmp_path: Path, opened: list[Terminal]
) -> None:
    vault = Vault(tmp_path / "vault")
    log = in_the_fifth_part(vault)
    first = Terminal("lead", "ELEV-A", vault=vault.folder)
    opened.append(first)
    first.until("Tilbod")
    first.press("\r")
    first.until("Kan hjelpe med")
    first.press("Fire samtalar\r")
    first.until("No: PPT seier")
    first.kill()

    log.refresh()
    acknowledged = {offer.text for offer in log.case.offers.values()}
    assert acknowledged == {"Fire samtalar"}
    asleep_s = 180.0
    _pretend_killed_earlier(vault, asleep_s)

    second = Terminal("lead", "ELEV-A", vault=vault.folder)
    opened.append(second)
    second.until("Ingen var her")
    second.press("1")
    second.until(lambda text: "Ingen var her" not in text and "Fire samtalar" in text)
    log.refresh()
    sitting = log.case.sitting
    assert sitting is not None
    assert sitting.line.phase == "offers"
    now = SystemClock().stamp()
    assert sitting.line.since is not None
    true_s = (now.utc - sitting.line.runs[-1].started.utc).total_seconds()
    assert pace(sitting, now).used_s == pytest.approx(true_s, abs=1.0)
    turn = floor(log.case, sitting).now
    assert turn is not None
    assert turn.service == "PPT"
    away = [event for event in sitting.events if event.kind == "away"]
    assert [event.args["answer"] for event in away] == ["count"]
    second.press("q")
    assert second.ended() == 0


def _pretend_killed_earlier(vault: Vault, seconds: float) -> None:
    """Put the dead window's last touch back in time, instead of waiting for it to grow old."""
    now = SystemClock().stamp()
    earlier = Stamp(
        now.utc - timedelta(seconds=seconds),
        now.boot,
        now.awake_s - seconds if now.awake_s is not None else None,
    )
    vault.presence("ELEV-A", "lead", 999_999).touch(earlier)
    folder = vault.folder
    for file in folder.rglob("*.here"):
        if "999999" not in file.name:
            file.unlink()


def test_half_typed_text_is_there_again_after_a_kill(
    tmp_path: Path, opened: list[Terminal]
) -> None:
    vault = Vault(tmp_path / "vault")
    in_the_fifth_part(vault)
    first = Terminal("lead", "ELEV-A", vault=vault.folder)
    opened.append(first)
    first.until("Tilbod")
    first.press("a")
    first.until("Nytt i loggen")
    first.press("Leksehjelp kvar")
    drafts = vault.drafts("ELEV-A")
    first.until(lambda _: any(d.text == "Leksehjelp kvar" for d in drafts.load("lead").values()))
    first.kill()

    second = Terminal("lead", "ELEV-A", vault=vault.folder)
    opened.append(second)
    second.until("Tilbod")
    second.press("a")
    second.until("Leksehjelp kvar")
    second.press("\x1b")
    second.kill()
