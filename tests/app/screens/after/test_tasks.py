"""What is left after a meeting, as rows: from the scenarios, pure."""

from __future__ import annotations

from datetime import UTC, datetime

from rich.cells import cell_len

from app.screens.after.tasks import DONE, OPEN, QUIET, tasks
from app.widgets.log_table import LogRow
from app.words import Words
from data.structures import shipped
from phases.case import Case
from phases.clock import Stamp
from phases.context import Context
from phases.records import ParkedTopic
from phases.sitting import Sitting
from tests.scenarios.playing import OSLO, before, played

NN = Words("nn")


def rows(case: Case, day: datetime, about: Sitting | None = None) -> dict[str, LogRow]:
    ctx = Context(Stamp(day, None, None), lambda: "new", OSLO, shipped())
    return {row.id: row for row in tasks(case, ctx, NN, about)}


def test_sc01_leaves_minutes_that_the_head_answers_for_and_a_date_to_plan() -> None:
    found = rows(played("sc01").case, datetime(2027, 1, 20, 9, tzinfo=UTC))
    assert list(found) == [
        "agreed", "feedback", "evaluation", "minutes", "recipients", "filed", "next", "log",
    ]  # fmt: skip
    assert (found["minutes"].who, found["minutes"].when) == ("Rektor", "21. jan.")
    assert found["next"].when == "2. mars"
    assert found["evaluation"].status_symbol == DONE
    assert found["feedback"].who == "Mor, Far"


def test_sc06_counts_three_signatures_and_plans_nothing_after_a_closed_chain() -> None:
    found = rows(played("sc06").case, datetime(2027, 4, 16, 9, tzinfo=UTC))
    assert found["sign"].status_word.endswith("3")
    assert (found["next"].status_symbol, found["next"].when) == (QUIET, "")
    assert found["log"].status_symbol in (OPEN, DONE)


def test_no_word_of_a_row_is_too_long_for_its_column() -> None:
    found = rows(played("sc06").case, datetime(2027, 4, 16, 9, tzinfo=UTC))
    assert (found["filed"].who, found["filed"].status_word) == ("", "2 stader")
    assert found["log"].status_word == "avslutta"
    for row in found.values():
        assert cell_len(row.who) <= 24
        assert cell_len(row.status) <= 18


def test_what_was_parked_waits_in_a_row_until_it_is_said_what_becomes_of_it() -> None:
    case = played("sc01").case
    topic = ParkedTopic(id="topic", meeting=list(case.meetings)[-1], phase="offers", text="SFO")
    day = datetime(2027, 1, 20, 9, tzinfo=UTC)
    found = rows(case.with_(parked={topic.id: topic}), day)
    assert (found["parked"].status_symbol, found["parked"].status_word) == (OPEN, "1 ventar")
    assert "parked" not in rows(case.with_(parked={topic.id: topic.with_(handled="dropped")}), day)


def test_a_closed_log_asks_for_no_next_meeting() -> None:
    case = played("sc01").case
    case = case.with_(facts=case.facts.with_(status="closed", closed_reason="family-wishes"))
    found = rows(case, datetime(2027, 1, 20, 9, tzinfo=UTC))
    assert (found["next"].status_symbol, found["next"].when) == (QUIET, "")


def test_minutes_of_an_earlier_meeting_are_not_forgotten() -> None:
    case, day = played("sc06").case, datetime(2027, 4, 16, 9, tzinfo=UTC)
    [_third, second, first] = case.all_held()
    assert [second.meeting.number, first.meeting.number] == [2, 1]
    draft = {i: m.with_(status="final", filed=("folder",)) for i, m in case.minutes.items()}
    case = case.with_(minutes={i: m for i, m in draft.items() if i != first.meeting.id})
    earlier = rows(case, day)["earlier"]
    assert (earlier.status_symbol, earlier.status_word) == (OPEN, "1 står att")
    found = rows(case, day, first)
    assert list(found) == ["agreed", "feedback", "minutes", "recipients", "sign", "filed"]
    assert found["minutes"].status_word == "utkast"


def test_no_row_stands_there_before_a_meeting_is_over() -> None:
    assert rows(before("sc01", "13:00 start"), datetime(2027, 1, 19, 9, tzinfo=UTC)) == {}
