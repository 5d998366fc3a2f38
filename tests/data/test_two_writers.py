"""Several processes at one journal: nothing acknowledged is lost, nothing comes twice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import data.reader
from data.head import Head, read_head
from data.redaction import RecordKey
from tests.data.store import NOON, again, appended, new_journal

ROOT = Path(__file__).parents[2]
EACH = 40

WRITER = """
import sys
from pathlib import Path
from data.entry import Entry
from data.errors import LockedError
from tests.data.store import again, entry
def append(journal, new, revision):
    try:
        return journal.append(new, revision)
    except LockedError:
        return None  # the other one was made to wait by a busy machine, with the lock in its hand
journal, name = again(Path(sys.argv[1])), int(sys.argv[2])
revision = len(journal.read(0).items)
for number in range(name, name + int(sys.argv[3])):
    new = entry(number)._replace(who="\\u00c5se")
    while not isinstance(done := append(journal, new, revision), Entry):
        read = journal.read(revision)
        revision = read.items[-1].revision if read.items else revision
    revision = done.revision
    print("ACK", number, revision, flush=True)
"""


def test_two_processes_that_append_at_once_lose_nothing(tmp_path: Path) -> None:
    new_journal(tmp_path)
    # LC_ALL=C: a title is UTF-8 whatever the machine thinks of letters.
    environ = {**os.environ, "LC_ALL": "C", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0"}
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), str(start), str(EACH)],
            cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True,
        )
        for start in (1000, 2000)
    ]  # fmt: skip
    answers = [writer.communicate(timeout=120)[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    told = [line.split()[1:] for answer in answers for line in answer.splitlines()]
    acknowledged = {int(revision): f"e{number}" for number, revision in told}
    items = again(tmp_path).read(0).items
    assert len(items) == 2 * EACH
    assert {e.who for e in items} == {"Åse"}
    assert {e.revision: e.id for e in items} == acknowledged


@pytest.mark.parametrize("asked", ["read", "history"])
@pytest.mark.parametrize("meanwhile", ["append", "redact"])
@pytest.mark.parametrize("moment", ["before-head", "after-head"])
def test_whoever_reads_while_another_window_saves_finds_a_sound_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str, meanwhile: str, moment: str
) -> None:
    theirs = new_journal(tmp_path)
    appended(theirs, 1, 2)

    def save() -> None:
        monkeypatch.setattr(data.reader, "read_head", read_head)
        if meanwhile == "append":
            appended(theirs, 3)
        else:
            theirs.redact(RecordKey("activities", "a1"), NOON, "", "e9")

    def interrupted(*args: Any) -> Head | None:
        if moment == "before-head":
            save()
            return read_head(*args)
        head = read_head(*args)
        save()
        return head

    monkeypatch.setattr(data.reader, "read_head", interrupted)
    mine = again(tmp_path)
    found = mine.read(0).items if asked == "read" else mine.history()
    assert [e.id for e in found][:2] == ["e1", "e2"]
    assert len(mine.history()) == len(mine.read(0).items) == 3
