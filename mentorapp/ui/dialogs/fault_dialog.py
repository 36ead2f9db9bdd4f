"""Tells that the program has a fault: what is safe, and a report that can be copied without giving anyone away."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store.connection import as_sentence
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.fault_report import report
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class FaultDialog(Dialog):
    """What happened, what is safe, what to do; the report stands there to be read before it is copied."""

    def __init__(self, parent: QWidget | None, told: str) -> None:
        super().__init__(parent, _("Der skete en fejl i programmet"), width=600)
        self._told = told
        self.body.addWidget(
            Label(
                _(
                    "Det, du har gemt, er uændret. Gør det igen; hvis det sker to gange, så luk programmet, og start "
                    "det på ny. Send gerne rapporten til den, der passer programmet. Den siger kun, hvor i programmet "
                    "det skete: ingen navne, ingen tekst, du har skrevet."
                ),
                wrap=True,
            )
        )
        self._shown = QPlainTextEdit(told)
        self._shown.setReadOnly(True)
        self._shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._shown.setTabChangesFocus(True)
        self._shown.setAccessibleName(_("Rapport om fejlen"))
        self.body.addWidget(self._shown)
        self.cancel.setText(_("Luk"))
        self.set_primary(_("Kopiér rapport"), "copy")
        self.primary.setFocus()
        measured(self, lambda: self._shown.setFixedHeight(current().px(168)))

    def submit(self) -> None:
        """Copy the report; the dialog stays, so that it can be closed when one is ready."""
        QApplication.clipboard().setText(self._told)
        self.set_safe(_("Rapporten er kopieret."))


class _Bell(QObject):
    """Carries a fault to the window's thread, and out of the paint or key event it happened in."""

    rung = Signal(str, str)

    def __init__(self, app: QObject) -> None:
        super().__init__(app)
        self._open: Dialog | None = None
        self.rung.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def _show(self, sentence: str, told: str) -> None:
        # a fault in a paint event happens again with every repaint: one dialog is enough
        if self._open is not None:
            return
        window = QApplication.activeWindow()
        if told:
            dialog: Dialog = FaultDialog(window, told)
        else:
            dialog = Dialog(window, _("Det lykkedes ikke"))
            dialog.complain(sentence)
            dialog.cancel.hide()
            dialog.set_primary(_("Luk"), "check")
        self._open = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self._open = None


def install() -> None:
    """From now on show faults nobody caught instead of ending the program; call once, with a running application."""
    app = QApplication.instance()
    assert app is not None
    bell = _Bell(app)

    def tell(fault: BaseException) -> None:
        known = fault if isinstance(fault, UserError) else as_sentence(fault)
        if known is not None:
            bell.rung.emit(str(known), "")
            return
        told = report(fault)
        print(told, file=sys.stderr)
        bell.rung.emit("", told)

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, Exception):
            tell(fault.with_traceback(trace))
        else:
            sys.__excepthook__(kind, fault, trace)

    sys.excepthook = hook
    threading.excepthook = lambda told: tell(told.exc_value) if isinstance(told.exc_value, Exception) else None
