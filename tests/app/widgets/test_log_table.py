"""The log's table: literal text, a page at a time, and a cursor where one is wanted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from app.widgets.log_columns import GAP, column_widths
from app.widgets.log_table import LogRow, LogTable
from app.words import Words
from tests.app.widgets.gallery import HEADS, ROWS
from tests.app.widgets.harness import Harness, frame, golden

MANY = tuple(
    LogRow(f"a{at}", f"Tiltak {at}", "kontaktlærar", "9. des.", "·", "i gang") for at in range(1000)
)


@pytest.mark.parametrize("width", [120, 80, 46, 20])
async def test_the_table_looks_as_it_should(width: int) -> None:
    app = Harness(lambda: (LogTable(ROWS, headings=HEADS),))
    async with app.run_test(size=(width, 6)):
        assert frame(app.query_one(LogTable)) + "\n" == golden(f"log-{width}")


@given(st.lists(st.integers(0, 90), min_size=4, max_size=4), st.integers(0, 220))
def test_the_columns_never_take_more_than_the_row(wanted: list[int], total: int) -> None:
    widths = column_widths(wanted, total)
    gaps = GAP * (len([width for width in widths if width]) - 1)
    assert all(width >= 0 for width in widths)
    assert sum(widths) + gaps <= max(total, 0)


def test_the_kind_word_for_what_was_not_chosen_is_never_cut_at_80_columns() -> None:
    longest = max(len(f"· {Words(tongue)('may come later')}") for tongue in ("nn", "nb", "en"))
    assert column_widths([40, 18, 8, longest], 80).status == longest


def test_what_is_read_whole_at_80_columns_beside_a_long_name() -> None:
    what = len("Roligare start på dagen, grupperom til 08.15")
    widths = column_widths([what, 18, 8, 8], 80)
    assert widths.what == what
    assert (widths.when, widths.status) == (8, 8)


@given(st.lists(st.integers(0, 90), min_size=4, max_size=4), st.integers(40, 220))
def test_what_keeps_half_of_the_row_as_long_as_another_column_can_give_way(
    wanted: list[int], total: int
) -> None:
    widths = column_widths(wanted, total)
    if widths.what < min(wanted[0], total // 2):
        assert widths.status <= 1
        assert widths.who <= 8


@pytest.mark.parametrize("what", ["[/]", "[@click=app.quit]x", "[red]a[/red]", "日本語", "Z̵̢a̴͝l̷g̶ó"])
async def test_a_text_is_shown_as_it_was_written(what: str) -> None:
    app = Harness(lambda: (LogTable([LogRow("1", what, what, "i dag", "·", "i gang")]),))
    async with app.run_test(size=(80, 4)) as pilot:
        table = app.query_one(LogTable)
        line = frame(table).splitlines()[0]
        assert line.count(what) == 2
        assert cell_len(line) <= 80
        await pilot.click(LogTable, offset=(2, 0))
        assert app.is_running


async def test_an_escape_sequence_in_a_row_does_not_reach_the_terminal() -> None:
    app = Harness(lambda: (LogTable([LogRow("1", "a\x1b]0;x\x07\r\nb", "", "")]),))
    async with app.run_test(size=(80, 4)):
        assert frame(app.query_one(LogTable)).splitlines()[0] == "a]0;x b"


async def test_only_the_lines_in_view_are_drawn() -> None:
    drawn: list[int] = []

    class Watched(LogTable):
        def render_line(self, y: int):  # type: ignore[no-untyped-def]  # noqa: ANN202
            drawn.append(y)
            return super().render_line(y)

    app = Harness(lambda: (Watched(MANY, headings=HEADS),))
    async with app.run_test(size=(80, 10)) as pilot:
        table = app.query_one(Watched)
        assert max(drawn) < 10
        table.scroll_end(animate=False)
        # The scrolling comes after the next refresh, the repainting after that.
        await pilot.pause()
        await pilot.pause()
        rows = frame(table).splitlines()
        assert rows[0].startswith("Kva")
        assert rows[-1].startswith("Tiltak 999")


async def test_the_cursor_moves_tells_and_stays_in_view() -> None:
    app = Harness(
        lambda: (LogTable(MANY, headings=HEADS, with_cursor=True),), listen=(LogTable.Highlighted,)
    )
    async with app.run_test(size=(80, 6), message_hook=app.hear) as pilot:
        table = app.query_one(LogTable)
        table.focus()
        assert table.current_id == "a0"
        await pilot.press("down", "down", "up", "up", "up")
        assert table.current_id == "a0"
        await pilot.press("end")
        assert table.current_id == "a999"
        assert frame(table).splitlines()[-1].startswith("Tiltak 999")
        await pilot.press("home")
        assert frame(table).splitlines()[1].startswith("Tiltak 0")
        table.go_to("a500")
        table.go_to("finst ikkje")
        await pilot.pause()
        assert "Tiltak 500 " in frame(table)
        told = [event for event in app.heard if isinstance(event, LogTable.Highlighted)]
        assert [event.row_id for event in told] == ["a1", "a2", "a1", "a0", "a999", "a0", "a500"]
        assert told[0].control is table


async def test_the_cursor_stays_on_its_activity_when_the_log_changes() -> None:
    app = Harness(lambda: (LogTable(ROWS, with_cursor=True),))
    async with app.run_test(size=(80, 6)) as pilot:
        table = app.query_one(LogTable)
        table.go_to("a2")
        new = LogRow("a0", "Ny fyrst", "far", "i dag")
        table.rows = (new, *ROWS)
        await pilot.pause()
        assert table.current_id == "a2"
        table.rows = (new, ROWS[0])
        await pilot.pause()
        assert table.current_id == "a1"
        table.rows = ()
        await pilot.pause()
        assert not table.current_id
        table.rows = ROWS
        await pilot.pause()
        assert [table.current_id] == ["a1"]


async def test_enter_and_page_down_are_left_to_the_clicker() -> None:
    pressed: list[str] = []

    class Clicker(Harness):
        BINDINGS = [("enter", "note('enter')", ""), ("pagedown", "note('pagedown')", "")]  # noqa: RUF012

        def action_note(self, key: str) -> None:
            pressed.append(key)

    app = Clicker(lambda: (LogTable(MANY, with_cursor=True),), listen=(LogTable.Selected,))
    async with app.run_test(size=(80, 6), message_hook=app.hear) as pilot:
        app.query_one(LogTable).focus()
        await pilot.press("enter", "pagedown")
        assert pressed == ["enter", "pagedown"]
        assert app.heard == []


async def test_enter_chooses_where_the_window_wants_that_and_a_second_click_too() -> None:
    app = Harness(
        lambda: (LogTable(ROWS, headings=HEADS, with_cursor=True, enter_selects=True),),
        listen=(LogTable.Selected,),
    )
    async with app.run_test(size=(80, 6), message_hook=app.hear) as pilot:
        app.query_one(LogTable).focus()
        await pilot.press("down", "enter")
        await pilot.click(LogTable, offset=(1, 0))
        await pilot.click(LogTable, offset=(1, 3))
        await pilot.click(LogTable, offset=(1, 3))
        chosen = [event for event in app.heard if isinstance(event, LogTable.Selected)]
        assert [event.row_id for event in chosen] == ["a2", "a3"]


async def test_without_a_cursor_the_table_only_shows() -> None:
    app = Harness(lambda: (LogTable(ROWS),), listen=(LogTable.Highlighted,))
    async with app.run_test(size=(80, 6), message_hook=app.hear) as pilot:
        table = app.query_one(LogTable)
        await pilot.press("tab")
        assert app.focused is None
        await pilot.click(LogTable, offset=(1, 1))
        table.go_to("a2")
        assert table.current_id is None
        assert app.heard == []


async def test_an_empty_log_says_so_quietly() -> None:
    app = Harness(lambda: (LogTable((), headings=HEADS, empty_text="Ingen tiltak enno"),))
    async with app.run_test(size=(80, 6)) as pilot:
        table = app.query_one(LogTable)
        assert frame(table).splitlines()[1] == "Ingen tiltak enno"
        table.headings = None
        await pilot.pause()
        assert frame(table).splitlines()[0] == "Ingen tiltak enno"
