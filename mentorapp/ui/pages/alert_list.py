"""The list of what somebody should do: opened like any list, and put off one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu

from mentorapp.i18n import _
from mentorapp.ui.pages.alert_delegate import AlertDelegate, later_words, open_words
from mentorapp.ui.pages.alert_model import AlertModel, AlertRow, Index
from mentorapp.ui.table_model import ROW


class AlertList(QListView):
    """The list. A click or Enter opens the learner; "Udsæt …", Delete or the menu of a row puts it off."""

    opened = Signal(object)
    """A learner's id."""
    figure_wanted = Signal(object, str)
    """A learner's id and the name of a figure: where it comes from."""
    put_off_wanted = Signal(object)
    """An `Alert`."""
    back_wanted = Signal(object)
    """A `PutOff` that is to be shown again."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = AlertModel()
        self.setModel(self.rows)
        self._delegate = AlertDelegate()
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Kræver handling"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._released_at = QPoint()
        self.clicked.connect(self._clicked)

    def show_alerts(self, alerts: Sequence[AlertRow]) -> None:
        """Show other alerts; the chosen row stays chosen where it is still there, and the list where it was."""
        chosen, place = self.currentIndex().data(ROW), self.verticalScrollBar().value()
        self.rows.set_alerts(alerts)
        if isinstance(chosen, AlertRow):
            same = (chosen.alert.learner, chosen.alert.id, chosen.alert.text)
            for number, row in enumerate(self.rows.rows):
                if isinstance(row, AlertRow) and (row.alert.learner, row.alert.id, row.alert.text) == same:
                    self.setCurrentIndex(self.rows.index(number))
        self.verticalScrollBar().setValue(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self._later(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._released_at = event.position().toPoint()
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = index.data(ROW)
        if isinstance(row, AlertRow):
            place = event.globalPos() if by_mouse else self.mapToGlobal(self.visualRect(index).center())
            menu = self.menu_of(index)
            menu.exec(place)
            menu.deleteLater()

    def in_hand(self) -> tuple[bytes | None, str]:
        """The learner of the chosen row, and the figure its rule rests on."""
        return self._figure_of(self.currentIndex())

    def _figure_of(self, index: Index) -> tuple[bytes | None, str]:
        row = index.data(ROW)
        if not isinstance(row, AlertRow):
            return None, ""
        from mentorapp.alerts.figures import FIGURES

        return row.alert.learner, FIGURES.get(row.alert.id, "")

    def menu_of(self, index: Index) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        menu.addAction(open_words(), lambda: self._open(index))
        learner, figure = self._figure_of(index)
        if figure:
            menu.addAction(_("Vis beregningen"), lambda: self.figure_wanted.emit(learner, figure))
        menu.addAction(later_words(index.data(ROW).hidden is not None), lambda: self._later(index))
        return menu

    def _clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, AlertRow) and self._delegate.later_rect(self.visualRect(index), row).contains(
            self._released_at
        ):
            self._later(index)
        else:
            self._open(index)

    def _open(self, index: Index) -> None:
        row = index.data(ROW)
        if isinstance(row, AlertRow):
            self.opened.emit(row.alert.learner)

    def _later(self, index: Index) -> None:
        row = index.data(ROW)
        if isinstance(row, AlertRow):
            if row.hidden is not None:
                self.back_wanted.emit(row.hidden)
            else:
                self.put_off_wanted.emit(row.alert)
