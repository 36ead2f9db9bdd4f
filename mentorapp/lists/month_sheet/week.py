"""What the answers of one week do: a confirmed week, and a row for each day that went otherwise.

Days of practice only: what happened at school is the school's to say. A week is confirmed when all its days are
told and its last working day has come; until then absences are taken in, and presence waits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from mentorapp.domain.attendance import Attendance, WeekMark, attendance_key, week_mark_key
from mentorapp.domain.calendar import week_key
from mentorapp.domain.month_sheet import FREE, LEAVE, OUTSIDE, PRACTICE, SCHOOL, MonthSheet, SheetDay, SheetWeek
from mentorapp.domain.practice_weeks import PracticeWeek, practice_by_day, week_of
from mentorapp.i18n import _, day, ngettext, weekday
from mentorapp.lists.month_sheet.rows import DayLine
from mentorapp.lists.plan import Edit

SOURCE = "mentor"


@dataclass(slots=True)
class Verdict:
    """What becomes of a row: its edits, or why it is refused; `reason` also says what needs no edit."""

    edits: list[Edit] = field(default_factory=list)
    refused: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: str
    minutes: int


class WeekAnswers:
    """`by_row` are the verdicts of the days by row number, `head` that of the week as a whole."""

    def __init__(self, told: MonthSheet, week: SheetWeek, lines: Sequence[DayLine], by: str | None) -> None:
        self._told, self._week, self._by = told, week, by
        self._practice: PracticeWeek = week_of(told.days, week.monday)
        self._recorded: Mapping[date, Attendance] = {row.day: row for row in practice_by_day(told.days)}
        self._answers: dict[date, _Answer] = {}
        self.by_row: dict[int, Verdict] = {}
        self.head = Verdict()
        first: dict[date, int] = {}
        for line in lines:
            assert line.day is not None
            reason = _("Række {n} er om samme dag. Behold én af dem.").format(n=first[line.day]) if (
                line.day in first) else self._why_not(line)  # fmt: skip
            first.setdefault(line.day, line.number)
            self.by_row[line.number] = Verdict(refused=bool(reason), reason=reason)
            if not reason:
                self._answers[line.day] = self._answer(line)
        self._rows = first
        if self._answers:
            self._decide()

    def _why_not(self, line: DayLine) -> str:
        """Why the row cannot be taken in; empty where it can."""
        assert line.day is not None
        on, told = self._shown(line.day), self._day(line.day)
        if told.kind == SCHOOL:
            return _("{day} er skoledag. Skolen siger, om eleven var der; mentor bekræfter kun praktik.").format(day=on)
        if told.kind == LEAVE:
            return _("Eleven har {what} {day}, så der er intet at bekræfte.").format(what=told.about, day=on)
        if told.kind == OUTSIDE:
            return _("{day} ligger uden for forløbet.").format(day=on)
        if line.day > self._told.days.ledger.today:
            return _("{day} er ikke kommet endnu.").format(day=on)
        if self._practice.in_period:
            return _("Uge {number} er dækket af en periodes samlede timer; de gælder i stedet.").format(
                number=self._week.number
            )
        if line.absence is not None and (line.came or line.minutes):
            return _(
                "{day}: der står både fravær og fremmøde. Gik eleven før tid, så skriv timerne, og resten under "
                "Bemærkning."
            ).format(day=on)
        if line.absence is None and line.minutes == 0:
            return _("{day}: der står 0 timer. Vælg under Fravær, hvorfor.").format(day=on)
        if line.came and line.minutes is None and told.kind != PRACTICE:
            return _("{day}: der er ingen praktik planlagt, så skriv timerne.").format(day=on)
        if told.kind == FREE and line.absence is not None:
            return _("{day}: der er ingen praktik planlagt, så der er intet fravær.").format(day=on)
        return ""

    def _answer(self, line: DayLine) -> _Answer:
        assert line.day is not None
        if line.absence is not None:
            return _Answer(line.absence, 0)
        return _Answer("present", self._day(line.day).minutes if line.minutes is None else line.minutes)

    def _decide(self) -> None:
        waits = self._why_wait()
        if waits:
            self._keep_absences(waits)
            return
        self._confirm()
        # Practice that the plan lays on days at school is told on the other days. Where all went as planned the sum
        # is the same; where a day did not, each day stands as it was shown, and those at school with none.
        by_day = self._week.moved and any(self._differs(one) for one in self._week.days if one.must_be_filled)
        for on, answer in self._answers.items():
            self._record(on, answer, always=by_day)
        for one in self._week.days if by_day else ():
            if one.kind == SCHOOL and self._told.days.practice().get(one.day.toordinal()):
                self._put(self.head, one.day, _Answer("present", 0))
        if self._practice.confirmed and not self.head.edits:
            self.head.reason = _("bekræftet i forvejen")

    def _why_wait(self) -> str:
        """What the week lacks before it can be confirmed; empty where it lacks nothing."""
        can_from, today = self._practice.can_confirm_from, self._told.days.ledger.today
        if self._practice.confirmed:
            return ""
        missing = [
            one.day
            for one in self._week.days
            if one.must_be_filled and one.day not in self._answers and one.day not in self._recorded
        ]
        if today < can_from:
            return _("Uge {number} kan først bekræftes fra {day}, ugens sidste arbejdsdag.").format(
                number=self._week.number, day=day(can_from)
            )
        if missing:
            text = ngettext(
                "Uge {number} bekræftes først, når alle dage er udfyldt: {days} mangler.",
                "Uge {number} bekræftes først, når alle dage er udfyldt: {days} mangler.",
                len(missing),
            )
            return text.format(number=self._week.number, days=", ".join(self._shown(one) for one in missing))
        return ""

    def _keep_absences(self, waits: str) -> None:
        """Absence is one day's; presence would make the untold days of the week off duty, so it waits."""
        for on, answer in self._answers.items():
            if answer.status != "present":
                self._record(on, answer, always=True)
            elif not self._stands(on, answer):
                self.by_row[self._rows[on]] = Verdict(refused=True, reason=waits)

    def _confirm(self) -> None:
        course = self._told.case.enrolment
        assert course is not None
        if self._practice.confirmed or not self._practice.total:
            return
        key = week_key(self._week.monday)
        mark = WeekMark(course.learner, week_mark_key(course.id, key), course.id, key, self._by)
        self.head.edits.append(Edit(None, mark))
        self.head.reason = _("ugen bekræftes")

    def _record(self, on: date, answer: _Answer, always: bool) -> None:
        verdict, told = self.by_row[self._rows[on]], self._day(on)
        as_planned = told.kind == PRACTICE and answer == _Answer("present", told.minutes)
        if as_planned and on not in self._recorded and not always:
            verdict.reason = _("som planlagt; bekræftes med ugen") if self.head.edits else _("som planlagt")
            return
        self._put(verdict, on, answer)

    def _put(self, verdict: Verdict, on: date, answer: _Answer) -> None:
        if self._stands(on, answer):
            return
        course, old = self._told.case.enrolment, self._recorded.get(on)
        assert course is not None
        if old is not None:
            new = replace(old, status=answer.status, minutes=answer.minutes, lessons=None, source=SOURCE)
        else:
            key = attendance_key(course.id, on, "practice", None)
            new = Attendance(course.learner, key, course.id, on, "practice", answer.status, None, answer.minutes,
                             source=SOURCE)  # fmt: skip
        verdict.edits.append(Edit(old, new))

    def _stands(self, on: date, answer: _Answer) -> bool:
        """Whether the same is recorded already."""
        old = self._recorded.get(on)
        if old is None:
            return False
        minutes = self._day(on).minutes if old.status == "present" and old.minutes is None else old.minutes or 0
        return answer == _Answer(old.status, minutes)

    def _differs(self, told: SheetDay) -> bool:
        """Whether a day of practice went otherwise, by the sheet or by what is recorded."""
        planned = _Answer("present", told.minutes)
        answer = self._answers.get(told.day)
        if answer is not None:
            return answer != planned
        return told.day in self._recorded and not self._stands(told.day, planned)

    def _day(self, on: date) -> SheetDay:
        return self._week.days[(on - self._week.monday).days]

    @staticmethod
    def _shown(on: date) -> str:
        return f"{weekday(on.isoweekday())} {day(on)}"
