"""How the columns of a list were understood, one beside the other, each to be corrected by a combo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.learner.fields.choice import Choice
from mentorapp.ui.parts.label import ElidedText, Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current

COLUMN_WIDTH = 173


class _Field(Choice):
    """The field a column fills; muted while it fills none."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.setAccessibleName(_("Kolonnen {heading} læses som").format(heading=heading))
        self.currentIndexChanged.connect(lambda _place: self._colour())

    def set_key(self, key: str | None) -> None:
        super().set_key(key)
        self._colour()

    def _colour(self) -> None:
        tone = "text" if self.key() else "muted"
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class _Column(QWidget):
    """A heading as it stands in the file, over the field it fills."""

    def __init__(self, heading: str, fields: Mapping[str, str], field: str | None) -> None:
        super().__init__()
        self.heading = ElidedText(heading, "label", "text_muted")
        self.field = _Field(heading)
        self.field.set_choices([("", _("Importeres ikke")), *fields.items()])
        self.field.set_key(field)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        measured(self, self._measure)

    def _measure(self) -> None:
        theme = current()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space("half"))
        self.setFixedWidth(theme.px(COLUMN_WIDTH))


class ColumnRow(QWidget):
    """`changed(column map)` when a column was corrected; the row scrolls sideways where the columns are many."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._columns: list[_Column] = []
        self._known = Label("", "small", "muted")
        self._title = Label(_("Kolonner"), "label")
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._known)
        self._strip = QWidget()
        self._row = QHBoxLayout(self._strip)
        self._row.addStretch(1)
        self._area = _Sideways(self._strip)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._area)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        measured(self, self._measure)

    def show_columns(self, headings: Sequence[str], fields: Mapping[str, str], taken: Sequence[str | None]) -> None:
        """Show each column's heading and the field it fills, of `fields` (key to what it is called)."""
        known = sum(1 for field in taken if field)
        self._known.setText(_("{n} af {of} kolonner er genkendt").format(n=known, of=len(headings)))
        same = [column.heading.text() for column in self._columns] == list(headings)
        if same and self._columns and self._columns[0].field.count() == len(fields) + 1:
            for column, field in zip(self._columns, taken, strict=True):
                column.field.set_key(field)
            return
        for column in self._columns:
            self._row.removeWidget(column)
            column.deleteLater()
        self._columns = []
        for place, (heading, field) in enumerate(zip(headings, taken, strict=True)):
            column = _Column(heading or _("(uden overskrift)"), fields, field)
            column.field.currentIndexChanged.connect(lambda _index, place=place: self._correct(place))
            self._columns.append(column)
            self._row.insertWidget(place, column)

    def combo(self, heading: str) -> Choice:
        """The combo of a column."""
        return next(column.field for column in self._columns if column.heading.text() == heading)

    def column_map(self) -> tuple[str | None, ...]:
        """For each column the field it fills."""
        return tuple(column.field.key() or None for column in self._columns)

    def _correct(self, place: int) -> None:
        # a field has one column: what was corrected last is meant, and the other steps back
        key = self._columns[place].field.key()
        for other, column in enumerate(self._columns):
            if key and other != place and column.field.key() == key:
                column.field.set_key(None)
        self.changed.emit(self.column_map())

    def _measure(self) -> None:
        theme = current()
        ring = theme.space("half")
        self._head.setContentsMargins(ring, 0, ring, 0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6) - ring)
        self._row.setContentsMargins(ring, ring, ring, ring)
        self._row.setSpacing(theme.space("control"))


class _Sideways(QScrollArea):
    """As high as its content; the control that gets the keyboard comes into sight."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(current().px(COLUMN_WIDTH), self._content.sizeHint().height() + current().size("scroll_bar"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
