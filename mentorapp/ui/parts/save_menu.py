"""The button that takes a table along: as a spreadsheet, or its school days as a calendar file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from mentorapp.i18n import _
from mentorapp.ui import icons, shortcuts
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

LARGE_TEXT = 1.5


class SaveMenu(Button):
    """Opens a menu of two ways under itself."""

    def __init__(self, as_table: Callable[[], object], as_calendar: Callable[[], object], size: str = "") -> None:
        super().__init__(_("Gem som"), icon="file-spreadsheet", size=size)
        self._ways = (
            (_("Regneark (.xlsx)"), "file-spreadsheet", as_table, shortcuts.keys("table_out")[0]),
            (_("Kalenderfil (.ics)"), "calendar-plus", as_calendar, ""),
        )
        self.setAccessibleName(_("Gem som"))
        self.clicked.connect(self.open_menu)
        measured(self, self._measure_menu)

    def _measure_menu(self) -> None:
        # at large text the icon alone: the words would push what stands beside it out of sight
        large = current().scale >= LARGE_TEXT
        self.setText("" if large else _("Gem som"))
        self.setToolTip(_("Gem som") if large else "")
        self.updateGeometry()

    def open_menu(self) -> None:
        """Show the ways, the first one chosen."""
        menu = self.menu_of_ways()
        menu.setActiveAction(menu.actions()[0])
        menu.exec(self.mapToGlobal(QPoint(0, self.height())))
        menu.deleteLater()

    def menu_of_ways(self) -> QMenu:
        """The menu, made anew so that it has the colours on screen."""
        menu = QMenu(self)
        for text, icon, act, keys in self._ways:
            made = menu.addAction(icons.icon(icon, "text"), f"{text}\t{keys}" if keys else text)
            made.triggered.connect(lambda _checked=False, act=act: act())
        return menu
