"""Old entries, read as if they were written today. Pure; nothing in the file is touched.

An upcaster takes the tables of an entry of version n and gives those of version n + 1. There is
one version so far; the next one adds its step here, next to a test with a line of the old kind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from phases.changes import Tables

VERSION = 1
"""The version of the entries this program writes."""

Upcaster = Callable[[Tables], Tables]

UPCASTERS: Mapping[int, Upcaster] = {}
"""Version n -> the step from n to n + 1."""


def upcast(
    tables: Tables, version: int, to: int = VERSION, steps: Mapping[int, Upcaster] = UPCASTERS
) -> Tables:
    """The tables of an entry as version `to` would have written them."""
    for step in range(version, to):
        tables = steps[step](tables)
    return tables
