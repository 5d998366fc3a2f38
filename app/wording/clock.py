"""The clock in words: large figures, a bar, and a word for both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.words import Words
    from phases.pace import Mark
    from phases.shown_clock import ShownClock


class ClockFace(NamedTuple):
    """The clock: large figures, a bar, and a word for both."""

    figures: str = ""
    caption: str = ""
    share: float = 0.0
    mark: Mark = "normal"
    calm: bool = False


def clock_face(clock: ShownClock, _: Words) -> ClockFace:
    """The face of the clock; a calm one has whole minutes and no mark."""
    shown = "" if clock.seconds is None else figures(clock.seconds)
    if clock.state == "waiting":
        return ClockFace(shown)
    if clock.state == "paused":
        return ClockFace(shown, _("❚❚ paused"), clock.share, "normal", calm=True)
    if clock.state == "running" and clock.minutes is not None:
        left = str(clock.minutes) if clock.minutes else ""
        return ClockFace(left, minutes_words(clock.minutes, _), clock.share, "normal", calm=True)
    if clock.state == "running":
        return ClockFace(shown, mark_words(clock.mark, _), clock.share, clock.mark)
    return ClockFace()


def figures(seconds: int) -> str:
    """Minutes and seconds; overrun counts up, and a word says which it is."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{minutes:02d}:{rest:02d}"


def minutes_words(left: int, _: Words) -> str:
    """What is left in whole minutes; at none, no number."""
    if not left:
        return _("rounding off")
    return _.many("about {n} minute left", "about {n} minutes left", left)


def mark_words(mark: Mark, _: Words) -> str:
    """A word for each threshold: colour is never alone."""
    return {
        "normal": _("left"),
        "soon": _("nearing the end"),
        "last": _("almost at the end"),
        "over": _("a little over time"),
    }[mark]
