"""What somebody should do about this learner, worst first, each with its rule and source."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.alerts.alert import Alert
from mentorapp.i18n import _
from mentorapp.ui.book import Entry
from mentorapp.ui.learner.empty_layout import empty
from mentorapp.ui.parts.chip import ICONS
from mentorapp.ui.parts.icon import Icon
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Hairline, Panel
from mentorapp.ui.status_words import TONES
from mentorapp.ui.theme import current


class AlertsPanel(Panel):
    """Rows of alerts, or a line that says there is nothing to do."""

    def __init__(self) -> None:
        super().__init__(_("Kræver handling"))
        self._shown: tuple[Alert, ...] | None = None
        self._quiet = Label("", tone="muted", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addWidget(self._quiet)
        self.body.addLayout(self._rows)

    def show_entry(self, entry: Entry | None) -> None:
        """Show the alerts of a learner's line in the book."""
        known = entry is not None and entry.known
        alerts = entry.alerts if entry else ()
        self._quiet.setText(_("Intet lige nu.") if known else _("Regnes ud …"))
        self._quiet.setVisible(not alerts)
        if alerts == self._shown:
            return
        self._shown = alerts
        empty(self._rows)
        for place, alert in enumerate(alerts):
            if place:
                self._rows.addWidget(Hairline())
            self._rows.addWidget(AlertRow(alert))


class AlertRow(QWidget):
    """Icon and sentence, what to do, and below in small which rule says so."""

    def __init__(self, alert: Alert) -> None:
        super().__init__()
        tone = TONES[alert.severity]
        said = {"act": _("Handl nu"), "soon": _("Denne uge"), "info": _("Godt at vide")}[alert.severity]
        self.setAccessibleName(f"{said}: {alert.text} {alert.todo}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(said, "label", tone))
        words.addWidget(Label(alert.text, wrap=True))
        words.addWidget(Label(alert.todo, "strong", wrap=True))
        source = Label(f"{alert.id} · {alert.source}", "caption", "muted", wrap=True)
        words.addWidget(source)
        self._row = QHBoxLayout(self)
        self._row.addWidget(Icon(ICONS[tone], tone), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        measured(self, self._measure)

    def _measure(self) -> None:
        theme = current()
        self._row.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        self._row.setSpacing(theme.px(10))
