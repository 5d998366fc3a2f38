"""What a long log is kept in: collections that become longer without being copied.

A snapshot never changes, so each save makes another one. Copying a thousand records for it takes
longer than deciding and writing the thousand and first; here only the newest few are copied, the
rest is shared. Short collections stay plain: there a copy is cheaper than two layers.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, Sequence, ValuesView
from itertools import chain
from typing import TypeVar, overload

LAYER = 64
"""How many are copied at most, and how many a collection holds before it is layered."""

T = TypeVar("T")


class LongMap(Mapping[str, T]):
    """Records by id, in the order they came; the same as a dict with them to whoever reads."""

    __slots__ = ("_below", "_top", "_whole")

    def __init__(self, below: Mapping[str, T], top: Mapping[str, T]) -> None:
        self._below = below
        self._top = top
        """None of these ids is in `_below`, so that the order is simply one after the other."""
        self._whole: dict[str, T] | None = None

    def __getitem__(self, key: str) -> T:
        return self._top[key] if key in self._top else self._below[key]

    def __contains__(self, key: object) -> bool:
        return key in self._top or key in self._below

    def __iter__(self) -> Iterator[str]:
        return chain(self._below, self._top)

    def __len__(self) -> int:
        return len(self._below) + len(self._top)

    def values(self) -> ValuesView[T]:
        """The records, from one dict made of both layers once: a loop through that is quicker."""
        return self._as_dict().values()

    def items(self) -> ItemsView[str, T]:
        """Ids and records, as `values`."""
        return self._as_dict().items()

    def with_(self, added: Mapping[str, T]) -> LongMap[T] | None:
        """Another one with these besides; None where they don't simply come on top."""
        if len(self._top) + len(added) > LAYER or any(key in self._below for key in added):
            return None
        return LongMap(self._below, {**self._top, **added})

    def _as_dict(self) -> dict[str, T]:
        if self._whole is None:
            self._whole = {**self._below, **self._top}
        return self._whole


def merged(before: Mapping[str, T], changed: Mapping[str, T | None]) -> Mapping[str, T]:
    """The records after these changes; None takes one away."""
    added = {key: value for key, value in changed.items() if value is not None}
    if len(before) >= LAYER and len(added) == len(changed):
        layered = before if isinstance(before, LongMap) else LongMap(before, {})
        longer = layered.with_(added)
        if longer is not None:
            return longer
    after = dict(before.items())
    for key in changed.keys() - added.keys():
        after.pop(key, None)
    after.update(added)
    return after


class LongSequence(Sequence[T]):
    """What happened, one after another; equal to a tuple of the same."""

    __slots__ = ("_below", "_top")

    def __init__(self, below: tuple[T, ...], top: tuple[T, ...]) -> None:
        self._below = below
        self._top = top

    def __len__(self) -> int:
        return len(self._below) + len(self._top)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        if -len(self._top) <= index < 0:
            return self._top[index]
        return tuple(self)[index]

    def __iter__(self) -> Iterator[T]:
        return chain(self._below, self._top)

    def __reversed__(self) -> Iterator[T]:
        return chain(reversed(self._top), reversed(self._below))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, LongSequence | tuple):
            return NotImplemented
        return len(self) == len(other) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def with_(self, item: T) -> LongSequence[T]:
        """Another one with this at its end."""
        if len(self._top) < LAYER:
            return LongSequence(self._below, (*self._top, item))
        return LongSequence(tuple(self), (item,))


def appended(before: Sequence[T], item: T) -> Sequence[T]:
    """All of them, and this one at the end."""
    if isinstance(before, LongSequence):
        return before.with_(item)
    if len(before) < LAYER:
        return (*before, item)
    return LongSequence(tuple(before), (item,))
