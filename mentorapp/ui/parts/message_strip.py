"""A message in the page itself: its answer first and bold, one sentence of meaning, at most one button."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from mentorapp.ui import icons
from mentorapp.ui.parts.button import Button
from mentorapp.ui.parts.chip import ICONS
from mentorapp.ui.parts.measured import measured
from mentorapp.ui.theme import current


class MessageStrip(QWidget):
    """A forecast, warning or error where it belongs. `pressed` is its button.

    An error is three sentences: what happened (the lead), what is safe, what to do.
    """

    pressed = Signal()

    def __init__(self, tone: str = "info", lead: str = "", text: str = "", button: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        # A message is often read aloud to someone or sent on, so it can be copied.
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = Button(button, size="small")
        self._button.clicked.connect(self.pressed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._tone = tone
        self._lead, self._text = lead, text
        measured(self, self._measure)
        self.set_message(tone, lead, text, button)

    def set_message(self, tone: str, lead: str, text: str = "", button: str = "") -> None:
        """Say something; tone is `ok`, `info`, `warning` or `danger`."""
        self._tone, self._lead, self._text = tone, lead, text
        self.setAccessibleName(f"{lead} {text}".strip())
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._write()
        self.update()

    def _write(self) -> None:
        line = current().line_height("body")
        said = f'<span style="font-weight:600">{escape(self._lead)}</span> {escape(self._text)}'
        self._words.setText(f'<p style="margin:0; line-height:{line}px">{said}</p>')

    def _measure(self) -> None:
        theme = current()
        left = theme.px(17) + theme.size("icon_message") + theme.px(11)
        self._row.setContentsMargins(left, theme.px(12), theme.px(18), theme.px(12))
        self._row.setSpacing(theme.space("panel_gap"))
        self._write()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.soft(self._tone))
        painter.drawRoundedRect(self.rect(), theme.radius("control"), theme.radius("control"))
        name = ICONS.get(self._tone, "info")
        side = theme.size("icon_message")
        icons.paint(painter, theme.px(17), theme.px(13), side, name, theme.ink(self._tone))
