"""A case as one window holds it: deciding, saving, following others."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from data.caselog import CaseLog, Done, Seat
from data.check import check_case
from data.entry import Entry
from data.errors import BadDocumentError, DamagedError, DiskError, LockedError, NewerError
from data.journal import Conflict
from data.redaction import RecordKey
from data.structures import shipped
from phases.case import Case
from phases.changes import Refusal
from phases.commands.base import Command, Draft
from phases.commands.log import ActivityEdit
from phases.context import Context
from phases.fold import fold
from tests.data.store import CASE, NOON, StillClock, activity, do, entry, opened, ready_case


def _entry(kind: str, **fields: object) -> Any:
    return entry(77, {"events": {"v77": {"id": "v77", "seq": 77, "kind": kind, **fields}}})


def test_what_one_window_saves_another_one_sees(tmp_path: Path) -> None:
    vault, mine = ready_case(tmp_path)
    theirs = opened(vault)
    assert not theirs.refresh()
    done = do(mine, activity())
    assert done.made in mine.case.activities
    assert theirs.refresh()
    assert theirs.case == mine.case
    assert theirs.revision == done.revision == len(mine.history())
    assert not theirs.refresh()


def test_lines_saved_together_stand_in_one_order_in_every_window(tmp_path: Path) -> None:
    vault, mine = ready_case(tmp_path)
    theirs = opened(vault)
    titles = [f"Leksehjelp {number}" for number in range(12)]
    do(mine, *(activity(title) for title in titles))
    theirs.refresh()
    for log in (mine, theirs, opened(vault)):
        assert [found.title for found in log.case.activities.values()] == titles


def test_a_save_is_one_entry_with_who_and_what(tmp_path: Path) -> None:
    vault, _ = ready_case(tmp_path)
    log = vault.open(CASE, StillClock(), shipped(), Seat(window="notes", who="Kari"))
    done = do(log, activity("a"), activity("b"))
    last = log.history()[-1]
    assert (last.revision, last.id, last.who) == (done.revision, done.entry_id, "Kari")
    assert last.command == "activity-add+activity-add"
    assert last.tables is not None
    assert len(last.tables["activities"]) == 2


def test_a_refusal_writes_nothing(tmp_path: Path) -> None:
    vault, log = ready_case(tmp_path)
    path = vault.folder / f"{CASE}.journal"
    before, case = path.read_bytes(), log.case
    assert isinstance(log.do(activity(""), activity()), Refusal)
    assert isinstance(log.do(activity(), if_phase="offers"), Refusal)
    assert path.read_bytes() == before
    assert log.case is case


def test_after_a_conflict_it_is_decided_again_on_what_the_other_did(tmp_path: Path) -> None:
    vault, mine = ready_case(tmp_path)
    theirs = opened(vault)
    made = do(mine, activity()).made
    done = do(theirs, activity("Turgruppe"))
    assert done.revision == mine.revision + 1
    assert made in theirs.case.activities
    assert len(theirs.case.activities) == 2


def test_of_two_edits_of_one_field_the_second_is_refused_and_loses_nothing(tmp_path: Path) -> None:
    vault, mine = ready_case(tmp_path)
    made = do(mine, activity()).made or ""
    theirs = opened(vault)
    do(mine, ActivityEdit(id=made, field="title", was="Leksehjelp", value="Lesehjelp"))
    refused = theirs.do(ActivityEdit(id=made, field="title", was="Leksehjelp", value="Lekser"))
    assert isinstance(refused, Refusal)
    assert refused.exit_code == 4
    assert theirs.case.activities[made].title == "Lesehjelp"


def test_a_snapshot_is_the_fold_of_the_whole_log(tmp_path: Path) -> None:
    vault, log = ready_case(tmp_path)
    for number in range(5):
        do(log, activity(f"nr {number}"))
    case = type(log.case).empty(CASE)
    for step in log.history():
        case = fold(case, step.tables or {}, step.revision)
    assert case == log.case == opened(vault).case


class _Torn(Command):
    """What a mistake of ours might make: an activity without a title."""

    name = "activity-add"

    def change(self, case: Case, ctx: Context) -> Draft:  # noqa: ARG002 - as every command
        return Draft(tables={"activities": {"x": {"id": "x", "owner": "hemmeleg"}}})


def test_what_no_window_could_open_again_never_gets_to_the_disk(tmp_path: Path) -> None:
    vault, log = ready_case(tmp_path)
    before, case = (vault.folder / f"{CASE}.journal").read_bytes(), log.case
    with pytest.raises(BadDocumentError) as caught:
        log.do(_Torn())
    assert "hemmeleg" not in str(caught.value)
    assert (vault.folder / f"{CASE}.journal").read_bytes() == before
    assert log.case is case
    do(log, activity())
    assert opened(vault).case == log.case


def test_the_tables_are_searched_through_tinydb(tmp_path: Path) -> None:
    vault, log = ready_case(tmp_path)
    made = do(log, activity()).made
    found: Any = log.db.table("activities").get(doc_id=made)  # type: ignore[call-overload]
    assert found["title"] == "Leksehjelp"
    do(opened(vault), activity("Turgruppe"))
    assert len(log.db.table("activities")) == 2
    assert len(log.case.activities) == 2
    assert log.db is log.db


def test_a_repeated_save_is_done_once(tmp_path: Path) -> None:
    vault, log = ready_case(tmp_path)
    name = log.new_entry_id()
    first = log.do(activity(), entry_id=name)
    assert isinstance(first, Done)
    assert log.do(activity(), entry_id=name) == Done(first.revision, None, (), name)
    assert len(opened(vault).case.activities) == 1


def test_a_save_that_failed_can_be_repeated_under_its_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, log = ready_case(tmp_path)
    name, before = log.new_entry_id(), log.case

    def full(*_: object) -> int:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(DiskError, match="disk-full"):
            log.do(activity(), entry_id=name)
    assert log.case is before
    done = log.do(activity(), entry_id=name)
    assert isinstance(done, Done)
    assert done.made in opened(vault).case.activities


def test_a_window_that_could_not_take_a_save_back_recovers_and_repeats_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, log = ready_case(tmp_path)
    name = log.new_entry_id()

    def fault(*_: object) -> None:
        raise OSError(5, "fault")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fault)
        patch.setattr(os, "ftruncate", fault)
        for _ in range(2):
            with pytest.raises(DiskError, match="stuck"):
                log.do(activity(), entry_id=name)
    log.recover()
    assert isinstance(log.do(activity(), entry_id=name), Done)
    assert len(log.case.activities) == 1
    assert opened(vault).case == log.case


class _AlwaysSecond:
    """A journal at which somebody else is always first."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def append(self, _: object, expected: int) -> Entry | Conflict:
        return Conflict(expected + 1)


