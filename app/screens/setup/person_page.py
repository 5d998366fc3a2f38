"""One participant: name, role, service, duties. Made or changed in one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, cast, get_args

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from app.screens.confirm import ConfirmScreen
from app.screens.setup.saved_page import SavedPage
from app.screens.setup.saving import Saver
from app.widgets.choice_line import ChoiceLine, Pick, picks
from app.widgets.entry_row import EntryRow, FieldSpec
from app.wording.capital import capital
from app.wording.consents import JOINS
from app.wording.reaching import CHANNELS, SPEAKS
from app.wording.states import DUTIES, role_words
from app.words import N_, Words
from phases.commands import Command
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.commands.talk import Expect
from phases.new_group import USUAL_DUTIES
from phases.records import Participant
from phases.words import ROLES, Joins, ParticipantDuty, Prefers, Role, Speaks

MARKS: Final = {
    "new": N_("here for the first time"),
    "absent": N_("not there this time"),
    "substitute": N_("sits in for somebody"),
    "in_log": N_("takes part in the log"),
}
"""What is ticked of a participant besides the duties."""

LATER: Final = "later"
"""Ticked of this meeting alone: they are expected, and not from the start."""


@dataclass(frozen=True)
class _Typed:
    """What stands on the page."""

    label: str
    call: str
    role: Role
    service: str
    duties: tuple[ParticipantDuty, ...]
    marks: frozenset[str]
    joins: Joins
    sits: str
    channel: Prefers
    language: Speaks


class PersonPage(SavedPage):
    """Answers True when something was saved."""

    AUTO_FOCUS = ""

    def __init__(self, saver: Saver, words: Words, person: Participant | None = None) -> None:
        """Change `person`, or make a new one."""
        super().__init__()
        self._saver = saver
        self._words = words
        self._person = person
        self._proposed_name = ""
        self._proposed_duties: tuple[str, ...] = ()

    # -- the page

    def compose(self) -> ComposeResult:
        """Role first: it proposes the rest."""
        _, person = self._words, self._person
        title = person.label if person else _("A new participant")
        with Vertical(id="person"):
            yield self.title_line(title)
            with VerticalScroll(id="person-fields", can_focus=False):
                yield self.heading(_("Role"))
                yield ChoiceLine(self._roles(), (person.role,) if person else (), id="person-role")
                yield EntryRow(self._names(), id="person-names")
                yield EntryRow([FieldSpec("service", _("Service"), anew=True)], id="person-service")
                yield self.heading(_("Tasks in the meeting"))
                duties = [Pick(duty, _(word)) for duty, word in DUTIES.items()]
                held = person.duties if person else ()
                yield ChoiceLine(duties, held, several=True, id="person-duties")
                yield self.heading(_("Besides"))
                marks = [Pick(mark, _(word)) for mark, word in MARKS.items()]
                marks += [Pick(LATER, _("comes later"))] if self._planned() else []
                yield ChoiceLine(marks, self._marked(), several=True, id="person-marks")
                yield EntryRow([FieldSpec("sits", _("Sits in for"), anew=True)], id="person-sits")
                yield self.heading(_("How they join"))
                how = picks(JOINS, lambda way: _(JOINS[way]))
                held_by = (person.joins if person else "room",)
                yield ChoiceLine(how, held_by, id="person-joins")
                yield self.heading(_("Wants to hear by"))
                ways = picks(get_args(Prefers), lambda way: _(CHANNELS[way]))
                yield ChoiceLine(ways, (person.channel if person else "",), id="person-channel")
                yield self.heading(_("Papers to them in"))
                spoken = picks(SPEAKS, lambda language: _(SPEAKS[language]))
                yield ChoiceLine(spoken, (person.language if person else "",), id="person-language")
            yield self.keys(_)

    def _names(self) -> list[FieldSpec]:
        _ = self._words
        as_they_say = _("as they say themselves")
        call = FieldSpec("call", _("Wants to be called"), placeholder=as_they_say, anew=True)
        return [FieldSpec("label", _("Name or role"), anew=True), call]

    def _roles(self) -> list[Pick]:
        unit = self._saver.log.whole.facts.unit
        here: list[str] = [r for r in ROLES if r not in _elsewhere(unit)]
        if self._person and self._person.role not in here:
            here.append(self._person.role)
        return picks(here, lambda role: role_words(role, unit, self._words))

    def _marked(self) -> tuple[str, ...]:
        person = self._person
        if person is None:
            return ("in_log",)
        known = tuple(mark for mark in MARKS if getattr(person, mark))
        sitting = self._saver.log.whole.sitting
        later = sitting is not None and person.id in sitting.meeting.later
        return (*known, LATER) if later else known

    def _planned(self) -> bool:
        """Whether there is a meeting that somebody may come later to."""
        sitting = self._saver.log.whole.sitting
        return sitting is not None and sitting.state == "planned"

    def on_mount(self) -> None:
        """Begin at the role of a new one, else at what they want to be called."""
        person = self._person
        if person is not None:
            values = {"label": person.name, "call": person.call}
            self.query_one("#person-names", EntryRow).set_values(values)
            self._service.set_values({"service": person.service})
            self.query_one("#person-sits", EntryRow).set_values({"sits": person.sits_in_for})
        self._show_service()
        self._show_sits()
        if person is None:
            self.query_one("#person-role", ChoiceLine).focus()
        else:
            self.query_one("#person-names", EntryRow).focus_field("call")

    @property
    def _service(self) -> EntryRow:
        return self.query_one("#person-service", EntryRow)

    def _show_service(self) -> None:
        self._service.display = self.query_one("#person-role", ChoiceLine).value == "service"

    def _show_sits(self) -> None:
        """For whom stands right beneath that somebody sits in, and only where somebody does."""
        sits = self.query_one("#person-sits", EntryRow)
        ticked = "substitute" in self.query_one("#person-marks", ChoiceLine).chosen
        sits.display = ticked or bool(sits.values["sits"])

    def on_choice_line_chosen(self, event: ChoiceLine.Chosen) -> None:
        """A role proposes a name and duties, as long as nobody has written others."""
        event.stop()
        self._show_sits()
        if event.line.id != "person-role":
            return
        self._show_service()
        if self._person is None:
            self._propose(event.line.value)

    def _propose(self, role: str) -> None:
        case = self._saver.log.whole
        names = self.query_one("#person-names", EntryRow)
        if names.values["label"] in ("", self._proposed_name):
            word = capital(role_words(role, case.facts.unit, self._words))
            # Numbers never stand for people (domain §3.1): a second one is named by hand.
            taken = case.find_participant(word) is not None
            named = role in ("service", "other") or taken
            self._proposed_name = "" if named else word
            names.propose("label", self._proposed_name)
        line = self.query_one("#person-duties", ChoiceLine)
        if line.chosen == self._proposed_duties:
            usual = USUAL_DUTIES.get(cast("Role", role), ())
            free = [d for d in usual if case.with_duty(d) is None]
            line.choose(*free)
            self._proposed_duties = line.chosen

    # -- saving

    def action_save(self) -> None:
        """Save and close, or say beside the names why not."""
        names = self.query_one("#person-names", EntryRow)
        if not self.query_one("#person-role", ChoiceLine).value:
            names.show_hint(self._words("Choose a role first."), "fault")
            self.query_one("#person-role").focus()
            return
        typed = self._typed()
        if not typed.label:
            # Said here: the refusal knows the field by the command's name, and not by its own.
            names.show_hint(self._words("Write a name or a role."), "fault", "label")
            return
        outcome = self._saver.do(self._command(typed), *self._expects(typed))
        if outcome.done:
            self.dismiss(True)
        else:
            names.show_hint(outcome.words, "fault", "label")

    def _typed(self) -> _Typed:
        names = self.query_one("#person-names", EntryRow).values
        role = cast("Role", self.query_one("#person-role", ChoiceLine).value)
        service = self._service.values["service"] if role == "service" else ""
        duties = self.query_one("#person-duties", ChoiceLine).chosen
        return _Typed(
            # A service may be all that is known of who comes.
            label=names["label"] or service,
            call=names["call"],
            role=role,
            service=service,
            duties=cast("tuple[ParticipantDuty, ...]", duties),
            marks=frozenset(self.query_one("#person-marks", ChoiceLine).chosen),
            joins=cast("Joins", self.query_one("#person-joins", ChoiceLine).value or "room"),
            sits=self.query_one("#person-sits", EntryRow).values["sits"],
            channel=cast("Prefers", self.query_one("#person-channel", ChoiceLine).value),
            language=cast("Speaks", self.query_one("#person-language", ChoiceLine).value),
        )

    def _command(self, typed: _Typed) -> Command:
        known: dict[str, Any] = {
            "call": typed.call,
            "role": typed.role,
            "service": typed.service,
            "duties": typed.duties,
            **{mark: mark in typed.marks for mark in MARKS},
            "joins": typed.joins,
            "sits_in_for": typed.sits,
            "channel": typed.channel,
            "language": typed.language,
        }
        # Who sits in for somebody named is a substitute, ticked or not.
        known["substitute"] = known["substitute"] or bool(typed.sits)
        if self._person is None:
            return ParticipantAdd(label=typed.label, **known)
        return ParticipantEdit(who=self._person.id, label=typed.label, **known)

    def _expects(self, typed: _Typed) -> tuple[Command, ...]:
        """That they come later, or on time after all: of those who come at all."""
        out = self._person is not None and self._person.left_out
        later = LATER in typed.marks and "absent" not in typed.marks and not out
        if later == (LATER in self._marked()):
            return ()
        return (Expect(typed.label, later=later),)

    # -- leaving

    def action_close(self) -> None:
        """Leave; ask first when something was typed that would be lost."""
        if not self._written():
            self.dismiss(False)
            return
        _ = self._words
        question = ConfirmScreen(
            _, _("Leave without saving this?"), yes=_("Leave without it"), no=_("Stay")
        )
        self.app.push_screen(question, self._leave)

    def _written(self) -> bool:
        typed, person = self._typed(), self._person
        if person is None:
            return bool(typed.call or typed.service or typed.label != self._proposed_name)
        names = (person.name, person.call, person.role, person.service)
        ways = (person.joins, person.sits_in_for, person.channel, person.language)
        chosen = (set(person.duties), set(self._marked()))
        now = (typed.label, typed.call, typed.role, typed.service)
        ticked = (set(typed.duties), set(typed.marks))
        ways_now = (typed.joins, typed.sits, typed.channel, typed.language)
        return (now, ticked, ways_now) != (names, chosen, ways)

    def _leave(self, sure: bool | None) -> None:
        if sure:
            self.dismiss(False)


def _elsewhere(unit: str) -> frozenset[str]:
    """A school has contact teachers, a kindergarten lead educators."""
    return frozenset({"teacher"} if unit == "kindergarten" else {"educator"})
