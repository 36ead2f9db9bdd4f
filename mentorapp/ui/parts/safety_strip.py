"""The safety notices as strips on a page: there while something is wrong, and no room taken when all is well."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.desk import Desk
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class SafetyStrip(QWidget):
    """Asks again whenever the safety of the data may have changed; the files are asked after the first paint."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._column = QVBoxLayout(self)
        self.strips: list[QWidget] = []
        self.hide()
        desk.safety_changed.connect(self.refresh)
        measured(self, self._measure)

    def refresh(self) -> None:
        """Read the notices again."""
        from mentorapp.ui.parts.message_strip import MessageStrip
        from mentorapp.ui.safety_notices import notices

        for strip in self.strips:
            self._column.removeWidget(strip)
            strip.deleteLater()
        found = notices(self._desk.session)
        made = [MessageStrip(each.tone, each.lead, each.text, _("Indstillinger")) for each in found]
        self.strips = list(made)
        for strip in made:
            strip.pressed.connect(lambda: self._desk.place_wanted.emit("settings"))
            self._column.addWidget(strip)
        self.setVisible(bool(found))

    def _measure(self) -> None:
        theme = current()
        side = theme.space("page")
        self._column.setContentsMargins(side, theme.px(12), side, 0)
        self._column.setSpacing(theme.space("grid"))
