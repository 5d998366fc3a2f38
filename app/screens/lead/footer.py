"""The keys at the bottom: the highlighted next thing first."""

from __future__ import annotations

from app.keys import PROCEED, key_for
from app.phase_words import AskedWords
from app.screens.key_table import key_label
from app.widgets.key_footer import FooterKey
from app.widgets.plain import cut
from app.wording.commands import command_words
from app.wording.items import item_words
from app.wording.speech import who_words
from app.words import Words
from phases.case import Case
from phases.commands.base import Command
from phases.commands.filling import Tick
from phases.floor import floor
from phases.listing import listed
from phases.proposal import TOLD, Proposal, proposal

SHOWN = ("pause", "more", "activity-add", "guard", "minute", "floor", "undo", "hide")
"""In this order; at 80 columns only the first ones fit, and everything is found under `more`."""

NAMED = 52
"""Cells of what Enter does: a key that doesn't fit whole would be left out."""

Keys = tuple[tuple[FooterKey, ...], FooterKey | None]


def footer_keys(case: Case, words: Words, asked: AskedWords) -> Keys:
    """Enter with what it does now, then the keys used most, the rest under `m`."""
    _ = words
    next_thing = proposal(case)
    shown = [
        FooterKey(
            "Enter:", cut(proposal_words(next_thing, case, asked, words), NAMED), True, PROCEED
        )
    ]
    if case.sitting is not None and case.sitting.underway:
        shown += [_key(act, case, words) for act in SHOWN]
    elif case.sitting is not None and case.sitting.over:
        # Until the family has left, Enter asks the same as that key does: whether it has.
        after = ("after",) if case.sitting.meeting.family_left else ()
        shown += [_key(act, case, words) for act in ("word", "copy", *after, "more", "quit")]
    else:
        here = ("floor",) if case.sitting is not None and case.sitting.state == "planned" else ()
        shown += [_key(act, case, words) for act in ("activity-add", *here, "more", "quit")]
    return tuple(shown), FooterKey("?", _("help"), True, "help")


def covered_keys(case: Case, words: Words, *, typing: bool) -> Keys:
    """Under the quiet picture. Enter waits there, and its words would name people.

    While a form is open beneath, its field takes the letters: those keys that work in a field.
    """
    paused = case.sitting is not None and case.sitting.state == "paused"
    keys = tuple(_key(act, case, words) for act in ("hide", "pause", *(["step-out"] * paused)))
    if typing:
        keys = tuple(
            key._replace(label=label) for key, label in zip(keys, ("F8", "F3", "F9"), strict=False)
        )
    return keys, None


def table_keys(words: Words) -> Keys:
    """Among the log's rows: there Enter is theirs, and the meeting's Enter waits for Esc."""
    _ = words
    keys = (
        FooterKey("Enter:", _("open the marked line"), True, "activity-edit"),
        FooterKey("↑ ↓", _("mark"), True, ""),
        FooterKey("Esc", _("back to the meeting"), True, "leave"),
    )
    return keys, FooterKey("?", _("help"), True, "help")


def form_keys(words: Words) -> Keys:
    """While somebody types: the fields' keys, and those that can't wait."""
    _ = words
    keys = (
        FooterKey("Enter:", _("save"), True, "submit"),
        FooterKey("Tab", _("next field"), True, "field"),
        FooterKey("Esc", _("close"), True, "leave"),
        FooterKey("F2", _("next part"), True, "next"),
        FooterKey("F3", _("pause"), True, "pause"),
        FooterKey("F4", _("viddevakt"), True, "guard"),
    )
    return keys, FooterKey("F8", _("hide"), True, "hide")


def _key(act: str, case: Case, words: Words) -> FooterKey:
    key = key_for(act)
    label = key_label(key.label, words) if key else ""
    return FooterKey(label, act_words(act, case, words), True, act)


def act_words(act: str, case: Case, words: Words) -> str:
    """One or two words for an act, as things stand."""
    _ = words
    paused = case.sitting is not None and case.sitting.state == "paused"
    hidden = case.sitting is not None and case.sitting.hidden
    return {
        "pause": _("go on") if paused else _("pause"),
        "minute": _("minute"),
        "guard": _("viddevakt"),
        "activity-add": _("new"),
        "floor": _("whose turn") if _running(case) else _("who is here"),
        "undo": _("undo"),
        "hide": _("show") if hidden else _("hide"),
        "step-out": _("show and go on"),
        "word": _("Word file"),
        "copy": _("copy"),
        "after": _("what is left"),
        "more": _("more"),
        "quit": _("quit"),
    }[act]


def _running(case: Case) -> bool:
    return case.sitting is not None and case.sitting.underway


def _opening_words(next_thing: Proposal, case: Case, own: str, words: Words) -> str:
    """What Enter opens."""
    _, item = words, next_thing.item or ""
    if item == "offers" and next_thing.service:
        return _("{service}: offer …", service=next_thing.service)
    turn = floor(case, case.sitting).now if case.sitting else None
    if item == "goals" and turn is not None and turn.one:
        return _("{who}: a goal …", who=who_words(turn, case, words))
    about = case.activities.get(next_thing.activity)
    return _("{what} …", what=about.title if about else item_words(item, words, own))


def proposal_words(next_thing: Proposal | None, case: Case, asked: AskedWords, words: Words) -> str:
    """What Enter does now."""
    _ = words
    if next_thing is None:
        return _("plan a meeting")
    if next_thing.ask_family_left or next_thing.evaluate:
        # The question itself is asked on its page: these words stand on the wall before them.
        return _("after the meeting") if next_thing.ask_family_left else _("evaluate")
    if next_thing.item is not None:
        return _opening_words(next_thing, case, asked.title_of(next_thing.item), words)
    command = next_thing.command
    return _doing_words(command, case, asked, words) if command else ""


def _doing_words(command: Command, case: Case, asked: AskedWords, words: Words) -> str:
    """What Enter does at once."""
    _ = words
    if command.name == "answered" and case.sitting is not None:
        turn = floor(case, case.sitting).now
        return _("{who}: done", who=who_words(turn, case, words)) if turn else ""
    told = command.point if isinstance(command, Tick) else command.name
    if isinstance(command, Tick) or told in TOLD:
        return item_words(told, words, asked.title_of(told))
    label = command_words(command.name, words)[0]
    left = _left(case, asked, words) if command.name in ("next", "close") else ""
    return _("{what} · left: {items}", what=label, items=left) if left else label


def _left(case: Case, asked: AskedWords, words: Words) -> str:
    """What the part lists and Enter would pass by: said, and in nobody's way."""
    needed = listed(case, case.sitting).needed if case.sitting else ()
    return ", ".join(item_words(item, words, asked.title_of(item)) for item in needed)
