"""F1: every key of the program, by where it works."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui import shortcuts
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class KeysDialog(Dialog):
    """Two columns: the keys, and what they do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent, _("Genveje"), _("Alt kan gøres fra tastaturet. Tab går videre til det næste."), width=620
        )
        self.said: list[tuple[str, str]] = []
        """Every line, as it stands: keys and what they do."""
        self._grid = QGridLayout()
        row = 0
        for where, entries in groupby(shortcuts.table(), lambda key: key.where):
            self._grid.addWidget(Label(where, "strong"), row, 0, 1, 2)
            row += 1
            for key in entries:
                pressed = _pressed(key)
                self.said.append((pressed, key.does))
                words = Label(key.does, wrap=True)
                self._grid.addWidget(Label(pressed, "small", "muted", wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(words, row, 1, Qt.AlignmentFlag.AlignTop)
                row += 1
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self.body.addLayout(self._grid)
        self.cancel.hide()
        self.set_primary(_("Luk"))
        measured(self, self._measure_grid)

    def _measure_grid(self) -> None:
        self._grid.setVerticalSpacing(current().space("grid"))
        self._grid.setHorizontalSpacing(current().space("panel_gap"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._area.verticalScrollBar()
        places = {
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if (key := Qt.Key(event.key())) in places:
            bar.setValue(places[key])
        else:
            super().keyPressEvent(event)


def _pressed(key: shortcuts.Key) -> str:
    """`Ctrl+P`, `← eller →`, and for a row of keys its ends: `Ctrl+1 … Ctrl+3`."""
    each = list(dict.fromkeys(map(shortcuts.shown, key.keys)))
    return f"{each[0]} … {each[-1]}" if len(each) > 2 else f" {_('eller')} ".join(each)
