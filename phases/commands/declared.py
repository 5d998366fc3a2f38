"""Frozen declarations that are cheap to make: what a command is a kind of."""

from __future__ import annotations

from typing import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Declared:
    """A frozen value whose fields are its class's annotations, each with a default.

    Not `@dataclass(frozen=True)`: that compiles six methods a class, and for the fifty-odd
    commands this took 40 ms of the time to the first screen; these share one set. Type checkers
    read it the same way.
    """

    FIELDS: ClassVar[tuple[str, ...]] = ()
    """The names, in order."""

    def __init_subclass__(cls) -> None:
        """Collect the fields; annotations are texts, so that nothing is evaluated."""
        own = (n for n, a in vars(cls).get("__annotations__", {}).items() if "ClassVar" not in a)
        cls.FIELDS = (*cls.FIELDS, *own)

    def __init__(self, *args: Any, **fields: Any) -> None:
        given = dict(zip(self.FIELDS, args, strict=False)) | fields
        unknown = given.keys() - set(self.FIELDS)
        if unknown or len(args) > len(self.FIELDS):
            raise TypeError(f"{type(self).__name__} has no such field")
        vars(self).update(given)

    def with_(self, **fields: Any) -> Self:
        """A copy with these fields changed."""
        return type(self)(**(vars(self) | fields))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        """The class alone: what somebody typed never reaches a traceback."""
        return f"{type(self).__name__}(…)"

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.FIELDS)
