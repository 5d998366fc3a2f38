"""The two stores that are put to the test: ours, and TinyDB with its own JSONStorage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from tinydb import where

from data.caselog import CaseLog, Done
from data.clock import SystemClock
from data.errors import StoreError
from data.redaction import RecordKey
from data.structures import shipped
from data.vault import Vault
from phases.changes import Tables
from phases.commands import Command
from phases.commands.case_facts import CaseNew
from phases.commands.clock import Back, Next, Start
from phases.commands.consents import ConsentAdd
from phases.commands.log import ActivityAdd, ActivityEdit
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from tests.faults.acts import RUNS, Act, State
from tests.faults.plain_store import Plain
from tests.faults.store import CASE, FILLING, Opened, RefusedError, Store, UnreadableError


class Journalled:
    """Viddevakt's own."""

    name = "viddevakt"

    def prepare(self, folder: Path, size: int) -> None:
        """A case in a meeting, one entry an activity."""
        vault = Vault(folder)
        vault.create(CASE, SystemClock().stamp().utc)
        log = _log(vault)
        _save(log, CaseNew(language="nn", rehearsal=True))
        _save(log, ParticipantAdd(label="Mor", role="guardian"))
        _save(log, ParticipantAdd(label="Rektor", role="head", duties=("leader", "relay-holder")))
        _save(log, ParticipantAdd(label="Vakt", role="other", duties=("guard",)))
        _save(log, ConsentAdd(by="Mor", covers="log", given=_today()))
        _save(log, MeetingPlan(structure="bti-individual"))
        _save(log, Start())
        for number in range(size):
            _save(log, _activity(f"start-{number}", FILLING))

    def open(self, folder: Path) -> Opened:
        """The case as a window has it."""
        return _Window(folder)

    def state(self, folder: Path) -> State:
        """From zero, as a window that is opened now."""
        vault = Vault(folder)
        try:
            log = _log(vault)
            found: State = {RUNS: str(_runs(log))}
            for activity in log.case.activities.values():
                found[activity.title] = activity.comment
            for name in (case.id for case in vault.list()):
                if name != CASE:
                    [activity] = _log(vault, name).case.activities.values()
                    found[f"@{name}"] = activity.comment
        except StoreError as error:
            raise UnreadableError(str(error)) from None
        return found

    def doubles(self, folder: Path) -> int:
        """Titles are given once each; so are the ids of entries."""
        log = _log(Vault(folder))
        titles = [activity.title for activity in log.case.activities.values()]
        ids = [entry.id for entry in log.history()]
        return len(titles) - len(set(titles)) + len(ids) - len(set(ids))

    def file(self, folder: Path) -> Path:
        """The journal."""
        return folder / f"{CASE}.journal"

    def leftovers(self, folder: Path) -> list[str]:
        """Whatever a rewrite that was cut short left, and what lies beside a case that is gone."""
        return [
            path.name
            for path in folder.iterdir()
            if path.suffix not in (".journal", ".head", ".lock")
            or (path.suffix == ".head" and not path.with_suffix(".journal").exists())
        ]

    def locks(self, folder: Path) -> list[str]:
        """Empty lock files of cases that were never born or are gone."""
        files = folder.glob("*.lock")
        return [path.name for path in files if not path.with_suffix(".journal").exists()]


class _Window:
    def __init__(self, folder: Path) -> None:
        self._vault = Vault(folder)
        self._log = _log(self._vault) if self._vault.exists(CASE) else None
        self._entry = ""
        self._stuck = False

    @property
    def log(self) -> CaseLog:
        assert self._log is not None
        return self._log

    def do(self, act: Act) -> None:
        """Like a screen: a StoreError is foreseen, anything else is a crash."""
        self._entry = self._log.new_entry_id() if self._log else ""
        self.again(act)

    def again(self, act: Act) -> None:
        """With the entry id of the first try, so that nothing is done twice."""
        try:
            if self._stuck:
                self.log.recover()
            self._do(act)
        except StoreError as error:
            self._stuck = error.code == "stuck"
            raise RefusedError(error.code) from None

    def _do(self, act: Act) -> None:
        match act.kind:
            case "import":
                self._vault.import_(act.key[1:], _imported(act), SystemClock().stamp().utc)
            case "remove":
                self._vault.delete(act.key[1:], "", SystemClock().stamp().utc)
            case "redact":
                self._redact(act)
            case "delete":
                # Through TinyDB's own face: a plain caller's whole tables become one entry.
                self.log.refresh()
                self.log.db.table("activities").remove(where("title") == act.key)
            case _:
                self.log.refresh()
                done = self.log.do(self._command(act), entry_id=self._entry)
                assert isinstance(done, Done), done

    def _redact(self, act: Act) -> None:
        self.log.refresh()
        key = RecordKey("activities", self._id(act.key))
        at = SystemClock().stamp().utc
        self._vault.journal(CASE).redact(key, at, "", self._entry)
        self.log.refresh()

    def _command(self, act: Act) -> Command:
        if act.kind == "add":
            return _activity(act.key, act.value)
        if act.kind == "next":
            phase = _phase(self.log)
            return Next(phase=phase) if phase == "welcome" else Back(phase=phase)
        return ActivityEdit(id=self._id(act.key), field="comment", value=act.value)

    def _id(self, title: str) -> str:
        found = [a.id for a in self.log.case.activities.values() if a.title == title]
        if not found:
            raise RefusedError("no-such-record")
        return found[0]


STORES: Final[Mapping[str, Callable[[], Store]]] = {
    Journalled.name: Journalled,
    Plain.name: Plain,
}


def _today() -> date:
    return SystemClock().stamp().utc.date()


def _log(vault: Vault, name: str = CASE) -> CaseLog:
    return vault.open(name, SystemClock(), shipped())


def _save(log: CaseLog, command: Command) -> None:
    done = log.do(command)
    assert isinstance(done, Done), done


def _activity(title: str, comment: str) -> ActivityAdd:
    return ActivityAdd(title=title, owner="Rektor", due=_today(), comment=comment)


def _phase(log: CaseLog) -> str:
    sitting = log.case.sitting
    assert sitting is not None
    return sitting.line.phase or ""


def _runs(log: CaseLog) -> int:
    sitting = log.case.sitting
    return len(sitting.line.runs) if sitting is not None else 0


def _imported(act: Act) -> Tables:
    record = {"id": "a1", "title": act.key, "owner": "p1", "comment": act.value}
    # Nobody is in it: it says itself whom it names in vain.
    facts = {"id": "case", "gone": ["p1"]}
    return {"activities": {"a1": record}, "case": {"case": facts}}
