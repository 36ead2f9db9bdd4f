"""The way to erase a learner everywhere: a quiet button at the end of the facts, for coordinators alone."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.store.roles import COORDINATOR
from mentorapp.ui.book import Opened
from mentorapp.ui.desk import Desk
from mentorapp.ui.parts.button import Button


class ErasePanel(QWidget):
    """No panel of its own: it is not a fact, and nobody should come upon it in passing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._opened: Opened | None = None
        self.button = Button(_("Slet eleven overalt …"), "danger", "trash-2", size="small")
        self.button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.button)

    def show_case(self, opened: Opened, afresh: bool) -> None:
        """Be about another learner."""
        self._opened = opened
        self.setVisible(self._desk.session.store.role == COORDINATOR)

    def _ask(self) -> None:
        if self._opened is not None:
            from mentorapp.ui.dialogs.erase_dialog import EraseDialog

            EraseDialog(self, self._desk, self._opened.case.learner).exec()
