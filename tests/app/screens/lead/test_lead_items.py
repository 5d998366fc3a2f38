"""No item that a structure may ask for is a dead key: each opens something, whoever made it."""

from __future__ import annotations

from pathlib import Path

from phases.commands.clock import Start
from phases.commands.log import ActivityAdd
from phases.commands.participants import ParticipantAdd
from phases.commands.welcome import ConsentTold
from phases.proposal import TOLD
from phases.structures import BUILT_IN
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat


async def test_each_item_opens_a_form_or_a_list(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    seat.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
    seat.do(ParticipantAdd(label="Fritidskontakt", role="service", service="fritid"), Start())
    seat.do(ConsentTold(), ActivityAdd(title="Roleg start", owner="Mor"))
    dead = []
    async with seat.seated():
        for item in BUILT_IN:
            if item in TOLD:
                continue
            seat.screen.open_item(item)
            await seat.settle()
            opened = walks.page(seat) is not seat.screen or walks.panel(seat).form is not None
            dead += [] if opened else [item]
            await seat.press("escape", "escape")
    assert dead == []


async def test_who_can_contribute_is_asked_of_all_and_nobody_is_shown_to_lack_anything(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    seat.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"), Start())
    async with seat.seated():
        seat.screen.open_item("everyone-active")
        await seat.settle()
        offered = walks.labels(seat)
        assert {"Kontaktlærar", "Mor", "Helsesjukepleiar"} <= set(offered)
        assert offered[-1] == "Alle er spurde"
        await walks.pick(seat, "Mor")
        assert walks.values(seat)["owner"] == "Mor"
