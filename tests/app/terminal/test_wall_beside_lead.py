"""Two real processes on one case: the leader's window and the wall."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from data.caselog import Done
from data.vault import Vault
from phases.commands.log import ActivityAdd
from tests.app.terminal.terminal import Terminal
from tests.app.terminal.test_kill_and_resume import in_the_fifth_part

pytestmark = pytest.mark.terminal


def test_the_wall_follows_the_leader_waits_when_it_dies_and_writes_nothing(
    tmp_path: Path, opened: list[Terminal]
) -> None:
    vault = Vault(tmp_path / "vault")
    log = in_the_fifth_part(vault)
    lead = Terminal("lead", "ELEV-A", vault=vault.folder)
    opened.append(lead)
    lead.until("Tilbod")
    wall = Terminal("wall", "ELEV-A", vault=vault.folder)
    opened.append(wall)
    wall.until("Skulehelsetenesta")
    assert isinstance(log.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar")), Done)
    wall.until("Leksehjelp")
    lead.until("Leksehjelp")

    journal = vault.folder / "ELEV-A.journal"
    before = journal.read_bytes()
    lead.kill()
    wall.press("n v\r \x1b[6~")
    wall.until("Ventar på møtemaskina")
    assert not re.search(r"█", wall.text())
    wall.press("q")
    assert wall.ended() == 0
    assert journal.read_bytes() == before
    assert not list((vault.folder / "ELEV-A.presence").glob("wall-*"))
    assert re.findall(r"\x1b\][012];([^\x07\x1b]*)", wall.raw) in ([], ["viddevakt"])
