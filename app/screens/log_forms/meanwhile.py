"""The same field changed here and in another window: nothing is overwritten (design §5)."""

from __future__ import annotations

from typing import NamedTuple

from app.screens.log_forms.form import Form, Values

JOINED_BY = " / "
"""Between two texts that are both kept."""

WHOLE = frozenset({"owner", "due", "start", "period_end", "assess_on", "contributors", "goal"})
"""Fields of which only one value can be true: who, and when."""


class Difference(NamedTuple):
    """One field with two new values."""

    name: str
    label: str
    mine: str
    theirs: str

    @property
    def both(self) -> str:
        """Both texts in one, theirs first, because it was saved first; empty where none can be."""
        if self.name in WHOLE or not (self.mine and self.theirs):
            return ""
        return f"{self.theirs}{JOINED_BY}{self.mine}"


def differences(form: Form, typed: Values, now: Form) -> tuple[Difference, ...]:
    """The fields that were changed here and elsewhere, to different values.

    `form` is what the edit started from, `now` the same form as the log stands.
    """
    return tuple(
        Difference(spec.name, spec.label, typed[spec.name], now.values.get(spec.name, ""))
        for spec in form.fields
        if _changed(form, spec.name, typed[spec.name])
        and _changed(form, spec.name, now.values.get(spec.name, ""))
        and typed[spec.name] != now.values.get(spec.name, "")
    )


def merged(form: Form, typed: Values, now: Form) -> dict[str, str]:
    """What was changed here over what the log says now; a field left alone stays theirs."""
    mine = {name: text for name, text in typed.items() if _changed(form, name, text)}
    return dict(now.values) | mine


def _changed(form: Form, name: str, text: str) -> bool:
    return text != form.values.get(name, "")
