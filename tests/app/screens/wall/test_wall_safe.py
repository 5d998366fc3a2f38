"""The wall shows what it was handed, and it is handed nothing else (design §8)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.entry import NewEntry
from data.structures import shipped
from data.wall import wall_view
from phases.case import Case
from phases.changes import Refusal
from phases.commands import COMMANDS
from phases.commands.choosing import Choose, HandOverCommand, NoMeasure, OfferAdd
from phases.commands.clock import Hide, Pause, Start
from phases.commands.closing import FamilyLeft
from phases.commands.log import ActivityAdd, Park
from phases.commands.talk import Guard
from phases.fold import fold
from phases.records import TABLES
from phases.rights import may
from phases.structures import Structure
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.wall.canaries import CANARY, Tables, filled, with_canary_ids
from tests.app.screens.wall.hung import Hung
from tests.phases.room import SHIPPED, FakeClock
from tests.phases.walk import PHASES

SIZES = ((80, 24), (120, 36), (200, 50), (20, 5))
MOMENTS = ("planned", *PHASES, "read", "awaited", "over", "left", "hidden", "paused")
CASE = "KANARIFUGL-1"


def bring_to(seat: Seat, moment: str) -> None:
    """Lead to this moment, with something in every table on the way."""
    if moment == "planned":
        return
    order = (*PHASES, "over")
    last = {"left": "over", "hidden": "offers", "paused": "offers"}
    last |= {"read": "decision", "awaited": "decision"}
    for at in order[: order.index(last.get(moment, moment)) + 1]:
        walks.go_over(seat) if at == "over" else walks.go_to(seat, at)
        if at == "description":
            seat.do(ActivityAdd(title="Fast plass", owner="Kontaktlærar", tried=True))
        if at == "clarifying":
            seat.do(Guard(), Park("Det med bussen"))
        if at == "offers":
            seat.do(OfferAdd("PPT", "Rettleiing"))
        if at == "decision" and moment == "read":
            walks.agreed_but_not_read(seat)
        if at == "decision" and moment == "awaited":
            # Chosen and no activity yet; asked about the baton, and the answer comes later.
            seat.do(Choose(("PPT",)), HandOverCommand("PPT-rådgjevar", date(2027, 1, 24)))
            seat.do(ActivityAdd(title="Leksehjelp", owner="Mor"), NoMeasure("Seinare"))
    if moment == "left":
        seat.do(FamilyLeft())
    if moment in ("hidden", "paused"):
        seat.do(*([Hide()] if moment == "hidden" else [Pause(), Hide()]))


def tables(seat: Seat) -> Tables:
    """The case as documents; `Choose` and the others have filled what they fill."""
    found = seat.desk.log._storage.read()
    assert found is not None
    plain: Tables = json.loads(json.dumps(found))
    return {name: docs for name, docs in plain.items() if name in TABLES}


def canaries(wall: Hung) -> list[str]:
    """Where one is heard: screen, titles, the picture that is taken of the screen."""
    places = {
        "screen": wall.text(),
        "title": f"{wall.app.title}{wall.app.sub_title}{wall.screen.title}{wall.screen.sub_title}",
        "picture": wall.app.export_screenshot(),
    }
    # Their title in the picture is the program's; its time of day is nobody's.
    return [name for name, text in places.items() if CANARY in text.casefold()]


def made(seat: Seat, moment: str) -> None:
    """Another case in the vault, come to this moment, that is all canaries."""
    bring_to(seat, moment)
    content = filled(with_canary_ids(tables(seat)), f"{CANARY} tekst")
    at = seat.clock.stamp().utc
    # Not by an import, which takes only what can be exported again: a file may hold anything.
    seat.vault.create(CASE, at, NewEntry(f"{CANARY}0", at, CANARY, "import", content))


@pytest.mark.parametrize("moment", MOMENTS)
async def test_no_canary_is_heard_at_any_moment_or_size_with_an_error_or_a_late_start(
    tmp_path: Path, moment: str
) -> None:
    seat = Seat(tmp_path)
    made(seat, moment)
    seat.clock.tick(83)
    wall = Hung(seat, case=CASE)
    async with wall.up() as up:
        assert up.pilot is not None
        for size in SIZES:
            await up.pilot.resize_terminal(*size)
            await wall.settle()
            assert canaries(wall) == [], (size, wall.text())
        assert wall.app.title == "viddevakt"
        with (seat.vault.folder / f"{CASE}.journal").open("ab") as journal:
            journal.write(f'{{"{CANARY}": "{CANARY}"}}\n'.encode())
        # That it waits is the same page from every moment: the smallest has the least of it.
        for size in (SIZES[1], SIZES[-1]):
            await up.pilot.resize_terminal(*size)
            await wall.wait(6)
            assert canaries(wall) == [], (size, wall.text())
        if moment not in ("left", "hidden", "paused"):
            assert wall.screen.shown.wait
            seat.clock.tick(20 * 86400)
            await wall.settle()
            assert canaries(wall) == []


@pytest.mark.parametrize("moment", ["planned", "clarifying", "decision", "over"])
async def test_none_is_heard_by_a_wall_that_starts_weeks_late_or_has_lost_its_structure(
    tmp_path: Path, moment: str
) -> None:
    seat = Seat(tmp_path)
    made(seat, moment)
    seat.clock.tick(20 * 86400)
    gone: dict[str, Structure] = {}
    for structures in (shipped(), gone):
        wall = Hung(seat, case=CASE, structures=structures)
        async with wall.up(120, 36):
            assert canaries(wall) == []
            assert moment not in wall.text()


async def test_what_may_be_shown_is_shown_so_the_canaries_are_silent_and_not_away(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    made(seat, "awaited")
    wall = Hung(seat, case=CASE)
    async with wall.up(120, 36):
        assert "Rettleiing" in wall.text()
        assert "svarar innan 24. januar." in wall.text()
    case = wall.log.case
    for name in ("participants", "activities", "offers", "parked", "evaluations", "notes"):
        records = getattr(case, name).values()
        assert records, name
        assert all(CANARY in str(record.to_doc()) for record in records), name
    assert CANARY in str([event.to_doc() for event in case.sitting.events]) if case.sitting else 0


# -- the same as a property: nothing but what is picked has any say in the view


def _moments(folder: Path) -> list[tuple[Tables, FakeClock]]:
    found = []
    for moment in MOMENTS:
        seat = Seat(folder / moment)
        bring_to(seat, moment)
        found.append((tables(seat), seat.clock))
    return found


@pytest.fixture(scope="module")
def moments(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Tables, FakeClock]]:
    """The meeting at each moment, as documents, with the clock of that moment."""
    return _moments(tmp_path_factory.mktemp("moments"))


@pytest.mark.parametrize("number", range(len(MOMENTS)), ids=MOMENTS)
@settings(max_examples=6, deadline=None)
@given(text=st.text(min_size=1, max_size=30), later_s=st.floats(0, 4000))
def test_whatever_stands_in_the_other_fields_the_view_is_the_same(
    moments: list[tuple[Tables, FakeClock]], number: int, text: str, later_s: float
) -> None:
    plain, clock = moments[number]
    now = clock.stamp()
    now = now._replace(awake_s=(now.awake_s or 0.0) + later_s)
    views: list[Any] = []
    for content in (filled(plain, "a"), filled(with_canary_ids(plain), text)):
        case = fold(Case.empty("ELEV-A"), content, 1)
        views.append(wall_view(case, SHIPPED, now))
    assert views[0] == views[1]


def test_a_hidden_or_left_wall_is_handed_nothing_at_all(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    bring_to(seat, "hidden")
    now = seat.clock.stamp()
    empty = wall_view(Case.empty("ELEV-A"), SHIPPED, now)
    assert wall_view(seat.case, SHIPPED, now) == empty._replace(hidden=True)
    seat.do(Pause())
    assert wall_view(seat.case, SHIPPED, now) == empty._replace(hidden=True, paused=True)
    walks.go_over(seat)
    seat.do(FamilyLeft())
    assert wall_view(seat.case, SHIPPED, now) == empty._replace(blank=True, state="closed")


async def test_a_wall_writes_no_byte_of_the_case(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    walks.go_to(seat, "clarifying")
    files = [path for path in seat.vault.folder.iterdir() if path.is_file()]
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}
    wall = Hung(seat)
    async with wall.up() as up:
        assert up.pilot is not None
        await wall.wait(30)
        await up.pilot.press("enter", "n", "space", "question_mark", "escape", "q")
    files = [path for path in seat.vault.folder.iterdir() if path.is_file()]
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files} == before


def test_no_command_is_a_walls_to_give(tmp_path: Path) -> None:
    wall = Hung(Seat(tmp_path))
    for command in COMMANDS:
        assert not may("wall", command.duty), command.name
    refused = wall.log.do(Start())
    assert isinstance(refused, Refusal)
    assert refused.code == "no-right"
