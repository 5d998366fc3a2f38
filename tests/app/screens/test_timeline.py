"""Pictures in whole cells: each line as wide as there is room, whatever people have typed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from app.papers.paper import Bar, Span, TimeBars, Timeline
from app.papers.timeline import pictures
from app.screens.timeline.drawn import NARROWEST, WIDEST, bars_lines, picture_lines, timeline_lines
from tests.app.papers.wishing import of_case, wish
from tests.scenarios.playing import before

FIRST = date(2026, 11, 17)
DAYS = st.integers(0, 900).map(lambda n: FIRST + timedelta(days=n))


def line_of(*spans: Span, met: tuple[date, ...] = ()) -> Timeline:
    ends = [s.last or s.first for s in spans] + [s.first for s in spans] + list(met)
    return Timeline(
        title="Aktivitetar",
        head=("Kva", "Kven", "Når", "Korleis"),
        spans=spans,
        met=met,
        met_word="Møte",
        first=min(ends),
        last=max(ends),
        alt="",
    )


def test_a_bar_goes_from_its_first_to_its_last_day_and_meetings_are_seen_through_the_rows() -> None:
    spans = (
        Span(label="A", who="Mor", first=FIRST, last=FIRST + timedelta(days=9)),
        Span(label="B", who="Far", first=FIRST + timedelta(days=5), last=FIRST + timedelta(days=6)),
        Span(label="C", who="PPT", first=FIRST + timedelta(days=8)),
    )
    lines = timeline_lines(line_of(*spans, met=(FIRST + timedelta(days=2),)), "nn", 20)
    assert lines[0] == "17. nov.    26. nov."
    assert lines[1] == "────◆───────────────"
    assert [line.rstrip() for line in lines[2::2]] == [
        "A – Mor",
        "B – Far",
        "C – PPT",
        "◆ Møte: 19.11.2026",
    ]
    assert lines[3] == "━" * 20
    assert lines[5] == "    ┊     ━━━━      "
    assert lines[7] == "    ┊           ━━━▶"


def test_how_it_goes_stands_at_the_right_by_sign_and_by_word() -> None:
    span = Span(
        label="Leggetid", who="Mor", first=FIRST, last=FIRST, symbol="◐", word="hjelper litt"
    )
    assert timeline_lines(line_of(span), "nn", 40)[2] == "Leggetid – Mor            ◐ hjelper litt"


def test_used_time_stands_against_planned_time_by_glyph_and_in_figures() -> None:
    bars = TimeBars(
        title="Tid",
        head=("Del", "Plan", "Brukt"),
        bars=(
            Bar(label="Ein", planned_s=300, used_s=150),
            Bar(label="To", planned_s=150, used_s=300),
        ),
        alt="",
    )
    assert bars_lines(bars, 36) == [
        "Del                     Brukt / Plan",
        "Ein   ████████░░░░░░░░   2:30 / 5:00",
        "To    ████████▒▒▒▒▒▒▒▒   5:00 / 2:30",
    ]


@given(
    st.lists(
        st.builds(
            Span,
            label=st.text(max_size=60),
            who=st.text(max_size=30),
            first=DAYS,
            last=st.none() | DAYS,
            symbol=st.sampled_from(["", "●"]),
            word=st.text(max_size=30),
        ),
        min_size=1,
        max_size=4,
    ),
    st.integers(NARROWEST, WIDEST),
)
def test_every_row_of_any_log_is_as_wide_as_the_room(spans: list[Span], width: int) -> None:
    rows = timeline_lines(line_of(*spans), "nb", width)
    assert {cell_len(row) for row in rows} == {width}
    assert len(rows) == 2 + 2 * len(spans)


@pytest.mark.realises("S3-26")
def test_no_used_time_is_drawn_until_the_family_has_left() -> None:
    early = pictures(of_case(before("sc01", "family-left")))
    assert not any(isinstance(block, TimeBars) for block in early)
    assert any(isinstance(block, TimeBars) for block in pictures(wish("sc01")))


def test_several_pictures_stand_under_their_titles() -> None:
    lines = picture_lines(pictures(wish("sc01", "nn")), "nn", 74)
    assert lines[0] == "Aktivitetar og møte"
    assert "Planlagd og brukt tid" in lines
    assert picture_lines((), "nn", 74) == []
