"""The texts before a meeting: summons, invitation, and the reminder as SMS and as e-mail.

Made from templates that a municipality can word itself (`data/texts/`). Nothing is sent from here;
that something was sent is noted by the command `notice`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.papers.asking import ask
from app.papers.errors import PaperError
from app.papers.text_facts import text_facts
from data.structures.problems import Problem, StructureError
from data.texts import texts_of
from data.texts.fields import TextKind, is_neutral
from data.texts.filling import fill
from data.texts.made import MadeText
from phases.changes import EXIT_RULE, EXIT_USAGE, Refusal
from phases.covering import covered, service_of
from phases.names_in_text import mentions
from phases.rules import blocked
from phases.rules_ask import Ask
from phases.sms import SmsSize, plain_sms, sms_size

if TYPE_CHECKING:
    from datetime import datetime

    from app.papers.asking import Asked
    from app.words import Words
    from data.texts import Template
    from phases.sitting import Sitting


def made_text(asked: Asked, kind: TextKind, told: Words | None = None) -> MadeText:
    """The text of the planned meeting, for whoever it is asked for.

    `told` are the words of whoever asks, for saying why there is none; else the reader's.

    Raises:
        PaperError: no meeting is planned, a rule says no (R-P6, R-E9).
        StructureError: the template can't be used; with file, line and what is wrong.
    """
    asked = ask(asked)
    ready = _ready(asked, kind)
    if isinstance(ready, Refusal):
        from app.wording.refusals import refusal_said

        said = refusal_said(ready, told or asked.words)
        raise PaperError(said, ready.code, ready.exit_code)
    sitting, at = ready
    template = texts_of(asked.vault).template(kind, asked.language)
    facts = text_facts(asked, sitting, at, kind)
    made = _made(asked, template, facts)
    if not is_neutral(kind) or (_may_go(asked, made) and _fits(made)):
        return made
    short = _made(asked, template, {**facts, "place": ""})._replace(placeless=True)
    if not _may_go(asked, short):
        raise StructureError(
            template.path,
            (Problem("template-names", "names the family, which an SMS or an e-mail may not"),),
        )
    if not _fits(short) and short.size is not None:
        long = Problem("template-sms", "is too long for one SMS", value=_used(short.size))
        raise StructureError(template.path, (long,))
    return short


def _made(asked: Asked, template: Template, facts: dict[str, object]) -> MadeText:
    title, body = fill(template.text, template.kind, facts, template.path)
    own = texts_of(asked.vault).own_path(template.kind, template.language) is not None
    if template.kind != "reminder-sms":
        return MadeText(template.kind, title, body, own=own, template=template.version)
    body = plain_sms(body)
    size = sms_size(body)
    return MadeText(template.kind, "", body, size, own=own, template=template.version)


def _ready(asked: Asked, kind: TextKind) -> tuple[Sitting, datetime] | Refusal:
    """The meeting that is still to be held and its local time; or why there is no text now."""
    sitting = asked.case.sitting
    if sitting is None or sitting.state != "planned":
        return Refusal("no-meeting", exit_code=EXIT_USAGE)
    if kind == "summons":
        refusal = blocked(Ask(asked.case, asked.ctx), "summons")
        if refusal is not None:
            return refusal
    if _withheld(asked, kind) and asked.reader is not None:
        return Refusal("R-E9", {"names": asked.reader.label}, EXIT_RULE)
    if sitting.meeting.at is None:
        return Refusal("no-meeting", exit_code=EXIT_USAGE)
    return sitting, sitting.meeting.at.astimezone(asked.ctx.zone)


def _withheld(asked: Asked, kind: TextKind) -> bool:
    """Whether it would tell a service of a family that hasn't consented to that."""
    reader = asked.reader
    service = service_of(reader) if reader and not is_neutral(kind) else ""
    return bool(service) and not covered(asked.case, service, asked.ctx.today)


def _may_go(asked: Asked, made: MadeText) -> bool:
    """Whether it can be read by anybody on its way: it names nobody of the family, nor the log."""
    family = (p for p in asked.case.participants.values() if p.family)
    names = [name for p in family for name in (p.name, p.call) if name]
    return not mentions(made.whole, [*names, asked.case.id])


def _fits(made: MadeText) -> bool:
    return made.size is None or made.size.fits


def _used(size: SmsSize) -> str:
    return f"{size.used} / {size.limit}"
