"""Safe by default: the screen is mirrored, and guardians read every word of it (design §8)."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from phases.changes import Finding
from phases.commands.choosing import Choose, OfferAdd
from phases.commands.closing import FamilyLeft
from phases.commands.log import ActivityAdd, Park, ParkedHandle
from phases.commands.talk import Guard, GuardKindCommand
from tests.app.screens.lead import walks
from tests.app.screens.lead.canaries import CANARY, before
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import SIZES, phase, sitting
from tests.phases.room import OSLO
from tests.phases.walk import PHASES

EFFECTS = ("ikkje nok hjelp", "negativ", "for tidleg", "delvis", "ynskt")
LATE = ("forseinka", "etter skjema", "for seint", "overtid")
CODES = re.compile(r"\b(R-[A-Z]\d|INV-\d|S\d-\d|E-[A-Z])")


def during(seat: Seat, at: str) -> None:
    """What happens in one part, again with canaries."""
    if at == "description":
        seat.do(
            ActivityAdd(
                title="Leksehjelp",
                owner="Kontaktlærar",
                tried=True,
                effect="negative",
                comment=f"{CANARY} ende",
            )
        )
    if at == "clarifying":
        seat.do(Guard())
        seat.do(GuardKindCommand("early-offer", "parked"))
        seat.do(Park(f"{CANARY} parkert"))
        parked = next(iter(seat.case.parked.values()))
        seat.do(ParkedHandle(parked.id, "dropped"))
    if at == "offers":
        seat.do(OfferAdd("PPT", "Rettleiing", f"{CANARY} syn"))
    if at == "decision":
        first = seat.case.offers_in(sitting(seat).meeting.id)[0]
        seat.do(Choose((first.id,)))


def unsafe(text: str) -> list[str]:
    """What stands on a wall and shouldn't."""
    small = text.casefold()
    found = [word for word in (CANARY, *EFFECTS, *LATE, "elev-a", "føresett 1") if word in small]
    return found + CODES.findall(text)


@pytest.mark.parametrize("size", SIZES)
async def test_no_part_shows_how_it_went_how_late_it_is_or_what_a_rule_says(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    seat = Seat(tmp_path)
    before(seat)
    async with seat.seated(*size):
        assert unsafe(seat.wall()) == []
        for at in PHASES:
            walks.go_to(seat, at)
            during(seat, at)
            await walks.wait(seat, 83)
            wall = seat.wall()
            assert unsafe(wall) == [], (at, wall)
        walks.go_over(seat)
        await seat.settle()
        assert unsafe(seat.wall()) == []


async def test_a_finished_part_has_a_tick_and_no_time(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(120, 36):
        for at in PHASES:
            walks.go_to(seat, at)
            await walks.wait(seat, 83)
            done = [row for row in walks.parts(seat).rows if row.mark == "done"]
            assert [row.minutes for row in done] == [""] * len(done)
            assert "01:23" not in seat.wall()


async def test_a_late_meeting_says_only_when_it_ends(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(120, 36):
        await walks.arrive(seat, "description")
        await walks.wait(seat, 600)
        await walks.arrive(seat, "clarifying")
        await walks.wait(seat, 600 + 241)
        assert walks.line(seat, "head-right") == "Ferdig ca. 13.50"
        walks.go_to(seat, "offers")
        await seat.settle()
        assert unsafe(seat.wall()) == []
        await seat.press("enter", "escape", "n")
        assert unsafe(seat.wall()) == []


async def test_a_remark_names_nobody_while_the_family_is_in_the_room(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "closing")
        seat.screen._remarks = (Finding("R-M13", {"names": "Inspektør"}),)
        await seat.press("d")
        assert "Kva kan du bidra med" in seat.wall()
        assert "Inspektør" not in seat.wall()
        await seat.press("escape")
        walks.go_over(seat)
        seat.do(FamilyLeft())
        await seat.settle()
        await seat.press("d")
        assert "dette arbeidet?»: Inspektør" in seat.wall()


async def test_after_a_sign_the_keys_that_answer_it_stand_quietly_unless_the_family_speaks(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "description")
        await seat.press("v")
        assert "p: ta det etterpå" not in seat.wall()
        await walks.arrive(seat, "clarifying")
        await seat.press("v")
        assert "p: ta det etterpå   +: eitt minutt til" in seat.wall()
        await seat.press("plus", "v", "p")
        await seat.type("SFO", then="enter")
        outcomes = [sign.outcome for sign in seat.case.interventions.values()]
        assert outcomes == ["back", "extended", "parked"]


async def test_half_typed_text_stands_in_its_field_and_nowhere_else(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(120, 36):
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type(CANARY)
        assert seat.wall().count(CANARY) == 1
        assert CANARY not in "".join(row.what for row in walks.lines(seat))
        other = seat.vault.open("ELEV-A", seat.clock, seat.desk.structures)
        assert CANARY not in str(other.case.activities)
        await seat.press("escape")
        assert CANARY not in seat.wall()


async def test_a_remark_is_a_count_until_somebody_asks(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        seat.do(OfferAdd("PPT", "Rettleiing"))
        await seat.press("a")
        await seat.type("Leksehjelp", then="tab")
        await seat.type("Mor", then="enter")
        said = walks.line(seat, "message")
        assert "R-M" not in said


async def test_who_lacks_an_activity_is_not_named_on_the_screen(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "closing")
        while not sitting(seat).meeting.staff_stay:
            walks.step(seat)
        await seat.settle()
        await seat.press("n")
        assert sitting(seat).state == "closed"
        assert walks.line(seat, "message") == ""
        seat.do(FamilyLeft())
        await seat.settle()
        assert walks.line(seat, "message") == "d: 1 merknad"


async def test_the_window_title_says_nothing_about_the_case(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        assert seat.app.title == "viddevakt"
        assert seat.app.sub_title == ""
        assert not seat.screen.title
        assert not seat.screen.sub_title


def test_the_canaries_reach_the_records(tmp_path: Path) -> None:
    """Else the tests above would hold by themselves."""
    seat = Seat(tmp_path)
    before(seat)
    for at in PHASES:
        walks.go_to(seat, at)
        during(seat, at)
    case = seat.case
    assert CANARY in "".join(a.comment for a in case.activities.values())
    assert CANARY in "".join(p.text for p in case.parked.values())
    assert CANARY in "".join(o.view for o in case.offers.values())
    assert CANARY in "".join(e.a for e in case.evaluations.values())
    assert CANARY in "".join(p.name for p in case.participants.values())
    assert "early-offer" in [i.kind for i in case.interventions.values()]
    assert phase(seat) == "closing"
    when = sitting(seat).meeting.at
    assert isinstance(when, datetime)
    assert when.astimezone(OSLO).date() == date(2027, 2, 2)


async def test_while_the_family_says_goodbye_no_remark_and_no_question_stands_on_the_wall(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        walks.go_over(seat)
        seat.screen._remarks = (Finding("R-M13", {"names": "Inspektør"}),)
        await seat.settle()
        assert "merknad" not in seat.wall()
        assert "Er familien" not in seat.wall()
        assert "Enter: etterpå" in seat.wall()
        assert "f det som er att" not in seat.wall()
        await seat.press("enter")
        assert "Er familien gått?" in seat.wall()
        await seat.press("escape")
        seat.do(FamilyLeft())
        await seat.settle()
        assert "d: 1 merknad" in seat.wall()
        assert "f det som er att" in seat.wall()