def test_after_two_seconds_of_conflicts_it_says_that_another_window_is_saving(
    tmp_path: Path,
) -> None:
    vault, _ = ready_case(tmp_path)
    asked: list[float] = []

    def monotonic() -> float:
        asked.append(0.5 * len(asked))
        return asked[-1]

    log = CaseLog(
        _AlwaysSecond(vault.journal(CASE)), CASE, StillClock(), shipped(), monotonic=monotonic
    )
    log.refresh()
    with pytest.raises(LockedError) as caught:
        log.do(activity())
    assert caught.value.exit_code == 5
    assert asked[-1] >= 2.0


def test_an_event_of_a_newer_version_is_left_to_a_newer_program(tmp_path: Path) -> None:
    vault, log = ready_case(tmp_path)
    journal = vault.journal(CASE)
    journal.append(_entry("teleport", stamp=StillClock().stamp().to_doc()), log.revision)
    with pytest.raises(NewerError) as caught:
        opened(vault)
    assert caught.value.exit_code == 8


def test_an_agenda_with_words_of_a_newer_version_is_left_to_a_newer_program(tmp_path: Path) -> None:
    vault, log = ready_case(tmp_path)
    phase = {"id": "opening", "planned_s": 300.0, "works_on": "budget"}
    tables: Any = {"agendas": {"m9": {"id": "m9", "structure": "later", "phases": [phase]}}}
    vault.journal(CASE).append(entry(77, tables), log.revision)
    with pytest.raises(NewerError):
        log.refresh()
    with pytest.raises(NewerError) as caught:
        opened(vault)
    assert caught.value.exit_code == 8


@pytest.mark.parametrize(
    "tables",
    [
        {"participants": {"p9": {"id": "p9", "name": "x", "role": "other", "joins": "hologram"}}},
        {"agendas": {"m9": {"id": "m9", "structure": "later", "phases": [
            {"id": "opening", "planned_s": 300.0, "settle": ["horoscope"]}]}}},
    ],
)  # fmt: skip
def test_a_closed_word_and_an_item_of_a_newer_version_are_left_to_a_newer_program(
    tmp_path: Path, tables: Any
) -> None:
    vault, log = ready_case(tmp_path)
    vault.journal(CASE).append(entry(77, tables), log.revision)
    for again in (log.refresh, lambda: opened(vault), lambda: check_case(vault, CASE, ())):
        with pytest.raises(NewerError) as caught:
            again()
        assert caught.value.exit_code == 8


def test_a_record_of_another_shape_is_damage_and_is_not_quoted(tmp_path: Path) -> None:
    vault, log = ready_case(tmp_path)
    journal = vault.journal(CASE)
    tables: Any = {"activities": {"a1": {"id": "a1", "title": ["løyndomen"]}}}
    journal.append(entry(1, tables), log.revision)
    with pytest.raises(DamagedError) as caught:
        log.refresh()
    assert caught.value.args_["line"] == log.revision + 1
    assert "løyndomen" not in f"{caught.value} {caught.value.args_}"
    assert caught.value.__suppress_context__


def test_a_redacted_record_is_gone_from_every_window(tmp_path: Path) -> None:
    vault, log = ready_case(tmp_path)
    made = do(log, activity("løyndomen")).made or ""
    kept = do(log, activity("Turgruppe")).made or ""
    vault.journal(CASE).redact(RecordKey("activities", made), NOON, "Kari", "r1")
    assert log.refresh()
    assert set(log.case.activities) == {kept}
    assert log.db.table("activities").all() == [log.case.activities[kept].to_doc()]
    do(log, activity("ny"))
    assert opened(vault).case == log.case
    assert "løyndomen" not in (vault.folder / f"{CASE}.journal").read_text(encoding="utf-8")
