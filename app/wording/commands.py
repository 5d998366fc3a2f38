"""What each command is called: a short label for footer and palette, and a sentence of help.

Keyed by the command's name, so that keys, palette, help, command line and documentation can't
disagree (design §3). A test holds the table against `phases.commands.COMMANDS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from app.words import N_

if TYPE_CHECKING:
    from app.words import Words

COMMAND_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "case-new": (
        N_("New relay log"),
        N_("Open a log: its language, its structure, and whether it is a rehearsal."),
    ),
    "case-set": (
        N_("About the log"),
        N_("Set language, unit, age of consent, relay holder, level, dates and state."),
    ),
    "participant-add": (
        N_("New participant"),
        N_("Add somebody who takes part: name or role, service and tasks."),
    ),
    "participant-edit": (
        N_("Change participant"),
        N_("Change what is known of a participant; what you leave out stays."),
    ),
    "participant-remove": (
        N_("Remove participant"),
        N_("Remove somebody who was added by mistake and whom nothing belongs to."),
    ),
    "consent-add": (
        N_("Note a consent"),
        N_("Note that a guardian or the child consents to the log or to a service."),
    ),
    "consent-withdraw": (
        N_("Withdraw a consent"),
        N_("Note that a consent is withdrawn from today; nobody asks why."),
    ),
    "leave-out": (
        N_("Leave out"),
        N_("Somebody takes no part and isn't named, for no consent covers them; or does again."),
    ),
    "meeting-plan": (
        N_("Plan the meeting"),
        N_("Plan the next meeting: time, place, structure and minutes."),
    ),
    "meeting-cancel": (N_("Call the meeting off"), N_("Call the planned meeting off.")),
    "own-system": (
        N_("In the own system"),
        N_("Tick that the first summons, or a note, stands in your own system."),
    ),
    "attendance-cleared": (
        N_("Who shall come"),
        N_("Tick that who shall come is cleared with the guardians."),
    ),
    "notice": (
        N_("Summons or reminder"),
        N_("Note that a summons, an invitation or a reminder went out; nothing is sent."),
    ),
    "start": (N_("Start"), N_("Begin the meeting: the first part runs from now.")),
    "next": (N_("Next part"), N_("End this part and begin the next one.")),
    "back": (N_("Back"), N_("Take up the part before again, with the time it had left.")),
    "pause": (N_("Pause"), N_("Stop the clock until you go on.")),
    "resume": (N_("Go on"), N_("Let the clock run again.")),
    "minute": (N_("A minute"), N_("Give this part a minute more, or take one from it.")),
    "replan": (N_("Catch up"), N_("Spread the time that is left in one of four ways.")),
    "away": (
        N_("Time away"),
        N_("Say whether the time when nobody was there counts or becomes a pause."),
    ),
    "hide": (N_("Hide"), N_("Show only the quiet picture.")),
    "show": (N_("Show"), N_("Bring the picture back.")),
    "close": (N_("Close the meeting"), N_("End the meeting and thank the family.")),
    "break-off": (
        N_("Break off"),
        N_("End the meeting early; everything written so far is kept."),
    ),
    "answered": (N_("Done"), N_("The one whose turn it is has finished.")),
    "pass": (N_("Pass"), N_("Pass, and come back at the end of the round.")),
    "floor": (N_("Whose turn"), N_("Let somebody speak who is waiting.")),
    "expect": (N_("Comes later"), N_("Somebody who is expected isn't here yet.")),
    "arrive": (N_("Arrives"), N_("Somebody comes into the room.")),
    "leave": (N_("Leaves"), N_("Somebody leaves early; the time is noted, no reason is.")),
    "guard": (
        N_("Viddevakt"),
        N_(
            "Give a kind sign: back to the purpose of this part. While the family has the floor "
            "it is only a quiet ◆."
        ),
    ),
    "guard-kind": (
        N_("About the sign"),
        N_("Say afterwards what the newest sign was about, if you like."),
    ),
    "introductions": (
        N_("Names and roles"),
        N_("Everybody has said name and role, or knows each other."),
    ),
    "consent-told": (N_("Consent told"), N_("The consent that has been given was told about.")),
    "writer": (N_("Who writes"), N_("Choose who writes the minutes for the child's folder.")),
    "viddevakt": (
        N_("Who is viddevakt"),
        N_("Choose who guards the structure, or nobody: the clock and everybody help."),
    ),
    "challenge": (
        N_("What we solve together"),
        N_("Write what you will solve together, in one sentence."),
    ),
    "offer-add": (N_("New offer"), N_("Write what a service can help with.")),
    "offer-edit": (N_("Change offer"), N_("Change one field of an offer.")),
    "choose": (N_("Choose help"), N_("Note which offers the family wants first, or none now.")),
    "decided-by": (N_("Who chose"), N_("Note who took part in the choice.")),
    "hand-over": (
        N_("The baton"),
        N_("Ask somebody to take the baton; they may say no, or answer later."),
    ),
    "accept": (N_("Takes the baton"), N_("The one who was asked says yes.")),
    "decline": (N_("Says no"), N_("The one who was asked says no; nobody asks why.")),
    "no-measure": (
        N_("Nothing to write down"),
        N_("Note why nothing is agreed this time."),
    ),
    "read-aloud": (N_("Read aloud"), N_("What was agreed has been read aloud.")),
    "next-meeting": (
        N_("Next meeting"),
        N_("Note the date of the next meeting, or who calls whom by when."),
    ),
    "inform-child": (
        N_("Tell the child"),
        N_("Note who tells the child what was agreed, how and when."),
    ),
    "outcome": (
        N_("How it goes on"),
        N_("The case is closed, the measures continue, or it is referred."),
    ),
    "distribution": (
        N_("Share the log"),
        N_("Say how much of the log the participants get: none, parts or the whole."),
    ),
    "inform-others": (
        N_("Tell others"),
        N_("Say who else is to be told of the effort, by role."),
    ),
    "half-year-plan": (
        N_("Plan half a year"),
        N_("Plan the meetings of half a year, or note that nobody wants that."),
    ),
    "staff-stay": (
        N_("The services stay"),
        N_("The services know that they stay to talk about the meeting."),
    ),
    "family-left": (N_("The family has left"), N_("The family has left; the staff are alone.")),
    "activity-add": (
        N_("New"),
        N_("Write who does what by when."),
    ),
    "activity-edit": (N_("Change"), N_("Change one field of an activity.")),
    "activity-replace": (
        N_("Another instead"),
        N_("Write another activity in the place of one that is in the log."),
    ),
    "assess": (
        N_("How it has gone"),
        N_("Say how an activity has gone: goes on, is adjusted, is ended, or wasn't discussed."),
    ),
    "activity-end": (N_("End"), N_("End an activity and say how it went.")),
    "activity-evaluate": (N_("How it goes"), N_("Say how an activity goes; it goes on.")),
    "goal-add": (N_("New goal"), N_("Write what somebody, or everybody, wants to reach.")),
    "goal-edit": (N_("Change goal"), N_("Change one field of a goal.")),
    "goal-end": (N_("Goal reached"), N_("Note that a goal is reached, or is let go.")),
    "park": (
        N_("Afterwards"),
        N_("Put a topic aside: “May we take it afterwards?”"),
    ),
    "parked-handle": (N_("Topic put aside"), N_("Say what becomes of a topic put aside.")),
    "note": (
        N_("Note"),
        N_("Write a note to this part for the minutes; it is never on the wall."),
    ),
    "feedback": (
        N_("How was it for you?"),
        N_("Note how a guardian or the child found the meeting, if they like to say."),
    ),
    "minutes": (
        N_("Minutes"),
        N_("Say how far the minutes are, who answers for them and where they are filed."),
    ),
    "sign": (N_("Signed on paper"), N_("Tick that somebody has signed the form on paper.")),
    "retention": (
        N_("Keep and delete"),
        N_("Say how long the log is kept here, and whether it stands in the archive."),
    ),
    "fill": (N_("Fill in"), N_("Fill in one cell of a form of this meeting.")),
    "tick": (N_("Tick"), N_("Tick what has been said, or a form with nothing to add.")),
    "evaluate": (N_("Evaluate"), N_("Write how the meeting was run, the five questions.")),
    "reason": (N_("Why"), N_("Say why something was done otherwise; kept with the history.")),
    "undo": (N_("Undo"), N_("Take back the newest step, as if it had never been done.")),
}
"""Command -> label and help, in the order of the documentation."""

_WITHOUT_COMMAND: Final[Mapping[str, str]] = {
    "demo": N_("The invented meeting"),
    "import": N_("Taken in from a file"),
    "redact": N_("Taken out for good"),
    "write": N_("Written by another program"),
}
"""Entries that no command made -> what to call them in the history."""


def command_words(name: str, words: Words) -> tuple[str, str]:
    """The label and the help of a command; its name for both where a newer version has more."""
    label, sentence = COMMAND_WORDS.get(name, (name, name))
    return words(label), words(sentence)


def entry_words(names: str, words: Words) -> str:
    """What one entry of a log did; several commands may have been saved as one."""
    labels = {**{name: label for name, (label, _) in COMMAND_WORDS.items()}, **_WITHOUT_COMMAND}
    return " + ".join(words(labels.get(name, name)) for name in names.split("+"))
