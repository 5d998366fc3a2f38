"""Preparing a meeting, in words: what was sent by which way, and what stands where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.wording.reaching import CHANNELS
from phases.showing_dates import short_date

if TYPE_CHECKING:
    from datetime import date

    from app.words import Words
    from phases.records import Notice, OwnSystem


def sent_words(notice: Notice, today: date, words: Words) -> str:
    """When it went out, and how."""
    day = short_date(notice.sent_on, words.language, today=today)
    return words("sent {day}, {channel}", day=day, channel=words(CHANNELS[notice.channel]))


def ticked_words(ticked: OwnSystem, today: date, words: Words) -> str:
    """Since when it stands in the own system, and in which."""
    day = short_date(ticked.on, words.language, today=today)
    if not ticked.system:
        return words("done {day}", day=day)
    return f"{ticked.system}, {day}"
