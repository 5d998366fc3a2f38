"""Journals and cases for tests: a folder, a fixed clock, entries in a row."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from data.caselog import CaseLog, Done
from data.entry import Entry, NewEntry
from data.header import new_header
from data.journal import FileJournal, create_journal
from data.structures import shipped
from data.vault import Vault
from phases.changes import Tables
from phases.clock import Stamp
from phases.commands import Command
from phases.commands.case_facts import CaseNew
from phases.commands.consents import ConsentAdd
from phases.commands.log import ActivityAdd
from phases.commands.participants import ParticipantAdd

NOON = datetime(2027, 1, 19, 12, 0, tzinfo=UTC)
CASE = "ELEV-A"


class StillClock:
    """A clock that always says the same."""

    def stamp(self) -> Stamp:
        return Stamp(NOON, "boot-1", 1000.0)


def entry(number: int, tables: Tables | None = None) -> NewEntry:
    """An entry with an id and content made from a number."""
    made: Tables = {"activities": {f"a{number}": {"n": number}}}
    content = made if tables is None else tables
    return NewEntry(f"e{number}", NOON, "Kari", "activity-add", content)


def new_journal(folder: Path) -> FileJournal:
    """An empty journal."""
    create_journal(folder / f"{CASE}.journal", new_header(CASE, NOON))
    return FileJournal(folder / f"{CASE}.journal", CASE)


def again(folder: Path) -> FileJournal:
    """The same journal, as another window has it."""
    return FileJournal(folder / f"{CASE}.journal", CASE)


def appended(journal: FileJournal, *numbers: int) -> list[Entry]:
    """Append these entries one after another."""
    done = []
    for number in numbers:
        result = journal.append(entry(number), len(journal.history()))
        assert isinstance(result, Entry), result
        done.append(result)
    return done


def ready_case(folder: Path) -> tuple[Vault, CaseLog]:
    """A case in which the log may be written."""
    vault = Vault(folder / "vault")
    vault.create(CASE, NOON)
    log = opened(vault)
    do(log, CaseNew(language="nn"))
    do(log, ParticipantAdd(label="Kontaktlærar", role="teacher"))
    do(log, ParticipantAdd(label="Mor", role="guardian"))
    do(log, ConsentAdd(by="Mor", covers="log", given=date(2026, 12, 1)))
    return vault, log


def opened(vault: Vault) -> CaseLog:
    """The case as another window opens it."""
    return vault.open(CASE, StillClock(), shipped())


def do(log: CaseLog, *commands: Command) -> Done:
    """Save, and expect it to be done."""
    done = log.do(*commands)
    assert isinstance(done, Done), done
    return done


def activity(title: str = "Leksehjelp") -> ActivityAdd:
    """An activity that may be added to a `ready_case`."""
    return ActivityAdd(title=title, owner="Kontaktlærar", due=date(2027, 3, 1))
