"""A log on a bad disk or in careless hands: noticed, named, never read as something else.

What design §5 promises: every entry as it was written, or exit 6 with the entry's number; 8 for a
newer program's; and the file byte-identical, whatever was tried with it.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.check import check_case
from data.entry import unseal
from data.errors import DamagedError, NewerError, StoreError
from data.header import _digest, new_header
from data.repair import write_repaired
from data.strict_json import dump
from data.vault import Vault
from tests.app.cli.harness import Shell
from tests.data.store import CASE, NOON, activity, do, opened, ready_case

Lines = list[bytes]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> tuple[Vault, bytes, object]:
    """A case of ten entries, its bytes and its snapshot."""
    vault, log = ready_case(tmp_path_factory.mktemp("damage"))
    for number in range(6):
        do(log, activity(f"Tiltak {number} på SFO"))
    return vault, (vault.folder / f"{CASE}.journal").read_bytes(), log.case


@pytest.fixture
def vault(case: tuple[Vault, bytes, object]) -> Iterator[Vault]:
    """The case, whole again after each test."""
    made, whole, _ = case
    head = (made.folder / f"{CASE}.head").read_bytes()
    yield made
    (made.folder / f"{CASE}.journal").write_bytes(whole)
    (made.folder / f"{CASE}.head").write_bytes(head)


def path_of(vault: Vault) -> Path:
    return vault.folder / f"{CASE}.journal"


def outcome(vault: Vault, content: bytes) -> StoreError | object:
    """The snapshot that a window gets to see, or why it gets none; the file stays as it is."""
    path_of(vault).write_bytes(content)
    try:
        found: StoreError | object = opened(vault).case
    except (DamagedError, NewerError) as error:
        found = error
    assert path_of(vault).read_bytes() == content
    return found


def number_of(error: object) -> int:
    assert isinstance(error, DamagedError), error
    return int(error.args_["line"]) - 1


def test_cut_at_200_places_it_is_never_taken_for_whole(
    vault: Vault, case: tuple[Vault, bytes, object]
) -> None:
    whole = case[1]
    entries = whole.count(b"\n") - 1
    chance = random.Random(72)
    for place in [0, len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(198))]:
        error = outcome(vault, whole[:place])
        assert number_of(error) == max(0, whole[:place].count(b"\n")), place
        checked = check_case(vault, CASE)
        left = max(0, whole[:place].count(b"\n") - 1)
        assert checked.faults, place
        assert len(checked.found.entries) == left
        assert [f.until for f in checked.faults if f.why == "missing"] == [entries], place


def test_with_one_bit_flipped_at_1000_places_the_entry_is_named(
    vault: Vault, case: tuple[Vault, bytes, object]
) -> None:
    whole = case[1]
    chance = random.Random(80)
    for _ in range(1000):
        place = chance.randrange(len(whole))
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        error = outcome(vault, bytes(changed))
        # A flip of a line's end joins it with the next or tears the last: the number may be one
        # more, never one that is whole.
        here = whole[:place].count(b"\n")
        assert number_of(error) in (here, here + 1), (place, error)


def test_what_is_wrong_is_found_by_check_too(
    vault: Vault, case: tuple[Vault, bytes, object], tmp_path: Path
) -> None:
    whole = case[1]
    chance = random.Random(81)
    for number in range(60):
        place = chance.randrange(len(whole))
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        path_of(vault).write_bytes(bytes(changed))
        checked = check_case(vault, CASE)
        here = whole[:place].count(b"\n")
        assert {fault.revision for fault in checked.faults} & {here, here + 1}, place
        assert len(checked.found.entries) >= whole.count(b"\n") - 3
        write_repaired(checked, tmp_path / str(number), NOON)
        assert path_of(vault).read_bytes() == bytes(changed)


@pytest.mark.parametrize("at", range(1, 11))
@pytest.mark.parametrize("how", ["dropped", "doubled", "swapped"])
def test_a_line_dropped_doubled_or_swapped_is_named(
    vault: Vault, case: tuple[Vault, bytes, object], how: str, at: int
) -> None:
    lines = case[1].splitlines(keepends=True)
    assert len(lines) == 11
    if how == "swapped" and at == 10:
        at = 9
    changes: dict[str, Callable[[], Lines]] = {
        "dropped": lambda: [*lines[:at], *lines[at + 1 :]],
        "doubled": lambda: [*lines[:at], lines[at], *lines[at:]],
        "swapped": lambda: [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]],
    }
    error = outcome(vault, b"".join(changes[how]()))
    assert number_of(error) == (at + 1 if how == "doubled" else at)
    checked = check_case(vault, CASE)
    word = {"dropped": "missing", "doubled": "doubled", "swapped": "moved"}[how]
    assert [(fault.why, fault.revision) for fault in checked.faults] == [(word, at)]
    assert len(checked.found.entries) == (9 if how == "dropped" else 10)


def forged(line: bytes, body: bytes, **head_changes: object) -> bytes:
    """The line with another payload or head, and digests that are right all the same."""
    head = json.loads(line.partition(b',"head":')[2].partition(b',"payload":')[0])
    head |= {"body": hashlib.sha256(body).hexdigest(), **head_changes}
    told = dump(head)
    digest = hashlib.sha256(told).hexdigest().encode()
    return b'{"digest":"' + digest + b'","head":' + told + b',"payload":' + body + b"}\n"


HOSTILE = {
    "null": b"null",
    "list": b"[]",
    "no tables": b'{"salt":"x"}',
    "table is a list": b'{"salt":"x","tables":{"activities":[]}}',
    "record is a number": b'{"salt":"x","tables":{"activities":{"a":5}}}',
    "deep": b'{"salt":"x","tables":{"t":{"a":' + b'{"b":' * 100 + b"1" + b"}" * 103,
    "very deep": b'{"salt":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "huge number": b'{"salt":' + b"9" * 5_000 + b',"tables":{}}',
    "infinite number": b'{"salt":1e999,"tables":{}}',
    "NaN": b'{"salt":NaN,"tables":{}}',
    "lone surrogate": b'{"salt":"\\ud800","tables":{}}',
    "doubled key": b'{"salt":"x","salt":"y","tables":{}}',
    "latin-1": '{"salt":"å","tables":{}}'.encode("latin-1"),
    "not JSON": b"{salt}",
    "wrong record": b'{"salt":"x","tables":{"activities":{"a":{"id":"a","title":7}}}}',
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_nonsense_with_right_digests_is_damage_named_by_its_entry(
    vault: Vault, case: tuple[Vault, bytes, object], body: bytes
) -> None:
    lines = case[1].splitlines(keepends=True)
    lines[-1] = forged(lines[-1], body)
    (vault.folder / f"{CASE}.head").unlink()
    assert number_of(outcome(vault, b"".join(lines))) == 10
    checked = check_case(vault, CASE)
    assert [fault.revision for fault in checked.faults] == [10]
    assert len(checked.found.entries) == 9


@pytest.mark.parametrize("version", [0, -1, "two", None, 1.5, True])
def test_an_entry_of_an_impossible_version_is_damage(
    vault: Vault, case: tuple[Vault, bytes, object], version: object
) -> None:
    lines = case[1].splitlines(keepends=True)
    body = lines[-1].partition(b',"payload":')[2].rstrip()[:-1]
    lines[-1] = forged(lines[-1], body, version=version)
    (vault.folder / f"{CASE}.head").unlink()
    assert number_of(outcome(vault, b"".join(lines))) == 10


def test_an_entry_and_a_header_of_a_newer_version_are_left_alone(
    vault: Vault, case: tuple[Vault, bytes, object]
) -> None:
    lines = case[1].splitlines(keepends=True)
    body = lines[-1].partition(b',"payload":')[2].rstrip()[:-1]
    newer = [*lines[:-1], forged(lines[-1], body, version=99)]
    (vault.folder / f"{CASE}.head").unlink()
    assert isinstance(outcome(vault, b"".join(newer)), NewerError)
    with pytest.raises(NewerError):
        check_case(vault, CASE)
    facts = json.loads(lines[0])
    facts.pop("digest")
    facts |= {"format": 99, "oldest_reader": 99}
    facts["digest"] = _digest(facts)
    assert isinstance(outcome(vault, b"".join([dump(facts) + b"\n", *lines[1:]])), NewerError)


def test_entries_of_an_older_version_are_read_as_today_and_never_rewritten(
    case: tuple[Vault, bytes, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = case[1].splitlines()
    header = json.loads(lines[0])
    anchor = new_header(CASE, NOON)._replace(created=header["created"], journal=header["journal"])
    monkeypatch.setattr("data.entry.VERSION", 2)
    monkeypatch.setattr("data.entry.upcast", lambda tables, _: {**tables, "new": {}})
    old = unseal(lines[1], 1, anchor.anchor)
    assert (old.version, "new" in (old.tables or {})) == (1, True)


def test_an_older_copy_put_back_is_noticed_with_and_without_the_head(
    vault: Vault, case: tuple[Vault, bytes, object]
) -> None:
    lines = case[1].splitlines(keepends=True)
    found = vault.identity(CASE)
    vault.note("open", CASE, found, "", NOON)
    older = b"".join(lines[:8])
    assert number_of(outcome(vault, older)) == 8
    (vault.folder / f"{CASE}.head").unlink()
    # Nothing beside it tells a window any more; what was noted of it does.
    assert not isinstance(outcome(vault, older), StoreError)
    [fault] = check_case(vault, CASE, vault.access.history()).faults
    assert (fault.why, fault.revision, fault.until) == ("missing", 8, 10)


@pytest.mark.parametrize("content", [b"", b"\n", b"null\n", b"\0" * 4096, b"\n" * 1000, b"x" * 10])
def test_a_file_without_a_header_is_damage_and_never_a_new_case(
    vault: Vault, content: bytes
) -> None:
    assert number_of(outcome(vault, content)) == 0
    assert check_case(vault, CASE).faults


def test_the_command_line_says_it_in_one_line_and_with_its_exit_code(
    case: tuple[Vault, bytes, object], tmp_path: Path
) -> None:
    shell = Shell(tmp_path)
    whole = case[1]
    lines = whole.splitlines(keepends=True)
    damaged = {
        "empty": b"",
        "cut": whole[: len(whole) // 2],
        "flipped": whole[:3000] + bytes([whole[3000] ^ 4]) + whole[3001:],
        "swapped": b"".join([*lines[:4], lines[5], lines[4], *lines[6:]]),
        "deep": b"".join([*lines[:-1], forged(lines[-1], HOSTILE["very deep"])]),
        "surrogate": b"".join([*lines[:-1], forged(lines[-1], HOSTILE["lone surrogate"])]),
    }
    shell.vault.mkdir(mode=0o700)
    for name, content in damaged.items():
        (shell.vault / f"{CASE}.journal").write_bytes(content)
        (shell.vault / f"{CASE}.head").write_bytes((case[0].folder / f"{CASE}.head").read_bytes())
        before = shell.bytes()
        for argv in (("case", "show", CASE), ("do", CASE, "start"), ("check", CASE), ("check",)):
            answer = shell(*argv)
            assert answer.exit_code == 6, (name, argv, answer.err)
            assert len(answer.errors) == 1, answer.err
            assert "SFO" not in answer.out + answer.err
        assert shell.bytes() == before
