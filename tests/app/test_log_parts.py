"""The part of the log that a phase works on, as rows, and how little of it a wall gets."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.phase_words import asked_words
from app.screens.log_parts import Shown, log_shown, part_rows
from app.screens.wall.view import wall_words
from app.widgets.log_table import LogHeadings, LogRow
from app.widgets.part_rows import PartRow
from app.words import Words
from data.wall import wall_view
from phases.commands.clock import Next
from phases.commands.filling import Fill
from phases.commands.log import ActivityAdd
from phases.commands.log_assessing import Assess
from phases.commands.log_goals import GoalAdd
from phases.log_parts import working_on
from tests.phases.room import OSLO, Room, set_up
from tests.phases.shapes import begun, phase, words

NN = Words("nn")
WALK = phase(
    "walk",
    round=True,
    each="activity",
    floor=[{"who": "owner", "act": "tell"}],
    settle=["walk-through"],
    works_on="walk-through",
)


def form(**more: Any) -> dict[str, Any]:
    """The four-row table of two columns, or less of it."""
    rows = [{"id": who, "who": who} for who in ("child", "guardians", "unit", "others")]
    columns = [{"id": "how", "title": words("Korleis")}, {"id": "more", "title": words("Meir")}]
    return {"id": "now", "title": words("Slik er det"), "rows": rows, "columns": columns} | more


def shown(room: Room, _: Words = NN) -> Shown:
    """What stands in the leader's table."""
    structure = room.structures[room.sitting.agenda.structure]
    asked = asked_words(structure, room.sitting.line.phase, "school", _)
    return log_shown(room.case, room.sitting, working_on(room.sitting, structure), asked, _)


def beside(room: Room) -> list[tuple[str, ...]]:
    """What stands in a window beside the table."""
    structure = room.structures[room.sitting.agenda.structure]
    asked = asked_words(structure, room.sitting.line.phase, "school", NN)
    works_on = working_on(room.sitting, structure)
    part = part_rows(room.case, room.sitting, works_on, asked, NN, beside=True)
    return cells(Shown(part.heading, part.rows))


def cells(table: Shown) -> list[tuple[str, ...]]:
    """The table as texts, its heading first."""
    rows = [*([table.headings] if table.headings else []), *table.rows]
    return [
        row.cells if isinstance(row, PartRow) else (row.what, row.who, row.when)
        for row in rows
        if isinstance(row, PartRow | LogRow)
    ]


def wall(room: Room) -> list[tuple[str, ...]]:
    """What stands in the wall's table."""
    view = wall_view(room.case, room.structures, room.clock.stamp())
    said = wall_words(view, room.structures, OSLO, NN)
    return cells(Shown(said.headings, said.rows))


def walking() -> Room:
    """Two activities of home and school, one of them gone through."""
    room = set_up()
    room.do(ActivityAdd(title="Lesegruppe", owner="Kontaktlærar", arena="school"))
    room.do(ActivityAdd(title="Leggetid halv ni", owner="Føresett 1", arena="home"))
    begun(WALK, room=room)
    home = next(a.id for a in room.case.activities.values() if a.arena == "home")
    room.do(Assess(id=home, decision="adjust", effect="not-enough-yet", comment="Vanskeleg"))
    return room


def test_the_walk_through_goes_home_first_and_marks_where_it_is() -> None:
    assert cells(shown(walking()))[:3] == [
        ("Kva", "Kven", "Vidare"),
        ("· Leggetid halv ni", "Mor", "~ blir justert"),
        ("▶ Lesegruppe", "Kontaktlærar", ""),
    ]


def test_how_it_has_gone_is_told_beside_the_table_alone() -> None:
    room = walking()
    assert "○ ikkje nok hjelp enno" in beside(room)[1]
    for projected in (cells(shown(room)), wall(room)):
        assert projected[1][0] == "· Leggetid halv ni"
        assert not any("hjelp" in text or "Vanskeleg" in text for row in projected for text in row)


def test_that_nobody_came_to_something_is_told_beside_the_table_alone() -> None:
    room = walking()
    last = next(a.id for a in room.case.activities.values() if a.arena == "school")
    room.do(Assess(id=last, decision="not-discussed"))
    assert "ikkje" in beside(room)[2][-1]
    assert cells(shown(room))[2][-1] == wall(room)[2][-1] == ""


def test_a_form_shows_its_four_rows_and_never_on_a_wall_that_it_does_not_name() -> None:
    room = begun(phase("say", works_on="forms", forms=[form()]))
    room.do(Fill(form="now", row="child", column="how", value="Eg har det fint"))
    assert cells(shown(room))[:5] == [
        ("Slik er det", "Korleis", "Meir"),
        ("Eleven", "Eg har det fint", ""),
        ("Føresette", "", ""),
        ("Skulen", "", ""),
        ("Andre", "", ""),
    ]
    assert wall(room) == []


