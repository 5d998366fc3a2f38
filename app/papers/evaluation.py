"""The staff's evaluation as a report: how the meeting was run, and nothing about the child.

Neither the log's name nor a label nor what was agreed stands on it (R-E11): it is filed apart
from the child's papers, and read by those who work on better meetings.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from app.papers.bars import time_bars
from app.papers.errors import refused
from app.papers.paper import Paper, Text
from app.papers.parts import facts, section, structure_title
from app.papers.share import for_family
from app.wording.questions import LABELS
from app.wording.states import kind_words, role_words
from phases.changes import EXIT_RULE
from phases.names_in_text import mentions
from phases.records import Evaluation
from phases.showing_dates import long_date
from phases.words import ROLES

if TYPE_CHECKING:
    from app.papers.asking import Asked
    from app.papers.parts import Blocks

HIDDEN: Final = "…"


def evaluation(asked: Asked) -> Paper:
    """After the family has left (R-E10). Raises PaperError."""
    _, sitting = asked.words, asked.sitting
    if sitting is None or not sitting.over:
        raise refused("R-E10", _, {"open": "meeting"}, EXIT_RULE)
    if for_family(asked):
        raise refused("R-E10", _, {"open": "reader"}, EXIT_RULE)
    if not sitting.meeting.family_left:
        raise refused("R-E10", _, {"open": "family"}, EXIT_RULE)
    said = asked.case.evaluations.get(asked.here) or Evaluation(id=asked.here)
    return Paper(
        kind="evaluation",
        title=_("How the meeting was run"),
        subtitle=long_date(asked.met_on, _.language) if asked.met_on else "",
        language=asked.language,
        # No log's name in the file's properties either.
        case="",
        made=asked.made,
        blocks=(
            # Not in the foot, which screen readers leave out.
            Text(
                text=_("For the staff alone: about the meeting, not about the child"),
                weight="small",
            ),
            *_head(asked, said),
            *_answers(asked, said),
            *_measured(asked),
        ),
    )


def _head(asked: Asked, said: Evaluation) -> Blocks:
    _, unit = asked.words, asked.case.facts.unit
    roles = [
        role_words(r, unit, _) if r in ROLES else without_names(r, asked) for r in said.took_part
    ]
    return (
        facts(
            (_("Meeting"), structure_title(asked)),
            (_("Took part in the evaluation"), ", ".join(roles)),
        ),
    )


def _answers(asked: Asked, said: Evaluation) -> Blocks:
    _ = asked.words
    blocks: Blocks = ()
    for letter, question in LABELS.items():
        answer = without_names(getattr(said, letter), asked)
        blocks += section(f"{letter}) {_(question)}", Text(text=answer or "–"))
    return blocks


def _measured(asked: Asked) -> Blocks:
    _ = asked.words
    signs = (s for s in asked.case.interventions.values() if s.meeting == asked.here)
    kinds = Counter(kind_words(sign.kind, _) for sign in signs)
    told = ", ".join(f"{kind} {count}" for kind, count in kinds.items()) or _("none")
    return section(_("What the clock measured"), time_bars(asked), facts((_("Signs"), told)))


def without_names(text: str, asked: Asked) -> str:
    """The answer without the child: each label that it names becomes “…” (R-E11)."""
    case = asked.case
    names = [n for p in case.participants.values() for n in (p.name, p.call) if n]
    titles = [a.title for a in case.activities.values()]
    told = mentions(text, [case.id, *names, *titles])
    for label in sorted(told, key=len, reverse=True):
        words = r"\s+".join(re.escape(word) for word in label.split())
        text = re.sub(rf"(?<!\w){words}(?:['’]?s)?(?!\w)", HIDDEN, text, flags=re.IGNORECASE)
    return text
