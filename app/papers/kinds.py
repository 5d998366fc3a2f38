"""The kinds of papers: what each is called, and what makes it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from app.words import N_

if TYPE_CHECKING:
    from app.papers.asking import Asked
    from app.papers.paper import Paper
    from phases.case import Case
    from phases.sitting import Sitting


class Kind(NamedTuple):
    """One kind."""

    maker: str
    """Module and function below `app.papers`, imported when it is asked for."""
    words: str
    """What it is, for a list to choose from (msgid)."""
    of_child: bool = True
    """Whether it is about the child, so that the log's name may stand in the file's."""
    before: bool = False
    """Whether it is about the meeting to come, and not about the one that was held."""
    of_meeting: bool = True
    """Whether it is about one meeting, and stands as the log stood after it."""


KINDS: Final[dict[str, Kind]] = {
    "minutes": Kind("minutes:minutes", N_("the minutes, for the folder and those who took part")),
    "agenda": Kind(
        "agenda:agenda",
        N_("the agenda on one page: clock times, what to say, what to tick"),
        before=True,
    ),
    "summons": Kind("letters:summons", N_("the summons: purpose, place and time"), before=True),
    "invitation": Kind(
        "letters:invitation", N_("the invitation to the planned meeting"), before=True
    ),
    "reminder": Kind(
        "letters:reminder", N_("the reminder, as an SMS and as an e-mail"), before=True
    ),
    "agreed": Kind("agreed:agreed", N_("what was agreed, on one page for the guardians")),
    "agreed-child": Kind("agreed:agreed_child", N_("the same for the child, in plainer words")),
    "form": Kind("form:form", N_("the meeting's forms, filled in or blank, with lines to sign")),
    "feedback-form": Kind(
        "feedback_form:feedback_form", N_("how the meeting was, for guardians and child")
    ),
    "log": Kind("log:log", N_("the whole log: as CSV its activities"), of_meeting=False),
    "evaluation": Kind(
        "evaluation:evaluation",
        N_("the staff's evaluation, without anything about the child"),
        of_child=False,
    ),
}
"""In the order in which they are offered."""


def sitting_for(kind: str, case: Case) -> Sitting | None:
    """The meeting that a paper of this kind is about, where nobody named one."""
    return case.sitting if KINDS[kind].before else case.held or case.sitting


def paper(kind: str, asked: Asked) -> Paper:
    """A paper of this kind. Raises KeyError for another word, PaperError where it can't be made."""
    from app.papers.asking import ask

    module, _, function = KINDS[kind].maker.partition(":")
    build: Callable[[Asked], Paper] = getattr(import_module(f"app.papers.{module}"), function)
    made = build(ask(asked, as_it_stood=KINDS[kind].of_meeting))
    if not asked.case.facts.rehearsal:
        return made
    # A paper of something practised must not end up in a child's folder.
    told = (asked.words("For practice"), made.foot)
    return made.model_copy(update={"foot": " – ".join(part for part in told if part)})
