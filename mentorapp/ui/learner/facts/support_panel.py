"""Mentor support: what was granted, the hours spent of it, and one button where there is nothing yet."""

from __future__ import annotations

from mentorapp.domain.change import removal
from mentorapp.domain.mentor_hours import MentorHours, mentor_hours
from mentorapp.domain.mentor_support import MentorGrant, MentorTime
from mentorapp.i18n import _, day, ngettext
from mentorapp.store.tables import BY_TABLE
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.facts.grant_form import GrantForm
from mentorapp.ui.learner.facts.mentor_time_form import MentorTimeForm
from mentorapp.ui.learner.fields.reading import show_hours
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.edit_row import EditRow, EditRows
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.panel import Panel

NEWEST = 5
"""So many rows of hours are shown until all are asked for."""


class SupportPanel(Panel):
    """The grants in order, then the hours, newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Mentorstøtte"))
        self._desk = desk
        self._opened: Opened | None = None
        self._shown: object = None
        self._unfolded = False
        self.new = Button(_("Tilføj mentorstøtte"), icon="plus", size="small")
        self.new.clicked.connect(lambda: self.edit_grant(None))
        self.set_aside(self.new)
        self.grants: list[EditRow] = []
        self.times: list[EditRow] = []
        self._rows = EditRows()
        self.body.addWidget(self._rows)
        self.outside = Label("", "small", "muted", wrap=True)
        self.body.addWidget(self.outside)
        self.new_time = Button(_("Skriv mentortimer"), icon="plus", size="small")
        self.new_time.clicked.connect(lambda: self.edit_time(None))
        self.all_times = Button("", "text", size="small")
        self.all_times.clicked.connect(self._unfold)
        for button in (self.all_times, self.new_time):
            self.foot().addWidget(button)
        self.foot().insertStretch(1, 1)

    def show_case(self, opened: Opened, afresh: bool) -> None:
        """Show the support of the newest enrolment."""
        self._opened = opened
        self._unfolded = self._unfolded and not afresh
        case, enrolment = opened.case, opened.case.enrolment
        own = enrolment.id if enrolment else None
        grants = [row for row in case.mentor_grants if row.enrolment == own]
        times = [row for row in case.mentor_times if row.enrolment == own]
        grants.sort(key=lambda row: (row.first_day, row.id))
        times.sort(key=lambda row: (row.day, row.id), reverse=True)
        grants_too, times_too = self._may_write(MentorGrant), self._may_write(MentorTime)
        self.setVisible(enrolment is not None and bool(grants or times or grants_too))
        self.new.setVisible(grants_too)
        self.new_time.setVisible(times_too)
        shown = (grants, times, grants_too, times_too, self._unfolded)
        if shown == self._shown and not afresh:
            return
        self._shown = shown
        self._lay_out(grants, times, mentor_hours(grants, times))

    def edit_grant(self, grant: MentorGrant | None) -> None:
        """Write a grant, or put one right."""
        enrolment = self._opened.case.enrolment if self._opened else None
        if enrolment is not None:
            form = GrantForm(self, self._desk, enrolment, grant)
            form.exec()
            form.deleteLater()

    def edit_time(self, time: MentorTime | None) -> None:
        """Write hours, or put them right."""
        enrolment = self._opened.case.enrolment if self._opened else None
        if enrolment is not None:
            form = MentorTimeForm(self, self._desk, enrolment, time)
            form.exec()
            form.deleteLater()

    def delete_grant(self, grant: MentorGrant) -> None:
        """Take a grant away; it can be brought back."""
        with self._desk.catching():
            self._desk.session.store.record(removal(grant), _("Slet mentorstøtte"))
            self._desk.said.emit(_("Mentorstøtten er slettet. Ctrl+Z henter den tilbage."))
            self.new.setFocus()

    def delete_time(self, time: MentorTime) -> None:
        """Take hours away; they can be brought back."""
        with self._desk.catching():
            self._desk.session.store.record(removal(time), _("Slet mentortimer"))
            self._desk.said.emit(_("Mentortimerne er slettet. Ctrl+Z henter dem tilbage."))
            self.new_time.setFocus()

    def _may_write(self, noun: type[MentorGrant] | type[MentorTime]) -> bool:
        return self._desk.session.store.role in BY_TABLE[noun.TABLE].writers

    def _unfold(self) -> None:
        self._unfolded = True
        self.new_time.setFocus()  # the button that was pressed goes
        if self._opened is not None:
            self.show_case(self._opened, afresh=False)

    def _lay_out(self, grants: list[MentorGrant], times: list[MentorTime], hours: MentorHours) -> None:
        few = times if self._unfolded else times[:NEWEST]
        self.grants = [self._grant_row(grant, hours.spent[grant.id]) for grant in grants]
        self.times = [self._time_row(time) for time in few]
        self._rows.show_rows([*self.grants, *self.times])
        said = _("Timer på dage, som ingen bevilling dækker: {n}.").format(n=show_hours(hours.outside))
        self.outside.setText(said if hours.outside else "")
        self.outside.setVisible(bool(hours.outside))
        self.all_times.setText(_("Vis alle {n} dage").format(n=len(times)))
        self.all_times.setVisible(len(few) < len(times))
        self.show_foot(bool(grants or times) and (self._may_write(MentorTime) or len(few) < len(times)))

    def _grant_row(self, grant: MentorGrant, spent: int) -> EditRow:
        last = day(grant.last_day) if grant.last_day else _("slutdato ikke oplyst")
        period = f"{day(grant.first_day)} – {last}"
        granted = []
        if grant.minutes_a_week is not None:
            granted.append(_("{time} om ugen").format(time=_hours(grant.minutes_a_week)))
        if grant.minutes_in_all is None:
            granted.append(_("brugt {time}").format(time=_hours(spent)))
        else:
            in_all = grant.minutes_in_all
            granted.append(_("brugt {n} af {all} timer").format(n=show_hours(spent), all=show_hours(in_all)))
            if spent > in_all:
                granted.append(_("{time} mere end bevilget").format(time=_hours(spent - in_all)))
        row = _row(period, [" · ".join(granted), grant.purpose or ""], self._may_write(MentorGrant))
        row.edit.clicked.connect(lambda: self.edit_grant(grant))
        row.delete.clicked.connect(lambda: self.delete_grant(grant))
        return row

    def _time_row(self, time: MentorTime) -> EditRow:
        title = _("{day}: {time}").format(day=day(time.day), time=_hours(time.minutes))
        row = _row(title, [time.what or ""], self._may_write(MentorTime))
        row.edit.clicked.connect(lambda: self.edit_time(time))
        row.delete.clicked.connect(lambda: self.delete_time(time))
        return row


def _row(title: str, below: list[str], may_write: bool) -> EditRow:
    return EditRow(title, below, _("mentorstøtte, {what}").format(what=title), may_write)


def _hours(minutes: int) -> str:
    return ngettext("{n} time", "{n} timer", 1 if minutes == 60 else 2).format(n=show_hours(minutes))
