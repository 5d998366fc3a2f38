"""Is what was acknowledged there, and nothing that was never asked for?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.faults.acts import Act, State, read_act
from tests.faults.store import Store, UnreadableError


def possible(before: State, lines: Iterable[str]) -> list[State]:
    """The states that may stand after a life that ended somewhere in these lines.

    All that was acknowledged, and with or without what was being done at the end.
    """
    state, trying = before, None
    for line in lines:
        if line.startswith("TRY "):
            trying = read_act(line[4:])
        elif line.startswith("ACK") and trying is not None:
            state, trying = trying.on(state), None
    return [state] if trying is None else [state, trying.on(state)]


def acknowledged(lines: Iterable[str]) -> list[Act]:
    """The acts that were told to be durable."""
    acts: list[Act] = []
    trying: Act | None = None
    for line in lines:
        if line.startswith("TRY "):
            trying = read_act(line[4:])
        elif line.startswith("ACK") and trying is not None:
            acts.append(trying)
            trying = None
    return acts


def verdict(store: Store, folder: Path, states: Sequence[State]) -> str:
    """`whole`, `damaged` (unreadable), `lost` (something acknowledged) or `changed`."""
    try:
        found = store.state(folder)
    except UnreadableError:
        return "damaged"
    if found in states:
        return "whole"
    if any(set(state) - set(found) for state in states[:1]):
        return "lost"
    return "changed"


def unsynced(calls: Iterable[Sequence[str]]) -> list[str]:
    """What of a change wasn't on the disk when it was acknowledged.

    A file's content counts when the file was synced after the last change of it, a new name when
    the folder was. What may be lost (`.head`, a lock) isn't asked for.
    """
    dirty: dict[str, str] = {}
    for name, path, to in calls:
        if path.endswith((".head", ".lock")):
            continue
        if name in ("write", "pwrite", "ftruncate", "truncate"):
            dirty[path] = name
        elif name in ("fsync", "fdatasync"):
            dirty.pop(path, None)
        elif name in ("replace", "rename"):
            if path in dirty:
                dirty[f"{path} before its rename"] = dirty.pop(path)
            dirty[str(Path(to).parent)] = name
    return [f"{name}: {Path(path).name}" for path, name in dirty.items()]
