"""Indstillinger: whether this machine opens without the passphrase; there only where its key ring can be trusted."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.paths import default_profile
from mentorapp.store import key, profile_list
from mentorapp.store.roles import COORDINATOR
from mentorapp.ui.desk import Desk
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.tasks import Task
from mentorapp.ui.theme import current


class QuickOpening(QWidget):
    """A box and what it means. Mentors sit at shared computers, and colleagues share an account: neither is asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._there = False
        self.box = QCheckBox(_("Åbn uden adgangssætning på denne maskine"))
        self.box.clicked.connect(self._choose)
        told = _(
            "Nøglen ligger så i computerens nøglering. Alle, der bruger din konto på computeren, kan åbne dine data."
        )
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.box)
        self._column.addWidget(Label(told, "small", "muted", wrap=True))
        self.hide()
        measured(self, self._measure)
        if self._may():
            from mentorapp.store import key_ring

            Task(self, key_ring.is_there, self._found, desk.fail)

    def refresh(self) -> None:
        """Show what holds now; where it is on it can be switched off, whoever sits here."""
        is_on = key.machine_name(self._desk.session.profile.folder) is not None
        self.box.setChecked(is_on)
        self.setVisible(is_on or (self._there and self._may()))

    def _may(self) -> bool:
        session = self._desk.session
        alone = profile_list.is_alone(session.profile.folder, default_profile())
        return session.store.role == COORDINATOR and alone

    def _found(self, there: bool) -> None:
        self._there = there
        self.refresh()

    def _choose(self, wanted: bool) -> None:
        from mentorapp.store import key_ring
        from mentorapp.ui.dialogs.safety.quick_opening_dialog import QuickOpeningDialog

        folder = self._desk.session.profile.folder
        if not wanted:
            with self._desk.catching():
                key_ring.switch_off(folder)
                self._desk.said.emit(_("Mentorapp beder om adgangssætningen igen, når den åbnes."))
        elif QuickOpeningDialog(self, folder).exec():
            self._desk.said.emit(_("Denne maskine åbner Mentorapp uden adgangssætning fra nu af."))
        self.refresh()

    def _measure(self) -> None:
        theme = current()
        self._column.setContentsMargins(0, theme.px(12), 0, 0)
        self._column.setSpacing(theme.px(4))
