"""Bekræft ugen: the week of practice of every running learner, confirmed as planned by one click each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from mentorapp.i18n import _, day
from mentorapp.ui.book import Entry
from mentorapp.ui.desk import Desk
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.panel import Hairline, Panel
from mentorapp.ui.today.confirm_row import ConfirmRow

if TYPE_CHECKING:
    # the first page is painted before any rule is needed
    from mentorapp.domain.change import Change
    from mentorapp.domain.course_days import CourseDays
    from mentorapp.domain.this_week import ThisWeek

AT_FIRST = 3
"""Learners shown before all are asked for: the alerts below must be seen too."""


class ConfirmPanel(Panel):
    """Rows keep their place while the page is looked at; those that wait stand first when it is opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Bekræft ugen"))
        self._desk = desk
        self._order: list[bytes] = []
        self._all = False
        self._weeks: dict[bytes, tuple[Entry, ThisWeek]] = {}
        self._rows: dict[bytes, tuple[ConfirmRow, Hairline]] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._column)
        self.more = Button("", "text", size="small")
        self.more.clicked.connect(self._unfold)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def rows(self) -> list[ConfirmRow]:
        """The rows that are seen, in their order."""
        return [self._rows[learner][0] for learner in self._shown()]

    def order_anew(self) -> None:
        """Let those that wait stand first again, as when the page is opened."""
        self._order = sorted(self._order, key=self._waiting_first)
        if self._order:
            self._show()

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Show the weeks of `entries`; those without one are left out."""
        self._weeks = {e.learner: (e, e.this_week) for e in entries if e.this_week and e.this_week.week}
        known = [learner for learner in self._order if learner in self._weeks]
        new = sorted(self._weeks.keys() - set(known), key=self._waiting_first)
        self._order = known + new
        self.setVisible(bool(self._weeks))
        if self._weeks:
            self._show()

    def _waiting_first(self, learner: bytes) -> tuple[bool, str]:
        entry, shown = self._weeks[learner]
        return bool(shown.week and shown.week.confirmed), entry.name.casefold()

    def _shown(self) -> list[bytes]:
        return self._order if self._all else self._order[:AT_FIRST]

    def _show(self) -> None:
        """Bring the rows up to date; rows that stay are kept, so that the keyboard stays where it is."""
        shown = self._shown()
        for learner in [learner for learner in self._rows if learner not in shown]:
            for widget in self._rows.pop(learner):
                widget.deleteLater()
        for place, learner in enumerate(shown):
            row, line = self._rows.get(learner) or self._make(learner)
            self._column.insertWidget(2 * place, line)
            self._column.insertWidget(2 * place + 1, row)
            row.show_week(*self._weeks[learner])
        weeks = [shown.week for _entry, shown in self._weeks.values() if shown.week]
        confirmed, newest = sum(week.confirmed for week in weeks), max(week.monday for week in weeks)
        count = _("{done} af {n}").format(done=confirmed, n=len(weeks))
        self.set_title(_("Bekræft uge {n}").format(n=newest.isocalendar().week), count)
        self.set_aside(f"{day(newest)} – {day(newest + timedelta(days=4))}")
        self.more.setVisible(len(self._order) > AT_FIRST)
        self.more.setText(_("Vis færre") if self._all else _("Vis alle {n}").format(n=len(self._order)))

    def _make(self, learner: bytes) -> tuple[ConfirmRow, Hairline]:
        row = ConfirmRow()
        row.confirm_wanted.connect(lambda: self.confirm(learner))
        row.edit_wanted.connect(lambda: self.edit(learner))
        row.back_wanted.connect(lambda: self.take_back(learner))
        self._rows[learner] = (row, Hairline())
        return self._rows[learner]

    def _unfold(self) -> None:
        self._all = not self._all
        self._show()

    def in_hand(self) -> bytes | None:
        """The learner whose week has the keyboard."""
        focus = self.focusWidget()
        rows = (learner for learner in self._shown() if focus and self._rows[learner][0].isAncestorOf(focus))
        return next(rows, None)

    def confirm(self, learner: bytes) -> None:
        """The plan becomes practice done; the keyboard goes on to the next that waits."""
        from mentorapp.domain.calendar import week_key
        from mentorapp.domain.week_confirmation import confirm_week

        entry, shown = self._weeks[learner]
        if shown.week is None:
            return
        key = week_key(shown.week.monday)
        name = self._desk.session.store.local("name")
        said = _("{name}, uge {n}, er bekræftet som planlagt. Ctrl+Z fortryder.").format(
            name=entry.name, n=shown.week.monday.isocalendar().week
        )
        label = _("Praktik bekræftet: {span}").format(span=key)
        if self._record(learner, lambda days: confirm_week(days, key, {}, name, "mentor"), label, said):
            self._next(learner)

    def take_back(self, learner: bytes) -> None:
        """Make a confirmed week open again."""
        from mentorapp.domain.week_confirmation import take_back

        week = self._weeks[learner][1].week
        if week is not None:
            number = week.monday.isocalendar().week
            said = _("Uge {n} er ikke længere bekræftet.").format(n=number)
            label = _("Bekræftelse ophævet: uge {n}").format(n=number)
            self._record(learner, lambda days: take_back(days, week), label, said)

    def edit(self, learner: bytes) -> None:
        """Write what differed, by day."""
        from mentorapp.ui.learner.attendance.week_form import WeekForm

        week, days = self._weeks[learner][1].week, self._days(learner)
        if week is not None and days is not None:
            form = WeekForm(self, self._desk, days, week)
            form.exec()
            form.deleteLater()

    def _record(self, learner: bytes, changes: Callable[[CourseDays], list[Change]], label: str, said: str) -> bool:
        from mentorapp.domain.week_confirmation import CannotConfirm

        days = self._days(learner)
        if days is None:
            return False
        with self._desk.catching():
            try:
                self._desk.session.store.record(changes(days), label)
            except CannotConfirm as fault:
                self._desk.failed.emit(fault.sentence.said(_))
                return False
            self._desk.said.emit(said)
            self._desk.lately = learner
            return True
        return False

    def _days(self, learner: bytes) -> CourseDays | None:
        from mentorapp.domain.course_days import course_days

        opened = self._desk.book.open(learner)
        return course_days(opened.case, opened.ledger) if opened and opened.ledger else None

    def _next(self, learner: bytes) -> None:
        """Put the keyboard on the next row that waits, else on what was just done."""
        after = self._shown()
        after = after[after.index(learner) + 1 :]
        for other in after:
            week = self._weeks[other][1].week
            if week is not None and not week.confirmed:
                self._rows[other][0].confirm.setFocus()
                return
