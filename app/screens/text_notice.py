"""Noting that a text went out: how, where that isn't plain, and on which day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from app.screens.choice_option import Option
from app.wording.reaching import CHANNELS
from phases.commands.preparing import NoticeCommand
from phases.showing_dates import long_date

if TYPE_CHECKING:
    from textual.app import App

    from app.words import Words
    from data.texts.fields import TextKind
    from phases.words import Channel, NoticeKind

NOTICES: Final[Mapping[TextKind, NoticeKind]] = {
    "summons": "summons",
    "invitation": "invitation",
    "reminder-sms": "reminder",
    "reminder-email": "reminder",
}
"""What the log calls it that one of them went out."""

CHANNELS_OF: Final[Mapping[TextKind, tuple[Channel, ...]]] = {
    "summons": ("letter", "log", "phone", "own-system"),
    "invitation": ("letter", "log", "phone", "own-system"),
    "reminder-sms": ("sms",),
    "reminder-email": ("e-mail",),
}
"""By which one may go: a letter not by SMS or e-mail, which others can read (L21)."""

DAYS: Final = 7
"""So many days back can be chosen; an older one is noted by a command."""

Take = Callable[[NoticeCommand], None]


def ask_notice(  # noqa: PLR0917 - a notice is all of these
    app: App[object],
    words: Words,
    kind: TextKind,
    today: date,
    take: Take,
    to: tuple[str, ...] = (),
    template: str = "",
) -> None:
    """Ask over the present screen, and hand the command to `take`; Esc hands it nothing.

    `to` are the ids of those it went to; nobody named is everybody who hasn't got theirs.
    `template` is what its text was made from.
    """

    def on_day(channel: Channel) -> None:
        days = {day.isoformat(): day for day in (today - timedelta(days=n) for n in range(DAYS))}

        def taken(chosen: str | None) -> None:
            if chosen is not None:
                notice = NOTICES[kind]
                on = days[chosen]
                take(NoticeCommand(notice, channel, on, to=to, template=template))

        options = [Option(key, _day(day, today, words)) for key, day in days.items()]
        _choose(app, words("When was it sent?"), options, words, taken)

    channels = CHANNELS_OF[kind]
    if len(channels) == 1:
        on_day(channels[0])
        return

    def by(chosen: str | None) -> None:
        for channel in channels:
            if channel == chosen:
                on_day(channel)

    options = [Option(channel, words(CHANNELS[channel])) for channel in channels]
    _choose(app, words("How did it go out?"), options, words, by)


def _day(day: date, today: date, words: Words) -> str:
    """Say "today, Tuesday 24 November"."""
    told = long_date(day, words.language, today=today - timedelta(days=DAYS))
    named = {0: words("today"), 1: words("yesterday")}.get((today - day).days, "")
    return f"{named}, {told}" if named else told


def _choose(
    app: App[object],
    title: str,
    options: Sequence[Option],
    words: Words,
    taken: Callable[[str | None], None],
) -> None:
    from app.screens.choice import ChoicePage
    from app.screens.keys_line import keys_line

    app.push_screen(ChoicePage(title, options, foot=keys_line(("Esc", words("back")))), taken)
