"""What the texts before a meeting are called, and what is to be said of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from app.words import N_

if TYPE_CHECKING:
    from app.words import Words
    from data.texts.fields import TextKind
    from data.texts.made import MadeText
    from phases.sms import SmsSize

KINDS: Final[Mapping[TextKind, str]] = {
    "summons": N_("Summons"),
    "invitation": N_("Invitation"),
    "reminder-sms": N_("Reminder by SMS"),
    "reminder-email": N_("Reminder by e-mail"),
}

SHORT: Final[Mapping[TextKind, str]] = {
    "summons": N_("Summons"),
    "invitation": N_("Invitation"),
    "reminder-sms": N_("SMS"),
    "reminder-email": N_("E-mail"),
}
"""The same side by side on a narrow screen; a reminder is what an SMS or an e-mail is."""


def kind_words(kind: TextKind, words: Words) -> str:
    """What a text is called."""
    return words(KINDS[kind])


def whole_text(made: MadeText, words: Words) -> str:
    """The text as it is shown and copied; an e-mail says which line is its subject."""
    if made.kind != "reminder-email":
        return made.whole
    return f"{words('Subject')}: {made.whole}"


def size_words(size: SmsSize, words: Words) -> str:
    """Say "110 of 160 characters", and why there is room for 70 alone."""
    told = words("{used} of {limit} characters", used=size.used, limit=size.limit)
    if size.foreign:
        signs = " ".join(size.foreign[:8])
        told += words(" (a telephone's alphabet lacks {signs})", signs=signs)
    return told


def tells_whom_to_call(sender: str) -> bool:
    """Whether a reader can reach the sender: a number, or an address."""
    return any(sign.isdigit() or sign == "@" for sign in sender)


def notes_on(made: MadeText, sender: str, words: Words) -> Iterator[str]:
    """What whoever sends it should know; `sender` is what the settings say."""
    if made.size is not None:
        yield size_words(made.size, words)
    yield from lacks(made, sender, words)


def lacks(made: MadeText, sender: str, words: Words) -> Iterator[str]:
    """What a reader will miss in it."""
    if made.placeless:
        yield words("The place is left out: it is too long, or names somebody.")
    # A text of one's own may name a number in its own words.
    if not made.own and not tells_whom_to_call(sender):
        yield words("It names no phone number: {verb}", verb="`viddevakt settings sender`")
