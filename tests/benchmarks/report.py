"""What a benchmark found, beside what was wanted of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Row:
    """One line of the closing table."""

    name: str
    ours: str
    beside: str
    """The other program or the bare system call, with its figure."""
    ratio: float | None = None
    goal: float | None = None
    """The largest ratio that was wanted; None where the line is there for comparison only."""

    @property
    def verdict(self) -> str:
        """In a word."""
        if self.goal is None or self.ratio is None:
            return ""
        return "met" if self.ratio <= self.goal else "MISSED"


def table(rows: Sequence[Row]) -> str:
    """Goal and result of each, as a person reads them."""
    heads = ("what", "ours", "beside", "ratio", "goal", "")
    lines = [heads, *(_cells(row) for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(heads))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _cells(row: Row) -> tuple[str, ...]:
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    goal = "" if row.goal is None else f"≤ {row.goal:g}"
    return row.name, row.ours, row.beside, ratio, goal, row.verdict


def percentile(values: Iterable[float], share: float) -> float:
    """The value that `share` (0 to 1) of all lie at or below."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def paired(ours: Sequence[float], others: Sequence[float]) -> float:
    """The median of the ratios of neighbours: the machine's own speed drifts, they drift alike."""
    return median(a / b for a, b in zip(ours, others, strict=True))


def ms(seconds: float) -> str:
    """Milliseconds, for reading."""
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"


def us(seconds: float) -> str:
    """Microseconds, for reading."""
    return f"{seconds * 1e6:.0f} µs"
