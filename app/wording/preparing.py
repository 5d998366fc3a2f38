"""Preparing a meeting, in words: what was sent by which way, and what stands where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from app.wording.reaching import CHANNELS
from app.words import N_
from phases.showing_dates import short_date

if TYPE_CHECKING:
    from datetime import date

    from app.words import Words
    from phases.notices import Told
    from phases.records import Notice, OwnSystem


NOTICES: Final[Mapping[str, str]] = {
    "summons": N_("Summons"),
    "invitation": N_("Invitation"),
    "reminder": N_("Reminder"),
}
"""What goes out before a meeting."""


def notices_words(found: Sequence[Told], today: date, words: Words) -> str:
    """Who has got theirs when and by which way, and who hasn't; names only where it differs."""
    told: dict[str, list[str]] = {}
    for person, notice, outdated in found:
        if notice is not None:
            sent = sent_words(notice, today, words)
            if outdated:
                sent = words("{sent}, before the time was changed", sent=sent)
            told.setdefault(sent, []).append(person.label)
    left = [each.person.label for each in found if each.notice is None]
    if len(told) == 1 and not left:
        return next(iter(told))
    parts = [f"{', '.join(names)}: {sent}" for sent, names in told.items()]
    if left:
        parts.append(words("not yet: {list}", list=", ".join(left)))
    return " · ".join(parts)


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
