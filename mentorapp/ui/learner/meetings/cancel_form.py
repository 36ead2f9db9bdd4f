"""Asks why a meeting is cancelled."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mentorapp import meeting_sentences
from mentorapp.domain.meeting import Meeting
from mentorapp.i18n import _
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.learner.fields.text_field import TextField


class CancelForm(Dialog):
    """`reason` may stay empty; nothing is saved here."""

    def __init__(self, parent: QWidget | None, meeting: Meeting) -> None:
        super().__init__(parent, _("Aflys møde"), meeting_sentences.brief(meeting), width=520)
        self.reason = TextField(_("Hvorfor"), hint=_("Fx skolen kunne ikke. Aldrig en diagnose."))
        self.body.addWidget(self.reason)
        self.set_primary(_("Aflys møde"), "x")
        self.set_safe(_("Mødet bliver stående som aflyst. Ctrl+Z henter det tilbage."))
        self.cancel.setText(_("Behold mødet"))
        self.reason.line.setFocus()
