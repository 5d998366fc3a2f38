"""What a part of the meeting still has to settle: "Att i denne delen: …" (domain §3.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from app.words import N_

if TYPE_CHECKING:
    from app.words import Words

ITEMS: Final[Mapping[str, str]] = {
    "introductions": N_("names and roles"),
    "consent-told": N_("tell about the consent"),
    "writer": N_("who writes"),
    "viddevakt": N_("who is viddevakt"),
    "family-first": N_("the family first"),
    "services-heard": N_("hear all the services"),
    "challenge": N_("what we will solve together"),
    "offers": N_("the offers"),
    "choice": N_("what help first"),
    "decided-by": N_("who chose"),
    "relay-holder": N_("who takes the baton"),
    "measures": N_("who does what"),
    "measures-described": N_("what each measure is: content, extent, organisation, period"),
    "read-aloud": N_("read it aloud"),
    "next-meeting": N_("the next meeting"),
    "inform-child": N_("who tells the child"),
    "staff-stay": N_("the services stay a little"),
    "covered": N_("everybody here is covered by consent"),
    "walk-through": N_("go through what is under way"),
    "everyone-active": N_("everybody has something to do"),
    "goals": N_("what each of us wants to reach"),
    "assess-dates": N_("a date to look at how it goes"),
    "half-year-plan": N_("a plan for half a year"),
    "outcome": N_("how we go on"),
    "distribution": N_("who gets the log"),
    "feedback": N_("how the meeting was for you"),
}
"""Item -> a few words, small letters, that stand in a list after a colon."""


LACKS: Final[Mapping[str, str]] = {
    "content": N_("content"),
    "extent": N_("extent"),
    "organisation": N_("organisation"),
    "period": N_("period"),
}
"""What may still be to be said of a measure."""


def lack_words(title: str, fields: Iterable[str], words: Words) -> str:
    """A measure and what nobody has said of it: `Leksehjelp: omfang, periode`."""
    return f"{title}: {', '.join(words(LACKS[field]) for field in fields)}"


def item_words(item: str, words: Words, own: str = "") -> str:
    """A few words for one item, or its `own`: a point or a form has words in its structure.

    The item itself where a newer version has one more, or the structure's file has gone.
    """
    return words(ITEMS[item]) if item in ITEMS else _small(own) or item


def _small(title: str) -> str:
    """A form's title as it stands in a list after a colon; “BTI” stays as it is."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
