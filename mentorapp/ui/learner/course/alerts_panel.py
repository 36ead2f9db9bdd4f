"""What somebody should do about this learner, worst first, each with its rule and source; and what was put off."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.alerts.alert import Alert
from mentorapp.alerts.figures import FIGURES
from mentorapp.alerts.put_off import PutOff
from mentorapp.domain.change import removal
from mentorapp.i18n import _, day, ngettext
from mentorapp.ui.book import Entry
from mentorapp.ui.desk import Desk
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.chip import ICONS
from mentorapp.ui.parts.empty_layout import empty
from mentorapp.ui.parts.figure_button import FigureButton
from mentorapp.ui.parts.icon import Icon
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Hairline, Panel
from mentorapp.ui.status_words import TONES
from mentorapp.ui.theme import current

AT_FIRST = 3
"""Alerts shown before the rest is asked for."""


class AlertsPanel(Panel):
    """Rows of alerts, or a line that says there is nothing to do. The rest, and what is put off, unfold below.

    `figure_wanted(name)` when somebody asks where the figure of an alert comes from.
    """

    figure_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Kræver handling"))
        self._desk = desk
        self._learner: bytes | None = None
        self._shown: tuple[tuple[Alert, ...], tuple[PutOff, ...]] | None = None
        self._quiet = Label("", tone="muted", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.all = Button("", "text", size="small")
        self.all.setCheckable(True)
        self.all.toggled.connect(lambda _on: self._fill())
        self.put_off = Button("", "text", "clock", size="small")
        self.put_off.setCheckable(True)
        self.put_off.toggled.connect(lambda _on: self._fill())
        self._hidden = QVBoxLayout()
        self._hidden.setSpacing(0)
        self.body.addWidget(self._quiet)
        self.body.addLayout(self._rows)
        for button in (self.all, self.put_off):
            button.hide()
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._hidden)

    def show_entry(self, entry: Entry | None) -> None:
        """Show the alerts of a learner's line in the book."""
        known = entry is not None and entry.known
        alerts = entry.alerts if entry else ()
        hidden = entry.put_off if entry else ()
        self._quiet.setText(_("Intet lige nu.") if known else _("Regnes ud …"))
        self._quiet.setVisible(not alerts)
        another = (entry.learner if entry else None) != self._learner
        self._learner = entry.learner if entry else None
        if another:
            for button in (self.all, self.put_off):
                button.blockSignals(True)
                button.setChecked(False)
                button.blockSignals(False)
        if another or (alerts, hidden) != self._shown:
            self._shown = (alerts, hidden)
            self._fill()

    def _fill(self) -> None:
        alerts, hidden = self._shown or ((), ())
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        # one more row costs no more room than the button that would hide it
        folded = len(alerts) > AT_FIRST + 1 and not self.all.isChecked()
        empty(self._rows)
        for place, alert in enumerate(alerts[:AT_FIRST] if folded else alerts):
            if place:
                self._rows.addWidget(Hairline())
            self._rows.addWidget(AlertRow(alert, self))
        self.all.setVisible(len(alerts) > AT_FIRST + 1)
        self._say(self.all, _("Vis alle {n}").format(n=len(alerts)) if folded else _("Vis færre"))
        empty(self._hidden)
        self.put_off.setVisible(bool(hidden))
        self._say(self.put_off, ngettext("{n} udsat", "{n} udsat", len(hidden)).format(n=len(hidden)))
        for row in hidden if self.put_off.isChecked() else ():
            self._hidden.addWidget(PutOffRow(row, self))
        if had_focus and not self.isAncestorOf(self.focusWidget() or self):
            self.setFocus()

    def _say(self, button: Button, words: str) -> None:
        button.setText(words)
        button.updateGeometry()

    def ask(self, alert: Alert) -> None:
        """Ask until when the alert is to be out of sight."""
        from mentorapp.ui.dialogs.put_off_dialog import ask

        ask(self, self._desk, alert)

    def bring_back(self, hidden: PutOff) -> None:
        """Show an alert again that was put off."""
        with self._desk.catching():
            self._desk.session.store.record(removal(hidden.mark), _("Påmindelse hentet frem"))
            self._desk.said.emit(_("Påmindelsen er hentet frem igen."))


class AlertRow(QWidget):
    """Icon and sentence, what to do, and below in small which rule says so; at the right the way to put it off."""

    def __init__(self, alert: Alert, panel: AlertsPanel) -> None:
        super().__init__()
        tone = TONES[alert.severity]
        said = {"act": _("Handl nu"), "soon": _("Denne uge"), "info": _("Godt at vide")}[alert.severity]
        self.setAccessibleName(f"{said}: {alert.text} {alert.todo}")
        self.later = Button(_("Udsæt …"), "text", size="small")
        self.later.setAccessibleName(_("Udsæt: {text}").format(text=alert.text))
        self.later.clicked.connect(lambda: panel.ask(alert))
        self._grid = QGridLayout(self)
        icon = Icon(ICONS[tone], tone)
        self._grid.addWidget(icon, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(Label(said, "label", tone), 0, 1)
        self._grid.addWidget(self.later, 0, 2)
        told = (Label(alert.text, wrap=True), Label(alert.todo, "strong", wrap=True), _source(alert, panel))
        for place, words in enumerate(told, 1):
            self._grid.addWidget(words, place, 1, 1, 2)
        self._grid.setColumnStretch(1, 1)
        measured(self, self._measure)

    def _measure(self) -> None:
        theme = current()
        self._grid.setContentsMargins(0, theme.px(6), 0, theme.px(8))
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(0)


def _source(alert: Alert, panel: AlertsPanel) -> QWidget:
    """The rule and its paragraph; where it rests on a figure, the way to how that was reckoned."""
    source = f"{alert.id} · {alert.source}"
    if alert.id not in FIGURES:
        return Label(source, "caption", "muted", wrap=True)
    button = FigureButton(source, FIGURES[alert.id], "caption", "muted")
    button.wanted.connect(panel.figure_wanted)
    return button


class PutOffRow(QWidget):
    """The sentence of an alert put off, until when and why, and the way back."""

    def __init__(self, hidden: PutOff, panel: AlertsPanel) -> None:
        super().__init__()
        told = _("Udsat til {day}: {reason}").format(day=day(hidden.mark.until), reason=hidden.mark.reason)
        self.setAccessibleName(f"{hidden.alert.text} {told}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(hidden.alert.text, wrap=True))
        words.addWidget(Label(told, "caption", "muted", wrap=True))
        self.back = Button(_("Hent frem"), "text", size="small")
        self.back.setAccessibleName(_("Hent frem: {text}").format(text=hidden.alert.text))
        self.back.clicked.connect(lambda: panel.bring_back(hidden))
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        measured(self, self._measure)

    def _measure(self) -> None:
        theme = current()
        self._row.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        self._row.setSpacing(theme.px(10))
