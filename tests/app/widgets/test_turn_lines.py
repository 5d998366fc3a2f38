"""Who speaks and who follows, in two lines."""

from __future__ import annotations

from app.widgets.turn_lines import turn_lines

STAFF = "No: Helsesjukepleiar, PPT-rådgjevar og Inspektør fortel"


def test_each_has_a_line_where_there_is_room() -> None:
    assert turn_lines("No: Mor fortel", "Så: Rektor fortel", 31) == (
        "No: Mor fortel",
        "Så: Rektor fortel",
    )


def test_who_speaks_is_told_whole_and_who_follows_waits() -> None:
    whole = "No: Helsesjukepleiar, PPT-rådgjevar og Inspektør\nfortel"
    assert turn_lines(STAFF, "Så: Mor fortel", 51) == (whole, "")


def test_who_follows_comes_before_what_is_said_aside() -> None:
    now = "No: Skulehelsetenesta seier kva dei kan bidra med"
    assert turn_lines(f"{now} · om lag 4 min kvar", "Så: PPT", 51) == (now, "Så: PPT")
    assert turn_lines(f"{now} · om lag 4 min kvar ◆", "Så: PPT", 51) == (f"{now} ◆", "Så: PPT")
    assert turn_lines("No: PPT spør · 4 min", "Så: Mor", 51)[0] == "No: PPT spør · 4 min"


def test_what_is_left_out_is_marked() -> None:
    assert turn_lines("No: Mor fortel", STAFF.replace("No", "Så"), 31)[1].endswith("…")
    assert turn_lines(STAFF + " vidare", "", 31)[0].endswith("…")


def test_before_the_first_layout_nothing_is_cut() -> None:
    assert turn_lines("No", "Så", 0) == ("No", "Så")
