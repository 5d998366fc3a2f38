"""The staff's evaluation of how the meeting was run, after the family has left (S3-28, R-E10).

Saved as typed: at most 2 s after a key, and when a field is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from app.screens.confirm import ConfirmScreen
from app.screens.evaluate_answer import Answer
from app.screens.evaluate_measured import (
    MeasuredRow,
    MeasuredTable,
    measured_rows,
    signs_words,
)
from app.screens.evaluate_rules import remark, shut
from app.screens.evaluate_said import help_paragraphs, kept_words, parting_words
from app.screens.saving import done_or_why
from app.screens.surroundings import Surroundings
from app.screens.text_page import TextPage
from app.screens.top_screen import TopScreen
from app.widgets.key_footer import FooterKey, KeyFooter
from app.widgets.told_line import ToldLine
from app.widgets.too_small import FLAT, TINY, TooSmall
from app.wording.questions import LABELS
from app.wording.refusals import refusal_words
from app.wording.store import store_words
from app.words import Words
from data.caselog import CaseLog
from data.errors import StoreError
from phases.changes import EXIT_RULE, Refusal
from phases.commands.afterwards import QUESTIONS, Evaluate
from phases.commands.closing import FamilyLeft
from phases.records import Evaluation

SAVE_S: Final = 1.5
"""Seconds from the first unsaved key until it is saved; not put off by further keys."""
FOLLOW_S: Final = 1.0


class EvaluateScreen(TopScreen[str]):
    """Five questions on one screen; question c beside what the clock measured.

    Gives what is to be said once it is left: that the answers are saved; empty if there are none.
    """

    CSS_PATH = "evaluate.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, TINY), (60, "-narrow"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, FLAT), (16, "-roomy")]  # noqa: RUF012
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "keep", show=False, priority=True),
        Binding("escape", "finish", show=False, priority=True),
        Binding("f1", "help", show=False),
        Binding("question_mark", "help", show=False),
    ]

    def __init__(
        self,
        log: CaseLog,
        words: Words,
        around: Surroundings | None = None,
    ) -> None:
        """Over the newest meeting of `log`; around it is this machine, but for tests."""
        super().__init__()
        self._log = log
        self._words = words
        self._around = around or Surroundings.of()
        self._unsaved: set[str] = set()
        self._refused: dict[str, str] = {}
        """Question -> why its answer can't be saved as it is."""
        self._soon: Timer | None = None

    # -- opening

    def compose(self) -> ComposeResult:
        """The title, then the questions or why they aren't open."""
        _ = self._words
        with Horizontal(id="evaluate-top"):
            yield Static(Content(_("How did the meeting go?")), id="evaluate-title", markup=False)
            yield ToldLine(id="evaluate-state")
        yield Static("", id="evaluate-shut", markup=False)
        with VerticalScroll(id="evaluate-questions", can_focus=False):
            about = _("About the meeting, not about the child. For the staff alone.")
            yield Static(Content(about), id="evaluate-about", markup=False)
            yield from self._questions()
        yield KeyFooter(last=FooterKey("F1", _("help"), action="help"))
        yield TooSmall(_)

    def _questions(self) -> ComposeResult:
        _, saved = self._words, self._saved()
        heading = MeasuredRow(_("Part"), _("Plan"), _("Used"), "", _("Pause"))
        for question in QUESTIONS:
            answer = Answer(question, _(LABELS[question]), getattr(saved, question))
            if question != "c":
                yield answer
                continue
            with Horizontal(id="evaluate-c"):
                yield answer
                with Vertical(id="evaluate-measured"):
                    yield MeasuredTable(heading)

    def on_mount(self) -> None:
        """Open, ask whether the family has left, or say what has to come first (R-E10)."""
        hit = shut(self._log.case, self._around.context())
        if hit is None:
            self._open()
        elif hit.get("open") == "family":
            self.query_one("#evaluate-questions").display = False
            question = self._words("Has the family left?")
            self.app.push_screen(ConfirmScreen(self._words, question), self._family_left)
        else:
            self._keep_shut(hit)

    def _keep_shut(self, hit: Mapping[str, str]) -> None:
        text = refusal_words(Refusal("R-E10", hit, EXIT_RULE), self._words)
        self.query_one("#evaluate-shut", Static).update(Content(text))
        self.query_one("#evaluate-shut").display = True
        self.query_one("#evaluate-questions").display = False
        back = FooterKey("Esc", self._words("back"), action="finish")
        self.query_one(KeyFooter).keys = (back,)

    def _family_left(self, left: bool | None) -> None:
        if not left:
            self._keep_shut({"open": "family"})
            return
        try:
            answer = self._log.do(FamilyLeft())
        except StoreError as error:
            self._keep_shut({"open": "family"})
            self._say_state(store_words(error, self._words), fault=True)
            return
        if isinstance(answer, Refusal):
            # Another window went on meanwhile: say what holds it up now.
            self._keep_shut(shut(self._log.case, self._around.context()) or {"open": "family"})
        else:
            self._open()

    def _open(self) -> None:
        _ = self._words
        self.query_one("#evaluate-shut").display = False
        self.query_one("#evaluate-questions").display = True
        table = self.query_one(MeasuredTable)
        table.rows = measured_rows(self._log.case, self._around.structures, _)
        table.signs = signs_words(self._log.case, _)
        self.query_one(KeyFooter).keys = (
            FooterKey("F2", _("save"), action="keep"),
            FooterKey("Tab", _("next question"), action="app.focus_next"),
            FooterKey("Esc", _("save and leave"), action="finish"),
        )
        for answer in self.query(Answer):
            self._remark(answer)
        self._tell()
        self.query(Answer).first().field.focus()
        self.set_interval(FOLLOW_S, self._follow)

    # -- saving

    def on_answer_typed(self, event: Answer.Typed) -> None:
        """Save it soon."""
        event.stop()
        self._unsaved.add(event.question)
        if self._soon is None:
            self._soon = self.set_timer(SAVE_S, self.save)
        self._tell()

    def on_answer_left(self, event: Answer.Left) -> None:
        """Save it now."""
        event.stop()
        self.save()

    def save(self) -> None:
        """Save each answer that changed, by itself: one too long must not hold up the others."""
        if self._soon is not None:
            self._soon.stop()
            self._soon = None
        for question in sorted(self._unsaved):
            self._save(question)
        self._tell()

    def _save(self, question: str) -> None:
        answer = self._answer(question)
        text = answer.text
        try:
            self._log.refresh()
        except StoreError as error:
            self._refuse(answer, store_words(error, self._words))
            return
        if text != getattr(self._saved(), question):
            done = done_or_why(self._log, [Evaluate(**{question: text})], self._words)
            if isinstance(done, str):
                self._refuse(answer, done)
                return
        self._unsaved.discard(question)
        self._refused.pop(question, None)
        self._remark(answer)

    def _refuse(self, answer: Answer, why: str) -> None:
        self._refused[answer.question] = why
        answer.say(why, fault=True)

    def _remark(self, answer: Answer) -> None:
        """Say kindly what a rule remarks; it stops nothing."""
        now = self._around.context()
        answer.say(remark(self._log.case, now, answer.question, answer.text, self._words))

    def _tell(self) -> None:
        """Whether everything is saved, in words."""
        _ = self._words
        if self._refused:
            self._say_state(_("Not saved yet: see below the field"), fault=True)
        elif self._unsaved:
            self._say_state(_("Saving …"))
        elif any(getattr(self._saved(), question) for question in QUESTIONS):
            self._say_state(_("Everything is saved"))
        else:
            self._say_state(_("Saved as you type"))

    def _say_state(self, text: str, *, fault: bool = False) -> None:
        self.query_one("#evaluate-state", ToldLine).tell(text, fault=fault)

    def _follow(self) -> None:
        """Take in what another window answered; never over what is being typed here."""
        try:
            new = self._log.refresh()
        except StoreError as error:
            self._say_state(store_words(error, self._words), fault=True)
            return
        if not new:
            return
        saved = self._saved()
        for answer in self.query(Answer):
            text = getattr(saved, answer.question)
            if answer.question not in self._unsaved and answer.text != text:
                answer.show_text(text)
                self._remark(answer)
        self._tell()

    def action_keep(self) -> None:
        """Save now, and say what is saved and what is open; nothing while it is shut."""
        if not self.query_one("#evaluate-questions").display:
            return
        self.save()
        if not self._unsaved:
            self._say_state(kept_words(self._saved(), self._words))

    # -- leaving

    def action_finish(self) -> None:
        """Save and leave; ask first when something can't be saved as it is."""
        self.save()
        if not self._unsaved:
            self.dismiss(parting_words(self._saved(), self._words))
            return
        _ = self._words
        question = ConfirmScreen(
            _,
            _("Leave, though an answer isn't saved?"),
            text=next(iter(self._refused.values()), ""),
            yes=_("Leave without it"),
            no=_("Stay"),
        )
        self.app.push_screen(question, self._leave)

    def _leave(self, sure: bool | None) -> None:
        if sure:
            self.dismiss(parting_words(self._saved(), self._words))

    def action_help(self) -> None:
        """What this screen is for."""
        _ = self._words
        self.app.push_screen(TextPage(_("Help"), help_paragraphs(_), _))

    # -- what it works on

    def _answer(self, question: str) -> Answer:
        return self.query_one(f"#answer-{question}", Answer)

    def _saved(self) -> Evaluation:
        case = self._log.case
        meeting = case.sitting.meeting.id if case.sitting else ""
        return case.evaluations.get(meeting) or Evaluation(id=meeting)
