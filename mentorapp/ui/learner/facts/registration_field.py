"""The CPR number: masked until it is asked for, and masked again when one comes back to the page."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QShowEvent

from mentorapp.domain.learner import masked
from mentorapp.i18n import _
from mentorapp.ui.learner.fields import reading
from mentorapp.ui.learner.fields.fact_field import FactField
from mentorapp.ui.parts.button import Button


class RegistrationField(FactField):
    """A masked number cannot be edited: what would be saved is not what is seen."""

    def __init__(self) -> None:
        self._masked, self._locked = True, False
        super().__init__(
            _("CPR-nummer"), reading.registration_number, self._as_shown, hint=_("Valgfrit. Står aldrig i en note.")
        )
        self._toggle = Button("", icon="eye")
        self._toggle.clicked.connect(lambda: self.conceal(not self._masked))
        self.row.addWidget(self._toggle)
        self.conceal(True)

    def _as_shown(self, number: str | None) -> str:
        return masked(number) if number and self._masked else number or ""

    def conceal(self, hide: bool) -> None:
        """Hide the number but for its date, or show all of it."""
        if hide and self.is_edited():
            self.finish()
            if self.is_edited():
                return  # what could not be understood stays until it is put right
        self._masked = hide
        self._toggle.setText(_("Vis") if hide else _("Skjul"))
        self._toggle.setAccessibleName(_("Vis CPR-nummer") if hide else _("Skjul CPR-nummer"))
        self._toggle.icon_name = "eye" if hide else "eye-off"
        self._toggle.updateGeometry()
        self.set_value(self._value)

    def set_value(self, value: Any) -> None:
        super().set_value(value)
        self._toggle.setVisible(value is not None)
        self._guard()

    def set_read_only(self, read_only: bool) -> None:
        self._locked = read_only
        self._guard()

    def _guard(self) -> None:
        self.line.setReadOnly(self._locked or (self._masked and self._value is not None))

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self.conceal(True)
        super().showEvent(event)
