"""What the clocks and the long meeting came to; plain TinyDB has no windows to set beside."""

from __future__ import annotations

from collections.abc import Sequence

from tests.faults.clocks import RIGHT_S, Told
from tests.faults.long_meeting import Soaked

GROWTH_MB, LOG_MB, DRIFT_S = 20.0, 1.0, 1.0
"""What a meeting of four hours is allowed."""


def broken_windows(clocks: Sequence[Told], long: Soaked | None) -> list[str]:
    """Which promises weren't kept."""
    wrong = [f"clocks, {told.name}: {fault}" for told in clocks for fault in told.wrong]
    if long is None:
        return wrong
    wrong += [f"long meeting: {fault}" for fault in long.wrong]
    if max(long.drift_s, long.shown_off_s) > DRIFT_S or not long.compared:
        wrong.append(f"long meeting: off by {long.drift_s} s, shown by {long.shown_off_s} s")
    if max(long.grown.values()) > GROWTH_MB or long.log_bytes > LOG_MB * 1e6:
        wrong.append(f"long meeting: grown {long.grown}, a log of {long.log_bytes} bytes")
    return wrong


def window_tables(clocks: Sequence[Told], long: Soaked | None) -> str:
    """Both, as they stand on the page."""
    return _clock_table(clocks) + (_long_table(long) if long else "")


def _clock_table(clocks: Sequence[Told]) -> str:
    lines = [
        "\n### Clocks that jump, stand still and begin anew\n",
        f"| under a real window | off, at most (wanted {RIGHT_S:.0f} s) | questions | jumps noted "
        "| wrong |",
        "| --- | --- | --- | --- | --- |",
    ]
    if not clocks:
        return "\n".join([lines[0], "Not run: clocks of processes couldn't be moved.", ""])
    for told in clocks:
        jumps = ", ".join(f"{jump:+.0f} s" for jump in told.jumps) or "–"
        wrong = len(told.wrong)
        lines.append(f"| {told.name} | {told.off_s:.2f} s | {told.questions} | {jumps} | {wrong} |")
    return "\n".join(lines) + "\n"


def _long_table(long: Soaked) -> str:
    hours, rest = divmod(round(long.meeting_s), 3600)
    grown = ", ".join(f"{name} {mb:.1f} MB" for name, mb in long.grown.items())
    curves = "; ".join(
        f"{name} {', '.join(f'{mb:.1f}' for mb in found)}" for name, found in long.curve.items()
    )
    rows = (
        ("length of the meeting, at speed 60", f"{hours} h {rest // 60} min"),
        ("acts; parts it came through", f"{long.acts}; {long.phases + 1}"),
        (f"drift (wanted {DRIFT_S:.0f} s)", f"{long.drift_s:.3f} s"),
        (f"off on a screen, of {long.compared} looked at", f"{long.shown_off_s:.0f} s"),
        (f"memory grown (wanted {GROWTH_MB:.0f} MB)", grown),
        ("the same after each quarter", curves),
        (f"log (wanted {LOG_MB:.0f} MB)", f"{long.log_bytes / 1e6:.2f} MB"),
    )
    lines = ["\n### A meeting of four hours\n", "| | Viddevakt |", "| --- | --- |"]
    return "\n".join([*lines, *(f"| {name} | {told} |" for name, told in rows)]) + "\n"
