"""Text of one type role and tone; the style sheet gives it font and colour."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from mentorapp.ui.theme import current


class Label(QLabel):
    """A text: role from the type scale (`title`, `heading`, `strong`, `body`, `small`, `label`, `caption`), tone
    `text`, `muted` or a tone of meaning. Never rich text, so that no word a user wrote is read as markup."""

    def __init__(self, text: str = "", role: str = "body", tone: str = "text", wrap: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_tone(self, tone: str) -> None:
        """Change the tone; the style sheet must be asked again."""
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedText(QWidget):
    """One line of text that gives way to what stands beside it, and ends in an ellipsis when it must."""

    def __init__(self, text: str, role: str, ink: str = "text", weight: int | None = None) -> None:
        super().__init__()
        self._text, self._role, self._ink, self._weight = text, role, ink, weight
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What it says, whole."""
        return self._text

    def sizeHint(self) -> QSize:
        theme = current()
        words = QFontMetrics(theme.font(self._role, self._weight)).horizontalAdvance(self._text)
        return QSize(words + 2, theme.line_height(self._role))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), current().px(60)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setFont(theme.font(self._role, self._weight))
        painter.setPen(theme.colour(self._ink))
        fitting = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self._text if fitting != self._text else "")
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(self.rect(), flags, fitting)
