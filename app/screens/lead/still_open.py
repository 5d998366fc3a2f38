"""What the running part still has to settle, as one quiet line with digits: pure."""

from __future__ import annotations

from app.phase_words import AskedWords
from app.widgets.plain import cut, one_line
from app.wording.items import item_words, lack_words
from app.words import Words
from phases.case import Case
from phases.floor import Floor
from phases.listing import listed
from phases.measures import DESCRIBED, undescribed
from phases.sitting import Sitting
from phases.structures import Item

ASKED = 36
"""Cells of a structure's own words in the list of what is left; Enter's line has more of them."""


MEASURE = 24
"""Cells of a measure's title there."""


def still_open(case: Case, sitting: Sitting, turns: Floor, asked: AskedWords, _: Words) -> str:
    """The line; empty when nothing is left. What nobody has to settle stands last, and is told."""
    must, may = _numbered(case, sitting, turns, asked, _)
    if not must:
        return _("If you like, in this part: {items}", items=may) if may else ""
    told = _("Left in this part: {items}", items=must)
    return "  ".join(filter(None, (told, may and _("· if you like: {items}", items=may))))


def _numbered(
    case: Case, sitting: Sitting, turns: Floor, asked: AskedWords, _: Words
) -> tuple[str, str]:
    """What Enter opens, and what may be left, each with its digit."""
    items, named = listed(case, sitting), []
    for item in items.needed + items.optional:
        own = asked.title_of(item)
        text = _measure(case, sitting, _) if item == DESCRIBED else _item(item, turns, own, _)
        named.append(one_line(f"{items.digits[item]} {cut(text, ASKED if own else len(text))}"))
    must = len(items.needed)
    return "  ".join(named[:must]), "  ".join(named[must:])


def _measure(case: Case, sitting: Sitting, _: Words) -> str:
    """The first measure of which something is still to be said, what that is, and how many wait."""
    waiting = undescribed(case, sitting)
    first = waiting[0]
    told = lack_words(cut(first.activity.title, MEASURE), first.fields, _)
    more = _("and {n} more", n=len(waiting) - 1) if len(waiting) > 1 else ""
    return f"{told} {more}".strip()


def _item(item: Item, turns: Floor, own: str, _: Words) -> str:
    """An item in a word or two; for the round, who hasn't been heard yet."""
    named = item_words(item, _, own)
    waiting = [group.key for group in turns.queue if group.turns[0].service]
    return f"{named} ({', '.join(waiting)})" if item == "services-heard" and waiting else named
