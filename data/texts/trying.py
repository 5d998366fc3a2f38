"""Trying a template on a meeting that isn't one, before it is needed for one that is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.structures.problems import Problem, StructureError
from data.texts.fields import NOT_NEUTRAL, TextKind, is_neutral
from data.texts.filling import SAMPLE, Filled, fill
from phases.sms import plain_sms, sms_size

if TYPE_CHECKING:
    from data.texts import Template


def tried(template: Template) -> Filled:
    """How the text reads for `SAMPLE`. Raises StructureError where it can't be used."""
    found = fill(template.text, template.kind, SAMPLE, template.path)
    if template.kind != "reminder-sms":
        return found
    # A place that is too long is left out of an SMS; what is too long without one never fits.
    bare = fill(template.text, template.kind, {**SAMPLE, "place": ""}, template.path)
    size = sms_size(plain_sms(bare.body))
    if not size.fits:
        told = f"{size.used} / {size.limit}"
        problem = Problem("template-sms", "is too long for one SMS", value=told)
        raise StructureError(template.path, (problem,))
    return found._replace(body=plain_sms(found.body))


def telling_words(found: Filled, kind: TextKind) -> tuple[str, ...]:
    """The words of an SMS or an e-mail that tell a passer-by what the meeting is about."""
    if not is_neutral(kind):
        return ()
    words = re.findall(r"[^\W\d_]+", f"{found.title}\n{found.body}")
    return tuple(dict.fromkeys(word for word in words if word.casefold() in NOT_NEUTRAL))
