"""Putting an alert off: until when, and why. It comes back by itself, and sooner when it gets worse."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorapp.alerts import put_off
from mentorapp.alerts.alert import Alert
from mentorapp.domain.calendar import months_after
from mentorapp.domain.change import creation
from mentorapp.errors import UserError
from mentorapp.i18n import _, day
from mentorapp.lists.cells.text import Unreadable
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.text_field import TextField
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.segmented import Segmented

OTHER = "other"


class PutOffDialog(Dialog):
    """Asks until when `alert` is to be out of sight, and why; saves the answer as one action that can be undone."""

    def __init__(self, parent: QWidget | None, desk: Desk, alert: Alert) -> None:
        super().__init__(parent, _("Udsæt påmindelse"), alert.text)
        self._desk, self._alert, self._today = desk, alert, desk.session.today
        last = put_off.latest(alert, self._today)
        self._days = {key: until for key, until in _choices(self._today).items() if until <= last}
        words = {"week": _("1 uge"), "fortnight": _("2 uger"), "month": _("1 måned")}
        choices = [*((key, words[key]) for key in self._days), (OTHER, _("Anden dag"))]
        self.span = Segmented(choices, _("Hvor længe"))
        hint = "" if "month" in self._days else _("Et lovkrav kan højst udsættes til {day}.").format(day=day(last))
        self.until = TextField(_("Skjult til og med"), reading.day, example=_("dd-mm-åååå"), hint=hint, required=True)
        self.reason = TextField(_("Hvorfor"), example=_("fx aftalt på mødet, venter på skolen"), required=True)
        self.span.chosen.connect(self._choose)
        self.until.line.textEdited.connect(lambda _text: self.span.set_current(OTHER))
        self.until.line.textChanged.connect(lambda _text: self._promise())
        self.body.addWidget(Label(_("Hvor længe"), "label", "muted"))
        self.body.addWidget(self.span, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.until)
        self.body.addWidget(self.reason)
        self.set_safe(_("Den kommer igen af sig selv, og før, hvis det bliver værre."))
        self._choose("week")
        self.reason.line.setFocus()

    def submit(self) -> None:
        try:
            until, reason = self.until.value(), self.reason.value()
        except Unreadable:
            (self.until if self.until.error() else self.reason).line.setFocus()
            return
        store = self._desk.session.store
        try:
            mark = put_off.mark(self._alert, until, reason, self._today, store.local("name"))
            store.record(creation(mark), _("Udsat påmindelse"))
        except UserError as fault:
            self.complain(str(fault))
            return
        self._desk.said.emit(_("Udsat til {day}. Ctrl+Z henter påmindelsen frem igen.").format(day=day(until)))
        self.accept()

    def _choose(self, span: str) -> None:
        if span in self._days:
            self.until.line.setText(reading.show_day(self._days[span]))
            self.until.set_error("")
        else:
            self.until.line.setFocus()
            self.until.line.selectAll()

    def _promise(self) -> None:
        """Say on the button until when, once the day can be read."""
        try:
            until = self.until.peek()
        except Unreadable:
            until = None
        self.set_primary(_("Udsæt til {day}").format(day=day(until)) if until else _("Udsæt"), "clock")


def _choices(today: date) -> dict[str, date]:
    return {
        "week": today + timedelta(days=7),
        "fortnight": today + timedelta(days=14),
        "month": months_after(today, 1),
    }


def ask(parent: QWidget, desk: Desk, alert: Alert) -> bool:
    """Ask about `alert` over the window; whether it was put off."""
    dialog = PutOffDialog(parent, desk, alert)
    answered = dialog.exec() == Dialog.DialogCode.Accepted
    dialog.deleteLater()
    return answered
