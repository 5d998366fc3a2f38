"""Why a command changed nothing, in the person's language (design §3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from app.wording.bad_input import BAD_INPUT, bad_input_said
from app.wording.rules import BLOCKS, block_said
from app.wording.said import Pair, Said, say
from app.wording.states import state_words
from app.words import N_

if TYPE_CHECKING:
    from app.words import Words
    from phases.changes import Refusal

REFUSALS: Final[Mapping[str, Pair]] = {
    "already-ended": (N_("This one has been ended already"), N_("Nothing more is needed")),
    "already-in-phase": (
        N_("The meeting is already in “{phase}”"),
        N_("Look at the screen, somebody was first"),
    ),
    "already-over": (
        N_("No part of the meeting is under way any more"),
        N_("Look at the screen, somebody was first"),
    ),
    "already-paused": (N_("The meeting is paused already"), N_("Nothing more is needed")),
    "already-running": (N_("The clock is running already"), N_("Nothing more is needed")),
    "bad-minutes": (
        N_("So many minutes can't be given"),
        N_("Give 1 to 60, or take as many with a minus"),
    ),
    "bad-seconds": (N_("The time away can't be below zero"), N_("Give it in seconds")),
    "bad-speed": (N_("The clock can't run at that speed"), N_("Choose a speed from 1 to 600")),
    "bad-value": (N_("That isn't one of the values of {field}"), N_("Choose one of: {allowed}")),
    "not-yes-no": (N_("It has to be yes or no in {field}"), N_("Write one of the two")),
    "case-exists": (N_("There is a log of that name already"), N_("Choose another name")),
    "changed-meanwhile": (
        N_("Somebody changed {field} meanwhile"),
        N_("Look at what it is now, then change it again"),
    ),
    "built-upon": (
        N_("Others have gone on from this since"),
        N_("Change it where it stands"),
    ),
    "choose-or-none": (
        N_("It has to be either an offer or “none now”"),
        N_("Choose one of the two"),
    ),
    "closed-stands-alone": (
        N_("Closed can't stand beside another outcome"),
        N_("Choose closed alone, or the others"),
    ),
    "birth-ahead": (
        N_("The birth date is still to come"),
        N_("Give the day on which the child was born"),
    ),
    "date-ahead": (
        N_("The day of the consent is still to come"),
        N_("Give the day on which it was given"),
    ),
    "date-or-caller": (
        N_("Something is missing from the next meeting"),
        N_("Give its date, or who calls by when"),
    ),
    "date-passed": (N_("That day isn't still to come"), N_("Give a later one")),
    "day-ahead": (N_("That day is still to come"), N_("Give the day on which it was done")),
    "empty": (N_("There is no text in {field}"), N_("Write something")),
    "family-answers": (
        N_("“{name}” isn't a guardian or the child"),
        N_("Give the name of the one who was asked"),
    ),
    "expires-before": (
        N_("The consent would run out before it was given"),
        N_("Give a later last day"),
    ),
    "family-consents": (
        N_("“{name}” isn't a guardian or the child"),
        N_("Give the name of the one who consents"),
    ),
    "family-decides": (
        N_("The family is missing among those who decide"),
        N_("Name a guardian or the child too"),
    ),
    "first-phase": (N_("This is the first part"), N_("There is nothing to go back to")),
    "last-phase": (N_("This is the last part"), N_("Close the meeting instead")),
    "meeting-underway": (
        N_("A meeting is under way"),
        N_("Close it or break it off first"),
    ),
    "no-activity": (N_("There is no activity “{id}” in the log"), N_("Choose one from the list")),
    "no-consent": (
        N_("There is no such consent in force"),
        N_("See who has consented to what"),
    ),
    "no-goal": (N_("There is no goal “{id}” in the log"), N_("Choose one from the list")),
    "no-meeting": (N_("No meeting is planned"), N_("Plan one first")),
    "no-note": (N_("There is no note “{id}” in this meeting"), N_("Choose one from the list")),
    "no-offer": (N_("There is no offer “{id}” in this meeting"), N_("Choose one from the list")),
    "no-parked": (N_("There is no parked topic “{id}”"), N_("Choose one from the list")),
    "no-participant": (
        N_("Nobody here is called “{name}”"),
        N_("Choose one of the participants"),
    ),
    "no-rehearsal": (
        N_("Only a rehearsal can run at another speed"),
        N_("Start without a speed, or make a rehearsal"),
    ),
    "speed-begun": (
        N_("The meeting has begun at another speed"),
        N_("Leave --speed out"),
    ),
    "no-form": (N_("There is no form “{id}” in this meeting"), N_("Choose one of its forms")),
    "no-row": (N_("There is no row “{id}” in this form"), N_("Choose one of: {allowed}")),
    "no-column": (N_("There is no column “{id}” in this form"), N_("Choose one of: {allowed}")),
    "no-point": (
        N_("There is nothing called “{id}” to tick in this meeting"),
        N_("Choose from the part that runs"),
    ),
    "no-phase": (N_("There is no part “{id}” in this meeting"), N_("Choose one of its parts")),
    "no-remark": (N_("Nothing was remarked on"), N_("Nothing more is needed")),
    "no-right": (N_("This window doesn't do that"), N_("Use the leader's window")),
    "no-service": (N_("No service here is called “{name}”"), N_("Choose one of the services")),
    "no-sign": (N_("No sign has been given in this meeting"), N_("Give the sign first")),
    "no-structure": (N_("There is no meeting structure “{id}”"), N_("Choose one from the list")),
    "nobody-asked": (
        N_("Nobody has been asked to take the baton"),
        N_("Ask somebody first"),
    ),
    "nobody-speaks": (N_("Everybody has been heard in this part"), N_("Go on to the next part")),
    "not-family": (
        N_("Guardians and child don't have this task"),
        N_("Choose somebody else"),
    ),
    "not-held": (N_("No meeting has been held yet"), N_("Hold it first")),
    "not-here": (N_("“{name}” isn't in the room"), N_("Choose somebody who is here")),
    "not-late": (N_("The meeting isn't late"), N_("Go on as planned")),
    "not-last-phase": (
        N_("There are parts of the meeting left"),
        N_("Go on to the last one, or break the meeting off"),
    ),
    "not-now": (
        N_("This can't be done while the meeting is like this: {state}"),
        N_("Look at what comes next"),
    ),
    "not-waiting": (
        N_("“{name}” isn't waiting for a turn"),
        N_("Choose one of those who haven't been heard"),
    ),
    "not-yours": (N_("Another window did that"), N_("Undo it there")),
    "nothing-left": (N_("No part is left to shorten"), N_("Let the meeting end later")),
    "nothing-to-drop": (N_("No part can be left out"), N_("Choose another way")),
    "nothing-to-read": (
        N_("Nothing has been written down yet"),
        N_("Write down who does what, then read it aloud"),
    ),
    "nothing-to-undo": (N_("There is nothing to undo"), N_("Nothing more is needed")),
    "open-has-no-reason": (
        N_("An open log has no reason for being closed"),
        N_("Leave the reason out, or close the log"),
    ),
    "oral-unnoted": (
        N_("Nothing says where this consent was written down"),
        N_("Give the day it was given, or where it stands"),
    ),
    "participant-exists": (
        N_("Somebody is called “{name}” already"),
        N_("Choose another name"),
    ),
    "service-needs-role": (
        N_("Only somebody with the role service speaks for a service"),
        N_("Give the role service, or leave the service out"),
    ),
    "period-turned": (
        N_("The period ends before it begins"),
        N_("Give a later last day"),
    ),
    "still-named": (
        N_("Something in the log belongs to this participant"),
        N_("Mark them as absent instead"),
    ),
    "too-short": (N_("A part would get less than a minute"), N_("Choose another way")),
    "unlikely-child": (
        N_("By this birth date it is no child's log"),
        N_("Look at the year"),
    ),
    "withdraw-instead": (
        N_("Taking back a consent is noted by itself"),
        N_("Note who takes it back: then the log closes"),
    ),
    "unknown-command": (
        N_("There is no command “{name}”"),
        N_("See `viddevakt commands`"),
    ),
}
"""Code -> what is wrong and what to do. Rules and bad input have tables of their own."""


def refusal_said(
    refusal: Refusal, words: Words, titles: Mapping[str, str] | None = None, *, named: bool = False
) -> Said:
    """What is wrong and what to do, each half without its full stop.

    Args:
        refusal: What `decide` answered.
        words: The language.
        titles: What the phases are called on screen; by default their ids are shown.
        named: Say names from the log. Never on the command line, nor on a mirrored screen.
    """
    code, args = refusal.code, dict(refusal.args)
    if code in BLOCKS:
        return block_said(refusal, words, named=named)
    if code in BAD_INPUT:
        return bad_input_said(code, args, words)
    if code == "already-in-phase":
        phase = args.get("phase", "")
        code = code if phase else "already-over"
        args["phase"] = (titles or {}).get(phase, phase)
    if code == "not-now":
        args["state"] = state_words(args.get("state", ""), words)
    if code in REFUSALS:
        return say(REFUSALS[code], args, words)
    return Said(words("This can't be done ({code})", code=code))


def refusal_words(
    refusal: Refusal, words: Words, titles: Mapping[str, str] | None = None, *, named: bool = False
) -> str:
    """Say the same as plain sentences, for a line on a screen."""
    return str(refusal_said(refusal, words, titles, named=named))
