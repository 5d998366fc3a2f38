"""Wishes for papers from the scripts of `tests/scenarios`, and what stands on a paper."""

from __future__ import annotations

from dataclasses import replace

from app.papers.asking import Asked
from app.papers.kinds import paper
from app.papers.paper import AnyBlock, Bullets, Facts, Heading, Paper, Table, Text
from app.words import Words
from phases.case import Case
from phases.context import Context
from tests.scenarios.playing import OSLO, SHIPPED, played


def wish(
    script: str, language: str = "nb", *, meeting: int = 0, reader: str = "", blank: bool = False
) -> Asked:
    """About the newest meeting that was held, or the one with this number."""
    return of_case(played(script).case, language, meeting=meeting, reader=reader, blank=blank)


def of_case(
    case: Case, language: str = "nb", *, meeting: int = 0, reader: str = "", blank: bool = False
) -> Asked:
    """The same about any case."""
    newest = case.newest_event
    assert newest is not None
    ctx = Context(now=newest.at, new_id=lambda: "id", zone=OSLO, structures=SHIPPED)
    sitting = case.held or case.sitting
    if meeting:
        sitting = next(case.sitting_of(m.id) for m in case.meetings.values() if m.number == meeting)
    person = case.find_participant(reader) if reader else None
    assert person is not None or not reader
    return Asked(case, ctx, Words(language), sitting, person, blank=blank)


def with_meeting(asked: Asked, **fields: object) -> Asked:
    """The same wish over a meeting with these fields."""
    assert asked.sitting is not None
    meeting = asked.sitting.meeting.with_(**fields)
    case = asked.case.with_(meetings={**asked.case.meetings, meeting.id: meeting})
    return replace(asked, case=case, sitting=case.sitting_of(meeting.id))


def made(kind: str, asked: Asked) -> Paper:
    """The paper."""
    return paper(kind, asked)


def under(made: Paper, heading: str) -> list[AnyBlock]:
    """The blocks between this heading and the next of its level. Fails where there is none."""
    blocks = list(made.blocks)
    at = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.text == heading)
    level = blocks[at].level  # type: ignore[union-attr]
    found: list[AnyBlock] = []
    for block in blocks[at + 1 :]:
        if isinstance(block, Heading) and block.level <= level:
            break
        found.append(block)
    return found


def headings(made: Paper) -> list[str]:
    """Its headings in order."""
    return [b.text for b in made.blocks if isinstance(b, Heading)]


def fact(made: Paper, label: str) -> str:
    """What is said under a label. Fails where nothing is."""
    rows = [row for b in made.blocks if isinstance(b, Facts) for row in b.rows]
    return next(value for name, value in rows if name == label)


def facts(made: Paper) -> dict[str, str]:
    """Everything that is said under a label."""
    return dict(row for b in made.blocks if isinstance(b, Facts) for row in b.rows)


def table(made: Paper, heading: str) -> Table:
    """The first table under a heading."""
    return next(b for b in under(made, heading) if isinstance(b, Table))


def framed(made: Paper, title: str) -> Table:
    """The table of a form."""
    return next(b for b in made.blocks if isinstance(b, Table) and b.title == title)


def text_of(made: Paper) -> str:
    """Every word that stands on it."""
    return "\n".join([made.title, made.subtitle, made.foot, *map(_words, made.blocks)])


def _words(block: AnyBlock) -> str:
    match block:
        case Heading(text=text) | Text(text=text):
            return text
        case Facts(rows=rows):
            return "\n".join(f"{label}: {value}" for label, value in rows)
        case Table(head=head, rows=rows):
            return "\n".join(" | ".join(row) for row in (head, *rows))
        case Bullets(items=items):
            return "\n".join(items)
        case _:
            return block.model_dump_json()
