"""The structure of a meeting: its phases, who has the floor, and the words that go with them.

A structure is data (`data/structures/*.toml`), checked against the models here. These models are
frozen and know no file: the loader in `data/structures` turns what they refuse into a file, a line
and a key.

Every text stands once per language. It may hold the tokens of `TOKENS`, which `fill` replaces by
the words of a school or a kindergarten. A word is in the definite form that fits inside a
sentence ("eleven", "rektor", "kontaktlæraren", "skulen"), so no text begins with a token. Nothing
else in a text means anything: `{0.__class__}`, `%s`, `${HOME}` and `[red]` are shown as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Final, Literal, Self, TypeVar
from unicodedata import normalize

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

Language = Literal["nn", "nb", "en"]
"""The languages a text may stand in; nynorsk is the primary one."""

Who = Literal[
    "leader",
    "family",
    "teacher",
    "family-and-teacher",
    "service",
    "relay-holder",
    "summariser",
]
"""Who has the floor. The family is guardians and a child who is present (S3-06)."""

Act = Literal["lead", "tell", "ask", "answer", "think", "offer", "choose", "read", "sum-up"]
"""What the one who has the floor does with it."""

Item = Literal[
    "introductions",
    "consent-told",
    "writer",
    "viddevakt",
    "family-first",
    "services-heard",
    "challenge",
    "offers",
    "choice",
    "decided-by",
    "relay-holder",
    "measures",
    "read-aloud",
    "next-meeting",
    "inform-child",
    "staff-stay",
]
"""What a phase may have to settle before it is left."""

WorksOn = Literal["activities", "offers", "decision", "none"]
"""The part of the log that stands open for editing in a phase."""

TOKENS: Final = ("child", "head", "teacher", "unit")
"""The words a text may leave open, written `{child}`; `fill` puts them in."""

MAX_MINUTES: Final = 480
MAX_PHASES: Final = 50
MAX_TOTAL_S: Final = 24 * 3600.0
MAX_TITLE: Final = 60
MAX_TEXT: Final = 200

_FALLBACK: Final[Mapping[Language, tuple[Language, ...]]] = {
    "nn": ("nb", "en"),
    "nb": ("nn", "en"),
    "en": ("nn", "nb"),
}
_TOKEN: Final = re.compile(r"\{(" + "|".join(TOKENS) + r")\}")

_T = TypeVar("_T", str, tuple[str, str])


def _one_plain_line(text: str) -> str:
    """Refuse what would move the cursor or turn the reading direction; compose the letters.

    A structure is shown on a wall before guardians, so a hidden character is an error to mend in
    the file and not, as in a field, something to remove quietly. No-break space is harmless.
    """
    if not text.strip():
        raise PydanticCustomError("blank", "must not be blank")
    if not text.replace("\N{NO-BREAK SPACE}", " ").isprintable():
        raise PydanticCustomError("unprintable", "must be one line without control characters")
    return normalize("NFC", text)


Title = Annotated[str, Field(max_length=MAX_TITLE), AfterValidator(_one_plain_line)]
Line = Annotated[str, Field(max_length=MAX_TEXT), AfterValidator(_one_plain_line)]
Titles = Annotated[dict[Language, Title], Field(min_length=1)]
Texts = Annotated[dict[Language, Line], Field(min_length=1)]
SayTexts = Annotated[dict[Language, tuple[Line, Line]], Field(min_length=1)]
Minutes = Annotated[int, Field(strict=True, ge=1, le=MAX_MINUTES)]
Flag = Annotated[bool, Field(strict=True)]
Share = Annotated[float, Field(strict=True, gt=0, lt=1, allow_inf_nan=False)]
KebabId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]


class _Frozen(BaseModel):
    """Frozen; an unknown key is an error; the validator is built when it is first needed."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Turn(_Frozen):
    """One step of the floor: who, and what they do with it (`service` asks, `family` answers)."""

    who: Who
    act: Act


