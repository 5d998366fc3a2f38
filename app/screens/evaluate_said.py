"""What the evaluation says of itself when it is saved and left."""

from __future__ import annotations

from app.words import Words
from phases.commands.afterwards import QUESTIONS
from phases.records import Evaluation


def kept_words(saved: Evaluation, words: Words) -> str:
    """Which answers are saved and which are open; nobody owes an answer to all of them."""
    answered = [question for question in QUESTIONS if getattr(saved, question)]
    still = [question for question in QUESTIONS if question not in answered]
    if not answered:
        return words("Nothing written yet, and that is fine")
    if not still:
        return words("All five answers are saved")
    kept = words("Saved: {list}", list=", ".join(answered))
    left = words("still open: {list}", list=", ".join(still))
    return f"{kept} · {left}"


def parting_words(saved: Evaluation, words: Words) -> str:
    """What is said once the evaluation is left; empty where nothing was ever written."""
    if not any(getattr(saved, question) for question in QUESTIONS):
        return ""
    return words("The evaluation is saved.")


def help_paragraphs(words: Words) -> tuple[tuple[str, str], ...]:
    """What the screen is for, and its keys."""
    _ = words
    return (
        ("", _("Five short answers about how the meeting was run, while you remember.")),
        ("", _("Write about the meeting. Names and what was agreed belong elsewhere.")),
        ("Tab", _("The next question; with {key} the one before.", key="Shift")),
        ("F2", _("Save now, and see what is still open. It is saved as you type, too.")),
        ("Esc", _("Save and leave.")),
    )
