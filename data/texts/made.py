"""A finished text: what is copied, saved or put on paper."""

from __future__ import annotations

from typing import NamedTuple

from data.texts.fields import TextKind
from phases.sms import SmsSize


class MadeText(NamedTuple):
    """The text of one meeting for one person."""

    kind: TextKind
    title: str
    """The subject of an e-mail, the title of a letter; an SMS has none."""
    body: str
    size: SmsSize | None = None
    """How much of one SMS it takes."""
    placeless: bool = False
    """The place was left out: it was too long for an SMS, or it named somebody."""
    own: bool = False
    """Made from the vault's own template."""
    template: str = ""
    """That template's name, and which wording of it."""

    @property
    def whole(self) -> str:
        """Title and body in one."""
        return f"{self.title}\n\n{self.body}" if self.title else self.body