def test_a_form_that_may_be_shown_stands_on_the_wall() -> None:
    room = begun(phase("say", works_on="forms", forms=[form(wall=True)]))
    room.do(Fill(form="now", row="child", column="how", value="Eg har det fint"))
    assert ("Eleven", "Eg har det fint", "") in wall(room)


def test_blank_rows_are_numbered_until_something_stands_in_them() -> None:
    columns = [
        {"id": "text", "title": words("Kva")},
        {"id": "who", "title": words("Kven"), "kind": "participant"},
        {"id": "day", "title": words("Når"), "kind": "date"},
    ]
    asked = form(rows=[], blank_rows=2, repeats=True, columns=columns)
    room = begun(phase("say", works_on="forms", forms=[asked]))
    room.do(Fill(form="now", row="1", column="text", value="Ringje PPT"))
    room.do(Fill(form="now", row="1", column="who", value="Rektor"))
    room.do(Fill(form="now", row="3", column="day", value="2027-02-09"))
    assert cells(shown(room)) == [
        ("Slik er det",),
        ("Kva", "Kven", "Når"),
        ("Ringje PPT", "Rektor", ""),
        ("2", "", ""),
        ("", "", "9. feb."),
    ]


def test_a_single_text_takes_one_row_and_shows_beside_another_part_once_it_is_written() -> None:
    text = form(rows=[], columns=[{"id": "text", "title": words("Kort sagt")}])
    room = begun(phase("aim", works_on="goals", forms=[text]))
    assert isinstance(shown(room).headings, LogHeadings)
    room.do(GoalAdd(text="Fleire gode friminutt", shared=True))
    room.do(GoalAdd(text="Sove betre", owner="Føresett 1"))
    room.do(GoalAdd(text="Lese meir", owner="Kontaktlærar"))
    room.do(Fill(form="now", value="Trygg i klassen"))
    assert cells(shown(room)) == [
        ("Kva vi vil oppnå", "Kven", ""),
        ("Fleire gode friminutt", "Alle", ""),
        ("Sove betre", "Mor", ""),
        ("Lese meir", "Kontaktlærar", ""),
        ("Slik er det", "Trygg i klassen"),
    ]
    assert [row[0] for row in wall(room)[1:]] == ["Fleire gode friminutt", "Sove betre"]


def test_a_measure_is_told_with_what_it_consists_of_and_its_period() -> None:
    room = begun(phase("will", works_on="measures"))
    room.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar", due=date(2027, 2, 9)))
    plain = cells(shown(room))
    assert plain == [("Leksehjelp", "Kontaktlærar", "9. feb.")]
    room.do(
        ActivityAdd(
            title="Lesegruppe",
            owner="Kontaktlærar",
            content="høgtlesing",
            extent="tre gonger i veka",
            start=date(2027, 1, 25),
            period_end=date(2027, 3, 5),
        )
    )
    expected = ("Lesegruppe: høgtlesing; tre gonger i veka", "Kontaktlærar", "25. jan. – 5. mars")
    assert cells(shown(room))[1] == wall(room)[1] == expected
    assert cells(shown(room))[2][0] == "Leksehjelp"


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_every_part_without_anything_in_it_is_the_log(language: str) -> None:
    for part in ("walk-through", "goals", "measures", "closing", "forms"):
        each = {"round": True, "each": "activity"} if part == "walk-through" else {}
        room = begun(phase("here", works_on=part, **each))
        assert shown(room, Words(language)).rows == ()


def test_what_was_adjusted_says_so_in_the_log_with_what_changes_and_the_wall_only_that_it_was() -> (
    None
):
    room = set_up()
    for title in ("Lesegruppe", "Leggetid halv ni"):
        room.do(ActivityAdd(title=title, owner="Kontaktlærar", arena="school"))
    begun(WALK, phase("next", works_on="activities"), room=room)
    first, second = room.case.activities
    room.do(Assess(id=first, decision="adjust", effect="partly", comment="berre tysdag"))
    room.do(Assess(id=second, decision="continue", effect="wanted", comment="går fint"))
    room.do(Next("walk"))
    table = {row.id: row for row in shown(room).rows if isinstance(row, LogRow)}
    assert table[first].what == "Lesegruppe ~ berre tysdag"
    assert (table[first].status_symbol, table[first].status_word) == ("~", "endra 19. jan.")
    assert (table[second].what, table[second].status_word) == ("Leggetid halv ni", "i gang")
    view = wall_view(room.case, room.structures, room.clock.stamp())
    rows = wall_words(view, room.structures, OSLO, NN).rows
    told = {(r.what, r.status_word) for r in rows if isinstance(r, LogRow)}
    assert told == {("Lesegruppe", "endra"), ("Leggetid halv ni", "")}
    room.do(Assess(id=first, decision="continue"))
    assert "endra" not in str(shown(room).rows)
