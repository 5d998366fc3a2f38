"""What would be passed by without a word when the meeting is closed: pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from app.screens.choice_option import Option
from app.wording.items import item_words
from app.words import Words
from phases.case import Case
from phases.listing import left_at_close, waiting_topics

CLOSE: Final = "close"

LEFT: Final = "left:"
"""Stands before an item among the values of the options; the others are topics, by their ids."""


def before_closing(case: Case, title_of: Callable[[str], str], _: Words) -> tuple[Option, ...]:
    """To close all the same, then what is left and the topics that were parked; else nothing.

    `title_of` has the words of the structure's own items.
    """
    sitting = case.sitting
    items = left_at_close(case, sitting) if sitting else ()
    left = [
        Option(f"{LEFT}{item}", _("{what} …", what=item_words(item, _, title_of(item))))
        for item in items
    ]
    parked = _("taken afterwards")
    left += [Option(topic.id, topic.text, parked) for topic in waiting_topics(case)]
    return (Option(CLOSE, _("Close the meeting")), *left) if left else ()
