"""A push button with a Lucide icon and, on the one primary button of a page, its key said in small."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from mentorapp.ui import icons
from mentorapp.ui.theme import Theme, current

INK = {
    "primary": "text_on_accent",
    "soft": "accent",
    "secondary": "text",
    "text": "accent",
    "danger": "danger",
}
"""Colour of the words by role. Roles: one primary a page; soft for the repeated quick action of a row; secondary;
text leads elsewhere or less; danger only where something goes away."""


class Button(QPushButton):
    """A button whose label says the result, as "Importér 11 elever". `key_hint` is shown, not bound.

    Size is `small` (28) in a row of a panel, `large` (36) on an empty page, else 32.
    """

    def __init__(
        self,
        text: str,
        role: str = "secondary",
        icon: str = "",
        key_hint: str = "",
        size: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.icon_name = icon
        self.key_hint = key_hint
        self.setProperty("role", role)
        self.setProperty("control", size)
        # Enter presses the button that has the focus, not one that Qt picked.
        self.setAutoDefault(False)

    def set_role(self, role: str) -> None:
        """Change what the button is, as when a step becomes the next one to take."""
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()

    def sizeHint(self) -> QSize:
        theme = current()
        height = theme.size("_".join(filter(None, ["control", str(self.property("control"))])))
        return QSize(sum(self._widths(theme)) + 2 * self._padding(theme), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _padding(self, theme: Theme) -> int:
        return 0 if self.property("role") == "text" else theme.space("control")

    def _fonts(self, theme: Theme) -> tuple[QFont, QFont]:
        return QFont(theme.font("strong")), theme.font("caption")

    def _widths(self, theme: Theme) -> tuple[int, int, int]:
        """Icon, words and key hint, each with the gap that belongs to it."""
        words, hint = self._fonts(theme)
        icon = theme.size("icon") + (theme.px(6) if self.text() else 0) if self.icon_name else 0
        key = QFontMetrics(hint).horizontalAdvance(self.key_hint) + theme.px(10) if self.key_hint else 0
        return icon, QFontMetrics(words).horizontalAdvance(self.text().replace("&", "")), key

    def _ink(self, theme: Theme) -> QColor:
        return theme.colour(INK.get(str(self.property("role")), "text") if self.isEnabled() else "text_muted")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        icon, words, key = self._widths(theme)
        room = self.width() - 2 * self._padding(theme)
        x = self._padding(theme) + max(0, (room - icon - words - key) // 2)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - icon - words - key
        ink = self._ink(theme)
        if self.icon_name:
            side = theme.size("icon")
            icons.paint(painter, x, (self.height() - side) // 2, side, self.icon_name, ink)
        word_font, hint_font = self._fonts(theme)
        # A text button stands flush with its surroundings, so it has no ground to light up.
        word_font.setUnderline(self.property("role") == "text" and self.underMouse() and self.isEnabled())
        centre = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(ink)
        painter.setFont(word_font)
        flags = centre | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine
        painter.drawText(QRect(x + icon, 0, words + 2, self.height()), flags, self.text())
        if self.key_hint:
            painter.setFont(hint_font)
            area = QRect(x + icon + words, 0, key, self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.key_hint)


class IconButton(Button):
    """A square button that shows only an icon; its name is read aloud and shown as a tool tip."""

    def __init__(self, name: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__("", "text", icon, parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        side = current().size("target")
        return QSize(side, side)

    def _padding(self, theme: Theme) -> int:
        return 0

    def _ink(self, theme: Theme) -> QColor:
        return theme.colour("text_muted")
