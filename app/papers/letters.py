"""Summons, invitation and reminder as papers: the same texts, with paragraphs and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

from app.papers.paper import Bullets, Facts, Heading, Text
from app.papers.parts import paper_of
from app.papers.texts import made_text

if TYPE_CHECKING:
    from app.papers.asking import Asked
    from app.papers.paper import AnyBlock, Paper
    from data.texts.fields import TextKind
    from data.texts.made import MadeText

_FACT: Final = re.compile(r"([^:]{1,40}): (\S.*)")
"""A line such as `When: Tuesday`."""


def summons(asked: Asked) -> Paper:
    """Purpose, place and time frame, to everybody who shall come (S4-40 … S4-42, R-P6)."""
    return _letter(asked, "summons")


def invitation(asked: Asked) -> Paper:
    """In good time, by the log (S1-06)."""
    return _letter(asked, "invitation")


def reminder(asked: Asked) -> Paper:
    """As SMS and as e-mail, or as the one that its reader prefers (S0-06 … S0-08)."""
    _ = asked.words
    wish = asked.reader.channel if asked.reader else ""
    blocks: list[AnyBlock] = []
    if wish != "e-mail":
        made = made_text(asked, "reminder-sms")
        blocks += [Heading(text=_("As an SMS")), *_blocks(made.body)]
    if wish != "sms":
        made = made_text(asked, "reminder-email")
        subject = Facts(rows=((_("Subject"), made.title),))
        blocks += [Heading(text=_("As an e-mail")), subject, *_blocks(made.body)]
    return paper_of(asked, "reminder", _("Reminder of the meeting"), blocks)


def _letter(asked: Asked, kind: TextKind) -> Paper:
    made: MadeText = made_text(asked, kind)
    return paper_of(asked, kind, made.title, _blocks(made.body))


def _blocks(body: str) -> Iterator[AnyBlock]:
    """A template's lines as what they look like: `- ` is a list, `When: …` a fact."""
    for paragraph in body.split("\n\n"):
        lines = [line.strip() for line in paragraph.split("\n") if line.strip()]
        for looks, group in groupby(lines, _looks):
            found = list(group)
            if looks == "item":
                yield Bullets(items=tuple(line[2:].strip() for line in found))
            elif looks == "fact" and len(found) > 1:
                rows = (_FACT.fullmatch(line) for line in found)
                yield Facts(rows=tuple((row[1], row[2]) for row in rows if row))
            else:
                yield Text(text="\n".join(found))


def _looks(line: str) -> str:
    if line.startswith("- "):
        return "item"
    return "fact" if _FACT.fullmatch(line) else "text"
