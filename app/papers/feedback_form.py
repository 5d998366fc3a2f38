"""A sheet on which guardians, or the child, can say how the meeting was (S0-40, S1-18).

It supplements the talk about it and never stands in for it, and nobody has to fill it in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.papers.paper import Bullets, Paper, Table, Text
from app.papers.parts import paper_of, section
from app.wording.states import HEARD, heard_words
from phases.showing_dates import long_date

if TYPE_CHECKING:
    from app.papers.asking import Asked
    from phases.records import Feedback


def feedback_form(asked: Asked) -> Paper:
    """For one of the family; what they said already stands on it, unless it is to be blank."""
    _ = asked.words
    said = None if asked.blank else _said(asked)
    codes = list(HEARD)
    boxes = Bullets(
        items=tuple(heard_words(code, _) for code in codes),
        boxes=True,
        ticked=(codes.index(said.heard),) if said and said.heard in codes else (),
    )
    more = _("Is there anything we should do otherwise next time?")
    rows = ((said.differently,),) if said and said.differently else (("",),)
    intro = _(
        "You needn't answer. We would like to talk with you about it; this sheet is only there"
        " if you would rather write."
    )
    return paper_of(
        asked,
        "feedback-form",
        _("How was the meeting for you?"),
        (
            Text(text=intro),
            *section(_("Did we listen to you?"), boxes),
            Table(head=(more,), rows=rows, title=more, framed=True),
            Text(text=_("Thank you!")),
        ),
        subtitle=long_date(asked.met_on, _.language) if asked.met_on else "",
    ).model_copy(update={"letters": "large"})


def _said(asked: Asked) -> Feedback | None:
    """What was noted of them, so that it can be read through together."""
    reader = asked.reader.id if asked.reader else ""
    found = asked.case.feedback.values()
    return next((f for f in found if (f.meeting, f.by) == (asked.here, reader)), None)