class StructurePhase(_Frozen):
    """One phase of a structure: its time, its floor, what it settles, and its words.

    `round` means the floor steps are gone through once for every service (S3-11, S3-12, S3-16).
    `protected` keeps the phase's minutes in a re-plan, `droppable` lets a re-plan leave it out.
    `thresholds` are the shares of the allotted time at which the clock changes its word.
    `now` and `later` are shown as one line, "now – later". `say` is what is said aloud.
    """

    id: KebabId
    minutes: Minutes
    droppable: Flag = False
    protected: Flag = False
    round: Flag = False
    floor: Annotated[tuple[Turn, ...], Field(min_length=1, max_length=20)]
    settle: Annotated[tuple[Item, ...], Field(max_length=20)] = ()
    works_on: WorksOn = "none"
    thresholds: tuple[Share, Share] = (0.20, 0.05)
    title: Titles
    purpose: Texts
    now: Texts
    later: Texts
    say: SayTexts

    @property
    def planned_s(self) -> float:
        """The planned length in seconds."""
        return self.minutes * 60.0

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        first, second = self.thresholds
        if second >= first:
            raise _misfit("thresholds", "thresholds", "must fall: the first above the second")
        if self.round and all(turn.who != "service" for turn in self.floor):
            raise _misfit("round", "round", "needs a turn of a service in its floor")
        if self.droppable and self.protected:
            raise _misfit("droppable", "droppable", "can't be droppable and protected at once")
        for number, item in enumerate(self.settle):
            if item in self.settle[:number]:
                raise _misfit("doubled", f"settle.{number}", "stands twice")
        return self


class Structure(_Frozen):
    """A meeting structure: phases in order, and what it calls an activity.

    `single_service_minutes` are the minutes proposed instead, per phase id, when only one service
    takes part: two rounds of ten minutes are too long for one (S3 has no number for it).
    """

    id: KebabId
    version: Annotated[int, Field(strict=True, ge=1, le=10_000)]
    activity_label: Literal["activity", "measure"]
    title: Titles
    phases: Annotated[tuple[StructurePhase, ...], Field(min_length=1, max_length=MAX_PHASES)]
    single_service_minutes: dict[str, Minutes] = Field(default_factory=dict)

    @property
    def total_s(self) -> float:
        """The planned length of the whole meeting in seconds."""
        return sum(phase.planned_s for phase in self.phases)

    def phase(self, phase_id: str) -> StructurePhase:
        """The phase with this id.

        Raises:
            KeyError: no phase has it.
        """
        for phase in self.phases:
            if phase.id == phase_id:
                return phase
        raise KeyError(phase_id)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        seen: set[str] = set()
        for number, phase in enumerate(self.phases):
            if phase.id in seen:
                raise _misfit("doubled", f"phases.{number}.id", "is the id of an earlier phase")
            seen.add(phase.id)
        for phase_id in self.single_service_minutes:
            if phase_id not in seen:
                path = f"single_service_minutes.{phase_id}"
                raise _misfit("no-such-phase", path, "no phase has this id", choices=sorted(seen))
        if self.total_s > MAX_TOTAL_S:
            raise _misfit("too-long", "phases", "the phases last longer than 24 hours in all")
        return self


def text_in(texts: Mapping[Language, _T], language: Language) -> tuple[_T, bool]:
    """The text in this language, and whether another language had to stand in for it.

    Nynorsk and bokmål stand in for each other before English does. Works for `say` too.

    Raises:
        KeyError: there is no text at all (a checked structure always has one).
    """
    if language in texts:
        return texts[language], False
    for other in _FALLBACK[language]:
        if other in texts:
            return texts[other], True
    raise KeyError(language)


def fill(text: str, words: Mapping[str, str]) -> str:
    """The text with the tokens of `TOKENS` replaced by these words; all else stays literal.

    One pass and no format string: `str.format` would run `{0.__class__}`, and replacing token by
    token would look for tokens in a word already put in. A token without a word stays as it is.
    """
    return _TOKEN.sub(lambda found: words.get(found[1], found[0]), text)


def _misfit(kind: str, path: str, what: str, choices: Sequence[str] = ()) -> PydanticCustomError:
    """An error about keys that don't fit together; pydantic knows no place for it, so we do."""
    context = {"kind": kind, "path": path, "what": what, "choices": list(choices)}
    return PydanticCustomError("misfit", "{what}", context)
