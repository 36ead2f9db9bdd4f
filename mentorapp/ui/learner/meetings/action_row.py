"""One thing that was agreed: a box to tick when it is done, who does it and by when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.meeting import ActionPoint
from mentorapp.i18n import _, day
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class ActionRow(QWidget):
    """`agreed_at` names the meeting. The box stands alone, for its text would not break over lines."""

    def __init__(self, point: ActionPoint, agreed_at: str, today: date, may_write: bool) -> None:
        super().__init__()
        self.point = point
        told = " · ".join(filter(None, (point.who, self._by_when(point, today), agreed_at)))
        self.words = [point.what, told]
        self.done = QCheckBox()
        self.done.setChecked(point.done_on is not None)
        self.done.setEnabled(may_write)
        self.done.setAccessibleName(_("Udført: {what}").format(what=f"{point.what}, {told}"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(point.what, "body" if point.done_on else "strong", wrap=True))
        words.addWidget(Label(told, "small", "warning" if point.is_overdue(today) else "muted", wrap=True))
        self.edit = Button(_("Ret"), "text", size="small")
        self.delete = Button(_("Slet"), "text", size="small")
        self.edit.setAccessibleName(_("Ret aftale: {what}").format(what=point.what))
        self.delete.setAccessibleName(_("Slet aftale: {what}").format(what=point.what))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.done, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        for button in (self.edit, self.delete):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            if not may_write:
                button.hide()
        measured(self, self._measure)

    def controls(self) -> tuple[QWidget, ...]:
        """From the left."""
        return self.done, self.edit, self.delete

    @staticmethod
    def _by_when(point: ActionPoint, today: date) -> str:
        if point.done_on is not None:
            return _("udført {day}").format(day=day(point.done_on))
        if point.due is None:
            return ""
        said = _("skulle være gjort {day}") if point.is_overdue(today) else _("senest {day}")
        return said.format(day=day(point.due))

    def _measure(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().space("grid"))
