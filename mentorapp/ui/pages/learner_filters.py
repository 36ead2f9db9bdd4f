"""What surrounds the learners' table: filters that offer what there is, and what is said where there is nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.desk import Desk
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.empty import EmptyPage, WayOn
from mentorapp.ui.parts.label import Label


def refill(combo: QComboBox, everything: str, names: set[str]) -> None:
    """Offer the names there are, keeping the one that is chosen."""
    wanted = [everything, *sorted(filter(None, names), key=str.casefold)]
    if [combo.itemText(n) for n in range(combo.count())] == wanted:
        return
    chosen = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    for number, name in enumerate(wanted):
        combo.addItem(name, name if number else None)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.blockSignals(False)


class NoMatch(QWidget):
    """Filters gave nothing: one sentence, and the way back."""

    def __init__(self, clear: Callable[[], object]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(Label(_("Ingen elever passer til det, du søger.")), 0, Qt.AlignmentFlag.AlignHCenter)
        button = Button(_("Ryd filtre"), icon="x")
        button.clicked.connect(lambda: clear())
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)


def no_learners(desk: Desk) -> EmptyPage:
    ways = [
        WayOn(_("Importér liste"), "download", _("Excel eller CSV"), lambda: desk.ask_import()),
        WayOn(_("Ny elev"), "plus", "Ctrl+Shift+N", desk.learner_form_wanted.emit),
    ]
    return EmptyPage(
        _("Her kommer dine elever"),
        _(
            "Hver elev får en række uger som denne. "
            "Hent den liste, du har i forvejen, eller opret den første elev selv."
        ),
        ways,
    )
