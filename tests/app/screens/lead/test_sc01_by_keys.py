"""SC-01, led from the keyboard by one person (domain §6)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from phases.pace import pace
from tests.app.screens.lead.seat import Seat

AT_MOST = 35
"""Key presses outside text fields, Enter included."""


async def test_sc01_takes_at_most_35_keys_and_no_typing_in_parts_1_and_3(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await seat.press("enter")
        assert seat.case.sitting is not None
        assert seat.case.sitting.state == "running"
        await seat.press("enter")
        await seat.press("n", after=300)

        await seat.press("a")
        await seat.type("Fast plass", then="tab")
        await seat.type("Kontaktlærar", then="enter")
        await seat.press("f2", after=300)

        await seat.press("enter", "enter", "enter", "enter")
        await seat.press("n", after=600)

        await seat.press("1")
        await seat.type("Kome godt i gang om morgonen", then="enter")
        await seat.press("a")
        await seat.type("Tidlegare leggetid", then="tab")
        await seat.type("Mor", then="enter")
        await seat.press("f2", after=300)

        await seat.press("enter")
        await seat.type("Fire samtalar", then="enter")
        await seat.press("enter")
        await seat.type("Rettleiing til læraren", then="enter")
        await seat.press("n", after=600)

        await seat.press("1", "1", "enter", "1")
        await seat.type("", then="tab")  # waits for the form that has just been opened
        await seat.press("tab")
        await seat.type("9. feb", then="enter")
        await seat.press("a")
        await seat.type("Roleg start måndag", then="tab")
        await seat.type("Kontaktlærar", then="enter")
        await seat.press("enter")
        await seat.press("enter", "enter")
        await seat.press("n", after=300)

        await seat.press("1")
        await seat.type("2.3.", then="enter")
        await seat.type("Mor", then="tab")
        await seat.type("samtale heime", then="tab")
        await seat.type("i dag", then="enter")
        await seat.press("3")
        await seat.press("n", after=300)

    sitting = seat.case.sitting
    assert sitting is not None
    assert sitting.state == "closed"
    meeting = sitting.meeting
    assert meeting.introductions == "skipped"
    assert meeting.challenge == "Kome godt i gang om morgonen"
    assert meeting.hand_over is not None
    assert meeting.hand_over.accepted
    assert seat.case.label(seat.case.facts.relay_holder) == "Helsesjukepleiar"
    assert meeting.next_meeting is not None
    assert meeting.next_meeting.on == date(2027, 3, 2)
    assert meeting.inform_child is not None
    assert meeting.inform_child.how == "samtale heime"
    agreed = {a.title: seat.case.label(a.owner) for a in seat.case.agreed_in(meeting.id)}
    assert agreed == {
        "Tidlegare leggetid": "Mor",
        "Fire samtalar": "Helsesjukepleiar",
        "Roleg start måndag": "Kontaktlærar",
    }
    assert len(meeting.read_aloud) == 3
    at = pace(sitting, seat.clock.stamp())
    assert at.total_s == 2700.0
    assert at.lateness_s == 0.0
    assert not seat.case.interventions
    assert seat.presses <= AT_MOST, seat.presses
