"""The two stores that are put to the test: ours, and TinyDB with its own JSONStorage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final, Protocol

from tinydb import TinyDB, where

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

CASE: Final = "ELEV-A"
FILLING: Final = "eit ord til " * 12
"""The comment of what stands there from the beginning: a size that logs have."""


class UnreadableError(Exception):
    """The store can't be read: what stood in it is lost."""


class RefusedError(Exception):
    """The store said no, in its own foreseen way."""


class Opened(Protocol):
    """A store as one process has it open."""

    def do(self, act: Act) -> None:
        """Make it durable. Raises RefusedError, or whatever else the store comes to."""
        ...

    def again(self, act: Act) -> None:
        """The same act once more, after it was refused."""
        ...


class Store(Protocol):
    """One way of keeping records."""

    name: str

    def prepare(self, folder: Path, size: int) -> None:
        """A store with so many records."""
        ...

    def open(self, folder: Path) -> Opened:
        """As another process opens it."""
        ...

    def state(self, folder: Path) -> State:
        """What stands in it. Raises UnreadableError."""
        ...

    def doubles(self, folder: Path) -> int:
        """How many records stand there twice, or under an id given twice."""
        ...

    def file(self, folder: Path) -> Path:
        """The file that grows."""
        ...

    def leftovers(self, folder: Path) -> list[str]:
        """Files that nobody needs any more."""
        ...

    def locks(self, folder: Path) -> list[str]:
        """Empty lock files that nobody needs any more."""
        ...


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


class Plain:
    """TinyDB as it comes: one JSON file, written over in place."""

    name = "plain TinyDB"

    def prepare(self, folder: Path, size: int) -> None:
        """The same records; the meeting's table stands before the activities'."""
        folder.mkdir(parents=True, exist_ok=True)
        with _tiny(self.file(folder)) as db:
            db.table("meeting").insert({"runs": "1"})
            made = [{"title": f"start-{n}", "comment": FILLING} for n in range(size)]
            db.table("activities").insert_multiple(made)

    def open(self, folder: Path) -> Opened:
        """One TinyDB for the process's life."""
        return _Tiny(folder)

    def state(self, folder: Path) -> State:
        """As a process that starts now."""
        try:
            with _tiny(self.file(folder)) as db:
                [meeting] = db.table("meeting").all()
                found: State = {RUNS: meeting["runs"]}
                found |= {d["title"]: d["comment"] for d in db.table("activities").all()}
            for path in folder.glob("I*.json"):
                with _tiny(path) as other:
                    documents = other.table("activities").all()
                found[f"@{path.stem}"] = "|".join(document["comment"] for document in documents)
        except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
            raise UnreadableError(type(error).__name__) from None
        return found

    def doubles(self, folder: Path) -> int:
        """Titles that stand there twice."""
        with _tiny(self.file(folder)) as db:
            titles = [document["title"] for document in db.table("activities").all()]
        return len(titles) - len(set(titles))

    def file(self, folder: Path) -> Path:
        """The database."""
        return folder / "plain.json"

    def leftovers(self, folder: Path) -> list[str]:
        """It makes no other files."""
        return [path.name for path in folder.iterdir() if path.suffix != ".json"]

    def locks(self, folder: Path) -> list[str]:
        """It has none."""
        del folder
        return []


class _Tiny:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = Plain().file(folder)
        self._db = TinyDB(self._path, encoding="utf-8") if self._path.exists() else None

    def do(self, act: Act) -> None:
        """As the manual shows it."""
        self.again(act)

    def again(self, act: Act) -> None:
        """TinyDB knows no ids of tries: once more is once more."""
        try:
            self._do(act)
        except OSError as error:
            raise RefusedError(type(error).__name__) from None

    def _do(self, act: Act) -> None:
        if act.kind == "import":
            with _tiny(self._folder / f"{act.key[1:]}.json") as db:
                db.table("activities").insert({"comment": act.value})
            return
        if act.kind == "remove":
            (self._folder / f"{act.key[1:]}.json").unlink()
            return
        assert self._db is not None
        activities = self._db.table("activities")
        match act.kind:
            case "add":
                activities.insert({"title": act.key, "comment": act.value})
            case "delete" | "redact":
                activities.remove(where("title") == act.key)
            case "next":
                meeting = self._db.table("meeting")
                meeting.update({"runs": str(int(meeting.all()[0]["runs"]) + 1)})
            case _:
                activities.update({"comment": act.value}, where("title") == act.key)


STORES: Final[Mapping[str, Callable[[], Store]]] = {
    Journalled.name: Journalled,
    Plain.name: Plain,
}


def _today() -> date:
    return SystemClock().stamp().utc.date()


def _tiny(path: Path) -> TinyDB:
    return TinyDB(path, encoding="utf-8")


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
