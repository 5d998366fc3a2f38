"""TinyDB with its own JSONStorage, to be compared with."""

from __future__ import annotations

from pathlib import Path

from tinydb import TinyDB, where

from tests.faults.acts import RUNS, Act, State
from tests.faults.store import FILLING, Opened, RefusedError, UnreadableError


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


def _tiny(path: Path) -> TinyDB:
    return TinyDB(path, encoding="utf-8")
