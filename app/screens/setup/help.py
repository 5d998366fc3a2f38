"""The help beside setting a meeting up."""

from __future__ import annotations

from app.words import Words


def preparation_help(words: Words) -> tuple[tuple[str, str], ...]:
    """Short paragraphs; neutral words, and nothing that belongs to one case."""
    _ = words
    return (
        ("", _("Everything is saved as soon as you leave a field. Nothing here is shown in the "
               "meeting.")),
        ("Tab", _("The next field. Arrows move in a list, and a click works everywhere.")),
        ("a F5", _("A new participant. Choose the role first; it proposes the rest.")),
        ("b F7", _("What kind of meeting. A part's minutes are changed further down.")),
        ("f F8", _("What else is left to do before the meeting: who was told, the room, the "
                   "reminder.")),
        ("F12", _("In a date: the calendar, with red days, closures and the latest day.")),
        ("k F10", _("The planned meetings as a file for your own calendar, without any name.")),
        ("u F6", _("Undoes the last thing done here.")),
        ("", _("A letter is a key in a list, and text in a field; the F keys work everywhere.")),
        ("", _("People: the family chooses what they are called. A role is enough, and no birth "
               "number is needed anywhere.")),
        ("", _("Consent: the log can be written once a guardian has consented. Each service that "
               "takes part needs its own. A consent can be taken back at any time, without a "
               "reason.")),
        ("n", _("In the list of consents: what one is for, what may be shared, where the paper "
                "lies. So one is noted anew too, before it ends.")),
        ("", _("Time: with one service the rounds are shorter by themselves. You may change each "
               "part until the meeting begins.")),
    )  # fmt: skip
