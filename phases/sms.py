"""How long a text message is: 160 characters of the telephone's own alphabet, or 70 of any.

The alphabet is GSM 03.38. æ, ø and å are in it; one character that isn't (č, ŋ, an emoji) makes
the whole message be sent as UCS-2, with room for 70.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

GSM_LIMIT: Final = 160
UCS2_LIMIT: Final = 70

_BASIC: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED: Final = frozenset("\f^{}\\[~]|€")
"""These take two places each."""

_PLAIN: Final = {
    "–": "-", "—": "-", "‑": "-", "−": "-", "…": "...", "\u00a0": " ", "\u202f": " ",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'",
}  # fmt: skip
"""Signs of a word processor -> those a telephone has."""


class SmsSize(NamedTuple):
    """How much of a text message is used."""

    alphabet: Literal["GSM-7", "UCS-2"]
    used: int
    limit: int
    foreign: tuple[str, ...] = ()
    """The characters that aren't in the telephone's alphabet, each once."""

    @property
    def fits(self) -> bool:
        """Whether it is one message."""
        return self.used <= self.limit


def plain_sms(text: str) -> str:
    """The text with dashes, quotes and spaces that a telephone has: nothing is lost by it."""
    return "".join(_PLAIN.get(char, char) for char in text)


def sms_size(text: str) -> SmsSize:
    """Measure a text as it would be sent."""
    foreign = tuple(dict.fromkeys(c for c in text if c not in _BASIC and c not in _EXTENDED))
    if foreign:
        return SmsSize("UCS-2", len(text.encode("utf-16-le")) // 2, UCS2_LIMIT, foreign)
    return SmsSize("GSM-7", sum(2 if c in _EXTENDED else 1 for c in text), GSM_LIMIT)
