"""Saving one activity, beside an append and fsync of the same bytes, and TinyDB's own file."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tinydb import TinyDB

from data.caselog import CaseLog, Done
from data.clock import SystemClock
from data.structures import shipped
from data.vault import Vault
from phases.changes import Document
from phases.commands import Command
from phases.commands.case_facts import CaseNew
from phases.commands.clock import Start
from phases.commands.consents import ConsentAdd
from phases.commands.log import ActivityAdd
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from tests.benchmarks.bare_save import BareSave
from tests.benchmarks.report import Row, paired, us

GOALS = ((10, 2.0), (100, 2.0), (1000, 4.0))


def run(say: Callable[[str], None], *, quick: bool) -> list[Row]:
    """In turn, on the same disk, for a case with so many activities already."""
    rows = []
    for size, goal in GOALS:
        with TemporaryDirectory(prefix="viddevakt-bench-") as folder:
            rounds = 60 if quick else 300
            bench = _Bench(Path(folder), size)
            for _ in range(rounds // 10):
                bench.round()
            bench.forget()
            for _ in range(rounds):
                bench.round()
            for _ in range(rounds // 10):
                bench.tiny_round()
            rows += bench.rows(goal)
            say(f"{size} activities: {us(median(bench.ours))}, limit {us(median(bench.raw))}")
    return rows


class _Bench:
    """A case of one size, a bare file and a TinyDB beside it."""

    def __init__(self, folder: Path, size: int) -> None:
        self.size = size
        self.ours: list[float] = []
        self.raw: list[float] = []
        self.opened: list[float] = []
        self.bare: list[float] = []
        self.tiny: list[float] = []
        self._count = 0
        vault = Vault(folder / "vault")
        clock = SystemClock()
        self._due = clock.stamp().utc.date() + timedelta(days=21)
        vault.create("ELEV-A", clock.stamp().utc)
        self._journal = vault.folder / "ELEV-A.journal"
        self._log = vault.open("ELEV-A", clock, shipped())
        _do(self._log, *_a_meeting())
        self._bare = BareSave(folder)
        self._table = TinyDB(folder / "tiny.json").table("activities")
        self._raw_path = folder / "raw"
        self._raw_fd = os.open(self._raw_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        _do(self._log, *(self._activity() for _ in range(size)))
        activities = self._log.case.activities.values()
        self._table.insert_multiple(a.to_doc() for a in activities)
        self._bytes = self._journal.stat().st_size
        self._newest: Document = {}

    def _activity(self) -> ActivityAdd:
        self._count += 1
        title = f"Leksehjelp tysdag og torsdag, gruppe {self._count}"
        return ActivityAdd(title=title, owner="Kontaktlærar", due=self._due)

    def round(self) -> None:
        """One save of each kind, each followed by another so that none profits by its place."""
        command = self._activity()
        begun = time.perf_counter()
        done = self._log.do(command)
        self.ours.append(time.perf_counter() - begun)
        if not isinstance(done, Done):
            raise TypeError(done)
        before, self._bytes = self._bytes, self._journal.stat().st_size
        data = b"x" * (self._bytes - before)
        begun = time.perf_counter()
        os.write(self._raw_fd, data)
        os.fsync(self._raw_fd)
        self.raw.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        fd = os.open(self._raw_path, os.O_WRONLY | os.O_APPEND)
        os.write(fd, data)
        os.fsync(fd)
        os.close(fd)
        self.opened.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        self._bare.save(data)
        self.bare.append(time.perf_counter() - begun)
        self._newest = self._log.case.activities[done.made or ""].to_doc()

    def tiny_round(self) -> None:
        """Apart from the others: it goes through so much memory that nothing stays warm."""
        begun = time.perf_counter()
        self._table.insert(self._newest)
        self.tiny.append(time.perf_counter() - begun)

    def forget(self) -> None:
        """The first rounds only warmed everything up."""
        for times in (self.ours, self.raw, self.opened, self.bare, self.tiny):
            times.clear()

    def rows(self, goal: float) -> list[Row]:
        """Ours beside each of the others."""
        ours, name = us(median(self.ours)), f"saving one activity of {self.size}"
        limit = f"append + fsync {us(median(self.raw))}"
        opened = f"open, append, fsync, close {us(median(self.opened))}"
        bare = f"the same system calls in bare Python {us(median(self.bare))}"
        least = paired(self.bare, self.raw)
        tiny = f"TinyDB's file, unsynced {us(median(self.tiny))}"
        return [
            Row(name, ours, limit, paired(self.ours, self.raw), goal),
            Row(name, ours, opened, paired(self.ours, self.opened)),
            Row(name, ours, bare, paired(self.ours, self.bare)),
            Row(f"those calls, {self.size}", us(median(self.bare)), limit, least),
            Row(name, ours, tiny, median(self.ours) / median(self.tiny)),
        ]


def _a_meeting() -> list[Command]:
    """People, consent and a meeting that has begun: the log is written in one."""
    return [
        CaseNew(language="nn"),
        ParticipantAdd(label="Rektor", role="head", duties=("leader", "summariser")),
        ParticipantAdd(label="Kontaktlærar", role="teacher", duties=("writer",)),
        ParticipantAdd(label="Føresett 1", role="guardian", call="Mor"),
        ParticipantAdd(label="Helsesjukepleiar", role="service", service="Skulehelsetenesta"),
        ConsentAdd(by="Mor", covers="log"),
        MeetingPlan(place="Møterom 2"),
        Start(),
    ]


def _do(log: CaseLog, *commands: Command) -> None:
    for command in commands:
        done = log.do(command)
        if not isinstance(done, Done):
            raise TypeError(done)
