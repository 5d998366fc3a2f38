"""The lines of the preparing, worked out from the case and the rules; pure but for the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from app.screens.prepare.lines import Line, LineId, Mark
from app.screens.setup.missing import consent_gaps, missing_people
from app.wording.new_meeting import structure_title
from app.wording.preparing import notices_words, ticked_words
from app.wording.rules import finding_words
from app.wording.texts import tells_whom_to_call
from app.words import Words
from phases.case import Case
from phases.changes import Finding
from phases.context import Context
from phases.next_day import reminder_by
from phases.notices import all_told, receivers
from phases.preparing_meeting import findings, notices_before
from phases.showing_dates import clock_time, long_date
from phases.sitting import Sitting
from phases.suggesting_guard import suggested_guard
from phases.words import NoticeKind, OwnSystemKind


class PrepareView:
    """One snapshot of a case at one moment."""

    def __init__(self, case: Case, ctx: Context, words: Words, sender: str | None = None) -> None:
        """`sender` is whom the texts come from, by the settings; None where none is made here."""
        self.case, self.ctx, self._words = case, ctx, words
        self._sender = sender
        self.found: Mapping[str, Finding] = findings(case, ctx)

    @property
    def plan(self) -> Sitting | None:
        """The meeting to prepare; None where none is planned."""
        sitting = self.case.sitting
        return sitting if sitting is not None and sitting.state == "planned" else None

    @property
    def first(self) -> bool:
        """Whether nothing has been held before it (S0-13 … S0-17)."""
        return self.case.held is None

    def lines(self) -> tuple[Line, ...]:
        """All of them, in the order in which they are done."""
        plan = self.plan
        if plan is None:
            _ = self._words
            return (Line("new-meeting", "open", _("none is planned"), _("a new meeting")),)
        return (
            self._when(plan),
            self._kind(plan),
            self._purpose(plan),
            self._people(plan),
            *self._missing(),
            self._consents(),
            *self._own_systems(),
            *self._from_whom(),
            self._called(plan),
            self._reminder(plan),
            self._screen(plan),
            self._interpreter(plan),
            self._guard(),
            *self._year(),
            Line("agenda", "known", self._words("one page"), self._words("make the paper")),
        )

    # -- what it is

    def _when(self, plan: Sitting) -> Line:
        _, at = self._words, plan.meeting.at
        if at is None:
            return Line("when", "open", _("no day yet"), _("set up"))
        local = at.astimezone(self.ctx.zone)
        total = timedelta(seconds=plan.agenda.total_s)
        told = _(
            "{day}, {time}–{end}",
            day=long_date(local.date(), _.language),
            time=clock_time(local, _.language),
            end=clock_time(local + total, _.language),
        )
        place = plan.meeting.place or _("no place yet")
        mark: Mark = "done" if plan.meeting.place else "open"
        said = self._said("R-P8", "INV-14", "INV-15")
        return Line("when", "open" if said else mark, f"{told} · {place}", _("set up"), said)

    def _kind(self, plan: Sitting) -> Line:
        _ = self._words
        total = round(plan.agenda.total_s / 60)
        title = structure_title(plan.agenda.structure, self.ctx.structures, self.case.facts.unit, _)
        value = f"{title} · {_.many('{n} minute', '{n} minutes', total)}"
        said = self._said("R-P5")
        return Line("kind", "open" if said else "done", value, _("set up"), said)

    def _purpose(self, plan: Sitting) -> Line:
        _, purpose = self._words, plan.meeting.purpose
        does = _("change it") if purpose else _("write it")
        return Line("purpose", "done" if purpose else "open", purpose or _("not written yet"), does)

    def _people(self, plan: Sitting) -> Line:
        _, cleared = self._words, plan.meeting.attendance_cleared
        names = ", ".join(p.label for p in self.case.present)
        told = _("cleared with the guardians") if cleared else _("not cleared yet")
        does = _("take the tick away") if cleared else _("it is cleared")
        value = f"{told}: {names}" if names else told
        return Line("people", "done" if cleared else "open", value, does, self._said("R-C9"))

    def _missing(self) -> Iterator[Line]:
        _, lacks = self._words, missing_people(self.case, self._words)
        if lacks:
            yield Line("missing", "open", " · ".join(lacks), _("set up"))

    def _consents(self) -> Line:
        _, gaps = self._words, consent_gaps(self.case, self.ctx, self._words)
        said = self._said("R-C3", "R-C7")
        if gaps:
            value = _("missing: {list}", list=" · ".join(gaps))
            return Line("consents", "open", value, _("set up"), said)
        value = _("everybody who comes is covered")
        return Line("consents", "open" if said else "done", value, _("set up"), said)

    # -- what is sent, and what stands elsewhere

    def _own_systems(self) -> Iterator[Line]:
        """S0-15 and S0-17 before the first meeting alone; afterwards the log is enough (R-P4)."""
        if not self.first:
            for text in self._said("R-P4"):
                yield Line("log-is-enough", "known", text)
            return
        said = self._said("R-P3")
        yield self._ticked("own-summons", "summons", said)
        yield self._ticked("own-note", "note", ())

    def _ticked(self, line: LineId, kind: OwnSystemKind, said: tuple[str, ...]) -> Line:
        _ = self._words
        done = [t for t in self.case.own_systems.values() if t.kind == kind]
        if not done:
            return Line(line, "open", _("not ticked yet"), _("tick it"), said)
        told = ", ".join(ticked_words(t, self.ctx.today, _) for t in done)
        return Line(line, "done", told, _("one more"))

    def _from_whom(self) -> Iterator[Line]:
        """Asked until a family can see whom to call; then it is the settings' alone."""
        _ = self._words
        if self._sender is not None and not tells_whom_to_call(self._sender):
            told = _("no phone number yet, so nobody can see whom to call")
            value = f"{self._sender}: {told}" if self._sender else told
            yield Line("sender", "open", value, _("write it"))

    def _called(self, plan: Sitting) -> Line:
        """Summoned to, or invited by the log."""
        _ = self._words
        kind, _reminder = notices_before(self.case, plan)
        line: LineId = "summons" if kind == "summons" else "invitation"
        sent = self._sent(plan, kind)
        if sent and all_told(self.case, plan.meeting.id, kind):
            return Line(line, "done", sent, _("see the text"))
        said = self._said("R-P6") if kind == "summons" else ()
        return Line(line, "open", sent or _("not sent yet"), _("see the text"), said)

    def _reminder(self, plan: Sitting) -> Line:
        _, at = self._words, plan.meeting.at
        sent = self._sent(plan, "reminder")
        if sent and all_told(self.case, plan.meeting.id, "reminder"):
            return Line("reminder", "done", sent, _("see the text"))
        if at is None:
            return Line("reminder", "open", _("once the day is set"))
        by = self._latest(self.ctx.local_day(at))
        said = self._said("R-P1") or self._said("R-P2")
        late: Mark = "late" if "R-P1" in self.found else "open"
        value = " · ".join(filter(None, (sent, by)))
        return Line("reminder", late, value or _("not sent yet"), _("see the text"), said)

    def _latest(self, meeting: date) -> str:
        """The latest day of the reminder; empty once it has gone by, which a rule tells."""
        day = reminder_by(meeting, self.ctx)
        if day is None or day < self.ctx.today:
            return ""
        shown = long_date(day, self._words.language, today=self.ctx.today)
        return self._words("at the latest {day}", day=shown)

    def _sent(self, plan: Sitting, kind: NoticeKind) -> str:
        """Who has got theirs and who hasn't; empty while nobody has."""
        found = receivers(self.case, plan.meeting.id, kind)
        sent = any(each.notice for each in found)
        return notices_words(found, self.ctx.today, self._words) if sent else ""

    # -- the room and the tasks

    def _screen(self, plan: Sitting) -> Line:
        _, there = self._words, plan.meeting.room_screen
        told = {None: _("nobody has said"), True: _("yes"), False: _("no")}[there]
        mark: Mark = "done" if there else "open"
        return Line("screen", mark, told, _("yes or no"), self._said("R-P7"))

    def _interpreter(self, plan: Sitting) -> Line:
        _ = self._words
        here = any(p.role == "interpreter" for p in self.case.present)
        if plan.meeting.interpreter:
            return Line("interpreter", "done", _("with longer minutes"), _("set up"))
        if here:
            said = self._said("INV-16")
            return Line("interpreter", "open", _("somebody interprets"), _("longer minutes"), said)
        return Line("interpreter", "known", _("nobody interprets"), _("set up"))

    def _guard(self) -> Line:
        _, held = self._words, self.case.with_duty("guard")
        if held is not None:
            return Line("guard", "done", held.label, _("choose"))
        proposed = suggested_guard(self.case)
        told = _("proposed: {name}", name=self.case.label(proposed)) if proposed else ""
        return Line("guard", "open", told or _("nobody yet"), _("choose"))

    def _year(self) -> Iterator[Line]:
        _ = self._words
        days, said = self.case.facts.meeting_dates, self._said("R-P9")
        if days or said:
            value = _.many("{n} meeting", "{n} meetings", len(days))
            yield Line("year", "open" if said else "done", value, _("set up"), said)

    def _said(self, *rules: str) -> tuple[str, ...]:
        """What these rules say, where they speak up; names stand here, nothing is projected."""
        hits = (self.found.get(rule) for rule in rules)
        return tuple(finding_words(hit, self._words, named=True) for hit in hits if hit)
