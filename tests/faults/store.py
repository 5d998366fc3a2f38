"""What a store must do to be put to the test."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Protocol

from tests.faults.acts import Act, State

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
