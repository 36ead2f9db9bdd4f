"""Our own limits of the alerts, for the organisation to change; those of the law are not here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mentorapp.alerts import thresholds
from mentorapp.alerts.thresholds import THRESHOLDS, Threshold
from mentorapp.domain.change import creation, removal
from mentorapp.domain.organisation import Setting
from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store.database import Changed
from mentorapp.store.tables import BY_TABLE
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.fields.undo_elsewhere import UndoElsewhere
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.parts.panel import Hairline, Panel
from mentorapp.ui.theme import current


class ThresholdPanel(Panel):
    """One row a limit, saved when it is left; an emptied one is what it was from the beginning."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Grænser for påmindelser"), _("Gælder for alle i organisationen"))
        self._desk = desk
        told = _("Lovens grænser kan ikke ændres her. Et tomt felt er den grænse, programmet kom med.")
        self.body.addWidget(Label(told, "small", "muted", wrap=True))
        self.rows = {key: ThresholdRow(threshold, self) for key, threshold in THRESHOLDS.items()}
        for place, row in enumerate(self.rows.values()):
            if place:
                self.body.addWidget(Hairline())
            self.body.addWidget(row)
        desk.book.changed.connect(self._follow)
        self.refresh()

    def _follow(self, changed: Changed) -> None:
        if Setting.TABLE in changed.tables:
            self.refresh()

    def refresh(self) -> None:
        """Show the limits in force; what is being typed stays."""
        settings = self._desk.session.organisation.settings
        may_write = self._desk.session.store.role in BY_TABLE[Setting.TABLE].writers
        for key, row in self.rows.items():
            row.show_value(thresholds.chosen(settings, key), may_write)

    def save(self, threshold: Threshold, value: int | None) -> str:
        """Save a limit, or take the choice back; what speaks against it, empty where it was saved."""
        settings = self._desk.session.organisation.settings
        if value is not None:
            changes = creation(Setting(threshold.setting, str(value)))
        elif threshold.setting in settings:
            changes = removal(Setting(threshold.setting, settings[threshold.setting]))
        else:
            return ""
        name = thresholds.name(threshold.key)
        try:
            self._desk.session.store.record(changes, _("Grænse: {name}").format(name=name))
        except UserError as fault:
            return str(fault)
        self._desk.said.emit(_("Grænsen er gemt."))
        return ""


class ThresholdRow(QWidget):
    """What the limit is about, the number, its unit, and below in small where it began or what is wrong."""

    def __init__(self, threshold: Threshold, panel: ThresholdPanel) -> None:
        super().__init__()
        self._threshold, self._panel = threshold, panel
        self._known: int | None = None
        name, unit = thresholds.name(threshold.key), thresholds.unit(threshold.key)
        self.line = QLineEdit()
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setAccessibleName(f"{name}, {unit}")
        self.line.setPlaceholderText("–" if threshold.default is None else str(threshold.default))
        self.line.editingFinished.connect(self.finish)
        self.line.installEventFilter(self)
        UndoElsewhere(self.line, self._is_edited)
        self._below = Label("", "caption", "muted", wrap=True)
        self._unit = Label(unit, "small", "muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        label = Label(name, wrap=True)
        label.setBuddy(self.line)
        words.addWidget(label)
        words.addWidget(self._below)
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.line, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignTop)
        self._say("")
        measured(self, self._measure)

    def show_value(self, value: int | None, may_write: bool) -> None:
        """Show the limit in force."""
        typing = self._is_edited()
        self._known = value
        self.line.setReadOnly(not may_write)
        if not typing:
            self._restore()

    def finish(self) -> None:
        """Read what stands there and save it; a fault keeps what was typed."""
        if self.line.isReadOnly() or not self._is_edited():
            self._say("")
            return
        typed = self.line.text().strip()
        whole = typed.isascii() and typed.isdigit()
        if typed and not (whole and 0 < int(typed) <= self._threshold.most):
            self._say(
                _("Skriv et helt tal fra 1 til {most}, eller lad feltet være tomt.").format(most=self._threshold.most)
            )
            return
        fault = self._panel.save(self._threshold, int(typed) if typed else None)
        if fault:
            self._say(fault)
        else:
            self._restore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.key() if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) else None
        if pressed == Qt.Key.Key_Escape and self._is_edited():
            self._restore()
            return True
        return super().eventFilter(watched, event)

    def error(self) -> str:
        """What is wrong, empty where nothing is."""
        return self._below.text() if self.line.property("invalid") else ""

    def _is_edited(self) -> bool:
        return self.line.text() != self._text()

    def _text(self) -> str:
        return "" if self._known is None else str(self._known)

    def _restore(self) -> None:
        self.line.setText(self._text())
        self._say("")

    def _say(self, wrong: str) -> None:
        default = self._threshold.default
        if default is None:
            begun = _("{rule} · slået fra, til der skrives et tal").format(rule=self._threshold.rule)
        else:
            begun = _("{rule} · oprindelig {n}").format(rule=self._threshold.rule, n=default)
        self._below.setText(wrong or begun)
        self._below.set_tone("danger" if wrong else "muted")
        self.line.setAccessibleDescription(wrong)
        if bool(self.line.property("invalid")) != bool(wrong):
            self.line.setProperty("invalid", bool(wrong))
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)

    def _measure(self) -> None:
        theme = current()
        self._row.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        self._row.setSpacing(theme.space("control"))
        self.line.setFixedWidth(theme.px(64))
        self._unit.setFixedSize(theme.px(64), theme.size("control"))
