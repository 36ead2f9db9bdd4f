"""The note beside a course that is being moved."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QGridLayout, QVBoxLayout, QWidget

from mentorapp.i18n import _
from mentorapp.ui.board import move_words
from mentorapp.ui.board.course_in_hand import CourseInHand
from mentorapp.ui.parts.chip import ICONS
from mentorapp.ui.parts.icon import Icon
from mentorapp.ui.parts.label import Label
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current, tokens

WIDTH = 340


class MoveNote(QFrame):
    """Lies over the board, takes no mouse and no keyboard, and says what a drop would do."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("movenote")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title = Label("", "strong", wrap=True)
        self._from_to = Label("", "small", "muted", wrap=True)
        self._total = Label("", wrap=True)
        self._warned = QGridLayout()
        self._warnings: list[tuple[Icon, Label]] = []
        self._keys = Label("", "caption", "muted", wrap=True)
        self._column = QVBoxLayout(self)
        for label in (self._title, self._from_to, self._total):
            self._column.addWidget(label)
        self._column.addLayout(self._warned)
        self._column.addWidget(self._keys)
        self._shadow = QGraphicsDropShadowEffect(self)
        self.setGraphicsEffect(self._shadow)
        measured(self, self._measure)
        self.hide()

    def words(self) -> list[str]:
        """Every line that is shown."""
        labels = [self._title, self._from_to, self._total, *(label for _icon, label in self._warnings), self._keys]
        return [label.text() for label in labels if label.text()]

    def tell(self, hand: CourseInHand, by_mouse: bool) -> None:
        """Say what dropping the course here would do."""
        self._title.setText(move_words.course_name(hand.moved))
        self._from_to.setText(move_words.from_to(hand))
        self._total.setText(move_words.total(hand))
        self._total.setVisible(bool(self._total.text()))
        self._warn(move_words.warnings(hand))
        how = _("Slip for at gemme · Esc lægger tilbage") if by_mouse else _("Enter gemmer · Esc lægger tilbage")
        self._keys.setText(how)
        self.setAccessibleName(move_words.all_words(hand))

    def _warn(self, sentences: list[move_words.Warned]) -> None:
        while len(self._warnings) < len(sentences):
            icon, label = Icon("triangle-alert", "warning", "icon_small"), Label("", "small", wrap=True)
            place = len(self._warnings)
            self._warned.addWidget(icon, place, 0, Qt.AlignmentFlag.AlignTop)
            self._warned.addWidget(label, place, 1)
            self._warnings.append((icon, label))
        self._warned.setColumnStretch(1, 1)
        for place, (icon, label) in enumerate(self._warnings):
            said = place < len(sentences)
            label.setText(sentences[place].text if said else "")
            if said:
                icon.set_icon(ICONS[sentences[place].tone], sentences[place].tone)
            icon.setVisible(said)
            label.setVisible(said)

    def place(self, board: QWidget, course: QRect) -> None:
        """Stand below the course (in pixels of `board`), above it where there is no room, and inside the page."""
        theme, within = current(), self._over.rect()
        beside = QRect(board.mapTo(self._over, course.topLeft()), course.size())
        width = min(theme.px(WIDTH), within.width() - theme.px(16))
        self._column.activate()
        height = self._column.totalHeightForWidth(width)
        gap = theme.px(10)
        left = min(max(beside.center().x() - width // 2, within.left() + gap), within.right() - width - gap)
        top = beside.bottom() + gap
        if top + height > within.bottom() - gap:
            top = max(within.top() + gap, beside.top() - gap - height)
        self.setGeometry(QRect(QPoint(left, top), QPoint(left + width - 1, top + height - 1)))
        self.show()
        self.raise_()

    def _measure(self) -> None:
        theme = current()
        side = theme.px(14)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._column.setSpacing(theme.px(4))
        self._warned.setHorizontalSpacing(theme.px(8))
        self._warned.setVerticalSpacing(theme.px(2))
        ground, edge = theme.colour("surface_raised").name(), theme.colour("line_strong").name()
        line, radius = theme.line("edge"), theme.radius("panel")
        self.setStyleSheet(
            f"#movenote {{ background: {ground}; border-radius: {radius}px; border: {line}px solid {edge}; }}"
        )
        shadow = QColor(theme.colour("shadow"))
        shadow.setAlphaF(2 * tokens()["shadow"]["alpha"])
        self._shadow.setColor(shadow)
        self._shadow.setBlurRadius(theme.px(tokens()["shadow"]["blur"]))
        self._shadow.setOffset(0, theme.px(4))
