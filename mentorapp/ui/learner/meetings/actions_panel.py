"""Aftaler: what is still to be done of all that was agreed, by its day; what is done is folded away."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout

from mentorapp import meeting_sentences
from mentorapp.domain.change import removal, update
from mentorapp.domain.meeting import ActionPoint, action_order
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.meetings.action_form import ActionForm
from mentorapp.ui.learner.meetings.action_row import ActionRow
from mentorapp.ui.learner.meetings.in_order import in_order
from mentorapp.ui.learner.meetings.meetings_panel import own_meetings
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.empty_layout import empty
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.panel import Hairline, Panel


class ActionsPanel(Panel):
    """Hidden until there is a meeting: an agreement hangs on one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Aftaler"))
        self._desk = desk
        self._opened: Opened | None = None
        self._chosen = ""
        self._may_write = False
        self._shown: object = None
        self._unfolded = False
        self.rows: dict[str, ActionRow] = {}
        """By id of what was agreed, in the order shown."""
        self.new = Button(_("Ny aftale"), icon="plus", size="small")
        self.new.clicked.connect(lambda: self.edit(None))
        self.set_aside(self.new)
        self._lines = QVBoxLayout()
        self.body.addLayout(self._lines)
        self.fold = Button("", "text", size="small")
        self.fold.clicked.connect(self._turn)
        self.foot().addWidget(self.fold)
        self.foot().addStretch(1)

    def show_case(self, opened: Opened, chosen: str, may_write: bool, afresh: bool) -> None:
        """Show what was agreed at the meetings of the newest enrolment; something new is agreed at `chosen`."""
        self._opened, self._chosen, self._may_write = opened, chosen, may_write
        self._unfolded = self._unfolded and not afresh
        meetings = own_meetings(opened)
        self.setVisible(bool(meetings))
        self.new.setVisible(may_write)
        own = {meeting.id: meeting for meeting in meetings}
        points = sorted((row for row in opened.case.action_points if row.meeting in own), key=action_order)
        shown = (points, meetings, may_write, self._unfolded, self._desk.session.today)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._lines)
        self.rows = {}
        to_do = [point for point in points if point.done_on is None]
        done = [point for point in points if point.done_on is not None]
        for point in [*to_do, *(done if self._unfolded else ())]:
            if self.rows:
                self._lines.addWidget(Hairline())
            self._lines.addWidget(self._row_of(point, meeting_sentences.named(own[point.meeting])))
        if not to_do:
            told = _("Alt, der er aftalt, er gjort.") if done else _("Her står, hvad I aftalte: hvad, hvem og hvornår.")
            self._lines.insertWidget(0, Label(told, tone="muted", wrap=True))
        self.fold.setText((_("Skjul udførte ({n})") if self._unfolded else _("Vis udførte ({n})")).format(n=len(done)))
        self.show_foot(bool(done))
        in_order(self.new, *(control for row in self.rows.values() for control in row.controls()), self.fold)

    def edit(self, point: ActionPoint | None) -> None:
        """Write what was agreed, or put it right."""
        if self._opened is not None and (meetings := own_meetings(self._opened)):
            at = self._chosen or meetings[-1].id
            form = ActionForm(self, self._desk, self._opened.case, meetings, at, point)
            form.exec()
            form.deleteLater()

    def tick(self, point: ActionPoint, done: bool) -> None:
        """Say that something is done, today, or that it is not after all."""
        order = list(self.rows)
        after = replace(point, done_on=self._desk.session.today if done else None)
        try:
            self._desk.session.store.record(update(point, after), _("Aftale: {what}").format(what=point.what))
        except UserError as fault:
            self._desk.fail(fault)
            self.rows[point.id].done.setChecked(not done)
            return
        said = _("»{what}« er udført. Ctrl+Z fortryder.") if done else _("»{what}« er ikke længere udført.")
        self._desk.said.emit(said.format(what=point.what))
        self._focus_near(order, point.id)

    def delete(self, point: ActionPoint) -> None:
        """Take it away; it can be brought back."""
        order = list(self.rows)
        with self._desk.catching():
            self._desk.session.store.record(removal(point), _("Slet aftale"))
            self._desk.said.emit(_("Aftalen er slettet. Ctrl+Z henter den tilbage."))
            self._focus_near(order, point.id)

    def _focus_near(self, order: list[str], gone: str) -> None:
        """The keyboard stays where one was working: on this row, the next that is left, else on the button."""
        after = order[order.index(gone) :] if gone in order else []
        near = next((self.rows[row] for row in after if row in self.rows), None)
        (near.done if near else self.new).setFocus()

    def _row_of(self, point: ActionPoint, agreed_at: str) -> ActionRow:
        row = ActionRow(point, agreed_at, self._desk.session.today, self._may_write)
        row.done.clicked.connect(lambda checked: self.tick(point, checked))
        row.edit.clicked.connect(lambda: self.edit(point))
        row.delete.clicked.connect(lambda: self.delete(point))
        self.rows[point.id] = row
        return row

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        if self._opened is not None:
            self.show_case(self._opened, self._chosen, self._may_write, afresh=False)
