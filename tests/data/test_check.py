"""Is a case what was written, and what is left of it where it isn't."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.access import Accessed, Act
from data.check import Checked, check_access, check_case
from data.errors import DiskError, NewerError, UsageError
from data.files import read_file
from data.journal import FileJournal
from data.redaction import RecordKey
from data.repair import write_repaired
from data.vault import Vault
from phases.changes import Tables
from tests.data.store import CASE, NOON, activity, do, opened, ready_case


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """A case of eight entries."""
    made, log = ready_case(tmp_path)
    for title in ("Leksehjelp", "Turgruppe", "Fast plass", "Samtale"):
        do(log, activity(title))
    return made


def journal(vault: Vault) -> Path:
    return vault.folder / f"{CASE}.journal"


def lines_of(vault: Vault) -> list[bytes]:
    return journal(vault).read_bytes().splitlines(keepends=True)


def told(checked: Checked) -> list[tuple[str, int, int]]:
    return [(fault.why, fault.line, fault.revision) for fault in checked.faults]


def note(vault: Vault, act: Act = "open") -> None:
    log_journal, _ = vault.identity(CASE)
    revision = check_case(vault, CASE).revision
    vault.access.note(Accessed(NOON, "", act, CASE, log_journal, revision))


def test_a_whole_case_has_no_fault(vault: Vault) -> None:
    checked = check_case(vault, "elev-a")
    assert checked.faults == ()
    assert checked.revision == 8
    assert not checked.found.torn


def test_a_case_that_is_saved_to_while_it_is_read_is_whole(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = opened(vault)

    def read_then_save(path: Path) -> bytes | None:
        data = read_file(path)
        do(log, activity("I mellomtida"))
        return data

    monkeypatch.setattr("data.check.read_file", read_then_save)
    assert check_case(vault, CASE).faults == ()


def test_half_a_line_at_the_end_is_no_fault_and_is_told(vault: Vault) -> None:
    with journal(vault).open("ab") as file:
        file.write(b'{"digest":"half')
    checked = check_case(vault, CASE)
    assert checked.faults == ()
    assert checked.found.torn


@pytest.mark.parametrize(
    ("change", "faults", "left"),
    [
        (lambda x: [*x[:4], *x[5:]], [("missing", 0, 4)], 7),
        (lambda x: [*x[:4], *x[7:]], [("missing", 0, 4)], 5),
        (lambda x: x[:7], [("missing", 0, 7)], 6),
        (lambda x: [*x[:4], x[3], *x[4:]], [("doubled", 5, 3)], 8),
        (lambda x: [*x[:4], x[5], x[4], *x[6:]], [("moved", 6, 4)], 8),
        (lambda x: [*x[:4], b"x\n", *x[5:]], [("not-an-entry", 5, 4)], 7),
        (lambda x: [*x[:4], b"\n", *x[4:]], [("not-an-entry", 5, 4)], 8),
        (lambda x: [b"null\n", *x[1:]], [("not-an-object", 1, 0)], 8),
        (lambda x: [*x[:6], x[6].replace(b"Turgruppe", b"Turgrupqe"), *x[7:]],
         [("payload-digest", 7, 6)], 7),
        (lambda x: [*x[:6], x[6].partition(b',"payload":')[0] + b',"payload":null}\n', *x[7:]],
         [("emptied", 7, 6)], 7),
        (lambda x: [*x[:4], x[4].replace(b'"by":""', b'"by":"x"'), *x[5:]],
         [("head-digest", 5, 4)], 7),
    ],
    ids=["dropped", "three dropped", "shorter", "doubled", "swapped", "garbage", "blank", "header",
         "edited", "emptied", "renamed"],
)  # fmt: skip
def test_what_is_wrong_is_named_with_the_entrys_number_and_the_rest_is_saved(
    vault: Vault, change: object, faults: list[tuple[str, int, int]], left: int
) -> None:
    assert callable(change)
    journal(vault).write_bytes(b"".join(change(lines_of(vault))))
    damaged = journal(vault).read_bytes()
    checked = check_case(vault, CASE)
    assert told(checked) == faults
    assert len(checked.found.entries) == left
    copy = vault.folder.parent / "mended.journal"
    write_repaired(checked, copy, NOON)
    assert [e.id for e in FileJournal(copy, CASE).read(0).items] == [
        e.id for e in checked.found.entries
    ]
    assert journal(vault).read_bytes() == damaged


def test_a_mended_copy_put_in_place_is_a_case_again(vault: Vault) -> None:
    note(vault)
    whole = opened(vault).case
    journal(vault).write_bytes(b"".join(lines_of(vault)[:-1]))
    checked = check_case(vault, CASE, vault.access.history())
    copy = vault.folder / "mended"
    header = write_repaired(checked, copy, NOON)
    vault.access.note(Accessed(NOON, "", "repair", CASE, header.journal, 7))
    copy.replace(journal(vault))
    (vault.folder / f"{CASE}.head").unlink()
    again = opened(vault)
    assert again.revision == 7
    assert [a.title for a in again.case.activities.values()] == [
        a.title for a in whole.activities.values() if a.title != "Samtale"
    ]
    assert check_case(vault, CASE, vault.access.history()).faults == ()
    do(again, activity("Samtale"))
    note(vault)
    assert check_case(vault, CASE, vault.access.history()).faults == ()


def test_no_file_is_ever_written_over(vault: Vault, tmp_path: Path) -> None:
    checked = check_case(vault, CASE)
    for name in ("there", "link", "folder"):
        path = tmp_path / name
        if name == "there":
            path.write_text("mine")
        elif name == "link":
            path.symlink_to(tmp_path / "nowhere")
        else:
            path.mkdir()
        with pytest.raises(UsageError, match="file-exists"):
            write_repaired(checked, path, NOON)
    assert (tmp_path / "there").read_text() == "mine"
    assert not (tmp_path / "nowhere").exists()
    with pytest.raises(DiskError):
        write_repaired(checked, tmp_path / "none" / "file", NOON)


def test_a_disk_that_fills_leaves_no_half_of_a_copy(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = check_case(vault, CASE)

    def full(*_: object) -> int:
        raise OSError(28, "full")

    monkeypatch.setattr("os.write", full)
    with pytest.raises(DiskError, match="disk-full"):
        write_repaired(checked, tmp_path / "copy", NOON)
    assert not (tmp_path / "copy").exists()


def test_a_redacted_case_is_whole_and_its_copy_holds_nothing_of_it(vault: Vault) -> None:
    log = opened(vault)
    [gone] = [a.id for a in log.case.activities.values() if a.title == "Turgruppe"]
    vault.journal(CASE).redact(RecordKey("activities", gone), NOON, "", "redact-1")
    assert check_case(vault, CASE).faults == ()
    lines = lines_of(vault)
    journal(vault).write_bytes(b"".join([*lines[:2], *lines[3:]]))
    checked = check_case(vault, CASE)
    assert told(checked) == [("missing", 0, 2)]
    copy = vault.folder / "copy"
    write_repaired(checked, copy, NOON)
    assert b"Turgruppe" not in copy.read_bytes()
    read = FileJournal(copy, CASE).read(0).items
    assert len(read) == 8
    assert read[-1].redacted == {"records": [["activities", gone]], "revisions": {}}


def test_a_record_that_can_not_be_read_is_named_though_every_digest_is_right(vault: Vault) -> None:
    from data.entry import NewEntry

    bad = NewEntry("bad", NOON, "", "activity-add", {"activities": {"x": {"title": 5}}})
    vault.journal(CASE).append(bad, 8)
    assert told(check_case(vault, CASE)) == [("record", 10, 9)]


def test_events_that_make_no_meeting_are_named(vault: Vault) -> None:
    from data.entry import NewEntry

    stamp = {"utc": NOON.isoformat(), "boot": None, "awake_s": None}
    event = {"id": "v", "seq": 99, "kind": "start", "stamp": stamp, "window": "lead", "who": "",
             "meeting": "m", "did": {}, "was": {}}  # fmt: skip
    meeting = {"id": "m", "number": 1, "structure": "bti-individual"}
    tables: Tables = {"events": {"v": event}, "meetings": {"m": meeting}}
    vault.journal(CASE).append(NewEntry("bad", NOON, "", "start", tables), 8)
    assert [fault.why for fault in check_case(vault, CASE).faults] == ["events"]


def test_an_event_of_a_newer_program_is_not_damage(vault: Vault) -> None:
    from data.entry import NewEntry

    event = {"id": "v", "seq": 99, "kind": "teleport", "stamp": {}}
    vault.journal(CASE).append(NewEntry("new", NOON, "", "teleport", {"events": {"v": event}}), 8)
    with pytest.raises(NewerError):
        check_case(vault, CASE)


def test_an_agenda_of_a_newer_program_is_not_damage(vault: Vault) -> None:
    from data.entry import NewEntry

    phase = {"id": "opening", "planned_s": 300.0, "each": "chair"}
    tables: Tables = {"agendas": {"m9": {"id": "m9", "structure": "later", "phases": [phase]}}}
    vault.journal(CASE).append(NewEntry("new", NOON, "", "meeting-plan", tables), 8)
    with pytest.raises(NewerError):
        check_case(vault, CASE)


def test_an_older_copy_put_back_is_noticed_by_what_was_noted(vault: Vault) -> None:
    older = journal(vault).read_bytes()
    do(opened(vault), activity("Ny"))
    note(vault)
    journal(vault).write_bytes(older)
    (vault.folder / f"{CASE}.head").unlink()
    assert check_case(vault, CASE).faults == ()
    checked = check_case(vault, CASE, vault.access.history())
    assert told(checked) == [("missing", 0, 9)]


def test_a_case_that_vanished_or_was_made_anew_without_a_word_is_noticed(vault: Vault) -> None:
    note(vault)
    journal(vault).unlink()
    noted = vault.access.history()
    assert told(check_case(vault, CASE, noted)) == [("gone", 0, 8)]
    (vault.folder / f"{CASE}.head").unlink()
    vault.create(CASE, NOON)
    assert told(check_case(vault, CASE, noted)) == [("other-file", 1, 0)]
    note(vault, "delete")
    assert check_case(vault, CASE, vault.access.history()).faults == ()


def test_a_case_that_never_was_is_no_damage(vault: Vault) -> None:
    with pytest.raises(UsageError, match="case-absent"):
        check_case(vault, "NONE")


def test_a_changed_access_log_is_named_with_its_file(vault: Vault) -> None:
    note(vault)
    assert check_access(vault)[1] is None
    path = vault.folder / "access.journal"
    path.write_bytes(path.read_bytes().replace(b'"open"', b'"show"'))
    noted, wrong = check_access(vault)
    assert noted == ()
    assert wrong is not None
    assert (wrong[0], wrong[1].line) == ("access", 3)
