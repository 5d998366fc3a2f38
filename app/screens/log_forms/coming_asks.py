"""Who comes, who comes later and who has to leave: the rows under whose turn it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.screens.choice_option import Option
from app.screens.log_forms.asks import Answer, Ask, ask_of
from app.wording.consents import joins_words
from app.words import Words
from phases.case import Case
from phases.commands import Command
from phases.commands.talk import Arrive, Expect, Leave
from phases.records import Participant


def person_option(person: Participant, words: Words) -> Option:
    """A person to choose, with their service and how they join."""
    told = (person.service, joins_words(person, words))
    return Option(person.id, person.label, ", ".join(filter(None, told)))


def who_is_here(case: Case, _: Words) -> Ask:
    """Before the start: who is expected later, and who has come all the same."""
    return ask_of(_("Who is here?"), around(case, _))


def around(case: Case, _: Words) -> list[tuple[Option, Answer]]:
    """Coming and going: whoever is awaited is one key, and nothing opens that is empty."""
    sitting = case.sitting
    awaited = sitting.meeting.later if sitting else ()
    begun = sitting is not None and sitting.underway
    here = [p for p in case.present if begun or p.id not in awaited]
    away = [p for p in case.participants.values() if p not in here]
    rows = [
        (
            Option(f"here:{p.id}", _("{who} is here now", who=p.label)),
            Answer([Arrive(p.id) if begun else Expect(p.id, later=False)]),
        )
        for p in away
        if p.id in awaited
    ]
    others = [p for p in away if p.id not in awaited]
    if begun and (others or not away):
        comes = _whom(_("Who comes?"), others, Arrive, _)
        note = "" if others else _("everybody is here")
        rows.append((Option("come", _("Somebody comes …"), note, bool(others)), comes))
    if begun:
        goes = _whom(_("Who has to leave?"), here, Leave, _)
        rows.append((Option("go", _("Somebody has to leave …")), goes))
    later = _whom(_("Who is expected, and not here yet?"), here, Expect, _)
    return [*rows, (Option("later", _("Somebody comes later …")), later)]


def _whom(
    title: str, people: Sequence[Participant], act: Callable[[str], Command], words: Words
) -> Answer:
    rows = [(person_option(p, words), Answer([act(p.id)])) for p in people]
    return Answer(ask=ask_of(title, rows))
